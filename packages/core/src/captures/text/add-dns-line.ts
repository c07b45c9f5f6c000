import type { Line } from '../../bundle/line.ts';
import { scopeOf } from '../../facts/ip-scope.ts';
import type { DnsDraft, Failure } from './dns-draft.ts';
import type { DnsClient, ReadDnsLine } from './dns-line.ts';

/** Adds what a line says. */
export const addDnsLine = (draft: DnsDraft, said: ReadDnsLine, line: Line): void => {
  draft.last = line;
  // Before its answer host prints what BIND's other programs do.
  if (said.client === 'host') draft.client = 'host';
  draft.client ??= said.client;
  if (said.is !== 'lone') delete draft.expects;
  add(draft, said, line);
};

const add = (draft: DnsDraft, said: ReadDnsLine, line: Line): void => {
  switch (said.is) {
    case 'address':
      return addNumber(draft, said, line);
    case 'aliases':
      return addListed(draft, said.names, line);
    case 'alias':
      return addAlias(draft, said, line);
    case 'resolved':
      return addResolved(draft, said, line);
    case 'failed':
    case 'status':
      return addFailure(draft, said, line);
    case 'asked':
    case 'begin':
      return begin(draft, said, line);
    case 'section':
      return addSection(draft, said);
    case 'answer':
      return addAnswer(draft, line);
    case 'noise':
      return;
    default:
      return addValue(draft, said, line);
  }
};

const addSection = (draft: DnsDraft, { answer, question }: { answer: boolean; question?: true }): void => {
  draft.aside = !answer;
  if (question === true) draft.debug = true;
};

type WithValue = Extract<ReadDnsLine, { readonly is: 'server' | 'name' | 'pointer' | 'lone' }>;

const addValue = (draft: DnsDraft, { is, value }: WithValue, line: Line): void => {
  if (is === 'server') addServer(draft, value, line);
  else if (is === 'name') addName(draft, value, line);
  else if (is === 'pointer') addPointer(draft, value, line);
  else addLone(draft, value, line);
};

const begin = (draft: DnsDraft, { name, client }: { name?: string; client?: DnsClient }, line: Line): void => {
  if (client === 'host') draft.inServer = true;
  if (name === undefined) return;
  draft.asked = name;
  draft.quotes['query'] ??= line;
};

const addServer = (draft: DnsDraft, value: string, line: Line): void => {
  draft.server = value.toLowerCase();
  draft.inServer = true;
  draft.quotes['server'] ??= line;
};

const addAnswer = (draft: DnsDraft, line: Line): void => {
  draft.answers++;
  draft.inServer = false;
  draft.quotes['answer'] ??= line;
};

/** The line below `Server:` has the address; `Server:` itself may have a name, or `UnKnown`. */
const addServerAddress = (draft: DnsDraft, { value, rest, client }: Numbered): void => {
  if (!draft.inServer) return;
  draft.portless = client === undefined;
  if (draft.server === undefined || scopeOf(draft.server) === undefined) {
    draft.serverName = draft.server ?? '';
    draft.server = value;
  }
  if (rest !== '') draft.serverName = rest;
};

const addName = (draft: DnsDraft, value: string, line: Line): void => {
  if (draft.client === 'host' && draft.inServer) {
    draft.server = value;
    return;
  }
  draft.inServer = false;
  draft.answers++;
  draft.name = value;
  draft.quotes['name'] ??= line;
};

interface Numbered {
  readonly client?: DnsClient;
  readonly value: string;
  readonly label: string;
  readonly rest: string;
}

const addNumber = (draft: DnsDraft, printed: Numbered, line: Line): void => {
  if (draft.inServer || draft.name === undefined) return addServerAddress(draft, printed);
  const { value, label, rest } = printed;
  // The small BusyBox answers a question for an address with the address and its name.
  if (draft.name === value) {
    if (rest !== '') addPointer(draft, rest.toLowerCase(), line);
    return;
  }
  addAddress(draft, value, line);
  if (label === 'Addresses') draft.expects = 'address';
};

const addAddress = (draft: DnsDraft, value: string, line: Line): void => {
  if (draft.addresses.includes(value)) return;
  draft.addresses.push(value);
  draft.quotes['address'] ??= line;
  const scope = scopeOf(value);
  if (scope !== undefined) draft.quotes[scope] ??= line;
};

const addListed = (draft: DnsDraft, names: readonly string[], line: Line): void => {
  if (draft.client === 'host' && draft.inServer) {
    draft.inServer = false;
    return;
  }
  draft.client ??= 'windows';
  draft.expects = 'alias';
  draft.listed.push(...names);
  draft.quotes['aliases'] ??= line;
};

const addAlias = (draft: DnsDraft, { name, target }: { name: string; target: string }, line: Line): void => {
  draft.inServer = false;
  draft.answers++;
  // What is left of a name that was cut is no name.
  if (draft.headless && line.number === 1) return;
  draft.quotes['aliases'] ??= line;
  if (!draft.aliases.some((alias) => alias.name === name)) draft.aliases.push({ name, target });
};

const addResolved = (draft: DnsDraft, { name, address }: { name: string; address: string }, line: Line): void => {
  if (draft.aside) return;
  draft.inServer = false;
  if (name !== '') draft.name ??= name;
  addAddress(draft, address, line);
};

const addPointer = (draft: DnsDraft, target: string, line: Line): void => {
  draft.inServer = false;
  if (!draft.names.includes(target)) draft.names.push(target);
  draft.quotes['names'] ??= line;
};

const addFailure = (draft: DnsDraft, failure: Failure, line: Line): void => {
  const { result, name, early, end, garbled } = failure;
  if (garbled === true) draft.garbled = true;
  if (end === true) draft.ended = true;
  if (outweighs(failure, draft)) {
    draft.failure = { result, early: early === true };
    draft.quotes['failure'] = line;
  }
  if (early === true) return;
  draft.inServer = false;
  if (name !== undefined) draft.asked ??= name;
};

/** A word about the name outweighs one about the way to the server, and that it does not exist outweighs an empty answer. */
const outweighs = ({ result, early, vague }: Failure, { failure: held, headless }: DnsDraft): boolean => {
  // Why no server was reached stood above, and was cut.
  if (held === undefined) return vague !== true || !headless;
  return (held.early && early !== true) || (held.result === 'noanswer' && result !== 'noanswer');
};

const addLone = (draft: DnsDraft, value: string, line: Line): void => {
  const isAddress = scopeOf(value) !== undefined;
  if (draft.expects === 'alias' && !isAddress) draft.listed.push(value.toLowerCase().replace(/\.$/, ''));
  if (draft.expects === 'address' && isAddress) addAddress(draft, value, line);
};
