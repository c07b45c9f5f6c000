import type { PathHint } from './capture.ts';
import type { MemberRead } from './read-member.ts';

type Parted = Pick<PathHint, 'namespace' | 'pod'>;

/** The pods that a bundle lists, by the name that a collector makes of namespace and pod. */
export const joinedNames = (members: readonly MemberRead[]): ReadonlyMap<string, Parted> =>
  new Map(
    members.flatMap(({ readings }) =>
      readings.flatMap(({ fact }) => {
        if (fact.kind !== 'pod' || fact.namespace === undefined || fact.name === undefined) return [];
        const { namespace, name: pod } = fact;
        return [[`${namespace}-${pod}`, { namespace, pod }] as const];
      }),
    ),
  );

/**
 * Namespace and pod of a log that is named after both, where the list of pods tells at which dash to part them.
 *
 *     rke2/podlogs/cattle-system-rancher-6b8d8bd55c-k4h2z-previous
 */
export const partedName = (path: string, joined: ReadonlyMap<string, Parted>): Parted | undefined =>
  joined.get(JOINED.exec(path)?.[1] ?? '');

const JOINED = /(?:^|\/)podlogs\/([^/]{3,320}?)(?:-previous)?$/;
