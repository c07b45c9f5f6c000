import { byOrigin, type FactSet, type KnownFact, type Source } from '../facts/fact-set.ts';
import type { Fact } from '../facts/fact.ts';
import { compileRule, type CompiledRule } from '../rules/compile-rule.ts';
import { linearEngine } from '../rules/linear-engine.ts';
import type { Cause, Rule, RulePack } from '../rules/rule.ts';
import type { Finding } from './finding.ts';
import { judge, textsIn, type Judgement } from './judge.ts';

/** A capture from its first line on; complete unless it is said not to be. */
export const capture = (path: string, more: Partial<Source> = {}): Source => ({
  path,
  line: 1,
  endLine: 1000,
  kind: 'a capture',
  complete: 'yes',
  session: false,
  index: 0,
  ...more,
});

/** A fact of a capture, read from one line, which is its quote. */
export function told(source: Source, line: number, fields: object, quotes: readonly string[] = []): KnownFact {
  const origin = { path: source.path, line, endLine: line };
  const quote = { path: source.path, line, endLine: line, text: `line ${line} of ${source.path}` };
  return {
    fact: { text: '', message: '', ...fields, origin } as unknown as Fact,
    source,
    quotes: Object.fromEntries(['', ...quotes].map((field) => [field, quote])),
  };
}

/** A fact set over facts, and captures beyond theirs. */
export function factsOf(facts: readonly KnownFact[], captures: readonly Source[] = []): FactSet {
  const all = [...facts].sort((a, b) => byOrigin(a.fact.origin, b.fact.origin));
  const sources = [...new Set([...captures, ...all.map(({ source }) => source)])].sort(byOrigin);
  const byKind = new Map<Fact['kind'], readonly KnownFact[]>();
  for (const kind of new Set(all.map(({ fact }) => fact.kind)))
    byKind.set(
      kind,
      all.filter(({ fact }) => fact.kind === kind),
    );
  return { of: (kind) => byKind.get(kind) ?? [], all, sources };
}

/** A rule of which a test says only what it is about. */
export const rule = (more: Partial<Rule>): Rule => ({
  id: 'shop/checkout-down',
  title: 'The checkout is down',
  severity: 'error',
  appears: [{ 'operation-error': { is: { code: 'CheckoutFailed' } } }],
  causes: [],
  references: ['https://example.com/checkout'],
  ...more,
});

/** A cause without solutions. */
export const cause = (id: string, more: Partial<Cause> = {}): Cause => ({
  id,
  title: `It is ${id}`,
  solutions: [],
  ...more,
});

/** Rules as a pack. */
export const packOf = (rules: readonly Rule[], texts: RulePack['texts'] = {}): RulePack => ({
  name: 'shop',
  version: '1.0.0',
  hash: '0',
  rules,
  texts,
});

/** Rules that are ready to be put to facts. */
export const compiled = (rules: readonly Rule[]): readonly CompiledRule[] =>
  rules.map((one) => compileRule(one, linearEngine));

/** Judges rules with a command for every question. */
export const judged = (rules: readonly Rule[], facts: FactSet, texts: RulePack['texts'] = {}): Judgement =>
  judge(compiled(rules), facts, {
    texts: textsIn([packOf(rules, texts)], 'it'),
    collecting: {
      print: (kind, subject) => [
        [`show ${kind}`, ...Object.entries(subject).map((field) => field.join('='))].join(' '),
      ],
      taken: () => false,
      prints: () => undefined,
      key: (command) => command,
      join: ([command]) => command!,
    },
  });

/** `rule: cause verdict, cause verdict resolved; ...`. */
export const verdicts = (findings: readonly Finding[]): string =>
  findings
    .map(({ rule: id, causes }) => {
      const said = causes.map((one) => `${one.id} ${one.verdict}${one.resolved ? ' resolved' : ''}`);
      return `${id}: ${said.join(', ')}`;
    })
    .join('; ');

/** Where evidence stands, as `path:line`. */
export const places = (evidence: Finding['evidence']): string[] => evidence.map(({ path, line }) => `${path}:${line}`);
