import type { ConflictingObject } from '../../facts/fact.ts';
import { known } from '../../facts/known.ts';

/**
 * The objects that a text with single blanks says to exist already, each with the release that wants it and the one that
 * has it.
 *
 *     ServiceAccount "dapr-operator" in namespace "dapr-system" exists and cannot be imported into the current release:
 *     invalid ownership metadata; annotation validation error: key "meta.helm.sh/release-name" must equal "dapr-ext":
 *     current value is "dapr"
 *     existing resource conflict: namespace: shop, name: web, existing_kind: apps/v1, Kind=Deployment, new_kind: apps/v1, Kind=Deployment
 */
export const readConflicts = (text: string): readonly ConflictingObject[] => {
  const all = [...imported(text), ...OLD.flatMap((pattern) => named(text, pattern)), ...named(text, PLAIN)];
  const once = new Map(all.slice(0, MAX_OBJECTS).map((one) => [JSON.stringify(one), one]));
  return [...once.values()];
};

const MAX_OBJECTS = 100;

const IMPORTED =
  /\b([A-Z]\w{1,80}) "([^"]{1,253})" in namespace "([^"]{0,63})" exists and cannot be imported into the current release/g;

function* imported(text: string): Generator<ConflictingObject, void, undefined> {
  const found = [...text.matchAll(IMPORTED)];
  for (const [i, match] of found.entries()) {
    const [whole, kind, name = '', namespace] = match;
    const owners = text.slice(match.index + whole.length, found[i + 1]?.index).slice(0, MAX_OWNERS);
    yield conflict({ kind, name, namespace, ...ownersIn(owners) });
  }
}

const MAX_OWNERS = 4000;

const OWNER =
  /missing key "([^"]{1,200})": must be set to "([^"]{0,200})"|key "([^"]{1,200})" must equal "([^"]{0,200})": current value is "([^"]{0,200})"/g;

type Owners = Pick<ConflictingObject, 'wantedRelease' | 'wantedNamespace' | 'currentRelease' | 'currentNamespace'>;

const ownersIn = (text: string): Owners => {
  const values = new Map<string, { wanted: string | undefined; current: string | undefined }>();
  for (const [, missing, set, key, wanted, current] of text.matchAll(OWNER)) {
    const name = (missing ?? key ?? '').replace('meta.helm.sh/', '');
    if (!values.has(name)) values.set(name, { wanted: set ?? wanted, current });
  }
  const release = values.get('release-name');
  const namespace = values.get('release-namespace');
  return known<Owners>({
    wantedRelease: release?.wanted,
    wantedNamespace: namespace?.wanted,
    currentRelease: release?.current,
    currentNamespace: namespace?.current,
  });
};

/** Helm 3.0 and 3.1. */
const OLD: readonly RegExp[] = [
  /\bexisting resource conflict: kind: (?<kind>\w{1,100}), namespace: (?<namespace>[a-z0-9-]{0,63}), name: (?<name>[^\s,;\]}]{1,253})/gi,
  /\bexisting resource conflict: namespace: (?<namespace>[a-z0-9-]{0,63}), name: (?<name>[^\s,;\]}]{1,253}), existing_kind: [^,]{0,200}, Kind=(?<kind>\w{1,100})/gi,
];

/** What the API server says; its name of the kind is the plural. */
const PLAIN =
  /\b(?<kind>[a-z][a-z0-9-]{0,60}s(?:\.[a-z0-9.-]{1,200})?) "(?!sh\.helm\.release\.)(?<name>[^"]{1,253})" already exists/g;

const named = (text: string, pattern: RegExp): readonly ConflictingObject[] =>
  [...text.matchAll(pattern)].map(({ groups = {} }) =>
    conflict({ kind: groups['kind'], name: groups['name'] ?? '', namespace: groups['namespace'] }),
  );

const conflict = (
  fields: Pick<ConflictingObject, 'name'> & {
    readonly [K in keyof ConflictingObject]?: ConflictingObject[K] | undefined;
  },
): ConflictingObject => {
  const { kind, name, namespace, wantedRelease, wantedNamespace, currentRelease, currentNamespace } = fields;
  const owners = { wantedRelease, wantedNamespace, currentRelease, currentNamespace };
  return known<ConflictingObject>({ kind, name, namespace: namespace === '' ? undefined : namespace, ...owners });
};
