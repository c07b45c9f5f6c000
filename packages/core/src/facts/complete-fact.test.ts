import { describe, expect, test } from 'vitest';
import { completeFact } from './complete-fact.ts';
import type { EventFact, Fact, LogLineFact, PodFact } from './fact.ts';

const origin = { path: 'captures/001.txt', line: 4, endLine: 4 };
const nowhere = { fromPath: {} };

describe('a pod', () => {
  const row: PodFact = {
    kind: 'pod',
    origin,
    name: 'extension-agent-55d4f4795f-sqx7q',
    status: 'Running',
    ready: '2/2',
  };

  test('gets component and health from what the text says', () => {
    expect(completeFact(row, nowhere)).toEqual({
      ...row,
      component: 'extension-agent',
      workload: 'extension-agent',
      health: 'ready',
    });
  });

  test('gets its namespace from the command line, then from the path, never over the text', () => {
    const command = { verb: 'get', resource: 'pods', names: [], namespace: 'dapr-system' };
    expect(completeFact(row, { command, fromPath: { namespace: 'shop' } })).toMatchObject({
      namespace: 'dapr-system',
      extension: 'microsoft.dapr',
    });
    expect(completeFact(row, { fromPath: { namespace: 'shop' } })).toMatchObject({ namespace: 'shop' });
    expect(completeFact({ ...row, namespace: 'kube-system' }, { command, fromPath: {} })).toMatchObject({
      namespace: 'kube-system',
    });
  });

  test('gets its name only from a describe of exactly one', () => {
    const headless: PodFact = { kind: 'pod', origin, status: 'Pending' };
    const command = { verb: 'describe', resource: 'pods', names: ['web-0'] };
    expect(completeFact(headless, { command, fromPath: {} })).toMatchObject({ name: 'web-0' });
    expect(
      completeFact(headless, { command: { ...command, names: ['web-0', 'web-1'] }, fromPath: {} }),
    ).not.toHaveProperty('name');
    expect(completeFact(headless, { command: { ...command, verb: 'get' }, fromPath: {} })).not.toHaveProperty('name');
    expect(completeFact(headless, { command: { ...command, resource: 'jobs' }, fromPath: {} })).not.toHaveProperty(
      'name',
    );
  });
});

describe('an event', () => {
  const event: EventFact = { kind: 'event', origin, reason: 'FailedScheduling', ageSeconds: 18 };
  const at = Date.UTC(2026, 10, 23, 7, 0, 18);
  const taken = { at, earliest: at, latest: at };

  test('of a describe without its head is about the pod the command names', () => {
    const command = {
      verb: 'describe',
      resource: 'pods',
      names: ['extension-agent-55d4f4795f-sqx7q'],
      namespace: 'kube-system',
    };
    expect(completeFact(event, { command, fromPath: {}, taken })).toEqual({
      ...event,
      namespace: 'kube-system',
      object: 'Pod/extension-agent-55d4f4795f-sqx7q',
      objectKind: 'pod',
      objectName: 'extension-agent-55d4f4795f-sqx7q',
      pod: 'extension-agent-55d4f4795f-sqx7q',
      component: 'extension-agent',
      workload: 'extension-agent',
      time: '2026-11-23T07:00:00.000Z',
      reckoned: true,
      earliest: '2026-11-23T06:59:59.000Z',
      latest: '2026-11-23T07:00:00.000Z',
    });
  });

  test('in a log is not about the pod that wrote it', () => {
    const command = {
      verb: 'logs',
      resource: 'pods',
      names: ['extension-agent-55d4f4795f-sqx7q'],
      namespace: 'kube-system',
    };
    expect(completeFact(event, { command, fromPath: {} })).toEqual(event);
    expect(
      completeFact(event, {
        fromPath: { log: true, namespace: 'kube-system', pod: 'extension-agent-55d4f4795f-sqx7q' },
      }),
    ).toEqual(event);
  });

  test('keeps its own time, and an age beyond all dates gives none', () => {
    expect(completeFact({ ...event, time: '2026-01-01T00:00:00Z' }, { fromPath: {}, taken })).toMatchObject({
      time: '2026-01-01T00:00:00Z',
    });
    expect(completeFact({ ...event, ageSeconds: 1e18 }, { fromPath: {}, taken })).not.toHaveProperty('time');
  });
});

