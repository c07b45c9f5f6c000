import { connectRules } from './connect-rules.ts';
import { contentHash } from './content-hash.ts';
import { loadRule, type LoadedRule } from './load-rule.ts';
import { loadTexts, type LoadedTexts } from './load-texts.ts';
import { RuleError, type RuleProblem } from './rule-error.ts';
import { ruleFile } from './rule-file.ts';
import type { Rule, RulePack } from './rule.ts';

/** What a pack is called, and the packs whose findings its rules may build on. */
export interface PackInfo {
  readonly name: string;
  readonly version: string;
  readonly packs?: readonly RulePack[];
  /** Every expression of the pack was checked to run in linear time; absent: they run on an engine that has no other. */
  readonly trusted?: true;
}

/**
 * Rules from the texts of their files, by path: `FOLDER/NAME.yaml` and its words in other languages,
 * `FOLDER/NAME.it.yaml`. Throws a `RuleError` that lists everything that is wrong with them.
 */
export function loadRules(files: Readonly<Record<string, string>>, about: PackInfo): RulePack {
  const { rules, texts, problems } = readRuleFiles(files, about.packs ?? []);
  if (problems.length > 0) throw new RuleError(problems);
  return createPack(about, { rules: rules.flatMap(({ rule }) => rule ?? []), texts });
}

/** The files of a pack, and what is wrong with them. */
export interface RuleFilesRead {
  readonly rules: readonly LoadedRule[];
  readonly texts: readonly LoadedTexts[];
  readonly problems: readonly RuleProblem[];
}

/** Reads the files of a pack that stands beside others, as far as they can be read. */
export function readRuleFiles(files: Readonly<Record<string, string>>, packs: readonly RulePack[]): RuleFilesRead {
  const sorted = Object.keys(files).toSorted().map(ruleFile);
  const rules = sorted.flatMap((file) => (file.kind === 'rule' ? [loadRule(file, files[file.path]!)] : []));
  const byId = new Map(rules.map(({ id, rule }) => [id, rule]));
  const texts = sorted.flatMap((file) => (file.kind === 'texts' ? [loadTexts(file, files[file.path]!, byId)] : []));
  const problems = [
    ...sorted.flatMap((file) => (file.kind === 'other' ? [strangeFile(file)] : [])),
    ...[...rules, ...texts].flatMap((loaded) => loaded.problems),
    ...connectRules(rules, packs),
  ];
  return { rules, texts, problems };
}

const strangeFile = ({ path, message }: { readonly path: string; readonly message: string }): RuleProblem => ({
  path,
  line: 1,
  column: 1,
  message,
});

function createPack(
  { name, version, trusted }: PackInfo,
  { rules, texts }: { readonly rules: readonly Rule[]; readonly texts: readonly LoadedTexts[] },
): RulePack {
  const languages = [...new Set(texts.map(({ language }) => language))].toSorted();
  const inLanguage = (language: string): [string, RulePack['texts'][string]] => [
    language,
    Object.fromEntries(texts.flatMap((one) => (one.language === language && one.texts ? [[one.id, one.texts]] : []))),
  ];
  const content = {
    rules: rules.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    texts: Object.fromEntries(languages.map(inLanguage)),
  };
  return { name, version, hash: contentHash(JSON.stringify(content)), ...(trusted && { trusted }), ...content };
}
