import type { Transport } from '../../facts/fact.ts';
import { endpointOf } from '../../facts/endpoint.ts';
import type { EndpointClass } from '../../facts/endpoint.ts';
import { known } from '../../facts/known.ts';

/** What a text tells of a call over the network: how it failed, or with which status it was answered. */
export interface TransportReading {
  readonly transport?: Transport;
  readonly httpStatus?: number;
  readonly endpoint?: EndpointClass;
}

/** A text without any of these (ASCII case ignored) tells of no transport failure. */
export const TRANSPORT_LITERALS: readonly string[] = [
  'no such host',
  'server misbehaving',
  'temporary failure in name resolution',
  'name or service not known',
  'could not resolve host',
  'getaddrinfo',
  'i/o timeout',
  'client.timeout',
  'context deadline exceeded',
  'awaiting headers',
  'connection timed out',
  'tls handshake timeout',
  'connection refused',
  'actively refused',
  'connection reset by peer',
  'forcibly closed by the remote host',
  'no route to host',
  'network is unreachable',
  'x509: cert',
  'x509: cannot',
  'failed to verify certificate',
  'proxyconnect tcp',
  'proxy authentication required',
  'unexpected eof',
  ...['get', 'post', 'put', 'head', 'patch', 'delete'].flatMap((method) =>
    ['http://', 'https://'].flatMap((scheme) => [`${method} ${scheme}`, `${method} "${scheme}`]),
  ),
];

/** A text without any of these (ASCII case ignored) tells of no HTTP status. */
export const HTTP_STATUS_LITERALS: readonly string[] = [
  'response code {',
  'errorcode: ',
  'error code: ',
  'statuscode',
  'status code',
  'http status',
  'unexpected status',
  'unauthorized',
  'forbidden',
  'not found',
  'too many requests',
  'bad request',
  'bad gateway',
  'service unavailable',
  'gateway timeout',
  'internal server error',
  'proxy authentication required',
];

/** A text without any of these (ASCII case ignored) speaks of no such endpoint. */
export const ENDPOINT_LITERALS: Readonly<Record<string, readonly string[]>> = {
  dataplane: [
    'kubernetesconfiguration',
    'getPendingConfigs',
    'GET configurations',
    'POST status returned',
    '/configurations/',
  ],
};

/**
 * Reads Go's network errors and the HTTP statuses that agents, container runtimes and Azure clients print. Probes of a
 * kubelet are no calls to an endpoint: nothing is read from them.
 */
export const readTransport = (text: string): TransportReading => {
  if (PROBE.test(text)) return {};
  const plain = withoutEscapes(text).replace(HELP_LINK, ' ');
  const failure = failureIn(plain);
  const httpStatus = statusIn(plain);
  const transport = failure === undefined ? undefined : transportOf(plain, failure);
  if (transport === undefined && httpStatus === undefined) return {};
  return known<TransportReading>({ transport, httpStatus, endpoint: transport?.endpoint ?? endpointIn(plain) });
};

const PROBE = /\b(?:liveness|readiness|startup) probe (?:failed|errored|warning)|\bprobe(?:Type="| failed" )/i;

