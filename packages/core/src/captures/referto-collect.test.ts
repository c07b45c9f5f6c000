import { expect, test } from 'vitest';
import { readFacts } from '../read-facts.ts';

const manifest = (...entries: readonly string[]): string =>
  `{"referto-collect":1,"shell":"bash","bundle":"x","startedAt":"2026-11-25T10:00:00Z","captures":[\n${entries.join(',\n')}\n],"endedAt":"2026-11-25T10:00:04Z"}\n`;

const entry = (command: string, exitCode: number): string =>
  JSON.stringify({ command, file: 'captures/001.txt', exitCode, startedAt: '', endedAt: '' });

const failures = (text: string): readonly unknown[] =>
  readFacts(text, { path: 'referto-collect.json' }).map((fact) =>
    fact.kind === 'collection-failure' ? `${fact.origin.line} ${fact.reason}: ${fact.command}` : fact,
  );

test('a command that was not run, did not end or failed is a failure', () => {
  expect(
    failures(
      manifest(
        entry('kubectl get pods -A', 0),
        entry('helm list -A', 127),
        entry('kubectl describe nodes', 124),
        entry('kubectl get pod -n shop web-0', 1),
      ),
    ),
  ).toEqual([
    '3 no-program: helm list -A',
    '4 timed-out: kubectl describe nodes',
    '5 failed: kubectl get pod -n shop web-0',
  ]);
});

test('a lookup that finds no name did run', () => {
  expect(
    failures(
      manifest(entry('nslookup example.com', 1), entry('kubectl exec -n shop web-0 -- nslookup example.com', 1)),
    ),
  ).toEqual([]);
});

test('a manifest that was cut, or written by another hand, tells what it can', () => {
  const cut = manifest(entry('helm list -A', 127), entry('az account show', 1)).slice(0, -80);
  expect(failures(cut)).toEqual(['2 no-program: helm list -A']);
  expect(failures('{"referto-collect":1,"captures":[\n{"command":7}\n{"command":\n')).toEqual([]);
});
