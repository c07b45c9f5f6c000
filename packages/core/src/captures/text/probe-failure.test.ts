import { expect, test } from 'vitest';
import { readProbeFailure } from './probe-failure.ts';

test.each([
  [
    'Readiness probe failed: HTTP probe failed with statuscode: 503',
    { type: 'readiness', class: 'error-status', status: 503 },
  ],
  [
    'Liveness probe failed: Get "http://10.244.0.17:8080/healthz": dial tcp 10.244.0.17:8080: connect: connection refused',
    { type: 'liveness', class: 'connection-refused' },
  ],
  ['Readiness probe failed: dial tcp 10.244.0.17:8080: i/o timeout', { type: 'readiness', class: 'timed-out' }],
  [
    'Readiness probe failed: Get "http://10.244.0.17:8080/": context deadline exceeded (Client.Timeout exceeded while awaiting headers)',
    { type: 'readiness', class: 'timed-out' },
  ],
  ['Startup probe failed: command "/bin/check" timed out', { type: 'startup', class: 'timed-out' }],
  [
    'Readiness probe failed: timeout: failed to connect service "10.244.0.17:9000" within 1s: context deadline exceeded',
    { type: 'readiness', class: 'timed-out' },
  ],
  [
    'Readiness probe failed: service unhealthy (responded with "NOT_SERVING")',
    { type: 'readiness', class: 'error-status' },
  ],
  ['Readiness probe failed: Get "http://10.244.0.17:8080/": EOF', { type: 'readiness', class: 'connection-broken' }],
  [
    'Readiness probe failed: read tcp 10.224.0.5:44312->10.244.0.17:8080: read: connection reset by peer',
    { type: 'readiness', class: 'connection-broken' },
  ],
  [
    'Readiness probe failed: dial tcp 10.244.0.17:8080: connect: no route to host',
    { type: 'readiness', class: 'unreachable' },
  ],
  [
    'Readiness probe failed: cat: /tmp/healthy: No such file or directory',
    { type: 'readiness', class: 'command-failed' },
  ],
  ['Readiness probe failed: ', { type: 'readiness', class: 'command-failed' }],
  [
    'Readiness probe errored: rpc error: code = Unknown desc = container not running',
    { type: 'readiness', class: 'errored' },
  ],
  [
    'Readiness probe failed: Get "https://10.244.0.17:8443/": http: server gave HTTP response to HTTPS client',
    { type: 'readiness', class: 'other' },
  ],
  [
    'Container web failed liveness probe, will be restarted',
    { type: 'liveness', class: 'restarted', container: 'web' },
  ],
])('%s', (message, wanted) => {
  expect(readProbeFailure(message)).toEqual(wanted);
});

test.each(['Stopping container web', 'Liveness probe warning: Probe terminated redirects', 'probe failed'])(
  '%s: nothing',
  (message) => {
    expect(readProbeFailure(message)).toBeUndefined();
  },
);
