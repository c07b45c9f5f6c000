import type { FactSet, KnownFact, Source } from '../facts/fact-set.ts';
import type { Fact } from '../facts/fact.ts';
import type { Command } from './capture.ts';
import { readCommand } from './read-command.ts';

/**
 * Says whether a bundle already holds what a `kubectl describe pods` or `kubectl get events` would print, so that it need
 * not be asked for again: also where no command line tells what its captures were taken with.
 */
export function takenCommands(facts: FactSet): (command: string) => boolean {
  const known = new Map<string, boolean>();
  const namespaces = new Map<string | undefined, PodsOfNamespace>();
  const podsOf = (namespace: string | undefined): PodsOfNamespace => {
    const pods = namespaces.get(namespace) ?? podsIn(namespace, facts);
    namespaces.set(namespace, pods);
    return pods;
  };
  return (text) => {
    const taken = known.get(text) ?? isTaken(text, { facts, podsOf });
    known.set(text, taken);
    return taken;
  };
}

/** Names of the pods that are known in a namespace, and of those that are described. */
interface PodsOfNamespace {
  readonly all: readonly string[];
  readonly described: ReadonlySet<string>;
}

interface Captured {
  readonly facts: FactSet;
  /** Found once for each namespace: thousands of commands can be asked about. */
  readonly podsOf: (namespace: string | undefined) => PodsOfNamespace;
}

function isTaken(text: string, { facts, podsOf }: Captured): boolean {
  const command = readCommand(text, 1);
  if (command?.program !== 'kubectl' || command.selector !== undefined) return false;
  if (command.verb === 'describe' && command.resource === 'pods')
    return describesPods(command, podsOf(command.namespace));
  return command.verb === 'get' && command.resource === 'events' && listsEvents(command, facts);
}

/** Each pod that was asked about is described; of a namespace, each pod that is known there. */
function describesPods({ names }: Command, { all, described }: PodsOfNamespace): boolean {
  const asked = names.length > 0 ? names : all;
  return asked.length > 0 && asked.every((name) => described.has(name));
}

function podsIn(namespace: string | undefined, facts: FactSet): PodsOfNamespace {
  const pods = facts.of('pod').filter((known) => isIn(namespace, known));
  const describing = pods.filter(({ source }) => source.kind === DESCRIBE && isWhole(source));
  return { all: namesOf(pods), described: new Set(namesOf(describing)) };
}

const namesOf = (pods: readonly KnownFact[]): readonly string[] => pods.flatMap(({ fact }) => nameOf(fact) ?? []);

const DESCRIBE = 'kubectl describe pod';

const nameOf = (fact: Fact): string | undefined => ('name' in fact ? fact.name : undefined);

/** A list of events that is not known to be cut, with such of the namespace in it. */
const listsEvents = ({ namespace }: Command, facts: FactSet): boolean =>
  facts.of('event').some((known) => known.source.kind === EVENTS && isWhole(known.source) && isIn(namespace, known));

const EVENTS = 'kubectl get events';

const isWhole = ({ complete }: Source): boolean => complete !== 'no';

const isIn = (namespace: string | undefined, { fact }: KnownFact): boolean =>
  fact.quoted !== true && (namespace === undefined || !('namespace' in fact) || fact.namespace === namespace);
