import type { Fact } from './fact.ts';

/**
 * A fact without what its collector masked: `***HIDDEN***` says that there was something, not what, so the field is not
 * known. Of an occurrence only fields that are masked whole go, for its text shows what happened all the same.
 */
export function withoutMasked<F extends Fact>(fact: F): F {
  if (!mayBeMasked(fact)) return fact;
  return fieldsLeft(fact, STATES.has(fact.kind) ? MASK : WHOLLY_MASKED) as unknown as F;
}

/** How collectors mask: troubleshoot and its tokens, and what scripts write. */
const MASK = /\*{3}(?:HIDDEN|REDACTED|TOKEN_[A-Z0-9_]{1,60})\*{3}|\[REDACTED\]|<REDACTED>|(?<![\w*])\*{8,}(?![\w*])/;
const WHOLLY_MASKED = new RegExp(`^\\s*(?:${MASK.source})\\s*$`);

/** Facts that say how a thing is: what they do not hold can speak against a cause. */
const STATES: ReadonlySet<Fact['kind']> = new Set([
  'pod',
  'node',
  'workload',
  'release',
  'extension',
  'config-map',
  'dns-lookup',
  'object',
]);

/** Fields that facts and what is in them cannot be without. */
const NEEDED = new Set([
  'kind',
  'origin',
  'text',
  'message',
  'client',
  'reason',
  'class',
  'type',
  'by',
  'source',
  'ref',
]);
const NEEDED_INSIDE = new Set([...NEEDED, 'name', 'path', 'volume']);

function mayBeMasked(value: unknown): boolean {
  if (typeof value === 'string') return value.includes('***') || value.includes('REDACTED');
  if (typeof value !== 'object' || value === null) return false;
  for (const key in value) if (mayBeMasked((value as Record<string, unknown>)[key])) return true;
  return false;
}

/** Undefined where it is masked; a list of which one element is masked is not known either. */
function left(value: unknown, mask: RegExp): unknown {
  if (typeof value === 'string') return mask.test(value) ? undefined : value;
  if (Array.isArray(value)) {
    const elements = value.map((element) => left(element, mask));
    return elements.includes(undefined) ? undefined : elements;
  }
  return typeof value === 'object' && value !== null ? fieldsLeft(value, mask, NEEDED_INSIDE) : value;
}

const fieldsLeft = (value: object, mask: RegExp, needed: ReadonlySet<string> = NEEDED): object =>
  Object.fromEntries(
    Object.entries(value).flatMap(([key, field]: [string, unknown]) => {
      const known = needed.has(key) ? field : left(field, mask);
      return known === undefined ? [] : [[key, known]];
    }),
  );
