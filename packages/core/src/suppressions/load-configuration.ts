import { parseRuleDocument } from '../rules/rule-document.ts';
import { RuleError } from '../rules/rule-error.ts';
import { schemaComplaints } from '../rules/schema-complaints.ts';
import { validateConfiguration } from '../rules/validate.generated.ts';

/** An entry of a configuration: what it suppresses, why, and until when. */
export interface ConfiguredSuppression {
  /** Line of the entry, from 1. */
  readonly line: number;
  /** Patterns in which `*` stands for any characters. */
  readonly rule: string;
  readonly cause?: string;
  readonly object?: readonly string[];
  readonly reason: string;
  /** `YYYY-MM-DD` */
  readonly expires: string;
}

/** What a `.referto.yaml` says. */
export interface Configuration {
  readonly path: string;
  readonly suppress: readonly ConfiguredSuppression[];
}

/** Reads a `.referto.yaml` (`configuration.schema.json`). Throws a `RuleError` that says what is wrong, and in which line. */
export function loadConfiguration(path: string, text: string): Configuration {
  const { data, problems, locate } = parseRuleDocument(path, text);
  if (problems.length > 0) throw new RuleError(problems);
  // A file of comments only says nothing.
  if (data === null || data === undefined) return { path, suppress: [] };
  const broken = schemaComplaints(data, validateConfiguration);
  if (broken.length > 0) throw new RuleError(broken.map(locate));
  const { suppress = [] } = data as { readonly suppress?: readonly WrittenEntry[] };
  return {
    path,
    suppress: suppress.map(({ object, ...entry }, index) => ({
      ...entry,
      ...(object !== undefined && { object: [object].flat() }),
      line: locate({ at: ['suppress', index], message: '' }).line,
    })),
  };
}

type WrittenEntry = Omit<ConfiguredSuppression, 'line' | 'object'> & { readonly object?: string | readonly string[] };
