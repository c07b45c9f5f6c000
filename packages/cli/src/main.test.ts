import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import type { Report } from '@referto/core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { main } from './main.ts';

const REFUSED = fileURLToPath(new URL('../../../fixtures/bundles/private-lookup-public-known/bundle', import.meta.url));
const HEALTHY = fileURLToPath(new URL('../../../fixtures/bundles/healthy/bundle', import.meta.url));
const ERROR_TEXT = 'Unable to get a response from the agent in time\n';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'referto-main-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function run(argv: readonly string[], { input = '', isTTY = false, signal }: Surroundings = {}) {
  const [stdout, stderr] = [collector(), collector()];
  const stdin = Object.assign(Readable.from(input === '' ? [] : [Buffer.from(input)]), { isTTY });
  const code = await main(argv, { stdin, stdout, stderr, env: {}, ...(signal && { signal }) });
  return { code, out: stdout.text(), err: stderr.text() };
}

/** A stream that keeps what is written to it, however much it is. */
function collector() {
  const chunks: Buffer[] = [];
  const write = (chunk: Buffer, _encoding: string, done: () => void): void => {
    chunks.push(chunk);
    done();
  };
  return Object.assign(new Writable({ write }), { text: () => Buffer.concat(chunks).toString() });
}

interface Surroundings {
  readonly input?: string;
  readonly isTTY?: boolean;
  readonly signal?: AbortSignal;
}

test('a folder is analyzed, and its finding fails', async () => {
  const { code, out, err } = await run(['analyze', REFUSED]);
  expect(out).toMatch(/^error {2}aks-extensions\/agent-no-response {2}/);
  expect({ code, err }).toEqual({ code: 1, err: '' });
});

test('a path alone is analyzed too', async () => {
  expect(await run([REFUSED])).toEqual(await run(['analyze', REFUSED]));
});

test('--fail-on never ends well', async () => {
  expect((await run([REFUSED, '--fail-on', 'never'])).code).toBe(0);
});

test('a healthy bundle has no finding', async () => {
  const { code, out } = await run([HEALTHY]);
  expect(out).toMatch(/^No finding in what was read/);
  expect(code).toBe(0);
});

test('a report in Italian', async () => {
  expect((await run([REFUSED, '--locale', 'it'])).out).toMatch(/^errore {2}aks-extensions/);
});

test('--json and --format json give the same document', async () => {
  const { out } = await run([REFUSED, '--json']);
  expect((await run([REFUSED, '--format', 'json'])).out).toBe(out);
  expect(JSON.parse(out)).toMatchObject({ schemaVersion: 1, bundle: { container: 'folder' } });
});

test('--captured-at stands in the report', async () => {
  const { out } = await run([REFUSED, '--json', '--captured-at', '2024-02-07T06:10:00Z']);
  expect((JSON.parse(out) as Report).bundle.capturedAt).toBe('2024-02-07T06:10:00.000Z');
});

test('several formats go each where it should', async () => {
  const file = join(folder, 'report.json');
  const { out } = await run([REFUSED, '--format', 'text', '--format', 'json', '-o', file]);
  expect(out).toBe((await run([REFUSED])).out);
  expect(readFileSync(file, 'utf8')).toBe((await run([REFUSED, '--json'])).out);
  expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
});

test('loose files together are one bundle, with --each they are several', async () => {
  const files = ['error.txt', 'more.txt'].map((name) => join(folder, name));
  for (const file of files) writeFileSync(file, ERROR_TEXT);
  expect((await run([...files])).out.match(/files? as/g)).toHaveLength(1);
  expect((await run(['--each', ...files])).out.match(/files? as/g)).toHaveLength(2);
});

test('json of several bundles needs a folder', async () => {
  const refused = await run([REFUSED, HEALTHY, '--each', '--json']);
  expect(refused).toMatchObject({ code: 2, out: '', err: expect.stringContaining('needs a folder') });
  const reports = join(folder, 'reports');
  await mkdir(reports);
  expect((await run([REFUSED, HEALTHY, '--each', '--json', '-o', reports])).code).toBe(1);
  expect(readdirSync(reports)).toEqual(['bundle-2.json', 'bundle.json']);
});

test('text comes through standard input', async () => {
  const { out, err } = await run(['-'], { input: ERROR_TEXT });
  expect(out).toContain('stdin: read 1 of 1 file');
  expect(err).toBe('');
});

test('a terminal as standard input gets a hint how to end', async () => {
  expect((await run(['-'], { input: ERROR_TEXT, isTTY: true })).err).toMatch(/^Paste the text, then end it with Ctrl-/);
});

