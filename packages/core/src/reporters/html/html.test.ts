import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { parse, type DefaultTreeAdapterTypes } from 'parse5';
import { expect, test } from 'vitest';
import { noResponse, report } from '../example-report.test.data.ts';
import { mapStrings } from '../harmless.ts';
import { htmlReporter } from './html.ts';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

function elementsOf(node: Node): readonly Element[] {
  const inside = 'childNodes' in node ? node.childNodes.flatMap(elementsOf) : [];
  return 'tagName' in node ? [node, ...inside] : inside;
}

/** What a page is made of: its elements with the names of their attributes. */
const shapeOf = (html: string): ReadonlySet<string> =>
  new Set(elementsOf(parse(html)).map(({ tagName, attrs }) => `${tagName} ${attrs.map(({ name }) => name).join(' ')}`));

const textOf = (node: Node): string =>
  'value' in node ? String(node.value) : 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';

test('the page begins with the error, its cause, a decisive line and what to do', () => {
  const [article] = elementsOf(parse(htmlReporter(report))).filter(({ tagName }) => tagName === 'article');
  const text = textOf(article!).replace(/\s+/g, ' ');
  const places = [
    'Unable to get a response from the agent in time',
    'confirmed traffic-not-authorized',
    'kube-system/extension-agent.log:812',
    'What to do: (recommended)',
  ].map((part) => text.indexOf(part.replace('(recommended)', 'Give Arc and AKS separate virtual networks')));
  expect(places).toEqual([...places].sort((a, b) => a - b));
  expect(Math.min(...places)).toBeGreaterThanOrEqual(0);
});

test('the policy lets in the style sheet and the script that the page brings, and nothing else', () => {
  const page = elementsOf(parse(htmlReporter(report)));
  const policy = page.flatMap(({ attrs }) => attrs).find(({ value }) => value.startsWith('default-src'))?.value;
  const hashes = page
    .filter(({ tagName }) => tagName === 'style' || tagName === 'script')
    .map(
      (element) => `${element.tagName}-src 'sha256-${createHash('sha256').update(textOf(element)).digest('base64')}'`,
    );
  expect(policy).toBe(["default-src 'none'", ...hashes, "base-uri 'none'", "form-action 'none'"].join('; '));
});

test('no element has a style or a handler of its own, or asks for something from elsewhere', () => {
  const names = elementsOf(parse(htmlReporter(report))).flatMap(({ attrs }) => attrs.map(({ name }) => name));
  expect(names.filter((name) => /^(on|style|src)/.test(name))).toEqual([]);
});

const PAYLOADS = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '</style><script>',
  '</title><b>',
  '<!--',
  '--><b>',
  '<svg/onload=alert(1)>',
  '&lt;b&gt;',
  'javascript:alert(1)',
  '</pre></details><form action=//evil>',
  '\u202Eabc',
  '`${1}`',
];

test.each(PAYLOADS)('%s in every field adds no element and no attribute', (payload) => {
  const changed = mapStrings(report, (text) => `${text}${payload}`);
  const structure = { ...changed, findings: changed.findings.map((finding) => ({ ...finding, ...kept(noResponse) })) };
  for (const shape of shapeOf(htmlReporter(structure))) expect(shapeOf(htmlReporter(report))).toContain(shape);
});

/** What has a meaning of its own, and is no text. */
const kept = ({ severity, status }: typeof noResponse) => ({ severity, status });

test('random text in every field adds no element and no attribute', () => {
  const known = shapeOf(htmlReporter(report));
  const odd = fc.string({ unit: fc.constantFrom(...'<>"\'&`=/ \\\n\0-!abonsvg:;#'), maxLength: 30 });
  fc.assert(
    fc.property(odd, (text) => {
      const changed = mapStrings(report, (one) => `${text}${one}`);
      const findings = changed.findings.map((finding) => ({ ...finding, ...kept(noResponse) }));
      for (const shape of shapeOf(htmlReporter({ ...changed, findings }))) expect(known).toContain(shape);
    }),
    { numRuns: 300 },
  );
});

test('what is no address of the web is no link', () => {
  const html = htmlReporter({ ...report, findings: [{ ...noResponse, references: ['javascript:alert(1)'] }] });
  expect(html).not.toContain('href="javascript');
});

test('five hundred findings take less than two megabytes, and each is there', () => {
  const findings = Array.from({ length: 500 }, (_one, at) => ({
    ...noResponse,
    id: `f${at}`,
    title: `Finding number ${at}`,
    causes: noResponse.causes.map((cause) => ({
      ...cause,
      evidence: cause.evidence.map((quote) => ({ ...quote, text: `${at} ${'x'.repeat(390)}` })),
    })),
  }));
  const html = htmlReporter({ ...report, findings });
  expect(new TextEncoder().encode(html).length).toBeLessThan(2 * 1024 * 1024);
  expect(html.match(/<article /g)).toHaveLength(500);
});

test('a quote opens between the lines around it', () => {
  const [quote] = noResponse.evidence;
  const { path, line } = quote!;
  const lines = [line - 3, line - 1, line + 1].map((number) => ({ path, line: number, text: `<line ${number}>` }));
  const page = htmlReporter({ ...report, context: { reach: 2, lines } });
  const [fold] = elementsOf(parse(page)).filter(({ attrs }) => attrs.some(({ value }) => value === 'around'));
  const shown = textOf(fold!);
  expect(shown).toContain(`${line - 1} <line ${line - 1}>\n${line} `);
  expect(shown).toContain(`${line + 1} <line ${line + 1}>`);
  expect(shown).not.toContain(`<line ${line - 3}>`);
});

test('in a report of many findings a place opens once', () => {
  const { path, line } = noResponse.evidence[0]!;
  const context = { reach: 1, lines: [{ path, line: line + 1, text: 'beside' }] };
  const findings = Array.from({ length: 30 }, (_one, at) => ({ ...noResponse, id: `f${at}` }));
  expect(htmlReporter({ ...report, findings, context }).match(/beside/g)).toHaveLength(1);
});

test('the words around the rules are Italian where that is asked', () => {
  const html = htmlReporter(report, { locale: 'it' });
  expect(html).toContain('<html lang="it">');
  expect(html).toContain('Che cosa fare');
});

test('a finding that is over says so, and asks for nothing', () => {
  const html = htmlReporter({ ...report, findings: [{ ...noResponse, status: 'resolved' }] });
  expect(html).toContain('class="finding resolved"');
  expect(html).not.toContain('What to do');
});

test('without findings the page does not say that all is well', () => {
  expect(htmlReporter({ ...report, findings: [] })).toContain('That does not say that nothing is wrong.');
});
