import type { CaptureKind } from './capture.ts';
import { kubectlLogs } from './kubectl-logs.ts';
import { readJsonRecord } from './text/json-record.ts';

/**
 * A log as aks-periscope saves it: one text in a JSON document. All its entries stand in the same line.
 *
 *     {"name": "coredns", "containerID": "containerd://0a1b", "containerLog": "[INFO] plugin/reload: Running\n..."}
 */
export const periscopeLog: CaptureKind = {
  name: 'aks-periscope log',
  recognize: (lines) => (/^\s*\{/.test(lines[0]?.text ?? '') && lines.some(({ text }) => KEY.test(text)) ? 3 : 0),
  continues: () => true,
  *parse(lines, context) {
    const all = [...lines];
    const log = readJsonRecord(all.map(({ text }) => text.trim()).join(' '))?.get('containerLog');
    const line = all.find(({ text }) => KEY.test(text)) ?? all[0];
    if (log === undefined || !line) return void (context.unreadLines += all.length);
    yield* kubectlLogs.parse(
      log.split('\n').map((text) => ({ ...line, text })),
      context,
    );
  },
};

const KEY = /"containerLog"\s{0,4}:\s{0,4}"/;
