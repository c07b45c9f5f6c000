import type { NodeFact, PodFact } from '../facts/fact.ts';
import type { FactSet, KnownFact } from '../facts/fact-set.ts';

/** A pod on the map, with how it is doing as far as its newest capture tells. */
export interface PodOnMap {
  readonly namespace?: string;
  readonly name: string;
  readonly health?: string;
}

/** A node on the map: what keeps pods away from it, and the pods on it. */
export interface NodeOnMap {
  readonly name: string;
  readonly taints: readonly string[];
  /** What of it is not as it should be, such as `NotReady` and `MemoryPressure`. */
  readonly troubles: readonly string[];
  readonly pods: readonly PodOnMap[];
  /** Pods on it that the list leaves out. */
  readonly more: number;
}

/** Where the pods are, what is tainted, and what waits for a node; by names. */
export interface ClusterMap {
  readonly nodes: readonly NodeOnMap[];
  readonly moreNodes: number;
  readonly unplaced: readonly PodOnMap[];
  readonly moreUnplaced: number;
}

const NODES = 40;
const PODS = 60;

/** The map of a cluster; undefined where the bundle shows no node, or no pod. */
export function clusterMapOf(facts: FactSet): ClusterMap | undefined {
  const nodes = newest(
    facts
      .of('node')
      .map(asNode)
      .filter((node) => node !== undefined),
  );
  if (nodes.length === 0) return undefined;
  const pods = newest(
    facts
      .of('pod')
      .map(asPod)
      .filter((pod) => pod !== undefined),
  );
  if (pods.length === 0) return undefined;
  const placed = nodes.map((node) => {
    const own = pods.filter(({ fact }) => fact.node === node.name);
    return { name: node.name, taints: taintsOf(node.fact), troubles: troublesOf(node.fact), ...shown(own, PODS) };
  });
  const waiting = shown(
    pods.filter(({ fact }) => !isPlaced(fact) && !isOver(fact)),
    PODS,
  );
  return {
    nodes: placed.slice(0, NODES),
    moreNodes: Math.max(placed.length - NODES, 0),
    unplaced: waiting.pods,
    moreUnplaced: waiting.more,
  };
}

interface Look<F> {
  readonly key: string;
  readonly name: string;
  readonly fact: F;
  readonly at: number;
}

const asNode = ({ fact, source }: KnownFact): Look<NodeFact> | undefined =>
  fact.kind === 'node' && fact.name !== undefined && fact.quoted !== true
    ? { key: fact.name, name: fact.name, fact, at: source.taken?.at ?? 0 }
    : undefined;

const asPod = ({ fact, source }: KnownFact): Look<PodFact> | undefined =>
  fact.kind === 'pod' && fact.name !== undefined && fact.quoted !== true
    ? { key: `${fact.namespace ?? ''}/${fact.name}`, name: fact.name, fact, at: source.taken?.at ?? 0 }
    : undefined;

/** Of each object what its captures tell, by name; where two tell the same field, the newer does. */
function newest<F extends object>(looks: readonly Look<F>[]): readonly Look<F>[] {
  const known = new Map<string, Look<F>>();
  for (const look of looks.toSorted((a, b) => a.at - b.at)) {
    const before = known.get(look.key);
    known.set(look.key, before === undefined ? look : { ...look, fact: { ...before.fact, ...look.fact } });
  }
  return [...known.values()].sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
}

const isPlaced = ({ node }: PodFact): boolean => node !== undefined && node !== '' && node !== '<none>';

const isOver = ({ health }: PodFact): boolean => health === 'completed';

const taintsOf = ({ taints }: NodeFact): readonly string[] => (taints ?? []).filter((taint) => taint !== '<none>');

function troublesOf({ status, conditions, unschedulable }: NodeFact): readonly string[] {
  const printed = (status ?? '').split(',').filter((word) => word !== '' && word !== 'Ready');
  const told = (conditions ?? []).flatMap(({ type, status: state }) =>
    type === 'Ready' ? (state === 'True' ? [] : ['NotReady']) : state === 'True' ? [type] : [],
  );
  return [...new Set([...printed, ...told, ...(unschedulable ? ['SchedulingDisabled'] : [])])].filter(
    (word): word is string => word !== undefined,
  );
}

/** The first pods, those in trouble before those that are well. */
function shown(looks: readonly Look<PodFact>[], most: number): { pods: readonly PodOnMap[]; more: number } {
  const pods = looks
    .map(({ name, fact: { namespace, health } }) => ({
      ...(namespace === undefined ? {} : { namespace }),
      name,
      ...(health === undefined ? {} : { health }),
    }))
    .sort((a, b) => weightOf(a.health) - weightOf(b.health));
  return { pods: pods.slice(0, most), more: Math.max(pods.length - most, 0) };
}

const ORDER = ['failing', 'stuck', 'starting', undefined, 'ready', 'completed'];

const weightOf = (health: string | undefined): number => ORDER.indexOf(health);
