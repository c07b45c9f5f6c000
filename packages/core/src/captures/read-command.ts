import type { Command } from './capture.ts';
import { helmCommand } from './helm-command.ts';
import { kubectlCommand } from './kubectl-command.ts';
import { splitWords } from './text/shell-words.ts';

/** The command that a text spells, or undefined where its program is not one we know. */
export function readCommand(text: string, line: number): Command | undefined {
  const { words, pipes } = splitWords(text);
  const at = words.findIndex((word) => !/^(?:sudo|time|watch|[A-Z_]+=\S*)$/.test(word));
  const rest = words.slice(at + 1);
  const program = programOf(words[at] ?? '', rest[0] ?? '');
  if (program === undefined) return undefined;
  const filter = pipes.find((part) => FILTERS.test(part));
  const start = { text, line, program, ...(filter === undefined ? {} : { partial: `| ${filter.split(/\s/)[0]}` }) };
  if (program === 'kubectl') return kubectlCommand(start, rest, (inner) => readCommand(inner, line));
  if (DNS_PROGRAMS.has(program)) return { ...start, names: rest.filter((word) => !/^[-+]/.test(word)) };
  if (program === 'helm') return helmCommand(start, rest);
  const invoked = program === 'az' ? invokedIn(rest) : undefined;
  if (invoked !== undefined) return readCommand(invoked, line);
  const [verb, ...names] = rest.filter((word) => !word.startsWith('-'));
  return { ...start, ...(verb === undefined ? {} : { verb }), names };
}

/** `az aks command invoke --command "kubectl get pods"` runs a command in the cluster and prints what it printed. */
function invokedIn(words: readonly string[]): string | undefined {
  if (words.slice(0, 3).join(' ') !== 'aks command invoke') return undefined;
  return words[words.findIndex((word) => word === '-c' || word === '--command') + 1];
}

const DNS_PROGRAMS = new Set(['nslookup', 'dig', 'host', 'resolve-dnsname']);
const PROGRAMS = new Set([...DNS_PROGRAMS, 'kubectl', 'az', 'helm', 'date', 'get-date']);
const ALIASES = new Map([
  ['k', 'kubectl'],
  ['oc', 'kubectl'],
]);

/** A lone `k` may be anything; with one of these behind it it is kubectl. */
const KUBECTL_VERB =
  /^(?:-.*|get|describe|logs?|exec|events|apply|create|delete|edit|explain|label|patch|rollout|run|scale|set|top|version|cluster-info|config|cordon|drain|taint|port-forward|attach|cp|api-\w+|adm|debug|wait)$/;

/** Programs that leave lines out. */
const FILTERS =
  /^(?:grep|egrep|rg|head|tail|awk|sed|cut|jq|yq|findstr|select-string|sls|select-object|where-object)\b/i;

function programOf(word: string, next: string): string | undefined {
  // `Host NAME not found` is what the program says, not how it is called.
  if (word === 'Host') return undefined;
  const name = word
    .replace(/^.*[\\/]/, '')
    .replace(/\.(?:exe|sh)$/i, '')
    .toLowerCase();
  const alias = ALIASES.get(name);
  if (alias !== undefined) return KUBECTL_VERB.test(next) ? alias : undefined;
  return PROGRAMS.has(name) ? name : undefined;
}
