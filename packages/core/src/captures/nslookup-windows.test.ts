import { describe, expect, test } from 'vitest';
import { nslookup } from './nslookup.ts';
import { linesOf, parseSample } from './parse-sample.test.kit.ts';

const read = (text: string) => parseSample(nslookup, text).facts;

const HOST = 'westeurope.dp.kubernetesconfiguration.azure.com';
const CLOUD = 'clusterconfigwesteurope.westeurope.cloudapp.azure.com';

const ANSWERED = { client: 'windows', server: '10.0.0.10', query: HOST, address: ['20.73.1.9'], result: 'ok' };

describe('Windows in another language', () => {
  test.each([
    ['Italian', 'Server:', 'Risposta da un server non autorevole:', 'Nome:'],
    ['German', 'Server:', 'Nicht autorisierende Antwort:', 'Name:'],
    ['French', 'Serveur :', 'Réponse ne faisant pas autorité :', 'Nom :'],
    ['French that lost its accents', 'Serveur :', 'R‚ponse ne faisant pas autorit‚\u00a0:', 'Nom :'],
    ['Spanish', 'Servidor:', 'Respuesta no autoritativa:', 'Nombre:'],
    ['Portuguese', 'Servidor:', 'Não é resposta autoritativa:', 'Nome:'],
    ['Dutch', 'Server:', 'Niet-bindend antwoord:', 'Naam:'],
  ])('%s is read', (_, server, answer, name) => {
    const text = `${server}  UnKnown\nAddress:  10.0.0.10\n\n${answer.replace('\u00a0', ' ')}\n${name}    ${CLOUD}\nAddress:  20.73.1.9\nAliases:  ${HOST}\n`;
    expect(read(text)).toMatchObject([ANSWERED]);
    expect(nslookup.recognize(linesOf(text).slice(0, 12), { fromPath: {} })).toBe(3);
  });

  test.each([
    [`*** UnKnown non è in grado di trovare ${HOST}: Non-existent domain`, 'NXDOMAIN'],
    [`*** UnKnown kann ${HOST} nicht finden: Non-existent domain`, 'NXDOMAIN'],
    [`*** dns.contoso.example ne parvient pas à trouver ${HOST} : Server failed`, 'SERVFAIL'],
    [`*** UnKnown no encuentra ${HOST}: Query refused`, 'REFUSED'],
    [`*** UnKnown kann ${HOST} nicht finden: No response from server`, 'timeout'],
  ])('%s', (line, result) => {
    expect(read(`Server:  UnKnown\nAddress:  10.0.0.10\n\n${line}`)).toMatchObject([
      { client: 'windows', query: HOST, result },
    ]);
  });

  test('a form with a name and no address is no lookup', () => {
    const lines = linesOf('Nome: Ada\nIndirizzo: via Roma 1');
    expect(nslookup.recognize(lines, { fromPath: {} })).toBe(0);
  });
});

describe('Resolve-DnsName', () => {
  test('that finds no record of the type says so', () => {
    const text = `Name                        Type TTL   Section    PrimaryServer               NameAdministrator           SerialNumber\n----                        ---- ---   -------    -------------               -----------------           ------------\nazure.com                   SOA  300   Authority  ns1-39.azure-dns.com        hostmaster.microsoft.com    1`;
    expect(read(text)).toMatchObject([{ client: 'resolve-dnsname', result: 'noanswer' }]);
  });

  test.each([
    [`Resolve-DnsName : ${HOST} : DNS server failure`, 'SERVFAIL'],
    [`Resolve-DnsName: ${HOST} : This operation returned because the timeout period expired`, 'timeout'],
  ])('%s', (line, result) => {
    expect(read(line)).toMatchObject([{ query: HOST, result }]);
  });
});

const tried = (name: string) =>
  `Server:\t\t10.0.0.10\nAddress:\t10.0.0.10#53\n\n------------\n    QUESTIONS:\n\t${name}, type = A, class = IN\n    ANSWERS:\n    AUTHORITY RECORDS:\n    ADDITIONAL RECORDS:\n------------\n`;

test('all the names of a search list that -debug shows are one lookup', () => {
  const missing = (name: string) => `${tried(name)}** server can't find ${name}: NXDOMAIN\n`;
  const text = `${missing(`${HOST}.svc.cluster.local`)}${missing(`${HOST}.cluster.local`)}${tried(HOST)}Non-authoritative answer:\nName:\t${HOST}\nAddress: 20.73.1.9\n`;
  expect(read(text)).toMatchObject([{ query: HOST, result: 'ok', address: ['20.73.1.9'], origin: { line: 1 } }]);
});

test('two lookups with -debug stay two', () => {
  const missing = (name: string) => `${tried(name)}** server can't find ${name}: NXDOMAIN\n`;
  expect(read(`${missing('one.example')}${missing('two.example')}`)).toMatchObject([
    { query: 'one.example' },
    { query: 'two.example' },
  ]);
});

describe('a lookup that lost its beginning', () => {
  test('names what the answer is of, and not what was asked', () => {
    const text = `e.azure.com.\nName:\t${CLOUD}\nAddress: 20.73.1.9\n`;
    expect(nslookup.recognize(linesOf(text), { fromPath: {} })).toBe(2);
    expect(read(text)).toMatchObject([{ address: ['20.73.1.9'], result: 'ok' }]);
    expect(read(text)[0]).not.toHaveProperty('query');
  });

  test('has no alias for what is left of a name', () => {
    expect(read(`e.azure.com\tcanonical name = ${CLOUD}.\nName:\t${CLOUD}\nAddress: 20.73.1.9\n`)).toMatchObject([
      { address: ['20.73.1.9'] },
    ]);
  });
});

test('dig that was cut before its answer has no result', () => {
  const head = `; <<>> DiG 9.18.24 <<>> ${HOST}\n;; ->>HEADER<<- opcode: QUERY, status: NOERROR, id: 1\n;; QUESTION SECTION:\n;${HOST}. IN A\n`;
  expect(read(head)[0]).not.toHaveProperty('result');
  expect(read(`${head}\n;; SERVER: 10.0.0.10#53(10.0.0.10) (UDP)`)).toMatchObject([{ result: 'noanswer' }]);
});
