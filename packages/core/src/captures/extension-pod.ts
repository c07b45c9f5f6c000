import type { PodFact } from '../facts/fact.ts';
import { known } from '../facts/known.ts';
import type { CaptureKind } from './capture.ts';
import { readJsonRecord } from './text/json-record.ts';
import { originOf } from './text/origin.ts';

/**
 * `NAMESPACE/pods/POD/metadata.json` of `az k8s-extension troubleshoot`: which pod it is, and its phase. It tells neither
 * restarts nor reasons.
 *
 *     {"name": "dapr-operator-7d9f6b5c8-x2x4z", "namespace": "dapr-system", "labels": {...}, "status": "Running"}
 */
export const extensionPod: CaptureKind = {
  name: 'az k8s-extension troubleshoot pod',
  recognize: (lines, { fromPath }) =>
    fromPath.pod !== undefined && fromPath.metadata === true && /^\s*\{/.test(lines[0]?.text ?? '') ? 3 : 0,
  continues: () => true,
  *parse(lines, context) {
    const all = [...lines];
    const [first] = all;
    const record = readJsonRecord(all.map(({ text }) => text.trim()).join(' '));
    const [name, namespace, status] = ['name', 'namespace', 'status'].map((key) => record?.get(key));
    if (!first || name === undefined || status === undefined) return void (context.unreadLines += all.length);
    const quote = all.find(({ text }) => text.includes('"status"')) ?? first;
    const fact = known<PodFact>({
      kind: 'pod',
      origin: originOf(context.path, first, all.at(-1)),
      namespace,
      name,
      status,
    });
    yield { fact, quotes: { '': quote } };
  },
};
