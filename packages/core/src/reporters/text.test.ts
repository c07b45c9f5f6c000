import { expect, test } from 'vitest';
import { noResponse, report } from './example-report.test.data.ts';
import { textReporter } from './text.ts';

const withFinding = (finding: Partial<typeof noResponse>) => ({ ...report, findings: [{ ...noResponse, ...finding }] });

test('a finding shows its causes, their evidence, what to do and what is missing', () => {
  expect(textReporter(report)).toMatchInlineSnapshot(`
    "error  aks-extensions/agent-no-response  Unable to get a response from the agent in time
      of  region eastus
      az.txt:3 (quoted)
      ▸   3 │ Unable to get a response from the agent in time

      confirmed  traffic-not-authorized: Calls from eastus arrive through a private endpoint and are
                 refused
        kube-system/extension-agent.log:812
        ▸ 812 │ {"Message":"Errorcode: 403, Message This traffic is not authorized."}
        nslookup.txt:5
        ▸   5 │ Address: 10.224.1.184
        solution  (recommended) Give Arc and AKS separate virtual networks
          1. Look which address CoreDNS should answer with; ask a resolver outside of the virtual
             network.
          2. Write the override.
             corednsms.yaml:
               kind: ConfigMap

               data: {}
          3. Run:
             kubectl apply -f corednsms.yaml
          verify  The lookup ends in a public address.

      excluded   egress-blocked: The data plane of eastus cannot be reached   kube-system/extension-agent.log:812

      possible   agent-pods-not-ready: The agent pods are not ready
        collect  whether the agents run
          kubectl get pods -n kube-system -o wide
        if so  Restart the agents

      remark  Deleting the extension does not help.
      see  https://example.com/errors

    ticket-4711: read 2 of 3 files as 2 captures; judged 3 of 4 rules; 1 needs a capture that is not
    here
      unread  picture.png: it holds no text
      not judged  kubernetes/pod-unschedulable: needs kubectl get pods -A
      note  binary-file picture.png: It holds no text
    "
  `);
});

test('a report in Italian has Italian words around those of the rules', () => {
  const text = textReporter(report, { locale: 'it', width: 120 });
  expect(text).toMatch(/^errore {2}aks-extensions\/agent-no-response/);
  expect(text).toContain('  confermata  traffic-not-authorized');
  expect(text).toContain('letti 2 file su 3 come 2 catture; valutate 3 regole su 4; per 1 regola mancano le catture');
});

test('a finding that is over does not begin like one that is active, and gives no advice', () => {
  const [refused, ...others] = noResponse.causes;
  const causes = [{ ...refused!, resolved: true }, ...others];
  const text = textReporter(withFinding({ status: 'resolved', causes }));
  expect(text).toMatch(/^resolved {2}aks-extensions\/agent-no-response {2}Unable/);
  expect(text).toContain('refused (resolved)');
  expect(text).not.toContain('solution');
});

test('a finding whose error is not in the bundle says so', () => {
  expect(textReporter(withFinding({ seen: false, evidence: [] }))).toContain('The error itself is not in the bundle');
});

test('a likely cause says what holds it down, and which finding explains it', () => {
  const [refused] = noResponse.causes;
  const because = [{ rule: 'kubernetes/pod-unschedulable', cause: 'untolerated-taint', finding: '77' }];
  const causes = [{ ...refused!, verdict: 'likely' as const, capped: ['loose-join' as const], because }];
  const text = textReporter(withFinding({ causes }));
  expect(text).toContain('why likely  it is not certain that its lines speak of the same object');
  expect(text).toContain('because  kubernetes/pod-unschedulable#untolerated-taint');
});

test('prose is wrapped at the width, commands and quotes never', () => {
  const lines = textReporter(report, { width: 50 }).split('\n');
  expect(lines).toContain('      kubectl get pods -n kube-system -o wide');
  expect(lines).toContain('    ▸ 812 │ {"Message":"Errorcode: 403, Message This traffic is not authorized."}');
  const prose = lines.filter((line) => !/▸|kubectl|aks-extensions|https:|extension-agent.log|of eastus/.test(line));
  expect(prose.filter((line) => line.length > 50)).toEqual([]);
});

test('lines that follow each other in one file stand under one place', () => {
  const evidence = [1, 2, 9].map((line) => ({ path: 'dns.txt', line, endLine: line, text: `${'name '.repeat(line)}` }));
  const text = textReporter(withFinding({ evidence, causes: [] }));
  expect(text.match(/^ {2}dns\.txt:\d+$/gm)).toEqual(['  dns.txt:1', '  dns.txt:9']);
});

test('what says the same again gives its place only', () => {
  const times = [3, 8, 14, 15].map((line) => ({
    path: 'agent.log',
    line,
    endLine: line,
    text: `06:04:${line} refused`,
  }));
  const [refused] = noResponse.causes;
  const text = textReporter(withFinding({ evidence: times, causes: [{ ...refused!, evidence: times.slice(0, 1) }] }));
  expect(text).toContain(
    '  agent.log:3\n  ▸   3 │ 06:04:3 refused\n  also at agent.log:8, agent.log:14, agent.log:15\n',
  );
  expect(text).toContain('refused\n    at agent.log:3\n');
});

test('without a finding nothing is called healthy', () => {
  const text = textReporter({ ...report, findings: [] });
  expect(text).toMatch(
    /^No finding in what was read\. That does not say that nothing is wrong\.\n\nticket-4711: read 2/,
  );
});

test('long lists end in how many more there are', () => {
  const notes = Array.from({ length: 14 }, () => ({ code: 'unreadable' as const, message: 'permission denied' }));
  expect(textReporter({ ...report, notes })).toContain('… and 4 more');
});

test('a style dresses stretches and changes no text', () => {
  const dressed = textReporter(report, { style: (role, text) => `\u001B[3${role.length % 8}m${text}\u001B[0m` });
  expect(dressed).toContain('\u001B[');
  expect(dressed.replaceAll(/\u001B\[\d+m/g, '')).toBe(textReporter(report));
});
