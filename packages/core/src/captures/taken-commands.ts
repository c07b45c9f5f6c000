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
  return (text) => {
    const taken = known.get(text) ?? isTaken(text, facts);
    known.set(text, taken);
    return taken;
  };
}

function isTaken(text: string, facts: FactSet): boolean {
  const command = readCommand(text, 1);
  if (command?.program !== 'kubectl' || command.selector !== undefined) return false;
  if (command.verb === 'describe' && command.resource === 'pods') return describesPods(command, facts);
  return command.verb === 'get' && command.resource === 'events' && listsEvents(command, facts);
}

/** Each pod that was asked about is described; of a namespace, each pod that is known there. */
function describesPods({ names, namespace }: Command, facts: FactSet): boolean {
  const pods = facts.of('pod').filter((known) => isIn(namespace, known));
  const asked = names.length > 0 ? names : pods.flatMap(({ fact }) => nameOf(fact) ?? []);
  const described = new Set(
    pods.filter(({ source }) => source.kind === DESCRIBE && isWhole(source)).map(({ fact }) => nameOf(fact)),
  );
  return asked.length > 0 && asked.every((name) => described.has(name));
}

const DESCRIBE = 'kubectl describe pod';

const nameOf = (fact: Fact): string | undefined => ('name' in fact ? fact.name : undefined);

/** A list of events that is not known to be cut, with such of the namespace in it. */
const listsEvents = ({ namespace }: Command, facts: FactSet): boolean =>
  facts.of('event').some((known) => known.source.kind === EVENTS && isWhole(known.source) && isIn(namespace, known));

const EVENTS = 'kubectl get events';

const isWhole = ({ complete }: Source): boolean => complete !== 'no';

const isIn = (namespace: string | undefined, { fact }: KnownFact): boolean =>
  fact.quoted !== true && (namespace === undefined || !('namespace' in fact) || fact.namespace === namespace);
