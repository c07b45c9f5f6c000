import type { CollectionFailureFact } from '../../facts/fact.ts';
import { known } from '../../facts/known.ts';

type AskedFor = Partial<Pick<CollectionFailureFact, 'resource' | 'namespace' | 'name'>>;

/** Which resource, which object of it, and which namespace a refusal names. */
export function askedFor(message: string): AskedFor {
  const namespace = /(?:\bin the namespace "|^No resources found in )([\w.-]{1,63})(?:"| namespace)/.exec(message)?.[1];
  return known<AskedFor>({ ...objectOf(message), namespace });
}

function objectOf(message: string): AskedFor {
  const [, resource, name] =
    /(?:^|: )([a-z]{1,60})(?:\.[\w.-]{1,200})? "([^"]{1,253})" (?:not found|is forbidden)/.exec(message) ?? [];
  if (resource !== undefined && name !== undefined) return { resource, name };
  const pod = /\bin pod "([^"]{1,253})"/.exec(message)?.[1];
  if (pod !== undefined) return { resource: 'pods', name: pod };
  const listed =
    /cannot \w{1,20} resource "([^"]{1,100})"/.exec(message)?.[1] ?? /resource type "([^"]{1,100})"/.exec(message)?.[1];
  return listed === undefined ? {} : { resource: listed };
}
