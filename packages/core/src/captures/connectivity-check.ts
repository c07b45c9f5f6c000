import type { Line } from '../bundle/line.ts';
import { endpointOf } from '../facts/endpoint.ts';
import type { LogLineFact } from '../facts/fact.ts';
import { known } from '../facts/known.ts';
import type { CaptureKind } from './capture.ts';
import { originOf } from './text/origin.ts';

/**
 * Whether the cluster reaches Azure, as the diagnoser of `az connectedk8s` writes it: with which status an endpoint
 * answered, 000 where it did not.
 *
 *     Outbound Network Connectivity : https://mcr.microsoft.com : 200
 *
 *     Response code 000
 *     Outbound network connectivity check to cluster connect precheck endpoints passed successfully.
 */
export const connectivityCheck: CaptureKind = {
  name: 'az connectedk8s connectivity check',
  recognize: ([first]) => (TO_URL.test(first?.text ?? '') || CODE.test(first?.text ?? '') ? 3 : 0),
  continues: ({ text }) => text.trim() === '' || TO_URL.test(text) || VERDICT.test(text),
  *parse(lines, { path }) {
    for (const line of lines) {
      const fact = factOf(line, path);
      if (fact) yield { fact, quotes: { '': line } };
    }
  },
};

const TO_URL =
  /^\s{0,8}Outbound (?:Network )?Connectivity\b[^:]{0,80}:\s?https?:\/\/([^\s/:]{1,253})\S{0,500}\s?:\s?(\d{3})\b/i;
const CODE = /^\s{0,8}Response code (\d{3})\s*$/;
const VERDICT = /^\s{0,8}Outbound network connectivity check\b/i;

function factOf(line: Line, path: string): LogLineFact | undefined {
  const [, host, status] = TO_URL.exec(line.text) ?? [undefined, undefined, CODE.exec(line.text)?.[1]];
  if (status === undefined) return undefined;
  const text = line.text.trim();
  const endpoint = host === undefined ? undefined : endpointOf(host);
  const answer = Number(status);
  return known<LogLineFact>({
    kind: 'log-line',
    origin: originOf(path, line),
    text,
    message: text,
    endpoint,
    httpStatus: answer === 0 ? undefined : answer,
    transport: answer === 0 ? known({ class: 'other' as const, host, endpoint }) : undefined,
  });
}
