import { expect, test } from 'vitest';
import type { RawLine } from '../bundle/block.ts';
import type { Line } from '../bundle/line.ts';
import { createLogFold } from './fold-log-lines.ts';
import { kubectlLogs } from './kubectl-logs.ts';
import type { CaptureContext } from './capture.ts';
import type { PlacedReading } from './read-member.ts';

const context = { path: 'manager.log', wanted: () => true } as unknown as CaptureContext;

const read = (line: Line): readonly PlacedReading[] =>
  [...(kubectlLogs.parseLine?.(line, context) ?? [])].map((reading) => ({
    ...reading,
    capture: { path: 'manager.log', line: 1 } as unknown as PlacedReading['capture'],
    sample: false,
  }));

const time = (second: number): string =>
  `2024/02/07 ${String(10 + Math.floor(second / 3600)).padStart(2, '0')}:${String(Math.floor(second / 60) % 60).padStart(2, '0')}:${String(second % 60).padStart(2, '0')}`;

const TEXTS: readonly ((at: number) => string)[] = [
  (at) =>
    `{"Message":"${time(at)} Errorcode: 403, try ${at}","LogType":"ConfigAgentTrace","AgentTimestamp":"${time(at)}"}`,
  (at) => `{"Message":"${time(at)} no such host","LogType":"ConfigAgentTrace","AgentTimestamp":"${time(at)}.${at}"}`,
  (at) => `${time(at)} dial tcp 10.0.0.${at % 3}:443: i/o timeout`,
  (at) =>
    `E0207 06:04:${String(at % 60).padStart(2, '0')}.672000       1 client.go:9] "failed" err="status code ${400 + (at % 2)}"`,
  (at) => `${time(at)} Extension Pod error : 0/${1 + (at % 4)} nodes are available: 1 Insufficient memory.`,
];

const lines = Array.from({ length: 900 }, (_, at): Line => ({
  text: TEXTS[(at * 7) % TEXTS.length]!(at),
  number: at + 1,
}));

const rawOf = ({ text, number }: Line): RawLine => {
  const bytes = new TextEncoder().encode(`${text}\n`);
  return { bytes, from: 0, to: bytes.length - 1, number };
};

test('a line that is known by its text is kept as if it had been read', () => {
  const byLine = createLogFold();
  const byReading = createLogFold();
  for (const line of lines) {
    byLine.addLine(rawOf(line), read);
    for (const reading of read(line)) byReading.add(reading);
  }
  expect(byLine.kept()).toEqual(byReading.kept());
});

test('most lines that were met before with another time are not read', () => {
  const fold = createLogFold();
  let count = 0;
  for (const line of lines) {
    fold.addLine(rawOf({ ...line, text: TEXTS[1]!(line.number) }), (own) => {
      count += 1;
      return read(own);
    });
  }
  fold.kept();
  expect(count).toBeLessThan(30);
});

test('the memory of lines may be used again once they are settled', () => {
  const fold = createLogFold();
  const byReading = createLogFold();
  const memory = new Uint8Array(64 * 1024);
  for (let at = 0; at < lines.length; at += 40) {
    let from = 0;
    for (const line of lines.slice(at, at + 40)) {
      const { bytes, to } = rawOf(line);
      memory.set(bytes, from);
      fold.addLine({ bytes: memory, from, to: from + to, number: line.number }, read);
      from += bytes.length;
      for (const reading of read(line)) byReading.add(reading);
    }
    fold.settle();
    memory.fill(0x78);
  }
  expect(fold.kept()).toEqual(byReading.kept());
});
