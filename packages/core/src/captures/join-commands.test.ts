import { expect, test } from 'vitest';
import { joinCommands, joinKey } from './join-commands.ts';

/** What is left of commands when those of one key are joined. */
const joined = (...commands: readonly string[]): readonly string[] =>
  [...new Set(commands.map(joinKey))].map((key) => joinCommands(commands.filter((one) => joinKey(one) === key)));

test('pods of one namespace are described by one command, of many the whole namespace', () => {
  expect(joined('kubectl describe pod -n shop web-1', 'kubectl describe pod -n shop web-0')).toEqual([
    'kubectl describe pod -n shop web-0 web-1',
  ]);
  const many = Array.from({ length: 6 }, (_, at) => `kubectl describe pod -n shop web-${at}`);
  expect(joined(...many)).toEqual(['kubectl describe pods -n shop']);
  expect(joined('kubectl describe pods -n shop', many[0]!)).toEqual(['kubectl describe pods -n shop']);
});

test('pods of several namespaces are described by several', () => {
  const commands = ['kubectl describe pod -n shop web-0', 'kubectl describe pod -n bank web-0'];
  expect(joined(...commands)).toEqual(commands);
});

test('listings of several namespaces are one of all', () => {
  expect(joined('kubectl get events -n shop', 'kubectl get events -n bank')).toEqual(['kubectl get events -A']);
  expect(joined('kubectl get events -n shop', 'kubectl get events -n shop')).toEqual(['kubectl get events -n shop']);
  expect(joined('kubectl get pods -A -o wide', 'kubectl get pods -n shop -o wide')).toEqual([
    'kubectl get pods -A -o wide',
  ]);
});

test('what asks for something else is left as it is', () => {
  const commands = [
    'kubectl describe pods -n kube-system -l app=agent',
    'kubectl describe pod -n kube-system web-0',
    "kubectl describe pod -n kube-system 'a b'",
    'kubectl get events -n shop --field-selector type=Warning',
    'kubectl get pods -A',
    'kubectl logs -n shop web-0',
    'az account show',
    '',
  ];
  expect(joined(...commands)).toEqual(commands);
});
