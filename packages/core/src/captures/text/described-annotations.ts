import type { Line } from '../../bundle/line.ts';
import { recordOf } from '../../facts/record-of.ts';
import { expandTabs } from './column-heading.ts';
import { indentOf, type Field } from './describe-layout.ts';

/** `key: value`, or the key alone above a value of several lines. */
export function annotationsOf(field: Field | undefined): Record<string, string> | undefined {
  if (!field || field.value === '<none>') return undefined;
  const depth = depthOf(field);
  const pairs: { key: string; lines: string[] }[] = [];
  const add = (text: string, deeper: boolean): void => {
    const [, key, value = ''] = deeper ? [] : (ANNOTATION.exec(text.trim()) ?? []);
    if (key !== undefined) pairs.push({ key, lines: value === '' ? [] : [value] });
    else pairs.at(-1)?.lines.push(deeper ? expandTabs(text).slice(Math.min(indentOf(text), depth + 2)) : text.trim());
  };
  add(field.value, false);
  for (const { text } of field.body) if (text.trim() !== '') add(text, indentOf(text) > depth);
  return pairs.length > 0 ? recordOf(pairs.map(({ key, lines }) => [key, lines.join('\n')])) : undefined;
}

/** Where the keys stand; below the only annotation there may be nothing but its value. */
function depthOf({ value, line, body }: Field): number {
  const first = value === '' || isMoved(line.text, body) ? Infinity : expandTabs(line.text).lastIndexOf(value);
  return body.reduce((least, { text }) => (text.trim() === '' ? least : Math.min(least, indentOf(text))), first);
}

/** Where one tab stands for the blanks in front of the first key, only the keys below tell where keys stand. */
function isMoved(text: string, body: readonly Line[]): boolean {
  const depths = body.map((line) => indentOf(line.text));
  const highest = body[depths.indexOf(Math.min(...depths))];
  return text.includes(':\t') && ANNOTATION.test(highest?.text.trim() ?? '');
}

const ANNOTATION = /^([A-Za-z0-9][\w./-]{0,316})(?::\s*|=)(.*)$/;
