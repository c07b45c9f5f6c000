import { BundleError } from './bundle-error.ts';
import { DEFAULT_LIMITS, type Limits } from './budget.ts';
import type { BundleSource } from './open-bundle.ts';
import { spool } from './spool.ts';
import { streamOf } from './stream-of.ts';

/**
 * A source that can be read more than once: a stream is held in memory. Throws `BundleError` where it is larger than the
 * limit `spoolBytes`.
 */
export async function rereadable(source: BundleSource, limits: Partial<Limits> = {}): Promise<BundleSource> {
  const stream = streamOf(source);
  if (stream === undefined) return source;
  const { spoolBytes } = { ...DEFAULT_LIMITS, ...limits };
  const bytes = await spool(stream, spoolBytes);
  if (bytes !== undefined) return bytes;
  throw new BundleError('unreadable', `a stream of more than ${spoolBytes} bytes cannot be read twice; save it first`);
}
