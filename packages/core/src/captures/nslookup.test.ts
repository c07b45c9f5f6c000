import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Command } from './capture.ts';
import { nslookup } from './nslookup.ts';
import { linesOf, parseSample } from './parse-sample.test.kit.ts';

const read = (text: string, command?: Command) => parseSample(nslookup, text, command).facts;

const HOST = 'eastus.dp.kubernetesconfiguration.azure.com';
const LINK = 'eastus.privatelink.dp.kubernetesconfiguration.azure.com';

const TYPED: Command = { text: `nslookup ${HOST}`, line: 1, program: 'nslookup', names: [HOST] };
const EXEC: Command = {
  text: `kubectl exec -it -n kube-system extension-agent-55d4f4795f-nld9q -- nslookup ${HOST}`,
  line: 1,
  program: 'kubectl',
  verb: 'exec',
  namespace: 'kube-system',
  names: ['extension-agent-55d4f4795f-nld9q'],
  inner: TYPED,
};

const BIND = `Server:\t\t10.0.0.10
Address:\t10.0.0.10#53

Non-authoritative answer:
${HOST}\tcanonical name = ${LINK}.
Name:\t${LINK}
Address: 10.224.1.184
`;

test('BIND, a chain that ends in a private address', () => {
  expect(read(BIND)).toEqual([
    {
      kind: 'dns-lookup',
      origin: { path: 'capture.txt', line: 1, endLine: 7 },
      client: 'bind',
      query: HOST,
      server: '10.0.0.10',
      result: 'ok',
      aliases: [{ name: HOST, target: LINK }],
      address: ['10.224.1.184'],
      scope: 'private',
      endpoint: 'dataplane',
      region: 'eastus',
      vantage: 'unknown',
    },
  ]);
});

test('the line of the deciding address stands for the lookup, and fields have their own', () => {
  const quotes = parseSample(nslookup, BIND).quotes[0] ?? {};
  expect(Object.fromEntries(Object.entries(quotes).map(([field, line]) => [field, line.number]))).toEqual({
    '': 7,
    result: 7,
    address: 7,
    scope: 7,
    aliases: 5,
    server: 1,
    query: 5,
    endpoint: 5,
    region: 5,
  });
});

describe("the document's samples", () => {
  test('no server, single blanks', () => {
    const text = `Non-authoritative answer:
<region>.dp.kubernetesconfiguration.azure.com canonical name = <region>.privatelink.dp.kubernetesconfiguration.azure.com
Name: <region>.privatelink.dp.kubernetesconfiguration.azure.com
Address: 10.224.1.184`;
    expect(read(text)).toMatchObject([
      {
        query: '<region>.dp.kubernetesconfiguration.azure.com',
        address: ['10.224.1.184'],
        scope: 'private',
        endpoint: 'dataplane',
        result: 'ok',
      },
    ]);
  });

  test('a command and its whole answer in one line of prose', () => {
    const text = `in base alla posizione del cluster:nslookup <region>.dp.kubernetesconfiguration.azure.com Non-authoritative answer: Name: clusterconfig<region>.<region>.cloudapp.azure.com Address: 20.39.12.229 Aliases: <region>.dp.kubernetesconfiguration.azure.com <region>.privatelink.dp.kubernetesconfiguration.azure.com <region>.dp.kubernetesconfiguration.trafficmanager.net`;
    expect(nslookup.recognize(linesOf(text), { fromPath: {} })).toBe(3);
    expect(read(text)).toMatchObject([
      {
        query: '<region>.dp.kubernetesconfiguration.azure.com',
        address: ['20.39.12.229'],
        scope: 'public',
        aliases: [
          { name: '<region>.dp.kubernetesconfiguration.azure.com' },
          { name: '<region>.privatelink.dp.kubernetesconfiguration.azure.com' },
          { name: '<region>.dp.kubernetesconfiguration.trafficmanager.net' },
        ],
      },
    ]);
  });

  test('an exec in prose and its answer in one line', () => {
    const text = `specificato:kubectl exec -it -n kube-system extension-agent-55d4f4795f-nld9q -- nslookup [region].dp.kubernetesconfiguration.azure.com Name: <region>.dp.kubernetesconfiguration.azure.com Address: 20.39.12.229`;
    expect(read(text)).toMatchObject([
      { vantage: 'pod', namespace: 'kube-system', pod: 'extension-agent-55d4f4795f-nld9q', scope: 'public' },
    ]);
  });

  test('an exec and its answer in one line', () => {
    const text = `kubectl exec -it -n kube-system extension-agent-55d4f4795f-nld9q -- nslookup ${HOST} Name: ${HOST} Address: 20.39.12.229`;
    expect(nslookup.recognize(linesOf(text), { command: EXEC, fromPath: {} })).toBe(3);
    expect(read(text, EXEC)).toMatchObject([
      {
        query: HOST,
        address: ['20.39.12.229'],
        scope: 'public',
        vantage: 'pod',
        namespace: 'kube-system',
        pod: 'extension-agent-55d4f4795f-nld9q',
      },
    ]);
  });
});

