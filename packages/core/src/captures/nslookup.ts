import { endpointOf, regionOf } from '../facts/endpoint.ts';
import type { DnsLookupFact } from '../facts/fact.ts';
import { scopeOf } from '../facts/ip-scope.ts';
import { known } from '../facts/known.ts';
import type { CaptureContext, CaptureKind, Command, Reading } from './capture.ts';
import { dnsAnswerOf, dnsQuotesOf, shownQueryOf } from './text/dns-answer.ts';
import { dnsCommand } from './text/dns-command.ts';
import type { DnsDraft } from './text/dns-draft.ts';
import { draftsOf } from './text/dns-drafts.ts';
import { joinDnsLines } from './text/dns-layout.ts';
import { bareName } from './text/dns-line.ts';
import { asksAgain, lookupGoesOn, recognizeLookup } from './text/dns-recognize.ts';
import { wholeSearches } from './text/dns-search.ts';
import { originOf } from './text/origin.ts';

/**
 * `nslookup NAME` of BIND, BusyBox, musl and Windows; also `dig`, `host` and `Resolve-DnsName`.
 *
 *     Server:		10.0.0.10
 *     Address:	10.0.0.10#53
 *
 *     Non-authoritative answer:
 *     eastus.dp.kubernetesconfiguration.azure.com	canonical name = eastus.privatelink.dp.kubernetesconfiguration.azure.com.
 *     Name:	eastus.privatelink.dp.kubernetesconfiguration.azure.com
 *     Address: 10.224.1.184
 */
export const nslookup: CaptureKind = {
  name: 'nslookup',
  recognize: recognizeLookup,
  continues: (line, sofar) => !asksAgain(line, sofar.lines) && lookupGoesOn(line, sofar),
  *parse(lines, context) {
    for (const draft of wholeSearches(draftsOf(joinDnsLines(lines), context.command))) yield* readingOf(draft, context);
  },
};

function* readingOf(draft: DnsDraft, { path, command }: CaptureContext): Generator<Reading, void, undefined> {
  const answer = dnsAnswerOf(draft);
  if (answer.result === undefined && answer.server === undefined && draft.asked === undefined) return;
  const query = queryOf(draft, command);
  const fact = known<DnsLookupFact>({
    kind: 'dns-lookup',
    origin: originOf(path, draft.first, draft.last),
    client: clientOf(draft, command),
    query,
    ...answer,
    endpoint: query && endpointOf(query),
    region: query && regionOf(query),
    vantage: vantageOf(draft, command),
    ...podOf(draft, command),
  });
  yield { fact, quotes: dnsQuotesOf(draft) };
}

/** What was typed; else what the program repeats, or the head of the chain. A question for an address asks for no name. */
const queryOf = (draft: DnsDraft, command: Command | undefined): string | undefined => {
  const typed = dnsCommand(command)?.names.find((word) => !word.startsWith('@'));
  const shown = shownQueryOf(draft);
  const name = typed === undefined || isBrokenOff(bareName(typed), shown) ? shown : bareName(typed);
  return name === undefined || draft.names.length > 0 || scopeOf(name) !== undefined ? undefined : name;
};

/** A terminal may break the command inside the name; what a search list puts behind a name begins with a dot. */
const isBrokenOff = (typed: string, shown = ''): boolean =>
  shown.length > typed.length && shown.startsWith(typed) && shown[typed.length] !== '.';

/** Windows prints no port with the server's address. */
const clientOf = (draft: DnsDraft, command: Command | undefined): DnsLookupFact['client'] => {
  if (draft.client !== undefined) return draft.client;
  const typed = dnsCommand(command)?.program;
  if (typed === 'dig' || typed === 'host' || typed === 'resolve-dnsname') return typed;
  return draft.portless ? 'windows' : 'unknown';
};

const CLUSTER_DNS = /(?:^|[\s.])(?:kube-dns|coredns)\.kube-system\b|\.svc\.cluster\.local$/;

const vantageOf = (draft: DnsDraft, command: Command | undefined): DnsLookupFact['vantage'] => {
  const inPod = draft.vantage.inPod === true || command?.verb === 'exec' || command?.inner !== undefined;
  const servers = [draft.server ?? '', draft.serverName ?? ''];
  if (inPod || servers.some((server) => CLUSTER_DNS.test(server))) return 'pod';
  // BusyBox is no program of a workstation: typed at a bare prompt, it may well have run inside a pod.
  return dnsCommand(command) === undefined || draft.client?.startsWith('busybox') ? 'unknown' : 'workstation';
};

const podOf = ({ vantage }: DnsDraft, command: Command | undefined): Pick<DnsLookupFact, 'namespace' | 'pod'> => {
  const { namespace, pod = '' } =
    command?.verb === 'exec' ? { ...command, pod: command.names[0] || undefined } : vantage;
  const [, kind = 'pod', name = pod] = /^([a-z.]{1,60})\/(.*)$/.exec(pod) ?? [];
  return known<Pick<DnsLookupFact, 'namespace' | 'pod'>>({
    namespace,
    pod: name !== '' && /^(?:po|pods?)$/.test(kind) ? name : undefined,
  });
};
