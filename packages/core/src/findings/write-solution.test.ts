import { expect, test } from 'vitest';
import { bindingsOf, union, type Bindings } from './bindings.ts';
import { writeSolution } from './write-solution.ts';

const pods = (...names: readonly string[]): readonly Bindings[] =>
  names.map((pod) => bindingsOf([new Map([['pod', pod]])]));

const written = (each: readonly Bindings[]) =>
  writeSolution(
    {
      id: 'restart',
      title: 'Restart {{pod}}',
      steps: [
        { text: 'Delete {{pod}}.', run: 'kubectl delete pod {{pod}}' },
        { file: { name: '{{pod}}.yaml', content: 'name: {{pod}}' } },
      ],
    },
    undefined,
    { values: union(each), each },
  ).steps;

test('a text names all objects, a command is there for each, a file for the first', () => {
  expect(written(pods('web-0', 'web-1'))).toEqual([
    { text: 'Delete web-0, web-1.', run: 'kubectl delete pod web-0\nkubectl delete pod web-1' },
    { file: { name: 'web-0.yaml', content: 'name: web-0' } },
  ]);
});

test('a command that is the same for all is there once, and of many the first five', () => {
  expect(written(pods('web-0', 'web-0'))[0]!.run).toBe('kubectl delete pod web-0');
  const many = written(pods(...Array.from({ length: 8 }, (_, index) => `web-${index}`)))[0]!.run!;
  expect(many.split('\n').slice(-2)).toEqual(['kubectl delete pod web-4', '# ... (3 more)']);
});