test('the time of an event is as sure as the time of its capture', () => {
  const event: EventFact = { kind: 'event', origin, age: '50m', ageSeconds: 3000 };
  const at = Date.UTC(2026, 10, 23, 8);
  expect(completeFact(event, { fromPath: {}, taken: { at, earliest: at } })).toEqual({
    ...event,
    time: '2026-11-23T07:10:00.000Z',
    reckoned: true,
    earliest: '2026-11-23T07:09:00.000Z',
  });
});

describe('a log line', () => {
  const line: LogLineFact = { kind: 'log-line', origin, text: 'ready', message: 'ready' };

  test('is of the pod, container and run the command names', () => {
    const command = {
      verb: 'logs',
      resource: 'pods',
      names: ['extension-agent-55d4f4795f-sqx7q'],
      namespace: 'kube-system',
      container: 'manager',
      previous: true as const,
    };
    expect(completeFact(line, { command, fromPath: {} })).toEqual({
      ...line,
      namespace: 'kube-system',
      pod: 'extension-agent-55d4f4795f-sqx7q',
      container: 'manager',
      previous: true,
      component: 'extension-agent',
    });
  });

  test('of a deployment has a component but no pod', () => {
    const command = { verb: 'logs', resource: 'deployments', names: ['extension-agent'], namespace: 'kube-system' };
    expect(completeFact(line, { command, fromPath: {} })).toEqual({
      ...line,
      namespace: 'kube-system',
      component: 'extension-agent',
    });
    const slashed = { verb: 'logs', names: ['deploy/extension-agent'] };
    expect(completeFact(line, { command: slashed, fromPath: {} })).toEqual({ ...line, component: 'extension-agent' });
  });

  test('has its container as a second name', () => {
    const command = { verb: 'logs', resource: 'pods', names: ['web-0', 'nginx'] };
    expect(completeFact(line, { command, fromPath: {} })).toEqual({ ...line, pod: 'web-0', container: 'nginx' });
  });

  test('is of the pod and container the path names', () => {
    const fromPath = {
      namespace: 'kube-system',
      pod: 'extension-operator-56c8d5f96c-nvt7x',
      container: 'manager',
      log: true as const,
    };
    expect(completeFact(line, { fromPath })).toMatchObject({
      ...line,
      namespace: 'kube-system',
      container: 'manager',
      component: 'extension-operator',
    });
  });

  test('has the component, extension and cluster of its record', () => {
    const record = {
      ...line,
      agent: 'ExtensionController microsoft.dapr:1.14.4',
      fields: {
        ArmId: '/subscriptions/x/resourceGroups/shop-rg/providers/Microsoft.ContainerService/managedclusters/shop',
      },
    };
    expect(completeFact(record, nowhere)).toMatchObject({
      component: 'extension-operator',
      extension: 'microsoft.dapr',
      resourceGroup: 'shop-rg',
      cluster: 'shop',
    });
  });
});

test('a lookup inside a pod has the component of the pod', () => {
  const lookup: Fact = { kind: 'dns-lookup', origin, client: 'bind', pod: 'extension-agent-55d4f4795f-sqx7q' };
  expect(completeFact(lookup, nowhere)).toMatchObject({ component: 'extension-agent' });
});

test('a config map and a node get the one name of their command', () => {
  const map: Fact = { kind: 'config-map', origin };
  const command = { verb: 'get', resource: 'configmaps', names: ['coredns-custom'], namespace: 'kube-system' };
  expect(completeFact(map, { command, fromPath: {} })).toEqual({
    ...map,
    name: 'coredns-custom',
    namespace: 'kube-system',
  });
  const node: Fact = { kind: 'node', origin };
  expect(
    completeFact(node, { command: { verb: 'describe', resource: 'nodes', names: ['node/a-0'] }, fromPath: {} }),
  ).toEqual({ ...node, name: 'a-0' });
});

test('other facts stay as they are', () => {
  const object: Fact = { kind: 'object', origin, objectKind: 'secret', name: 'x' };
  expect(completeFact(object, nowhere)).toBe(object);
});

test('a failure to collect is of the namespace that the command names', () => {
  const failure: Fact = { kind: 'collection-failure', origin, reason: 'none', message: 'No resources found' };
  expect(completeFact(failure, nowhere)).toEqual(failure);
  const command = { verb: 'get', resource: 'pods', names: [], namespace: 'shop' };
  expect(completeFact(failure, { command, fromPath: {} })).toEqual({ ...failure, namespace: 'shop' });
});

test('the error of an operation names the workloads it is about', () => {
  const error: Fact = { kind: 'operation-error', origin, message: 'x', notReady: [{ name: 'dapr-operator' }] };
  expect(completeFact(error, nowhere)).toEqual({ ...error, workloads: ['dapr-operator'] });
});
