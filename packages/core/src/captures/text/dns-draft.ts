import type { Line } from '../../bundle/line.ts';
import type { DnsAlias } from '../../facts/fact.ts';
import type { DnsClient, DnsResult, ReadDnsLine } from './dns-line.ts';

/** Where a lookup ran, if its own lines say so. */
export interface DnsVantage {
  readonly inPod?: boolean;
  readonly namespace?: string;
  readonly pod?: string;
}

/** One lookup while its lines arrive. */
export interface DnsDraft {
  readonly first: Line;
  last: Line;
  client: DnsClient | undefined;
  /** The name the program repeats as asked for. */
  asked?: string;
  server?: string;
  /** What stands beside the server's address. */
  serverName?: string;
  /** The server's address has no port, as only Windows prints it. */
  portless: boolean;
  /** Address lines still belong to the server. */
  inServer: boolean;
  name?: string;
  readonly aliases: DnsAlias[];
  /** Names below `Aliases:`, of which the first was asked for. */
  readonly listed: string[];
  readonly addresses: string[];
  readonly names: string[];
  /** What it failed with, and by how sure a word. */
  failure?: { readonly result: DnsResult; readonly early: boolean };
  /** An answer came that the program, or who reads what it printed, could not read. */
  garbled: boolean;
  /** A blank line stood behind the answer. */
  parted: boolean;
  /** What a line with nothing but a value continues. */
  expects?: 'address' | 'alias';
  /** The program gave up. */
  ended: boolean;
  /** How often an answer has begun, whatever it holds. */
  answers: number;
  /** Records that follow are not of the answer. */
  aside: boolean;
  vantage: DnsVantage;
  /** Each question is printed too, so every name of a search list that was tried shows. */
  debug: boolean;
  /** Its first lines are not here: what the name at its beginning stands for is not known. */
  headless: boolean;
  readonly quotes: Record<string, Line>;
}

export const newDnsDraft = (line: Line): DnsDraft => ({
  first: line,
  last: line,
  client: undefined,
  inServer: false,
  portless: false,
  aliases: [],
  listed: [],
  addresses: [],
  names: [],
  garbled: false,
  parted: false,
  ended: false,
  answers: 0,
  aside: false,
  vantage: {},
  debug: false,
  headless: false,
  quotes: {},
});

/** Whether a line begins another lookup than the one read so far. */
export const beginsLookup = (draft: DnsDraft, said: ReadDnsLine): boolean => {
  if (draft.ended) return said.is !== 'noise';
  if (said.client === 'host' && isOfAnother(draft)) return said.is !== 'noise';
  if (said.is === 'server') return said.client !== 'dig' && isBegun(draft);
  if (said.is === 'begin') return isBegun(draft) || draft.asked !== undefined;
  if (said.is === 'failed' && failsApart(draft, said)) return true;
  return isAnswered(draft) && answersAnew(draft, said);
};

/** An answer that another program than host printed; before one, host itself prints what BIND's other programs do. */
const isOfAnother = (draft: DnsDraft): boolean =>
  draft.client !== undefined && draft.client !== 'host' && (isBegun(draft) || draft.aliases.length > 0);

/** Behind an answer and a blank line no server fails any more. */
const failsApart = (draft: DnsDraft, { early, client, name }: Failure): boolean => {
  if (!draft.parted || client === 'windows') return false;
  return early === true ? draft.answers > 0 : draft.aliases.length > 0 && !knows(draft, name);
};

/** Behind an answer only what cannot belong to it begins anew. */
const answersAnew = (draft: DnsDraft, said: ReadDnsLine): boolean => {
  if (said.is === 'alias' || said.is === 'resolved') return said.client === 'host' && !knows(draft, said.name);
  if (said.is === 'pointer') return draft.names.length === 0;
  return said.is === 'failed' && failsAnew(draft, said);
};

const isAnswered = (draft: DnsDraft): boolean =>
  draft.addresses.length > 0 || draft.names.length > 0 || draft.failure?.early === false;

const isBegun = (draft: DnsDraft): boolean => isAnswered(draft) || draft.server !== undefined || draft.answers > 0;

const failsAnew = (draft: DnsDraft, { name, early, client }: Failure): boolean =>
  (draft.parted || client === 'host') && (early === true || !knows(draft, name));

const knows = (draft: DnsDraft, name: string | undefined): boolean =>
  name === undefined ||
  name === '' ||
  name === draft.name ||
  (draft.first.number === 1 && draft.name !== undefined && name.endsWith(draft.name)) ||
  name === draft.asked ||
  draft.aliases.some((alias) => alias.name === name || alias.target === name);

/** A failure as a line tells it. */
export interface Failure {
  readonly result: DnsResult;
  readonly name?: string;
  readonly early?: true;
  readonly end?: true;
  readonly garbled?: true;
  readonly vague?: true;
  readonly client?: DnsClient;
}
