import type { ProbeFailure } from '../../facts/fact.ts';
import { known } from '../../facts/known.ts';
import { firstClass, messageText, type Classes } from './message-text.ts';

/**
 * Reads how a probe of a container failed.
 *
 *     Readiness probe failed: HTTP probe failed with statuscode: 503
 *     Liveness probe failed: Get "http://10.244.0.17:8080/healthz": dial tcp 10.244.0.17:8080: connect: connection refused
 *     Startup probe failed: command "/bin/check" timed out
 *     Container web failed liveness probe, will be restarted
 */
export function readProbeFailure(message: string): ProbeFailure | undefined {
  const text = messageText(message);
  const ended = ENDED.exec(text);
  if (ended !== null) return { type: typeOf(ended[2]), class: 'restarted', container: ended[1] ?? '' };
  const failed = FAILED.exec(text);
  if (failed === null) return undefined;
  const said = text.slice(failed[0].length);
  const status = STATUS.exec(said)?.[1];
  return known<ProbeFailure>({
    type: typeOf(failed[1]),
    class: failed[2]?.toLowerCase() === 'errored' ? 'errored' : (firstClass(CLASSES, said) ?? 'command-failed'),
    status: status === undefined ? undefined : Number(status),
  });
}

const FAILED = /^(Readiness|Liveness|Startup) probe (failed|errored)(?: and resulted in unknown state)?(?:: ?|$)/i;
const ENDED = /^Container (\S{1,253}) failed (liveness|startup) probe, will be restarted/i;
const STATUS = /\bstatuscode: (\d{3})\b/i;

const typeOf = (word: string | undefined): ProbeFailure['type'] => (word ?? '').toLowerCase() as ProbeFailure['type'];

/** Anything else is what the command of a probe printed. */
const CLASSES: Classes<ProbeFailure['class']> = [
  [
    'error-status',
    /\bstatuscode: \d{3}\b|service unhealthy \(responded with|"NOT_SERVING"|does not implement the grpc health/i,
  ],
  ['connection-refused', /connection refused|actively refused/i],
  [
    'timed-out',
    /Client\.Timeout|awaiting headers|context deadline exceeded|i\/o timeout|timed out|timeout: failed to connect|DeadlineExceeded/i,
  ],
  ['connection-broken', /\bEOF\s{0,9}$|connection reset by peer|forcibly closed|server closed (?:idle )?connection/i],
  ['unreachable', /no route to host|network is unreachable|host is unreachable|no such host/i],
  [
    'other',
    /http: server gave HTTP response to HTTPS client|malformed HTTP|tls: |x509: |stopped after \d{1,3} redirects/i,
  ],
];
