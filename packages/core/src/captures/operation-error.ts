import type { Line } from '../bundle/line.ts';
import { lastNumber } from '../bundle/line.ts';
import type { OperationErrorFact } from '../facts/fact.ts';
import { known } from '../facts/known.ts';
import type { CaptureContext, CaptureKind, Command, Reading, Recognition } from './capture.ts';
import { readOperationMessage } from './text/operation-message.ts';
import { originOf } from './text/origin.ts';
import type { PrintedError } from './text/printed-error.ts';
import { bareText, printedErrors } from './text/printed-error.ts';
import { readTransport } from './text/transport.ts';

/**
 * The error of `az k8s-extension create`, of a deployment (Azure Resource Manager's JSON), of Terraform; also
 * `az k8s-extension show`.
 *
 *     (ExtensionOperationFailed) The extension operation failed with the following error: Unable to get a response from the agent in time.
 *     Code: ExtensionOperationFailed
 *     Message: The extension operation failed with the following error: Unable to get a response from the agent in time.
 *
 *     {"status":"Failed","error":{"code":"DeploymentFailed","details":[{"code":"ExtensionOperationFailed","message":"..."}]}}
 */
export const operationError: CaptureKind = {
  name: 'operation error',
  recognize: (lines, { command }) => {
    const text = lines[0]?.text ?? '';
    if (text.length > MAX_HEAD || LOG_RECORD.test(text)) return 0;
    return recognizeText(lines, command);
  },
  continues: (line, { lines }) => {
    const before = lines.at(-1)?.text ?? '';
    if (line.text.trim() === '') return true;
    if (OTHER.test(line.text)) return false;
    return before.trim() !== '' || PART.test(bareText(line.text));
  },
  *parse(lines, context) {
    const printed = [...printedErrors([...lines])];
    for (const same of bySameness(printed)) yield readingOf(same, context);
  },
};

const MAX_HEAD = 256 * 1024;

/** A record of a log may well have a code and a message. */
const LOG_RECORD =
  /^[^"]{0,300}\{\s{0,9}"(?:level|ts|time|severity|log|Message|LogType|msg)"\s{0,9}:|^\s{0,9}\{.{0,400}"kind"\s{0,9}:/;

/** Where the text of another command begins, for want of a blank line. */
const OTHER = /^(?:NAME\s|NAMESPACE\s|LAST SEEN\s|Name:\s|Server:\s|Events:\s|apiVersion:|\{\s?"Message")/;

const PART =
  /^(?:\([A-Z][A-Za-z]{3,79}\) |(?:Code|Status|Message|Target|Inner ?error|Inner Errors|Exception Details|Additional Information|Activity Id):|[[{}\]"]|\s|\* )/i;

const FORMS: readonly (readonly [RegExp, Recognition])[] = [
  [/^\([A-Z][A-Za-z]{3,79}\) \S/, 3],
  [/^Deployment failed\. Correlation ID:/, 3],
  [/^Error: (?:creating|updating|deleting|waiting for|polling) .{0,600}(?:Extension|Flux|Kubernetes)/, 3],
  [/^(?:- )?(?:Code|Error code): {0,9}["']?[A-Z][A-Za-z]{3,79}["']?\s{1,9}Message: /i, 3],
];

const recognizeText = (lines: readonly Line[], command: Command | undefined): Recognition => {
  const whole = (lines[0]?.text ?? '').trim();
  const text = bareText(whole);
  const form = FORMS.find(([pattern]) => pattern.test(text));
  if (form !== undefined) return form[1];
  const head = () =>
    lines
      .map((line) => line.text)
      .join('\n')
      .slice(0, MAX_HEAD);
  if (CODE_ALONE.test(text)) return /\n\W{0,20}Message:/i.test(head()) ? 3 : 0;
  if (/^[[{]/.test(text)) return recognizeJson(head());
  return recognizeSentence(text, /^(?:az|ERROR)/.test(whole), command?.program === 'az');
};

const CODE_ALONE = /^(?:Code|Status): {0,9}["']?[A-Z][A-Za-z]{3,79}["']?$/;

/** A sentence alone is anybody's; behind `ERROR:` or below a command it is what the command said. */
const recognizeSentence = (text: string, error: boolean, az: boolean): Recognition => {
  if (!error && !az) return 0;
  if (/unable to get (?:a )?response from the agent in time|Extension(?:Operation|Creation)Failed/i.test(text))
    return 3;
  return error && az ? 2 : 0;
};

const recognizeJson = (head: string): Recognition => {
  if (/"(?:apiVersion|kind)\\{0,8}"\s{0,9}:/.test(head)) return 0;
  if (/\\{0,8}"(?:error|errorInfo|statusMessage|extensionType)\\{0,8}"\s{0,9}:/.test(head)) return 3;
  return /\\{0,8}"code\\{0,8}"\s{0,9}:/.test(head) && /\\{0,8}"message\\{0,8}"\s{0,9}:/.test(head) ? 3 : 0;
};

/** The command line prints one error up to three times: with its code in front, and again below `Message:`. */
const bySameness = (errors: readonly PrintedError[]): readonly (readonly PrintedError[])[] => {
  const groups = new Map<string, PrintedError[]>();
  for (const error of errors) {
    const sameness = `${error.time ?? ''} ${error.message.replace(/\s+/g, ' ').trim()}`;
    const group = groups.get(sameness);
    if (group === undefined) groups.set(sameness, [error]);
    else group.push(error);
  }
  return [...groups.values()];
};

const readingOf = (same: readonly PrintedError[], { path }: CaptureContext): Reading => {
  const [error, ...others] = same as [PrintedError, ...PrintedError[]];
  const also = others.map(({ first, last }) => originOf(path, first, last));
  const { source, message, time, extension, namespace } = error;
  const { httpStatus, transport } = readTransport(message);
  const fact = known<OperationErrorFact>({
    kind: 'operation-error',
    origin: originOf(path, error.first, error.last),
    also: also.length === 0 ? undefined : also,
    source,
    message,
    time,
    extension,
    namespace,
    httpStatus,
    transport,
    code: same.find(({ code }) => code !== undefined)?.code,
    ...readOperationMessage(message),
  });
  return { fact, quotes: { '': quoteOf(error) } };
};

/** A message of several lines is quoted by its first, which names it. */
const quoteOf = ({ first, last }: PrintedError): Line =>
  lastNumber(last) === first.number ? first : { ...first, endNumber: lastNumber(last) };
