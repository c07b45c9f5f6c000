import { readFacts } from '../read-facts.ts';
import { describe, expect, test } from 'vitest';
import { readCommandLine } from './command-line.ts';

const read = (text: string) => readCommandLine({ text, number: 7 });

describe('a prompt with a command', () => {
  test.each([
    [
      '$ kubectl get pods -n kube-system',
      { program: 'kubectl', verb: 'get', resource: 'pods', namespace: 'kube-system', names: [] },
    ],
    ['PS D:\\> kubectl get po -A -o wide', { resource: 'pods', allNamespaces: true, output: 'wide' }],
    ['PS /home/azureuser> kubectl get no', { resource: 'nodes' }],
    [
      'C:\\Users\\anna>kubectl.exe describe pod web-0 --namespace shop',
      { verb: 'describe', names: ['web-0'], namespace: 'shop' },
    ],
    [
      'azureuser@Azure:~$ k logs -f extension-agent-55d4f4795f-sqx7q -c manager -nkube-system',
      { verb: 'logs', resource: 'pods', names: ['extension-agent-55d4f4795f-sqx7q'], container: 'manager' },
    ],
    ['❯ kubectl describe pod/web-0', { resource: 'pods', names: ['web-0'] }],
    ['[root@bastion ~]# kubectl get events -A --sort-by=.lastTimestamp', { resource: 'events', allNamespaces: true }],
    ['# kubectl get pods -l app=web', { selector: 'app=web' }],
    ['kubectl get pods -A | grep -v Running', { partial: '| grep' }],
    ['kubectl logs web-0 --tail=50', { partial: '--tail' }],
    ['kubectl get pods > pods.txt', { names: [] }],
    ['kubectl get po -n {namespace-name} -l app.kubernetes.io/name={name}', { namespace: '{namespace-name}' }],
    ['az k8s-extension show --name dapr', { program: 'az', verb: 'k8s-extension' }],
  ])('%s', (text, expected) => expect(read(text)?.command).toMatchObject(expected));

  test('keeps what ran inside the pod', () => {
    const command = read(
      'PS D:\\> kubectl exec -it -n kube-system extension-agent-<pod-guid> -- nslookup <region>.dp.kubernetesconfiguration.azure.com',
    )?.command;
    expect(command).toMatchObject({ verb: 'exec', namespace: 'kube-system', names: ['extension-agent-<pod-guid>'] });
    expect(command?.inner).toMatchObject({
      program: 'nslookup',
      names: ['<region>.dp.kubernetesconfiguration.azure.com'],
    });
  });

  test('a shell inside a pod tells the pod', () => {
    const command = read('root@extension-agent-55d4f4795f-sqx7q:/# nslookup mcr.microsoft.com')?.command;
    expect(command).toMatchObject({
      verb: 'exec',
      names: ['extension-agent-55d4f4795f-sqx7q'],
      inner: { program: 'nslookup' },
    });
  });

  test('an answer on the same line is told from the command', () => {
    const read1 = read(
      'nslookup eastus.dp.kubernetesconfiguration.azure.com Non-authoritative answer: Name: x Address: 20.39.12.229',
    );
    expect(read1).toMatchObject({
      answered: true,
      command: { names: ['eastus.dp.kubernetesconfiguration.azure.com'] },
    });
  });
});

test('an empty prompt ends a capture without beginning one', () => expect(read('PS C:\\>')).toEqual({}));

test.each([
  'kubectl get pods shows that the agent is missing.',
  'Run kubectl get pods and send the output',
  'Host api.contoso.example not found: 3(NXDOMAIN)',
  '# Troubleshooting',
  'NAME READY STATUS RESTARTS AGE',
  '{"Message":"$ nothing"}',
  'I0521 12:00:00.000000       1 main.go:1] kubectl',
  '',
])('%s is no command', (text) => expect(read(text)).toBeUndefined());

test('a variable of the shell names nothing', () => {
  const text =
    '$ kubectl exec -ti $POD -n ${NAMESPACE} -- nslookup kubernetes\n;; connection timed out; no servers could be reached\n';
  const [fact] = readFacts(text);
  expect(fact).toMatchObject({ kind: 'dns-lookup', result: 'timeout', query: 'kubernetes', vantage: 'pod' });
  expect(fact).not.toHaveProperty('pod');
  expect(fact).not.toHaveProperty('namespace');
  const [pod] = readFacts(
    '» kubectl get pods $POD\nNAME    READY   STATUS    RESTARTS   AGE\nweb-0   1/1     Running   0          12d\n',
  );
  expect(pod).toMatchObject({ kind: 'pod', name: 'web-0' });
});
