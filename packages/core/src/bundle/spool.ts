import type { Bytes } from './entry.ts';
import { joinBytes } from './peek-bytes.ts';

/** All the bytes of a source, or undefined where they are more than `limit`. */
export async function spool(source: Bytes, limit: number): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of source) {
    length += chunk.length;
    if (length > limit) return undefined;
    chunks.push(chunk);
  }
  return joinBytes(chunks, length);
}
