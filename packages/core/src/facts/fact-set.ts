import type { Moment } from './capture-time.ts';
import type { Fact, Origin } from './fact.ts';

/** A quoted stretch of a file, after the evidence gate. */
export interface Quote {
  readonly path: string;
  readonly line: number;
  readonly endLine: number;
  readonly text: string;
}

/** What judging needs to know of the capture a fact was read from. */
export interface Source {
  /** The same for all facts of one capture. */
  readonly path: string;
  /** First and last line of the capture. */
  readonly line: number;
  readonly endLine: number;
  readonly kind: string;
  readonly complete: 'yes' | 'no' | 'unknown';
  readonly why?: string;
  /** The command line is known, and lists every object of the kind in `listsNamespace` (or everywhere). */
  readonly lists?: { readonly kind: Fact['kind']; readonly namespace?: string };
  /** The file holds several captures, in the order they were taken. */
  readonly session: boolean;
  readonly index: number;
  /** When it was taken, where more is known than that its bundle was. */
  readonly taken?: Moment;
  /** How old things with names of their own were when it was taken, in seconds: at least, and less than. */
  readonly ages?: ReadonlyMap<string, readonly [least: number, below: number]>;
  /** What it tells of even where no fact came of it, such as the pod whose log it is: looked at, and nothing found. */
  readonly about?: { readonly kind: Fact['kind']; readonly [field: string]: string };
  /** Its first line; shown where it is the source itself, by what it lacks, that speaks. */
  readonly quote?: Quote;
}

/** A fact with its source and the quotes that show its fields; `''` quotes the fact as a whole. */
export interface KnownFact {
  readonly fact: Fact;
  readonly source: Source;
  readonly quotes: Readonly<Record<string, Quote>>;
}

/** All facts of a bundle by kind, in (path, line) order. */
export interface FactSet {
  of(kind: Fact['kind']): readonly KnownFact[];
  readonly all: readonly KnownFact[];
  /** Every capture that was read, also those without facts, in (path, line) order; but none of a file of mere words. */
  readonly sources: readonly Source[];
}

/** Order of evidence everywhere: path by code unit, then line. */
export const byOrigin = (a: Origin, b: Origin): number =>
  a.path === b.path ? a.line - b.line || a.endLine - b.endLine : a.path < b.path ? -1 : 1;
