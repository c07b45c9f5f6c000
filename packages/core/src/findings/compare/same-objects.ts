import { podStem } from '../../facts/component.ts';
import { foldCase } from '../../rules/fold-case.ts';
import { valuesOf, type Bindings } from '../bindings.ts';
import type { World } from '../world.ts';

/** Whether two instances are about the same objects; a pod is the one of the same name, or its successor. */
export const areSameObjects = (a: Bindings, b: Bindings): boolean =>
  a.size === b.size && [...a].every(([name, values]) => isOneOf([...values.keys()], b.get(name)));

const isOneOf = (values: readonly string[], others: ReadonlyMap<string, string> | undefined): boolean =>
  others !== undefined &&
  values.every((value) => [...others.keys()].some((other) => other === value || isSuccessor(other, value)));

/** Of one workload, with another generated part. */
const isSuccessor = (name: string, before: string): boolean =>
  podStem(before) !== before && podStem(name) === podStem(before);

/**
 * Gives variables the values that the same objects have in another bundle: a generated pod name stands for whatever pods
 * of its workload are there.
 */
export function rebind(bindings: Bindings, world: World): Bindings {
  const names = podNames(world);
  return new Map(
    [...bindings].map(([variable, values]) => {
      const successors = [...values.keys()].flatMap((value) => names.filter((name) => isSuccessor(name, value)));
      return [variable, valuesOf([...values.values(), ...successors])] as const;
    }),
  );
}

/** Every pod that a bundle names, in small letters. */
const podNames = (world: World): readonly string[] => [
  ...new Set(
    [...world.of('pod'), ...world.of('event'), ...world.of('log-line'), ...world.of('dns-lookup')].flatMap(
      ({ fact }) => {
        const name = fact.kind === 'pod' ? fact.name : 'pod' in fact ? fact.pod : undefined;
        return typeof name === 'string' ? [foldCase(name)] : [];
      },
    ),
  ),
];
