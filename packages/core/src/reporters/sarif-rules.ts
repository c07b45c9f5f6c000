import type { Finding, FilledSolution } from '../findings/finding.ts';
import { sarifText } from './sarif-text.ts';
import { webAddress } from './web-address.ts';

/** The rules that have findings, each once, with what a reader needs where the report itself is not at hand. */
export function rulesOf(findings: readonly Finding[]): readonly { readonly id: string }[] {
  const first = new Map<string, Finding>();
  for (const finding of findings) if (!first.has(finding.rule)) first.set(finding.rule, finding);
  return [...first.values()].map(ruleOf);
}

const ruleOf = ({ rule, title, severity, causes, remarks, references }: Finding) => ({
  id: rule,
  shortDescription: { text: sarifText(title) },
  fullDescription: { text: [title, ...remarks].map(sarifText).join(' ') },
  defaultConfiguration: { level: severity === 'info' ? 'note' : severity },
  help: {
    text: sarifText(causes.flatMap(({ solutions }) => solutions.map(({ title: what }) => what)).join('\n') || title),
  },
  ...references
    .slice(0, 1)
    .map(webAddress)
    .map((helpUri) => helpUri && { helpUri })[0],
  properties: { tags: [rule.split('/')[0] ?? rule] },
});

/** The steps of a solution as plain text, commands as they are. */
export const solutionText = ({ title, steps, verify }: FilledSolution): string =>
  [
    title,
    ...steps.map(({ text, run, file }, at) =>
      [`${at + 1}.`, text, file && `${file.name}:\n${file.content}`, run].filter(Boolean).join(' '),
    ),
    ...verify,
  ].join('\n');
