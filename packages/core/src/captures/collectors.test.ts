import { expect, test } from 'vitest';
import { readBundleFacts, readFacts } from '../read-facts.ts';
import { readPythonLiteral } from './text/python-literal.ts';

const facts = (text: string, path = 'file.txt') => readFacts(text, { path });

test('agent_state.txt tells of the agents, and of containers that are not ready', () => {
  const text =
    'config-agent-6d8f7c9b5-x2x4z : Phase = Running\n\tconfig-agent : Ready = False {Reason : CrashLoopBackOff} , Restart_Counts = 7\n\tfluent-bit : Ready = True, Restart_Counts = 0\n\nmetrics-agent-6d8f7c9b5-k4h2z : Phase = Pending\n';
  expect(facts(text, 'agent_state.txt')).toMatchObject([
    {
      kind: 'pod',
      namespace: 'azure-arc',
      name: 'config-agent-6d8f7c9b5-x2x4z',
      component: 'config-agent',
      status: 'Running',
      readyContainers: 1,
      totalContainers: 2,
      restarts: 7,
      waits: ['CrashLoopBackOff'],
      health: 'failing',
      origin: { line: 1, endLine: 3 },
    },
    { kind: 'pod', name: 'metrics-agent-6d8f7c9b5-k4h2z', status: 'Pending', health: 'stuck', origin: { line: 5 } },
  ]);
});

const EVENT =
  "{'apiVersion': 'v1', 'count': 3, 'eventTime': None, 'firstTimestamp': '2024-05-01T09:00:00Z', 'involvedObject': {'apiVersion': 'v1', 'kind': 'Pod', 'name': 'config-agent-6d8f7c9b5-x2x4z', 'namespace': 'azure-arc'}, 'kind': 'Event', 'lastTimestamp': '2024-05-01T10:00:07Z', 'message': 'Failed to pull image \"mcr.microsoft.com/azurearck8s/config-agent:1.14.5\": dial tcp: lookup mcr.microsoft.com: i/o timeout', 'metadata': {'name': 'x.17cb', 'namespace': 'azure-arc'}, 'reason': 'Failed', 'source': {'component': 'kubelet', 'host': 'node-1'}, 'type': 'Warning'}";

test('an event that Python printed is an event', () => {
  const [first, second] = facts(`${EVENT}\n${EVENT.replace("count': 3", "count': 4")}\n`, 'arc_agent_events.txt');
  expect(first).toMatchObject({
    kind: 'event',
    namespace: 'azure-arc',
    type: 'Warning',
    reason: 'Failed',
    pod: 'config-agent-6d8f7c9b5-x2x4z',
    component: 'config-agent',
    count: 3,
    time: '2024-05-01T10:00:07Z',
    from: 'kubelet',
    pull: { class: 'network', registry: 'mcr.microsoft.com' },
    origin: { line: 1 },
  });
  expect(second).toMatchObject({ count: 4, origin: { line: 2 } });
});

const POD = `{'api_version': None,
 'kind': None,
 'metadata': {'annotations': None,
              'creation_timestamp': datetime.datetime(2024, 5, 1, 9, 0, 0, tzinfo=tzutc()),
              'labels': {'app.kubernetes.io/component': 'config-agent'},
              'name': 'config-agent-6d8f7c9b5-x2x4z',
              'namespace': 'azure-arc'},
 'spec': {'containers': [{'image': 'mcr.microsoft.com/azurearck8s/config-agent:1.14.5',
                          'name': 'config-agent'}],
          'node_name': 'node-1'},
 'status': {'container_statuses': [{'image': 'mcr.microsoft.com/azurearck8s/config-agent:1.14.5',
                                    'last_state': {'running': None, 'terminated': None, 'waiting': None},
                                    'name': 'config-agent',
                                    'ready': False,
                                    'restart_count': 0,
                                    'state': {'running': None,
                                              'terminated': None,
                                              'waiting': {'message': 'Back-off pulling '
                                                                     'image',
                                                          'reason': 'ImagePullBackOff'}}}],
            'phase': 'Pending',
            'start_time': datetime.datetime(2024, 5, 1, 9, 0, 7, tzinfo=tzutc())}}
`;

test('a pod that Python printed is a pod', () => {
  expect(facts(POD, 'describe_non_ready_arc_agents/config-agent-6d8f7c9b5-x2x4z.txt')).toMatchObject([
    {
      kind: 'pod',
      namespace: 'azure-arc',
      name: 'config-agent-6d8f7c9b5-x2x4z',
      status: 'Pending',
      node: 'node-1',
      startTime: '2024-05-01T09:00:07Z',
      labels: { 'app.kubernetes.io/component': 'config-agent' },
      containers: [{ state: 'Waiting', reason: 'ImagePullBackOff', message: 'Back-off pulling image', ready: false }],
      waits: ['ImagePullBackOff'],
      health: 'failing',
      origin: { line: 1, endLine: 22 },
    },
  ]);
});

