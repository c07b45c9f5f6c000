import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { gate, gateFact, MAX_FIELD, MAX_QUOTE } from './evidence-gate.ts';
import type { ConfigMapFact, LogLineFact } from './fact.ts';

const PRINTABLE = /^[^\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]*$/u;

describe('what acts is shown', () => {
  test.each([
    ['\u001b[31mred\u001b[0m', '^[[31mred^[[0m'],
    ['a\u0000b\u0007c\rd', 'a\\u{0}b\\u{7}c\\u{d}d'],
    ['NAME\tREADY', 'NAME READY'],
    ['file\u202etxt.exe', 'file\\u{202e}txt.exe'],
    ['zero\u200bwidth\ufeff', 'zero\\u{200b}width\\u{feff}'],
    ['first\nsecond\u2028third', 'first\\u{a}second\\u{2028}third'],
    ['half \ud83d', 'half \\u{d83d}'],
    ['\u009b31m', '\\u{9b}31m'],
    ['Größe 漢字 🙂', 'Größe 漢字 🙂'],
  ])('%j', (text, shown) => {
    expect(gate(text)).toBe(shown);
  });
});

describe('secrets go', () => {
  test.each([
    ['-----BEGIN RSA PRIVATE KEY----- MIIEow -----END RSA PRIVATE KEY----- after', '<redacted> after'],
    ['key: -----BEGIN PRIVATE KEY-----', 'key: <redacted>'],
    ['jwt eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJ4In0.c2lnbmF0dXJl end', 'jwt <redacted> end'],
    ['Authorization: Bearer abc.def', 'Authorization: Bearer <redacted>'],
    [
      'curl -H "Authorization: Basic dXNlcjpwYXNz" https://contoso.example',
      'curl -H "Authorization: Basic <redacted>" https://contoso.example',
    ],
    ['sent Bearer 0f9a8b7c6d5e', 'sent Bearer <redacted>'],
    [
      'https://shop.blob.core.windows.net/a?sv=2022&sig=Zm9v%2Fb3I%3D&se=1',
      'https://shop.blob.core.windows.net/a?sv=2022&sig=<redacted>&se=1',
    ],
    [
      'AccountName=shop;AccountKey=Zm9vYmFy==;EndpointSuffix=core',
      'AccountName=shop;AccountKey=<redacted>;EndpointSuffix=core',
    ],
    [
      'postgres://shop:hunter2@db.contoso.example:5432/orders',
      'postgres://shop:<redacted>@db.contoso.example:5432/orders',
    ],
    ['Server=db;User=sa;Password=hunter2;Encrypt=true', 'Server=db;User=sa;Password=<redacted>;Encrypt=true'],
    ['Server=db;Pwd=hunter2', 'Server=db;Pwd=<redacted>'],
    ['client_secret=abc~123&grant_type=x', 'client_secret=<redacted>&grant_type=x'],
    ['{"clientSecret":"abc","tenant":"t"}', '{"clientSecret":"<redacted>","tenant":"t"}'],
    ['{\\"password\\": \\"abc\\", \\"n\\": 1}', '{\\"password\\": \\"<redacted>\\", \\"n\\": 1}'],
    ['      DB_PASSWORD:  hunter2', '      DB_PASSWORD:  <redacted>'],
    ['      STORAGE_KEY:  Zm9vYmFy', '      STORAGE_KEY:  <redacted>'],
    ['  - GITHUB_TOKEN: abc123', '  - GITHUB_TOKEN: <redacted>'],
    ['export API_KEY=abc123', 'export API_KEY=<redacted>'],
    [`used ghp_${'a1B2'.repeat(9)} here`, 'used <redacted> here'],
    ['AKIAABCDEFGHIJKLMNOP', '<redacted>'],
    [`abc8Q~${'xY3-'.repeat(8)}`, '<redacted>'],
    [
      `{"auths":{"contoso.azurecr.io":{"auth":"ZGVwbG95OnBhc3M="}}}`,
      '{"auths":{"contoso.azurecr.io":{"auth":"<redacted>"}}}',
    ],
    [`MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQC7VJTUt9Us8cKj`, '<redacted>'],
  ])('%s', (text, clean) => {
    expect(gate(text)).toBe(clean);
  });
});

describe('what is no secret stays', () => {
  test.each([
    'mcr.microsoft.com/oss/pause@sha256:7031c1b283388d2c2e09b57badb803c05ebed362dc88d84b480cc47f72a21097',
    'containerd://7031c1b283388d2c2e09b57badb803c05ebed362dc88d84b480cc47f72a21097',
    'extension-agent-55d4f4795f-sqx7q 2/2 Running 0 2d19h',
    '/subscriptions/0b1f6471-1bf0-4dda-aec3-cb9272f09590/resourceGroups/shop',
    "      DB_PASSWORD:  <set to the key 'password' in secret 'db'>  Optional: false",
    'MountVolume.SetUp failed for volume "cert" : secret "kube-aad-proxy-certificate" not found',
    'SecretName:  kube-aad-proxy-certificate',
    'failed to authorize: failed to fetch anonymous token: unexpected status: 401 Unauthorized',
    'TokenExpirationSeconds:  3607',
    'Basic authentication is off',
    'dial tcp 10.0.0.1:443: i/o timeout',
    'Get "https://10.0.0.1:443/api?timeout=32s": dial tcp',
    'password: ',
    'Host Port:    10250/TCP',
  ])('%s', (text) => {
    expect(gate(text)).toBe(text);
  });
});

