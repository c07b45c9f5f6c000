import type { Line } from '../bundle/line.ts';
import type { Command } from './capture.ts';
import { readCommand } from './read-command.ts';

/**
 * A line that `kubectl cluster-info dump` puts around each log, as the command that would print the log; the line behind
 * it has none.
 *
 *     ==== START logs for container coredns of pod kube-system/coredns-7db6d8ff4d-abcde ====
 *     ==== END logs for container coredns of pod kube-system/coredns-7db6d8ff4d-abcde ====
 */
export function readDumpMarker({ text, number }: Line): { readonly command?: Command } | undefined {
  const found = text.startsWith('==== ') ? MARKER.exec(text) : null;
  if (found === null) return undefined;
  const { namespace, pod, container } = found.groups ?? {};
  const command =
    found[1] === 'START' ? readCommand(`kubectl logs -n ${namespace} ${pod} -c ${container}`, number) : undefined;
  return command === undefined ? {} : { command: { ...command, marker: true } };
}

const MARKER =
  /^==== (START|END) logs for container (?<container>[a-z0-9-]{1,63}) of pod (?<namespace>[a-z0-9-]{1,63})\/(?<pod>[a-z0-9.-]{1,253}) ====\s{0,9}$/;
