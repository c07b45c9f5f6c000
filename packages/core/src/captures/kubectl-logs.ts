import type { Line } from '../bundle/line.ts';
import type { EventFact, LogLineFact } from '../facts/fact.ts';
import { known } from '../facts/known.ts';
import type { CaptureContext, CaptureKind, Reading, Recognition, ToldTime } from './capture.ts';
import type { LogEntry } from './text/log-entry.ts';
import { readLogEntry } from './text/log-entry.ts';
import { logEntries } from './text/log-groups.ts';
import { hasFront, isSternRemark, peelStern } from './text/log-front.ts';
import { hasLevel } from './text/log-level.ts';
import { loggedOperation } from './text/logged-operation.ts';
import { originOf } from './text/origin.ts';
import { readSchedulerMessage } from './text/scheduler-message.ts';
import { readTransport } from './text/transport.ts';

/**
 * `kubectl logs POD`, also with `--timestamps` or `--prefix`, and the log files that runtimes and collectors keep.
 *
 *     Defaulted container "manager" out of: manager, fluent-bit
 *     {"Message":"GET configurations returned response code {200}","LogType":"ConfigAgentTrace","LogLevel":"Information",...}
 *     2024-08-09T06:21:37.712646207Z I0521 12:04:05.123456       1 leaderelection.go:250] attempting to acquire leader lease
 *     [pod/extension-agent-55d4f4795f-sqx7q/manager] {"Message":"2024/02/07 06:04:43 \"Errorcode: 403, Message This ...
 */
export const kubectlLogs: CaptureKind = {
  name: 'kubectl logs',
  log: true,
  recognize: (lines, { command, fromPath }) => {
    const text = lines[0]?.text ?? '';
    if (text.trim() === '') return 0;
    const asked = command?.program === 'kubectl' && command.verb === 'logs';
    if (asked && !FAILED.test(text)) return 3;
    const byForm = recognizeForm(lines);
    return byForm === 0 && (asked || fromPath.log === true) ? 1 : byForm;
  },
  continues: () => true,
  *parse(lines, context) {
    let entries = 0;
    for (const line of logEntries([...lines])) {
      if (!isEntry(line.text)) continue;
      if (entries++ < SHOWN || context.wanted(line.text)) yield* readingsOf(line, context);
    }
  },
  toldTime: latestOf,
  parseLine: (line, context) => (isEntry(line.text) ? readingsOf(line, context) : []),
};

/** So many entries at the beginning always become facts: judging must know that the log is there. */
const SHOWN = 2;

/** The log was taken after its newest entry; how long after is not known. */
function latestOf(lines: readonly Line[]): ToldTime | undefined {
  let latest: ToldTime | undefined;
  for (const line of lines) {
    const time = isEntry(line.text) ? readLogEntry(line.text).time : undefined;
    const at = time === undefined ? NaN : Date.parse(time);
    const zone = ZONED.test(line.text.slice(0, WHERE_TIMES_STAND)) ? 'stated' : 'assumed';
    if (at > (latest?.at ?? -Infinity)) latest = { at, earliest: at, from: 'log', zone, line: line.number };
  }
  return latest;
}

const WHERE_TIMES_STAND = 2000;
const ZONED = /\d\d:\d\d:\d\d(?:[.,]\d{1,9})?(?:Z|[+-]\d\d:?\d\d)/;

