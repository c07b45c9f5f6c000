import fc from 'fast-check';
import { expect, test } from 'vitest';
import { HTTP_STATUS_LITERALS, readTransport, TRANSPORT_LITERALS } from './transport.ts';

const DATAPLANE = 'centralus.dp.kubernetesconfiguration.azure.com';
const POST = `Post "https://${DATAPLANE}/subscriptions/x/configurations/getPendingConfigs?api-version=2021-11-01"`;

test.each([
  [`${POST}: dial tcp: lookup ${DATAPLANE} on 10.63.136.10:53: no such host`, 'name-not-found', DATAPLANE, 'dataplane'],
  [
    `${POST}: dial tcp: lookup ${DATAPLANE} on 10.0.0.10:53: server misbehaving`,
    'name-server-failed',
    DATAPLANE,
    'dataplane',
  ],
  [
    `${POST}: dial tcp: lookup ${DATAPLANE} on 10.0.0.10:53: read udp 10.244.0.7:41234->10.0.0.10:53: i/o timeout`,
    'name-server-failed',
    DATAPLANE,
    'dataplane',
  ],
  [`dial tcp: lookup mcr.microsoft.com: i/o timeout`, 'name-server-failed', 'mcr.microsoft.com', 'mcr'],
  [`${POST}: net/http: TLS handshake timeout`, 'tls-timeout', DATAPLANE, 'dataplane'],
  [`${POST}: EOF`, 'closed', DATAPLANE, 'dataplane'],
  [
    `${POST}: context deadline exceeded (Client.Timeout exceeded while awaiting headers)`,
    'timeout',
    DATAPLANE,
    'dataplane',
  ],
  [`${POST}: x509: certificate signed by unknown authority`, 'tls-inspection', DATAPLANE, 'dataplane'],
  [
    `${POST}: tls: failed to verify certificate: x509: certificate signed by unknown authority`,
    'tls-inspection',
    DATAPLANE,
    'dataplane',
  ],
  [`${POST}: x509: certificate has expired or is not yet valid`, 'other', DATAPLANE, 'dataplane'],
  [
    `${POST}: proxyconnect tcp: dial tcp: lookup proxy.contoso.com on 10.0.0.10:53: no such host`,
    'proxy',
    DATAPLANE,
    'dataplane',
  ],
  [`${POST}: Proxy Authentication Required`, 'proxy', DATAPLANE, 'dataplane'],
  [
    'failed to do request: Head "https://mcr.microsoft.com/v2/oss/kubernetes/pause/manifests/3.6": dial tcp: lookup eastus.data.mcr.microsoft.com on 168.63.129.16:53: no such host',
    'name-not-found',
    'eastus.data.mcr.microsoft.com',
    'mcr',
  ],
  [
    'Failed to pull image "mcr.microsoft.com/azurearck8s/aks/stable/config-agent:1.20.1": rpc error: code = DeadlineExceeded desc = context deadline exceeded',
    'timeout',
    'mcr.microsoft.com',
    'mcr',
  ],
])('%s', (text, kind, host, endpoint) => {
  expect(readTransport(text)).toEqual({ transport: { class: kind, host, endpoint }, endpoint });
});

test.each([
  [
    'Get "https://10.0.0.1:443/api/v1/namespaces/kube-system/configmaps/x": dial tcp 10.0.0.1:443: i/o timeout',
    'apiserver',
  ],
  ['Get "https://10.0.0.1/apis/apps/v1": dial tcp 10.0.0.1:443: connect: connection refused', 'apiserver'],
  ['Get "https://10.0.0.9:8443/api/v1/orders": dial tcp 10.0.0.9:8443: i/o timeout', 'other'],
])('%s is a call to %s', (text, endpoint) => {
  expect(readTransport(text).transport?.endpoint).toBe(endpoint);
});

test.each([
  ['i/o timeout', 'timeout'],
  ['connect: connection refused', 'refused'],
  ['connect: connection reset by peer', 'reset'],
  ['connect: no route to host', 'unreachable'],
  ['connect: network is unreachable', 'unreachable'],
  ['connect: connection timed out', 'timeout'],
])('the address that was dialled is kept: %s', (error, kind) => {
  expect(readTransport(`${POST}: dial tcp 20.39.12.229:443: ${error}`).transport).toEqual({
    class: kind,
    host: DATAPLANE,
    address: '20.39.12.229',
    endpoint: 'dataplane',
  });
});

test('an address of IPv6 loses its brackets', () => {
  expect(readTransport('dial tcp [2603:1030:73f::772]:443: i/o timeout').transport?.address).toBe('2603:1030:73f::772');
});

test('a reset while reading names the far end', () => {
  const { transport } = readTransport(
    `${POST}: read tcp 10.244.0.7:41234->20.39.12.229:443: read: connection reset by peer`,
  );
  expect(transport).toMatchObject({ class: 'reset', host: DATAPLANE, address: '20.39.12.229' });
});

