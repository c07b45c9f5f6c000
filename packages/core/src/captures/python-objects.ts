import type { Line } from '../bundle/line.ts';
import type { CaptureContext, CaptureKind, Reading } from './capture.ts';
import { objectReading } from './text/api-object.ts';
import type { ApiValue } from './text/api-value.ts';
import { readPythonLiteral } from './text/python-literal.ts';

/**
 * Objects as Python prints them, which `az connectedk8s troubleshoot` saves: events one a line, pods and deployments over
 * many lines, a value or a key of the next level on each.
 *
 *     {'apiVersion': 'v1', 'count': 3, 'eventTime': None, 'involvedObject': {'kind': 'Pod', 'name': 'config-agent-0', ...
 *     {'api_version': None,
 *      'kind': None,
 *      'metadata': {'annotations': None,
 */
export const pythonObjects: CaptureKind = {
  name: 'objects of Python',
  recognize: (lines) => (BEGINS.test(lines[0]?.text ?? '') && lines.some(({ text }) => KEYS.test(text)) ? 3 : 0),
  continues: ({ text }) => text.trim() === '' || BEGINS.test(text) || GOES_ON.test(text),
  *parse(lines, context) {
    let group: Line[] = [];
    for (const line of lines) {
      if (BEGINS.test(line.text) && group.length > 0) {
        yield* objectsIn(group, context);
        group = [];
      }
      group.push(line);
    }
    yield* objectsIn(group, context);
  },
  splitsBefore: ({ text }) => BEGINS.test(text),
};

const BEGINS = /^\{'[a-zA-Z_]{1,60}': /;
const KEYS = /'(?:apiVersion|api_version|involvedObject|involved_object|metadata)': /;
const GOES_ON = /^(?:\s|['"}\])])/;

function* objectsIn(lines: readonly Line[], context: CaptureContext): Generator<Reading, void, undefined> {
  const filled = lines.filter(({ text }) => text.trim() !== '');
  const [first, ...rest] = filled;
  if (!first) return;
  const value = camelCased(readPythonLiteral(filled.map(({ text }) => text).join('\n')));
  const reading = objectReading({ value, lines: [first, ...rest] }, context.path);
  if (reading) yield reading;
  else context.unreadLines += filled.length;
}

/** Keys that are the user's own. */
const OWN_KEYS: ReadonlySet<string> = new Set([
  'labels',
  'annotations',
  'match_labels',
  'node_selector',
  'limits',
  'requests',
]);

/** The client writes `container_statuses` for what the API calls `containerStatuses`. */
function camelCased(value: ApiValue): ApiValue {
  if (Array.isArray(value)) return value.map(camelCased);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, field]: [string, unknown]) => [
      key.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()),
      OWN_KEYS.has(key) ? field : camelCased(field),
    ]),
  );
}
