import type { FoundObject } from '../findings/finding.ts';
import { LIST_LENGTH, type Page } from './page.ts';
import { hang } from './wrap.ts';

/** The objects that something is about, of many the first. */
export function objectLines(objects: readonly FoundObject[], { words, width }: Page): readonly string[] {
  if (objects.length === 0) return [];
  const names = objects.slice(0, LIST_LENGTH).map(nameOf);
  const rest = objects.length > LIST_LENGTH ? [words.more(objects.length - LIST_LENGTH)] : [];
  return hang(`  ${words.objects}  `, [...names, ...rest].join(', '), width);
}

/** An object as people name it: `pod shop/api`. */
export const nameOf = ({ kind, namespace, name }: FoundObject): string =>
  `${kind} ${namespace === undefined ? name : `${namespace}/${name}`}`;
