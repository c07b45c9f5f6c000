import { labelSegment } from './label-path.ts';

/** A link of a bundle; it is never followed, only asked where it would lead. */
export interface Link {
  /** Path of the link, without a prefix. */
  readonly path: string;
  readonly target: string;
  /** The target is written from the top of the archive, not from the link's folder. */
  readonly fromTop?: true;
}

/** Links that lead out of the tree or to nothing in it; the others are second names of files that are read anyway. */
export function findLostLinks(links: readonly Link[], files: Iterable<string>): readonly string[] {
  if (links.length === 0) return [];
  const tree: Tree = { files: [...files].toSorted(compare), links: new Map(links.map((link) => [link.path, link])) };
  return links.filter((link) => !leadsInside(link, tree)).map((link) => link.path);
}

interface Tree {
  /** Sorted, so that a folder is found by its first file without a list of all folders. */
  readonly files: readonly string[];
  readonly links: ReadonlyMap<string, Link>;
}

/** A chain of links longer than this is a loop, or made to keep us busy. */
const LONGEST_CHAIN = 8;

function leadsInside(link: Link, tree: Tree): boolean {
  let path = resolve(link, link.target);
  for (let step = 0; step < LONGEST_CHAIN && path !== undefined; step += 1) {
    if (isThere(path, tree.files)) return true;
    path = throughLink(path, tree.links);
  }
  return false;
}

/** Replaces the longest beginning of the path that is itself a link. */
function throughLink(path: string, links: ReadonlyMap<string, Link>): string | undefined {
  for (let start = path; start !== ''; start = parentOf(start)) {
    const link = links.get(start);
    if (link !== undefined) return resolve(link, link.target + path.slice(start.length));
  }
  return undefined;
}

/** Undefined where the target is outside the tree. */
function resolve(link: Link, target: string): string | undefined {
  if (/^(?:[/\\]|[A-Za-z]:)/.test(target)) return undefined;
  const steps = link.fromTop === true ? [] : parentOf(link.path).split('/');
  const reached = steps.filter((step) => step !== '');
  for (const step of target.split(/[/\\]/)) {
    if (step === '..' && reached.pop() === undefined) return undefined;
    if (step !== '' && step !== '.' && step !== '..') reached.push(labelSegment(step));
  }
  return reached.join('/');
}

/** Whether it is a file, or a folder with a file in it. */
function isThere(path: string, files: readonly string[]): boolean {
  const folder = path === '' ? '' : `${path}/`;
  return files[firstFrom(path, files)] === path || (files[firstFrom(folder, files)]?.startsWith(folder) ?? false);
}

/** Index of the first file that is not before `path`. */
function firstFrom(path: string, files: readonly string[]): number {
  let low = 0;
  for (let high = files.length; low < high;) {
    const middle = (low + high) >> 1;
    if (compare(files[middle] ?? '', path) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const parentOf = (path: string): string => path.slice(0, Math.max(path.lastIndexOf('/'), 0));
