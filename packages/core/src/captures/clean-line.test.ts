import { describe, expect, test } from 'vitest';
import { readFacts } from '../read-facts.ts';
import { cleanLine } from './clean-line.ts';
import { createUnindenter } from './unindent.ts';

const cleaned = (text: string): string => cleanLine({ text, number: 7 }).text;

describe('what a page adds to a line is taken off', () => {
  test.each([
    ['<pre><code>NAME   READY', 'NAME   READY'],
    ['</code></pre>', ''],
    ['Node:   &lt;none&gt;', 'Node:   <none>'],
    ['Get &quot;https://a/?b=1&amp;c=2&quot;: it&#39;s', 'Get "https://a/?b=1&c=2": it\'s'],
    ['twice &amp;lt;none&amp;gt;', 'twice &lt;none&gt;'],
  ])('%s', (text, clean) => {
    expect(cleaned(text)).toBe(clean);
  });

  test.each(['{"Message":"a &lt; b"}', 'Node: <none> &amp; more', 'a < b', '<html> is no capture'])(
    'but what is the text its own stays: %s',
    (text) => {
      expect(cleaned(text)).toBe(text);
    },
  );
});

const unindented = (text: string): string => {
  const unindenter = createUnindenter();
  const lines = text.split('\n').flatMap((line, at) => unindenter.push({ text: line, number: at + 1 }) ?? []);
  return [...lines, ...unindenter.end()].map(({ text: line }) => line).join('\n');
};

const PODS = `NAME    READY   STATUS    RESTARTS   AGE
web-0   1/1     Running   0          3d
web-1   1/1     Running   0          3d`;

describe('a capture inside a note', () => {
  test.each(['    ', '\t', '  | ', '| '])('loses what marks it: "%s"', (prefix) => {
    const marked = PODS.replace(/^/gm, prefix);
    expect(unindented(marked)).toBe(PODS);
    expect(unindented(`The pods:\n\n${marked}\n\nThat was all.`)).toBe(`The pods:\n\n${PODS}\n\nThat was all.`);
    expect(readFacts(`The pods:\n\n${marked}\n`).map(({ origin }) => origin.line)).toEqual([4, 5]);
  });

  test.each([
    ['a table in Markdown', '| NAME | READY |\n| --- | --- |\n| web-0 | 1/1 |'],
    ['the middle of a description', '      Reason:  Error\n      Exit Code:  1\n    Ready:  False\n    Image:  web'],
    ['a stack trace', '    at shop.Main.main(Main.java:21)\n    at shop.Main.run(Main.java:7)'],
  ])('but %s stays as it is', (_, text) => {
    expect(unindented(text)).toBe(text);
  });
});

test.each([
  ['_**web-1     0/1     Error     3          12d**_ **_[this one]_**', 'web-1     0/1     Error     3          12d'],
  ['**web-1     0/1     Error     3          12d**', 'web-1     0/1     Error     3          12d'],
  ['**What happened**: the pod  does  not start', '**What happened**: the pod  does  not start'],
  ['**web-1 fails**', '**web-1 fails**'],
])('a row that is set in bold is a row: %s', (text, clean) => {
  expect(cleaned(text)).toBe(clean);
});
