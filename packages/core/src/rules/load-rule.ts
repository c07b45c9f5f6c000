import { boundNames } from './checks/bound-names.ts';
import type { Check } from './checks/check.ts';
import { conditionFields } from './checks/condition-fields.ts';
import { conditionTexts } from './checks/condition-texts.ts';
import { conditionValues } from './checks/condition-values.ts';
import { ids } from './checks/ids.ts';
import { logLiterals } from './checks/log-literals.ts';
import { noUnless } from './checks/no-unless.ts';
import { parseRuleDocument, type RuleDocument } from './rule-document.ts';
import type { RuleProblem } from './rule-error.ts';
import type { Rule } from './rule.ts';
import { schemaComplaints } from './schema-complaints.ts';
import { validateRule } from './validate.generated.ts';

/** A rule file that was read; without a rule where its structure is not sound. */
export interface LoadedRule {
  readonly id: string;
  readonly rule: Rule | undefined;
  readonly document: RuleDocument;
  readonly problems: readonly RuleProblem[];
}

/** Reads one rule and checks it by itself: its structure first, and where that is sound, what it says. */
export function loadRule({ path, id }: { readonly path: string; readonly id: string }, text: string): LoadedRule {
  const document = parseRuleDocument(path, text);
  if (document.problems.length > 0) return { id, rule: undefined, document, problems: document.problems };
  const broken = schemaComplaints(document.data, validateRule);
  if (broken.length > 0) return { id, rule: undefined, document, problems: broken.map(document.locate) };
  const rule = document.data as Rule;
  const complaints = CHECKS.flatMap((check) => [...check(rule, id)]);
  return { id, rule, document, problems: complaints.map(document.locate) };
}

const CHECKS: readonly Check[] = [
  ids,
  conditionFields,
  conditionValues,
  conditionTexts,
  logLiterals,
  boundNames,
  noUnless,
];
