import { placed } from './create-budget.ts';
import { labelPath } from './label-path.ts';
import type { Labels } from './label-path.ts';
import { findLostLinks } from './lost-links.ts';
import type { Link } from './lost-links.ts';
import type { Watch } from './stall-guard.ts';

/** An entry that is no regular file, as an archive and the disk describe it. */
export interface OddEntry {
  readonly name: string;
  readonly type?: string | null | undefined;
  readonly linkname?: string | null | undefined;
}

/** Collects what is in a tree beside files, for one note of each sort at its end. */
export interface Oddities {
  see(entry: OddEntry): void;
  /** Notes links that lead nowhere in the tree, and devices, fifos and sockets. */
  note(labels: Labels): void;
}

/** Links and special files below `prefix`. */
export function createOddities({ budget, path }: Pick<Watch, 'budget' | 'path'>, prefix: string): Oddities {
  const links: Link[] = [];
  const special: string[] = [];
  return {
    see({ name, type, linkname }) {
      if (type === 'directory') return;
      if (type === 'link' || type === 'symlink') links.push(linkOf({ name, type, linkname }));
      else special.push(labelPath(name));
    },
    note(labels) {
      const lost = links.length === 0 ? [] : findLostLinks(links, filesBelow(prefix, labels));
      if (lost.length > 0) budget.note('link-outside', sentence(lost, LOST, prefix), placed(path));
      if (special.length > 0) budget.note('special-file-skipped', sentence(special, SPECIAL, prefix), placed(path));
    },
  };
}

const filesBelow = (prefix: string, labels: Labels): readonly string[] =>
  [...labels.all()].map((label) => label.slice(prefix.length));

const LOST = ['link leads', 'links lead', 'outside the bundle or to nothing'] as const;
const SPECIAL = ['device, fifo or socket was', 'devices, fifos or sockets were', 'not opened'] as const;

const linkOf = ({ name, type, linkname }: OddEntry): Link => ({
  path: labelPath(name),
  target: linkname ?? '',
  ...(type === 'link' && { fromTop: true as const }),
});

function sentence(
  paths: readonly string[],
  [one, many, what]: readonly [string, string, string],
  prefix: string,
): string {
  const first = prefix + paths.reduce((least, path) => (path < least ? path : least));
  return `${paths.length} ${paths.length === 1 ? one : many} ${what}: ${first}${paths.length === 1 ? '' : ', ...'}`;
}
