import type { Line } from '../bundle/line.ts';
import type { CollectionFailureFact } from '../facts/fact.ts';
import type { CaptureKind } from './capture.ts';
import { askedFor } from './text/asked-for.ts';
import { originOf } from './text/origin.ts';

/**
 * What a collector says it could not collect: `*-errors.json`, `skipped-collectors.json`, `bundleGenerationError.log`.
 *
 *     ["pods is forbidden: User \"support\" cannot list resource \"pods\" in API group \"\" in the namespace \"shop\""]
 *     {"collector": "logs/shop", "reason": "insufficient permissions", "errors": ["cannot list pods"]}
 *     failed to list pods in namespace shop: pods is forbidden
 */
export const collectorFailures: CaptureKind = {
  name: 'collector errors',
  recognize: (lines, { fromPath }) => (fromPath.failures === true && lines[0]?.text.trim() !== '' ? 3 : 0),
  continues: () => true,
  *parse(lines, { path }) {
    let key: string | undefined;
    for (const line of lines) {
      for (const said of saidIn(line, key)) {
        key = said.key;
        if (said.message === undefined || !isMessage(said.message, key)) continue;
        const fact: CollectionFailureFact = {
          kind: 'collection-failure',
          origin: originOf(path, line),
          reason: 'collector',
          message: said.message,
          ...placeOf(path),
          ...askedFor(said.message),
          ...namespaceIn(said.message, key),
        };
        yield { fact, quotes: { '': line } };
      }
    }
  },
};

/** What the path tells of what is missing: a sort of objects, or the log of a container. */
function placeOf(path: string): Pick<CollectionFailureFact, 'resource' | 'namespace' | 'name'> {
  const { namespace, pod, resource } = PLACE.exec(path)?.groups ?? {};
  if (pod !== undefined && namespace !== undefined) return { resource: 'pods', namespace, name: pod };
  return resource === undefined ? {} : { resource };
}

const PLACE =
  /(?:^|\/)cluster-resources\/(?:pods\/logs\/(?<namespace>[a-z0-9-]{1,63})\/(?<pod>[a-z0-9.-]{1,253})\/[^/]{1,80}-logs-errors\.log|(?<resource>[a-z-]{2,60})-errors\.json)$/;

/** A map of failures has the namespaces for keys. */
const namespaceIn = (message: string, key: string | undefined): { readonly namespace?: string } => {
  const named = key !== undefined && !KEYS.has(key) && /^[a-z0-9][a-z0-9-]{0,62}$/.test(key) ? key : undefined;
  const namespace = /\bin (?:the )?namespace "?([a-z0-9-]{1,63})"?/.exec(message)?.[1] ?? named;
  return namespace === undefined ? {} : { namespace };
};

/** The keys that the records of collectors have; what stands under the first is no message. */
const NO_MESSAGES: ReadonlySet<string> = new Set(['collector', 'timestamp', 'name', 'namespace', 'kind']);
const KEYS: ReadonlySet<string> = new Set([...NO_MESSAGES, 'reason', 'errors', 'error', 'message']);

/** One word is one only under the name of what failed. */
const isMessage = (message: string, key: string | undefined): boolean =>
  key === undefined ? /\S\s+\S/.test(message) : !NO_MESSAGES.has(key) && message.trim() !== '';

interface Said {
  /** The key of JSON that it stands under, also in a line above. */
  readonly key: string | undefined;
  readonly message?: string;
}

/** Of JSON its keys and texts in order; of other text the line. */
function* saidIn({ text }: Line, above: string | undefined): Generator<Said, void, undefined> {
  if (!/^\s*["[{\]}]/.test(text)) {
    if (text.trim() !== '') yield { key: undefined, message: text.trim() };
    return;
  }
  let key = above;
  for (const [, quoted = '', colon] of text.slice(0, LONGEST_TEXT).matchAll(JSON_TEXT)) {
    if (colon === undefined) yield { key, message: unquoted(quoted) };
    else {
      key = unquoted(quoted);
      yield { key };
    }
  }
}

const LONGEST_TEXT = 64 * 1024;

/** A text of JSON, and the colon that makes it a key. */
const JSON_TEXT = /("(?:[^"\\]|\\.){0,2000}")(\s{0,9}:)?/g;

function unquoted(text: string): string {
  try {
    return String(JSON.parse(text));
  } catch {
    return text.slice(1, -1);
  }
}
