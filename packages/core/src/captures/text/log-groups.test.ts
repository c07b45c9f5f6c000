import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { linesOf } from '../parse-sample.test.kit.ts';
import { logEntries } from './log-groups.ts';

const entries = (text: string) => [...logEntries(linesOf(text))].map((line) => line.text);

const GO = `panic: runtime error: invalid memory address or nil pointer dereference
[signal SIGSEGV: segmentation violation code=0x1 addr=0x18 pc=0x1a2b3c4]

goroutine 1 [running]:
main.(*Server).Start(0x0, {0x1d8f7a0, 0xc000124000})
\t/workspace/cmd/server/main.go:87 +0x1c4
main.main()
\t/workspace/cmd/server/main.go:31 +0x85`;

const JAVA = `Exception in thread "main" java.lang.IllegalStateException: Failed to load ApplicationContext
    at org.example.shop.Main.main(Main.java:21)
Caused by: java.net.UnknownHostException: postgres.shop.svc.cluster.local
    ... 17 more`;

const PYTHON = `Traceback (most recent call last):
  File "/app/main.py", line 12, in <module>
    settings = load(path)
KeyError: 'DATABASE_URL'`;

describe('a trace is one entry', () => {
  test.each([
    ['of Go', GO],
    ['of Java', JAVA],
    ['of Python', PYTHON],
  ])('%s', (_, trace) => {
    const before = 'I0521 12:04:05.123456       1 main.go:7] starting';
    const after = 'I0521 12:04:06.123456       1 main.go:9] stopped';
    expect(entries(`${before}\n${trace}\n${after}`)).toEqual([before, trace, after]);
  });

  test('with the time of the runtime in front of each of its lines', () => {
    const stamp = (text: string, i: number) => `2024-08-09T06:21:3${i}.712646207Z ${text}`;
    const text = PYTHON.split('\n').map(stamp).join('\n');
    expect(entries(text)).toEqual([stamp(PYTHON, 0)]);
  });

  test('of one container, not of the next', () => {
    expect(entries('[pod/a-1/x] panic: lost\n[pod/b-1/y]   indented')).toHaveLength(2);
  });

  test('that names its lines', () => {
    expect([...logEntries(linesOf(JAVA))]).toMatchObject([{ number: 1, endNumber: 4 }]);
  });
});

test('what a runtime wrote in parts is put together', () => {
  const at = '2024-08-09T06:21:37.712646207Z';
  expect(entries(`${at} stdout P {"level":"info",\n${at} stdout F "msg":"x"}\n${at} stderr F other`)).toEqual([
    `${at} stdout P {"level":"info","msg":"x"}`,
    `${at} stderr F other`,
  ]);
});

describe('what a terminal broke is put together', () => {
  const long = (i: number) => `2024-08-09T06:21:${i}.712Z INFO controller reconciled ${'name '.repeat(20 + i)}end`;
  const broken = (text: string, width: number) =>
    text.replace(new RegExp(`.{${width}}`, 'g'), (piece) => `${piece}\n`).replace(/\n$/, '');

  test.each([80, 97, 120])('at %d columns', (width) => {
    const lines = [10, 11, 12, 13].map(long);
    expect(entries(lines.map((line) => broken(line, width)).join('\n'))).toEqual(lines);
  });

  test('but not lines that are as long as each other', () => {
    const lines = [10, 11, 12].map((second) => `2024-08-09T06:21:${second}.712Z ${'x'.repeat(55)}`);
    expect(entries(lines.join('\n'))).toEqual(lines);
  });

  test('nor a line that repeats', () => {
    const lines = ['a'.repeat(143), 'b', 'a'.repeat(143), 'c', 'a'.repeat(143), 'd'];
    expect(entries(lines.join('\n'))).toEqual(lines);
  });
});

test('no line is lost', () => {
  const line = fc.constantFrom('', ' x', '\tat a', 'panic: x', 'main.main()', 'KeyError: x', 'y', 'z'.repeat(80));
  fc.assert(
    fc.property(fc.array(line, { maxLength: 40 }), (texts) => {
      const all = [...logEntries(linesOf(texts.join('\n')))];
      const covered = all.reduce((sum, { number, endNumber = number }) => sum + endNumber - number + 1, 0);
      expect(covered).toBe(texts.join('\n').split('\n').length);
    }),
  );
});

test('an empty prompt is no rest of a line that is as long as a terminal is wide', () => {
  const line = 'Get "https://shop.example": dial tcp 10.0.0.1:443: connect: connection refused'.padEnd(132, '.');
  expect(entries(`${line}\n$`)).toEqual([line, '$']);
});
