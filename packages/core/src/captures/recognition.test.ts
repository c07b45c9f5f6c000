import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { lastNumber, type Line } from '../bundle/line.ts';
import type { CaptureKind, Command } from './capture.ts';
import { collectionFailure } from './collection-failure.ts';
import { kubectlDescribeNode } from './kubectl-describe-node.ts';
import { kubectlDescribePod } from './kubectl-describe-pod.ts';
import { kubectlGetConfigmap } from './kubectl-get-configmap.ts';
import { kubectlGetEvents } from './kubectl-get-events.ts';
import { kubectlGetNodes } from './kubectl-get-nodes.ts';
import { kubectlGetPods } from './kubectl-get-pods.ts';
import { linesOf, parseSample } from './parse-sample.test.kit.ts';

const KINDS: readonly CaptureKind[] = [
  collectionFailure,
  kubectlGetPods,
  kubectlDescribePod,
  kubectlDescribeNode,
  kubectlGetEvents,
  kubectlGetNodes,
  kubectlGetConfigmap,
];

const claims = (text: string, command?: Command): string[] =>
  KINDS.map((kind) => {
    const context = command === undefined ? { fromPath: {} } : { command, fromPath: {} };
    return [kind.name, kind.recognize(linesOf(text).slice(0, 12), context)] as const;
  })
    .filter(([, sure]) => sure > 0)
    .map(([name, sure]) => `${name} ${sure}`);

const BEGINNINGS: readonly (readonly [string, readonly string[]])[] = [
  ['NAME    READY   STATUS    RESTARTS   AGE\nweb-0   1/1     Running   0          12d', ['kubectl get pods 3']],
  ['NAMESPACE NAME READY STATUS RESTARTS AGE', ['kubectl get pods 3']],
  ['NAMESPACE\tNAME\tREADY\tSTATUS\tRESTARTS\tAGE', ['kubectl get pods 3']],
  ['NAME READY STATUS RESTARTS AGE IP NODE NOMINATED NODE READINESS GATES LABELS', ['kubectl get pods 3']],
  ['kube-system extension-agent-55d4f4795f-sqx7q 2/2 Running 0 2d19h', ['kubectl get pods 2']],
  ['web-0   1/1   Running   5 (3m ago)   12d   10.244.0.7   worker-1   <none>   <none>', ['kubectl get pods 2']],
  ['{podname} 0/2 Pending 0 2d6h', ['kubectl get pods 2']],
  [
    'Name:         web-0\nNamespace:    shop\nPriority:     0\nNode:         worker-1/10.0.0.4',
    ['kubectl describe pod 3'],
  ],
  ['Name: web-0\n\nNamespace: shop\n\nService Account: default', ['kubectl describe pod 3']],
  ['Name:         web\nNamespace:    shop\nCreationTimestamp:  Sun, 22 Nov 2026 22:13:46 -0500', []],
  ['Name:         web\nNamespace:    shop\nSelector:     app=web\nLabels:       app=web', []],
  ['Name:    eastus.dp.kubernetesconfiguration.azure.com\nAddress: 10.224.1.184', []],
  ['Events:\nType Reason Age From Message\n---- ------ ---- ---- -------', ['kubectl describe pod 2']],
  ['  Type     Reason   Age   From     Message\n  ----     ------', ['kubectl describe pod 2']],
  [
    'Warning FailedScheduling 18s default-scheduler 0/2 nodes are available: 2 Insufficient cpu.',
    ['kubectl describe pod 2'],
  ],
  ['Events:  <none>', []],
  ['QoS Class:       Burstable', ['kubectl describe pod 2']],
  ['Conditions:\n  Type              Status\n  Initialized       True', ['kubectl describe pod 2']],
  [
    'Name:               worker-1\nRoles:              <none>\nLabels:             agentpool=np1',
    ['kubectl describe node 3'],
  ],
  ['NAME       STATUS   ROLES    AGE   VERSION\nworker-1   Ready    <none>   24d   v1.32.5', ['kubectl get nodes 3']],
  ['worker-1   Ready    <none>   24d   v1.32.5', ['kubectl get nodes 2']],
  ['LAST SEEN   TYPE      REASON    OBJECT      MESSAGE', ['kubectl get events 3']],
  ['NAMESPACE LAST SEEN TYPE REASON OBJECT SUBOBJECT SOURCE MESSAGE FIRST SEEN COUNT NAME', ['kubectl get events 3']],
  ['LASTSEEN FIRSTSEEN COUNT NAME KIND SUBOBJECT TYPE REASON SOURCE MESSAGE', ['kubectl get events 3']],
  ['5m Warning BackOff pod/web-0 Back-off restarting failed container', ['kubectl get events 2']],
  ['shop 5m (x2 over 7m) Warning BackOff Pod/web-0 Back-off restarting failed container', ['kubectl get events 2']],
  ['apiVersion: v1\ndata:\n  a: b\nkind: ConfigMap', ['kubectl get configmap 3']],
  ['apiVersion: v1\ndata:\n  a: |\n    b', ['kubectl get configmap 2']],
  ['apiVersion: v1\nkind: Pod\nmetadata:\n  name: web-0', []],
  ['apiVersion: v1\nitems:\n- apiVersion: v1\n  data:\n    a: b', ['kubectl get configmap 2']],
  ['No resources found in shop namespace.', ['failed command 3']],
  ['Error from server (NotFound): pods "web-0" not found', ['failed command 3']],
  ['NAME   TYPE        CLUSTER-IP   EXTERNAL-IP   PORT(S)   AGE', []],
  ['NAME   READY   UP-TO-DATE   AVAILABLE   AGE\nweb    0/2     2            0           88d', []],
  ['NAME   AGE   READY   STATUS\napps   3d    True    Applied revision', []],
  ['NAME   STATUS   AGE\nshop   Active   3d', []],
  ['Quando si cerca 1/2 Running nel portale', []],
  ['{ "Message": "GET configurations returned response code {200}" }', []],
  ['I1122 22:20:55.100000       1 main.go:1] Starting', []],
  ['Server:    10.0.0.10', []],
  ['', []],
];

