import { byName } from '../found-objects.ts';
import { listEvidence } from '../evidence.ts';
import type { Change } from './change.ts';

/** Puts changes of which the same is to be said together, with all their objects, in the order of the first of each. */
export function foldChanges(changes: readonly Change[]): readonly Change[] {
  const alike = new Map<string, Change[]>();
  for (const change of changes) {
    const { rule, cause, reason, before, after, suppressed } = change;
    const key = JSON.stringify([rule, cause, change.change, reason, before, after, suppressed]);
    const group = alike.get(key);
    if (group) group.push(change);
    else alike.set(key, [change]);
  }
  return [...alike.values()].map((group) => ({
    ...group[0]!,
    objects: group.flatMap(({ objects }) => objects).toSorted(byName),
    evidenceBefore: listEvidence(group.flatMap(({ evidenceBefore }) => evidenceBefore)),
    evidenceAfter: listEvidence(group.flatMap(({ evidenceAfter }) => evidenceAfter)),
    findings: [...new Set(group.flatMap(({ findings }) => findings))].toSorted(),
    collect: distinct(group.flatMap(({ collect }) => collect)).slice(0, MOST),
  }));
}

const distinct = (collect: Change['collect']): Change['collect'] => [
  ...new Map(collect.map((one) => [one.command, one])).values(),
];

const MOST = 3;
