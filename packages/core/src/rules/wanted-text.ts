import type { Condition, FieldOperators, FieldTest, Pattern, Question, Rule, RulePack } from './rule.ts';

/** Texts of which one must stand in an entry for it to have a field, by field. */
type Literals = Readonly<Record<string, readonly string[]>>;

/**
 * Says of a raw log entry whether it could matter to any rule: it holds one of the texts that their questions to logs
 * look for, or that go with a field derived from such texts. A question that names no text sees what others want.
 */
export function wantedText(packs: readonly RulePack[], derived: Literals): (text: string) => boolean {
  const questions = packs.flatMap(({ rules }) => rules.flatMap(questionsToLogs));
  const texts = [...new Set(questions.flatMap((question) => textsOf(question, derived)))];
  if (texts.length === 0) return () => false;
  const expression = new RegExp(texts.map(asPrinted).join('|'), 'i');
  return (text) => expression.test(text);
}

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

/** All tests of a question must hold, so the texts of one are enough: of one that names texts, else of a derived field. */
function textsOf({ of = {}, is = {}, every = {} }: Question, derived: Literals): readonly string[] {
  const fields = [of, is === 'absent' ? {} : is, every].flatMap((pattern) => Object.entries(pattern));
  const named = fields.map(([name, test]) => textsIn(name, test)).find((texts) => texts.length > 0);
  return named ?? fewest(fields.flatMap(([name, test]) => derivedFor(name, test, derived)));
}

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

function derivedFor(name: string, test: FieldTest, derived: Literals): readonly (readonly string[])[] {
  const field = name.split('.', 1)[0]!;
  const isAbsent = typeof test === 'object' && 'absent' in test;
  return Object.hasOwn(derived, field) && !isAbsent ? [derived[field]!] : [];
}

const fewest = (lists: readonly (readonly string[])[]): readonly string[] =>
  lists.reduce<readonly string[] | undefined>(
    (best, list) => (best && best.length <= list.length ? best : list),
    undefined,
  ) ?? [];

/** A text as it may be printed: with any run of blanks, and with the escapes of a JSON string, also of one in another. */
const asPrinted = (text: string): string =>
  [...text.trim().matchAll(/\s+|[^\s]/gu)].map(([piece]) => PRINTED.get(piece) ?? escaped(piece)).join('');

const PRINTED: ReadonlyMap<string, string> = new Map([
  ['"', String.raw`\\{0,3}"`],
  ['\\', String.raw`\\{1,4}`],
  ['/', String.raw`\\{0,2}/`],
  ['<', String.raw`(?:<|\\{1,2}u003c)`],
  ['>', String.raw`(?:>|\\{1,2}u003e)`],
  ['&', String.raw`(?:&|\\{1,2}u0026)`],
  ["'", String.raw`(?:'|\\{1,2}u0027)`],
]);

const escaped = (piece: string): string =>
  /^\s/.test(piece) ? String.raw`(?:\s|\\{1,2}[nrt])+` : piece.replace(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`);
