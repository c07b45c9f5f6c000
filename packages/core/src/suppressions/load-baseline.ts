import { RuleError } from '../rules/rule-error.ts';

/** What an earlier report found: the causes that were confirmed or likely, by the id of the finding. */
export interface Baseline {
  readonly path: string;
  readonly findings: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Reads a report (`referto --json`) as a baseline. Throws a `RuleError` where the text is none. */
export function loadBaseline(path: string, text: string): Baseline {
  const report = parse(path, text);
  const { findings } = isObject(report) ? report : { findings: undefined };
  if (!Array.isArray(findings))
    throw notUsable(path, 1, 'is no report: a baseline is what `referto BUNDLE --json` has written');
  const known = new Map<string, ReadonlySet<string>>();
  for (const finding of findings) {
    if (!isObject(finding) || typeof finding['id'] !== 'string' || !Array.isArray(finding['causes']))
      throw notUsable(path, 1, 'is no report: a finding lacks its id or its causes');
    if (finding['status'] === 'active') known.set(finding['id'], new Set(finding['causes'].flatMap(heldCause)));
  }
  return { path, findings: known };
}

const heldCause = (cause: unknown): readonly string[] =>
  isObject(cause) && typeof cause['id'] === 'string' && isHeld(cause['verdict']) && cause['resolved'] !== true
    ? [cause['id']]
    : [];

const isHeld = (verdict: unknown): boolean => verdict === 'confirmed' || verdict === 'likely';

function parse(path: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const at = /position (\d+)/.exec(message)?.[1];
    const line = at === undefined ? 1 : text.slice(0, Number(at)).split('\n').length;
    throw notUsable(path, line, `is not valid JSON: ${message}`);
  }
}

const notUsable = (path: string, line: number, message: string): RuleError =>
  new RuleError([{ path, line, column: 1, message }]);

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
