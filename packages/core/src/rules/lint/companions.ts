import { loadRuleTest } from '../load-rule-test.ts';
import type { LoadedRule } from '../load-rule.ts';
import type { RuleFilesRead } from '../load-rules.ts';
import { parseRuleDocument } from '../rule-document.ts';
import type { RuleProblem } from '../rule-error.ts';
import { ruleFile } from '../rule-file.ts';
import { unfilled } from './unfilled.ts';

/** Languages that every rule must have words in, beside those that some rule of the pack has. */
export interface Companions {
  readonly files: Readonly<Record<string, string>>;
  readonly read: RuleFilesRead;
  readonly locales: readonly string[];
}

/** What is wrong with the files beside the rules: their tests, and their words in other languages. */
export const companionProblems = (companions: Companions): readonly RuleProblem[] => [
  ...testProblems(companions),
  ...languageProblems(companions),
  ...Object.entries(companions.files).flatMap(([path, text]) => {
    const { data, locate } = parseRuleDocument(path, text);
    return [...unfilled(data)].map(locate);
  }),
];

function* testProblems({ files, read }: Companions): Generator<RuleProblem> {
  const rules = read.rules.flatMap(({ rule }) => rule ?? []);
  for (const { id, rule, document } of read.rules) {
    if (rule && files[`${id}.test.yaml`] === undefined)
      yield document.locate({ at: [], message: `the rule has no test: write ${id}.test.yaml` });
  }
  for (const [path, text] of Object.entries(files)) {
    const file = ruleFile(path);
    // The test of a rule that cannot be read cannot be looked at either.
    if (file.kind !== 'test' || read.rules.some(({ id, rule }) => id === file.id && !rule)) continue;
    const { test, document, problems } = loadRuleTest({ path, text }, rules);
    yield* problems;
    if (test && test.ignores.length < NEAR_MISSES) {
      const message = `ignores needs ${NEAR_MISSES} cases that look like the error and are none, and has ${test.ignores.length}`;
      yield document.locate({ at: ['ignores'], key: true, message });
    }
  }
}

/** False alarms come from what looks like the error; three such texts are the least an author should have thought of. */
const NEAR_MISSES = 3;

function* languageProblems({ read, locales }: Companions): Generator<RuleProblem> {
  const languages = new Set([...locales, ...read.texts.map(({ language }) => language)]);
  for (const { id, document } of read.rules.filter(isSound)) {
    for (const language of [...languages].toSorted()) {
      if (!read.texts.some((texts) => texts.id === id && texts.language === language))
        yield document.locate({
          at: [],
          message: `the rule has no words in ${language}: write ${id}.${language}.yaml`,
        });
    }
  }
}

const isSound = ({ rule }: LoadedRule): boolean => rule !== undefined;
