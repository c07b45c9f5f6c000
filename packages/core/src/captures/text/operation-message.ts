import type { OperationErrorFact } from '../../facts/fact.ts';
import { known } from '../../facts/known.ts';

/** The parts of an extension service's message. */
export type OperationMessage = Pick<
  OperationErrorFact,
  'category' | 'advice' | 'innerError' | 'operation' | 'release' | 'extension'
>;

/**
 * Takes apart what the extension service says; parts that a message lacks are absent.
 *
 *     Error: [ InnerError: [Helm installation failed : CATEGORY : Recommendation ADVICE : InnerError [ERR]]] occurred while
 *     doing the operation : [Create] on the config
 *     Error: {failed to install chart from path [] for release [RELEASE]: err [ERR]} occurred while doing the operation :
 *     {Installing the extension} on the config
 */
export const readOperationMessage = (message: string): OperationMessage => {
  const text = message.replace(/\s+/g, ' ').slice(0, MAX_MESSAGE);
  const { category, advice } = CATEGORY.exec(text)?.groups ?? {};
  return known<OperationMessage>({
    category: filled(category),
    advice: filled(advice),
    innerError: filled(innerErrorIn(text)),
    operation: operationIn(text),
    release: filled(RELEASE.exec(text)?.[1]) ?? filled(ATOMIC.exec(text)?.[1]),
  });
};

const MAX_MESSAGE = 64 * 1024;

const CATEGORY =
  /\bHelm (?:installation|upgrade|uninstallation|deletion) failed ?: ?(?<category>[^[\]]{0,400}?(?: ?\[[^[\]]{0,300}\])?) ?: ?(?:Recommendation (?<advice>.{0,2000}?) ?: ?)?InnerError \[/i;
const RELEASE = /\bfor release \[([^[\]]{0,63})\]/;
const ATOMIC = /\brelease ([a-z0-9][a-z0-9.-]{0,52}) failed, and has been /;
const OPERATION = /occurred while doing the operation ?: ?[[{]([^\]}]{1,80})[\]}]/i;

const filled = (text: string | undefined): string | undefined => {
  const trimmed = text?.trim();
  return trimmed === '' ? undefined : trimmed;
};

/** The innermost error stands in brackets, which it may hold itself. */
const innerErrorIn = (text: string): string | undefined => {
  const open = /\bInnerError \[|\berr \[/.exec(text);
  if (open === null) return undefined;
  const from = open.index + open[0].length;
  let depth = 1;
  for (let at = from; at < text.length; at++) {
    if (text[at] === '[') depth++;
    if (text[at] === ']' && --depth === 0) return text.slice(from, at);
  }
  return text.slice(from);
};

const operationIn = (text: string): string | undefined => {
  const words = OPERATION.exec(text)?.[1];
  if (words === undefined) return undefined;
  if (/^(?:create|install)/i.test(words)) return 'Create';
  if (/^(?:update|upgrad)/i.test(words)) return 'Update';
  return /^(?:delete|deleting|uninstall|remov)/i.test(words) ? 'Delete' : words;
};
