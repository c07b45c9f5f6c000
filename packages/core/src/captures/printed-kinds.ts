import type { Command } from './capture.ts';
import { readCommand } from './read-command.ts';

/**
 * Whether captures of a kind hold what a command prints: its own kind does, and so does one that shows the same objects
 * in full. Undefined where it is not known what the command prints.
 */
export function printsKind(command: string, kind: string): boolean | undefined {
  const read = readCommand(command, 1);
  return read && kindsOf(read)?.includes(kind);
}

const [YAML, JSON] = ['kubectl get -o yaml', 'kubectl get -o json'];
/** Pods and events as a collector printed them. */
const PYTHON = 'objects of Python';

function kindsOf({ program, verb = '', resource = '', inner }: Command): readonly string[] | undefined {
  if (inner) return kindsOf(inner);
  if (program === 'helm') return ['helm releases'];
  if (DNS.has(program)) return ['nslookup'];
  if (program !== 'kubectl') return undefined;
  return KINDS[`${verb} ${resource}`] ?? KINDS[verb];
}

const DNS: ReadonlySet<string> = new Set(['nslookup', 'dig', 'host']);

const KINDS: Readonly<Record<string, readonly string[]>> = {
  logs: ['kubectl logs'],
  describe: ['kubectl describe', YAML, JSON],
  'describe pods': ['kubectl describe pod', YAML, JSON, PYTHON],
  'describe nodes': ['kubectl describe node', YAML, JSON],
  get: ['kubectl get', 'kubectl describe', YAML, JSON],
  'get pods': ['kubectl get pods', 'kubectl describe pod', YAML, JSON, PYTHON],
  'get nodes': ['kubectl get nodes', 'kubectl describe node', YAML, JSON],
  'get events': ['kubectl get events', YAML, JSON, PYTHON],
  'get configmaps': ['kubectl get configmap', YAML, JSON],
  events: ['kubectl get events', YAML, JSON],
};
