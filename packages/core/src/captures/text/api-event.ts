import type { EventFact } from '../../facts/fact.ts';
import { known } from '../../facts/known.ts';
import { at, numberAt, textAt, type ApiValue } from './api-value.ts';
import { eventOf } from './event-row.ts';

/** An event as the API gives it, of its core or of `events.k8s.io`; undefined without a message. */
export function apiEventOf(value: ApiValue, origin: EventFact['origin']): EventFact | undefined {
  const about = ['involvedObject', 'regarding'].find((key) => at(value, key) !== undefined) ?? '';
  const source = at(value, 'source') === undefined ? 'deprecatedSource' : 'source';
  const node = textAt(value, source, 'host');
  const from =
    textAt(value, source, 'component') ?? textAt(value, 'reportingComponent') ?? textAt(value, 'reportingController');
  const cells = Object.entries({
    namespace: textAt(value, 'metadata', 'namespace') ?? textAt(value, about, 'namespace'),
    type: textAt(value, 'type'),
    reason: textAt(value, 'reason'),
    message: (textAt(value, 'message') ?? textAt(value, 'note'))?.trim(),
    object: objectOf(at(value, about)),
    from: from === undefined || node === undefined ? from : `${from}, ${node}`,
    count: COUNTS.map((path) => numberAt(value, ...path))
      .find((count) => count !== undefined)
      ?.toString(),
  }).filter((cell): cell is [string, string] => cell[1] !== undefined);
  const fact = eventOf(new Map(cells), origin);
  return fact && known<EventFact>({ ...fact, time: timeOf(value) });
}

/** `Pod/web-0`. */
function objectOf(about: ApiValue): string | undefined {
  const kind = textAt(about, 'kind');
  const name = textAt(about, 'name');
  return kind === undefined || name === undefined ? undefined : `${kind}/${name}`;
}

const COUNTS = [['series', 'count'], ['count'], ['deprecatedCount']] as const;

const TIMES = [
  ['series', 'lastObservedTime'],
  ['lastTimestamp'],
  ['deprecatedLastTimestamp'],
  ['eventTime'],
  ['firstTimestamp'],
] as const;

const timeOf = (value: ApiValue): string | undefined =>
  TIMES.map((path) => textAt(value, ...path)).find((time) => time !== undefined);
