import type { PathHint } from './capture.ts';
import type { MemberRead } from './read-member.ts';

type Parted = Pick<PathHint, 'namespace' | 'pod'>;

/**
 * Tells namespace and pod of a log that is named after both, where the list of pods tells at which dash to part them. Few
 * bundles have such a log, and the names are joined only for one.
 *
 *     rke2/podlogs/cattle-system-rancher-6b8d8bd55c-k4h2z-previous
 */
export function partedNames(members: readonly MemberRead[]): (path: string) => Parted | undefined {
  let joined: ReadonlyMap<string, Parted> | undefined;
  return (path) => {
    const name = JOINED.exec(path)?.[1];
    return name === undefined ? undefined : (joined ??= joinedNames(members)).get(name);
  };
}

const JOINED = /(?:^|\/)podlogs\/([^/]{3,320}?)(?:-previous)?$/;

/** The pods that a bundle lists, by the name that a collector makes of namespace and pod. */
const joinedNames = (members: readonly MemberRead[]): ReadonlyMap<string, Parted> =>
  new Map(
    members.flatMap(({ readings }) =>
      readings.flatMap(({ fact }) => {
        if (fact.kind !== 'pod' || fact.namespace === undefined || fact.name === undefined) return [];
        const { namespace, name: pod } = fact;
        return [[`${namespace}-${pod}`, { namespace, pod }] as const];
      }),
    ),
  );
