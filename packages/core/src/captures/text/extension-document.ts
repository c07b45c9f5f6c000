import type { Line } from '../../bundle/line.ts';
import { indentOf } from './describe-layout.ts';
import { jsonValue } from './json-value.ts';
import { yamlValue } from './yaml-value.ts';

/** A document of an extension, or of one in a list, and where it stands. */
export interface ExtensionDocument {
  readonly value: unknown;
  readonly lines: readonly Line[];
}

/** The documents that the output of `az k8s-extension` holds, as JSON or as YAML: itself, or the items of its list. */
export function extensionDocuments(lines: readonly Line[]): readonly ExtensionDocument[] {
  const filled = lines.filter(({ text }) => text.trim() !== '');
  const first = filled[0]?.text ?? '';
  const parts = /^\s{0,8}\[/.test(first) ? jsonItems(filled) : first.startsWith('- ') ? yamlItems(filled) : [filled];
  const isJson = /^\s{0,8}[[{]/.test(first);
  return parts.flatMap((part) => {
    const value = isJson ? jsonOf(part) : yamlOf(part);
    return Array.isArray(value)
      ? value.map((one: unknown) => ({ value: one, lines: part }))
      : value === undefined
        ? []
        : [{ value, lines: part }];
  });
}

/** A list that is printed over several lines has each item between braces of one depth. */
function jsonItems(lines: readonly Line[]): readonly (readonly Line[])[] {
  const depth = indentOf(lines[1]?.text ?? '');
  if (lines.length < 3 || !/^\s*\{\s*$/.test(lines[1]?.text ?? '')) return [lines];
  const starts = lines.flatMap(({ text }, at) => (/^\s*\{\s*$/.test(text) && indentOf(text) === depth ? [at] : []));
  return starts.map((start, at) => {
    const upTo = lines.slice(start, starts[at + 1]);
    const end = upTo.findIndex(({ text }) => /^\s*\},?\s*$/.test(text) && indentOf(text) === depth);
    return end < 0 ? upTo : upTo.slice(0, end + 1);
  });
}

function yamlItems(lines: readonly Line[]): readonly (readonly Line[])[] {
  const starts = lines.flatMap(({ text }, at) => (text.startsWith('- ') ? [at] : []));
  return starts.map((start, at) => lines.slice(start, starts[at + 1]));
}

const textOf = (lines: readonly Line[]): string => lines.map(({ text }) => text).join('\n');

const jsonOf = (lines: readonly Line[]): unknown => jsonValue(textOf(lines).replace(/,\s*$/, ''));

const yamlOf = (lines: readonly Line[]): unknown => yamlValue(textOf(lines).replace(/^- /, '  '));
