import { expect } from 'vitest';
import { createBudget } from '../bundle/create-budget.ts';
import { splitText } from '../bundle/split-lines.ts';
import { CAPTURE_KINDS, PROSE } from './capture-kinds.ts';
import type { CaptureKind } from './capture.ts';
import { createMemberReader, type MemberRead } from './read-member.ts';

/** How a long list is read: at once where it is `whole`, else in parts. */
interface ReadingList {
  readonly whole?: boolean;
  readonly captureLines?: number;
}

/** What a file says that holds a list of objects of one kind of captures. */
export function readList(
  text: string,
  kind: CaptureKind,
  { whole = false, captureLines = 200_000 }: ReadingList = {},
): MemberRead {
  const kept: CaptureKind = { ...kind };
  delete (kept as { splitsBefore?: unknown }).splitsBefore;
  const kinds = CAPTURE_KINDS.map((one) => (whole && one === kind ? kept : one));
  const reader = createMemberReader('list', { kinds, prose: PROSE, budget: createBudget({ captureLines }) });
  reader.push(splitText(text));
  return reader.end();
}

/** Expects that a list tells the same in parts as at once, and at least so many facts. */
export function expectSameInParts(text: string, kind: CaptureKind, least: number): void {
  const parts = readList(text, kind);
  const whole = readList(text, kind, { whole: true });
  expect(parts.readings.map(({ fact, quotes }) => ({ fact, quotes }))).toEqual(
    whole.readings.map(({ fact, quotes }) => ({ fact, quotes })),
  );
  expect(parts.captures).toEqual(whole.captures);
  expect(whole.readings.length).toBeGreaterThanOrEqual(least);
}

/** Expects that a list of so many objects is read to its end though it is longer than what is held of a capture. */
export function expectAllRead(text: string, kind: CaptureKind, count: number): void {
  const { readings, captures } = readList(text, kind, { captureLines: 3000 });
  expect(readings).toHaveLength(count);
  expect(captures.map(({ complete }) => complete)).toEqual(['yes']);
}
