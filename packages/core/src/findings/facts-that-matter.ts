import type { FactChoice } from '../facts/fact-choice.ts';
import type { Fact } from '../facts/fact.ts';
import type { KnownFact, Source } from '../facts/fact-set.ts';
import { leavesOf, type CompiledGroup, type CompiledLeaf } from '../rules/compile-condition.ts';
import type { CompiledField } from '../rules/compile-pattern.ts';
import { conditionsOf, type CompiledRule } from '../rules/compile-rule.ts';
import { foldCase } from '../rules/fold-case.ts';
import { NO_BINDINGS } from './bindings.ts';
import { canOppose, isNeeded } from './leaf-index.ts';
import { concerns, matchFact, matchMet } from './match-fact.ts';
import { once } from './once.ts';
import { readField } from './read-field.ts';
import { nodeUnder, toldObject } from './same-object.ts';
import { valuesOf } from './value-index.ts';

/**
 * Chooses the facts that may matter to rules: those that may speak for an error or a cause, what is told of the same
 * objects and of their nodes behind them, and what answers a question that is not about an object of theirs. Secrets are
 * not marked yet.
 */
export function factsThatMatter(rules: readonly CompiledRule[]): FactChoice {
  const questions = once(() => questionsOf(rules));
  const objects = new Set<string>();
  return {
    matters(fact) {
      const isAsked = asks(questions().get(fact.kind), { fact, source: NOWHERE, quotes: {} });
      const object = toldObject(fact);
      if (isAsked) for (const told of [object, nodeUnder(fact)]) if (told !== undefined) objects.add(told);
      return isAsked || (object !== undefined && objects.has(object));
    },
  };
}

/** By the kind of fact; made when they are first needed, as most bundles have room for all. */
function questionsOf(rules: readonly CompiledRule[]): ReadonlyMap<Fact['kind'], Questions> {
  const byKind = new Map<Fact['kind'], Questions>();
  for (const leaf of rules.flatMap(decidingLeaves)) {
    const ofKind = byKind.get(leaf.kind) ?? { byField: new Map(), others: [] };
    byKind.set(leaf.kind, ofKind);
    addQuestion(ofKind, questionOf(leaf));
  }
  return byKind;
}

/** The questions that make findings, and of the others those that are not only about the objects which these are about. */
function decidingLeaves(rule: CompiledRule): readonly CompiledLeaf[] {
  const speaking = [rule.appears, ...rule.causes.flatMap(({ when }) => when ?? [])];
  const others = conditionsOf(rule).filter((condition) => !speaking.includes(condition as CompiledGroup));
  return [
    ...speaking.flatMap(leavesOf),
    ...others.flatMap(leavesOf).filter((leaf) => subjectOf(leaf).length > 0 || !isTied(leaf)),
  ];
}

/** The fields that say, without a variable, what a question is about. */
const subjectOf = ({ of }: CompiledLeaf): readonly CompiledField[] =>
  of.filter(({ name, joins }) => name !== 'namespace' && joins.length === 0);

/** Whether it is about what variables stand for. */
const isTied = ({ of, tests }: CompiledLeaf): boolean =>
  [...of, ...tests].some(({ name, joins }) => name !== 'namespace' && joins.length > 0);

/** Whether a fact matters to one question, and a field that must have one of a few values for that. */
interface Question {
  readonly lead: CompiledField | undefined;
  readonly ask: (known: KnownFact) => boolean;
}

/** The questions to the facts of a kind, as far as possible by the values of their leading fields: of most facts these tell. */
interface Questions {
  readonly byField: Map<string, Map<string, Question[]>>;
  readonly others: Question[];
}

function addQuestion({ byField, others }: Questions, question: Question): void {
  const { lead } = question;
  if (lead === undefined) return void others.push(question);
  const byValue = byField.get(lead.name) ?? new Map<string, Question[]>();
  byField.set(lead.name, byValue);
  for (const value of new Set(valuesOf(lead))) {
    const same = byValue.get(value);
    if (same) same.push(question);
    else byValue.set(value, [question]);
  }
}

function asks(questions: Questions | undefined, known: KnownFact): boolean {
  if (questions === undefined) return false;
  const isMet = ({ ask }: Question): boolean => ask(known);
  for (const [field, byValue] of questions.byField) {
    const value = readField(known.fact, field);
    if (value === undefined) continue;
    if (
      typeof value === 'object'
        ? [...byValue.values()].flat().some(isMet)
        : byValue.get(foldCase(String(value)))?.some(isMet)
    )
      return true;
  }
  return questions.others.some(isMet);
}

const NOWHERE: Source = { path: '', line: 0, endLine: 0, kind: '', complete: 'unknown', session: false, index: 0 };

function questionOf(leaf: CompiledLeaf): Question {
  const subject = subjectOf(leaf);
  const lead = subject.find(hasValues);
  if (subject.length > 0 && (leaf.asks !== 'one' || canOppose(leaf)))
    return { lead, ask: (known) => concerns(leaf, known, NO_BINDINGS) };
  if (leaf.asks === 'none') return { lead: undefined, ask: () => false };
  if (leaf.asks === 'every') return { lead: undefined, ask: (known) => isUnmet(leaf, known) };
  return {
    lead: leaf.tests.find((field) => isNeeded(field) && hasValues(field)) ?? lead,
    ask: (known) => matchMet(leaf, known, NO_BINDINGS) !== undefined,
  };
}

const hasValues = (field: CompiledField): boolean => valuesOf(field) !== undefined;

/** What must be so of each is decided by one that it is not so of. */
function isUnmet(leaf: CompiledLeaf, known: KnownFact): boolean {
  const match = matchFact(leaf, known, NO_BINDINGS);
  return match !== undefined && match.answer !== 'met';
}
