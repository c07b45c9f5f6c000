import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readFacts } from '../read-facts.ts';
import { helmReleases } from './helm-releases.ts';
import { linesOf, parseSample } from './parse-sample.test.kit.ts';
import { readCommandLine } from './command-line.ts';

const LIST = [
  'NAME    \tNAMESPACE  \tREVISION\tUPDATED                             \tSTATUS         \tCHART      \tAPP VERSION',
  'dapr    \tdapr-system\t2       \t2024-02-07 06:04:43.672123 +0100 CET\tpending-upgrade\tdapr-1.14.4\t1.14.4     ',
  'shop-web\tshop       \t11      \t2024-01-01 10:00:00.5 +0000 UTC     \tdeployed       \tweb-0.3.0  \t           ',
].join('\n');

const HISTORY = [
  'REVISION\tUPDATED                 \tSTATUS         \tCHART      \tAPP VERSION\tDESCRIPTION      ',
  '9       \tTue Feb  6 06:04:43 2024\tsuperseded     \tdapr-1.13.0\t1.13.0     \tInstall complete ',
  '10      \tWed Feb  7 06:04:43 2024\tpending-upgrade\tdapr-1.14.4\t           \tPreparing upgrade',
].join('\n');

const DAPR = { kind: 'release', name: 'dapr', namespace: 'dapr-system', status: 'pending-upgrade', latest: true };

const commandOf = (text: string) => readCommandLine({ text: `$ ${text}`, number: 1 })?.command;

describe('helm list', () => {
  test.each([
    ['as printed', LIST],
    ['with blanks for tabs', LIST.replaceAll('\t', ' ')],
    ['without padding', LIST.replace(/[ \t]+/g, ' ')],
  ])('%s shows the newest revision of each release', (_, text) => {
    expect(parseSample(helmReleases, text).facts).toMatchObject([
      { ...DAPR, revision: 2, time: '2024-02-07T05:04:43.672Z', chart: 'dapr-1.14.4', appVersion: '1.14.4' },
      { name: 'shop-web', namespace: 'shop', revision: 11, status: 'deployed', latest: true },
    ]);
  });

  test('keeps its cells', () => {
    expect(parseSample(helmReleases, LIST).facts[0]).toHaveProperty('cells', {
      revision: '2',
      updated: '2024-02-07 06:04:43.672123 +0100 CET',
      status: 'pending-upgrade',
      chart: 'dapr-1.14.4',
      'app version': '1.14.4',
    });
  });

  test('without its heading is recognized by its rows', () => {
    const row = LIST.split('\n')[1] ?? '';
    expect(helmReleases.recognize(linesOf(row), { fromPath: {} })).toBe(2);
    expect(parseSample(helmReleases, row).facts).toMatchObject([DAPR]);
  });

  test('as JSON and as YAML shows the same', () => {
    const json =
      '[{"name":"dapr","namespace":"dapr-system","revision":"2","updated":"2024-02-07 06:04:43.672123 +0000 UTC","status":"pending-upgrade","chart":"dapr-1.14.4","app_version":"1.14.4"}]';
    const yaml =
      '- app_version: 1.14.4\n  chart: dapr-1.14.4\n  name: dapr\n  namespace: dapr-system\n  revision: "2"\n  status: pending-upgrade\n  updated: 2024-02-07 06:04:43.672123 +0000 UTC';
    for (const text of [json, JSON.stringify(JSON.parse(json), null, 2), yaml]) {
      expect(helmReleases.recognize(linesOf(text).slice(0, 12), { fromPath: {} })).toBe(3);
      expect(readFacts(text)).toMatchObject([{ ...DAPR, revision: 2, time: '2024-02-07T06:04:43.672Z' }]);
    }
  });
});

describe('helm history', () => {
  test('shows every revision; the command names the release', () => {
    const facts = readFacts(`$ helm history -n dapr-system dapr\n${HISTORY}\n`);
    expect(facts).toMatchObject([
      { ...DAPR, revision: 9, status: 'superseded', latest: false, description: 'Install complete' },
      { ...DAPR, revision: 10, time: '2024-02-07T06:04:43Z', description: 'Preparing upgrade' },
    ]);
    expect(facts[1]).not.toHaveProperty('appVersion');
  });

  test('without padding is read as well', () => {
    const command = commandOf('helm hist dapr');
    expect(parseSample(helmReleases, HISTORY.replace(/[ \t]+/g, ' '), command).facts).toMatchObject([
      { name: 'dapr', revision: 9, appVersion: '1.13.0', description: 'Install complete' },
      { name: 'dapr', revision: 10, description: 'Preparing upgrade' },
    ]);
  });
});

test('helm status shows one revision, whatever the chart has to say', () => {
  const text =
    'NAME: dapr\nLAST DEPLOYED: Wed Feb  7 06:04:43 2024\nNAMESPACE: dapr-system\nSTATUS: pending-upgrade\nREVISION: 2\nTEST SUITE: None\nNOTES:\nSTATUS: this is no status\n\nThank you for installing dapr.';
  expect(readFacts(text)).toMatchObject([{ ...DAPR, revision: 2, time: '2024-02-07T06:04:43Z' }]);
  const json =
    '{"name":"dapr","info":{"last_deployed":"2024-02-07T06:04:43.1Z","description":"Preparing upgrade","status":"pending-upgrade"},"version":2,"namespace":"dapr-system"}';
  expect(readFacts(json)).toMatchObject([{ ...DAPR, revision: 2, description: 'Preparing upgrade' }]);
});

test('a session of several commands is told apart', () => {
  const facts = readFacts(
    `$ helm ls -A\n${LIST}\n$ helm upgrade dapr dapr/dapr -n dapr-system --version 1.14.4\nError: UPGRADE FAILED: another operation (install/upgrade/rollback) is in progress\n$ kubectl get pods -n dapr-system\nNAME     READY   STATUS    RESTARTS   AGE\ndapr-0   1/1     Running   0          3d\n`,
  );
  expect(facts).toMatchObject([
    { kind: 'release', name: 'dapr' },
    { kind: 'release', name: 'shop-web' },
    {
      kind: 'operation-error',
      class: 'operation-in-progress',
      release: 'dapr',
      namespace: 'dapr-system',
      source: 'helm',
    },
    { kind: 'pod', name: 'dapr-0' },
  ]);
});

test.each([
  ['NAME   READY   UP-TO-DATE   AVAILABLE   AGE'],
  ['REVISION  CHANGE-CAUSE'],
  ['[{"name":"web","status":"Running"'],
  ['- app: web'],
  ['NAME: web'],
  [''],
])('%j is none', (text) => {
  expect(helmReleases.recognize(linesOf(text), { fromPath: {} })).toBe(0);
});

test('no text makes it throw', () => {
  const pieces = fc.constantFrom(
    ...LIST.split(/(?=\s)/),
    ...HISTORY.split('\n'),
    'NAME: x\nLAST DEPLOYED: y',
    '[{"name":"',
    '}]',
    '\n',
  );
  const texts = fc.oneof(
    fc.string(),
    fc.array(pieces, { maxLength: 30 }).map((parts) => parts.join('')),
  );
  fc.assert(
    fc.property(texts, (text) => {
      const lines = linesOf(text);
      helmReleases.recognize(lines.slice(0, 12), { fromPath: {} });
      for (const [i, line] of lines.entries()) if (i > 0) helmReleases.continues(line, { lines: lines.slice(0, i) });
      for (const { fact } of parseSample(helmReleases, text).readings) expect(fact.kind).toBe('release');
    }),
  );
});
