import { describe, expect, test } from 'vitest';
import type { PodFact } from '../facts/fact.ts';
import { readFacts } from '../read-facts.ts';
import { kubectlGetPods } from './kubectl-get-pods.ts';
import { linesOf, parseSample } from './parse-sample.test.kit.ts';

const podsOf = (text: string): readonly PodFact[] => parseSample(kubectlGetPods, text).facts as PodFact[];
const brief = ({ namespace, name, ready, status, restarts, age }: PodFact): unknown[] => [
  namespace,
  name,
  ready,
  status,
  restarts,
  age,
];

test('reads a row with every field it shows', () => {
  const [pod] =
    podsOf(`NAMESPACE     NAME                               READY   STATUS    RESTARTS        AGE     IP            NODE                                NOMINATED NODE   READINESS GATES
kube-system   extension-agent-55d4f4795f-sqx7q   2/2     Running   12 (3d22h ago)  2d19h   10.244.2.18   aks-nodepool1-28411718-vmss000000   <none>           <none>`);
  expect(pod).toEqual({
    kind: 'pod',
    origin: { path: 'capture.txt', line: 2, endLine: 2 },
    namespace: 'kube-system',
    name: 'extension-agent-55d4f4795f-sqx7q',
    status: 'Running',
    ready: '2/2',
    readyContainers: 2,
    totalContainers: 2,
    restarts: 12,
    age: '2d19h',
    ageSeconds: 241_200,
    node: 'aks-nodepool1-28411718-vmss000000',
    scheduled: true,
    ip: '10.244.2.18',
    cells: {
      ready: '2/2',
      status: 'Running',
      restarts: 12,
      lastRestart: '3d22h',
      age: '2d19h',
      ip: '10.244.2.18',
      node: 'aks-nodepool1-28411718-vmss000000',
      'nominated node': '<none>',
      'readiness gates': '<none>',
    },
  });
});

test('a pod without a node is shown to be unscheduled', () => {
  const [pod] = podsOf(`NAME    READY   STATUS    RESTARTS   AGE   IP       NODE     NOMINATED NODE   READINESS GATES
web-0   0/1     Pending   0          41m   <none>   <none>   <none>           <none>`);
  expect([pod?.scheduled, pod?.node, pod?.ip, pod?.cells?.['node']]).toEqual([false, undefined, undefined, '<none>']);
});

describe('forms of one row', () => {
  const AGENT = ['azure-arc', 'config-agent-6d5fd59b8b-khw2d', '0/2', 'ImagePullBackOff', 5, '6d19h'];
  test.each([
    [
      'padded',
      `NAMESPACE   NAME                            READY   STATUS             RESTARTS       AGE
azure-arc   config-agent-6d5fd59b8b-khw2d   0/2     ImagePullBackOff   5 (40s ago)    6d19h`,
    ],
    [
      'with single blanks',
      `NAMESPACE NAME READY STATUS RESTARTS AGE
azure-arc config-agent-6d5fd59b8b-khw2d 0/2 ImagePullBackOff 5 (40s ago) 6d19h`,
    ],
    [
      'with tabs',
      `NAMESPACE\tNAME\tREADY\tSTATUS\tRESTARTS\tAGE
azure-arc\tconfig-agent-6d5fd59b8b-khw2d\t0/2\tImagePullBackOff\t5 (40s ago)\t6d19h`,
    ],
    ['without a heading', 'azure-arc   config-agent-6d5fd59b8b-khw2d   0/2   ImagePullBackOff   5 (40s ago)   6d19h'],
    ['without heading and padding', 'azure-arc config-agent-6d5fd59b8b-khw2d 0/2 ImagePullBackOff 5 6d19h'],
    [
      'of get all',
      `NAMESPACE   NAME                                READY   STATUS             RESTARTS   AGE
azure-arc   pod/config-agent-6d5fd59b8b-khw2d   0/2     ImagePullBackOff   5          6d19h`,
    ],
    ['in bold', 'azure-arc **config-agent-6d5fd59b8b-khw2d** 0/2 **ImagePullBackOff** 5 6d19h'],
    [
      'with its labels',
      `NAMESPACE   NAME                            READY   STATUS             RESTARTS   AGE     LABELS
azure-arc   config-agent-6d5fd59b8b-khw2d   0/2     ImagePullBackOff   5          6d19h   app=config-agent`,
    ],
  ])('%s', (_, text) => {
    expect(podsOf(text).map(brief)).toEqual([AGENT]);
  });
});

