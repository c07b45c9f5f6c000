import type { Line } from '../../bundle/line.ts';

/** Terraform draws a box around an error; az and PowerShell name themselves in front of it. */
export const bareText = (text: string): string => (DRESSED.test(text) ? undressed(text) : text);

const DRESSED = /^(?:[\s│╷╵|]|az|ERROR: |helm\.go:)/;

const undressed = (text: string): string =>
  text
    .replace(/^[\s│╷╵|]{0,20}/, '')
    .replace(/^(?:az(?:\.cmd)? : )?ERROR: /, '')
    .replace(/^helm\.go:\d{1,5}: \[debug\] /, 'Error: ');

/** Whether a line stands in the box of a Terraform trace. */
export const inBox = (text: string): boolean => /^\s{0,9}│/.test(text);

/** `Status:` is where newer Terraform providers keep the code. */
export const CODE: RegExp = /^(?:- )?(?:Code|Status|Error code): {0,9}["']?([A-Z][A-Za-z]{3,79})\b/i;

/** Where a message begins, among its lines. */
interface Start {
  readonly lines: readonly Line[];
  readonly at: number;
  readonly start: string;
  /** Where a terminal broke the lines. */
  readonly width: number | undefined;
}

interface Block {
  readonly text: string;
  readonly last: Line;
  readonly end: number;
}

/** No message is longer. */
const MAX_LINES = 200;

/** A message goes on below where its brackets are open, where a line is indented, in a box, or where a terminal broke it. */
export const messageBlock = (block: Start): Block => {
  const { lines, at } = block;
  const grown = { text: block.start, depth: depthOf(block.start) };
  let end = at;
  for (let next = at + 1; next < Math.min(lines.length, at + MAX_LINES); next++) {
    const step = stepInto(lines[next] as Line, { ...block, ...grown, line: lines[next - 1] as Line });
    if (step === undefined) break;
    grown.text += step;
    grown.depth += depthOf(step);
    if (step !== '') end = next;
  }
  return { text: grown.text.trim(), last: lines[end] as Line, end };
};

interface Around extends Start {
  readonly text: string;
  readonly depth: number;
  /** The line above. */
  readonly line: Line;
}

/** What a line adds to the message above it; undefined where it is no part of it. */
const stepInto = (next: Line, around: Around): string | undefined => {
  const bare = bareText(next.text);
  if (ENDS.test(bare)) return undefined;
  if (inBox((around.lines[around.at] as Line).text)) return inBox(next.text) ? bare && `\n${bare}` : undefined;
  if (around.depth <= 0 && !goesOn(next, around)) return undefined;
  const added = /^\s{0,9}\|/.test(next.text) ? bare : next.text.trimEnd();
  return `${around.line.text.length === around.width ? '' : '\n'}${added}`;
};

const ENDS =
  /^(?:\([A-Z][A-Za-z]{3,79}\) |(?:WARNING: )?\[AZK8S\d|(?:Error|Code|Status|Message|Target|Inner ?[Ee]rrors?|Exception Details|Additional Information|Activity Id|API Response):|[{}]$|-{3,}|(?:on|in) \S+ line \d|with [\w.[\]"-]{3,400},$|At line:\d|\+ )/;

const goesOn = (next: Line, { text, line, width }: Around): boolean => {
  if (next.text.trim() === '') return false;
  if (CALLS.test(text)) return true;
  if (/^(?:\t| {2,}\S|\s{0,9}\* )/.test(next.text)) return true;
  // A terminal may lose the blank at its border.
  if (width !== undefined && line.text.length >= width - 1) return true;
  return MORE.test(next.text) || (REFUSED.test(text) && /^(?:[\w.-]{1,100}:$|- )/.test(next.text));
};

/** Terraform names what it worked on over several lines. */
const CALLS = /^(?:creating|updating|deleting|waiting for|polling) /;

/** Errors that Helm puts one below the other. */
const MORE =
  /^(?:resource (?:not ready, name: |\S{1,400} not ready\. )|context deadline exceeded$|timed out waiting for the condition$|ensure CRDs are installed first|[\w./-]{1,300}:\d{1,7}:\d{1,7}$)/;

/** Below it stand the charts, and the values that their schemas refuse. */
const REFUSED = /schema\(s\) in the following chart\(s\):/;

const depthOf = (text: string): number => count(text, /[[{]/g) - count(text, /[\]}]/g);

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

const JSON_LINES = 20_000;

/** The lines of the JSON document that begins at a line, behind some words perhaps. */
export const jsonAt = (lines: readonly Line[], at: number): { lines: readonly Line[]; end: number } | undefined => {
  const first = lines[at] as Line;
  if (
    !/^(?:\{|\[\s*\{|\[\s*$|"[A-Za-z]{3,40}"\s{0,9}:\s{0,9}[[{]\s*$|.{0,300}?\{\s{0,9}\\{0,8}"(?:error|code|status)\\{0,8}"\s{0,9}:)/.test(
      bareText(first.text),
    )
  )
    return undefined;
  let depth = 0;
  for (let end = at; end < Math.min(lines.length, at + JSON_LINES); end++) {
    depth += depthOf(withoutStrings((lines[end] as Line).text));
    if (depth <= 0) return { lines: lines.slice(at, end + 1), end };
  }
  return { lines: lines.slice(at, at + JSON_LINES), end: Math.min(lines.length, at + JSON_LINES) - 1 };
};

const withoutStrings = (text: string): string => text.replace(/"(?:[^"\\]|\\.){0,65536}"/g, '""');
