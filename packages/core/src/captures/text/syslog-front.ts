import { printedTime } from './log-time.ts';

/** What syslog or the journal puts in front of an entry of a program. */
export interface SyslogFront {
  /** The program or unit. */
  readonly unit: string;
  /** Where the year is written. */
  readonly time?: string | undefined;
  /** The entry itself. */
  readonly rest: string;
}

/**
 * Takes from a line what is not the program's own, in the forms of `journalctl -o short`, `short-iso`, `short-full`, of
 * rsyslog's files, and of RFC 5424.
 *
 *     Jun 12 09:40:44 node-1 kubelet[2731]: E0612 09:40:44.123456    2731 pod_workers.go:1298] "Error syncing pod"
 *     2024-06-12T09:40:44+0200 node-1 kubelet[2731]: ...
 *     Wed 2024-06-12 09:40:44 UTC node-1 kubelet[2731]: ...
 *     <30>1 2024-06-12T09:40:44.003Z node-1 kubelet 2731 - - ...
 */
export function peelSyslog(text: string): SyslogFront | undefined {
  const { time, unit } = (FORM.exec(text) ?? STRUCTURED.exec(text))?.groups ?? {};
  if (unit === undefined || time === undefined) return undefined;
  const rest = text.replace(text.startsWith('<') ? STRUCTURED : FORM, '');
  return { unit, time: printedTime(time), rest };
}

const CLOCK = String.raw`\d\d:\d\d:\d\d(?:\.\d{1,9})?`;
const TIMES = [
  String.raw`(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) {1,2}\d{1,2} ${CLOCK}`,
  String.raw`\d{4}-\d\d-\d\dT${CLOCK}(?:Z|[+-]\d\d:?\d\d)`,
  String.raw`\d{4}-\d\d-\d\d ${CLOCK} [A-Z]{2,5}`,
].join('|');

const FORM = new RegExp(
  String.raw`^(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) (?=\d))?(?<time>${TIMES}) [\w.-]{1,253} (?<unit>[^\s:[]{1,80})(?:\[\d{1,9}\])?: `,
);

const STRUCTURED = new RegExp(
  String.raw`^<\d{1,3}>1 (?<time>\d{4}-\d\d-\d\dT${CLOCK}(?:Z|[+-]\d\d:\d\d)) [\w.-]{1,253} (?<unit>\S{1,80}) \S{1,128} \S{1,32} (?:-|\[[^\]]{0,2000}\]) ?`,
);