test('reads labels, also with names of object properties', () => {
  const [pod] = podsOf(`NAME    READY   STATUS    RESTARTS   AGE   LABELS
web-0   1/1     Running   0          12d   __proto__=x,app=web,constructor=y`);
  expect(Object.entries(pod?.labels ?? {})).toEqual([
    ['__proto__', 'x'],
    ['app', 'web'],
    ['constructor', 'y'],
  ]);
});

test('puts rows together that a terminal broke', () => {
  const heading = 'NAME                               READY   STATUS    RESTARTS        AGE     IP            NODE';
  const row = 'extension-agent-55d4f4795f-sqx7q   2/2     Running   12 (3d22h ago)  2d19h   10.244.2.18   worker-1';
  const broken = [heading, row, row].map((line) => `${line.slice(0, 80)}\n${line.slice(80)}`).join('\n');
  const { facts, quotes } = parseSample(kubectlGetPods, broken);
  expect(facts.map((fact) => [(fact as PodFact).node, fact.origin.line, fact.origin.endLine])).toEqual([
    ['worker-1', 3, 4],
    ['worker-1', 5, 6],
  ]);
  expect(quotes[0]?.['']).toEqual({ text: row, number: 3, endNumber: 4 });
});

test('an unfilled placeholder is read as a name', () => {
  expect(podsOf('NAME READY STATUS RESTARTS AGE\n{podname} 0/2 Pending 0 2d6h').map(brief)).toEqual([
    [undefined, '{podname}', '0/2', 'Pending', 0, '2d6h'],
  ]);
});

test.each(['Init:0/2', 'Init:CrashLoopBackOff', 'Signal:9', 'OutOfcpu', 'Terminating', 'ContainerStatusUnknown'])(
  'reads the status %s',
  (status) => {
    expect(podsOf(`web-0 0/1 ${status} 0 5m`)[0]?.status).toBe(status);
  },
);

test('counts lines it cannot read', () => {
  expect(parseSample(kubectlGetPods, 'NAME READY STATUS RESTARTS AGE\nQuando sono integri').unreadLines).toBe(1);
});

describe('where it begins and ends', () => {
  const whole = 'NAME    READY   STATUS    RESTARTS   AGE\nweb-0   1/1     Running   0          12d';

  test('a heading is the beginning; without one it is not known', () => {
    expect(kubectlGetPods.begins?.(linesOf(whole))).toBe('yes');
    expect(kubectlGetPods.begins?.(linesOf('web-0   1/1   Running   0   12d'))).toBe('unknown');
  });

  test('a row that is cut is no end', () => {
    expect(kubectlGetPods.ends?.(linesOf(whole))).toBe('yes');
    expect(kubectlGetPods.ends?.(linesOf(`${whole}\nweb-1   1/1     Runn`))).toBe('no');
  });

  test.each([
    ['web-1   1/1     Running   0          12d', true],
    ['web-1   1/1     Runn', true],
    ['', true],
    ['NAME   TYPE   CLUSTER-IP   EXTERNAL-IP   PORT(S)   AGE', false],
    ['Nota', false],
    ['The pods are fine, all of them.', false],
  ])('whether "%s" goes on is %s', (text, goesOn) => {
    expect(kubectlGetPods.continues({ text, number: 3 }, { lines: linesOf(whole) })).toBe(goesOn);
  });
});

test('pods without a heading end the log above them, a single line like one does not', () => {
  const line = 'I1125 19:22:54.212094       1 main.go:787] Starting worker "lease"\n';
  const log = `${line}${line}\n`;
  const row = (name: string): string => `shop   ${name}   0/1   Pending   0              98d\n`;
  expect(kindsOf(`${log}${row('web-0')}${row('web-1')}${row('web-2')}`)).toEqual([
    'log-line',
    'log-line',
    'pod',
    'pod',
    'pod',
  ]);
  expect(kindsOf(`${log}${row('web-0')}`)).toEqual(['log-line', 'log-line', 'log-line']);
});

const kindsOf = (text: string): readonly string[] => readFacts(text).map(({ kind }) => kind);
