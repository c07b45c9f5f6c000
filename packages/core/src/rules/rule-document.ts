import { LineCounter, isAlias, isMap, isScalar, isSeq, parseDocument, type Document } from 'yaml';
import type { RuleProblem } from './rule-error.ts';
import { isTooDeep } from './yaml-depth.ts';

/** Keys and indexes that lead from the root of a YAML document to a value. */
export type KeyPath = readonly (string | number)[];

/** What is wrong with a value of a document; `key` points at its key instead. */
export interface Complaint {
  readonly at: KeyPath;
  readonly message: string;
  readonly key?: true;
}

/** A YAML file whose values can be traced back to their lines. */
export interface RuleDocument {
  readonly path: string;
  readonly data: unknown;
  /** Why the text is not usable YAML; its data is then undefined. */
  readonly problems: readonly RuleProblem[];
  readonly locate: (complaint: Complaint) => RuleProblem;
}

/** Reads one YAML file of a rule pack; never throws. */
export function parseRuleDocument(path: string, text: string): RuleDocument {
  if (text.length > MAX_LENGTH) return unusable(path, 'the file is longer than 256 KiB');
  if (isTooDeep(text)) return unusable(path, 'the file nests too deep');
  const lines = new LineCounter();
  const document = parseDocument(text, { version: '1.2', lineCounter: lines, prettyErrors: false, stringKeys: true });
  const place = (offset: number): Pick<RuleProblem, 'line' | 'column'> => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const broken = [...document.errors, ...document.warnings];
  const problems = broken.map(({ pos, message }) => ({
    path,
    ...place(pos[0]),
    message: `is not valid YAML: ${message}`,
  }));
  if (problems.length > 0) return { ...unusable(path, ''), problems };
  try {
    const data: unknown = document.toJS({ maxAliasCount: 100 });
    const locate = ({ at, message, key }: Complaint): RuleProblem => ({
      path,
      ...place(offsetOf(document, at, key)),
      message,
    });
    return { path, data, problems, locate };
  } catch (error) {
    // The parser throws this for aliases that repeat too much.
    if (error instanceof ReferenceError) return unusable(path, `is not valid YAML: ${error.message}`);
    throw error;
  }
}

function unusable(path: string, message: string): RuleDocument {
  const locate = (complaint: Complaint): RuleProblem => ({ path, line: 1, column: 1, message: complaint.message });
  return { path, data: undefined, problems: [locate({ at: [], message })], locate };
}

/** Where a value (or its key) begins; of a value that is not there, where the value that lacks it begins. */
function offsetOf(document: Document.Parsed, at: KeyPath, key: true | undefined): number {
  let node: unknown = document.contents;
  let offset = start(node) ?? 0;
  for (const [index, step] of at.entries()) {
    if (isAlias(node)) node = node.resolve(document);
    const next = childOf(node, step);
    if (!next) return offset;
    node = next.value;
    const own = key && index === at.length - 1 ? start(next.key) : start(node);
    offset = own ?? start(next.key) ?? offset;
  }
  return offset;
}

function childOf(node: unknown, step: string | number): { key?: unknown; value: unknown } | undefined {
  if (isMap(node)) return node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step));
  return isSeq(node) && node.items.length > Number(step) ? { value: node.items[Number(step)] } : undefined;
}

const start = (node: unknown): number | undefined =>
  (node as { range?: readonly number[] } | null | undefined)?.range?.[0];

const MAX_LENGTH = 256 * 1024;
