/**
 * Whether a command, as words, only reads: the program, what it is told to do and each of its flags are known to change
 * nothing, to wait for nothing, and to read no file of the machine it runs on. Anything else is refused.
 */
export function isReadOnly([program = '', ...words]: readonly string[]): boolean {
  if (words.some((word) => CONTROL.test(word))) return false;
  return Object.hasOwn(PROGRAMS, program) && PROGRAMS[program]!(words);
}

const CONTROL = /[\p{Cc}\u2028\u2029]/u;

/** Words that are no flags nor their values, and whether every flag is one that may be given. */
interface Given {
  readonly plain: readonly string[];
  readonly allowed: boolean;
}

/** The values that a flag may have; `undefined`: it takes none. */
type Flags = Readonly<Record<string, RegExp | undefined>>;

const ANY = /^(?!-)/;
const NUMBER = /^\d{1,9}$/;

const KUBECTL_FLAGS: Flags = {
  '-n': ANY,
  '--namespace': ANY,
  '-l': ANY,
  '--selector': ANY,
  '--field-selector': ANY,
  '-c': ANY,
  '--container': ANY,
  '-o': /^(?:wide|yaml|json|name)$/,
  '--output': /^(?:wide|yaml|json|name)$/,
  '--tail': /^-?\d{1,9}$/,
  '--since': /^\d{1,6}[smh]$/,
  '--sort-by': /^\.?[\w.{}]{1,80}$/,
  '--types': ANY,
  '--for': ANY,
  '--max-log-requests': NUMBER,
  '-A': undefined,
  '--all-namespaces': undefined,
  '--all-containers': undefined,
  '--all-pods': undefined,
  '--timestamps': undefined,
  '--prefix': undefined,
  '--previous': undefined,
  '-p': undefined,
  '--ignore-errors': undefined,
  '--ignore-not-found': undefined,
  '--show-labels': undefined,
  '--no-headers': undefined,
};

const HELM_FLAGS: Flags = {
  '-n': ANY,
  '--namespace': ANY,
  '-A': undefined,
  '--all-namespaces': undefined,
  '-a': undefined,
  '--all': undefined,
  '--max': NUMBER,
  '--revision': NUMBER,
  '-o': /^(?:table|json|yaml)$/,
  '--output': /^(?:table|json|yaml)$/,
};

const PROGRAMS: Readonly<Record<string, (words: readonly string[]) => boolean>> = {
  kubectl: isReadingKubectl,
  helm: isReadingHelm,
  az: isReadingAz,
  nslookup: isLookup,
  dig: isLookup,
  host: isLookup,
};

const KUBECTL_VERBS: ReadonlySet<string> = new Set(['get', 'describe', 'logs', 'events', 'top', 'version']);

function isReadingKubectl(words: readonly string[]): boolean {
  const at = words.indexOf('--');
  const { plain, allowed } = takeFlags(at < 0 ? words : words.slice(0, at), KUBECTL_FLAGS);
  if (!allowed) return false;
  if (plain[0] === 'exec') return at >= 0 && plain.length === 2 && isInner(words.slice(at + 1));
  const secret = plain.slice(1).some((word) => SECRETS.test(word));
  const shown = words.some((word) => /^(?:-o|--output)/.test(word));
  return at < 0 && KUBECTL_VERBS.has(plain[0] ?? '') && !(secret && shown);
}

/** What secrets hold is not collected; that they are there may be. */
const SECRETS = /(?:^|,)secrets?(?:[./,]|$)/i;

/** What may run inside a pod. */
const isInner = ([program = '', ...words]: readonly string[]): boolean =>
  program === 'cat' ? words.join(' ') === '/etc/resolv.conf' : DNS.has(program) && isLookup(words);

const DNS: ReadonlySet<string> = new Set(['nslookup', 'dig', 'host']);

/** Names and servers, and flags that only say how to ask. */
function isLookup(words: readonly string[]): boolean {
  return words.length > 0 && words.every((word) => LOOKUP_WORD.test(word));
}

const LOOKUP_WORD = /^(?:@?[\w.:][\w.:-]{0,254}|-(?:type|query|q)=\w{1,10}|-[txv46]|\+\w{1,20})$/;

function isReadingHelm(words: readonly string[]): boolean {
  const { plain, allowed } = takeFlags(words, HELM_FLAGS);
  const [verb = '', what = ''] = plain;
  return (
    allowed && (['list', 'history', 'status'].includes(verb) || (verb === 'get' && /^(?:notes|manifest)$/.test(what)))
  );
}

/** `az GROUP ... show` and `list`; they take no file, and print what there is. */
function isReadingAz(words: readonly string[]): boolean {
  const flags = words.findIndex((word) => word.startsWith('-'));
  const verb = words.slice(0, flags < 0 ? undefined : flags);
  const isPlain = verb.every((word) => /^[a-z][a-z0-9-]{0,40}$/.test(word));
  const values = flags < 0 ? [] : words.slice(flags);
  return (
    isPlain &&
    /^(?:show|list)$/.test(verb.at(-1) ?? '') &&
    !verb.some((word) => AZ_SECRET.test(word)) &&
    values.every((word) => AZ_WORD.test(word))
  );
}

const AZ_SECRET = /secret|key|password|credential|token/;
const AZ_WORD =
  /^(?:--(?:resource-group|name|cluster-name|cluster-type|subscription|output|nodepool-name)|-[gno]|[\w./][\w./-]{0,200})$/;

function takeFlags(words: readonly string[], flags: Flags): Given {
  const plain: string[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at]!;
    if (!word.startsWith('-')) {
      plain.push(word);
      continue;
    }
    const equals = word.indexOf('=');
    const name = equals < 0 ? word : word.slice(0, equals);
    if (!Object.hasOwn(flags, name)) return { plain, allowed: false };
    const values = flags[name];
    if (!values) {
      if (equals >= 0 && !/^(?:true|false)$/.test(word.slice(equals + 1))) return { plain, allowed: false };
      continue;
    }
    const value = equals < 0 ? words[++at] : word.slice(equals + 1);
    if (value === undefined || !values.test(value)) return { plain, allowed: false };
  }
  return { plain, allowed: true };
}
