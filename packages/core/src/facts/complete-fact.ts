import { isoOf, momentBefore, type Moment } from './capture-time.ts';
import { componentOf } from './component.ts';
import { containerStates } from './container-states.ts';
import { extensionOf } from './extension.ts';
import type {
  CollectionFailureFact,
  ConfigMapFact,
  DnsLookupFact,
  EventFact,
  Fact,
  LogLineFact,
  NodeFact,
  OperationErrorFact,
  PodFact,
  WorkloadFact,
} from './fact.ts';
import { healthOf } from './health.ts';
import { known, withKnown } from './known.ts';
import { releaseOf } from './release.ts';
import { timeOfClock } from './time-of-clock.ts';
import { unavailableOf, workloadOf, workloadsOf } from './workload.ts';

/** What a command line says of the objects its output is about. */
export interface CommandAbout {
  readonly verb?: string;
  readonly resource?: string;
  readonly names: readonly string[];
  readonly namespace?: string;
  readonly container?: string;
  readonly previous?: true;
}

/** What a path says of the objects a file is about. */
export interface PathAbout {
  readonly namespace?: string;
  readonly pod?: string;
  readonly container?: string;
  readonly previous?: true;
  readonly log?: true;
}

/** What is known of a fact beside the text it was read from. */
export interface FactAbout {
  readonly command?: CommandAbout;
  readonly fromPath: PathAbout;
  /** When its capture was taken. */
  readonly taken?: Moment;
}

/**
 * Fills what the text left out: names from the command line, then from the path; the component, the extension, the
 * health; the time of an event from its age. What the text says is never changed.
 */
export const completeFact = (fact: Fact, about: FactAbout): Fact => {
  switch (fact.kind) {
    case 'pod':
      return completePod(fact, about);
    case 'event':
      return completeEvent(fact, about);
    case 'log-line':
      return completeLogLine(fact, about);
    case 'node':
    case 'config-map':
      return completeNamed(fact, about);
    case 'workload':
      return completeWorkload(fact, about);
    case 'collection-failure':
      return completeFailure(fact, about);
    case 'dns-lookup':
      return fact.pod === undefined ? fact : completeLookup(fact, fact.pod, about);
    case 'operation-error':
      return known<OperationErrorFact>({ ...fact, workloads: fact.workloads ?? workloadsOf(fact) });
    default:
      return fact;
  }
};

/** A log that could not be had is that of the pod whose file it was to be. */
const completeFailure = (fact: CollectionFailureFact, { command, fromPath }: FactAbout): Fact => {
  const namespace = fact.namespace ?? command?.namespace ?? fromPath.namespace;
  const pod = fact.resource === undefined ? fromPath.pod : undefined;
  return known<CollectionFailureFact>({
    ...fact,
    namespace,
    ...(pod === undefined ? {} : { resource: 'pods', name: fact.name ?? pod }),
  });
};

/** A lookup inside a pod stands in the namespace that its command names. */
const completeLookup = (fact: DnsLookupFact, pod: string, { command }: FactAbout): Fact =>
  known<DnsLookupFact>({
    ...fact,
    namespace: fact.namespace ?? command?.namespace,
    component: fact.component ?? componentOf({ pod }),
  });

const completePod = (fact: PodFact, about: FactAbout): Fact => {
  const namespace = fact.namespace ?? about.command?.namespace ?? about.fromPath.namespace;
  const name = fact.name ?? describedName(about.command, 'pods');
  const component = fact.component ?? componentOf({ pod: name, labels: fact.labels });
  const extension = fact.extension ?? extensionOf({ labels: fact.labels, namespace });
  const health = fact.health ?? healthOf(fact);
  const release = fact.release ?? releaseOf(fact);
  const workload = fact.workload ?? workloadOf({ pod: name });
  const { waits, ends } = containerStates(fact);
  return withKnown<PodFact>(fact, { namespace, name, component, extension, release, workload, health, waits, ends });
};

const completeWorkload = (fact: WorkloadFact, about: FactAbout): Fact => {
  const namespace = fact.namespace ?? about.command?.namespace ?? about.fromPath.namespace;
  const { objectKind, name, labels } = fact;
  const workload = fact.workload ?? workloadOf({ objectKind, objectName: name });
  return withKnown<WorkloadFact>(fact, {
    namespace,
    unavailable: fact.unavailable ?? unavailableOf(fact),
    component: fact.component ?? componentOf({ pod: workload, labels }),
    extension: fact.extension ?? extensionOf({ labels, namespace }),
    release: fact.release ?? releaseOf(fact),
    workload,
  });
};

/** An event that a log tells of is about another pod than the one that wrote the log. */
const completeEvent = (fact: EventFact, about: FactAbout): Fact => {
  const ofLog = about.command?.verb === 'logs' || (about.command === undefined && about.fromPath.log === true);
  const event = ofLog ? fact : withObject(fact, about);
  const { namespace, pod } = event;
  const workload = event.workload ?? workloadOf(event);
  return withKnown<EventFact>(event, {
    component: event.component ?? componentOf({ pod: pod ?? workload }),
    extension: event.extension ?? extensionOf({ namespace }),
    workload,
    ...timesOf(event, about.taken),
  });
};

