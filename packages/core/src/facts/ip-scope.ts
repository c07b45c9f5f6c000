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

const scopeOfOctets = ([a = 0, b = 0]: readonly number[]): IpScope => {
  if (a === 127 || a === 0 || (a === 169 && b === 254)) return 'local';
  const shared = a === 100 && b >= 64 && b < 128;
  return a === 10 || (a === 172 && b >= 16 && b < 32) || (a === 192 && b === 168) || shared ? 'private' : 'public';
};

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
  const [first = 0, , , , , mark = 0, high = 0, low = 0] = groups;
  if (groups.slice(0, 5).every((group) => group === 0)) {
    if (mark === 0xffff) return scopeOfOctets([high >> 8, high & 255]);
    if (mark === 0 && high === 0 && low <= 1) return 'local';
  }
  if (first >= 0xfe80 && first <= 0xfebf) return 'local';
  return (first >= 0xfc00 && first <= 0xfdff) || (first >= 0xfec0 && first <= 0xfeff) ? 'private' : 'public';
};
