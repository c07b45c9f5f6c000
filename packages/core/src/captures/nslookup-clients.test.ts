import { expect, test } from 'vitest';
import { nslookup } from './nslookup.ts';
import { linesOf, parseSample } from './parse-sample.test.kit.ts';

const read = (text: string) => parseSample(nslookup, text).facts;

const HOST = 'eastus.dp.kubernetesconfiguration.azure.com';
const LINK = 'eastus.privatelink.dp.kubernetesconfiguration.azure.com';
const CLOUD = 'clusterconfigeastus.eastus.cloudapp.azure.com';
const MANAGER = 'eastus.dp.kubernetesconfiguration.trafficmanager.net';

const BIND = `Server:\t\t10.0.0.10
Address:\t10.0.0.10#53

Non-authoritative answer:
${HOST}\tcanonical name = ${LINK}.
Name:\t${LINK}
Address: 10.224.1.184
`;

test.each([
  [
    'BusyBox',
    `Server:\t\t10.0.0.10\nAddress:\t10.0.0.10:53\n\nNon-authoritative answer:\n${HOST}\tcanonical name = ${LINK}\nName:\t${LINK}\nAddress: 10.224.1.184\n\nNon-authoritative answer:\n${HOST}\tcanonical name = ${LINK}\n`,
    { client: 'busybox', query: HOST, address: ['10.224.1.184'], result: 'ok' },
  ],
  [
    'BusyBox, of which only one answer failed',
    `Server:\t\t10.0.0.10\nAddress:\t10.0.0.10:53\n\nName:\t${HOST}\nAddress: 20.39.12.229\n\n*** Can't find ${HOST}: No answer`,
    { client: 'busybox', result: 'ok', scope: 'public' },
  ],
  [
    'BusyBox without an answer',
    `Server:\t\t10.0.0.10\nAddress:\t10.0.0.10:53\n\nNon-authoritative answer:\n\nNon-authoritative answer:\n`,
    { client: 'busybox', result: 'noanswer' },
  ],
  [
    'BusyBox with a false failure beside a real one',
    `Server:\t\t10.0.0.10\nAddress:\t10.0.0.10:53\n\n** server can't find ${HOST}: NXDOMAIN\n\n*** Can't find ${HOST}: No answer\ncommand terminated with exit code 1`,
    { result: 'NXDOMAIN', query: HOST },
  ],
  [
    'the small BusyBox',
    `Server:    10.0.0.10\nAddress 1: 10.0.0.10 kube-dns.kube-system.svc.cluster.local\n\nName:      ${HOST}\nAddress 1: 2603:1030:73f::772\nAddress 2: 10.224.1.184`,
    {
      client: 'busybox-small',
      server: '10.0.0.10',
      vantage: 'pod',
      query: HOST,
      address: ['2603:1030:73f::772', '10.224.1.184'],
      scope: 'private',
    },
  ],
  [
    'the small BusyBox failing',
    `Server:    10.0.0.10\nAddress 1: 10.0.0.10\n\nnslookup: can't resolve '${HOST}'`,
    { client: 'busybox-small', result: 'unresolved', query: HOST, endpoint: 'dataplane' },
  ],
  [
    'musl, which cannot name its server',
    `nslookup: can't resolve '(null)': Name does not resolve\n\nName:      ${HOST}\nAddress 1: 20.39.12.229`,
    { client: 'busybox-small', result: 'ok', query: HOST },
  ],
  [
    'the small BusyBox asked for an address',
    `Server:    10.0.0.10\nAddress 1: 10.0.0.10\n\nName:      10.0.0.1\nAddress 1: 10.0.0.1 kubernetes.default.svc.cluster.local`,
    { names: ['kubernetes.default.svc.cluster.local'], result: 'ok' },
  ],
  [
    'Windows',
    `Server:  UnKnown\nAddress:  10.0.0.10\n\nNon-authoritative answer:\nName:    ${CLOUD}\nAddress:  20.39.12.229\nAliases:  ${HOST}\n          ${LINK}\n          ${MANAGER}\n`,
    {
      client: 'windows',
      server: '10.0.0.10',
      query: HOST,
      region: 'eastus',
      address: ['20.39.12.229'],
      aliases: [{ name: HOST }, { name: LINK }, { name: MANAGER }],
    },
  ],
  [
    'Windows with several addresses and its warning first',
    `Non-authoritative answer:\nServer:  dns.contoso.example\nAddress:  192.168.1.1\n\nName:    ${CLOUD}\nAddresses:  2603:1030:73f::772\n          20.39.12.229\n          20.39.12.230\nAliases:  ${HOST}\n`,
    {
      client: 'windows',
      server: '192.168.1.1',
      query: HOST,
      address: ['2603:1030:73f::772', '20.39.12.229', '20.39.12.230'],
      scope: 'public',
    },
  ],
  [
    'Windows failing',
    `Server:  UnKnown\nAddress:  10.0.0.10\n\n*** UnKnown can't find ${HOST}: Non-existent domain`,
    { client: 'windows', result: 'NXDOMAIN', query: HOST },
  ],
  [
    'Windows without a server',
    'DNS request timed out.\n    timeout was 2 seconds.\nServer:  UnKnown\nAddress:  10.0.0.10\n\nDNS request timed out.\n    timeout was 2 seconds.\n*** Request to UnKnown timed-out',
    { client: 'windows', result: 'timeout', server: '10.0.0.10' },
  ],
  [
    'a name server that failed',
    `;; Got SERVFAIL reply from 10.0.0.10\nServer:\t\t10.0.0.10\nAddress:\t10.0.0.10#53\n\n** server can't find ${HOST}: SERVFAIL`,
    { client: 'bind', result: 'SERVFAIL', server: '10.0.0.10' },
  ],
  [
    'a name server that is away',
    ';; communications error to 10.9.9.9#53: timed out\n;; communications error to 10.9.9.9#53: timed out\n;; no servers could be reached',
    { client: 'bind', result: 'timeout' },
  ],
  [
    'a name server that refuses the connection',
    ';; communications error to 10.0.0.11#53: connection refused\n;; no servers could be reached',
    { result: 'connection refused' },
  ],
  [
    'an answer after a warning',
    `;; Truncated, retrying in TCP mode.\n${BIND}`,
    { result: 'ok', address: ['10.224.1.184'] },
  ],
  [
    'host',
    `${HOST} is an alias for ${LINK}.\n${LINK} has address 10.224.1.184`,
    { client: 'host', query: HOST, scope: 'private' },
  ],
  ['host failing', `Host ${HOST} not found: 3(NXDOMAIN)`, { client: 'host', query: HOST, result: 'NXDOMAIN' }],
  [
    'host with a server',
    `Using domain server:\nName: 168.63.129.16\nAddress: 168.63.129.16#53\nAliases: \n\n${HOST} has address 20.39.12.229`,
    { client: 'host', server: '168.63.129.16', query: HOST, address: ['20.39.12.229'] },
  ],
  [
    'dig',
    `; <<>> DiG 9.18.24 <<>> ${HOST}\n;; global options: +cmd\n;; Got answer:\n;; ->>HEADER<<- opcode: QUERY, status: NOERROR, id: 1\n\n;; QUESTION SECTION:\n;${HOST}. IN A\n\n;; ANSWER SECTION:\n${HOST}. 30 IN CNAME ${LINK}.\n${LINK}. 30 IN A 10.224.1.184\n\n;; AUTHORITY SECTION:\nns1.contoso.example. 30 IN A 192.0.2.1\n\n;; SERVER: 10.0.0.10#53(10.0.0.10) (UDP)`,
    { client: 'dig', query: HOST, server: '10.0.0.10', address: ['10.224.1.184'], scope: 'private' },
  ],
  [
    'dig failing',
    `; <<>> DiG 9.18.24 <<>> ${HOST}\n;; ->>HEADER<<- opcode: QUERY, status: NXDOMAIN, id: 1\n;; QUESTION SECTION:\n;${HOST}. IN A\n;; SERVER: 10.0.0.10#53(10.0.0.10) (UDP)`,
    { client: 'dig', result: 'NXDOMAIN', query: HOST },
  ],
  [
    'Resolve-DnsName',
    `Name                           Type   TTL   Section    NameHost\n----                           ----   ---   -------    --------\n${HOST} CNAME  300   Answer     ${LINK}\n\nName       : ${LINK}\nQueryType  : A\nTTL        : 10\nSection    : Answer\nIP4Address : 10.224.1.184`,
    { client: 'resolve-dnsname', query: HOST, address: ['10.224.1.184'], scope: 'private' },
  ],
  [
    'Resolve-DnsName failing',
    `Resolve-DnsName : ${HOST} : DNS name does not exist`,
    { client: 'resolve-dnsname', result: 'NXDOMAIN', query: HOST },
  ],
])('%s', (_, text, fact) => {
  expect(read(text)).toMatchObject([fact]);
  expect(
    nslookup.recognize(
      linesOf(text).filter((line) => line.text !== ''),
      { fromPath: {} },
    ),
  ).toBeGreaterThan(text.startsWith(';; Truncated') ? -1 : 1);
});
