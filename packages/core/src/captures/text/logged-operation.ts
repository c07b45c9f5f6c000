import { extensionOf } from '../../facts/extension.ts';
import type { LogLineFact, OperationErrorFact } from '../../facts/fact.ts';
import { known } from '../../facts/known.ts';
import { withoutEscapes } from './escapes.ts';
import { leadingTime } from './log-time.ts';
import { saysOperationError } from './operation-class.ts';
import type { OperationMessage } from './operation-message.ts';
import { readOperationMessage } from './operation-message.ts';
import { readWait } from './wait-details.ts';

/**
 * The error of an operation that an entry of a log tells of: the program that runs Helm for Azure's extensions says so, or
 * an agent repeats it in what it reports, or a log holds what Helm printed. While it waits, that program names what is not
 * ready yet: this has no class, for nothing has failed so far.
 *
 *     {"Message":"Helm installation failed : ... : InnerError [...]","AgentName":"ExtensionController microsoft.dapr:1.14.4-msft.5",...}
 *     {"Message":"The payload for configuration : {{\"...\":\"Error: {failed to install chart from path [] ...}} failed with error {<nil>}",...}
 */
export const loggedOperation = (line: LogLineFact): OperationErrorFact | undefined => {
  const { origin, time, agent = '', fields } = line;
  const text = `${line.message}${errorOf(fields)}`;
  const own = OWN.test(agent);
  if (!own && !WRAPPED.test(text)) return undefined;
  const message = cutOut(text);
  const read = own && WAITS.test(message) ? readWait(message) : failureIn(message);
  if (read === undefined) return undefined;
  const source = own || DUMP.test(text) ? 'extension-operator' : 'helm';
  const extension = extensionOf({ agent }) ?? EXTENSION.exec(withoutEscapes(text))?.[1]?.toLowerCase();
  return known<OperationErrorFact>({ kind: 'operation-error', origin, source, time, message, extension, ...read });
};

const failureIn = (message: string): OperationMessage | undefined =>
  WRAPPED.test(message) || saysOperationError(message) ? readOperationMessage(message, { helm: true }) : undefined;

/** An entry without any of these (ASCII case ignored) tells of no failed operation. */
export const OPERATION_LITERALS: readonly string[] = [
  'ExtensionController',
  'extension operation failed',
  'occurred while doing the operation',
  'helm installation failed',
  'helm install failed',
  'helm upgrade failed',
  'helm uninstallation failed',
  'helm uninstall failed',
  'helm deletion failed',
  'helm delete failed',
  'helm rollback failed',
  'failed to install chart from path',
  'installation failed:',
  'upgrade failed:',
  'rollback failed:',
  'failed, and has been uninstalled',
  'failed, and has been rolled back',
];

const OWN = /^ExtensionController\b/i;

/** What the agents report is a text in a text in a text. */
const DUMP = /\bpayload for configuration\b/i;

const WRAPPED =
  /\bextension operation failed with the following error|\boccurred while doing the operation\b|\bHelm (?:installation|install|upgrade|uninstallation|uninstall|deletion|delete|rollback) failed\b|\bfailed to install chart from path\b|\b(?:INSTALLATION|UPGRADE|ROLLBACK) FAILED: |\brelease \S{1,60} failed, and has been (?:uninstalled|rolled back)/i;

const WAITS =
  /^\s{0,9}[A-Z][A-Za-z]{2,40} (?:is not (?:ready|bound|completed)|does not have (?:load balancer ingress|cluster) IP address): \S/;

const EXTENSION = /\bextensionType"?\s{0,9}[:=]\s{0,9}"?([A-Za-z][\w.-]{2,120})/i;

/** Structured records keep the error beside the message. */
const errorOf = (fields: LogLineFact['fields']): string => {
  const name = ['error', 'err', 'Error'].find((key) => fields !== undefined && Object.hasOwn(fields, key));
  return name === undefined ? '' : `: ${fields?.[name] ?? ''}`;
};

/** What an entry says of the operation, without the date in front; of a report the text that tells it, to its own quote. */
const cutOut = (text: string): string => {
  if (!DUMP.test(text)) return withoutEscapes(leadingTime(text)?.rest ?? text).trim();
  const from = Math.max(0, text.search(BEGINS));
  const rest = text.slice(from, from + MAX_MESSAGE);
  const before = /(\\{0,64})"[^"]{0,200}$/.exec(text.slice(Math.max(0, from - 300), from))?.[1] ?? '';
  const end = [...rest.matchAll(/(\\{0,64})"/g)].find(([, escape = '']) => escape.length <= before.length);
  return withoutEscapes(rest.slice(0, end?.index)).trim();
};

const MAX_MESSAGE = 64 * 1024;

const BEGINS =
  /The extension operation failed with|Error: ?[[{]|Helm (?:installation|upgrade) failed|failed to install chart from path|Helm (?:installation )?from path|release \S{1,60} failed, and has been/i;
