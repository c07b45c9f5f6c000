import type { ExplainedCondition, ExplainedInstance } from '../findings/explanation.ts';

/** Instances by what is to be said of them: the same verdicts, from the same answers to every question. */
export function alikeInstances(instances: readonly ExplainedInstance[]): readonly (readonly ExplainedInstance[])[] {
  const alike = new Map<string, ExplainedInstance[]>();
  for (const instance of instances) {
    const key = JSON.stringify(sayingOf(instance));
    alike.set(key, [...(alike.get(key) ?? []), instance]);
  }
  return [...alike.values()];
}

const sayingOf = ({ status, reason, end, appears, unless, resolvedBy, causes }: ExplainedInstance): unknown => [
  status,
  reason,
  end,
  ...[appears, unless, resolvedBy].map(answersOf),
  causes.map((cause) => [
    cause.verdict,
    cause.resolved,
    cause.reason,
    cause.outdated,
    cause.capped,
    ...[cause.when, cause.unless, cause.resolvedBy, cause.because].map(answersOf),
  ]),
];

function answersOf(condition: ExplainedCondition | undefined): unknown {
  if (!condition) return undefined;
  if (condition.type !== 'question') return [condition.answer, condition.conditions.map(answersOf)];
  const { answer, want, facts } = condition;
  return [answer, want, [...new Set(facts.map((fact) => `${fact.speaks} ${fact.silent} ${fact.weight}`))].sort()];
}
