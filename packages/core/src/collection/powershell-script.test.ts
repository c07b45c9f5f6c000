import fc from 'fast-check';
import { expect, test } from 'vitest';
import { argument, literal, powershellScript } from './powershell-script.ts';

/** Reads a literal as PowerShell does: quotes doubled in quotes, and characters by their numbers. */
function read(written: string): string {
  const parts = [...written.matchAll(/'((?:[^']|'')*)'|\[char\](\d+)/g)];
  const rest = written.replace(/'(?:[^']|'')*'|\[char\]\d+/g, '');
  expect(rest).toMatch(/^[ +()]*$/);
  return parts.map(([, text, code]) => text?.replaceAll("''", "'") ?? String.fromCharCode(Number(code))).join('');
}

test('a text is in single quotes, which are doubled; what is not ASCII is spelled by its numbers', () => {
  expect(literal('it\'s $(x) `n "y"')).toBe("'it''s $(x) `n \"y\"'");
  expect(literal('a’b')).toBe("('' + 'a' + [char]8217 + 'b')");
  expect(literal('')).toBe("''");
  expect(literal('\n')).toBe("('' + [char]10)");
});

test('every text comes back, and no other kind of quote or line end stands in the script', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const written = literal(text);
      expect(read(written)).toBe(text);
      expect(written).toMatch(/^[ -~]*$/);
    }),
  );
});

/** Takes a command line apart as programs on Windows do. */
function wordsIn(line: string): readonly string[] {
  const words: string[] = [];
  let [word, inQuotes, started] = ['', false, false];
  for (let at = 0; at < line.length;) {
    const slashes = /^\\*/.exec(line.slice(at))![0].length;
    const next = line[at + slashes];
    if (next === '"') {
      word += '\\'.repeat(Math.floor(slashes / 2));
      if (slashes % 2 === 1) word += '"';
      else inQuotes = !inQuotes;
      started = true;
      at += slashes + 1;
    } else if (slashes > 0) {
      word += '\\'.repeat(slashes);
      started = true;
      at += slashes;
    } else if (!inQuotes && (next === ' ' || next === '\t')) {
      if (started) words.push(word);
      [word, started] = ['', false];
      at++;
    } else {
      word += next;
      started = true;
      at++;
    }
  }
  return started ? [...words, word] : words;
}

test('a word stays one word on the command line of Windows', () => {
  expect(argument('web-0')).toBe('web-0');
  expect(argument('a "b" c\\')).toBe('"a \\"b\\" c\\\\"');
  fc.assert(
    fc.property(fc.array(fc.string({ unit: fc.constantFrom('a', ' ', '"', '\\', '\t', '&', "'") })), (words) => {
      expect(wordsIn(words.map(argument).join(' '))).toEqual(words);
    }),
  );
});

test('a script calls each command once, with its words as one command line', () => {
  const script = powershellScript({
    bundle: 'ticket',
    refused: [],
    captures: [
      {
        command: 'kubectl describe pod -n shop web-0',
        words: ['kubectl', 'describe', 'pod', '-n', 'shop', "we'b\n0"],
        file: '001-kubectl-describe-pods.txt',
        why: ['line\nend'],
      },
    ],
  });
  expect(script.match(/^Save-Capture .+$/gm)).toEqual([
    `Save-Capture '001-kubectl-describe-pods.txt' '"kubectl describe pod -n shop ''we''\\\\''''b\\n0''"' ('' + 'kubectl describe pod -n shop ''we''\\''''b' + [char]10 + '0''') 'kubectl' ('' + 'describe pod -n shop "we''b' + [char]10 + '0"')`,
  ]);
  expect(script).toContain('#   line end\n');
  expect(script).toMatch(/^[\n -~]*$/);
});
