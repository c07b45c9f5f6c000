import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shellWord } from '../findings/fill-template.ts';
import { wordsOf } from './shell-text.ts';

test('words are what a shell would hand to the program', () => {
  expect(wordsOf(`kubectl get pods -n shop  -l 'app in (a, b)'`)).toEqual({
    words: ['kubectl', 'get', 'pods', '-n', 'shop', '-l', 'app in (a, b)'],
  });
  expect(wordsOf(String.raw`a 'it'\''s' "x y"z \$`)).toEqual({ words: ['a', "it's", 'x yz', '$'] });
});

test('every word that was quoted comes back', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ minLength: 1, unit: 'binary' }), { minLength: 1 }), (words) => {
      expect(wordsOf(words.map(shellWord).join(' '))).toEqual({ words });
    }),
  );
});

test.each([
  'kubectl get pods | grep web',
  'kubectl get pods; reboot',
  'kubectl get pods > /etc/passwd',
  'kubectl get $(reboot)',
  'kubectl get `reboot`',
  'kubectl get "$HOME"',
  'kubectl get pods &',
  'kubectl get *',
  "kubectl get 'open",
  'kubectl get pods\nreboot',
])('what needs a shell is refused: %s', (command) => {
  expect(wordsOf(command)).toEqual({ refused: 'needs-a-shell' });
});

test('a placeholder is a name that is not known, but not in quotes', () => {
  expect(wordsOf('kubectl logs -n <namespace> <pod>')).toEqual({ refused: 'name-unknown' });
  expect(wordsOf("kubectl logs '<pod>'")).toEqual({ words: ['kubectl', 'logs', '<pod>'] });
});
