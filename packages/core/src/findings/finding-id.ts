import { podStem } from '../facts/component.ts';
import type { FoundObject } from './finding.ts';

/** 16 hex digits from a rule and its objects, without what a controller generates into names: the same next week. */
export function findingId(rule: string, objects: readonly FoundObject[]): string {
  const lasting = objects.map(({ kind, namespace, name }) =>
    JSON.stringify([kind, namespace ?? null, kind === 'pod' ? podStem(name) : name]),
  );
  return fnv1a(JSON.stringify([rule, ...[...new Set(lasting)].sort()]));
}

const OFFSET = 0xcbf29ce484222325n;
const PRIME = 0x100000001b3n;

/** The 64-bit FNV-1a hash of a text's UTF-8 bytes, in hex. */
function fnv1a(text: string): string {
  let hash = OFFSET;
  for (const byte of new TextEncoder().encode(text)) hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * PRIME);
  return hash.toString(16).padStart(16, '0');
}