test('half of what Python printed is no fact, and what follows is read', () => {
  for (let end = 20; end < EVENT.length; end += 13) expect(facts(`${EVENT.slice(0, end)}\n`)).toEqual([]);
  expect(facts(`${EVENT.slice(0, 300)}\n${EVENT}\n`)).toMatchObject([{ kind: 'event', origin: { line: 2 } }]);
});

test.each([
  ["{'a': None, 'b': [True, 1.5, -2], 'c': ('x',)}", { a: null, b: [true, 1.5, -2], c: 'x' }],
  [`{'a': "it's", "b": 'say \\'no\\'\\n', 'c': '\\x41\\u00e8'}`, { a: "it's", b: "say 'no'\n", c: 'Aè' }],
  ["{'a': datetime.datetime(2024, 5, 1, 10, 0, 7, 123, tzinfo=datetime.timezone.utc)}", { a: '2024-05-01T10:00:07Z' }],
  ["{'__proto__': 1}", JSON.parse('{"__proto__": 1}')],
  ["{'a': }", undefined],
  ["{'a' 'b'}", undefined],
  ["{'a': 1} {", undefined],
  ['['.repeat(100_000), undefined],
])('%s', (text, value) => {
  expect(readPythonLiteral(text)).toEqual(value);
});

test('the DNS check is a lookup', () => {
  const text =
    "DNS Result:Server:10.0.0.10  Address:10.0.0.10#53    ** server can't find kubernetes.default: NXDOMAIN\n";
  expect(facts(text, 'dns_check.txt')).toMatchObject([
    {
      kind: 'dns-lookup',
      server: '10.0.0.10',
      query: 'kubernetes.default',
      result: 'NXDOMAIN',
      origin: { line: 1, endLine: 1 },
    },
  ]);
});

test('the metadata beside logs is a pod', () => {
  const text =
    '{\n    "name": "dapr-operator-7d9f6b5c8-x2x4z",\n    "namespace": "dapr-system",\n    "labels": {"app": "dapr"},\n    "status": "Pending"\n}\n';
  expect(facts(text, 'dapr-system/pods/dapr-operator-7d9f6b5c8-x2x4z/metadata.json')).toMatchObject([
    { kind: 'pod', namespace: 'dapr-system', name: 'dapr-operator-7d9f6b5c8-x2x4z', status: 'Pending' },
  ]);
});

test('an error that a dump wrote where a log would stand is a failure to collect it', () => {
  const text =
    '==== START logs for container web of pod shop/web-0 ====\nRequest log error: the server rejected our request for an unknown reason (get pods web-0)\n==== END logs for container web of pod shop/web-0 ====\n';
  expect(facts(text, 'shop/web-0/logs.txt')).toMatchObject([
    { kind: 'collection-failure', reason: 'log-unavailable', origin: { line: 2 } },
  ]);
});

test('a record of failures says of what', () => {
  expect(
    facts(
      '["pods is forbidden: User \\"x\\" cannot list resource \\"pods\\" in the namespace \\"shop\\""]\n',
      'cluster-resources/pods-errors.json',
    ),
  ).toMatchObject([{ kind: 'collection-failure', resource: 'pods', namespace: 'shop' }]);
  expect(
    facts(
      'container "web" in pod "web-0" is waiting to start\n',
      'cluster-resources/pods/logs/shop/web-0/web-logs-errors.log',
    ),
  ).toMatchObject([{ kind: 'collection-failure', resource: 'pods', namespace: 'shop', name: 'web-0' }]);
});

test('the log in a document of aks-periscope is a log', () => {
  const text = `{"name": "coredns", "containerLog": "[INFO] plugin/reload: Running\\n[ERROR] plugin/errors: 2 shop.example. A: read udp 10.244.0.5:36259->10.0.0.10:53: i/o timeout\\n"}\n`;
  expect(facts(text, 'podscontainerlogs/coredns-7db6d8ff4d-x2x4z-coredns')).toMatchObject([
    {
      kind: 'log-line',
      pod: 'coredns-7db6d8ff4d-x2x4z',
      container: 'coredns',
      message: '[INFO] plugin/reload: Running',
      origin: { line: 1 },
    },
    { kind: 'log-line', transport: { class: 'timeout' }, origin: { line: 1 } },
  ]);
});

