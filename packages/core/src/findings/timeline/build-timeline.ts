import { byOrigin, type KnownFact } from '../../facts/fact-set.ts';
import { supportedLeaves } from '../answer-condition.ts';
import type { AnsweredLeaf } from '../answered-leaf.ts';
import { supportShown, type Shown } from '../evidence.ts';
import type { FoldedFinding } from '../fold-findings.ts';
import { isLikely } from '../judge-cause.ts';
import type { JudgedInstance } from '../judge-rule.ts';
import { momentsOf, type TimelineMoment } from './moments-of.ts';
import type { Timeline, TimelineEntry, TimelineRole } from './timeline.ts';

/** Puts what findings rest on in the order of time, and lines that say the same together. */
export function buildTimeline(findings: readonly FoldedFinding[]): Timeline {
  const alike = new Map<string, Alike>();
  for (const { shown, roles } of shownIn(findings).values()) {
    for (const moment of momentsOf(shown)) {
      const group = alike.get(moment.key);
      if (group) group.push({ moment, roles });
      else alike.set(moment.key, [{ moment, roles }]);
    }
  }
  const entries = [...alike.values()].map(entryOf).sort(byTime);
  return { entries: entries.slice(0, MOST), omitted: Math.max(0, entries.length - MOST) };
}

const MOST = 500;

type Alike = { readonly moment: TimelineMoment; readonly roles: readonly TimelineRole[] }[];

/** Each fact with what it means to the findings; what another rule found is told by its own facts. */
function shownIn(findings: readonly FoldedFinding[]): ReadonlyMap<KnownFact, Told> {
  const told = new Map<KnownFact, Told>();
  for (const { id, rule, instances } of findings) {
    for (const { leaves, ...role } of instances.flatMap(spokenIn)) {
      for (const shown of supportShown(leaves)) {
        if (shown.known.fact.kind === 'finding') continue;
        const roles = [...(told.get(shown.known)?.roles ?? []), { finding: id, rule: rule.rule.id, ...role }];
        told.set(shown.known, { shown: told.get(shown.known)?.shown ?? shown, roles });
      }
    }
  }
  return told;
}

interface Told {
  readonly shown: Shown;
  readonly roles: readonly TimelineRole[];
}

type Spoken = Pick<TimelineRole, 'cause' | 'speaks'> & { readonly leaves: readonly AnsweredLeaf[] };

const spokenIn = ({ seen, resolved, appears, resolvedBy, causes }: JudgedInstance): readonly Spoken[] => [
  ...(seen ? [{ speaks: 'for' as const, leaves: supportedLeaves(appears) }] : []),
  ...(resolved ? [{ speaks: 'end' as const, leaves: supportedLeaves(resolvedBy) }] : []),
  ...causes
    .filter(isLikely)
    .flatMap(({ cause, evidence, counterEvidence, resolved: over }) => [
      { cause: cause.id, speaks: 'for' as const, leaves: evidence },
      ...(over ? [{ cause: cause.id, speaks: 'end' as const, leaves: counterEvidence }] : []),
    ]),
];

/** The first line of those that say the same, with what all of them mean. */
function entryOf(alike: Alike): TimelineEntry {
  const moments = alike.map(({ moment }) => moment).sort(byTime);
  const { key: _, ...first } = moments[0]!;
  const places = new Set(moments.map(({ path, line }) => `${path}:${line}`));
  const until = moments.findLast(({ time }) => time !== undefined)?.time;
  const roles = new Map(alike.flatMap((one) => one.roles).map((role) => [JSON.stringify(role), role]));
  // A cause says more than its error.
  const told = [...roles].filter(([, { finding, cause }]) => cause !== undefined || !hasCause(finding, roles));
  return {
    ...first,
    ...(places.size > 1 ? { more: places.size - 1 } : {}),
    ...(until !== undefined && until !== first.time ? { until } : {}),
    findings: told.sort(([a], [b]) => (a < b ? -1 : 1)).map(([, role]) => role),
  };
}

const hasCause = (finding: string, roles: ReadonlyMap<string, TimelineRole>): boolean =>
  [...roles.values()].some((role) => role.finding === finding && role.cause !== undefined);

type Placed = Pick<TimelineEntry, 'time' | 'earliest' | 'ageSeconds' | 'path' | 'line' | 'endLine' | 'text'>;

/** Times before ages, ages before what has neither; of equals by place. */
const byTime = (a: Placed, b: Placed): number =>
  groupOf(a) - groupOf(b) ||
  (a.time !== undefined && b.time !== undefined ? Date.parse(a.time) - Date.parse(b.time) : 0) ||
  (b.ageSeconds ?? 0) - (a.ageSeconds ?? 0) ||
  byOrigin(a, b) ||
  (a.text < b.text ? -1 : a.text > b.text ? 1 : 0);

const groupOf = ({ time, ageSeconds }: Placed): number => (time !== undefined ? 0 : ageSeconds !== undefined ? 1 : 2);
