import type { Line } from '../bundle/line.ts';
import type { CollectionFailureFact } from '../facts/fact.ts';
import { known } from '../facts/known.ts';
import type { CaptureKind } from './capture.ts';
import { readCommand } from './read-command.ts';
import { originOf } from './text/origin.ts';

/**
 * `sos_reports/manifest.json` of a sosreport: with which code each command ended. Those that ask the cluster and failed
 * say what could not be seen.
 *
 *     {
 *         "exec": "kubectl --kubeconfig /etc/kubernetes/admin.conf get --all-namespaces=true pods",
 *         "return_code": 1,
 */
export const sosManifest: CaptureKind = {
  name: 'sosreport manifest',
  recognize: (lines) =>
    /^\s*\{/.test(lines[0]?.text ?? '') && lines.some(({ text }) => SOS.test(text.slice(0, LONGEST_HEAD))) ? 3 : 0,
  continues: () => true,
  *parse(lines, context) {
    const all = [...lines];
    for (const [command, line] of failedIn(all)) {
      const asked = readCommand(command, line.number);
      if (asked?.program !== 'kubectl') continue;
      const fact = known<CollectionFailureFact>({
        kind: 'collection-failure',
        origin: originOf(context.path, line),
        reason: 'collector',
        message: `${command} ended with an error`,
        command,
        resource: asked.resource,
        namespace: asked.namespace,
      });
      yield { fact, quotes: { '': line } };
    }
  },
};

const SOS = /"cmdline"\s?:\s?"[^"]{0,20}\bsos(?:report| report| collect)\b/;
const LONGEST_HEAD = 4000;

/** Commands that ended with another code than 0, each with the line that shows it. */
function* failedIn(lines: readonly Line[]): Generator<readonly [string, Line], void, undefined> {
  let command: string | undefined;
  for (const line of lines) {
    for (const [, text, code] of line.text.matchAll(ENTRY)) {
      if (text !== undefined) command = text;
      else if (command !== undefined && code !== '0') {
        yield [command, line];
        command = undefined;
      }
    }
  }
}

/** The command stands above its code; both are written without quotes inside them. */
const ENTRY = /"exec"\s?:\s?"([^"\\]{1,1000})"|"return_code"\s?:\s?(-?\d{1,6})\b/g;
