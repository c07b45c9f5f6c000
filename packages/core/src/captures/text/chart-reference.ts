import type { OperationErrorFact } from '../../facts/fact.ts';
import { known } from '../../facts/known.ts';

/** The chart an error is about, as printed: a name, a reference in a registry, or the URL of a repository. */
export type ChartReference = Pick<OperationErrorFact, 'chart' | 'chartVersion'>;

/** Reads which chart a text with single blanks says could not be had. */
export const readChart = (text: string): ChartReference => {
  for (const pattern of PATTERNS) {
    const { chart, host, version } = pattern.exec(text)?.groups ?? {};
    if (chart === undefined) continue;
    const whole = host === undefined ? chart : `${host}/${chart}`;
    return known<ChartReference>({ chart: whole.replace(/[.,;:]$/, ''), chartVersion: version });
  }
  return {};
};

const PATTERNS: readonly RegExp[] = [
  /\bhelm chart from the registry '(?<chart>[^\s']{1,500}?)(?::(?<version>[\w.+-]{1,128}))?'/i,
  /\bfailed to download "(?<chart>[^"]{1,500})"(?: at version "(?<version>[^"]{1,128})")?/i,
  /\bchart "(?<chart>[^"]{1,500})" (?:matching|version) "?(?<version>[^\s"]{0,128})"? not found/i,
  /\blooks like "(?<chart>[^"]{1,500})" is not a valid chart repository/i,
  /\bfailed to fetch (?<chart>https?:\S{1,1000}) : /i,
  /\b(?:head|get)(?: request to)? "?https:\/\/(?<host>[^\s"/]{1,253})\/v2\/(?<chart>[^\s"]{1,500}?)\/(?:manifests|tags)\/(?<version>[\w.+-]{1,128})/i,
  /(?<chart>(?<![\w./-])[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,8}(?::\d{2,5})?\/[^\s:"'[\]]{1,300}):(?<version>[\w.+-]{1,128}): not found/i,
  /\bhelm chart from the repo ?url:? "?(?<chart>(?:https?|oci):\/\/[^\s"\]]{1,1000})/i,
  /(?<![\w./-])"?(?<chart>[\w./-]{1,253})"? not found in \S{1,500} repository\b/i,
  /\bwith chart (?<chart>[\w./-]{1,300})@(?<version>[\w.+-]{1,128})/i,
];
