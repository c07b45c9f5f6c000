import { expect, test } from 'vitest';
import { analyze } from '../analyze.ts';

const kindsOf = async (content: string | Uint8Array, path = '001'): Promise<readonly string[]> => {
  const { coverage } = await analyze({ [path]: content }, { rules: [] });
  return coverage.captures.map(({ kind }) => kind);
};

const utf16 = (text: string, bom: string): Uint8Array => {
  const bytes = Buffer.from(`${bom}${text}`, 'utf16le');
  return new Uint8Array(bytes);
};
const PODS = 'NAME      READY   STATUS    RESTARTS      AGE\nweb-0     1/1     Running   5 (3m ago)    12d\n';

/** What a file is by its first useful line, whatever its name. */
test.each<[string, string | Uint8Array, string]>([
  ['get pods', PODS, 'kubectl get pods'],
  [
    'get pods -A -o wide',
    'NAMESPACE   NAME    READY   STATUS    RESTARTS   AGE   IP           NODE     NOMINATED NODE   READINESS GATES\nshop        web-0   1/1     Running   0          12d   10.244.0.7   node-1   <none>           <none>\n',
    'kubectl get pods',
  ],
  [
    'get events',
    'LAST SEEN   TYPE      REASON    OBJECT      MESSAGE\n3m          Warning   BackOff   pod/web-0   Back-off restarting failed container\n',
    'kubectl get events',
  ],
  [
    'get events before 1.8',
    'LASTSEEN   FIRSTSEEN   COUNT     NAME                     KIND      SUBOBJECT                TYPE      REASON    SOURCE              MESSAGE\n3m         5m          7         web-0.14d6a5b1c2d3e4f5   Pod       spec.containers{web}     Warning   BackOff   kubelet, node-1     Back-off restarting failed container\n',
    'kubectl get events',
  ],
  [
    'get nodes',
    'NAME     STATUS   ROLES    AGE   VERSION\nnode-1   Ready    <none>   19d   v1.29.2\n',
    'kubectl get nodes',
  ],
  [
    'describe pod',
    'Name:             web-0\nNamespace:        shop\nPriority:         0\nService Account:  default\nNode:             node-1/10.0.0.1\nStatus:           Running\nEvents:           <none>\n',
    'kubectl describe pod',
  ],
  [
    'describe node',
    'Name:               node-1\nRoles:              <none>\nLabels:             a=b\nTaints:             <none>\nUnschedulable:      false\n',
    'kubectl describe node',
  ],
  [
    'nslookup of BIND',
    "Server:\t\t10.0.0.10\nAddress:\t10.0.0.10#53\n\n** server can't find shop.example: NXDOMAIN\n",
    'nslookup',
  ],
  [
    'nslookup of old BusyBox',
    'Server:    10.0.0.10\nAddress 1: 10.0.0.10 kube-dns.kube-system.svc.cluster.local\n\nName:      kubernetes\nAddress 1: 10.0.0.1 kubernetes.default.svc.cluster.local\n',
    'nslookup',
  ],
  ['nslookup without an answer', ';; connection timed out; no servers could be reached\n', 'nslookup'],
  [
    'dig',
    '; <<>> DiG 9.18.24 <<>> shop.example\n;; global options: +cmd\n;; Got answer:\n;; ->>HEADER<<- opcode: QUERY, status: NXDOMAIN, id: 4711\n;; flags: qr rd ra; QUERY: 1, ANSWER: 0, AUTHORITY: 0, ADDITIONAL: 1\n\n;; QUESTION SECTION:\n;shop.example.\t\t\tIN\tA\n',
    'nslookup',
  ],
  [
    'a log of a container runtime',
    '2024-05-01T10:00:00.123456789Z stdout F starting\n2024-05-01T10:00:01.123456789Z stderr P half\n',
    'kubectl logs',
  ],
  [
    'klog',
    'I0501 10:00:00.123456       1 server.go:412] Serving\nW0501 10:00:01.123456       1 server.go:413] Slow\n',
    'kubectl logs',
  ],
  [
    'a journal',
    'May  1 10:00:00 node-1 kubelet[2731]: I0501 10:00:00.123456    2731 kubelet.go:1] Starting\nMay  1 10:00:01 node-1 systemd[1]: Started.\n',
    'kubectl logs',
  ],
  [
    'a dump of a cluster on one stream',
    '{\n    "kind": "NodeList",\n    "apiVersion": "v1",\n    "items": []\n}\n==== START logs for container web of pod shop/web-0 ====\n2024-05-01T10:00:00Z started\n==== END logs for container web of pod shop/web-0 ====\n',
    'kubectl logs',
  ],
  [
    'a refusal',
    'Error from server (Forbidden): pods is forbidden: User "x" cannot list resource "pods" in API group "" in the namespace "shop"\n',
    'failed command',
  ],
  ['a client that is not logged in', 'error: You must be logged in to the server (Unauthorized)\n', 'failed command'],
  ['a cluster out of reach', 'Unable to connect to the server: dial tcp 10.0.0.1:443: i/o timeout\n', 'failed command'],
  [
    'an event of Python',
    "{'kind': 'Event', 'apiVersion': 'v1', 'metadata': {'name': 'x'}, 'message': 'a', 'reason': 'b'}\n",
    'objects of Python',
  ],
  [
    'events of kubectl events',
    'LAST SEEN         TYPE      REASON    OBJECT      MESSAGE\n3m (x7 over 5m)   Warning   BackOff   Pod/web-0   Back-off restarting failed container\n',
    'kubectl get events',
  ],
  [
    'a list of objects in JSON',
    '{\n    "apiVersion": "v1",\n    "items": [\n        {\n            "apiVersion": "v1",\n            "kind": "Pod",\n',
    'kubectl get -o json',
  ],
  [
    'a typed list of objects in JSON',
    '{"kind":"PodList","apiVersion":"v1","metadata":{},"items":[]}\n',
    'kubectl get -o json',
  ],
  [
    'a list of objects in YAML',
    'apiVersion: v1\nitems:\n- apiVersion: v1\n  kind: Pod\n  metadata:\n    name: web-0\nkind: List\n',
    'kubectl get -o yaml',
  ],
  [
    'what stern prints',
    '+ web-7db6d8ff4d-x2x4z › web\nweb-7db6d8ff4d-x2x4z web started\nweb-7db6d8ff4d-x2x4z web ready\n',
    'kubectl logs',
  ],
  [
    'a description of a workload',
    'Name:                   web\nNamespace:              shop\nCreationTimestamp:      Wed, 01 May 2024 10:00:00 +0000\nLabels:                 app=web\nAnnotations:            <none>\nSelector:               app=web\nReplicas:               1 desired | 1 updated | 1 total | 0 available | 1 unavailable\n',
    'kubectl describe',
  ],
  ['UTF-16 with a mark', utf16(PODS, '\ufeff'), 'kubectl get pods'],
  ['UTF-16 without one', utf16(PODS, ''), 'kubectl get pods'],
])('%s', async (_, content, kind) => {
  expect(await kindsOf(content)).toContain(kind);
});

