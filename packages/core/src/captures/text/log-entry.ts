import { known, knownIn, withKnown } from '../../facts/known.ts';
import type { JsonRecord } from './json-record.ts';
import { readJsonRecord } from './json-record.ts';
import { peelFront } from './log-front.ts';
import { peelSyslog } from './syslog-front.ts';
import { leadingLevel } from './log-level.ts';
import { isoLogTime, leadingClock, leadingTime } from './log-time.ts';

/** One entry of a log, in whichever form its program writes. */
export interface LogEntry {
  readonly form: 'azure' | 'json' | 'klog' | 'console' | 'logfmt' | 'syslog' | 'plain';
  readonly namespace?: string;
  readonly pod?: string;
  readonly container?: string;
  /** The entry without what was put in front. */
  readonly text: string;
  readonly message: string;
  readonly level?: string;
  readonly time?: string;
  /** Month, day and time, where the year is not written. */
  readonly clock?: string;
  /** The time is not the program's own: it was put in front. */
  readonly stamped?: true;
  readonly location?: string;
  readonly agent?: string;
  readonly fields?: Readonly<Record<string, string>>;
}

/**
 * Reads one entry of a log.
 *
 *     {"Message":"GET configurations returned response code {200}","LogType":"ConfigAgentTrace",...}
 *     {"level":"info","ts":1691562097.712,"msg":"reconciled"}
 *     I0521 12:04:05.123456       1 leaderelection.go:250] attempting to acquire leader lease
 *     2024-06-12T09:40:44.123Z	INFO	controller	reconciled	{"name": "dapr"}
 *     time="2024-06-12T09:40:44Z" level=info msg="reconciled"
 *     Jun 12 09:40:44 node-1 kubelet[2731]: E0612 09:40:44.123456    2731 pod_workers.go:1298] "Error syncing pod"
 *
 * An entry of several lines is read by its first; the others belong to its message.
 */
export const readLogEntry = (line: string): LogEntry => {
  const end = line.indexOf('\n');
  if (end < 0) return readLine(line);
  const below = line.slice(end);
  const entry = readLine(line.slice(0, end));
  return { ...entry, text: entry.text + below, message: entry.message + below };
};

const readLine = (line: string): LogEntry => {
  const front = peelFront(line);
  const own =
    readRecord(front.text) ??
    readKlog(front.text) ??
    readConsole(front.text) ??
    readLogfmt(front.text) ??
    readSyslog(front.text);
  const entry = own ?? plainEntry(front.text);
  const stamped = front.time === undefined ? undefined : true;
  const time = front.time ?? entry.time;
  const clock = time === undefined ? leadingClock(front.text) : undefined;
  return knownIn<LogEntry>(front, entry, { time, clock, stamped });
};

const plainEntry = (text: string): Own => ({
  form: 'plain',
  message: text,
  level: leadingLevel(text),
  time: leadingTime(text)?.time,
});

type Own = { readonly [K in Exclude<keyof LogEntry, 'text'>]?: LogEntry[K] | undefined } & Pick<
  LogEntry,
  'form' | 'message'
>;

const MESSAGE = ['Message', 'msg', 'message', 'log', 'MESSAGE'] as const;
const LEVEL = ['LogLevel', 'level', 'severity', 'lvl', 'loglevel', 'Level'] as const;
const TIME = [
  'AgentTimestamp',
  'ts',
  'time',
  'timestamp',
  '@timestamp',
  'Timestamp',
  't',
  '__REALTIME_TIMESTAMP',
] as const;
const OWN = new Set<string>([...MESSAGE, ...LEVEL, ...TIME, 'Location', 'AgentName']);

const readRecord = (text: string): Own | undefined => {
  const record = readJsonRecord(text);
  const message = record && first(record, MESSAGE);
  if (record === undefined || message === undefined) return undefined;
  if (record.has('LogType') || record.has('AgentName')) return readAzure(record, message);
  const time = isoLogTime(first(record, TIME) ?? '');
  const journal = record.get('__REALTIME_TIMESTAMP');
  if (journal !== undefined) return withUnit(message, { unit: record.get('SYSLOG_IDENTIFIER') ?? '', time });
  const names = namesIn(record);
  if (record.has('log') && record.has('stream')) return knownIn<Own>(names, writtenTo(message.trimEnd(), time));
  return known<Own>({ form: 'json', message, level: first(record, LEVEL), time, fields: others(record) }, names);
};

