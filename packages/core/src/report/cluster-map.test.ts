import { expect, test } from 'vitest';
import { readSource } from '../read-source.ts';
import { clusterMapOf } from './cluster-map.ts';

const PODS = `NAMESPACE   NAME    READY   STATUS             RESTARTS   AGE   IP           NODE     NOMINATED NODE   READINESS GATES
shop        api-0   1/1     Running            0          4d    10.244.0.7   node-a   <none>           <none>
shop        api-1   0/1     CrashLoopBackOff   9          4d    10.244.0.8   node-a   <none>           <none>
shop        web-0   0/1     Pending            0          41m   <none>       <none>   <none>           <none>
shop        job-1   0/1     Completed          0          41m   <none>       <none>   <none>           <none>
`;
const NODES = `NAME     STATUS                        ROLES    AGE   VERSION
node-a   Ready                         <none>   9d    v1.32.4
node-b   NotReady,SchedulingDisabled   <none>   9d    v1.32.4
`;

const mapOf = async (files: Record<string, string>) => clusterMapOf((await readSource(files, {})).facts);

test('pods stand on their nodes, those in trouble first, and those without a node apart', async () => {
  expect(await mapOf({ 'pods.txt': PODS, 'nodes.txt': NODES })).toEqual({
    nodes: [
      {
        name: 'node-a',
        taints: [],
        troubles: [],
        pods: [
          { namespace: 'shop', name: 'api-1', health: 'failing' },
          { namespace: 'shop', name: 'api-0', health: 'ready' },
        ],
        more: 0,
      },
      { name: 'node-b', taints: [], troubles: ['NotReady', 'SchedulingDisabled'], pods: [], more: 0 },
    ],
    moreNodes: 0,
    unplaced: [{ namespace: 'shop', name: 'web-0', health: 'stuck' }],
    moreUnplaced: 0,
  });
});

test('taints and conditions of a description are on the map', async () => {
  const described = `Name:               node-a
Roles:              <none>
Taints:             CriticalAddonsOnly=true:NoSchedule
Unschedulable:      false
Conditions:
  Type             Status  LastHeartbeatTime                 LastTransitionTime                Reason                       Message
  ----             ------  -----------------                 ------------------                ------                       -------
  MemoryPressure   True    Wed, 07 Feb 2024 06:00:00 +0000   Wed, 07 Feb 2024 05:00:00 +0000   KubeletHasInsufficientMemory kubelet has insufficient memory available
  Ready            True    Wed, 07 Feb 2024 06:00:00 +0000   Wed, 07 Feb 2024 05:00:00 +0000   KubeletReady                 kubelet is posting ready status
`;
  const map = await mapOf({ 'pods.txt': PODS, 'describe-nodes.txt': described });
  expect(map?.nodes[0]).toMatchObject({ taints: ['CriticalAddonsOnly=true:NoSchedule'], troubles: ['MemoryPressure'] });
});

test.each([
  ['no pod', { 'nodes.txt': NODES }],
  ['no node', { 'pods.txt': PODS }],
])('a bundle that shows %s has no map', async (_name, files) => {
  expect(await mapOf(files)).toBeUndefined();
});

test('a very large cluster is cut, and says by how much', async () => {
  const row = (at: number): string =>
    `shop        p-${String(at).padStart(4, '0')}   1/1     Running            0          4d    10.244.0.7   node-a   <none>           <none>\n`;
  const many = PODS.split('\n')[0] + '\n' + Array.from({ length: 200 }, (_one, at) => row(at)).join('');
  const map = await mapOf({ 'pods.txt': many, 'nodes.txt': NODES });
  expect(map?.nodes[0]?.pods).toHaveLength(60);
  expect(map?.nodes[0]?.more).toBe(140);
});
