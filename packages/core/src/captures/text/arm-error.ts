import { known } from '../../facts/known.ts';
import { isoLogTime } from './log-time.ts';

/** One error of Azure Resource Manager, out of all that wraps it. */
export interface ArmError {
  readonly code: string;
  readonly message: string;
  readonly time?: string;
  /** Type of the extension the document describes, and the namespace it is released to. */
  readonly extension?: string;
  readonly namespace?: string;
}

/**
 * The innermost errors of a JSON document: `error`, `details`, `statuses`, `errorInfo`, also where they are JSON in a
 * text (`statusMessage`), and where the whole was pasted with its quotes escaped.
 */
export const readArmErrors = (text: string): readonly ArmError[] => {
  const value = parseAtAnyDepth(text);
  if (value === undefined) return errorsByPattern(text);
  const about = isObject(value) ? aboutOf(value) : {};
  return errorsIn(value, 0).map((error) => known<ArmError>({ ...about, ...error }));
};

const MAX_DEPTH = 24;

type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined; // Not JSON: the caller has another way.
  }
};

const parseAtAnyDepth = (text: string): unknown => {
  let current = text.trim();
  for (let depth = 0; depth < 4; depth++) {
    const value = parse(current);
    if (typeof value === 'object' && value !== null) return value;
    if (!current.includes('\\"')) return undefined;
    current = current.replace(/\\(["\\])/g, '$1');
  }
  return undefined;
};

const errorsIn = (value: unknown, depth: number): readonly ArmError[] => {
  if (depth > MAX_DEPTH) return [];
  if (typeof value === 'string') return errorsInText(value, depth);
  if (Array.isArray(value)) return value.flatMap((element) => errorsIn(element, depth + 1));
  if (!isObject(value)) return [];
  const inner = Object.values(value).flatMap((field) => errorsIn(field, depth + 1));
  const own = inner.length > 0 ? undefined : ownError(value);
  return own === undefined ? inner : [own];
};

/** A text is looked into only where it can hold an error as JSON. */
const errorsInText = (text: string, depth: number): readonly ArmError[] => {
  const start = text.search(/\{\s{0,80}\\{0,8}"/);
  if (start < 0 || !/"code/i.test(text)) return [];
  const value = parseAtAnyDepth(text.slice(start));
  return value === undefined ? [] : errorsIn(value, depth + 1);
};

const ownError = (value: Json): ArmError | undefined => {
  const code = textOf(value, 'code');
  const message = textOf(value, 'message');
  if (code === undefined || message === undefined) return undefined;
  const level = textOf(value, 'level');
  if (level !== undefined && /^information$/i.test(level) && !/fail|error/i.test(code)) return undefined;
  const time = textOf(value, 'time');
  return known<ArmError>({ code, message: message.trim(), time: time === undefined ? undefined : isoLogTime(time) });
};

const textOf = (value: Json, name: string): string | undefined => {
  const field = Object.hasOwn(value, name) ? value[name] : undefined;
  return typeof field === 'string' && field.trim() !== '' ? field : undefined;
};

const aboutOf = (value: Json): Pick<ArmError, 'extension' | 'namespace'> => {
  const scope = isObject(value['scope']) ? value['scope'] : {};
  const cluster = isObject(scope['cluster']) ? scope['cluster'] : {};
  return known<Pick<ArmError, 'extension' | 'namespace'>>({
    extension: textOf(value, 'extensionType')?.toLowerCase(),
    namespace: textOf(cluster, 'releaseNamespace'),
  });
};

const PAIR =
  /\\{0,8}"code\\{0,8}"\s{0,9}:\s{0,9}\\{0,8}"([A-Za-z]{3,80})\\{0,8}"\s{0,9},\s{0,9}(?:\\[nr]\s{0,9}){0,4}\\{0,8}"message\\{0,8}"\s{0,9}:\s{0,9}\\{0,8}"/g;

/** Of a document that was cut, or damaged on its way: every code with the message behind it. */
const errorsByPattern = (text: string): readonly ArmError[] => {
  const pairs = [...text.matchAll(PAIR)];
  const errors = pairs.map((pair, at) => {
    const rest = text.slice(pair.index + pair[0].length, pairs[at + 1]?.index);
    const end = rest.search(/\\{0,8}"\s{0,9}[,}\]]|\\{0,8}"\s{0,9}$/);
    return { code: pair[1] ?? '', message: plain(end < 0 ? rest : rest.slice(0, end)) };
  });
  const told = errors.filter(({ message }) => message !== '' && !message.startsWith('{'));
  const inner = told.filter(({ code }) => !WRAPPERS.has(code));
  return inner.length > 0 ? inner : told;
};

/** Codes that only say that something inside failed. */
const WRAPPERS: ReadonlySet<string> = new Set([
  'DeploymentFailed',
  'ResourceDeploymentFailure',
  'ResourceOperationFailure',
  'InvalidTemplateDeployment',
]);

const plain = (text: string): string =>
  text
    .replace(/\\{1,8}[nrt]/g, ' ')
    .replace(/\\{1,8}"/g, '"')
    .trim();
