import { anonymizeDocument, anonymizingBy } from './anonymity/anonymize-document.ts';
import type { AnalyzeOptions } from './analyze.ts';
import type { BundleSource } from './bundle/open-bundle.ts';
import { collectingOver } from './collecting-over.ts';
import { explainChains } from './findings/explain/explain-chain.ts';
import { explainRule } from './findings/explain/explain-rule.ts';
import { judge, textsIn } from './findings/judge.ts';
import { explainSuppressions } from './suppressions/explain-suppressions.ts';
import { suppressionFinder } from './suppressions/suppress-findings.ts';
import { judgeInOrder, type JudgedRule } from './findings/judge-in-order.ts';
import { worldOf, type World } from './findings/world.ts';
import { readSource } from './read-source.ts';
import { readingForRules } from './reading-for-rules.ts';
import type { Explanation } from './report/explanation.ts';
import { labeledNotes, reportHead } from './report/report-head.ts';
import { compilePacks, type CompiledRule } from './rules/compile-rule.ts';
import { didYouMean } from './rules/did-you-mean.ts';
import type { Rule, RulePack } from './rules/rule.ts';
import { UnknownRuleError } from './rules/unknown-rule-error.ts';

/**
 * Why a rule (`PACK/NAME`), or one cause of it (`PACK/NAME#CAUSE`), says what `analyze` reports of a bundle, or stays
 * silent; and its place in the incidents that it is part of. Throws `UnknownRuleError` where there is no such rule or
 * cause, else as `analyze` does.
 */
export async function explain(source: BundleSource, ruleId: string, options: AnalyzeOptions): Promise<Explanation> {
  const { rules, locale = 'en', suppressions, anonymize, ...reading } = options;
  const { rule, cause, pack } = findRule(ruleId, rules);
  const compiled = await compilePacks(rules);
  const read = await readSource(source, { ...reading, ...readingForRules({ rules, compiled, anonymize }) });
  const world = worldOf(read.facts);
  const texts = textsIn(rules, locale);
  const judged = judgeUntil(rule, compiled, world);
  const head = reportHead({ ...read, rules, locale });
  const collecting = collectingOver(read.facts);
  const explained = explainRule(judged, { world, collecting, texts: texts.get(rule.id), cause });
  const { findings } = judge(compiled, read.facts, { texts, collecting });
  const own = findings.filter((finding) => finding.rule === rule.id);
  const explanation: Explanation = {
    ...head,
    pack: { name: pack.name, version: pack.version },
    rule: suppressions
      ? explainSuppressions(
          explained,
          own,
          suppressionFinder(suppressions, suppressions.today ?? head.bundle.capturedAt?.slice(0, 10)),
        )
      : explained,
    chains: explainChains(findings, { rule: rule.id, cause }),
    notes: labeledNotes(read),
  };
  return anonymize ? anonymizeDocument(explanation, anonymizingBy(anonymize, read)) : explanation;
}

interface Asked {
  readonly pack: RulePack;
  readonly rule: Rule;
  readonly cause: string | undefined;
}

function findRule(ruleId: string, packs: readonly RulePack[]): Asked {
  const [id = '', cause] = ruleId.split('#', 2);
  const pack = packs.find(({ rules }) => rules.some((one) => one.id === id));
  const rule = pack?.rules.find((one) => one.id === id);
  if (!pack || !rule) throw noRule(id, packs);
  if (cause !== undefined && !rule.causes.some((one) => one.id === cause)) throw noCause(cause, rule);
  return { rule, cause, pack };
}

function noRule(id: string, packs: readonly RulePack[]): UnknownRuleError {
  const known = packs.flatMap((pack) => pack.rules.map((rule) => rule.id));
  return new UnknownRuleError('unknown-rule', `there is no rule ${id}${didYouMean(id, known)}`);
}

function noCause(id: string, { id: rule, causes }: Rule): UnknownRuleError {
  const known = causes.map((cause) => cause.id);
  const hint = `${didYouMean(id, known)} (there are ${known.join(', ')})`;
  return new UnknownRuleError('unknown-cause', `there is no cause ${id} of ${rule}${hint}`);
}

/** Judges as `analyze` does, up to the rule: the world then is the one that it was judged over. */
function judgeUntil(wanted: Rule, rules: readonly CompiledRule[], world: World): JudgedRule {
  for (const judged of judgeInOrder(rules, world)) if (judged.rule.rule === wanted) return judged;
  throw noRule(wanted.id, []);
}
