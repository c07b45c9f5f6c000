import type { Line } from '../bundle/line.ts';
import type { CaptureKind } from './capture.ts';
import { nslookup } from './nslookup.ts';

/**
 * `dns_check.txt` of `az connectedk8s troubleshoot`: what nslookup printed in the diagnoser's pod, its lines put in one
 * with two blanks between them, without its tabs.
 *
 *     DNS Result:Server:10.0.0.10  Address:10.0.0.10#53    ** server can't find kubernetes.default.svc: NXDOMAIN
 */
export const dnsCheck: CaptureKind = {
  name: 'az connectedk8s troubleshoot DNS check',
  recognize: (lines) => (BEGINS.test(lines[0]?.text ?? '') ? 3 : 0),
  continues: ({ text }) => BEGINS.test(text),
  *parse(lines, context) {
    for (const line of lines) yield* nslookup.parse(linesOf(line), context);
  },
};

const BEGINS = /^\s{0,8}DNS Result:/;

/** The lines that were put together; each keeps the number of the one they stand in. */
function linesOf({ text, ...line }: Line): readonly Line[] {
  const pieces = text.replace(BEGINS, '').split(/ {2,}/);
  return pieces
    .map((piece) => piece.trim().replace(/^(Server|Address|Name):(?=\S)/, '$1: '))
    .filter((piece) => piece !== '')
    .map((piece) => ({ ...line, text: piece }));
}
