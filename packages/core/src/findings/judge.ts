import type { FactSet } from '../facts/fact-set.ts';
import type { CompiledRule } from '../rules/compile-rule.ts';
import type { RulePack, RuleTexts } from '../rules/rule.ts';
import { openLeaves } from './answer-condition.ts';
import { commandsFor, type Collecting, type OpenQuestions } from './collect-next.ts';
import { couldJudge, isHalfShown } from './could-judge.ts';
import type { Finding } from './finding.ts';
import type { FoldedFinding } from './fold-findings.ts';
import { arrangeIncidents } from './incidents.ts';
import { judgeInOrder } from './judge-in-order.ts';
import type { JudgedInstance } from './judge-rule.ts';
import { buildTimeline } from './timeline/build-timeline.ts';
import type { Timeline } from './timeline/timeline.ts';
import { worldOf } from './world.ts';
import { completeDrafts, draftFinding, type Draft } from './write-finding.ts';

export interface JudgeOptions {
  /** The words of the rules, by rule id. */
  readonly texts: ReadonlyMap<string, RuleTexts>;
  readonly collecting: Collecting;
  /** Told of each rule once it was judged. */
  readonly onRule?: (id: string) => void;
  /** Also put what the findings rest on in the order of time. */
  readonly timeline?: boolean;
}

/** What rules say of a bundle, and what they could not say for want of captures. */
export interface Judgement {
  /** Incident by incident: what explains most first, and what follows from it behind it. */
  readonly findings: readonly Finding[];
  /** Ids of the rules that could be judged, in the order of the packs. */
  readonly judged: readonly string[];
  readonly notJudged: readonly { readonly rule: string; readonly needs: readonly string[] }[];
  readonly timeline?: Timeline;
}

/** Puts rules to facts. The same facts give the same findings, in whatever order they come. */
export function judge(rules: readonly CompiledRule[], facts: FactSet, options: JudgeOptions): Judgement {
  const outcomes = new Map<CompiledRule, Outcome>();
  const told: FoldedFinding[] = [];
  for (const { rule, instances, folded } of judgeInOrder(rules, worldOf(facts, rules))) {
    if (options.timeline) told.push(...folded);
    outcomes.set(rule, {
      drafts: folded.map((finding) => draftFinding(finding, options.texts.get(rule.rule.id))),
      needs: needsOf(rule, instances, options.collecting),
    });
    options.onRule?.(rule.rule.id);
  }
  const inOrder = rules.map((rule) => ({ rule: rule.rule.id, ...outcomes.get(rule)! }));
  const notJudged = inOrder.flatMap(({ rule, needs }) => (needs ? [{ rule, needs }] : []));
  const drafts = inOrder.flatMap((outcome) => outcome.drafts);
  return {
    findings: arrangeIncidents(completeDrafts(drafts, options.collecting)),
    judged: inOrder.flatMap(({ rule, needs }) => (needs ? [] : [rule])),
    notJudged,
    ...(options.timeline && { timeline: buildTimeline(told) }),
  };
}

interface Outcome {
  readonly drafts: readonly Draft[];
  /** Commands without whose output the rule could not be judged; undefined where it could. */
  readonly needs: readonly string[] | undefined;
}

/** The words of rules in a language, by rule id. */
export const textsIn = (packs: readonly RulePack[], locale: string): ReadonlyMap<string, RuleTexts> =>
  new Map(packs.flatMap((pack) => Object.entries(localTexts(pack, locale))));

const localTexts = ({ texts }: RulePack, locale: string): Readonly<Record<string, RuleTexts>> =>
  Object.hasOwn(texts, locale) ? texts[locale]! : {};

function needsOf(
  { rule }: CompiledRule,
  instances: readonly JudgedInstance[],
  collecting: Collecting,
): readonly string[] | undefined {
  const half = instances.filter(isHalfShown);
  if (half.length === 0 && instances.some((instance) => couldJudge(instance, rule.inferred === true))) return undefined;
  const asking = half.length > 0 ? half : instances;
  return commandsFor(rule.inferred === true ? openInCauses(asking) : openInErrors(asking), collecting);
}

/** Told instance by instance: of thousands the first are enough, and the causes of the others are never judged. */
function* openInErrors(instances: readonly JudgedInstance[]): Generator<OpenQuestions, void, undefined> {
  for (const { appears, told } of instances) yield { leaves: openLeaves(appears), bindings: told };
}

function* openInCauses(instances: readonly JudgedInstance[]): Generator<OpenQuestions, void, undefined> {
  for (const instance of instances) {
    yield* openInErrors([instance]);
    for (const { open, bindings } of instance.causes) yield { leaves: open, bindings };
  }
}
