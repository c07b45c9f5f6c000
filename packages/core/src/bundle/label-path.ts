import type { Budget, Limits } from './budget.ts';

/** Gives out the labels of a bundle's files. */
export interface Labels {
  /** A label for this name that no other file has. */
  claim(name: string): string;
  has(label: string): boolean;
  all(): Iterable<string>;
}

/** Labels that are unique below `prefix`; shortened and repeated names are noted. */
export function createLabels(budget: Budget, prefix = ''): Labels {
  const labels = new Set<string>();
  const copies = new Map<string, number>();
  return {
    claim(name) {
      const label = shorten(labelPath(name), budget.limits);
      const full = prefix + label.text;
      if (label.shortened)
        budget.note('limit-name', 'the name is longer or deeper than the limit; it is shortened here', { path: full });
      const { size } = labels;
      if (labels.add(full).size > size) return full;
      budget.note('duplicate-path', 'the name occurs more than once; the later ones got a number', { path: full });
      const free = nextCopy(full, { labels, copies });
      labels.add(free);
      return free;
    },
    has: (label) => labels.has(label),
    all: () => labels,
  };
}

/**
 * A name as it may be shown and compared, but never opened: `/` between folders, nothing before the first, no `.`,
 * `..` and drive letters in brackets, characters that act on a terminal made visible.
 */
export function labelPath(name: string): string {
  if (!ODD_NAME.test(name)) return name;
  const segments = name.replaceAll('\\', '/').split('/');
  const kept = segments.filter((segment) => segment !== '' && segment !== '.').map(labelSegment);
  return kept.length === 0 ? 'unnamed' : kept.join('/');
}

/** One step of a path, as a label shows it. */
export function labelSegment(segment: string): string {
  const inert = segment === '..' ? '(..)' : segment.replace(/^[A-Za-z]:/, '($&)');
  return inert.replace(CONTROLS, showCharacter);
}

/** C0, DEL, C1, and what changes the direction or the place of text without being seen. */
const CONTROLS = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

/** Anything that a label shows in another way, also empty steps and steps of dots. */
const ODD_NAME = new RegExp(`^$|^/|//|/$|(?:^|/)\\.{1,2}(?:/|$)|\\\\|(?:^|/)[A-Za-z]:|${CONTROLS.source}`);

function showCharacter(character: string): string {
  const code = character.charCodeAt(0);
  return code < 128 ? `^${String.fromCharCode(code ^ 64)}` : `<U+${code.toString(16).toUpperCase().padStart(4, '0')}>`;
}

function shorten(
  label: string,
  { nameBytes, nameDepth }: Limits,
): { readonly text: string; readonly shortened: boolean } {
  if (label.length < nameDepth && 3 * label.length < nameBytes) return { text: label, shortened: false };
  const segments = label.split('/');
  const flat =
    segments.length > nameDepth ? [...segments.slice(0, nameDepth - 1), '…', ...segments.slice(-1)].join('/') : label;
  const bytes = flat.length * 3 <= nameBytes ? undefined : new TextEncoder().encode(flat);
  if (bytes === undefined || bytes.length <= nameBytes) return { text: flat, shortened: flat !== label };
  const start = new TextDecoder().decode(bytes.subarray(0, nameBytes), { stream: true });
  return { text: `${start}…`, shortened: true };
}

function nextCopy(label: string, { labels, copies }: { labels: Set<string>; copies: Map<string, number> }): string {
  let count = copies.get(label) ?? 1;
  do count += 1;
  while (labels.has(`${label}#${count}`));
  copies.set(label, count);
  return `${label}#${count}`;
}
