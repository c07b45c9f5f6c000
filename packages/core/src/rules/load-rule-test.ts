import { testCases } from './checks/test-cases.ts';
import { parseRuleDocument, type RuleDocument } from './rule-document.ts';
import type { RuleProblem } from './rule-error.ts';
import { ruleFile } from './rule-file.ts';
import type { RuleTest } from './rule-test.ts';
import type { Rule } from './rule.ts';
import { schemaComplaints } from './schema-complaints.ts';
import { validateRuleTest } from './validate.generated.ts';

/** A test file that was read; without a test where it cannot be run. */
export interface LoadedRuleTest {
  /** Of the rule that it tests. */
  readonly id: string;
  readonly test: RuleTest | undefined;
  readonly document: RuleDocument;
  readonly problems: readonly RuleProblem[];
}

/** Reads `FOLDER/NAME.test.yaml`, and says what is wrong with it and which causes of its rule it has no case for. */
export function loadRuleTest(
  { path, text }: { readonly path: string; readonly text: string },
  rules: readonly Rule[],
): LoadedRuleTest {
  const file = ruleFile(path);
  const document = parseRuleDocument(path, text);
  const unusable = (problems: readonly RuleProblem[]): LoadedRuleTest => ({
    id: '',
    test: undefined,
    document,
    problems,
  });
  if (file.kind !== 'test')
    return unusable([{ path, line: 1, column: 1, message: 'a test file is FOLDER/NAME.test.yaml' }]);
  if (document.problems.length > 0) return unusable(document.problems);
  const broken = schemaComplaints(document.data, validateRuleTest);
  if (broken.length > 0) return unusable(broken.map(document.locate));
  const rule = rules.find(({ id }) => id === file.id);
  if (!rule) return unusable([document.locate({ at: [], message: `there is no rule ${file.id} for this test` })]);
  const test = document.data as RuleTest;
  return { id: file.id, test, document, problems: [...testCases(test, rule)].map(document.locate) };
}