test('a record of failures in one line, and one by namespace, say the same as in many', () => {
  const skipped = [
    {
      collector: 'exec/x',
      reason: 'insufficient permissions',
      errors: ['cannot create pods/exec'],
      timestamp: '2026-11-23T07:20:01Z',
    },
  ];
  const messages = ['insufficient permissions', 'cannot create pods/exec'];
  for (const text of [JSON.stringify(skipped), JSON.stringify(skipped, undefined, 2)]) {
    const read = facts(text, 'skipped-collectors.json').map(
      (fact) => fact.kind === 'collection-failure' && fact.message,
    );
    expect(read).toEqual(messages);
  }
  expect(facts('{"shop": "forbidden"}', 'cluster-resources/events-errors.json')).toMatchObject([
    { kind: 'collection-failure', message: 'forbidden', resource: 'events', namespace: 'shop' },
  ]);
});

test('the journal of a node is a log, and its entries keep their own form', () => {
  const text =
    'Nov 23 07:00:00 node1 rke2[812]: time="2026-11-23T07:00:00Z" level=error msg="starting"\nNov 23 07:10:00.123456 node1 kubelet[2731]: E1123 07:10:00.123456    2731 pod_workers.go:1298] "Error syncing pod"\nNov 23 07:10:01 node1 systemd[1]: Stopped rke2.\n';
  expect(facts(text, 'journald/rke2-server')).toMatchObject([
    { kind: 'log-line', level: 'error', message: 'starting', time: '2026-11-23T07:00:00Z', fields: { unit: 'rke2' } },
    {
      kind: 'log-line',
      level: 'E',
      message: '"Error syncing pod"',
      clock: '11-23T07:10:00.123456',
      fields: { unit: 'kubelet' },
    },
    { kind: 'log-line', message: 'Stopped rke2.', clock: '11-23T07:10:01', fields: { unit: 'systemd' } },
  ]);
});

test('a log named after namespace and pod is of the pod that is listed', async () => {
  const { facts: all } = await readBundleFacts({
    'rke2/kubectl/pods':
      'NAMESPACE       NAME                       READY   STATUS    RESTARTS   AGE\ncattle-system   rancher-6b8d8bd55c-k4h2z   1/1     Running   0          3h\n',
    'rke2/podlogs/cattle-system-rancher-6b8d8bd55c-k4h2z-previous':
      'I1123 07:10:00.000001       1 main.go:1] started\n',
  });
  expect(all.find(({ kind }) => kind === 'log-line')).toMatchObject({
    namespace: 'cattle-system',
    pod: 'rancher-6b8d8bd55c-k4h2z',
    previous: true,
  });
});

test('a marker of a dump that is glued to the last entry is no part of it', () => {
  const text =
    '==== START logs for container web of pod shop/web-0 ====\n2026-11-23T07:18:15Z bye==== END logs for container web of pod shop/web-0 ====\n';
  expect(facts(text, 'dump')).toMatchObject([{ kind: 'log-line', pod: 'web-0', message: '2026-11-23T07:18:15Z bye' }]);
});

test('the connectivity checks of the diagnoser say which endpoint answered', () => {
  const log =
    'Outbound Network Connectivity : https://mcr.microsoft.com : 200\nOutbound Network Connectivity : https://eastus.dp.kubernetesconfiguration.azure.com : 000\n';
  expect(facts(log, 'pre_onboarding_check_logs/cluster_diagnostic_checks_job_log.txt')).toMatchObject([
    { kind: 'log-line', endpoint: 'mcr', httpStatus: 200, origin: { line: 1 } },
    { kind: 'log-line', endpoint: 'dataplane', transport: { class: 'other', endpoint: 'dataplane' } },
  ]);
  const file = 'Response code 200\nOutbound network connectivity check passed successfully.';
  expect(facts(file, 'outbound_network_connectivity_check.txt')).toMatchObject([{ kind: 'log-line', httpStatus: 200 }]);
});

test('the manifest of a sosreport tells which commands failed', () => {
  const command = (exec: string, code: number) => ({ command: 'x', parameters: [], exec, return_code: code });
  const manifest = {
    version: '4.8.0',
    cmdline: 'sos report --batch',
    components: {
      report: {
        plugins: {
          kubernetes: {
            commands: [
              command('kubectl --kubeconfig /etc/kubernetes/admin.conf get --all-namespaces=true pods', 1),
              command('kubectl get -o json --namespace shop deployments', 0),
              command('uptime', 1),
            ],
          },
        },
      },
    },
  };
  for (const indent of [4, undefined])
    expect(facts(JSON.stringify(manifest, null, indent), 'sos_reports/manifest.json')).toMatchObject([
      { kind: 'collection-failure', reason: 'collector', resource: 'pods' },
    ]);
});

test('an error where a log should stand is told of the pod of its path', () => {
  const text =
    '{"kind":"Status","apiVersion":"v1","metadata":{},"status":"Failure","message":"unable to reach the node","code":500}\n';
  expect(facts(text, 'x/namespaces/shop/pods/web-0/web/web/logs/previous.log')).toMatchObject([
    { kind: 'collection-failure', reason: 'server-error', resource: 'pods', namespace: 'shop', name: 'web-0' },
  ]);
});
