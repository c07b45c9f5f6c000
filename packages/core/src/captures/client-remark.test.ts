import { expect, test } from 'vitest';
import { readFacts } from '../read-facts.ts';

const TABLE = 'NAME    READY   STATUS    RESTARTS   AGE\nweb-0   1/1     Running   0          12d\n';
const KLOG = (text: string): string => `E0501 10:00:01.123456    2731 ${text}`;

test.each([
  ['W0501 10:00:01.123456    2731 warnings.go:70] v1 ComponentStatus is deprecated in v1.19+'],
  [KLOG("memcache.go:287] couldn't get resource list for metrics.k8s.io/v1beta1: the server is currently unable")],
  ['I0501 10:00:01.123456    2731 request.go:665] Waited for 1.1s due to client-side throttling'],
  ['Warning: v1 ComponentStatus is deprecated in v1.19+'],
  ['WARN[0000] something else is deprecated'],
])('a table keeps its command below the remark %s', (remark) => {
  expect(readFacts(`$ kubectl get pods -n shop\n${remark}\n${TABLE}`)).toMatchObject([
    { kind: 'pod', namespace: 'shop', name: 'web-0' },
  ]);
});

test('that no group of the API can be listed is a failure', () => {
  const text = KLOG(
    `memcache.go:265] couldn't get current server API group list: Get "https://x:443/api": dial tcp: EOF`,
  );
  expect(readFacts(`$ kubectl get pods -n shop\n${text}\n`)).toMatchObject([
    { kind: 'collection-failure', reason: 'unreachable' },
  ]);
});

test('the container that kubectl chose is the one of the log', () => {
  const text = '$ kubectl logs web-0\nDefaulted container "web" out of: web, proxy\nstarted\n';
  expect(readFacts(text)).toMatchObject([{ kind: 'log-line', pod: 'web-0', container: 'web', message: 'started' }]);
});

test('a lookup below a remark was asked in the pod', () => {
  const text =
    "$ kubectl exec web-7 -- nslookup y\nUnable to use a TTY - input is not a terminal or the right kind of file\nServer:\t\t10.0.0.10\nAddress:\t10.0.0.10#53\n\n** server can't find y: NXDOMAIN\n";
  expect(readFacts(text)).toMatchObject([{ kind: 'dns-lookup', pod: 'web-7', vantage: 'pod' }]);
});

test('what a program logs of itself is its log', () => {
  const remark = 'W0501 10:00:01.123456    2731 warnings.go:70] v1 Endpoints is deprecated';
  expect(readFacts(`$ kubectl logs web-0\n${remark}\n`)).toMatchObject([{ kind: 'log-line', level: 'W' }]);
});

test.each([
  ['unauthorized', 'kubectl logs web-0', 'error: You must be logged in to the server (Unauthorized)'],
  [
    'exec-failed',
    'kubectl exec web-0 -- nslookup y',
    'error: Internal error occurred: error executing command in container: failed to start exec "a": OCI runtime exec failed: exec: "nslookup": executable file not found in $PATH: unknown',
  ],
  [
    'exec-failed',
    'kubectl exec web-0 -- nslookup y',
    'error: unable to upgrade connection: container not found ("web")',
  ],
  [
    'exec-failed',
    'kubectl exec web-0 -- nslookup y',
    'OCI runtime exec failed: exec failed: container_linux.go:380: starting container process caused: exec: "nslookup": executable file not found in $PATH: unknown',
  ],
  [
    'log-unavailable',
    'kubectl logs web-0',
    'error: a container name must be specified for pod web-0, choose one of: [a b]',
  ],
])('a command that failed below a remark is a failure: %s', (reason, command, error) => {
  const text = `$ ${command}\nDefaulted container "web" out of: web, proxy\n${error}\n`;
  expect(readFacts(text)).toMatchObject([{ kind: 'collection-failure', reason, command, message: error }]);
});

test('what `az aks command invoke` ran in the cluster is the command', () => {
  const text = `$ az aks command invoke -g rg -n aks1 --command "kubectl get pods -n shop"
command started at 2024-02-07 06:04:43+00:00, finished at 2024-02-07 06:04:44+00:00 with exitcode=0
${TABLE}`;
  expect(readFacts(text)).toMatchObject([{ kind: 'pod', namespace: 'shop', name: 'web-0' }]);
});

test('PowerShell puts the program in front of an error', () => {
  const text = 'PS C:\\> kubectl get pod web-0\nkubectl : Error from server (NotFound): pods "web-0" not found\n';
  expect(readFacts(text)).toMatchObject([
    {
      kind: 'collection-failure',
      reason: 'NotFound',
      name: 'web-0',
      message: 'Error from server (NotFound): pods "web-0" not found',
    },
  ]);
});