/** Where an error sends its reader is not what it called: a URL behind `visit` or `see`, or a bare short link of Microsoft's. */
const HELP_LINK =
  /\b(?:visit|see):?\s{1,3}https?:\/\/[^\s"]{1,500}|(?<!["\w])https?:\/\/(?:aka\.ms|go\.microsoft\.com|learn\.microsoft\.com)\/[^\s"]{1,500}/gi;

/** Records quote records: undoes what JSON did to quotes and angle brackets, at any depth, and drops what remains. */
const withoutEscapes = (text: string): string =>
  text.replace(/\\(u003c|u003e|u0026|[nrt])?/gi, (_, code: string | undefined) =>
    code === undefined ? '' : (UNESCAPED.get(code.toLowerCase()) ?? ' '),
  );

const UNESCAPED = new Map([
  ['u003c', '<'],
  ['u003e', '>'],
  ['u0026', '&'],
]);

interface Failure {
  readonly class: Transport['class'];
  readonly at: number;
}

const failureIn = (text: string): Failure | undefined => {
  for (const [kind, pattern, context] of FAILURES) {
    const at = text.search(pattern);
    if (at >= 0 && (context === undefined || context.test(text))) return { class: kind, at };
  }
  return undefined;
};

/** A time-out of Helm or of a gRPC call is none of the network's, unless a URL, a dial or a pull stands beside it. */
const CALL = /https?:\/\/|\bdial tcp\b|\bpull(?:ing)?\b|failed to do request/i;

/** The order decides: the outermost error of a chain comes first, and a failed lookup hides behind any of the others. */
const FAILURES: readonly (readonly [Transport['class'], RegExp, RegExp?])[] = [
  ['proxy', /proxyconnect tcp|proxy authentication required/i],
  [
    'tls-inspection',
    /x509: certificate (?:signed by|is valid for|is not valid for|relies on)|tls: failed to verify certificate: x509: (?!certificate has expired)/i,
  ],
  ['other', /\bx509: (?:certificate|cannot)\b/i],
  [
    'name-not-found',
    /no such host|name or service not known|could not resolve host|nodename nor servname|getaddrinfo enotfound/i,
  ],
  ['name-server-failed', /server misbehaving|temporary failure in name resolution|getaddrinfo eai_again/i],
  [
    'name-server-failed',
    /\blookup \S{1,255}(?: on \S{1,80})?: .{0,120}?(?:i\/o timeout|timed out|refused|unreachable|no route|deadline exceeded)/i,
  ],
  ['tls-timeout', /tls handshake timeout/i],
  ['refused', /connection refused|actively refused/i],
  ['reset', /connection reset by peer|forcibly closed by the remote host/i],
  ['unreachable', /no route to host|network is unreachable/i],
  ['timeout', /i\/o timeout|client\.timeout|awaiting headers|connection timed out/i],
  ['timeout', /context deadline exceeded/i, CALL],
  ['closed', /\b(?:get|post|put|head|patch|delete) "?https?:\/\/[^\s"]{1,2000}"?: (?:unexpected )?eof\b/i],
  ['closed', /unexpected eof\b/i, CALL],
];

const transportOf = (text: string, { class: kind, at }: Failure): Transport => {
  const lookup = LOOKUP.exec(text);
  const address = DIALLED.exec(text)?.[1] ?? READ.exec(text)?.[1];
  const looked = kind === 'proxy' ? undefined : lookup?.[1];
  const host = (looked ?? urlHostIn(text, at) ?? imageHostIn(text))?.toLowerCase().replace(/\.$/, '');
  return known<Transport>({
    class: kind,
    host,
    address: address?.replace(/^\[|\]$/g, ''),
    endpoint: host === undefined ? endpointIn(text) : API_PATH.test(text) ? 'apiserver' : endpointOf(host),
  });
};

const LOOKUP = /\blookup ([^\s:]{1,255})(?: on |:|\s|$)/;
const DIALLED = /\bdial (?:tcp|udp) (\[[\da-fA-F:.%a-z]{2,60}\]|\d{1,3}(?:\.\d{1,3}){3}):\d/;
const READ = /\b(?:read|write) tcp \S{3,60}->(\[[\da-fA-F:.%a-z]{2,60}\]|\d{1,3}(?:\.\d{1,3}){3}):\d/;
/** Pods call the API server by the address of its service or its own. */
const API_PATH =
  /\bhttps:\/\/(?:\[[\da-fA-F:]{2,50}\]|\d{1,3}(?:\.\d{1,3}){3})(?::(?:443|6443))?\/(?:apis?|version|openapi)(?:\/|\?|")/;

const URL_HOST =
  /\bhttps?:\/\/(?:[^\s/@"]{1,100}@)?(\[[\da-fA-F:.]{2,50}\]|[^\s/:?#"'(){}[\]]{1,255}|\[region\][^\s/:?#"'(){}[\]]{1,255})/gi;

/** The URL in front of an error is the one that failed; some clients print it behind. */
const urlHostIn = (text: string, before: number): string | undefined => {
  let found: string | undefined;
  for (const match of text.matchAll(URL_HOST)) {
    if (found !== undefined && match.index > before) break;
    found = match[1];
  }
  return found?.replace(/^\[([\da-fA-F:.]+)\]$/, '$1');
};

const IMAGE = /\b(?:image|reference|resolve) "?([a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,8})(?::\d{2,5})?\//i;

const imageHostIn = (text: string): string | undefined => IMAGE.exec(text)?.[1];

const STATUS = new RegExp(
  [
    String.raw`response code \{(\d{3})\}`,
    String.raw`\berror ?code: ?(\d{3})\b`,
    String.raw`\bstatus ?code"?\s?[=:]?\s?['"{]?(\d{3})\b`,
    String.raw`\bhttp(?:\/[\d.]+)? (?:status(?: code)?:? )?(\d{3})\b`,
    String.raw`\bunexpected (?:http )?status(?: code)?(?: from \w+ request to)? ?\S{0,500}:? (\d{3})\b`,
    String.raw`\b(\d{3}) (?:unauthorized|forbidden|not found|too many requests|bad request|conflict|bad gateway|service unavailable|gateway timeout|internal server error|proxy authentication required)\b`,
  ].join('|'),
  'i',
);

const statusIn = (text: string): number | undefined => {
  const digits = STATUS.exec(text)
    ?.slice(1)
    .find((group) => group !== undefined);
  const status = Number(digits);
  return status >= 100 && status < 600 ? status : undefined;
};

/** The endpoint a text speaks of without a failed host: by its URL, else by the words of the agents. */
const endpointIn = (text: string): EndpointClass | undefined => {
  const host = urlHostIn(text, 0);
  const byHost = host === undefined ? 'other' : endpointOf(host);
  if (byHost !== 'other') return byHost;
  if (/\badal: |azidentity|ManagedIdentityCredential|getting (?:the )?(?:auth header|token)/.test(text))
    return 'identity';
  if (/getPendingConfigs|GET configurations|POST status returned|\/configurations\//.test(text)) return 'dataplane';
  return host === undefined ? undefined : byHost;
};
