import { readFacts } from '@referto/core';
import { expect, test } from 'vitest';
import type { DnsLookupFact } from '../facts/fact.ts';
import { nslookup } from './nslookup.ts';
import { parseSample } from './parse-sample.test.kit.ts';

const read = (text: string) => parseSample(nslookup, text).facts as readonly DnsLookupFact[];
const resultsOf = (text: string) =>
  readFacts(text).flatMap((fact) => (fact.kind === 'dns-lookup' ? [[fact.result, fact.query]] : []));

const HOST = 'westeurope.dp.kubernetesconfiguration.azure.com';
const LINK = 'westeurope.privatelink.dp.kubernetesconfiguration.azure.com';
const CLOUD = 'westeurope-3.westeurope.cloudapp.azure.com';
const BUSYBOX = 'Server:\t\t10.0.0.10\nAddress:\t10.0.0.10:53\n\nNon-authoritative answer:\n';

test('an answer that BusyBox could not parse is not called empty', () => {
  expect(read(`${BUSYBOX}*** Can't find ${HOST}: Parse error\n`)).toMatchObject([{ query: HOST, server: '10.0.0.10' }]);
  expect(read(`${BUSYBOX}*** Can't find ${HOST}: Parse error\n`)[0]).not.toHaveProperty('result');
  const chained = `${BUSYBOX}*** Can't find ${HOST}: Parse error\n\nNon-authoritative answer:\n${HOST}\tcanonical name = ${LINK}\n`;
  expect(read(chained)).toMatchObject([{ result: 'ok', aliases: [{ name: HOST, target: LINK }] }]);
});

test('a server that does not answer belongs to the next lookup where an answer stands above it', () => {
  const text = `${BUSYBOX}${HOST}\tcanonical name = ${LINK}\n\n\n;; connection timed out; no servers could be reached\n`;
  expect(read(text).map(({ result }) => result)).toEqual(['ok', 'timeout']);
  const empty = `${BUSYBOX}\nNon-authoritative answer:\n\n\n;; communications error to 10.9.9.9#53: timed out\n;; no servers could be reached\n`;
  expect(read(empty).map(({ result }) => result)).toEqual(['noanswer', 'timeout']);
});

test('host that fails behind another program asked for itself', () => {
  const text = `nslookup: can't resolve '(null)'\n\nnslookup: can't resolve '${HOST}'\n\nHost ${HOST} not found: 3(NXDOMAIN)\n`;
  expect(resultsOf(text)).toEqual([
    ['unresolved', HOST],
    ['NXDOMAIN', HOST],
  ]);
});

test.each([
  [
    'nslookup of BIND',
    `canonical name = ${LINK}.\n${LINK}\tcanonical name = ${CLOUD}.\nName:\t${CLOUD}\nAddress: 40.126.141.49\n`,
  ],
  ['nslookup of BusyBox', `e = ${LINK}\n${LINK}\tcanonical name = ${CLOUD}\nName:\t${CLOUD}\nAddress: 40.126.141.49\n`],
  [
    'dig',
    `.azure.com. 30 IN CNAME ${CLOUD}.\n${CLOUD}. 30 IN A 52.168.231.83\n\n;; SERVER: 10.0.0.10#53(10.0.0.10) (UDP)\n`,
  ],
])('%s that lost its first lines does not tell what was asked for', (_, text) => {
  expect(resultsOf(text)).toEqual([['ok', undefined]]);
});

test('the reason is read where only its end is left, and not guessed where that is gone too', () => {
  const dig = `; <<>> DiG 9.18.49 <<>> @10.0.0.11 ${HOST}\n;; no servers could be reached\n`;
  expect(resultsOf(`rror to 10.0.0.11#53: connection refused\n\n${dig}`)).toEqual([['connection refused', HOST]]);
  expect(resultsOf(`ction refused\n;; no servers could be reached\n`)).toEqual([]);
  expect(resultsOf(`;; no servers could be reached\n`)).toEqual([['timeout', undefined]]);
});

