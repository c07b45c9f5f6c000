import type { DnsLookupFact } from '../../facts/fact.ts';
import { scopeOf } from '../../facts/ip-scope.ts';
import { dnsLineInEnglish } from './dns-languages.ts';

/** How a lookup ended. */
export type DnsResult = NonNullable<DnsLookupFact['result']>;

/** The program that printed a line. */
export type DnsClient = DnsLookupFact['client'];

/**
 * What one line of a lookup says. An `early` failure can be overtaken by an answer; with an `end` the program
 * gave up; a `garbled` answer came and was not understood; a `vague` one leaves the reason to the line above.
 */
export type DnsLine =
  | { readonly is: 'server'; readonly value: string }
  | { readonly is: 'address'; readonly value: string; readonly label: string; readonly rest: string }
  | { readonly is: 'name'; readonly value: string }
  | { readonly is: 'aliases'; readonly names: readonly string[] }
  | { readonly is: 'alias'; readonly name: string; readonly target: string }
  | { readonly is: 'resolved'; readonly name: string; readonly address: string }
  | { readonly is: 'pointer'; readonly value: string }
  | {
      readonly is: 'failed';
      readonly result: DnsResult;
      readonly name?: string;
      readonly early?: true;
      readonly end?: true;
      readonly garbled?: true;
      readonly vague?: true;
    }
  | { readonly is: 'asked'; readonly name: string }
  | { readonly is: 'section'; readonly answer: boolean; readonly question?: true }
  | { readonly is: 'status'; readonly result: DnsResult }
  | { readonly is: 'begin'; readonly name?: string }
  | { readonly is: 'answer' | 'noise' }
  | { readonly is: 'lone'; readonly value: string };

/** A line, and which program prints it this way if only one does. */
export type ReadDnsLine = DnsLine & { readonly client?: DnsClient };

/** Reads a line that nslookup, dig, host or Resolve-DnsName prints; undefined for any other. */
export const readDnsLine = (line: string): ReadDnsLine | undefined => {
  const printed = line.trim();
  if (printed === '' || printed.length > MAX_LINE) return undefined;
  const text = dnsLineInEnglish(printed);
  const isForm = ANY_FORM.some((pattern) => pattern.test(text));
  if (isForm)
    for (const [pattern, read] of FORMS) {
      const found = pattern.exec(text);
      const said = found === null ? undefined : read(found.slice(1).map((part) => part ?? ''));
      if (said !== undefined) return said;
    }
  return LONE.test(text) ? { is: 'lone', value: text } : undefined;
};

const MAX_LINE = 4096;

/** An address, or a name with a dot in it. */
const LONE = /^(?:[\w<>[\]-]{1,63}(?:\.[\w<>[\]-]{1,63}){1,12}\.?|[\da-fA-F:.]{3,45})$/;

/** A name as printed, without what ends it. */
export const bareName = (text: string): string => text.toLowerCase().replace(/[.:]$/, '');

const resultOf = (words: string): DnsResult => {
  if (/nxdomain|non-existent|does not exist/i.test(words)) return 'NXDOMAIN';
  if (/servfail|server fail/i.test(words)) return 'SERVFAIL';
  if (/query refused|^refused|dns operation refused/i.test(words)) return 'REFUSED';
  if (/connection refused/i.test(words)) return 'connection refused';
  if (/timed|timeout|no response|no servers|unreachable/i.test(words)) return 'timeout';
  return /no answer|no records/i.test(words) ? 'noanswer' : 'unresolved';
};

const failed = (words: string, name?: string): DnsLine => ({
  is: 'failed',
  result: resultOf(words),
  ...(name === undefined ? {} : { name: bareName(name) }),
});

const early = (result: DnsResult, client?: DnsClient): ReadDnsLine => ({
  is: 'failed',
  result,
  early: true,
  ...(client === undefined ? {} : { client }),
});