/** The content wins over a name that lies. */
test.each<[string, string, string, string]>([
  [
    'a table under the name of another',
    'kubeadm/metrics_pod',
    'NAME     STATUS   ROLES    AGE   VERSION\nnode-1   Ready    <none>   19d   v1.29.2\n',
    'kubectl get nodes',
  ],
  [
    'a table in a file that ends in .log',
    'kubelet/svc.log',
    'NAME         TYPE        CLUSTER-IP   EXTERNAL-IP   PORT(S)   AGE\nkubernetes   ClusterIP   10.0.0.1     <none>        443/TCP   94d\n',
    'kubectl get',
  ],
  [
    'an error in place of a log',
    'cluster-resources/pods/logs/shop/web-0/web.log',
    'Error from server (NotFound): pods "web-0" not found\n',
    'failed command',
  ],
  [
    'metrics of nodes under the name of those of pods, which nobody reads',
    'kubeadm/metrics_pod',
    'NAME     CPU(cores)   CPU%   MEMORY(bytes)   MEMORY%\nnode-1   1023m        29%    9876Mi          66%\n',
    'text',
  ],
  [
    'metrics in lines under the name of JSON',
    'ipamd/metrics.json',
    '# HELP awscni_assigned_ip_addresses The number of IP addresses\n# TYPE awscni_assigned_ip_addresses gauge\nawscni_assigned_ip_addresses 12\n',
    'text',
  ],
  [
    'an object in YAML without the end of its name',
    'rke2/kubectl/rancher-prov/plans',
    'apiVersion: upgrade.cattle.io/v1\nkind: Plan\nmetadata:\n  name: agent\n  namespace: cattle-system\n',
    'kubectl get -o yaml',
  ],
  [
    'an error of the API in place of a log',
    'x/namespaces/shop/pods/web-0/web/web/logs/current.log',
    '{"kind":"Status","apiVersion":"v1","metadata":{},"status":"Failure","message":"not found","reason":"NotFound","code":404}\n',
    'kubectl get -o json',
  ],
  [
    'an error in place of a table',
    'rke2/kubectl/pods',
    'Unable to connect to the server: dial tcp 10.0.0.1:443: i/o timeout\n',
    'failed command',
  ],
  [
    'objects of Python in a text',
    'arc_agent_events.txt',
    "{'kind': 'Event', 'involvedObject': {'kind': 'Pod', 'name': 'a'}, 'message': 'b', 'reason': 'c'}\n",
    'objects of Python',
  ],
])('%s', async (_, path, content, kind) => {
  expect(await kindsOf(content, path)).toEqual([kind]);
});