test.each([
  ['no path', [], 'give the path of a bundle'],
  ['a missing path', ['analyze', 'no/such/bundle.tgz'], 'there is nothing at no/such/bundle.tgz'],
  ['a misspelt command', ['analise', 'ticket.tgz'], 'did you mean "analyze"'],
  ['an unknown option', ['analyze', '--jsn', '.'], '--json'],
  ['an unknown format', ['.', '--format', 'pdf'], 'text, json'],
  ['two formats for one output', ['.', '--format', 'text', '--json'], 'only one format'],
  ['a time without zone', ['.', '--captured-at', '2024-02-07T06:10:00'], 'with its zone'],
  ['standard input beside a path', ['-', '.'], 'stands alone'],
  ['a rule that is not there', ['rules', 'show', 'aks-extensions/agent-no-respons'], 'agent-no-response'],
  [
    'a rule to explain that is not there',
    ['explain', '.', 'kubernetes/container-crush'],
    'mean "kubernetes/container-crash"',
  ],
  [
    'a cause to explain that is not there',
    ['explain', '.', 'aks-extensions/agent-no-response#egress'],
    'no cause egress of aks-extensions/agent-no-response (there are agent-pods-not-ready, egress-blocked',
  ],
  ['a bundle to explain that is not there', ['explain', 'no/such.tgz', 'kubernetes/container-crash'], 'nothing at'],
  ['an explanation of nothing', ['explain', '.'], 'rule'],
  ['a schema that is not there', ['schema', 'reports'], 'report'],
  ['a folder without rules', ['.', '--rules', 'no-such-folder'], 'no-such-folder'],
  ['an output that cannot be written', [HEALTHY, '-o', 'no-such-folder/report.txt'], 'cannot be written'],
])('%s is a usage error', async (_name, argv, message) => {
  const { code, out, err } = await run(argv);
  expect(err).toContain(message);
  expect({ code, out }).toEqual({ code: 2, out: '' });
});

test('rules that are wrong are told by file, line and column', async () => {
  const rules = join(folder, 'pack');
  await mkdir(join(rules, 'mine'), { recursive: true });
  writeFileSync(join(rules, 'mine', 'odd.yaml'), 'id: mine/odd\ntitle: Odd\nseverity: fatal\n');
  const { code, err } = await run([REFUSED, '--rules', rules]);
  expect(err).toMatch(/mine\/odd\.yaml:3:\d+ /);
  expect(code).toBe(2);
});

test('facts are one JSON object a line', async () => {
  const { code, out } = await run(['facts', HEALTHY]);
  const facts = out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as { kind: string; origin: object });
  expect(facts.map(({ kind }) => kind)).toContain('pod');
  expect(facts.every(({ origin }) => 'path' in origin && 'line' in origin)).toBe(true);
  expect(code).toBe(0);
});

test('rules list names every rule, rules show one of them', async () => {
  expect((await run(['rules', 'list'])).out).toMatch(/^aks-extensions\/agent-no-response +error +\S/m);
  const { code, out } = await run(['rules', 'show', 'aks-extensions/agent-no-response']);
  expect(out).toContain('egress-blocked: ');
  expect(code).toBe(0);
});

