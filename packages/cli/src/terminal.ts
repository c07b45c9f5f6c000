import type { Readable, Writable } from 'node:stream';

/** What the program needs of the process it runs in. */
export interface Terminal {
  readonly stdin: Readable & { readonly isTTY?: boolean };
  readonly stdout: Writable & { readonly isTTY?: boolean; readonly columns?: number };
  readonly stderr: Writable & { readonly isTTY?: boolean };
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Aborts with the exit code of the signal that was received. */
  readonly signal?: AbortSignal;
}

/** Writes text and waits until it has left; false where the reader has gone (a pipe into `head`). */
export function print(stream: Writable, text: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    if (stream.destroyed) return resolve(false);
    const ended = (error?: Error | null): void => {
      stream.off('error', ended);
      if (!error) resolve(true);
      else if ('code' in error && GONE.has(error.code)) resolve(false);
      else reject(error);
    };
    stream.on('error', ended);
    stream.write(text, ended);
  });
}

const GONE = new Set<unknown>(['EPIPE', 'ERR_STREAM_DESTROYED', 'EOF', 'ECONNRESET']);