/** What a program wrote to a stream, in the record of a runtime. */
const writtenTo = (text: string, time: string | undefined): Own => {
  const inner = readLogEntry(text);
  return withKnown<Own>(inner, { form: inner.form === 'plain' ? 'json' : inner.form, time: inner.time ?? time });
};

/** Whose log it is, where stern writes it into its records, or a filter of fluentd. */
const namesIn = (record: JsonRecord): Pick<LogEntry, 'namespace' | 'pod' | 'container'> => {
  const keys = NAMES.find((names) => names.every((key) => record.has(key)));
  const [namespace, pod, container] = keys?.map((key) => record.get(key)) ?? [];
  return known<Pick<LogEntry, 'namespace' | 'pod' | 'container'>>({ namespace, pod, container });
};

const NAMES = [
  ['namespace', 'podName', 'containerName'],
  ['kubernetes.namespace_name', 'kubernetes.pod_name', 'kubernetes.container_name'],
] as const;

const readAzure = (record: JsonRecord, message: string): Own => ({
  form: 'azure',
  message,
  level: first(record, LEVEL),
  time: isoLogTime(record.get('AgentTimestamp') ?? '') ?? leadingTime(message)?.time,
  location: filled(record.get('Location')),
  agent: filled(record.get('AgentName')),
  fields: others(record),
});

const filled = (text: string | undefined): string | undefined => (text === '' ? undefined : text);

const first = (record: JsonRecord, keys: readonly string[]): string | undefined =>
  keys.map((key) => record.get(key)).find((value) => value !== undefined);

/** No entry has more fields that anybody asks for. */
const MAX_FIELDS = 64;

const others = (record: JsonRecord): Readonly<Record<string, string>> | undefined => {
  const fields = [...record].filter(([key, value]) => !OWN.has(key) && value !== '').slice(0, MAX_FIELDS);
  return fields.length === 0 ? undefined : Object.fromEntries(fields);
};

/** The entry of a program that the journal or syslog keeps; its own time, where it has one, is the better. */
const readSyslog = (text: string): Own | undefined => {
  const front = peelSyslog(text);
  return front && withUnit(front.rest, front);
};

const withUnit = (text: string, front: { readonly unit: string; readonly time?: string | undefined }): Own => {
  const { message, level, time, fields } = readLine(text);
  return { form: 'syslog', message, level, time: time ?? front.time, fields: { ...fields, unit: front.unit } };
};

const KLOG = /^([IWEF])\d{4} \d\d:\d\d:\d\d\.\d{1,9}\s{1,9}\d{1,10} ([\w./-]{1,120}:\d{1,6})\] /;

const readKlog = (text: string): Own | undefined => {
  const found = KLOG.exec(text);
  return found === null
    ? undefined
    : { form: 'klog', message: text.slice(found[0].length), level: found[1], fields: { caller: found[2] ?? '' } };
};

const CONSOLE = /^(\S{8,40})\t(DEBUG|INFO|WARN|WARNING|ERROR|DPANIC|PANIC|FATAL|debug|info|warn|error|fatal)\t/;

/** zap's console form: time, level, perhaps logger and caller, message, perhaps fields. */
const readConsole = (text: string): Own | undefined => {
  const found = CONSOLE.exec(text);
  if (found === null) return undefined;
  const cells = text.slice(found[0].length).split('\t');
  const record = cells.length > 1 ? readJsonRecord(cells.at(-1) ?? '') : undefined;
  const message = cells.at(record === undefined ? -1 : -2) ?? '';
  return {
    form: 'console',
    message,
    level: found[2],
    time: isoLogTime(found[1] ?? ''),
    fields: record && others(record),
  };
};

const PAIR = /(?:^|\s)([A-Za-z_][\w.-]{0,60})=("(?:[^"\\]|\\.){0,8192}"|[^\s"]{0,8192})/g;

const readLogfmt = (text: string): Own | undefined => {
  if (!/^[A-Za-z_][\w.-]{0,60}=/.test(text)) return undefined;
  const pairs = [...text.matchAll(PAIR)].slice(0, MAX_FIELDS);
  const record = new Map(pairs.map(([, key = '', value = '']) => [key, unquoted(value)]));
  const message = first(record, MESSAGE);
  if (message === undefined) return undefined;
  const time = isoLogTime(first(record, TIME) ?? '');
  return { form: 'logfmt', message, level: first(record, LEVEL), time, fields: others(record) };
};

const unquoted = (value: string): string =>
  value.startsWith('"')
    ? value
        .slice(1, -1)
        .replace(/\\(["\\])/g, '$1')
        .replace(/\\n/g, '\n')
    : value;
