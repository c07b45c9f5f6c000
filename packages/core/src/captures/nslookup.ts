import type { Line } from '../bundle/line.ts';
import { endpointOf, regionOf } from '../facts/endpoint.ts';
import type { DnsLookupFact } from '../facts/fact.ts';
import { scopeOf } from '../facts/ip-scope.ts';
import { known } from '../facts/known.ts';
import type { CaptureContext, CaptureKind, Command, Reading, Recognition } from './capture.ts';
import { dnsAnswerOf, dnsQuotesOf, shownQueryOf } from './text/dns-answer.ts';
import type { ReadDnsLine } from './text/dns-line.ts';
import { bareName, readDnsLine } from './text/dns-line.ts';
import { addDnsLine } from './text/add-dns-line.ts';
import type { CollapsedLookup } from './text/dns-layout.ts';
import { isBroken, joinDnsLines, splitDnsLine } from './text/dns-layout.ts';
import type { DnsDraft } from './text/dns-draft.ts';
import { beginsLookup, newDnsDraft } from './text/dns-draft.ts';
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
  recognize: (lines, { command }) => {
    const [first] = joinDnsLines(lines);
    const text = first?.text ?? '';
    if (splitDnsLine(text) !== undefined) return /\bnslookup\b/i.test(text) ? 3 : 2;
    const said = readDnsLine(text);
    if (said !== undefined && said.is !== 'noise' && dnsCommand(command) !== undefined) return 3;
    const sure = said === undefined ? 0 : sureOf(said, lines);
    return sure === 0 && isRemnant(lines) ? 2 : sure;
  },
  continues: (line, sofar) => !asksAgain(line, sofar.lines) && goesOn(line, sofar),
  *parse(lines, context) {
    for (const draft of wholeSearches(draftsOf(joinDnsLines(lines), context.command))) yield* readingOf(draft, context);
  },
};

/** Who asks again starts a capture anew: what a later lookup shows is newer. */
const asksAgain = (line: Line, lines: readonly Line[]): boolean =>
  SERVER.test(line.text) && lines.some(({ text }) => SERVER.test(text)) && !triesOn(lines);

/** With `-debug` the next name of a search list is asked for as a new lookup would be. */
const triesOn = (lines: readonly Line[]): boolean =>
  lines.slice(-4).some(({ text }) => FAILED_TRY.test(text)) && lines.some(({ text }) => QUESTIONS.test(text));

const FAILED_TRY = /^\s{0,9}\*\* server can['’]t find /;
const QUESTIONS = /^\s{0,9}QUESTIONS:\s{0,9}$/;

/** The end of a line that a cut left, above what only a lookup prints. */
const isRemnant = (lines: readonly Line[]): boolean => {
  const next = lines[0]?.number === 1 ? lines.slice(1).find(({ text }) => text.trim() !== '') : undefined;
  const said = next && readDnsLine(next.text);
  return said !== undefined && AFTER_REMNANT.has(said.is) && REMNANT.test(lines[0]?.text ?? '');
};

const REMNANT = /^(?:[\w'.:]{0,9}\s(?:[\w'.:]{0,9}\s)?(?:name = )?)?[\w-]{0,63}(?:\.[\w-]{1,63}){0,12}\.?\s{0,9}$/;
const AFTER_REMNANT: ReadonlySet<string> = new Set(['name', 'alias', 'answer', 'pointer', 'resolved', 'address']);

const SERVER = /^\s{0,9}Server:\s/i;

function goesOn(line: Line, { lines, command, ahead = [] }: Parameters<CaptureKind['continues']>[1]): boolean {
  if (line.text.trim() === '' || splitDnsLine(line.text) !== undefined) return true;
  const last = lines.findLast((before) => before.text.trim() !== '')?.text ?? '';
  const [joined = line] = joinDnsLines([line, ...ahead]);
  const said = readDnsLine(joined.text);
  if (said === undefined || said.is === 'lone') {
    return isBroken(last) || (said !== undefined && (LISTING.test(last) || isShort(command)));
  }
  return said.is !== 'name' || !/^\s{0,9}Name:\s{7,}/.test(line.text);
}

/** The lookup that was typed, be it at a prompt or inside a pod. */
const dnsCommand = (command: Command | undefined): Command | undefined =>
  [command, command?.inner].find((typed) => typed !== undefined && PROGRAMS.has(typed.program));

