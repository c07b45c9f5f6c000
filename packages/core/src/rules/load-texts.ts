import { sameTexts } from './checks/same-texts.ts';
import { parseRuleDocument, type Complaint } from './rule-document.ts';
import type { RuleProblem } from './rule-error.ts';
import type { Rule, RuleTexts } from './rule.ts';
import { schemaComplaints } from './schema-complaints.ts';
import { validateRuleTexts } from './validate.generated.ts';

/** A file with the words of a rule in another language; without texts where its structure is not sound. */
export interface LoadedTexts {
  readonly id: string;
  readonly language: string;
  readonly texts: RuleTexts | undefined;
  readonly problems: readonly RuleProblem[];
}

/** Reads the words of a rule in another language and compares them with the rule. */
export function loadTexts(
  { path, id, language }: { readonly path: string; readonly id: string; readonly language: string },
  text: string,
  rules: ReadonlyMap<string, Rule | undefined>,
): LoadedTexts {
  const document = parseRuleDocument(path, text);
  if (document.problems.length > 0) return { id, language, texts: undefined, problems: document.problems };
  const broken = schemaComplaints(document.data, validateRuleTexts);
  const texts = broken.length === 0 ? (document.data as RuleTexts) : undefined;
  const rule = rules.get(id);
  const complaints: Complaint[] = [...broken];
  if (!rules.has(id)) complaints.push({ at: [], message: `there is no rule ${id} for these texts` });
  if (rule && texts) complaints.push(...sameTexts(texts, rule));
  return { id, language, texts, problems: complaints.map(document.locate) };
}
