import type { Finding, JudgedCause } from '../findings/finding.ts';
import type { Report } from '../report/report.ts';

const QUIET = {
  resolved: false,
  capped: [],
  evidence: [],
  counterEvidence: [],
  because: [],
  collect: [],
  solutions: [],
};
const REFUSED = { path: 'kube-system/extension-agent.log', line: 812, endLine: 812 };

const refused: JudgedCause = {
  ...QUIET,
  id: 'traffic-not-authorized',
  title: 'Calls from eastus arrive through a private endpoint and are refused',
  verdict: 'confirmed',
  evidence: [
    { ...REFUSED, text: '{"Message":"Errorcode: 403, Message This traffic is not authorized."}' },
    { path: 'nslookup.txt', line: 5, endLine: 5, text: 'Address: 10.224.1.184' },
  ],
  solutions: [
    {
      id: 'separate-networks',
      title: 'Give Arc and AKS separate virtual networks',
      recommended: true,
      steps: [
        { text: 'Look which address CoreDNS should answer with; ask a resolver outside of the virtual network.' },
        { text: 'Write the override.', file: { name: 'corednsms.yaml', content: 'kind: ConfigMap\n\ndata: {}\n' } },
        { run: 'kubectl apply -f corednsms.yaml' },
      ],
      verify: ['The lookup ends in a public address.'],
    },
  ],
};

const blocked: JudgedCause = {
  ...QUIET,
  id: 'egress-blocked',
  title: 'The data plane of eastus cannot be reached',
  verdict: 'excluded',
  counterEvidence: [{ ...REFUSED, text: 'Errorcode: 403' }],
};

const notReady: JudgedCause = {
  ...QUIET,
  id: 'agent-pods-not-ready',
  title: 'The agent pods are not ready',
  verdict: 'possible',
  collect: [{ command: 'kubectl get pods -n kube-system -o wide', why: 'whether the agents run' }],
  solutions: [{ id: 'restart', title: 'Restart the agents', recommended: false, steps: [], verify: [] }],
};

/** A finding with a cause of every kind. */
export const noResponse: Finding = {
  id: '5f2c',
  rule: 'aks-extensions/agent-no-response',
  title: 'Unable to get a response from the agent in time',
  severity: 'error',
  status: 'active',
  seen: true,
  rank: 1,
  explains: [],
  objects: [{ kind: 'region', name: 'eastus' }],
  evidence: [
    { path: 'az.txt', line: 3, endLine: 3, text: 'Unable to get a response from the agent in time', quoted: true },
  ],
  causes: [refused, blocked, notReady],
  remarks: ['Deleting the extension does not help.'],
  references: ['https://example.com/errors'],
};

/** A report of one finding, with something to say in every part. */
export const report: Report = {
  schemaVersion: 1,
  locale: 'en',
  generator: { name: 'referto', version: '0.1.0', packs: [{ name: '@referto/rules', version: '0.1.0', hash: 'a1b2' }] },
  bundle: { name: 'ticket-4711', kind: 'loose', container: 'folder', capturedAt: '2024-02-07T06:10:00.000Z' },
  findings: [noResponse],
  coverage: {
    files: { total: 3, read: 2 },
    rules: { total: 4, judged: 3 },
    captures: [
      {
        path: 'kube-system/extension-agent.log',
        line: 1,
        kind: 'kubectl logs',
        complete: 'unknown',
        why: 'a log is a window',
      },
      { path: 'nslookup.txt', line: 1, kind: 'nslookup', command: 'nslookup eastus.dp.example', complete: 'yes' },
    ],
    unread: [{ path: 'picture.png', reason: 'it holds no text' }],
    judged: ['aks-extensions/agent-no-response', 'kubernetes/container-crash', 'kubernetes/image-pull-failed'],
    notJudged: [{ rule: 'kubernetes/pod-unschedulable', needs: ['kubectl get pods -A'] }],
  },
  notes: [{ code: 'binary-file', path: 'picture.png', message: 'It holds no text' }],
};
