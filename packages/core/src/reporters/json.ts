import type { Report } from '../report/report.ts';
import { escapeCommands } from './harmless.ts';

/** The report as the JSON document that `report.schema.json` describes; nothing in it acts on a terminal or a CI log. */
export const jsonReporter = (report: Report): string => jsonDocument(ordered(report));

/** The same text in pieces: that of a report on very many files is large. */
export function* jsonPieces(report: Report): Generator<string> {
  for (const piece of piecesOf(ordered(report), 0)) yield escapeCommands(piece);
  yield '\n';
}

/** The same as one line, for a stream of reports. */
export const ndjsonReporter = (report: Report): string => jsonLine(ordered(report));

/** A value as a JSON document in which nothing acts. */
export const jsonDocument = (value: object): string => `${escapeCommands(JSON.stringify(value, null, 2))}\n`;

/** A value as one line of JSON, for streams of them. */
export const jsonLine = (value: object): string => `${escapeCommands(JSON.stringify(value))}\n`;

/** The parts of a report in their published order, whoever made it. */
function ordered({ schemaVersion, locale, generator, bundle, findings, coverage, notes, ...more }: Report): Report {
  return { schemaVersion, locale, generator, bundle, findings, coverage, notes, ...more };
}

/** Entries of a list that are written at a time. */
const ENTRIES = 500;

/** Nothing deeper holds a long list. */
const DEEPEST = 2;

/** What `JSON.stringify` would write of a value that stands so deep, some entries of a long list at a time. */
function* piecesOf(value: unknown, depth: number): Generator<string> {
  if (Array.isArray(value) && value.length > ENTRIES) yield* listPieces(value, depth);
  else if (depth < DEEPEST && typeof value === 'object' && value !== null && !Array.isArray(value))
    yield* recordPieces(value, depth);
  else yield textAt(value, depth);
}

function* recordPieces(record: object, depth: number): Generator<string> {
  const fields = Object.entries(record).filter(([, value]) => value !== undefined);
  for (const [at, [name, value]] of fields.entries()) {
    yield `${at === 0 ? '{' : ','}\n${indent(depth + 1)}${JSON.stringify(name)}: `;
    yield* piecesOf(value, depth + 1);
  }
  yield fields.length === 0 ? '{}' : `\n${indent(depth)}}`;
}

function* listPieces(list: readonly unknown[], depth: number): Generator<string> {
  for (let at = 0; at < list.length; at += ENTRIES) {
    const text = textAt(list.slice(at, at + ENTRIES), depth);
    yield `${at === 0 ? '[' : ','}${text.slice(1, -(1 + indent(depth).length + 1))}`;
  }
  yield `\n${indent(depth)}]`;
}

/** In lists around it a value is written as deep as it stands. */
function textAt(value: unknown, depth: number): string {
  let around = value;
  for (let level = 0; level < depth; level++) around = [around];
  const text = JSON.stringify(around, null, 2);
  const levels = Array.from({ length: depth }, (_, level) => level);
  const before = levels.reduce((length, level) => length + 2 + indent(level + 1).length, 0);
  const after = levels.reduce((length, level) => length + 2 + indent(level).length, 0);
  return text.slice(before, text.length - after);
}

const indent = (depth: number): string => '  '.repeat(depth);
