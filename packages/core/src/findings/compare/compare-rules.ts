import type { CompiledRule } from '../../rules/compile-rule.ts';
import type { RuleTexts } from '../../rules/rule.ts';
import { supportedLeaves } from '../answer-condition.ts';
import type { AnsweredLeaf } from '../answered-leaf.ts';
import type { Bindings } from '../bindings.ts';
import { commandsFor, type Collecting } from '../collect-next.ts';
import { supportingEvidence } from '../evidence.ts';
import { fillText } from '../fill-template.ts';
import type { Evidence, Verdict } from '../finding.ts';
import { foundObject } from '../found-objects.ts';
import { isLikely } from '../judge-cause.ts';
import { judgeInOrder, type JudgedRule } from '../judge-in-order.ts';
import type { InstanceCause, JudgedInstance } from '../judge-rule.ts';
import type { World } from '../world.ts';
import type { Change, ChangeKind, ChangeReason } from './change.ts';
import { lookAgain, type FoundBefore } from './look-again.ts';
import { areSameObjects } from './same-objects.ts';

export interface CompareOptions {
  /** The rules' words in the language of the comparison, by rule id. */
  readonly texts: ReadonlyMap<string, RuleTexts>;
  /** What can be asked of the later bundle. */
  readonly collecting: Collecting;
}

/** Judges rules over two worlds and says for each cause, and each error without a likely one, what became of it. */
export function compareRules(
  rules: readonly CompiledRule[],
  { before, after }: { readonly before: World; readonly after: World },
  options: CompareOptions,
): readonly Change[] {
  const earlier = [...judgeInOrder(rules, before)];
  const later = new Map([...judgeInOrder(rules, after)].map((judged) => [judged.rule, judged]));
  const fates: Fates = new Map();
  const changes = earlier.flatMap((judged) => {
    const afterwards = later.get(judged.rule);
    const now = afterwards?.instances ?? [];
    return [
      ...judged.instances.flatMap((instance) => whatBecameOf(instance, judged, { now, after, fates, options })),
      ...newSince(judged.instances, now, { rule: judged.rule, judged: afterwards ?? judged, options }),
    ];
  });
  const order = new Map(rules.map(({ rule }, index) => [rule.id, index]));
  return changes.toSorted((a, b) => order.get(a.rule)! - order.get(b.rule)!);
}

/** What became of each finding's causes, by its id: a finding that rests on it needs to know. */
type Fates = Map<string, ChangeKind[]>;

interface Later {
  readonly now: readonly JudgedInstance[];
  readonly after: World;
  readonly fates: Fates;
  readonly options: CompareOptions;
}

const isActive = (instance: JudgedInstance): boolean => instance.reported && !instance.resolved;

const activeCauses = (instance: JudgedInstance): readonly InstanceCause[] =>
  isActive(instance) ? instance.causes.filter((cause) => isLikely(cause) && !cause.resolved) : [];

function whatBecameOf(instance: JudgedInstance, judged: JudgedRule, later: Later): readonly Change[] {
  if (!isActive(instance)) return [];
  const successors = later.now.filter((other) => areSameObjects(instance.of, other.of));
  const causes = activeCauses(instance).map((cause) => becameOfCause({ instance, cause, judged, successors }, later));
  const rest = causes.some(({ change }) => change === 'still-there')
    ? []
    : becameOfError({ instance, judged, successors }, later);
  const changes = causes.length === 0 ? rest : [...causes, ...rest.filter(({ change }) => change === 'still-there')];
  for (const id of idsOf(instance, judged))
    later.fates.set(id, [...(later.fates.get(id) ?? []), ...changes.map(({ change }) => change)]);
  return changes;
}

/** The findings that an instance is told in. */
const idsOf = (instance: JudgedInstance, { folded }: JudgedRule): readonly string[] =>
  folded.filter(({ instances }) => instances.includes(instance)).map(({ id }) => id);

interface Case {
  readonly instance: JudgedInstance;
  readonly judged: JudgedRule;
  /** The same objects in the later bundle. */
  readonly successors: readonly JudgedInstance[];
}

function becameOfCause(
  { instance, cause, judged, successors }: Case & { readonly cause: InstanceCause },
  later: Later,
): Change {
  const { rule } = judged;
  const index = instance.causes.indexOf(cause);
  const again = successors.flatMap(activeCauses).find((other) => other.cause === cause.cause);
  const common = {
    ...aboutCause(cause, { rule, judged, instance, options: later.options }),
    before: cause.verdict,
    evidenceBefore: supportingEvidence(cause.evidence),
  };
  if (again) return stillThere(common, again.verdict, supportingEvidence(again.evidence));
  const evidence = [...cause.evidence, ...(cause.evidence.length === 0 ? supportedLeaves(instance.appears) : [])];
  return settled(common, { rule, instance, cause: rule.causes[index], bindings: cause.bindings, evidence }, later);
}

