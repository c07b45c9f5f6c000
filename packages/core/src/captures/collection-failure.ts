import type { Line } from '../bundle/line.ts';
import { endpointOf } from '../facts/endpoint.ts';
import type { CollectionFailureFact, Transport } from '../facts/fact.ts';
import { known } from '../facts/known.ts';
import type { CaptureContext, CaptureKind, Command, Reading, Recognition } from './capture.ts';
import { askedFor } from './text/asked-for.ts';
import { originOf } from './text/origin.ts';
import { readTransport } from './text/transport.ts';

/**
 * A command that failed or found nothing: says what could not be seen.
 *
 *     Error from server (Forbidden): pods is forbidden: User "support" cannot list resource "pods" in API group "" in the namespace "shop"
 *     Error from server (NotFound): configmaps "coredns-custom" not found
 *     No resources found in kube-public namespace.
 *     Unable to connect to the server: dial tcp: lookup aks-dns-1234.hcp.eastus.azmk8s.io: no such host
 *     error: You must be logged in to the server (Unauthorized)
 */
export const collectionFailure: CaptureKind = {
  name: 'failed command',
  recognize,
  continues: ({ text }, { command }) => text.trim() === '' || failureIn(printedBy(text), command) !== undefined,
  parse,
};

function recognize(lines: readonly Line[], { command }: { readonly command?: Command }): Recognition {
  const failure = failureIn(printedBy(lines[0]?.text ?? ''), command);
  return !failure ? 0 : failure.reason === 'error' ? 2 : 3;
}

function* parse(lines: Iterable<Line>, context: CaptureContext): Generator<Reading, void, undefined> {
  for (const line of lines) {
    if (line.text.trim() === '') continue;
    const failure = failureIn(printedBy(line.text), context.command);
    if (!failure) context.unreadLines++;
    else yield { fact: factOf(failure.reason, line, context), quotes: { '': line } };
  }
}

/** PowerShell names the program in front of what it writes as an error. */
const printedBy = (text: string): string => text.replace(/^\s{0,8}kubectl(?:\.exe)? : (?=[Ee]rror)/, '');

interface Failure {
  readonly reason: string;
}

const MAY_FAIL =
  /^\s*(?:Error from server|error:|Error:|No resources found|Unable to connect|The connection to the server|bash:|zsh:|sh:|'kubectl'|kubectl(?:\.exe)?[ :]|E\d{4} |OCI runtime |Create log request error: |Request log error: )/;

/** `error: ...` alone may be anybody's; under a kubectl command it is that command's. */
function failureIn(text: string, command: Command | undefined): Failure | undefined {
  if (!MAY_FAIL.test(text)) return undefined;
  const status = /^\s*Error from server \((\w{1,60})\):/.exec(text)?.[1];
  if (status !== undefined) return { reason: status };
  for (const [reason, pattern] of FORMS) if (pattern.test(text)) return { reason };
  const own = command?.program === 'kubectl' && command.inner === undefined && command.verb !== 'logs';
  return own && /^\s*error: \S/.test(text) ? { reason: 'error' } : undefined;
}

const FORMS: readonly (readonly [string, RegExp])[] = [
  ['none', /^\s*No resources found(?:\.|$| in )/],
  ['unauthorized', /^\s*error: You must be logged in to the server/],
  ['unreachable', /^\s*Unable to connect to the server:/],
  ['unreachable', /^\s*Error: Kubernetes cluster unreachable: /],
  ['unreachable', /^\s*The connection to the server .{1,300} was refused/],
  ['unreachable', /^\s*E\d{4} .{1,100}memcache\.go:\d{1,5}\] .{0,40}couldn't get current server API group list/],
  [
    'exec-failed',
    /^\s*(?:error: Internal error occurred: .{0,200}\b(?:exec|container|attach)|error: unable to upgrade connection: |error: cannot (?:exec into|attach)|OCI runtime exec failed: )/,
  ],
  ['log-unavailable', /^\s*error: a container name must be specified for pod /],
  ['unknown-resource', /^\s*error: the server doesn't have a resource type/],
  ['server-error', /^\s*Error from server: \S/],
  // `kubectl cluster-info dump` writes them where the log would stand.
  ['log-unavailable', /^\s*(?:Create log request|Request log) error: \S/],
  [
    'no-program',
    /^\s*(?:(?:bash|zsh|sh): .{0,40}kubectl.{0,40}not found|'kubectl' is not recognized|kubectl(?:\.exe)? ?: The term )/,
  ],
];

function factOf(reason: string, line: Line, { path, command }: CaptureContext): CollectionFailureFact {
  const message = printedBy(line.text).trim();
  return known<CollectionFailureFact>({
    kind: 'collection-failure',
    origin: originOf(path, line),
    reason,
    message,
    command: command?.text,
    ...askedFor(message),
    transport: reason === 'unreachable' ? transportIn(message) : undefined,
  });
}

/** Why the API server could not be reached; kubectl has words of its own for one that refuses. */
const transportIn = (message: string): Transport | undefined => {
  const refused =
    /^The connection to the server (?:https?:\/\/)?(\[[\da-fA-F:]{2,50}\]|[^\s:/]{1,253})\S{0,100} was refused/.exec(
      message,
    );
  if (refused === null) return readTransport(message).transport;
  const host = (refused[1] ?? '').toLowerCase();
  return { class: 'refused', host, endpoint: endpointOf(host) };
};
