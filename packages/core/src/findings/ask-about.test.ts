import { describe, expect, test } from 'vitest';
import { analyze } from '../analyze.ts';
import { loadRules } from '../rules/load-rules.ts';
import type { Report } from '../report/report.ts';

const rules = [
  loadRules(
    {
      'pods/waits.yaml': `id: pods/waits
title: Something waits
severity: error
appears:
  - event: { is: { reason: Waiting } }
causes:
  - id: stuck
    title: Pods are stuck
    when:
      - any:
          - pod: { of: { name: '{pod}' }, is: { health: [stuck, failing] } }
          - event: { is: { reason: Refused } }
    resolved-by:
      - pod: { of: { name: '{pod}' }, is: { health: ready } }
      - event: { of: { pod: '{pod}' }, is: { reason: Mended } }
      - all:
          - pod: { of: { name: spare }, is: { health: ready } }
          - pod: { of: { name: extra }, is: { health: ready } }
    no-unless: Nothing speaks against it.
    solutions: [ { id: act, title: Act, steps: [ { text: Act. } ] } ]
references: [ https://kubernetes.io/docs/ ]
`,
    },
    { name: 'house', version: '1.0.0' },
  ),
];

const HEAD = 'NAME    READY   STATUS             RESTARTS   AGE';
const stuck = (name: string): string => `${name}   0/1     ImagePullBackOff   0          50m`;
const ready = (name: string): string => `${name}   1/1     Running            0          55m`;
const events = (reason: string): string =>
  `LAST SEEN   TYPE      REASON     OBJECT      MESSAGE\n60s         Warning   ${reason}    pod/xyz-0   so it is`;

const session = (...captures: readonly string[]): Promise<Report> =>
  analyze(
    {
      'session.txt': captures
        .map((text) => `$ kubectl get ${text.startsWith('NAME') ? 'pods' : 'events'} -n shop\n${text}\n`)
        .join(''),
    },
    { rules },
  );

const isResolved = async (report: Promise<Report>): Promise<boolean | undefined> =>
  (await report).findings[0]?.causes[0]?.resolved;

describe('what ends a cause', () => {
  test('is about what speaks for it', async () => {
    const report = session(events('Waiting'), `${HEAD}\n${stuck('web-0')}`, `${HEAD}\n${ready('web-0')}`);
    expect(await isResolved(report)).toBe(true);
  });

  test('is not about just anything where what speaks for it names no object', async () => {
    const report = session(`${events('Waiting')}\n60s  Warning  Refused  pod/xyz-0  no`, `${HEAD}\n${ready('web-0')}`);
    expect((await report).findings[0]?.causes[0]).toMatchObject({ verdict: 'confirmed', resolved: false });
  });

  test('has to end for each object', async () => {
    const both = `${HEAD}\n${stuck('web-0')}\n${stuck('web-1')}`;
    const one = session(events('Waiting'), both, `${HEAD}\n${ready('web-0')}\n${stuck('web-1')}`);
    expect(await isResolved(one)).toBe(false);
    const all = session(events('Waiting'), both, `${HEAD}\n${ready('web-0')}\n${ready('web-1')}`);
    expect(await isResolved(all)).toBe(true);
  });

  test('has to be met as a whole', async () => {
    const mended = `${events('Waiting')}\n50m  Normal  Mended  pod/web-0  it was over before`;
    const first = `${HEAD}\n${stuck('web-0')}`;
    const one = session(mended, first, `${HEAD}\n${ready('spare')}\n${ready('other')}`);
    expect(await isResolved(one)).toBe(false);
    const both = session(mended, first, `${HEAD}\n${ready('spare')}\n${ready('extra')}`);
    expect(await isResolved(both)).toBe(true);
  });
});
