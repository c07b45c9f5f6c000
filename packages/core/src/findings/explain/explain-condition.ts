import type { KnownFact } from '../../facts/fact-set.ts';
import { byOrigin } from '../../facts/fact-set.ts';
import type { Condition, Leaf, Question } from '../../rules/rule.ts';
import type { Answered, AnsweredGroup } from '../answer-condition.ts';
import { inquiryFor } from '../answer-leaf.ts';
import { countsOf } from '../answer-every.ts';
import type { AnsweredLeaf, Asking, Inquiry } from '../answered-leaf.ts';
import type { Bindings } from '../bindings.ts';
import { commandsFor, type Collecting } from '../collect-next.ts';
import type { ExplainedCondition, ExplainedFact, ExplainedGroup, ExplainedQuestion, Weight } from '../explanation.ts';
import { canOppose } from '../leaf-index.ts';
import type { Match } from '../match-fact.ts';
import { lookedAt } from '../want.ts';
import { askedFields } from './asked-fields.ts';
import { boundVariables, explainedCapture, explainFact } from './explained-fact.ts';
import { leftOut } from './left-out.ts';

/** How the conditions of a part of a rule were asked. */
export interface Explaining {
  readonly asking: Asking;
  /** Of the facts for the condition, where their age matters. */
  readonly weigh?: (known: KnownFact) => Weight;
  /** The values that commands name. */
  readonly named: Bindings;
  readonly collecting: Collecting;
}

/** A part of a rule beside the answers to it; undefined where the rule does not have it. */
export function explainPart(
  conditions: readonly Condition[] | undefined,
  answered: Answered | undefined,
  explaining: Explaining,
): ExplainedGroup | undefined {
  if (!conditions || conditions.length === 0 || !answered || answered.type === 'leaf') return undefined;
  return explainGroup(conditions, answered, explaining);
}

const explainGroup = (
  conditions: readonly Condition[],
  { type, answer, children }: AnsweredGroup,
  explaining: Explaining,
): ExplainedGroup => ({
  type,
  answer,
  conditions: children.map((child, index) => explainCondition(conditions[index]!, child, explaining)),
});

/** A condition as it is written in a rule beside the answer to it. */
export function explainCondition(condition: Condition, answered: Answered, explaining: Explaining): ExplainedCondition {
  if (answered.type === 'leaf') return explainQuestion(condition as Leaf, answered, explaining);
  const members = 'any' in condition ? condition.any : 'all' in condition ? condition.all : [];
  return explainGroup(members, answered, explaining);
}

function explainQuestion(condition: Leaf, answered: AnsweredLeaf, explaining: Explaining): ExplainedQuestion {
  const { leaf, answer, caps } = answered;
  const want = answered.look?.().want;
  const inquiry = inquiryFor(leaf, explaining.asking);
  const question = Object.values(condition)[0] as Question;
  const [command] = want
    ? commandsFor([{ leaves: [answered], bindings: explaining.named }], explaining.collecting)
    : [];
  const left = leftOut(inquiry);
  return {
    type: 'question',
    kind: leaf.kind,
    asks: leaf.asks,
    of: askedFields(question.of),
    tests: askedFields(question.every ?? (question.is === 'absent' ? undefined : question.is)),
    answer,
    capped: caps,
    variables: boundVariables(new Map([...inquiry.bindings].filter(([name]) => leaf.variables.includes(name)))),
    ...factsOf(answered, inquiry, explaining),
    ...(left && { leftOut: left }),
    listings: answered.listings.map(explainedCapture),
    ...(leaf.asks === 'every' ? { counted: counted(inquiry) } : {}),
    ...(want && { want }),
    looked: want ? [...new Set(lookedAt(inquiry))].sort(byOrigin).slice(0, MOST).map(explainedCapture) : [],
    ...(command === undefined ? {} : { collect: command }),
  };
}

/** Of each sort the first: an explanation is read, and a bundle can have thousands. */
const MOST = 10;

function factsOf(
  answered: AnsweredLeaf,
  inquiry: Inquiry,
  { asking, weigh }: Explaining,
): Pick<ExplainedQuestion, 'facts' | 'more'> {
  const found = asking.facts.matches(inquiry.leaf, inquiry.bindings);
  const others = tellsOthers(answered) ? [...found.others()].toSorted(inOrder(answered.against)) : [];
  const met = found.met.toSorted(inOrder([...answered.support, ...answered.against]));
  const explain = (match: Match): ExplainedFact => explainFact(match, { answered, inquiry, ...(weigh && { weigh }) });
  return {
    facts: [...met.slice(0, MOST), ...others.slice(0, MOST)].map(explain),
    more: { met: Math.max(0, met.length - MOST), others: Math.max(0, others.length - MOST) },
  };
}

/** That other things happened as well says nothing where the one that was asked for did. */
const tellsOthers = ({ leaf, answer }: AnsweredLeaf): boolean => canOppose(leaf) || answer !== 'supported';

/** Those that the answer rests on first, then by path and line. */
function inOrder(speaking: readonly KnownFact[]): (a: Match, b: Match) => number {
  const first = new Set(speaking);
  return (a, b) =>
    Number(first.has(b.known)) - Number(first.has(a.known)) || byOrigin(a.known.fact.origin, b.known.fact.origin);
}

function counted(inquiry: Inquiry): NonNullable<ExplainedQuestion['counted']> {
  const { seen, total } = countsOf(inquiry);
  return { seen, ...(total === undefined ? {} : { total }) };
}
