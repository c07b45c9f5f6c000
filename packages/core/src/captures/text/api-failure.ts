import type { Line } from '../../bundle/line.ts';
import type { CollectionFailureFact } from '../../facts/fact.ts';
import { known } from '../../facts/known.ts';
import type { Reading } from '../capture.ts';
import { textAt, type ApiValue } from './api-value.ts';
import { askedFor } from './asked-for.ts';
import { originOf } from './origin.ts';

/** What the API answers in place of an object: a `Status` that says why not. Undefined for one that says it went well. */
export function failureReading(
  value: ApiValue,
  { lines, path }: { readonly lines: readonly [Line, ...Line[]]; readonly path: string },
): Reading | undefined {
  const message = textAt(value, 'message');
  if (textAt(value, 'status') !== 'Failure' || message === undefined) return undefined;
  const shown = lines.find(({ text }) => /^[\s{]*"?message"?:/.test(text)) ?? lines[0];
  const fact = known<CollectionFailureFact>({
    kind: 'collection-failure',
    origin: originOf(path, lines[0], lines.at(-1)),
    reason: textAt(value, 'reason') ?? 'server-error',
    message,
    resource: textAt(value, 'details', 'kind'),
    name: textAt(value, 'details', 'name'),
    ...askedFor(message),
  });
  return { fact, quotes: { '': shown } };
}
