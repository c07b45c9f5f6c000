import type { Budget } from '../bundle/budget.ts';
import { commonRoot } from '../bundle/common-root.ts';
import { bundleKindOf, type BundleKind } from './bundle-layout.ts';
import type { MemberRead } from './read-member.ts';

/** Every file of a bundle, read, and the name each goes by in the report. */
export interface BundleRead {
  readonly members: readonly MemberRead[];
  /** Which collector made it. */
  readonly kind: BundleKind;
  /** The folder that all files share, with its `/`; empty where they share none. */
  readonly root: string;
  /** The path without the folder that all files share: a folder and its archive give the same names. */
  readonly label: (path: string) => string;
}

/** Reads to the end. Facts beyond the limit are left out, with a note. */
export async function readAll(reading: AsyncIterable<MemberRead>, budget: Budget): Promise<BundleRead> {
  const members: MemberRead[] = [];
  let facts = 0;
  for await (const member of reading) {
    const room = Math.max(0, budget.limits.facts - facts);
    if (member.readings.length > room) {
      budget.note('limit-facts', `holds more facts than the limit of ${budget.limits.facts} leaves room for`, {
        path: member.path,
      });
    }
    members.push({ ...member, readings: member.readings.slice(0, room) });
    facts += member.readings.length;
  }
  const paths = members.map(({ path }) => path);
  const root = commonRoot(paths);
  return {
    members,
    kind: bundleKindOf(paths),
    root,
    label: (path) => (root !== '' && path.startsWith(root) ? path.slice(root.length) : path),
  };
}
