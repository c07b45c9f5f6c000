import type { Line } from '../bundle/line.ts';
import type { Container, PodFact } from '../facts/fact.ts';
import { known } from '../facts/known.ts';
import type { CaptureKind, Reading } from './capture.ts';
import { originOf } from './text/origin.ts';

/**
 * `agent_state.txt` of `az connectedk8s troubleshoot`: the agents of Azure Arc, and their containers.
 *
 *     config-agent-6d8f7c9b5-x2x4z : Phase = Running
 *     	config-agent : Ready = False {Reason : CrashLoopBackOff} , Restart_Counts = 7
 *     	fluent-bit : Ready = True, Restart_Counts = 0
 */
export const arcAgentState: CaptureKind = {
  name: 'az connectedk8s troubleshoot agent state',
  recognize: (lines) => (PHASE.test(lines[0]?.text ?? '') ? 3 : 0),
  continues: ({ text }) => text.trim() === '' || PHASE.test(text) || CONTAINER.test(text),
  *parse(lines, { path }) {
    let group: Line[] = [];
    for (const line of lines) {
      if (PHASE.test(line.text) && group.length > 0) {
        yield podOf(group, path);
        group = [];
      }
      if (line.text.trim() !== '') group.push(line);
    }
    if (group.length > 0) yield podOf(group, path);
  },
};

const PHASE = /^([a-z0-9][a-z0-9.-]{0,252}) : Phase = ([A-Z][a-z]{2,20})\s*$/;
const CONTAINER =
  /^\s{1,8}([a-z0-9][a-z0-9-]{0,62}) : Ready = (True|False|None)(?: \{Reason : ([A-Za-z]{1,60})\} )?, Restart_Counts = (\d{1,7})\s*$/;

/** The collector looks in this namespace alone. */
const NAMESPACE = 'azure-arc';

function podOf(lines: readonly Line[], path: string): Reading {
  const first = lines[0] as Line;
  const [, name, phase] = PHASE.exec(first.text) ?? [];
  const containers = lines.slice(1).flatMap(containerOf);
  const told = containers.length > 0;
  const fact = known<PodFact>({
    kind: 'pod',
    origin: originOf(path, first, lines.at(-1)),
    namespace: NAMESPACE,
    name,
    status: phase,
    readyContainers: told ? containers.filter(({ ready }) => ready === true).length : undefined,
    totalContainers: told ? containers.length : undefined,
    restarts: told ? Math.max(...containers.map(({ restartCount = 0 }) => restartCount)) : undefined,
    containers: told ? containers : undefined,
  });
  const failing = lines.slice(1).find(({ text }) => text.includes('Ready = False'));
  return { fact, quotes: { '': first, ...(failing && { health: failing, waits: failing }) } };
}

function containerOf({ text }: Line): readonly Container[] {
  const [, name, ready, reason, restarts] = CONTAINER.exec(text) ?? [];
  if (name === undefined) return [];
  const state = reason === undefined ? undefined : 'Waiting';
  return [known<Container>({ name, ready: ready === 'True', state, reason, restartCount: Number(restarts) })];
}