test('an alias without an address is no answer that has a scope', () => {
  const [fact] = read(
    `Server:\t\t10.0.0.10\nAddress:\t10.0.0.10#53\n\nNon-authoritative answer:\n${HOST}\tcanonical name = ${LINK}.`,
  );
  expect(fact).not.toHaveProperty('address');
  expect(fact).not.toHaveProperty('scope');
});

test('each server begins a lookup', () => {
  const again = BIND.replace('10.224.1.184', '20.39.12.229');
  expect(read(`${BIND}\n${again}`)).toMatchObject([
    { scope: 'private', origin: { line: 1, endLine: 7 } },
    { scope: 'public', origin: { line: 9, endLine: 15 } },
  ]);
});

test('a line that a terminal broke is whole again', () => {
  const long = `agentserviceapi.eastus.guestconfiguration.azure.com\tcanonical name = agentservic`;
  expect(long).toHaveLength(80);
  expect(
    read(
      `Non-authoritative answer:\n${long}\neapi.eastus.privatelink.guestconfiguration.azure.com.\nName:\tx.example\nAddress: 192.168.219.29`,
    ),
  ).toMatchObject([{ aliases: [{ target: 'agentserviceapi.eastus.privatelink.guestconfiguration.azure.com' }] }]);
});

describe('what was typed', () => {
  test('names the query where the answer does not', () => {
    expect(read(';; connection timed out; no servers could be reached', EXEC)).toMatchObject([
      { query: HOST, result: 'timeout', endpoint: 'dataplane', region: 'eastus', vantage: 'pod' },
    ]);
  });

  test('at a prompt is a lookup of a workstation, unless only a container has the program', () => {
    expect(read(BIND, TYPED)).toMatchObject([{ vantage: 'workstation' }]);
    expect(read(BIND.replace('#53', ':53'), TYPED)).toMatchObject([{ vantage: 'unknown' }]);
  });

  test('for an address asks for no name', () => {
    const typed = { ...TYPED, names: ['10.0.0.1'] };
    const [fact] = read('1.0.0.10.in-addr.arpa\tname = kubernetes.default.svc.cluster.local.', typed);
    expect(fact).toMatchObject({ names: ['kubernetes.default.svc.cluster.local'], result: 'ok' });
    expect(fact).not.toHaveProperty('query');
  });

  test('with +short has bare values as its answer', () => {
    const short: Command = { text: `dig +short ${HOST}`, line: 1, program: 'dig', names: [HOST] };
    expect(nslookup.recognize(linesOf(`${LINK}.\n10.224.1.184`), { command: short, fromPath: {} })).toBe(3);
    expect(read(`${LINK}.\n10.224.1.184`, short)).toMatchObject([
      { client: 'dig', query: HOST, aliases: [{ name: LINK }], address: ['10.224.1.184'] },
    ]);
  });
});

describe('other texts', () => {
  test.each([
    'Name:             extension-agent-55d4f4795f-sqx7q\nNamespace:        kube-system',
    'Server Version: v1.29.2',
    'Address: 10 Downing Street',
    'NAME   READY',
    '10.0.0.1',
    'mcr.microsoft.com',
    'I looked it up.',
    '',
  ])('are not recognized: %s', (text) => {
    expect(nslookup.recognize(linesOf(text), { fromPath: {} })).toBe(0);
  });

  test.each([
    ['Name:             extension-agent-55d4f4795f-sqx7q', false],
    ['NAME   READY   STATUS', false],
    ['Thanks for looking', false],
    ['{"Message":"x"}', false],
    ['command terminated with exit code 1', true],
    ['', true],
    ['Address: 10.224.1.184', true],
    [`          ${LINK}`, false],
  ])('%j goes on: %j', (text, goesOn) => {
    expect(nslookup.continues({ text, number: 9 }, { lines: linesOf(BIND) })).toBe(goesOn);
  });

  test('a value alone goes on a list', () => {
    const lines = linesOf(`Aliases:  ${HOST}`);
    expect(nslookup.continues({ text: `          ${LINK}`, number: 2 }, { lines })).toBe(true);
  });
});

const pieces = fc.constantFrom(
  'Server:\t',
  '10.0.0.10',
  'Address: ',
  'Address 1: ',
  'Addresses: ',
  'Name:\t',
  'a.example',
  ' canonical name = ',
  'Aliases: ',
  "** server can't find ",
  ': NXDOMAIN',
  '\n',
  '\n\n',
  ';; no servers could be reached',
  '; <<>> DiG 9 <<>> a.example',
  'nslookup ',
  ' has address ',
  'fd00::1',
);
const texts = fc.oneof(
  fc.string(),
  fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join('')),
);

test('no text makes it throw', () => {
  const law = fc.property(texts, (text) => {
    for (const fact of read(text)) expect(fact.origin.endLine).toBeGreaterThanOrEqual(fact.origin.line);
    nslookup.recognize(linesOf(text), { fromPath: {} });
  });
  fc.assert(law);
});

test.each(['a.', 'Name: a Address: ', ' canonical name = ', 'Aliases: ', '\n', 'nslookup -a ', '1.1.1.1 '])(
  'a long run of %j is read at once',
  (part) => {
    const started = performance.now();
    read(part.repeat(20_000));
    read(`Name: a Address: 10.0.0.1 ${part.repeat(20_000)}`);
    expect(performance.now() - started).toBeLessThan(1_500);
  },
);
