import { expect, test } from 'vitest';
import { code, codeBlock, indented, prose } from './page-text.ts';

test.each([
  ['Calls from {{region}} are refused', 'Calls from `<region>` are refused'],
  ['Allow *.hcp.{{region}}.azmk8s.io, and no other', 'Allow `*.hcp.<region>.azmk8s.io`, and no other'],
  ['Allow *.data.mcr.microsoft.com <b>', 'Allow \\*.data.mcr.microsoft.com \\<b\\>'],
  ['Run `kubectl get {{pod}} -o *`', 'Run `kubectl get <pod> -o *`'],
  ['One\nline.\n\nAnother.\n', 'One line.\n\nAnother.'],
])('writes %j as %j', (text, markdown) => {
  expect(prose(text)).toBe(markdown);
});

test.each([
  ['Pending', '`Pending`'],
  [137, '`137`'],
  ['a`b', '``a`b``'],
  ['`a', '`` `a ``'],
])('writes the value %j as %j', (value, markdown) => {
  expect(code(value)).toBe(markdown);
});

test('fences a block so that nothing in it ends it', () => {
  expect(codeBlock('a\n```\n{{pod}}\n', 'sh')).toBe('````sh\na\n```\n<pod>\n````');
});

test('indents the lines of an entry but the first and the empty ones', () => {
  expect(indented('a\n\nb\nc', 3)).toBe('a\n\n   b\n   c');
});