test('a rule is explained, and one cause of it alone', async () => {
  const whole = await run(['explain', REFUSED, 'aks-extensions/agent-no-response']);
  expect(whole.out).toMatch(/^aks-extensions\/agent-no-response {2}\(error; /);
  expect(whole.out).toContain('  confirmed  traffic-not-authorized: ');
  const part = await run(['explain', REFUSED, 'aks-extensions/agent-no-response#traffic-not-authorized']);
  expect(part.out).toContain('  confirmed  traffic-not-authorized: ');
  expect(part.out).not.toContain('egress-blocked');
  expect([whole.code, whole.err, part.code, part.err]).toEqual([0, '', 0, '']);
});

test('an explanation is written as JSON and in Italian, to a file too', async () => {
  const argv = ['explain', REFUSED, 'aks-extensions/agent-no-response', '--captured-at', '2024-02-07T06:10:00Z'];
  const json = await run([...argv, '--json']);
  expect(JSON.parse(json.out)).toMatchObject({ rule: { id: 'aks-extensions/agent-no-response' } });
  const file = join(folder, 'explanation.json');
  expect(await run([...argv, '--format', 'json', '-o', file])).toEqual({ code: 0, out: '', err: '' });
  expect(readFileSync(file, 'utf8')).toBe(json.out);
  expect((await run([...argv, '--locale', 'it'])).out).toContain('  confermata  traffic-not-authorized: ');
});

test('two bundles are compared: what is left makes the program fail, what is fixed does not', async () => {
  const same = await run(['compare', REFUSED, REFUSED]);
  expect(same.out).toMatch(/^still there {2}aks-extensions\/agent-no-response#traffic-not-authorized/);
  expect(same.out).toMatch(/\n0 fixed, 1 still there, 0 new, 0 lost visibility\n$/);
  const fixed = await run(['compare', REFUSED, HEALTHY, '--json']);
  expect(JSON.parse(fixed.out)).toMatchObject({ before: {}, after: {}, changes: [{ change: 'fixed' }] });
  expect([same.code, same.err, fixed.code, fixed.err]).toEqual([1, '', 0, '']);
});

test('standard input is no bundle to compare', async () => {
  expect(await run(['compare', '-', HEALTHY])).toMatchObject({ code: 2, out: '' });
});

test.each(['fact', 'report', 'rule'])('schema %s is a JSON Schema', async (name) => {
  const { out } = await run(['schema', name]);
  expect(JSON.parse(out)).toMatchObject({ $schema: 'http://json-schema.org/draft-07/schema#' });
});

test('the help has examples, and the version stands alone', async () => {
  expect(await run(['--help'])).toMatchObject({ code: 0, out: expect.stringContaining('referto facts ticket.tgz') });
  expect(await run(['--version'])).toMatchObject({ code: 0, out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) });
  expect(await run(['help', 'explain'])).toMatchObject({ code: 0, out: expect.stringContaining('#egress-blocked') });
  expect(await run([], { isTTY: true })).toMatchObject({ code: 0, out: expect.stringContaining('Usage: referto') });
});

test('a damaged archive ends with 3', async () => {
  const file = join(folder, 'cut.tgz');
  writeFileSync(file, Buffer.from([0x1f, 0x8b, 0x08, 0, 0, 0, 0, 0, 0, 3, 1, 2, 3]));
  expect((await run([file])).code).toBe(3);
  expect((await run(['explain', file, 'kubernetes/container-crash'])).code).toBe(3);
});

test.each([130, 143] as const)('a signal ends with %i', async (code) => {
  const { out, ...rest } = await run([REFUSED], { signal: AbortSignal.abort(code) });
  expect({ out, code: rest.code }).toEqual({ out: '', code });
});

test('the page to drop bundles on is written where that is asked, and goes to standard output for -', async () => {
  const file = join(folder, 'page.html');
  const { code, err } = await run(['page', '-o', file]);
  expect({ code, err }).toEqual({
    code: 0,
    err: `${file} is written; open it in a browser, and drop a bundle on it\n`,
  });
  expect(readFileSync(file, 'utf8')).toBe((await run(['page', '-o', '-'])).out);
  expect(readFileSync(file, 'utf8')).toMatch(/^<!doctype html>[^]*connect-src 'none'/);
});

const LISTING =
  'NAMESPACE   NAME    READY   STATUS    RESTARTS   AGE\nshop        web-0   0/1     Pending   0          2d6h\n';

test('collect writes a script for what is open, and says what it takes', async () => {
  const { code, out, err } = await run(['collect', '-', '--shell', 'bash'], { input: LISTING });
  expect(out).toMatch(/^#!\/usr\/bin\/env bash\n/);
  expect(out).toContain(' kubectl describe pod -n shop web-0\n');
  expect({ code, err }).toEqual({
    code: 0,
    err: 'referto: the script takes 1 capture; --not-judged adds what the rules need that could not be judged\n',
  });
});

test('collect writes a script for PowerShell to a file', async () => {
  const file = join(folder, 'collect.ps1');
  expect((await run(['collect', '-', '--shell', 'powershell', '-o', file, '-q'], { input: LISTING })).out).toBe('');
  expect(readFileSync(file, 'utf8')).toMatch(/^Save-Capture '001-kubectl-describe-pods.txt' /m);
});

test('collect writes nothing where nothing is open', async () => {
  const { code, out, err } = await run(['collect', HEALTHY]);
  expect({ code, out }).toEqual({ code: 0, out: '' });
  expect(err).toContain('nothing to collect');
});

test('--timeline adds what findings rest on in the order of time, to the text and to the JSON', async () => {
  expect((await run([REFUSED, '--timeline'])).out).toMatch(/^timeline\n\n {2}\d{4}-\d\d-\d\d\n/m);
  const { timeline } = JSON.parse((await run([REFUSED, '--timeline', '--json'])).out) as Report;
  expect(timeline!.entries.length).toBeGreaterThan(0);
  expect(JSON.parse((await run([REFUSED, '--json'])).out)).not.toHaveProperty('timeline');
});