test('the next link of a chain is not the rest of the last one, however wide that is', () => {
  const record = `${HOST}. 30 IN CNAME ${'a'.repeat(120 - HOST.length - 25)}.azure.com.`;
  expect(record).toHaveLength(120);
  const facts = read(`; <<>> DiG 9.18.49 <<>> ${HOST}\n;; ANSWER SECTION:\n${record}\n${'a'.repeat(9)}\n`);
  expect(facts[0]?.aliases?.[0]?.target).toMatch(/^a+\.azure\.com$/);
});

test('what BIND says of a server before it names it belongs to the lookup below', () => {
  const first = `Server:\t\t168.63.129.16\nAddress:\t168.63.129.16:53\n\nNon-authoritative answer:\nName:\t${HOST}\nAddress: 10.1.113.132\n\n-----\n`;
  const second = `;; Got SERVFAIL reply from 168.63.129.16\nServer:\t\t168.63.129.16\nAddress:\t168.63.129.16#53\n\n** server can't find ${LINK}: SERVFAIL\n`;
  expect(resultsOf(`${first}${second}`)).toEqual([
    ['ok', HOST],
    ['SERVFAIL', LINK],
  ]);
});

test('a ruler parts lookups as a blank line does', () => {
  const text = `1.0.0.10.in-addr.arpa domain name pointer ${HOST}.\n-----\nnslookup: write to '10.0.0.11': Connection refused\n;; connection timed out; no servers could be reached\n`;
  expect(resultsOf(text).map(([result]) => result)).toEqual(['ok', 'connection refused']);
});

test('what host prints belongs to no lookup of another program', () => {
  const busybox = `${BUSYBOX}${HOST}\tcanonical name = ${LINK}\n\n`;
  const host = `api.contoso.example is an alias for ${CLOUD}.\n${CLOUD} has address 40.126.141.49\n`;
  expect(resultsOf(`${busybox}${host}`)).toEqual([
    ['ok', HOST],
    ['ok', 'api.contoso.example'],
  ]);
  const own = `;; communications error to 10.0.0.10#53: timed out\n${host}`;
  expect(resultsOf(own)).toEqual([['ok', 'api.contoso.example']]);
});

test('a command that a terminal broke inside the name asks for the whole name', () => {
  const typed = `$ nslookup -type=cname ${HOST.slice(0, -5)}\n${HOST.slice(-5)}\n${BUSYBOX}${HOST}\tcanonical name = ${LINK}\n`;
  expect(resultsOf(typed)).toEqual([['ok', HOST]]);
  const searched = `$ nslookup kubernetes.default\nServer:\t\t10.0.0.10\nAddress:\t10.0.0.10#53\n\nName:\tkubernetes.default.svc.cluster.local\nAddress: 10.0.0.1\n`;
  expect(resultsOf(searched)).toEqual([['ok', 'kubernetes.default']]);
});

test.each(['==== host NAME ====', '## host NAME'])(
  'a heading is not the rest of a line of 80 columns: %s',
  (heading) => {
    const pointer = '1.0.0.10.in-addr.arpa domain name pointer kubernetes.default.svc.cluster.local.';
    expect(pointer).toHaveLength(79);
    const text = `${pointer}\n${heading.replace('NAME', HOST)}\n${HOST} has address 20.42.187.194\n`;
    expect(resultsOf(text)).toEqual([
      ['ok', undefined],
      ['ok', HOST],
    ]);
  },
);

test('a try of a search list that was cut does not end the search', () => {
  const tried = (name: string): string =>
    `Server:\t\t10.0.0.10\nAddress:\t10.0.0.10#53\n\n------------\n    QUESTIONS:\n\t${name}, type = A, class = IN\n    ANSWERS:\n------------\n`;
  const failed = `${HOST}.cluster.local`;
  const text = `${tried(failed)}** server can't find ${failed}: NXDOMAIN\n${tried(HOST)}Non-authoritative answer:\n${HOST.slice(0, 9)}`;
  expect(resultsOf(text)).toEqual([[undefined, undefined]]);
});

test('an answer that is cut in its first name is not called empty', () => {
  expect(resultsOf(`${BUSYBOX}\nNon-authoritative answer:\n`)).toEqual([['noanswer', undefined]]);
  expect(resultsOf(`${BUSYBOX}\nNon-authoritative answer:\nNa`)).toEqual([[undefined, undefined]]);
});
