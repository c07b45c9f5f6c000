import fc from 'fast-check';
import { XmlDocument } from 'libxml2-wasm';
import { expect, test } from 'vitest';
import { noResponse, report } from './example-report.test.data.ts';
import { mapStrings } from './harmless.ts';
import { junitReporter } from './junit.ts';

test('a rule with an active error fails, one that was not judged is skipped, others pass', () => {
  expect(junitReporter(report)).toMatchInlineSnapshot(`
    "<?xml version="1.0" encoding="UTF-8"?>
    <testsuites name="referto" tests="4" failures="1" errors="0" skipped="1">
    <testsuite name="ticket-4711" tests="4" failures="1" errors="0" skipped="1">
    <testcase classname="aks-extensions" name="agent-no-response">
    <failure type="error" message="Unable to get a response from the agent in time">error: Unable to get a response from the agent in time
    of region eastus
      az.txt:3: Unable to get a response from the agent in time
    confirmed traffic-not-authorized: Calls from eastus arrive through a private endpoint and are refused
      kube-system/extension-agent.log:812: {&quot;Message&quot;:&quot;Errorcode: 403, Message This traffic is not authorized.&quot;}
      nslookup.txt:5: Address: 10.224.1.184
    excluded egress-blocked: The data plane of eastus cannot be reached
    possible agent-pods-not-ready: The agent pods are not ready</failure>
    </testcase>
    <testcase classname="kubernetes" name="container-crash"/>
    <testcase classname="kubernetes" name="image-pull-failed"/>
    <testcase classname="kubernetes" name="pod-unschedulable">
    <skipped message="not judged; needs kubectl get pods -A"/>
    </testcase>
    <system-err>binary-file picture.png It holds no text</system-err>
    </testsuite>
    </testsuites>
    "
  `);
});

test.each([
  ['an error that is over', { status: 'resolved' }],
  ['a warning', { severity: 'warning' }],
] as const)('%s passes, and is told in the output of its case', (_name, changed) => {
  const xml = junitReporter({ ...report, findings: [{ ...noResponse, ...changed }] });
  expect(xml).toContain('failures="0"');
  expect(xml).not.toContain('<failure');
  expect(xml).toMatch(/name="agent-no-response">\n<system-out>[^]*Unable to get a response/);
});

test('whatever a bundle says, the document is well-formed', () => {
  const odd = fc.string({ unit: 'binary', maxLength: 60 });
  fc.assert(
    fc.property(odd, fc.constantFrom('', ']]>', '<!--', '&#0;', '\uD800', '\uFFFF', '\0'), (text, tail) => {
      const changed = mapStrings({ ...report, findings: [noResponse] }, () => `${text}${tail}`);
      XmlDocument.fromString(junitReporter(changed)).dispose();
    }),
    { numRuns: 1000 },
  );
});
