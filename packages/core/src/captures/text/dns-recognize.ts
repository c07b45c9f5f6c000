import type { Line } from '../../bundle/line.ts';
import type { CaptureKind, Command, Recognition } from '../capture.ts';
import { dnsCommand, isShort } from './dns-command.ts';
import { isBroken, joinDnsLines, splitDnsLine } from './dns-layout.ts';
import { readDnsLine, type ReadDnsLine } from './dns-line.ts';

/** How sure it is that a lookup's output begins at the first of the lines. */
export function recognizeLookup(
  lines: readonly Line[],
  { command }: Parameters<CaptureKind['recognize']>[1],
): Recognition {
  const [first] = joinDnsLines(lines);
  const text = first?.text ?? '';
  if (splitDnsLine(text) !== undefined) return /\bnslookup\b/i.test(text) ? 3 : 2;
  const said = readDnsLine(text);
  if (said !== undefined && said.is !== 'noise' && dnsCommand(command) !== undefined) return 3;
  const sure = said === undefined ? 0 : sureOf(said, lines);
  return sure === 0 && isRemnant(lines) ? 2 : sure;
}

/** Some lines are so much like those of other commands that the next one has to fit as well. */
const sureOf = (said: ReadDnsLine, lines: readonly Line[]): Recognition => {
  if (ALONE_NOTHING.has(said.is)) return 0;
  if (said.is === 'address') return said.client === undefined ? 0 : 2;
  if (!NEEDS_NEXT.has(said.is)) return 3;
  const next = lines.slice(1).find((line) => line.text.trim() !== '')?.text;
  const then = next === undefined ? undefined : readOften(next)?.is;
  if (said.is === 'answer') return then === undefined && next !== undefined ? 2 : 3;
  return then === 'address' ? 3 : 0;
};

/** What stands below a line is asked for more than once. */
const readOften = (line: string): ReadDnsLine | undefined => {
  if (line !== latest.line) {
    latest.line = line;
    latest.said = readDnsLine(line);
  }
  return latest.said;
};

const latest: { line: string; said: ReadDnsLine | undefined } = { line: '', said: undefined };

const ALONE_NOTHING: ReadonlySet<string> = new Set(['noise', 'lone', 'aliases']);
const NEEDS_NEXT: ReadonlySet<string> = new Set(['server', 'name', 'answer']);

/** Whether a line begins a lookup anew: who asks again starts a capture anew: what a later lookup shows is newer. */
export const asksAgain = (line: Line, lines: readonly Line[]): boolean =>
  BEGINS.test(line.text) &&
  !EARLY.test(lastText(lines)) &&
  lines.some(({ text }) => SERVER.test(text)) &&
  !triesOn(lines);

const lastText = (lines: readonly Line[]): string => lines.at(-1)?.text ?? '';

/** With `-debug` the next name of a search list is asked for as a new lookup would be. */
const triesOn = (lines: readonly Line[]): boolean =>
  lines.slice(-4).some(({ text }) => FAILED_TRY.test(text)) && lines.some(({ text }) => QUESTIONS.test(text));

const FAILED_TRY = /^\s{0,9}\*\* server can['’]t find /;
const QUESTIONS = /^\s{0,9}QUESTIONS:\s{0,9}$/;

/** The end of a line that a cut left, above what only a lookup prints. */
const isRemnant = (lines: readonly Line[]): boolean => {
  const next = lines[0]?.number === 1 ? lines.slice(1).find(({ text }) => text.trim() !== '') : undefined;
  const said = next && readOften(next.text);
  const isVague = said?.is === 'failed' && said.vague === true;
  return (
    said !== undefined &&
    (isVague || AFTER_REMNANT.has(said.is)) &&
    REMNANTS.some((form) => form.test(lines[0]?.text ?? ''))
  );
};

const REMNANTS: readonly RegExp[] = [
  /^(?:[\w'.:]{0,9}\s)?(?:[\w'.:]{0,9}\s)?(?:(?:name )?= )?[\w-]{0,63}(?:\.[\w-]{1,63}){0,12}\.?\s{0,9}$/,
  // A record of dig that lost the beginning of its name.
  /^\.\S{0,255}\s+(?:\d{1,10}\s+)?IN\s+(?:A|AAAA|CNAME)\s+\S{1,255}$/,
];
const AFTER_REMNANT: ReadonlySet<string> = new Set(['name', 'alias', 'answer', 'pointer', 'resolved', 'address']);

const SERVER = /^\s{0,9}Server:\s/i;
/** What BIND says of a server before it names it. */
const EARLY = /^\s{0,9};; (?:Got \w{1,12} reply from|communications error to) /;
const BEGINS = new RegExp(`${SERVER.source}|${EARLY.source}`, 'i');

const lastFilled = (lines: readonly Line[]): string =>
  lines.findLast((before) => before.text.trim() !== '')?.text ?? '';

/** Whether a line still belongs to a lookup that began above it. */
export function lookupGoesOn(
  line: Line,
  { lines, command, ahead = [] }: Parameters<CaptureKind['continues']>[1],
): boolean {
  if (line.text.trim() === '' || splitDnsLine(line.text) !== undefined) return true;
  const [joined = line] = joinDnsLines([line, ...ahead]);
  const said = readDnsLine(joined.text);
  if (said !== undefined && said.is !== 'lone') return said.is !== 'name' || !DESCRIBED_NAME.test(line.text);
  const last = lastFilled(lines);
  const isCut = ahead.length === 0 && isCutAnswer(last, line.text);
  return isCut || isBroken(last) || (said !== undefined && isListed(last, command));
}

/** Where a file ends inside the first line of an answer. */
const isCutAnswer = (above: string, text: string): boolean => ANSWER.test(above) && CUT_NAME.test(text);

const isListed = (above: string, command: Command | undefined): boolean => LISTING.test(above) || isShort(command);

const ANSWER = /^Non-authoritative answer:\s*$/i;
const CUT_NAME = /^[A-Za-z][\w.-]{0,252}$/;

const DESCRIBED_NAME = /^\s{0,9}Name:\s{7,}/;
const LISTING = /^(?:Aliases|Addresses):|^\s*[\w.:<>[\]-]{3,255}\s*$/;
