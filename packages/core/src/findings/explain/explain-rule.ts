import type { CompiledRule } from '../../rules/compile-rule.ts';
import type { RuleTexts } from '../../rules/rule.ts';
import { supportOf } from '../answer-condition.ts';
import type { Bindings } from '../bindings.ts';
import type { Collecting } from '../collect-next.ts';
import type { ExplainedInstance, ExplainedRule, ReportReason } from '../explanation.ts';
import { fillText } from '../fill-template.ts';
import type { JudgedRule } from '../judge-in-order.ts';
import type { JudgedInstance } from '../judge-rule.ts';
import { extremes } from '../order.ts';
import { ruleFacts, type RuleFacts } from '../rule-facts.ts';
import { weighAgainst, weighEnd } from '../weigh.ts';
import type { World } from '../world.ts';
import { explainCause } from './explain-cause.ts';
import { explainCondition, explainPart } from './explain-condition.ts';
import { boundVariables } from './explained-fact.ts';

/** What a judged rule is explained with. */
export interface RuleExplaining {
  /** As it was when the rule was judged. */
  readonly world: World;
  readonly collecting: Collecting;
  /** The rule's words in another language, where there are some. */
  readonly texts: RuleTexts | undefined;
  /** Explains this cause only. */
  readonly cause: string | undefined;
}

/** Why a rule says what it says: every condition of each of its instances, with the facts that it was put to. */
export function explainRule(judged: JudgedRule, explaining: RuleExplaining): ExplainedRule {
  const { rule, instances } = judged;
  const { id, severity, inferred } = rule.rule;
  const told = { ...explaining, rule, facts: ruleFacts(explaining.world, rule.per) };
  const shown = chooseInstances(judged);
  return {
    id,
    severity,
    per: rule.per,
    inferred: inferred === true,
    ...(explaining.cause === undefined ? {} : { cause: explaining.cause }),
    instances: shown.map((instance) => explainInstance(instance, { ...told, finding: findingOf(instance, judged) })),
    more: instances.length - shown.length,
  };
}

const MOST = 20;

/** Of many instances one of each finding, then those that are reported, then others; in their order. */
function chooseInstances({ instances, folded }: JudgedRule): readonly JudgedInstance[] {
  if (instances.length <= MOST) return instances;
  const firsts = folded.map((finding) => finding.instances[0]!);
  const reported = instances.filter((instance) => instance.reported);
  const chosen = new Set([...new Set([...firsts, ...reported, ...instances])].slice(0, MOST));
  return instances.filter((instance) => chosen.has(instance));
}

const findingOf = (instance: JudgedInstance, { folded }: JudgedRule): string | undefined =>
  folded.find(({ instances }) => instances.includes(instance))?.id;

interface InstanceExplaining extends RuleExplaining {
  readonly rule: CompiledRule;
  readonly facts: RuleFacts;
  readonly finding: string | undefined;
}

function explainInstance(instance: JudgedInstance, explaining: InstanceExplaining): ExplainedInstance {
  const { rule, facts, collecting, texts, finding } = explaining;
  const { bound, appears, unless, resolvedBy, seen, reported, resolved, end, causes } = instance;
  const support = extremes(supportOf(appears));
  const asked = (bindings: Bindings) => ({ asking: { bindings, facts }, named: instance.bindings, collecting });
  const against = { ...asked(bound.all), asking: { bindings: bound.all, facts, unquoted: true } } as const;
  const parts = {
    unless: explainPart(rule.rule.unless, unless, { ...against, weigh: (known) => weighAgainst(known, support) }),
    resolvedBy: explainPart(rule.rule['resolved-by'], resolvedBy, {
      ...against,
      weigh: (known) => weighEnd(known, support),
    }),
  };
  return {
    of: boundVariables(instance.of),
    title: fillText(texts?.title ?? rule.rule.title, instance.bindings),
    ...(finding === undefined ? {} : { finding }),
    status: resolved ? 'resolved' : 'active',
    seen,
    reported,
    reason: reasonOf(instance),
    end,
    variables: boundVariables(instance.bindings),
    appears: explainCondition({ all: rule.rule.appears }, appears, { ...asked(bound.appears), named: instance.told }),
    ...(parts.unless && { unless: parts.unless }),
    ...(parts.resolvedBy && { resolvedBy: parts.resolvedBy }),
    causes: causes.flatMap((cause, index) =>
      explaining.cause === undefined || explaining.cause === cause.cause.id
        ? explainCause(cause, { ...explaining, instance, bindings: bound.causes[index]! })
        : [],
    ),
  };
}

function reasonOf({ reported, seen, denied, appears }: JudgedInstance): ReportReason {
  if (reported && !seen) return 'inferred';
  if (seen) return denied ? 'over' : 'seen';
  return appears.answer === 'supported' ? 'only-looks-like-it' : 'not-seen';
}