test.each<[string, Record<string, string>, string]>([
  [
    'a dump on one stream',
    {
      'dump.txt':
        '==== START logs for container web of pod shop/web-0 ====\n2024-05-01T10:00:00Z started\n==== END logs for container web of pod shop/web-0 ====\n',
    },
    'cluster-info-dump',
  ],
  [
    'the version of a support bundle',
    {
      'x/version.yaml':
        'apiVersion: troubleshoot.sh/v1beta2\nkind: SupportBundle\nmetadata:\n  name: a\nspec:\n  versionNumber: 0.99.0\n',
      'x/helm/a.json': '{}',
    },
    'troubleshoot',
  ],
  ['a table', { 'pods.txt': PODS }, 'loose'],
])('the collector is told by content where its files do not tell it: %s', async (_, files, kind) => {
  expect((await analyze(files, { rules: [] })).bundle.kind).toBe(kind);
});

test('a dump of a cluster under the name of JSON is objects and logs', async () => {
  const text =
    '{\n    "kind": "NodeList",\n    "apiVersion": "v1",\n    "items": []\n}\n==== START logs for container web of pod shop/web-0 ====\n2024-05-01T10:00:00Z started\n==== END logs for container web of pod shop/web-0 ====\n{\n    "kind": "PodList",\n    "apiVersion": "v1",\n    "items": []\n}\n';
  expect(await kindsOf(text, 'k8s/cluster-info-dump')).toEqual([
    'kubectl get -o json',
    'kubectl logs',
    'kubectl get -o json',
  ]);
});

test('descriptions of several objects in one file are read each', async () => {
  const pod = (name: string): string =>
    `Name:             ${name}\nNamespace:        shop\nPriority:         0\nService Account:  default\nNode:             node-1/10.0.0.1\nStatus:           Running\nEvents:           <none>\n`;
  expect(await kindsOf(`${pod('web-0')}\n\n${pod('web-1')}`)).toEqual(['kubectl describe pod']);
});
