import type { Line } from '../bundle/line.ts';
import type { CollectionFailureFact } from '../facts/fact.ts';
import type { CaptureKind } from './capture.ts';
import { objectOf } from './collection-failure.ts';
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
    for (const line of lines) {
      for (const message of messagesIn(line)) {
        const fact: CollectionFailureFact = {
          kind: 'collection-failure',
          origin: originOf(path, line),
          reason: 'collector',
          message,
          ...placeOf(path),
          ...objectOf(message),
          ...namespaceIn(message),
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

const namespaceIn = (message: string): { readonly namespace?: string } => {
  const namespace = /\bin (?:the )?namespace "?([a-z0-9-]{1,63})"?/.exec(message)?.[1];
  return namespace === undefined ? {} : { namespace };
};

/** Of JSON each text that has words; of other text the line. */
function messagesIn({ text }: Line): readonly string[] {
  if (/^\s*["[{\]}]/.test(text)) {
    const texts = [...text.slice(0, LONGEST_TEXT).matchAll(JSON_TEXT)].map(([all]) => unquoted(all));
    return texts.filter((message) => /\S\s+\S/.test(message));
  }
  return text.trim() === '' ? [] : [text.trim()];
}

const LONGEST_TEXT = 64 * 1024;

/** A text of JSON that is no key. */
const JSON_TEXT = /"(?:[^"\\]|\\.){0,2000}"(?!\s{0,9}:)/g;

function unquoted(text: string): string {
  try {
    return String(JSON.parse(text));
  } catch {
    return text.slice(1, -1);
  }
}
