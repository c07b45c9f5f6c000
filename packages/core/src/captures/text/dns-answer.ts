import type { Line } from '../../bundle/line.ts';
import type { DnsLookupFact } from '../../facts/fact.ts';
import type { IpScope } from '../../facts/ip-scope.ts';
import { scopeOf } from '../../facts/ip-scope.ts';
import { known } from '../../facts/known.ts';
import type { DnsDraft } from './dns-draft.ts';

type DnsAnswer = Pick<DnsLookupFact, 'server' | 'result' | 'aliases' | 'address' | 'names' | 'scope'>;

/** What the lines of a lookup add up to. */
export const dnsAnswerOf = (draft: DnsDraft): DnsAnswer => {
  const aliases = [...draft.aliases, ...draft.listed.map((name) => ({ name }))];
  return known<DnsAnswer>({
    server: draft.server === '' ? undefined : draft.server,
    result: resultOf(draft),
    aliases: someOf(aliases),
    address: someOf(draft.addresses),
    names: someOf(draft.names),
    scope: scopeOfAll(draft.addresses),
  });
};

const someOf = <T>(list: readonly T[]): readonly T[] | undefined => (list.length === 0 ? undefined : list);

const resultOf = (draft: DnsDraft): DnsLookupFact['result'] => {
  const { addresses, names, failure, aliases, headless } = draft;
  if (addresses.length > 0 || names.length > 0) return 'ok';
  if (isOpen(draft) || (headless && failure === undefined)) return undefined;
  if (failure !== undefined && failure.result !== 'noanswer') return failure.result;
  if (aliases.length > 0) return 'ok';
  return isEmpty(draft) ? 'noanswer' : undefined;
};

/** BusyBox prints two empty answers, and nothing else; one alone may be cut. */
const isEmpty = ({ failure, garbled, answers, name }: DnsDraft): boolean =>
  !garbled && (failure !== undefined || (answers > 1 && name === undefined));

/** dig tells first whether the server knew the name, then what it answered, and last which server that was. */
const isOpen = ({ client, failure, aliases, server }: DnsDraft): boolean =>
  client === 'dig' &&
  (failure === undefined
    ? server !== undefined
    : failure.result === 'noanswer' && aliases.length === 0 && server === undefined);

/** One private address is enough to lead calls astray. */
const scopeOfAll = (addresses: readonly string[]): IpScope | undefined => {
  const scopes = new Set(addresses.map(scopeOf));
  return (['private', 'public', 'local'] as const).find((scope) => scopes.has(scope));
};

/** The name that was asked for, as far as the output shows it: repeated, or the head of the chain. */
export const shownQueryOf = ({ asked, aliases, listed, name, headless }: DnsDraft): string | undefined => {
  if (headless) return asked;
  const targets = new Set(aliases.map(({ target }) => target));
  return asked ?? aliases.find((alias) => !targets.has(alias.name))?.name ?? listed[0] ?? name;
};

/** The address that decides the scope stands for the whole; where there is none, the failure does. */
export const dnsQuotesOf = (draft: DnsDraft): Readonly<Record<string, Line>> => {
  const { aliases, names, server, failure, answer, query, name } = draft.quotes;
  const address = draft.quotes[scopeOfAll(draft.addresses) ?? ''];
  const whole = firstOf(address, names, failure, aliases, answer) ?? draft.first;
  const asked = firstOf(query, aliases, name) ?? whole;
  const ofQuery = { query: asked, endpoint: asked, region: asked };
  return known<Record<string, Line>>({
    '': whole,
    result: whole,
    address,
    scope: address,
    aliases,
    names,
    server,
    ...ofQuery,
  });
};

const firstOf = (...lines: readonly (Line | undefined)[]): Line | undefined => lines.find((line) => line !== undefined);
