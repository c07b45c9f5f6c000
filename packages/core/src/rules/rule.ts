import type { Fact } from '../facts/fact.ts';

/** A value a field is compared with, as a rule author writes it. */
export type FieldTest =
  | string
  | number
  | boolean
  | readonly (string | number | boolean)[]
  | FieldOperators
  | { readonly [field: string]: FieldTest };

/** Tests that need more than equality; several in one map must all hold. */
export interface FieldOperators {
  readonly contains?: string | readonly string[];
  readonly matches?: string;
  readonly gt?: number | string;
  readonly lt?: number | string;
  readonly not?: string | number | boolean | readonly (string | number | boolean)[];
  readonly absent?: true;
  readonly tolerates?: string;
}

export type Pattern = { readonly [field: string]: FieldTest };

/** One question to the facts of a kind. Without `is`, `every` or `absent`, one fact that `of` chooses supports it. */
export interface Question {
  readonly of?: Pattern;
  readonly is?: Pattern | 'absent';
  readonly every?: Pattern;
  /** Replaces the command that the capture kind would print for this subject; may hold `{{name}}`. */
  readonly collect?: string;
}

export type Leaf = { readonly [K in Fact['kind']]?: Question };

/** A question (a map with one fact kind as its key), or a group of conditions. */
export type Condition = Leaf | { readonly any: readonly Condition[] } | { readonly all: readonly Condition[] };

export interface Step {
  readonly text?: string;
  readonly run?: string;
  readonly file?: { readonly name: string; readonly content: string };
}

export interface Solution {
  readonly id: string;
  readonly title: string;
  readonly recommended?: boolean;
  readonly steps: readonly Step[];
  readonly verify?: readonly string[];
}

export interface Cause {
  readonly id: string;
  readonly title: string;
  readonly when?: readonly Condition[];
  readonly unless?: readonly Condition[];
  /** Why nothing can speak against it, where there is no `unless`. */
  readonly 'no-unless'?: string;
  readonly 'resolved-by'?: readonly Condition[];
  readonly because?: readonly Condition[];
  readonly uses?: readonly Condition[];
  readonly solutions: readonly Solution[];
}

/** A rule as its author wrote it, checked by `rule.schema.json`. Lists of conditions are "all", save `unless` and `resolved-by`, which are "any". */
export interface Rule {
  readonly id: string;
  readonly title: string;
  readonly severity: 'error' | 'warning' | 'info';
  readonly per?: readonly string[];
  readonly inferred?: boolean;
  readonly appears: readonly Condition[];
  readonly unless?: readonly Condition[];
  readonly 'resolved-by'?: readonly Condition[];
  readonly causes: readonly Cause[];
  /** What else to know; shown with the finding. */
  readonly remarks?: readonly string[];
  readonly references: readonly string[];
}

/** The words of a rule in another language: the same ids and the same numbers of steps, texts only. */
export interface RuleTexts {
  readonly title: string;
  readonly remarks?: readonly string[];
  readonly causes: readonly {
    readonly id: string;
    readonly title: string;
    readonly solutions: readonly {
      readonly id: string;
      readonly title: string;
      /** One for each step, in order; null where the step has no text. */
      readonly steps: readonly ({ readonly text: string } | null)[];
      readonly verify?: readonly string[];
    }[];
  }[];
}

/** Rules that are published together. Plain data: it can be stored as JSON and read back. */
export interface RulePack {
  readonly name: string;
  readonly version: string;
  /** Hash of the rules' content. */
  readonly hash: string;
  /** Its expressions were checked to run in linear time, and run on the engine of the platform. A pack does not say so itself. */
  readonly trusted?: true;
  readonly rules: readonly Rule[];
  /** language -> rule id -> texts */
  readonly texts: Readonly<Record<string, Readonly<Record<string, RuleTexts>>>>;
}
