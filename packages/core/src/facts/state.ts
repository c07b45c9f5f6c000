import type { Fact } from './fact.ts';

const STATES: ReadonlySet<string> = new Set([
  'pod',
  'node',
  'workload',
  'release',
  'extension',
  'service',
  'object',
  'config-map',
  'dns-lookup',
]);

/** Whether facts of a kind say how a thing is; the others say that something happened. */
export const isState = (kind: Fact['kind']): boolean => STATES.has(kind);