const PROGRAMS: ReadonlySet<string> = new Set(['nslookup', 'dig', 'host', 'resolve-dnsname']);

const LISTING = /^(?:Aliases|Addresses):|^\s*[\w.:<>[\]-]{3,255}\s*$/;

const isShort = (command: Command | undefined): boolean => dnsCommand(command)?.text.includes('+short') === true;

/** Some lines are so much like those of other commands that the next one has to fit as well. */
const sureOf = (said: ReadDnsLine, lines: readonly Line[]): Recognition => {
  if (ALONE_NOTHING.has(said.is)) return 0;
  if (said.is === 'address') return said.client === undefined ? 0 : 2;
  if (!NEEDS_NEXT.has(said.is)) return 3;
  const next = lines.slice(1).find((line) => line.text.trim() !== '')?.text;
  const then = next === undefined ? undefined : readDnsLine(next)?.is;
  if (said.is === 'answer') return then === undefined && next !== undefined ? 2 : 3;
  return then === 'address' ? 3 : 0;
};

const ALONE_NOTHING: ReadonlySet<string> = new Set(['noise', 'lone', 'aliases']);
const NEEDS_NEXT: ReadonlySet<string> = new Set(['server', 'name', 'answer']);

/** Lookups in the order of the text; one ends where the next one's first line stands. */
function* draftsOf(lines: Iterable<Line>, command: Command | undefined): Generator<DnsDraft, void, undefined> {
  let draft: DnsDraft | undefined;
  let headless = false;
  for (const line of lines) {
    const collapsed = splitDnsLine(line.text);
    const said = collapsed === undefined ? saidIn(line.text, command) : undefined;
    headless = line.number === 1 ? isCut(collapsed ?? said) : headless && draft === undefined;
    if (draft !== undefined && (collapsed !== undefined || (said !== undefined && beginsLookup(draft, said)))) {
      yield draft;
      draft = undefined;
    }
    if (collapsed !== undefined) yield collapsedDraft(line, collapsed);
    else if (said !== undefined) draft = withLine(draft, said, line, headless);
    else if (draft !== undefined && line.text.trim() === '') draft.parted = true;
  }
  if (draft !== undefined) yield draft;
}

/** Whether the first line of a file is what a cut left of one: only host begins with an alias. */
const isCut = (said: CollapsedLookup | ReadDnsLine | undefined): boolean =>
  said === undefined || ('is' in said && (said.is === 'lone' || (said.is === 'alias' && said.client !== 'host')));

const withLine = (
  draft: DnsDraft | undefined,
  said: ReadDnsLine,
  line: Line,
  headless: boolean,
): DnsDraft | undefined => {
  if (draft === undefined && (said.is === 'noise' || said.is === 'lone')) return undefined;
  const grown = draft ?? { ...newDnsDraft(line), headless };
  addDnsLine(grown, said, line);
  return grown;
};

/** `dig +short` prints bare values: names are links of the chain, addresses its end. */
const saidIn = (text: string, command: Command | undefined): ReadDnsLine | undefined => {
  const said = readDnsLine(text);
  if (said?.is !== 'lone' || !isShort(command)) return said;
  if (scopeOf(said.value) !== undefined) return { is: 'resolved', name: '', address: said.value, client: 'dig' };
  return { is: 'aliases', names: [bareName(said.value)], client: 'dig' };
};

const collapsedDraft = (line: Line, { asked, parts, ...vantage }: CollapsedLookup): DnsDraft => {
  const draft = newDnsDraft(line);
  draft.vantage = vantage;
  if (asked !== undefined) draft.asked = bareName(asked);
  for (const part of parts) {
    const said = readDnsLine(part);
    if (said !== undefined) addDnsLine(draft, said, line);
  }
  return draft;
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
  const name = typed === undefined ? shownQueryOf(draft) : bareName(typed);
  return name === undefined || draft.names.length > 0 || scopeOf(name) !== undefined ? undefined : name;
};

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
  const { namespace, pod = '' } = command?.verb === 'exec' ? { ...command, pod: command.names[0] } : vantage;
  const [, kind = 'pod', name = pod] = /^([a-z.]{1,60})\/(.*)$/.exec(pod) ?? [];
  return known<Pick<DnsLookupFact, 'namespace' | 'pod'>>({
    namespace,
    pod: name !== '' && /^(?:po|pods?)$/.test(kind) ? name : undefined,
  });
};
