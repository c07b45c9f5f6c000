import type { WantedTexts } from '../filter/wanted-texts.ts';
import type { Condition, FieldOperators, FieldTest, Pattern, Question, Rule, RulePack } from './rule.ts';

/** Texts of which one must stand in an entry for it to have a field that is derived from such texts. */
export interface DerivedTexts {
  /** By field. */
  readonly fields: Readonly<Record<string, readonly string[]>>;
  /** By field and value, where a value needs other texts than the field itself. */
  readonly values: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
}

/**
 * What a log entry must hold to matter to any rule: all the texts that one of their questions to logs looks for, and
 * those that go with the derived fields it asks. A question that names no text sees what others want.
 */
export function wantedTexts(packs: readonly RulePack[], derived: DerivedTexts): WantedTexts {
  const questions = packs.flatMap(({ rules }) => rules.flatMap(questionsToLogs));
  const numbers = new Map<string, number>();
  const numberOf = (text: string): number => {
    if (!numbers.has(text)) numbers.set(text, numbers.size);
    return numbers.get(text)!;
  };
  const wants = questions
    .map((question) => groupsOf(question, derived))
    .filter((groups) => groups.length > 0)
    .map((groups) => groups.map((texts) => texts.map(numberOf)));
  return { literals: [...numbers.keys()], wants: distinct(wants) };
}

const distinct = <T>(values: readonly T[]): readonly T[] => [
  ...new Map(values.map((value) => [JSON.stringify(value), value])).values(),
];

/** Facts of these kinds can come from single entries of a log. */
const FROM_LOGS = ['log-line', 'operation-error', 'event'] as const;

function questionsToLogs({ causes, ...rule }: Rule): readonly Question[] {
  const lists = [rule, ...causes].flatMap((owner) => [
    ...('appears' in owner ? [owner.appears] : [owner.when, owner.because, owner.uses]),
    owner.unless,
    owner['resolved-by'],
  ]);
  return lists.flatMap((conditions = []) => conditions.flatMap(questionsIn));
}

function questionsIn(condition: Condition): readonly Question[] {
  if ('any' in condition) return condition.any.flatMap(questionsIn);
  if ('all' in condition) return condition.all.flatMap(questionsIn);
  return FROM_LOGS.flatMap((kind) => condition[kind] ?? []);
}

/** All tests of a question must hold, so it needs a text of each; of a subject, a variable agrees with a field that is not there. */
function groupsOf({ of = {}, is = {}, every = {} }: Question, derived: DerivedTexts): readonly (readonly string[])[] {
  const tests = [is === 'absent' ? {} : is, every].flatMap((pattern) => Object.entries(pattern));
  const subject = Object.entries(of);
  const fields = [...tests, ...subject.filter(([, test]) => !isVariable(test))];
  const groups = fields.flatMap((field) => groupsFor(field, derived));
  return groups.length > 0 ? groups : subject.flatMap((field) => groupsFor(field, derived));
}

const groupsFor = ([name, test]: readonly [string, FieldTest], derived: DerivedTexts): readonly (readonly string[])[] =>
  [textsIn(name, test), ...derivedFor(name, test, derived)].filter((texts) => texts.length > 0);

const isVariable = (test: FieldTest): boolean => typeof test === 'string' && /^\{[^{}]*\}$/.test(test);

/** The texts of which one must occur in a field for it to meet a test; none where any text may do. */
function textsIn(name: string, test: FieldTest): readonly string[] {
  if (typeof test === 'string' || Array.isArray(test)) return WHOLE_TEXT.has(name) ? pieces([test].flat()) : [];
  if (typeof test !== 'object') return [];
  const { contains } = test as FieldOperators;
  if (typeof contains === 'string' || Array.isArray(contains)) return PRINTED_IN.has(name) ? [contains].flat() : [];
  const inside = Object.entries(test as Pattern).map(([key, value]) => textsIn(name === 'fields' ? name : key, value));
  return inside.find((texts) => texts.length > 0) ?? [];
}

/** Fields whose text stands in the entry; others come from its file's path or from the command. */
const PRINTED_IN = new Set(['message', 'text', 'fields', 'location', 'agent']);

/** Fields that hold an entry as it is printed. */
const WHOLE_TEXT = new Set(['message', 'text']);

/** The longest piece of each value without wildcards and variables; none where one value has only short ones. */
function pieces(values: readonly (string | number | boolean)[]): readonly string[] {
  const longest = values.map((value) =>
    String(value)
      .split(/\*|\{[^{}]*\}/)
      .reduce((best, piece) => (piece.length > best.length ? piece : best), ''),
  );
  return longest.every(({ length }) => length >= MIN_LENGTH) ? longest : [];
}

const MIN_LENGTH = 7;

function derivedFor(name: string, test: FieldTest, derived: DerivedTexts): readonly (readonly string[])[] {
  const field = name.split('.', 1)[0]!;
  if (typeof test === 'object' && 'absent' in test) return [];
  const ofField = Object.hasOwn(derived.fields, field) ? [derived.fields[field]!] : [];
  return [...ofField, ...valueTexts(name, test, derived)];
}

/** What the values of a field, or of a field in it, need in the entry. */
function valueTexts(name: string, test: FieldTest, derived: DerivedTexts): readonly (readonly string[])[] {
  if (typeof test === 'object' && !Array.isArray(test)) {
    return Object.entries(test as Pattern).flatMap(([key, inner]) => valueTexts(key, inner, derived));
  }
  const byValue = derived.values[name.slice(name.lastIndexOf('.') + 1)] ?? {};
  const texts = [test]
    .flat()
    .map((value) => (Object.hasOwn(byValue, String(value)) ? byValue[String(value)] : undefined));
  return texts.every((known) => known !== undefined) ? [texts.flat()] : [];
}
