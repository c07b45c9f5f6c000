import type { Answered } from '../findings/answer-condition.ts';
import { isLikely } from '../findings/judge-cause.ts';
import type { InstanceCause, JudgedInstance } from '../findings/judge-rule.ts';
import type { CompiledGroup } from '../rules/compile-condition.ts';
import type { CompiledRule } from '../rules/compile-rule.ts';

/** The conditions of a rule on which a verdict can rest, by their places: `appears[0]`, `CAUSE.resolved-by[1]`. */
export function conditionsToTry({ appears, unless, resolvedBy, causes }: CompiledRule): readonly string[] {
  return [
    ...placesIn('appears', appears),
    ...placesIn('unless', unless),
    ...placesIn('resolved-by', resolvedBy),
    ...causes.flatMap(({ cause: { id }, ...own }) => [
      ...(own.when ? placesIn(`${id}.when`, own.when) : []),
      ...placesIn(`${id}.unless`, own.unless),
      ...placesIn(`${id}.resolved-by`, own.resolvedBy),
    ]),
  ];
}

const placesIn = (name: string, { children }: CompiledGroup): readonly string[] =>
  children.map((_, index) => `${name}[${index}]`);

/** Those of them on which something rests that is said of an instance, so that taking their lines away tries them. */
export function triedConditions(instance: JudgedInstance): readonly string[] {
  const { seen, reported, denied, resolved, appears, unless, resolvedBy, causes } = instance;
  if (!reported) return denied && appears.answer === 'supported' ? supportedIn('unless', unless) : [];
  const over = resolved || causes.some((cause) => cause.resolved);
  return [
    ...(seen ? supportedIn('appears', appears) : []),
    ...(over ? supportedIn('resolved-by', resolvedBy) : []),
    ...causes.flatMap(triedOfCause),
  ];
}

function triedOfCause(judged: InstanceCause): readonly string[] {
  const { cause, answers, weighed, reason, resolved } = judged;
  return [
    ...(answers.when && isLikely(judged) ? supportedIn(`${cause.id}.when`, weighed) : []),
    ...(answers.unless && reason === 'ruled-out' ? supportedIn(`${cause.id}.unless`, answers.unless) : []),
    ...(answers.resolvedBy && resolved ? supportedIn(`${cause.id}.resolved-by`, answers.resolvedBy) : []),
  ];
}

const supportedIn = (name: string, answered: Answered): readonly string[] =>
  answered.type === 'leaf'
    ? []
    : answered.children.flatMap(({ answer }, index) => (answer === 'supported' ? [`${name}[${index}]`] : []));
