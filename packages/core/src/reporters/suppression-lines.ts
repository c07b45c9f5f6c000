import type { Report } from '../report/report.ts';
import { findingHeading } from './finding-lines.ts';
import type { Page } from './page.ts';
import { idleText, suppressionText } from './suppression-text.ts';
import { hang } from './wrap.ts';

/** What was found and is known, each with who says so; then the entries that suppress nothing, and why. */
export function suppressionLines({ findings, suppressed }: Report, page: Page): readonly string[] {
  const { words, width } = page;
  const known = findings.flatMap((finding) =>
    finding.suppressed
      ? [
          `${words.suppressed}  ${findingHeading(finding, page)}`,
          ...hang('    ', suppressionText(finding.suppressed, words), width),
        ]
      : [],
  );
  const idle = (suppressed?.entries ?? [])
    .filter((entry) => entry.by === 'configuration' && entry.state !== 'used')
    .flatMap((entry) => hang(`${words.notSuppressing}  `, idleText(entry, words), width));
  return [...known, ...idle].length === 0 ? [] : [...known, ...idle, ''];
}
