import type { Readable, Writable } from 'node:stream';
import { UsageError } from './usage-error.ts';

/** What the program needs of the process it runs in. */
export interface Terminal {
  readonly stdin: Readable & { readonly isTTY?: boolean };
  readonly stdout: Writable & { readonly isTTY?: boolean; readonly columns?: number };
  readonly stderr: Writable & { readonly isTTY?: boolean; readonly columns?: number };
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Aborts with the exit code of the signal that was received. */
  readonly signal?: AbortSignal;
}

/** Writes text and waits until it has left; false where the reader has gone (a pipe into `head`). */
export function print(stream: Writable, text: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    stream.write(text, (error) => {
      if (!error) resolve(true);
      else if ('code' in error && GONE.has(error.code)) resolve(false);
      else reject(new UsageError(`the output cannot be written: ${error.message}`, { cause: error }));
    });
  });
}

const GONE = new Set<unknown>(['EPIPE', 'ERR_STREAM_DESTROYED', 'EOF', 'ECONNRESET']);

/** What goes wrong with a stream is told to who writes; without a listener it would also end the process. */
export function keepErrorsToWriters({ stdout, stderr }: Terminal): void {
  for (const stream of [stdout, stderr]) stream.on('error', () => {});
}
