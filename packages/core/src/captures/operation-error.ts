import type { Line } from '../bundle/line.ts';
import type { OperationErrorFact } from '../facts/fact.ts';
import { known } from '../facts/known.ts';
import type { CaptureContext, CaptureKind, Command, Reading, Recognition } from './capture.ts';
import { ARC_ERROR } from './text/arc-error.ts';
import { saysOperationError } from './text/operation-class.ts';
import { readOperationMessage } from './text/operation-message.ts';
import { originOf } from './text/origin.ts';
import type { PrintedError } from './text/printed-error.ts';
import { bareText, inBox } from './text/printed-block.ts';
import { printedErrors, quoteOfError, sameness } from './text/printed-error.ts';

/**
 * The error of `az k8s-extension create`, of a deployment (Azure Resource Manager's JSON), of Terraform, of Helm; of
 * the commands that connect a cluster to Azure Arc.
 *
 *     (ExtensionOperationFailed) The extension operation failed with the following error: Unable to get a response from the agent in time.
 *     Code: ExtensionOperationFailed
 *     Message: The extension operation failed with the following error: Unable to get a response from the agent in time.
 *
 *     {"status":"Failed","error":{"code":"DeploymentFailed","details":[{"code":"ExtensionOperationFailed","message":"..."}]}}
 *
 *     Error: INSTALLATION FAILED: failed pre-install: job failed: BackoffLimitExceeded
 *
 *     [AZK8S0512] HelmTimeoutPendingOrUnschedulable: Azure Arc agent pods are pending or unschedulable. ...
 */
export const operationError: CaptureKind = {
  name: 'operation error',
  recognize: (lines, { command }) => {
    const text = lines[0]?.text ?? '';
    if (text.length > MAX_HEAD || LOG_RECORD.test(text) || command?.program === 'kubectl') return 0;
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
    for (const same of bySameness(printed)) yield operationReading(same, context);
  },
};

const MAX_HEAD = 256 * 1024;

