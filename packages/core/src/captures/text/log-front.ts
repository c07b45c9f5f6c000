import { known, knownIn } from '../../facts/known.ts';
import { leadingTime } from './log-time.ts';

/** What kubectl, a container runtime or a collector put in front of an entry, and the entry. */
export interface LogFront {
  readonly namespace?: string;
  readonly pod?: string;
  readonly container?: string;
  /** When the entry was written, by whoever put it in front. */
  readonly time?: string;
  /** The entry itself. */
  readonly text: string;
}

/**
 * Takes from a line what is not the program's own.
 *
 *     [pod/extension-agent-55d4f4795f-sqx7q/manager] 2024-08-09T06:21:37.712646207Z {"Message":...
 *     2024-08-09T06:21:37.712646207Z stdout F {"Message":...
 *     fluxconfig-agent-6d5fd59b8b-khw2d fluxconfig-agent {"Message":...
 *     kube-system coredns-7db6d8ff4d-abcde coredns [ERROR] plugin/errors: ...
 */
export const peelFront = (line: string): LogFront => {
  const prefix = PREFIX.exec(line);
  const { time, text } = peelTime(prefix === null ? line : line.slice(prefix[0].length));
  if (prefix !== null) return known<LogFront>({ pod: prefix[1], container: prefix[2], time, text });
  const stern = time === undefined ? peelStern(text) : undefined;
  if (stern !== undefined) return stern;
  const [front = '', first, second] = WORDS.exec(text) ?? [];
  const names = second === undefined ? { container: first } : { pod: first, container: second };
  return knownIn<LogFront>(names, { time, text: text.slice(front.length) });
};

const peelTime = (text: string): { readonly time?: string; readonly text: string } => {
  const stamped = STAMP.test(text) ? leadingTime(text) : undefined;
  return stamped === undefined ? { text } : { time: stamped.time, text: stamped.rest.replace(STREAM, '') };
};

/** Whether something was put in front that only logs have. */
export const hasFront = (line: string): boolean =>
  PREFIX.test(line) || STAMP.test(line) || peelStern(line) !== undefined;

const PREFIX = /^\s{0,9}\[pod\/([a-z0-9.-]{1,253})\/([a-z0-9-]{1,63})\] ?/;

/** A program's own time has no nanoseconds; a runtime's is followed by the stream. */
const STAMP =
  /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{7,9}(?:Z|[+-]\d\d:\d\d)(?:[ \t]|$)|(?:\.\d{1,9})?(?:Z|[+-]\d\d:\d\d) (?:stdout|stderr) [FP](?: |$))/;
const STREAM = /^(?:stdout|stderr) [FP](?: |$)/;

/** Collectors print pod and container, or only the container, in front of a record. */
const WORDS = /^([a-z0-9][a-z0-9.-]{0,252}) (?:([a-z0-9][a-z0-9-]{0,62}) )?(?=\{\s{0,9}")/;

/** stern prints pod and container in front, and the namespace where it was asked for several. */
export const peelStern = (line: string): LogFront | undefined => {
  const found = STERN.exec(line);
  const { namespace, pod, container = '' } = found?.groups ?? {};
  if (found === null || NO_CONTAINER.has(container)) return undefined;
  return known<LogFront>({ namespace, pod, container, ...peelTime(line.slice(found[0].length)) });
};

/** A pod is told by its generated part. */
const STERN =
  /^(?:(?<namespace>[a-z0-9][a-z0-9-]{0,62}) )?(?<pod>[a-z0-9][a-z0-9.-]{0,240}-(?:[a-z0-9]{6,10}-)?[bcdfghjklmnpqrstvwxz2456789]{5}) (?<container>[a-z0-9][a-z0-9-]{0,62}) (?=\S)/;

/** In a sentence one of these words follows the name of a pod. */
const NO_CONTAINER: ReadonlySet<string> = new Set(
  (
    'is was has had are were be been not no in on at of to for from by with and or but as it its the a an this that ' +
    'will can could should must may does did failed fails running runs pending ready started starting stopped deleted ' +
    'created evicted crashed restarted scheduled terminated completed became keeps never still now again because when'
  ).split(' '),
);

/** What stern says when it begins or ends to follow a container. */
export const isSternRemark = (line: string): boolean => /^[+-] (?:\S{1,253} ){1,2}› \S{1,63}\s*$/.test(line);
