import type { Line } from '../bundle/line.ts';
import type { Command } from './capture.ts';
import { kubectlCommand } from './kubectl-command.ts';
import { splitWords } from './text/shell-words.ts';

/** A line of a terminal session that is a command (or a bare prompt), and what it says. */
export interface CommandLine {
  /** Absent for a prompt with nothing behind it, or with a command we know nothing of. */
  readonly command?: Command;
  /** The answer begins on the same line, as some web pages paste it. */
  readonly answered?: true;
}

/**
 * Reads a line as a command somebody typed: behind a prompt (`$`, `#`, `PS C:\>`, `C:\>`, `user@host:~$`, `❯`), or bare
 * when it begins with a program we know and has the form of a command. Undefined for everything else.
 */
export function readCommandLine(line: Line): CommandLine | undefined {
  if (line.text.length > 2000 || !MAY_BE_COMMAND.test(line.text)) return undefined;
  const prompt = PROMPT.exec(line.text);
  const typed = (prompt ? line.text.slice(prompt[0].length) : line.text).trim();
  if (prompt && typed === '') return {};
  const answer = ANSWER_BEHIND.exec(typed);
  const text = answer ? typed.slice(0, answer.index).trim() : typed;
  const command = readCommand(text, line.number);
  if (!command) return prompt && isUnmistakable(prompt[0]) ? {} : undefined;
  if (!prompt && !looksTyped(text)) return undefined;
  const inside = insidePod(command, prompt?.groups?.['host']);
  return answer ? { command: inside, answered: true } : { command: inside };
}

const MAY_BE_COMMAND =
  /[$#>❯➜%]|^\s*(?:sudo |time )?(?:\S{0,80}[\\/])?(?:kubectl|k|oc|nslookup|dig|host|az|helm|Resolve-DnsName)(?:\.exe)? /i;

const PROMPT = new RegExp(
  [
    String.raw`^\s*PS(?: [A-Za-z]:[^>]{0,200}| /[^>]{0,200}|)>\s*`,
    String.raw`^\s*[A-Za-z]:\\[^>\n]{0,200}>\s*`,
    String.raw`^\s*\[?(?:\([\w.-]{1,40}\) ?)?[\w.-]{1,64}@(?<host>[\w.-]{1,253})(?:[: ][^$#%]{0,200})?\]?\s?[$#%](?:\s+|$)`,
    String.raw`^\s*(?:[❯➜]\s+(?:[~/][^\s]{0,200}\s+)?|[~/][\w./-]{0,100}\s?[$#]\s+)`,
    String.raw`^\s*[$#]\s+`,
    String.raw`^\s*(?:bash|sh)-[\d.]{1,5}[$#]\s*`,
    String.raw`^\s*/ #\s*`,
  ].join('|'),
);

/** `$ ` and `# ` also begin shell comments and headings; only a known program makes those a command. */
const isUnmistakable = (prompt: string): boolean => !/^\s*[$#]\s+$/.test(prompt);

const ANSWER_BEHIND = /\s(?:Non-authoritative answer:|Server:\s|Name:\s)/;

const DNS_PROGRAMS = new Set(['nslookup', 'dig', 'host', 'resolve-dnsname']);
const PROGRAMS = new Set(['kubectl', 'nslookup', 'dig', 'host', 'az', 'helm', 'resolve-dnsname']);
const ALIASES: Readonly<Record<string, string>> = { k: 'kubectl', oc: 'kubectl' };
/** A lone `k` may be anything; with one of these behind it it is kubectl. */
const KUBECTL_VERB =
  /^(?:-|get$|describe$|logs?$|exec$|events$|apply$|create$|delete$|edit$|explain$|label$|patch$|rollout$|run$|scale$|set$|top$|version$|cluster-info$|config$|cordon$|drain$|taint$|port-forward$|attach$|cp$|api-|adm$|debug$|wait$)/;
const FILTERS =
  /^(?:grep|egrep|rg|head|tail|awk|sed|cut|jq|yq|findstr|select-string|sls|select-object|where-object|sort)\b/i;

/** The command that a text spells, or undefined where its program is not one we know. */
export function readCommand(text: string, line: number): Command | undefined {
  const { words, pipes } = splitWords(text);
  const first = words.findIndex((word) => !/^(?:sudo|time|watch|[A-Z_]+=\S*)$/.test(word));
  const name = words[first]
    ?.replace(/^.*[\\/]/, '')
    .replace(/\.exe$/i, '')
    .toLowerCase();
  if (name === undefined) return undefined;
  const alias = Object.hasOwn(ALIASES, name) ? ALIASES[name] : undefined;
  if (alias !== undefined && !KUBECTL_VERB.test(words[first + 1] ?? '')) return undefined;
  const program = alias ?? name;
  if (!PROGRAMS.has(program) || words[first] === 'Host') return undefined;
  const rest = words.slice(first + 1);
  const filter = pipes.find((part) => FILTERS.test(part));
  const start = { text, line, program, ...(filter === undefined ? {} : { partial: `| ${filter.split(/\s/)[0]}` }) };
  if (program === 'kubectl') return kubectlCommand(start, rest, (inner) => readCommand(inner, line));
  if (DNS_PROGRAMS.has(program)) return { ...start, names: rest.filter((word) => !/^[-+]/.test(word)) };
  const verbs = rest.filter((word) => !word.startsWith('-'));
  return { ...start, ...(verbs[0] === undefined ? {} : { verb: verbs[0] }), names: verbs.slice(1) };
}

/** A command without a prompt is told from a sentence about it by its form. */
function looksTyped(text: string): boolean {
  const words = text.split(/\s+/);
  if (words.length < 2 || words.length > 30 || /[.:,;?!]$/.test(text)) return false;
  // `Host Port:  0/TCP` in the description of a pod
  if (words[1]?.endsWith(':') === true) return false;
  return !words.some((word) =>
    /^(?:the|and|is|was|to|shows|command|that|with|returns?|then|il|la|per|comando)$/i.test(word),
  );
}

/** At the prompt of a shell inside a pod (`root@extension-agent-55d4f4795f-sqx7q:/#`) a command ran in that pod. */
function insidePod(command: Command, host: string | undefined): Command {
  if (host === undefined || command.program === 'kubectl' || !/-[a-z0-9]{5,10}-[a-z0-9]{5}$/.test(host)) return command;
  return {
    text: command.text,
    line: command.line,
    program: 'kubectl',
    verb: 'exec',
    resource: 'pods',
    names: [host],
    inner: command,
  };
}
