import type { Container, Fact, LastState, Origin, PodFact } from '../../facts/fact.ts';
import type { KnownFact } from '../../facts/fact-set.ts';
import { quoteFor, type Shown } from '../evidence.ts';
import type { TimelineEntry } from './timeline.ts';

/** An entry before it is known which findings rest on it; `key` is the same for lines that say the same. */
export interface TimelineMoment extends Omit<TimelineEntry, 'findings' | 'more' | 'until'> {
  readonly key: string;
}

/** When a fact that answers a question was so, and for a described pod when its containers began and ended. */
export function momentsOf(shown: Shown): readonly TimelineMoment[] {
  const { known } = shown;
  const { fact } = known;
  if (fact.kind === 'event') return [momentOf(shown, { what: 'event', ...eventTime(fact) })];
  if (fact.kind === 'log-line' || fact.kind === 'operation-error' || fact.kind === 'collection-failure')
    return [momentOf(shown, { what: 'log', ...exactly('time' in fact ? fact.time : undefined) })];
  if (fact.kind === 'release' && fact.time !== undefined)
    return [momentOf(shown, { what: 'change', ...exactly(fact.time) })];
  const changes = fact.kind === 'pod' ? changesOf(fact) : [];
  return [...changes, momentOf(shown, { what: 'state', ...captureTime(known) })];
}

type When = Pick<TimelineEntry, 'time' | 'inferred' | 'earliest' | 'latest' | 'ageSeconds'>;

function momentOf({ known, leaf }: Shown, { what, ...when }: Pick<TimelineEntry, 'what'> & When): TimelineMoment {
  const { fact } = known;
  const quote = quoteFor(known, leaf);
  const text = wordsOf(fact) ?? quote?.text ?? '';
  const { path, line, endLine } = quote ?? fact.origin;
  return { what, ...when, text, path, line, endLine, key: JSON.stringify([what, ...gistOf(fact, text)]) };
}

/** An event says the same in every capture that shows it, and a log entry when only its numbers differ. */
const gistOf = (fact: Fact, text: string): readonly unknown[] =>
  fact.kind === 'event'
    ? [fact.pod ?? fact.object?.toLowerCase(), fact.reason, fact.message]
    : [fact.origin.path, text.replace(/\d+/g, '0')];

/** The words of what happened; a state is told by the line that shows it. */
function wordsOf(fact: Fact): string | undefined {
  if (fact.kind === 'event') {
    const { reason = '', object = '', message = '' } = fact;
    return message === '' ? undefined : `${`${reason} ${object}`.trim()}: ${message}`;
  }
  return fact.kind === 'log-line' || fact.kind === 'operation-error' ? fact.message : undefined;
}

function eventTime(fact: Extract<Fact, { kind: 'event' }>): When {
  const { time, reckoned, earliest, latest, ageSeconds } = fact;
  if (time === undefined) return ageSeconds === undefined ? {} : { ageSeconds };
  return reckoned === true ? inferred({ time, earliest, latest }) : exactly(time);
}

const exactly = (time: string | undefined): When => {
  const iso = time === undefined ? undefined : isoOf(Date.parse(ZONE.test(time) ? time : `${time}Z`));
  return iso === undefined ? {} : { time: iso };
};

const ZONE = /(?:Z|[+-]\d\d:?\d\d)$/i;

const inferred = ({ time, earliest, latest }: Record<'time' | 'earliest' | 'latest', string | undefined>): When => ({
  ...(time === undefined ? {} : { time, inferred: true }),
  ...(earliest === undefined ? {} : { earliest }),
  ...(latest === undefined ? {} : { latest }),
});

/** A state is shown as it was when its capture was taken. */
function captureTime({ source: { taken } }: KnownFact): When {
  if (!taken) return { ageSeconds: 0 };
  const { at, earliest, latest } = taken;
  return inferred({ time: isoOf(at), earliest: isoOf(earliest), latest: isoOf(latest) });
}

const isoOf = (time: number | undefined): string | undefined =>
  time === undefined || Number.isNaN(time) || Math.abs(time) > LAST_DATE ? undefined : new Date(time).toISOString();

const LAST_DATE = 8.64e15;

/** When the containers of a pod began and ended, as its description tells. */
function changesOf({ name = '', containers = [], initContainers = [], origin }: PodFact): readonly TimelineMoment[] {
  const runs = [...initContainers, ...containers].flatMap((container) =>
    [container, ...(container.last ? [container.last] : [])].map((run) => ({ container: container.name, run })),
  );
  return runs
    .flatMap(({ container, run }) => [
      { at: run.startedAt, text: `${name} ${container} Started` },
      { at: run.finishedAt, text: `${name} ${container} ${endWords(run)}` },
    ])
    .flatMap(({ at, text }) => changeAt(at, text, origin));
}

function endWords({ state = 'Terminated', reason, exitCode }: Container | LastState): string {
  const code = exitCode === undefined ? [] : [`exit code ${exitCode}`];
  const why = [...(reason === undefined ? [] : [reason]), ...code].join(', ');
  return why === '' ? state : `${state} (${why})`;
}

function changeAt(time: string | undefined, text: string, { path, line, endLine }: Origin): readonly TimelineMoment[] {
  const when = exactly(time);
  if (when.time === undefined) return [];
  return [{ what: 'change', ...when, text, path, line, endLine, key: JSON.stringify(['change', text, when.time]) }];
}
