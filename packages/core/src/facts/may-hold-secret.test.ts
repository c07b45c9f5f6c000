import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mayHoldSecret } from './may-hold-secret.ts';
import { searchSecrets } from './redact-secrets.ts';

const PIECES =
  'password passwd passphrase pwd secret clientSecret TOKEN api_key api-key AccessKey account_key connection-string ' +
  'credentials client-key-data STORAGE_KEY x_key Bearer basic Authorization sig SharedAccessSignature AccountKey cookie ' +
  'subscription-key functions-key "auth" "auth\\" "kind":"Secret" "data":{ "name":" ","value":" -----BEGIN KEY----- ' +
  'eyJ eyJhbGciOiJSUzI1NiJ9.eyJzdWIi postgres://a:b@c :// ghp_ gho_ github_pat_ AKIA ASIA akia abc8Q~ +ACR ' +
  'LS0tLS1CRUdJTi xoxb- glpat- npm_ AIza sk_live_ SG. hvs. dckr_pat_ dop_v1_ ya29. login --token <password> </password> ' +
  'a1B2 0123456789 Zm9vYmFy = : : == " \' \\ @ , ; {} ( ) nil … ^ \n \t é';

const piece = fc.oneof(
  fc.constantFrom(...PIECES.split(' '), ' '),
  fc.constantFrom('a', 'B', '7', '/', '+', '-', '_', '.').chain((one) => fc.nat(90).map((count) => one.repeat(count))),
  fc.stringMatching(/^[A-Za-z0-9+/]{30,90}$/),
  fc.string({ maxLength: 4 }),
);
const text = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));

test('a text that is said to hold no secret holds none, as the search for each sort of one shows', () => {
  fc.assert(
    fc.property(text, (given) => {
      if (!mayHoldSecret(given)) expect(searchSecrets(given, () => '<redacted>')).toBe(given);
    }),
    { numRuns: 20_000 },
  );
});

test('where a text holds no secret, no part of it does', () => {
  fc.assert(
    fc.property(text, fc.nat(), fc.nat(), (given, from, length) => {
      const part = given.slice(from % (given.length + 1)).slice(0, length % (given.length + 1));
      if (!mayHoldSecret(given)) expect(mayHoldSecret(part)).toBe(false);
    }),
  );
});

test.each([
  [`a ${'aB3'.repeat(20)}`, true],
  [`a ${'aB3'.repeat(19)}xy`, false],
  [`${'x'.repeat(30)}-${'aB3'.repeat(20)}`, true],
  [`containerd://${'0f'.repeat(32)}`, false],
  [`a ${'0f'.repeat(42)}0`, false],
  [`a ${'0f'.repeat(43)}`, true],
  ['amqp://shop:', false],
  ['amqp://shop:pass@queue', true],
  ['amqp://shop@queue/a', true],
  ['https://mcr.microsoft.com/v2/ for a@b', false],
  ['PASSWORD', true],
  ['the key of the string', false],
])('%s', (given, expected) => {
  expect(mayHoldSecret(given)).toBe(expected);
});
