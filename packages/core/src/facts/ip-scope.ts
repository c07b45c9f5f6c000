/** Where an address can be reached from: a private network, this machine or link only, or anywhere. */
export type IpScope = 'private' | 'public' | 'local';

/** The scope of an IPv4 or IPv6 address (also IPv4 mapped into IPv6); absent where the text is no address. */
export const scopeOf = (address: string): IpScope | undefined => {
  const text = address.trim().replace(/%.*$/, '');
  const four = octetsOf(text);
  if (four !== undefined) return scopeOfOctets(four);
  const six = groupsOf(text);
  return six === undefined ? undefined : scopeOfGroups(six);
};

const octetsOf = (text: string): readonly number[] | undefined => {
  const octets = /^\d{1,3}(?:\.\d{1,3}){3}$/.test(text) ? text.split('.').map(Number) : undefined;
  return octets?.every((octet) => octet <= 255) ? octets : undefined;
};

/** Ranges of the first 16 bits of an address; what is in none of them is public. */
type Ranges = readonly (readonly [from: number, to: number, scope: IpScope])[];

const FOUR: Ranges = [
  [0x0000, 0x00ff, 'local'], // 0/8
  [0x0a00, 0x0aff, 'private'], // 10/8
  [0x6440, 0x647f, 'private'], // 100.64/10
  [0x7f00, 0x7fff, 'local'], // 127/8
  [0xa9fe, 0xa9fe, 'local'], // 169.254/16
  [0xac10, 0xac1f, 'private'], // 172.16/12
  [0xc0a8, 0xc0a8, 'private'], // 192.168/16
];

const SIX: Ranges = [
  [0xfc00, 0xfdff, 'private'], // fc00::/7
  [0xfe80, 0xfebf, 'local'], // fe80::/10
  [0xfec0, 0xfeff, 'private'], // fec0::/10, once for sites
];

const within = (ranges: Ranges, start: number): IpScope =>
  ranges.find(([from, to]) => start >= from && start <= to)?.[2] ?? 'public';

const scopeOfOctets = ([a = 0, b = 0]: readonly number[]): IpScope => within(FOUR, a * 256 + b);

const groupsOf = (text: string): readonly number[] | undefined => {
  if (text.length > 45 || !text.includes(':')) return undefined;
  const [left = '', right, ...more] = splitLastFour(text).split('::');
  if (more.length > 0) return undefined;
  const head = left === '' ? [] : left.split(':');
  const tail = right === undefined || right === '' ? [] : right.split(':');
  const missing = 8 - head.length - tail.length;
  if (right === undefined ? missing !== 0 : missing < 1) return undefined;
  const groups = [...head, ...Array<string>(missing).fill('0'), ...tail];
  return groups.every((group) => /^[\da-f]{1,4}$/i.test(group))
    ? groups.map((group) => parseInt(group, 16))
    : undefined;
};

/** `::ffff:10.0.0.1` has its last two groups in the notation of IPv4. */
const splitLastFour = (text: string): string => {
  const at = text.lastIndexOf(':') + 1;
  const octets = octetsOf(text.slice(at));
  if (octets === undefined) return text;
  const [a = 0, b = 0, c = 0, d = 0] = octets;
  return `${text.slice(0, at)}${(a * 256 + b).toString(16)}:${(c * 256 + d).toString(16)}`;
};

const scopeOfGroups = (groups: readonly number[]): IpScope => {
  const mapped = /^(?:0,){5}65535,(\d+),/.exec(groups.join())?.[1];
  if (mapped !== undefined) return within(FOUR, Number(mapped));
  return /^(?:0,){7}[01]$/.test(groups.join()) ? 'local' : within(SIX, groups[0] ?? 0);
};