test.each(BEGINNINGS)('%j', (text, expected) => {
  expect(claims(text)).toEqual(expected);
});

const POD = `Name:         web-0
Namespace:    shop
Priority:     0
Node:         worker-1/10.224.0.4
Labels:       app=web
Status:       Running
Containers:
  web:
    Container ID:   containerd://31194a01
    Image:          registry.example/web:1
    State:          Waiting
      Reason:       CrashLoopBackOff
    Last State:     Terminated
      Message:      failed
      Exit Code:    137
    Ready:          False
Conditions:
  Type              Status
  Ready             False
Tolerations:     CriticalAddonsOnly op=Exists
Events:
  Type     Reason            Age                 From               Message
  ----     ------            ----                ----               -------
  Warning  FailedScheduling  3m53s (x7 over 3h)  default-scheduler  0/2 nodes are available: 2 Insufficient cpu.`;

const SAMPLES = [...BEGINNINGS.map(([text]) => text), POD, POD.replace(/ {2,}/g, ' ')];

/** A sample, damaged: cut, with lines and blanks lost, mixed with other samples or with anything. */
const damaged = fc
  .tuple(
    fc.constantFrom(...SAMPLES),
    fc.constantFrom(...SAMPLES),
    fc.nat(600),
    fc.nat(600),
    fc.constantFrom(' ', '\t', '\n', ''),
    fc.string({ unit: 'binary', maxLength: 30 }),
  )
  .map(
    ([one, two, from, to, blank, noise]) =>
      `${one}\n${two}`
        .slice(Math.min(from, 200))
        .slice(0, to)
        .replace(/ {2,}/g, blank === ' ' ? ' ' : `$&${blank}`) + noise,
  );
const anyText = fc.oneof(damaged, fc.string({ unit: 'binary', maxLength: 300 }), fc.constantFrom(...SAMPLES));

/** Lines between the pieces of a joined one that are no text of their own. */
const SKIPPED = /^(?:\s*(?:Events:\s*)?(?:<none>|No events\.?)?\s*|[\s-]+)$/;

const joinedFrom = (quote: Line, lines: readonly Line[]): boolean => {
  const given = lines.filter(({ number }) => number >= quote.number && number <= lastNumber(quote));
  return given.length > 0 && given.every(({ text }) => SKIPPED.test(text) || quote.text.includes(text));
};

describe.each(KINDS.map((kind) => [kind.name, kind] as const))('%s', (_, kind) => {
  test('never throws, and quotes lines that were given', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const lines = linesOf(text);
        kind.recognize(lines.slice(0, 12), { fromPath: {} });
        for (const [i, line] of lines.entries()) if (i > 0) kind.continues(line, { lines: lines.slice(0, i) });
        kind.begins?.(lines);
        kind.ends?.(lines);
        for (const { fact, quotes } of parseSample(kind, text).readings) {
          expect(quotes['']).toBeDefined();
          expect(Object.values(quotes).every((quote) => joinedFrom(quote, lines))).toBe(true);
          expect(fact.origin.line).toBeGreaterThan(0);
          expect(fact.origin.endLine).toBeLessThanOrEqual(lines.length);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('reads nothing from nothing', () => {
    expect(parseSample(kind, '').facts).toEqual([]);
  });

  test('takes time in proportion to the text', () => {
    const hostile = [
      'Name: x\nNamespace: y\nNode: z\n'.repeat(3000),
      'Events:\n'.repeat(8000),
      `NAME READY STATUS RESTARTS AGE\n${'a 1/1 Running 0 1d\n'.repeat(4000)}`,
      ' '.repeat(100_000),
      'a '.repeat(50_000),
      `Message: x\n${'State: Terminated\nMessage: x\n'.repeat(3000)}`,
      `apiVersion: v1\nkind: ConfigMap\ndata:\n${'  a: b\n'.repeat(5000)}`,
      `0/9 nodes are available: ${'1 Insufficient cpu, '.repeat(5000)}`,
    ];
    const started = performance.now();
    for (const text of hostile) {
      const lines = linesOf(text);
      for (let i = 1; i < lines.length; i += 97) kind.continues(lines[i] as Line, { lines: lines.slice(0, i) });
      kind.recognize(lines.slice(0, 12), { fromPath: {} });
      parseSample(kind, text);
      kind.ends?.(lines);
    }
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});

test('no text is claimed as unmistakable by two kinds', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect(claims(text).filter((claim) => claim.endsWith(' 3')).length).toBeLessThanOrEqual(1);
    }),
    { numRuns: 500 },
  );
});
