import { expect, test } from 'vitest';
import { valuesOf, type Bindings } from './bindings.ts';
import { canFill, fillCommand, fillFile, fillRun, fillText } from './fill-template.ts';

const bindings: Bindings = new Map([
  ['region', valuesOf(['westus2', 'eastus'])],
  ['public address', valuesOf(['20.1.2.3'])],
  ['evil', valuesOf(["x'; rm -rf / #"])],
  ['broken', valuesOf(['a\nb: c'])],
  ['odd', valuesOf(['{{region}}'])],
]);

test.each([
  ['Calls from {{region}} fail', 'Calls from eastus, westus2 fail'],
  ['{{public address}}{{region}}', '20.1.2.3eastus, westus2'],
  ['{{unknown}} and {region} and {{ .items }}', '<unknown> and {region} and {{ .items }}'],
  ['{{odd}} in {{region}}', '{{region}} in eastus, westus2'],
  ['nothing', 'nothing'],
])('a text names all values: %j', (text, filled) => {
  expect(fillText(text, bindings)).toBe(filled);
});

test.each([
  ['nslookup {{region}}.dp.example.com', 'nslookup eastus.dp.example.com'],
  ['nslookup {{zone}}.dp.example.com', "nslookup '<zone>'.dp.example.com"],
  ['echo {{evil}}', `echo 'x'\\''; rm -rf / #'`],
  ['echo {{broken}}', "echo 'a\nb: c'"],
])('a command takes the first value, quoted where a shell would act on it: %j', (text, filled) => {
  expect(fillRun(text, bindings)).toBe(filled);
});

test('a command to read keeps the names that are to be filled in as they are', () => {
  expect(fillCommand('kubectl logs -n {{namespace}} {{evil}}', bindings)).toBe(
    `kubectl logs -n <namespace> 'x'\\''; rm -rf / #'`,
  );
});

test('a file takes the first value, and no value makes a line of its own', () => {
  expect(fillFile('at: {{region}}\nwho: {{broken}}\nzone: {{zone}}', bindings)).toBe(
    'at: eastus\nwho: a b: c\nzone: <zone>',
  );
});

test('a text can be filled where each of its names has a value', () => {
  expect(canFill('in {{region}} at {{public address}}', bindings)).toBe(true);
  expect(canFill('in {{region}} at {{zone}}', bindings)).toBe(false);
});
