import fc from 'fast-check';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { expect, test } from 'vitest';
import { code, fenced, markdownText } from './markdown-text.ts';

const rendered = (markdown: string): string =>
  micromark(markdown, { extensions: [gfm()], htmlExtensions: [gfmHtml()] });

const flatText = (html: string): string =>
  html
    .replace(/<\/?(?:p|code)>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ')
    .trim();

test.each([
  'a `b` c',
  '*bold* _italic_ ~~gone~~',
  '[a](http://evil.example/)',
  '![a](http://evil.example/x.png)',
  '<details> & </p>',
  '# heading',
  '- item',
  '1. item',
  '1) item',
  '> quote',
  '| a | b |',
  'http://evil.example and www.evil.example and me@evil.example',
  '@team look at #12 and GH-12 and 0123456789abcdef',
  'a\\b',
  '&amp; &#64;',
  '===',
  '```',
  '<!-- hidden -->',
  ':warning: {a} ^b^',
])('%s says itself, and nothing else', (text) => {
  const html = rendered(markdownText(text));
  expect(flatText(html)).toBe(text);
  expect(html).not.toMatch(/<(?!\/?(?:p|code)>)/);
});

test('what could be a mention or a reference of a service stands as code', () => {
  expect(markdownText('ask @team about #12')).toBe('ask `@team` about `#12`');
});

test('random text is never more than a paragraph of text and code', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'`*_[]()<>#-+.!|~&@:/\\ \n1aw="\''), maxLength: 40 }), (text) => {
      expect(rendered(`x ${markdownText(text)}`)).not.toMatch(/<(?!\/?(?:p|code)>)/);
    }),
    { numRuns: 2000 },
  );
});

test('random text is itself in a code span and in a fence', () => {
  const texts = fc.string({ unit: fc.constantFrom(...'`~ \nab<'), minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(texts, (text) => {
      expect(flatText(rendered(`x${code(text)}x`))).toBe(`x${text.replace(/\s+/g, ' ')}x`.replace(/\s+/g, ' '));
      expect(rendered(fenced(text).join('\n'))).toMatch(/^<pre><code>[^]*<\/code><\/pre>$/);
    }),
    { numRuns: 2000 },
  );
});