/** A record of a log may well have a code and a message. */
const LOG_RECORD =
  /^[^"]{0,300}\{\s{0,9}"(?:level|ts|time|severity|log|Message|LogType|msg)"\s{0,9}:|^\s{0,9}\{.{0,400}"kind"\s{0,9}:/;

/** Where the text of another command begins, for want of a blank line. */
const OTHER = /^(?:NAME\s|NAMESPACE\s|REVISION\s|LAST SEEN\s|Name:\s|Server:\s|Events:\s|apiVersion:|\{\s?"Message")/;

const PART =
  /^(?:\([A-Z][A-Za-z]{3,79}\) |\[AZK8S\d|(?:Error|Code|Status|Message|Target|Inner ?error|Inner Errors|Exception Details|Additional Information|Activity Id):|[[{}\]"]|\s|\* )/i;

const FORMS: readonly (readonly [RegExp, Recognition])[] = [
  [/^\([A-Z][A-Za-z]{3,79}\) \S/, 3],
  [ARC_ERROR, 3],
  [/^Deployment failed\. Correlation ID:/, 3],
  [/^Error: (?:creating|updating|deleting|waiting for|polling) .{0,600}(?:Extension|Flux|Kubernetes)/, 3],
  [/^(?:- )?(?:Code|Error code): {0,9}["']?[A-Z][A-Za-z]{3,79}["']?\s{1,9}Message: /i, 3],
  [/^The extension operation failed with the following error:/i, 3],
  [/^(?:Error: ?[[{]|\{).{0,60}(?:InnerError|failed to install chart from path|Helm (?:installation )?from path)/, 3],
  [/^Helm (?:installation|upgrade|uninstallation|deletion) failed ?:/i, 3],
  [/^(?:Error: |Unable to install helm release: Error: )(?:INSTALLATION|UPGRADE|UNINSTALLATION|ROLLBACK) FAILED: /i, 3],
  [
    /^Error: (?:failed (?:pre|post)-\w{1,20}|(?:pre|post)-\w{1,20} hooks? failed|release \S{1,60} failed, and has been)\b/,
    3,
  ],
  [/^Unable to pull \S{1,100} helm chart from the registry /i, 3],
  [
    /^Error: (?:client rate limiter Wait returned an error: )?(?:timed? out waiting for the condition|context deadline exceeded)$/,
    2,
  ],
];

/** Of many texts few have one of the forms. */
const ANY_FORM = new RegExp(FORMS.map(([{ source }]) => source).join('|'), 'i');

const formOf = (text: string): Recognition | undefined =>
  ANY_FORM.test(text) ? FORMS.find(([pattern]) => pattern.test(text))?.[1] : undefined;

const recognizeText = (lines: readonly Line[], command: Command | undefined): Recognition => {
  const whole = (lines[0]?.text ?? '').trim();
  const text = bareText(whole);
  const form = formOf(text);
  if (form !== undefined) return form;
  if (/^Error:(?: \S|$)/.test(text)) return recognizeError(lines, command);
  if (CODE_ALONE.test(text)) return /\n\W{0,20}Message:/i.test(headOf(lines)) ? 3 : 0;
  if (JSON_BEGINS.test(text)) return recognizeJson(headOf(lines));
  if (command?.program === 'helm') return /^Error: \S/m.test(headOf(lines)) ? 1 : 0;
  return recognizeSentence(text, /^(?:az|ERROR)/.test(whole), command?.program === 'az');
};

/** A document, or a field out of one. */
const JSON_BEGINS = /^(?:[[{]|"[A-Za-z]{3,40}"\s{0,9}:\s{0,9}["[{])/;

const headOf = (lines: readonly Line[]): string =>
  lines
    .map((line) => line.text)
    .join('\n')
    .slice(0, MAX_HEAD);

/** The resource of Terraform that stands for a release. */
const OF_HELM = /\bhelm_release\b/;

/** `Error: ...` is what Helm and Terraform print; others do so as well, in other words. */
const recognizeError = (lines: readonly Line[], command: Command | undefined): Recognition => {
  if (command?.program === 'helm') return 3;
  const box = inBox(lines[0]?.text ?? '');
  const end = lines.findIndex(({ text }) => text.trim() === '');
  const own = (box ? lines : lines.slice(0, end < 0 ? undefined : end)).map((line) => bareText(line.text)).join(' ');
  return saysOperationError(own) || (box && OF_HELM.test(own)) ? 3 : 0;
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
    const group = groups.get(sameness(error));
    if (group === undefined) groups.set(sameness(error), [error]);
    else group.push(error);
  }
  return [...groups.values()];
};

/** The fact of one error, of every place that prints it. */
export const operationReading = (same: readonly PrintedError[], { path, command }: CaptureContext): Reading => {
  const [error, ...others] = same as [PrintedError, ...PrintedError[]];
  const also = others.map(({ first, last }) => originOf(path, first, last));
  const { source, message, time } = error;
  const code = same.find((one) => one.code !== undefined)?.code;
  const read = readOperationMessage(message, { code, helm: source === 'helm' || error.helm });
  const asked = command === undefined ? {} : askedFor(command);
  const fact = known<OperationErrorFact>({
    kind: 'operation-error',
    origin: originOf(path, error.first, error.last),
    also: also.length === 0 ? undefined : also,
    source,
    message,
    time,
    code,
    ...read,
    release: read.release ?? asked.release,
    namespace: error.namespace ?? read.namespace ?? asked.namespace,
    extension: error.extension ?? asked.extension,
  });
  return { fact, quotes: { '': quoteOfError(error) } };
};

type Asked = Pick<OperationErrorFact, 'release' | 'namespace' | 'extension'>;

/** What the command above an error was about. */
const askedFor = ({ program, verb, text, names, namespace }: Command): Asked => {
  if (program === 'helm') return known<Asked>({ release: CHANGES.test(verb ?? '') ? names[0] : undefined, namespace });
  if (program !== 'az') return {};
  return known<Asked>({
    extension: /\s--extension-type[ =]["']?([A-Za-z][\w.-]{2,120})/i.exec(text)?.[1]?.toLowerCase(),
    namespace: /\s--release-namespace[ =]["']?([a-z0-9-]{1,63})/i.exec(text)?.[1],
  });
};

const CHANGES = /^(?:install|upgrade|uninstall|delete|rollback)$/;
