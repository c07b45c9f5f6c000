import type { Container, EnvironmentSource, EnvironmentVariable, LastState, VolumeMount } from '../../facts/fact.ts';
import { known } from '../../facts/known.ts';
import { at, listAt, numberAt, someOf, textAt, textsAt, truthAt, type ApiValue } from './api-value.ts';

/** The containers of a pod under a key of its `spec`, each with what the key of its `status` says became of it. */
export function containersOf(pod: ApiValue, specs: string, statuses: string): readonly Container[] {
  const states = listAt(pod, 'status', statuses);
  return listAt(pod, 'spec', specs).flatMap((spec) => {
    const name = textAt(spec, 'name');
    const status = states.find((state) => textAt(state, 'name') === name);
    return name === undefined ? [] : [containerOf(name, spec, status)];
  });
}

function containerOf(name: string, spec: ApiValue, status: ApiValue): Container {
  const own = known<Container>({
    name,
    image: textAt(spec, 'image'),
    imageID: textAt(status, 'imageID'),
    containerID: textAt(status, 'containerID'),
    ready: truthAt(status, 'ready'),
    restartCount: numberAt(status, 'restartCount'),
    last: stateOf(at(status, 'lastState')),
    limits: textsAt(spec, 'resources', 'limits'),
    requests: textsAt(spec, 'resources', 'requests'),
    ports: someOf(listAt(spec, 'ports').map(portOf)),
    command: someOf(wordsAt(spec, 'command')),
    args: someOf(wordsAt(spec, 'args')),
    env: someOf(listAt(spec, 'env').flatMap(variableOf)),
    envFrom: someOf(listAt(spec, 'envFrom').flatMap(sourceOf)),
    mounts: someOf(listAt(spec, 'volumeMounts').flatMap(mountOf)),
  });
  return Object.assign(stateOf(at(status, 'state')) ?? {}, own);
}

const STATES = [
  ['waiting', 'Waiting'],
  ['running', 'Running'],
  ['terminated', 'Terminated'],
] as const;

function stateOf(state: ApiValue): LastState | undefined {
  const found = STATES.find(([key]) => at(state, key) !== undefined);
  if (found === undefined) return undefined;
  const [key, name] = found;
  return known<LastState>({
    state: name,
    reason: textAt(state, key, 'reason'),
    exitCode: numberAt(state, key, 'exitCode'),
    signal: numberAt(state, key, 'signal'),
    message: textAt(state, key, 'message'),
    startedAt: textAt(state, key, 'startedAt'),
    finishedAt: textAt(state, key, 'finishedAt'),
  });
}

const portOf = (port: ApiValue): string => `${textAt(port, 'containerPort')}/${textAt(port, 'protocol') ?? 'TCP'}`;

const wordsAt = (spec: ApiValue, key: string): readonly string[] =>
  listAt(spec, key).flatMap((word) => (typeof word === 'string' ? [word] : []));

/** Where a variable is taken from, and what it is called there. */
const VALUES = [
  ['fieldRef', 'field', 'fieldPath'],
  ['resourceFieldRef', 'resource', 'resource'],
  ['secretKeyRef', 'secret', 'key'],
  ['configMapKeyRef', 'config-map', 'key'],
] as const;

function variableOf(variable: ApiValue): readonly EnvironmentVariable[] {
  const name = textAt(variable, 'name');
  if (name === undefined) return [];
  const from = at(variable, 'valueFrom');
  const found = VALUES.find(([key]) => at(from, key) !== undefined);
  if (found === undefined) return [known<EnvironmentVariable>({ name, value: textAt(variable, 'value') })];
  const [key, source, inside] = found;
  const named = { ref: textAt(from, key, 'name'), optional: truthAt(from, key, 'optional') };
  return [known<EnvironmentVariable>({ name, source, key: textAt(from, key, inside), ...named })];
}

const SOURCES = [
  ['secretRef', 'secret'],
  ['configMapRef', 'config-map'],
] as const;

const sourceOf = (from: ApiValue): readonly EnvironmentSource[] =>
  SOURCES.flatMap(([key, source]) => {
    const ref = textAt(from, key, 'name');
    const told = { prefix: textAt(from, 'prefix'), optional: truthAt(from, key, 'optional') };
    return ref === undefined ? [] : [known<EnvironmentSource>({ source, ref, ...told })];
  });

function mountOf(mount: ApiValue): readonly VolumeMount[] {
  const [path, volume] = [textAt(mount, 'mountPath'), textAt(mount, 'name')];
  if (path === undefined || volume === undefined) return [];
  return [{ path, volume, readOnly: truthAt(mount, 'readOnly') === true }];
}
