import { known } from '../../facts/known.ts';

/** What the extension service, or Helm's command line, wraps an error in. */
export interface OperationEnvelope {
  readonly category?: string;
  readonly advice?: string;
  readonly innerError?: string;
  readonly operation?: string;
  readonly release?: string;
  readonly namespace?: string;
  /** All that the text says of the error: without advice, and without where to read more. */
  readonly said: string;
}

/**
 * Takes the wrappers of an error apart; parts that a text lacks are absent.
 *
 *     Error: [ InnerError: [Helm installation failed : CATEGORY : Recommendation ADVICE : InnerError [ERR]]] occurred while
 *     doing the operation : [Create] on the config, For general troubleshooting visit: https://aka.ms/k8s-extensions-TSG
 *     Error: {failed to install chart from path [] for release [RELEASE]: err [ERR]} occurred while doing the operation :
 *     {Installing the extension} on the config
 *     Error: INSTALLATION FAILED: ERR
 */
export const readOperationEnvelope = (message: string): OperationEnvelope => {
  const whole = message.replaceAll('**', '').replace(/\s+/g, ' ').slice(0, MAX_MESSAGE).trim();
  const text = upTo(whole, /,? ?For (?:general|more application specific) troubleshooting visit: /i);
  const core = upTo(text, / ?\boccurred while doing the operation/i);
  const advice = adviceIn(core);
  const said = advice === undefined ? core : `${core.slice(0, advice.from)}${core.slice(advice.to)}`;
  const head = HEAD.exec(said);
  return known<OperationEnvelope>({
    said,
    category: head === null ? undefined : categoryIn(said.slice(head.index + head[0].length)),
    advice: advice && filled(core.slice(advice.from, advice.to).replace(/^Recommendation/i, '')),
    innerError: filled(innerErrorIn(said, head)),
    operation: operationIn(text, head?.[1]),
    ...releaseIn(said),
  });
};

const MAX_MESSAGE = 64 * 1024;

const upTo = (text: string, end: RegExp): string => {
  const at = text.search(end);
  return at < 0 ? text : text.slice(0, at);
};

/** What the service advises names causes that it does not know to be there. */
const adviceIn = (text: string): { from: number; to: number } | undefined => {
  const from = text.search(/\bRecommendation /i);
  if (from < 0) return undefined;
  const end = text.slice(from).search(/ ?:? ?InnerError \[/i);
  return { from, to: end < 0 ? text.length : from + end };
};

const HEAD = /\bHelm (installation|install|upgrade|uninstallation|uninstall|deletion|delete|rollback) failed\b/i;

/** What stands between the head and the inner error; what was not ready may be glued to it. */
const categoryIn = (rest: string): string | undefined => {
  const end = rest.search(/InnerError \[/i);
  if (!/^ ?:/.test(rest) || end < 0) return undefined;
  const printed = rest
    .slice(0, end)
    .replace(/^[ :]+/, '')
    .replace(/[ :]+$/, '');
  return filled(
    /^timed out waiting for the resource to come to a ready\/completed state/i.exec(printed)?.[0] ?? printed,
  );
};

const filled = (text: string | undefined): string | undefined => {
  const trimmed = text?.replace(/^[ :]+|[ :]+$/g, '');
  return trimmed === '' ? undefined : trimmed;
};

const innerErrorIn = (said: string, head: RegExpExecArray | null): string | undefined => {
  const open = /\bInnerError \[|\berr \[/i.exec(said);
  if (open !== null) return bracketed(said, open.index + open[0].length);
  const failed = FAILED.exec(said);
  if (failed !== null) return said.slice(failed.index + failed[0].length);
  const behind = head === null ? '' : said.slice(head.index + head[0].length);
  return /^(?: for release \S{1,200}(?: with chart \S{1,200})?)? ?: ?\S/.test(behind)
    ? behind.replace(/^.{0,420}?: ?/, '')
    : undefined;
};

/** Behind it stands what Helm's command line says of itself. */
const FAILED = /\b(INSTALLATION|UPGRADE|UNINSTALLATION|UNINSTALL|ROLLBACK) FAILED: ?/i;

/** The innermost error stands in brackets, which it may hold itself. */
const bracketed = (text: string, from: number): string => {
  let depth = 1;
  for (let at = from; at < text.length; at++) {
    if (text[at] === '[') depth++;
    if (text[at] === ']' && --depth === 0) return text.slice(from, at);
  }
  return text.slice(from).replace(/[\]}\s]{1,9}$/, '');
};

const OPERATION = /occurred while doing the operation ?: ?[[{]([^\]}]{1,80})[\]}]/i;

const operationIn = (text: string, head: string | undefined): string | undefined => {
  const words = OPERATION.exec(text)?.[1] ?? FAILED.exec(text)?.[1] ?? head;
  if (words === undefined) return undefined;
  if (/^(?:creat|install)/i.test(words)) return 'Create';
  if (/^(?:updat|upgrad)/i.test(words)) return 'Update';
  return /^(?:delet|uninstall|remov)/i.test(words) ? 'Delete' : words;
};

const RELEASES: readonly RegExp[] = [
  /\bfor release \[([^[\]]{0,63})\]/,
  /\bfor release (?:(?<namespace>[a-z0-9-]{1,63})\/)?([a-z0-9][a-z0-9.-]{0,52}) with chart /,
  /\brelease ([a-z0-9][a-z0-9.-]{0,52}) failed, and has been /,
  /"([a-z0-9][a-z0-9.-]{0,52})" has no deployed releases/,
  /\ba release named ([a-z0-9][a-z0-9.-]{0,52}) (?:is in use|already exists)/,
];

const releaseIn = (text: string): Pick<OperationEnvelope, 'release' | 'namespace'> => {
  for (const pattern of RELEASES) {
    const found = pattern.exec(text);
    const namespace = found?.groups?.['namespace'];
    const release = filled(found?.at(-1));
    if (release !== undefined) return known<Pick<OperationEnvelope, 'release' | 'namespace'>>({ release, namespace });
  }
  return {};
};