test('escapes of any depth and stray backslashes do no harm', () => {
  const record = `{"Message":"Error in the getting the Configurations: error {Post \\https://${DATAPLANE}/x/getPendingConfigs?api-version=2021-11-01\\: dial tcp: lookup ${DATAPLANE} on 10.63.136.10:53: no such host}"`;
  expect(readTransport(record).transport).toMatchObject({ class: 'name-not-found', host: DATAPLANE });
  const nested = `{\\"Message\\":\\"error {Post \\\\\\"https://${DATAPLANE}/x\\\\\\": EOF}\\"}`;
  expect(readTransport(nested).transport).toMatchObject({ class: 'closed', host: DATAPLANE });
});

test.each([
  ['GET configurations returned response code {200}', 200, 'dataplane'],
  ['POST status returned response code {401}', 401, 'dataplane'],
  [
    'Errorcode: 403, Message This traffic is not authorized., Target /subscriptions/x/configurations/getPendingConfigs',
    403,
    'dataplane',
  ],
  ['Error code: 403', 403, undefined],
  [
    `Error: in getting auth header : error {adal: Refresh request failed. Status Code = '404'. Response body: no azure identity found`,
    404,
    'identity',
  ],
  ['azure.BearerAuthorizer#WithAuthorization: StatusCode=401 -- Original Error', 401, undefined],
  [
    'unexpected status from HEAD request to https://contoso.azurecr.io/v2/api/manifests/1.2: 403 Forbidden',
    403,
    'registry',
  ],
  ['failed to authorize: failed to fetch anonymous token: unexpected status: 401 Unauthorized', 401, undefined],
  ['received unexpected HTTP status: 503 Service Unavailable', 503, undefined],
  ['Proxy answered 502 Bad Gateway', 502, undefined],
])('a status is read: %s', (text, httpStatus, endpoint) => {
  expect(readTransport(text)).toEqual(endpoint === undefined ? { httpStatus } : { httpStatus, endpoint });
});

test.each([
  'Readiness probe failed: HTTP probe failed with statuscode: 500',
  'Liveness probe failed: Get "http://10.244.0.7:8080/healthz": dial tcp 10.244.0.7:8080: connect: connection refused',
  'Unable to attach or mount volumes: unmounted volumes=[cert], unattached volumes=[cert]: timed out waiting for the condition',
  'release dapr failed, and has been uninstalled due to atomic being set: context deadline exceeded',
  'Failed to GET configurations with err : {<nil>}',
  'StatusCode=0',
  'Successfully pulled image "mcr.microsoft.com/x" in 403ms',
  'pod uses port 404 of host',
  '',
])('nothing is read from: %s', (text) => {
  expect(readTransport(text)).toEqual({});
});

test('literals are long enough to filter by', () => {
  for (const literal of [...TRANSPORT_LITERALS, ...HTTP_STATUS_LITERALS])
    expect(literal.length).toBeGreaterThanOrEqual(7);
});

const words = fc.constantFrom(
  'lookup ',
  'https://',
  'Get "',
  '": ',
  'dial tcp ',
  'i/o timeout',
  '\\',
  '\\"',
  'unexpected status',
  ' 403 ',
  ': ',
  'EOF',
  'no such host',
  'a',
  '<',
  '[',
  '{',
);

test('what it finds has one of its literals, and no text makes it throw', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(words, { maxLength: 40 }).map((parts) => parts.join('')),
      ),
      (text) => {
        const { transport, httpStatus } = readTransport(text);
        const plain = text.toLowerCase();
        if (transport !== undefined && !text.includes('\\')) {
          expect(TRANSPORT_LITERALS.some((literal) => plain.includes(literal))).toBe(true);
        }
        if (httpStatus !== undefined) expect(httpStatus).toBeGreaterThanOrEqual(100);
      },
    ),
  );
});

test.each([
  'lookup ',
  'https://',
  'get "https://',
  'unexpected status from a request to ',
  '\\',
  'lookup a: ',
  'dial tcp ',
])('a long run of %j is read at once', (part) => {
  const started = performance.now();
  readTransport(part.repeat(20_000));
  expect(performance.now() - started).toBeLessThan(1_500);
});

test.each([
  'context deadline exceeded, For general troubleshooting visit: https://aka.ms/k8s-extensions-TSG, For more visit: Troubleshooting: https://aka.ms/k8s-extensions-TSG',
  'context deadline exceeded. See https://docs.example.com/timeouts',
])('where an error sends its reader is no call that failed: %s', (text) => {
  expect(readTransport(text)).toEqual({});
});

test('a call to a short link that failed is one', () => {
  expect(readTransport('Get "https://aka.ms/latest": context deadline exceeded').transport).toMatchObject({
    class: 'timeout',
    host: 'aka.ms',
  });
});
