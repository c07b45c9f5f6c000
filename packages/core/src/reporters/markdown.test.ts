import { expect, test } from 'vitest';
import { noResponse, report } from './example-report.test.data.ts';
import { markdownReporter } from './markdown.ts';

test('a ticket comment has the error, its cause, decisive quotes and the next step before its folds', () => {
  const [short] = markdownReporter(report).split('<details>');
  expect(short).toMatchInlineSnapshot(`
    "**Report on \`ticket-4711\`** 1 error

    ### error: Unable to get a response from the agent in time

    \`aks-extensions/agent-no-response\` · \`region eastus\`

    **confirmed** \`traffic-not-authorized\`: Calls from eastus arrive through a private endpoint and are refused

    \`az.txt:3\` (quoted)

    \`\`\`text
    Unable to get a response from the agent in time
    \`\`\`

    \`kube-system/extension-agent.log:812\`

    \`\`\`text
    {"Message":"Errorcode: 403, Message This traffic is not authorized."}
    \`\`\`

    **Next:** Give Arc and AKS separate virtual networks

    \`\`\`sh
    kubectl apply -f corednsms.yaml
    \`\`\`

    "
  `);
});

test('what is folded has the other causes, what to collect, all steps, and what was not read', () => {
  const [, ...folded] = markdownReporter(report).split('<details>');
  expect(folded.join('<details>')).toMatchInlineSnapshot(`
    "<summary>Evidence, all causes and all steps</summary>

    \`az.txt:3\` (quoted)

    \`\`\`text
    Unable to get a response from the agent in time
    \`\`\`

    **confirmed** \`traffic-not-authorized\`: Calls from eastus arrive through a private endpoint and are refused

    \`kube-system/extension-agent.log:812\`

    \`\`\`text
    {"Message":"Errorcode: 403, Message This traffic is not authorized."}
    \`\`\`

    \`nslookup.txt:5\`

    \`\`\`text
    Address: 10.224.1.184
    \`\`\`

    **solution** (recommended) Give Arc and AKS separate virtual networks

    1. Look which address CoreDNS should answer with; ask a resolver outside of the virtual network.

    2. Write the override.

       \`corednsms.yaml\`:

       \`\`\`
       kind: ConfigMap

       data: {}
       \`\`\`

    3. \`\`\`sh
       kubectl apply -f corednsms.yaml
       \`\`\`

    verify: The lookup ends in a public address.

    Other causes:

    - **excluded** \`egress-blocked\`: The data plane of eastus cannot be reached

      against it: \`kube-system/extension-agent.log:812\`

    - **possible** \`agent-pods-not-ready\`: The agent pods are not ready

      collect:

      \`\`\`sh
      kubectl get pods -n kube-system -o wide
      \`\`\`

    remark: Deleting the extension does not help.

    see: <https://example.com/errors>

    </details>

    <details><summary>What was read, and what was not</summary>

    read 2 of 3 files as 2 captures; judged 3 of 4 rules; 1 needs a capture that is not here

    - unread: \`picture.png\`, it holds no text
    - not judged: \`kubernetes/pod-unschedulable\`, needs \`kubectl get pods -A\`
    - note: binary-file \`picture.png\`: It holds no text

    </details>
    "
  `);
});

test('where no cause is shown, the next step is what to collect', () => {
  const causes = noResponse.causes.filter(({ verdict }) => verdict === 'possible');
  const [short] = markdownReporter({ ...report, findings: [{ ...noResponse, causes }] }).split('<details>');
  expect(short).toContain('**To be sure, collect:**\n\n```sh\nkubectl get pods -n kube-system -o wide\n```');
});

test('a finding that is over has no next step', () => {
  const text = markdownReporter({ ...report, findings: [{ ...noResponse, status: 'resolved' }] });
  expect(text).toContain('### resolved: Unable to get a response');
  expect(text).not.toContain('**Next:**');
});

test('a reply in Italian', () => {
  const text = markdownReporter(report, { locale: 'it' });
  expect(text).toMatch(/^\*\*Referto di `ticket-4711`\*\* 1 errore$/m);
  expect(text).toContain('**Prossimo passo:**');
});
