import { readText } from './tar-header.ts';

/** What a PAX or long-name header says of the entry after it, as far as reading needs it. */
export interface PaxRecords {
  readonly path?: string;
  readonly linkpath?: string;
  readonly size?: number;
  /** The entry has holes: its body is a map and pieces, not a file's text. */
  readonly sparse?: true;
}

/** Reads PAX records (`LENGTH KEY=VALUE\n`); undefined where the size of the entry is not a plain number. */
export function readPaxRecords(body: Uint8Array): PaxRecords | undefined {
  let records: PaxRecords = {};
  for (let at = 0; at < body.length;) {
    const record = readRecord(body, at);
    if (record === undefined) return records;
    const [key, value] = record.pair;
    if (key === 'size' && !/^\d{1,15}$/.test(value)) return undefined;
    records = { ...records, ...understood(key, value) };
    at += record.length;
  }
  return records;
}

const LONGEST_LENGTH = 10;

function readRecord(body: Uint8Array, at: number): { length: number; pair: readonly [string, string] } | undefined {
  const space = body.subarray(at, at + LONGEST_LENGTH).indexOf(32);
  const digits = readText(body.subarray(at, at + Math.max(space, 0)));
  const length = /^\d+$/.test(digits) ? Number(digits) : 0;
  const equals = body.subarray(at, at + length).indexOf(61);
  if (equals < 0 || at + length > body.length) return undefined;
  const key = readText(body.subarray(at + space + 1, at + equals));
  const value = readText(body.subarray(at + equals + 1, at + length - 1));
  return { length, pair: [key, value] };
}

function understood(key: string, value: string): PaxRecords {
  if (key === 'path' || key === 'linkpath') return { [key]: value };
  if (key === 'size') return { size: Number(value) };
  return key.startsWith('GNU.sparse.') ? { sparse: true } : {};
}