test('a long text is cut with an ellipsis, never inside a character', () => {
  expect(gate('a'.repeat(500))).toBe(`${'a'.repeat(MAX_QUOTE - 1)}…`);
  expect(gate(`${'a'.repeat(398)}🙂🙂`)).toBe(`${'a'.repeat(398)}…`);
  expect(gate('abcdef', 3)).toBe('ab…');
});

test('a secret across the cut does not show its beginning', () => {
  expect(gate(`${'a'.repeat(380)} password=${'x1'.repeat(300)}`)).not.toContain('x1');
});

const pieces = fc.constantFrom(
  'password=',
  'pwd: ',
  'token',
  '"secret": "',
  '<redacted>',
  '<redac',
  '…',
  'Bearer ',
  'Basic ',
  'eyJhbGciOiJ',
  '.',
  'sig=',
  '&',
  '://',
  'user:',
  '@',
  '\u202e',
  '\n',
  ' ',
  '"',
  '\\',
  '$(',
  'abc123',
  'AccountKey=',
  ';',
  '-----BEGIN A-----',
  '-----END A-----',
  'A'.repeat(42),
  '+ACR',
  'Q~',
  '==',
  'API_KEY=',
  'AKIA',
  'authorization: ',
  "'",
  'x'.repeat(100),
  '\ud83d',
  '🙂',
  ':',
  '=',
  '\t',
);
const texts = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(pieces, { maxLength: 30 }).map((parts) => parts.join('')),
);

test('what comes out is printable and short, and passes again unchanged', () => {
  fc.assert(
    fc.property(texts, fc.integer({ min: 1, max: 450 }), (text, max) => {
      const once = gate(text, max);
      expect(once).toMatch(PRINTABLE);
      expect(once.length).toBeLessThanOrEqual(max);
      expect(gate(once, max)).toBe(once);
    }),
    { numRuns: 3_000 },
  );
});

test.each([
  'password',
  'a-',
  'eyJ-',
  '://a',
  'Bearer a',
  '-----BEGIN A-----',
  '"secret": "',
  'a:',
  'A',
  'Aa1+',
  '\u202e',
  '_KEY',
  'sig=',
  ' ',
  '-',
])('a long run of %j passes at once', (part) => {
  const started = performance.now();
  gate(part.repeat(MAX_FIELD / part.length), MAX_FIELD);
  expect(performance.now() - started).toBeLessThan(1_500);
});

const origin = { path: 'logs/\u202eagent.log', line: 3, endLine: 3 };

test('every string of a fact passes, with its line ends', () => {
  const fact: LogLineFact = {
    kind: 'log-line',
    origin,
    text: 'x',
    message: 'one\ntwo\u001b[0m password=hunter2',
    fields: { clientSecret: 'abc', CorrelationId: '0b1f6471-1bf0-4dda-aec3-cb9272f09590', taintKey: 'a' },
  };
  expect(gateFact(fact)).toEqual({
    ...fact,
    origin: { path: 'logs/\\u{202e}agent.log', line: 3, endLine: 3 },
    message: 'one\ntwo^[[0m password=<redacted>',
    fields: { clientSecret: '<redacted>', CorrelationId: '0b1f6471-1bf0-4dda-aec3-cb9272f09590', taintKey: 'a' },
  });
});

test('a key named __proto__ stays a key', () => {
  const data = JSON.parse('{"__proto__":"x","coredns.override":"hosts {\\n 20.39.12.229 a\\n}"}') as Record<
    string,
    string
  >;
  const fact: ConfigMapFact = { kind: 'config-map', origin: { path: 'a', line: 1, endLine: 1 }, data };
  expect(Object.keys(gateFact(fact).data ?? {})).toEqual(['__proto__', 'coredns.override']);
});

test('a variable whose name is that of a secret keeps its name only', () => {
  const env = [
    { name: 'DB_PASSWORD', value: 'hunter2' },
    { name: 'DB_PORT', value: '5432' },
  ];
  const pod = gateFact({ kind: 'pod' as const, origin, containers: [{ name: 'web', env }] });
  expect(pod.containers?.[0]?.env).toEqual([
    { name: 'DB_PASSWORD', value: '<redacted>' },
    { name: 'DB_PORT', value: '5432' },
  ]);
});