/** An address as a server's may be printed: with a port, in brackets, with a zone. */
const ADDRESS = /^\[?([\da-fA-F:.]{2,45}?)(?:%[\w.-]{1,30})?\]?(?:[#:]\d{1,5})?$/;

const addressOf = (text: string): string => {
  if (scopeOf(text) !== undefined) return text;
  const bare = ADDRESS.exec(text)?.[1] ?? '';
  return scopeOf(bare) === undefined ? '' : bare;
};

const address = (label: string, printed: string, rest: string): ReadDnsLine | undefined => {
  const value = addressOf(printed);
  if (value === '') return undefined;
  const client = label.includes(' ') ? 'busybox-small' : portClient(printed);
  return { is: 'address', value, label, rest, ...(client === undefined ? {} : { client }) };
};

const portClient = (printed: string): DnsClient | undefined => {
  if (/#\d{1,5}$/.test(printed)) return 'bind';
  return /^(?:[\d.]+|\[.*\]):\d{1,5}$/.test(printed) ? 'busybox' : undefined;
};

const resolved = (name: string, printed: string, client: DnsClient): ReadDnsLine | undefined =>
  scopeOf(printed) === undefined ? undefined : { is: 'resolved', name: bareName(name), address: printed, client };

const record = (client: DnsClient, [name = '', type = '', value = '']: readonly string[]): ReadDnsLine => {
  if (/^CNAME$/i.test(type)) return { is: 'alias', name: bareName(name), target: bareName(value), client };
  if (/^PTR$/i.test(type)) return { is: 'pointer', value: bareName(value), client };
  return resolved(name, value, client) ?? { is: 'noise', client };
};

type Form = readonly [RegExp, (parts: readonly string[]) => ReadDnsLine | undefined];

const NSLOOKUP: readonly Form[] = [
  [/^(?:Default )?Server:\s*(\S{0,255})$/, ([value = '']) => ({ is: 'server', value })],
  [
    /^(Address(?:es)?(?: \d{1,3})?):\s*(\S{1,80})(?:\s+(\S.{0,300}))?$/,
    ([label = '', value = '', rest = '']) => address(label, value, rest),
  ],
  [/^Name\s*:\s*(\S{1,255})$/, ([value = '']) => ({ is: 'name', value: bareName(value) })],
  [/^Aliases:\s*(.{0,3000})$/, ([names = '']) => ({ is: 'aliases', names: hostsIn(names) })],
  [
    /^(\S{1,255})\s+canonical name = (\S{1,255})$/,
    ([name = '', target = '']) => ({ is: 'alias', name: bareName(name), target: bareName(target) }),
  ],
  [/^\S{0,255}\.arpa\s+name = (\S{1,255})$/, ([target = '']) => ({ is: 'pointer', value: bareName(target) })],
  [/^Non-authoritative answer:$/i, () => ({ is: 'answer' })],
  [
    /^\*\* server can['’]t find (\S{1,255}?):? (NXDOMAIN|SERVFAIL|REFUSED|FORMERR|NOTIMP|NOTAUTH|NOTZONE|YXDOMAIN|YXRRSET|NXRRSET|BADVERS)$/,
    ([name = '', code = '']) => failed(code, name),
  ],
  [/^\*\*\* Can['’]t find server name for address /i, () => ({ is: 'noise', client: 'windows' })],
  [
    /^\*\*\* Can['’]t find (\S{1,255}?):? ((?:No answer|Parse error).{0,20})$/i,
    ([name = '', words = '']) => ({ ...failed('no answer', name), ...(/^P/i.test(words) ? { garbled: true } : {}) }),
  ],
  [
    /^\*\*\* \S{1,255} can['’]t find (\S{1,255}?): (.{1,200})$/,
    ([name = '', words = '']) => ({ ...failed(words, name), client: 'windows' }),
  ],
  [/^\*\*\* Request to \S{1,255} timed-out$/, () => ({ is: 'failed', result: 'timeout', client: 'windows' })],
  [/^\*\*\* Default servers are not available$/, () => ({ is: 'failed', result: 'timeout', client: 'windows' })],
  [
    /^\*\*\* No .{1,60} records available for (\S{1,255})$/,
    ([name = '']) => ({ ...failed('no records', name), client: 'windows' }),
  ],
  [/^DNS request timed out\.$|^timeout was \d{1,4} seconds?\.$/, () => early('timeout', 'windows')],
  [/^nslookup: can['’]t resolve '\(null\)'/, () => ({ is: 'begin', client: 'busybox-small' })],
  [/^nslookup: can['’]t resolve '([^']{1,255})'/, ([name = '']) => ({ ...failed('', name), client: 'busybox-small' })],
  [/^nslookup: (?:write to|read from) .{1,60}: Connection refused/i, () => early('connection refused', 'busybox')],
  [
    /^;; connection timed out; no servers could be reached/,
    () => ({ is: 'failed', result: 'timeout', early: true, end: true }),
  ],
  [/^;; no servers could be reached/, () => ({ is: 'failed', result: 'timeout', early: true, end: true, vague: true })],
  [
    /^[;a-z ]{0,26} ?[\da-fA-F.:]{2,45}(?:%\w{1,30})?#\d{1,5}: (timed out|connection refused|host unreachable|network unreachable)$/,
    ([words = '']) => early(resultOf(words), 'bind'),
  ],
  [/^;; communications error to /, () => ({ is: 'noise', client: 'bind' })],
  [/^;; Got (SERVFAIL|REFUSED) reply from /, ([code = '']) => early(resultOf(code), 'bind')],
];

const DIG: readonly Form[] = [
  [/^; <<>> DiG \S{1,80} <<>> (.{0,600})$/, ([words = '']) => asked(words)],
  [
    /^;; ->>HEADER<<- opcode: \w{1,12}, status: (\w{1,12}),/,
    ([code = '']) => ({ is: 'status', result: code === 'NOERROR' ? 'noanswer' : resultOf(code), client: 'dig' }),
  ],
  [/^;([^\s;]{1,255})\s+IN\s+\w{1,8}$/, ([name = '']) => ({ is: 'asked', name: bareName(name), client: 'dig' })],
  [/^;; (\w{1,12}) SECTION:$/, ([section = '']) => ({ is: 'section', answer: section === 'ANSWER', client: 'dig' })],
  [/^;; SERVER: ([\da-fA-F:.]{2,45})(?:%\w{1,30})?#/, ([value = '']) => ({ is: 'server', value, client: 'dig' })],
  [/^;/, () => ({ is: 'noise' })],
  [/^([^\s.]\S{0,254})\s+(?:\d{1,10}\s+)?IN\s+(A|AAAA|CNAME|PTR)\s+(\S{1,255})$/, (parts) => record('dig', parts)],
  [/^\S{1,255}\s+(?:\d{1,10}\s+)?IN\s+(?:SOA|NS|TXT|MX|SRV)\s/, () => ({ is: 'noise', client: 'dig' })],
];

const HOST: readonly Form[] = [
  [
    /^(\S{1,255}) is an alias for (\S{1,255})$/,
    ([name = '', target = '']) => ({ is: 'alias', name: bareName(name), target: bareName(target), client: 'host' }),
  ],
  [/^(\S{1,255}) has (?:IPv6 )?address (\S{2,45})$/, ([name = '', value = '']) => resolved(name, value, 'host')],
  [/^(\S{1,255}) has no A(?:AAA)? record$/, ([name = '']) => ({ ...failed('no records', name), client: 'host' })],
  [
    /^\S{1,255} domain name pointer (\S{1,255})$/,
    ([target = '']) => ({ is: 'pointer', value: bareName(target), client: 'host' }),
  ],
  [
    /^Host (\S{1,255}) not found: \d{1,3}\((\w{1,12})\)$/,
    ([name = '', code = '']) => ({ ...failed(code, name), client: 'host' }),
  ],
  [/^Using domain server:$/, () => ({ is: 'begin', client: 'host' })],
  [/^\S{1,255} mail is handled by /, () => ({ is: 'noise', client: 'host' })],
];

const RESOLVE: readonly Form[] = [
  [
    /^Name\s+Type\s+TTL\s+Section\s+(?:NameHost|IPAddress|PrimaryServer)/,
    () => ({ is: 'begin', client: 'resolve-dnsname' }),
  ],
  [/^(\S{1,255})\s+(A|AAAA|CNAME|PTR)\s+\d{1,10}\s+Answer\s+(\S{1,255})$/, (parts) => record('resolve-dnsname', parts)],
  [
    /^(\S{1,255})\s+SOA\s+\d{1,10}\s+Authority\s/,
    () => ({ is: 'failed', result: 'noanswer', client: 'resolve-dnsname' }),
  ],
  [/^(?:IP[46]Address|IPAddress)\s*:\s*(\S{2,45})$/, ([value = '']) => resolved('', value, 'resolve-dnsname')],
  [/^(?:QueryType|TTL|Section|NameHost)\s*:\s*\S/, () => ({ is: 'noise', client: 'resolve-dnsname' })],
  [
    /^Resolve-DnsName\s*:\s*(\S{1,255})\s*:\s*(.{1,120}?)\s*$/i,
    ([name = '', words = '']) => ({ ...failed(words, name), client: 'resolve-dnsname' }),
  ],
];

/** What kubectl and the clients print around an answer. */
const AROUND: readonly Form[] = [
  [
    /^(?:command terminated with exit code \d|If you don['’]t see a command prompt|pod "\S{1,253}" deleted|Defaulted container "|Authoritative answers can be found from:|Query #\d{1,3} completed in |-{3,}(?: +-{3,})*$)/,
    () => ({ is: 'noise' }),
  ],
  [/^QUESTIONS:$/, () => ({ is: 'section', answer: true, question: true })],
  [
    /^(?:ANSWERS:|AUTHORITY RECORDS:|ADDITIONAL RECORDS:|->\s|canonical name = |internet address = |has AAAA address |ttl = \d|\S{1,255}, type = \w{1,8}, class = )/,
    () => ({ is: 'noise' }),
  ],
];

const FORMS: readonly Form[] = [...NSLOOKUP, ...DIG, ...HOST, ...RESOLVE, ...AROUND];

/** Whether a line has any of the forms: most have none, and one expression tells so faster than all of them. */
const ANY_FORM: readonly RegExp[] = [...new Set(FORMS.map(([{ flags }]) => flags))].map((flags) => {
  const alike = FORMS.filter(([pattern]) => pattern.flags === flags);
  return new RegExp(alike.map(([{ source }]) => `(?:${source})`).join('|'), flags);
});

const hostsIn = (text: string): readonly string[] => {
  const words = text.split(/\s+/).filter((word) => word !== '');
  const end = words.findIndex((word) => !LONE.test(word));
  return words.slice(0, end < 0 ? undefined : end).map(bareName);
};

const asked = (words: string): ReadDnsLine => {
  const name = words.split(/\s+/).find((word) => /^[^@+-]/.test(word) && word.includes('.'));
  return { is: 'begin', client: 'dig', ...(name === undefined ? {} : { name: bareName(name) }) };
};