const withObject = (fact: EventFact, { command, fromPath }: FactAbout): EventFact => {
  const namespace = fact.namespace ?? command?.namespace ?? fromPath.namespace;
  const name = fact.object === undefined ? describedName(command, 'pods') : undefined;
  const object =
    name === undefined ? undefined : { object: `Pod/${name}`, objectKind: 'pod', objectName: name, pod: name };
  return withKnown<EventFact>(fact, { namespace, ...object });
};

type Times = Pick<EventFact, 'time' | 'reckoned' | 'earliest' | 'latest'>;

/** An age becomes a time by when it was printed, as sure as that is. */
const timesOf = ({ time, age = '', ageSeconds }: EventFact, taken: Moment | undefined): Times => {
  if (time !== undefined || ageSeconds === undefined || taken === undefined) return known<Times>({ time });
  const { at, earliest, latest } = momentBefore(taken, { seconds: ageSeconds, text: age });
  const reckoned = isoOf(at);
  return reckoned === undefined
    ? {}
    : known<Times>({ time: reckoned, reckoned: true, earliest: isoOf(earliest), latest: isoOf(latest) });
};

const completeLogLine = (fact: LogLineFact, about: FactAbout): Fact => {
  const { named, ...stream } = streamAbout(about);
  const line = withKnown<LogLineFact>(fact, lacking(stream, fact));
  return withKnown<LogLineFact>(line, {
    time: fact.time ?? (fact.clock === undefined ? undefined : timeOfClock(fact.clock, about.taken)),
    component: fact.component ?? componentOfLog(line, line.pod ?? named),
    extension: fact.extension ?? extensionOf({ agent: fact.agent, namespace: line.namespace }),
    ...clusterOf(armIdOf(fact) ?? ''),
  });
};

/** What a command line and a path say of a log, the same for each of its thousands of entries. */
const streamAbout = (about: FactAbout): Stream => {
  const before = streams.get(about);
  if (before) return before;
  const { namespace, pod, container, previous } = about.fromPath;
  const asked = about.command?.verb === 'logs' ? streamOf(about.command) : {};
  const stream = { ...known<Stream>({ namespace, pod, container, previous }), ...asked };
  streams.set(about, stream);
  return stream;
};

const streams = new WeakMap<FactAbout, Stream>();

/** Of some fields those that a fact does not have. */
const lacking = (fields: Stream, fact: LogLineFact): Stream => {
  const missing: Record<string, unknown> = {};
  for (const [field, value] of Object.entries(fields)) if (!Object.hasOwn(fact, field)) missing[field] = value;
  return missing as Stream;
};

/** The cluster that the agents of a record serve; Azure writes the id's words in any case. */
const clusterOf = (armId: string): Pick<LogLineFact, 'resourceGroup' | 'cluster'> => {
  const [, resourceGroup, cluster] = CLUSTER_ID.exec(armId) ?? [];
  return known<Pick<LogLineFact, 'resourceGroup' | 'cluster'>>({ resourceGroup, cluster });
};

const CLUSTER_ID =
  /\/resourcegroups\/([^/]{1,90})\/providers\/microsoft\.[a-z]{1,40}\/(?:managed|connected|provisioned)clusters\/([^/\s]{1,253})/i;

type Stream = Pick<LogLineFact, 'namespace' | 'pod' | 'container' | 'previous'> & { readonly named?: string };

/** `kubectl logs POD CONTAINER` is the short form of `-c CONTAINER`; several pods in one command name none. */
const streamOf = ({ names, namespace, resource, container, previous }: CommandAbout): Stream => {
  const [named, second] = names.length <= 2 ? names.map((name) => name || undefined) : [];
  return known<Stream>({ namespace, pod: podName(named, resource), container: container ?? second, previous, named });
};

/** A command line that names what it reads is better than the name of the file its output was saved to. */
const componentOfLog = (fact: LogLineFact, pod: string | undefined): string | undefined => {
  const { agent, message, origin } = fact;
  return componentOf({ pod, agent, armId: armIdOf(fact), message, path: pod === undefined ? origin.path : undefined });
};

const armIdOf = ({ fields }: LogLineFact): string | undefined =>
  fields !== undefined && Object.hasOwn(fields, 'ArmId') ? fields['ArmId'] : undefined;

const completeNamed = (fact: NodeFact | ConfigMapFact, { command }: FactAbout): Fact => {
  if (fact.kind === 'node') return known<NodeFact>({ ...fact, name: fact.name ?? describedName(command, 'nodes') });
  const alone = command?.verb === 'get' && command.resource === 'configmaps' && command.names.length === 1;
  const name = fact.name ?? ((alone && command.names[0]) || undefined);
  return known<ConfigMapFact>({ ...fact, name, namespace: fact.namespace ?? command?.namespace });
};

/** A describe of one object by name says whose the text is, even where its head is cut off. */
const describedName = (command: CommandAbout | undefined, resource: string): string | undefined => {
  if (command?.verb !== 'describe' || command.names.length !== 1 || command.resource !== resource) return undefined;
  return command.names[0]?.replace(/^[a-z.]{1,60}\//, '') || undefined;
};

/** `kubectl logs deployment/web` names no pod. */
const podName = (name: string | undefined, resource: string | undefined): string | undefined => {
  if (name === undefined || (resource !== undefined && resource !== 'pods')) return undefined;
  const [, kind = 'pod', own = name] = /^([a-z.]{1,60})\/(.*)$/.exec(name) ?? [];
  return /^(?:po|pods?)$/.test(kind) ? own : undefined;
};
