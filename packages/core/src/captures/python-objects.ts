import type { Line } from '../bundle/line.ts';
import type { CaptureContext, CaptureKind, Reading } from './capture.ts';
import { clientObject } from './text/client-object.ts';
import { originOf } from './text/origin.ts';
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

/** An event is shown by its line; a pod by the line of the state that its health comes from. */
function* objectsIn(lines: readonly Line[], context: CaptureContext): Generator<Reading, void, undefined> {
  const filled = lines.filter(({ text }) => text.trim() !== '');
  const [first] = filled;
  if (!first) return;
  const value = readPythonLiteral(filled.map(({ text }) => text).join('\n'));
  const fact = value === undefined ? undefined : clientObject(value, originOf(context.path, first, filled.at(-1)));
  if (!fact) {
    context.unreadLines += filled.length;
    return;
  }
  const waiting = filled.find(({ text }) => WAITING.test(text));
  const shown = fact.kind === 'pod' && waiting ? { health: waiting, waits: waiting } : {};
  yield { fact, quotes: { '': first, ...shown } };
}

const WAITING = /'reason': '(?:[A-Z][a-zA-Z]{0,40}BackOff|Err[A-Za-z]{1,40}|[A-Z][a-zA-Z]{0,40}Error)'/;