const FAILED = /^(?:Error from server|error: |Unable to connect to the server|No resources found)/i;
const DEFAULTED = /^Defaulted container "/;
const AZURE =
  /^(?:\S{1,253} ){0,4}\s{0,9}\{\s{0,9}"(?:Message|LogType|LogLevel)"\s{0,9}:.*"(?:LogType|AgentName|AgentVersion)"/;

/** What kubectl, stern and journalctl say of the log they print. */
const isEntry = (text: string): boolean => text.trim() !== '' && !isRemark(text);

const isRemark = (text: string): boolean =>
  MAY_BE_REMARK.test(text) && (DEFAULTED.test(text) || isSternRemark(text) || JOURNAL.test(text));

const MAY_BE_REMARK = /^(?:Defaulted|[+-][+-]? )/;
/** `-- Logs begin at Mon 2024-04-29 10:00:00 UTC, end at Wed 2024-05-01 10:00:01 UTC. --` */
const JOURNAL = /^-- (?:Logs begin at|Journal begins at|No entries|Boot [\da-f]{32}|Reboot)/;

const recognizeForm = (lines: readonly Line[]): Recognition => {
  const text = lines[0]?.text ?? '';
  if (AZURE.test(text)) return 3;
  if (isRemark(text)) return 2;
  if (!hasLogForm(text)) return 0;
  const more = lines.slice(1).filter((line) => line.text.trim() !== '');
  if (mayBeSentence(text)) return more.some((line) => peelStern(line.text)) ? 2 : 0;
  return more.length === 0 || more.some((line) => hasLogForm(line.text)) ? 2 : 0;
};

/** A sentence may begin with the name of a pod. */
const mayBeSentence = (text: string): boolean => {
  const front = peelStern(text);
  return front !== undefined && !hasLogForm(front.text);
};

/** Records of other commands are JSON as well; only those of a log have a level or a time. */
const hasLogForm = (text: string): boolean => {
  if (!MAY_BE_LOG.test(text)) return false;
  if (hasFront(text) || hasLevel(text)) return true;
  const { form, level, time, pod } = readLogEntry(text);
  return form === 'syslog' || (form !== 'plain' && (level ?? time ?? pod) !== undefined);
};

const MAY_BE_LOG =
  /^(?:\s{0,9}[{[]|[IWEF]\d{4} |[JFMASOND][a-z]{2} [ \d]\d \d\d:|[MTWFS][a-z]{2} \d{4}-|\d{4}[-/]|\d\.\d|<\d|[A-Za-z_][\w.-]{0,60}=|[a-z0-9.-]{1,253} (?:[a-z0-9-]{1,63} )?\{"|(?:[a-z0-9-]{1,63} )?[a-z0-9.-]{1,247}-[a-z0-9]{5} [a-z0-9])/;

/** Where a log has no line end at its end, `kubectl cluster-info dump` puts its marker right behind it. */
const withoutMarker = (text: string): string => (text.endsWith(' ====') ? text.replace(MARKER, '') : text);

const MARKER = /==== END logs for container [a-z0-9-]{1,63} of pod [a-z0-9-]{1,63}\/[a-z0-9.-]{1,253} ====$/;

const readingsOf = (line: Line, context: CaptureContext): readonly Reading[] => {
  const entry = readLogEntry(withoutMarker(line.text));
  const quotes = { '': line };
  const fact = factOf(entry, line, context);
  return [fact, extensionPodEvent(fact), loggedOperation(fact)].flatMap((told) =>
    told ? [{ fact: told, quotes }] : [],
  );
};

const factOf = (entry: LogEntry, line: Line, { path }: CaptureContext): LogLineFact => {
  const { namespace, pod, container, text, message, level, time, clock, stamped, location, agent, fields } = entry;
  const { httpStatus, endpoint, transport } = readTransport(`${message}${errorOf(fields)}`);
  const read = { httpStatus, endpoint, transport };
  const own = { namespace, pod, container, time, clock, stamped, level, text, message, fields, location, agent };
  return known<LogLineFact>({ kind: 'log-line', origin: originOf(path, line), ...own, ...read });
};

/** Structured records keep the error beside the message. */
const errorOf = (fields: LogEntry['fields']): string => {
  const name = ['error', 'err', 'Error'].find((key) => fields !== undefined && Object.hasOwn(fields, key));
  return name === undefined ? '' : `: ${fields?.[name] ?? ''}`;
};

/** The extension agent repeats what the scheduler says of a pod it waits for, without naming the pod. */
const extensionPodEvent = ({ message, origin, time }: LogLineFact): EventFact | undefined => {
  const at = EXTENSION_POD.exec(message);
  if (at === null) return undefined;
  const text = message.slice(at.index + at[0].length).trim();
  const scheduler = readSchedulerMessage(text);
  if (scheduler === undefined) return undefined;
  const { available: availableNodes, total: totalNodes, reasons } = scheduler;
  const said = { reason: 'FailedScheduling', message: text, time, availableNodes, totalNodes, reasons };
  return known<EventFact>({ kind: 'event', origin, ...said });
};

/** Also as the document translates it. */
const EXTENSION_POD = /(?:Extension Pod error|Errore del pod di estensione)\s{0,9}:/i;
