import { lastNumber, type Line } from '../../bundle/line.ts';
import { known } from '../../facts/known.ts';
import type { DnsVantage } from './dns-draft.ts';
import { bareName, readDnsLine } from './dns-line.ts';

/** A lookup and its answer that a web page ran together into one line. */
export interface CollapsedLookup extends DnsVantage {
  /** The name behind `nslookup`. */
  readonly asked?: string;
  /** The lines it was made from. */
  readonly parts: readonly string[];
}

/**
 * Takes a line apart that holds a whole answer; undefined for a line of its own.
 *
 *     nslookup eastus.dp.kubernetesconfiguration.azure.com Name: eastus.dp.kubernetesconfiguration.azure.com Address: 20.39.12.229
 */
export const splitDnsLine = (text: string): CollapsedLookup | undefined => {
  if (text.length > MAX_LINE || !COLLAPSED.test(text)) return undefined;
  const [before = '', ...parts] = text.split(LABEL).map((part) => part.trim());
  const whole = /^(?:Server|Name|Non-auth)/.test(before) ? [before, ...parts] : parts;
  const asked = /\bnslookup(?:\.exe)?(?:\s+-\S{1,60}){0,5}\s+([^\s-]\S{0,254})/i.exec(before)?.[1];
  return known<CollapsedLookup>({ asked, parts: whole, ...vantageIn(before) });
};

/** `kubectl exec` in front says in which pod the lookup ran. */
const vantageIn = (text: string): DnsVantage => {
  const words = /\bexec\s(.{1,600}?)\s--\s/.exec(text)?.[1]?.split(/\s+/);
  if (words === undefined) return {};
  const at = words.findIndex((word) => /^(?:-n|--namespace)$/.test(word));
  const values = words.filter(
    (word, index) => !word.startsWith('-') && !/^(?:-n|-c|--namespace|--container)$/.test(words[index - 1] ?? ''),
  );
  const namespace = at < 0 ? /(?:^|\s)--namespace=(\S+)/.exec(words.join(' '))?.[1] : words[at + 1];
  return known<DnsVantage>({ inPod: true, namespace, pod: values[0] });
};

const MAX_LINE = 8192;
const COLLAPSED = /\bName:\s{1,20}\S{1,255}\s{1,20}Address(?:es)?(?: 1)?:\s{1,20}\S/;
const LABEL = /\s(?=(?:Server|Name|Address(?:es)?(?: \d{1,2})?|Aliases|Non-authoritative answer):)/;

/** Lines with those joined that a terminal of 80 or 120 columns broke. */
export function* joinDnsLines(lines: Iterable<Line>): Generator<Line, void, undefined> {
  let held: Line | undefined;
  for (const line of lines) {
    if (held !== undefined && isBroken(held.text) && isRest(held.text, line.text)) {
      held = { ...held, text: held.text + line.text, endNumber: lastNumber(line) };
      continue;
    }
    if (held !== undefined) yield held;
    held = line;
  }
  if (held !== undefined) yield held;
}

/** Terminals break lines at these widths. */
export const isBroken = (text: string): boolean => WIDTHS.has(text.length) && /^.*$/.test(text);

const WIDTHS: ReadonlySet<number> = new Set([79, 80, 119, 120]);

/** What is broken off is no line of its own, and made of what names and codes are made of. */
const isRest = (held: string, text: string): boolean => {
  if (!REST.test(text)) return false;
  const whole = readDnsLine(held);
  if (whole !== undefined && whole.is !== 'lone' && readDnsLine(held + text) === undefined) return false;
  // The next link of a chain, cut, begins with the name that the last one ended with.
  if (whole?.is === 'alias' && whole.target.startsWith(bareName(text))) return false;
  const said = readDnsLine(text);
  if (said !== undefined && said.is !== 'lone') return false;
  return /^\S/.test(text) || readDnsLine(held + text) !== undefined;
};

const REST = /^(?!={3}|#{2}) ?[\w.:=,'#[\]()-]+(?:[ ,=]\S.{0,100})?$/;