function becameOfError({ instance, judged, successors }: Case, later: Later): readonly Change[] {
  if (!instance.seen) return [];
  const { rule } = judged;
  const evidence = supportedLeaves(instance.appears);
  const common = {
    ...aboutError({ rule, judged, instance, options: later.options }),
    evidenceBefore: supportingEvidence(evidence),
  };
  const again = successors.find((other) => isActive(other) && other.seen);
  if (again) return [stillThere(common, undefined, supportingEvidence(supportedLeaves(again.appears)))];
  return [settled(common, { rule, instance, cause: undefined, bindings: instance.bindings, evidence }, later)];
}

type Common = Pick<
  Change,
  'findings' | 'rule' | 'cause' | 'title' | 'severity' | 'objects' | 'before' | 'evidenceBefore'
>;

const stillThere = (common: Common, after: Verdict | undefined, evidenceAfter: readonly Evidence[]): Change => ({
  ...common,
  change: 'still-there',
  reason: 'found-again',
  ...(after === undefined ? {} : { after }),
  evidenceAfter,
  collect: [],
});

/** It is not found any more: fixed, or out of sight. */
function settled(common: Common, before: FoundBefore, { after, fates, options }: Later): Change {
  const isFixed = (leaf: AnsweredLeaf): boolean =>
    leaf.support.every(({ fact }) => {
      const fate = fact.kind === 'finding' ? fates.get(fact.finding) : undefined;
      return fate !== undefined && fate.length > 0 && fate.every((change) => change === 'fixed');
    });
  const { visible, over, evidence, open, bindings } = lookAgain(before, after, isFixed);
  const isOver = visible && over;
  const reason: ChangeReason = isOver ? 'shown-to-be-over' : visible ? 'nothing-shows-the-end' : 'captures-missing';
  const commands = isOver ? [] : commandsFor([{ leaves: open, bindings }], options.collecting);
  return {
    ...common,
    change: isOver ? 'fixed' : 'lost-visibility',
    reason,
    evidenceAfter: isOver ? evidence : [],
    collect: commands.map((command) => ({ command, why: common.title })),
  };
}

/** What is found now and was not before. */
function newSince(
  then: readonly JudgedInstance[],
  now: readonly JudgedInstance[],
  about: Omit<About, 'instance'>,
): readonly Change[] {
  return now.filter(isActive).flatMap((instance) => {
    const earlier = then.filter((other) => areSameObjects(other.of, instance.of));
    const causes = activeCauses(instance);
    const fresh = causes.filter(
      ({ cause }) => !earlier.some((other) => activeCauses(other).some((known) => known.cause === cause)),
    );
    const isNewError = causes.length === 0 && instance.seen && !earlier.some((other) => isActive(other) && other.seen);
    return [
      ...fresh.map((cause) => ({
        ...appeared(supportingEvidence(cause.evidence)),
        ...aboutCause(cause, { ...about, instance }),
        after: cause.verdict,
      })),
      ...(isNewError
        ? [
            {
              ...appeared(supportingEvidence(supportedLeaves(instance.appears))),
              ...aboutError({ ...about, instance }),
            },
          ]
        : []),
    ];
  });
}

const appeared = (
  evidenceAfter: readonly Evidence[],
): Pick<Change, 'change' | 'reason' | 'evidenceBefore' | 'evidenceAfter' | 'collect'> => ({
  change: 'new',
  reason: 'not-found-before',
  evidenceBefore: [],
  evidenceAfter,
  collect: [],
});

interface About {
  readonly rule: CompiledRule;
  readonly judged: JudgedRule;
  readonly instance: JudgedInstance;
  readonly options: CompareOptions;
}

type AboutError = Pick<Change, 'findings' | 'rule' | 'title' | 'severity' | 'objects'>;

function aboutError({ rule: compiled, judged, instance, options }: About): AboutError {
  const { rule, per } = compiled;
  const title = options.texts.get(rule.id)?.title ?? rule.title;
  const object = foundObject(per, instance.of);
  return {
    findings: idsOf(instance, judged),
    rule: rule.id,
    title: filled(title, instance.bindings),
    severity: rule.severity,
    objects: object ? [object] : [],
  };
}

function aboutCause({ cause, bindings }: InstanceCause, about: About): AboutError & { readonly cause: string } {
  const words = about.options.texts.get(about.rule.rule.id)?.causes.find(({ id }) => id === cause.id);
  return { ...aboutError(about), cause: cause.id, title: filled(words?.title ?? cause.title, bindings) };
}

const filled = (title: string, bindings: Bindings): string => fillText(title, bindings);
