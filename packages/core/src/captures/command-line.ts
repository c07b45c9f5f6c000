import type { Line } from '../bundle/line.ts';
import type { Command } from './capture.ts';
import { readCommand } from './read-command.ts';

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
  if (line.text.length > 2000 || !mayBeCommand(line.text)) return undefined;
  const prompt = PROMPT.exec(line.text);
  return prompt ? behindPrompt(line, prompt) : bareCommand(line, HEADED.exec(line.text)?.[1] ?? line.text);
}

/** `## kubectl get pods -A` or `==== nslookup mcr.microsoft.com ====`: notes name the command above what it printed. */
const HEADED = /^\s*(?:#{2,6}|={3,20}|-{3,20})\s+`?([^`]{3,400}?)`?(?:\s+(?:={3,20}|-{3,20}|#{2,6}))?\s*$/;

function behindPrompt(line: Line, prompt: RegExpExecArray): CommandLine | undefined {
  const typed = typedIn(line.text.slice(prompt[0].length));
  const command = readCommand(typed.text, line.number);
  if (!command) return endsCapture(prompt[0], typed.text) ? {} : undefined;
  return { command: insidePod(command, prompt.groups?.['host']), ...typed.answered };
}

function bareCommand(line: Line, text: string): CommandLine | undefined {
  const typed = typedIn(text);
  const command = looksTyped(typed.text) ? readCommand(typed.text, line.number) : undefined;
  return command && { command, ...typed.answered };
}

/** The command without the answer that some web pages put on its line. */
function typedIn(text: string): { text: string; answered: { answered: true } | undefined } {
  const answer = ANSWER_BEHIND.exec(text)?.index;
  return { text: text.slice(0, answer).trim(), answered: answer === undefined ? undefined : { answered: true } };
}

/** `$ ` and `# ` also begin comments and headings; only an empty one, or a prompt that is nothing else, ends a capture. */
const endsCapture = (prompt: string, typed: string): boolean => typed === '' || !/^\s*[$#+]{1,4}\s+$/.test(prompt);

/** Most lines are told by a sign they lack and by what they begin with. */
const mayBeCommand = (text: string): boolean =>
  SIGN.test(text) || ((BEGINS.test(text) || text.includes('/') || text.includes('\\')) && COMMAND.test(text));

/** Every prompt ends in one of these. */
const SIGN = /[$#>»❯➜%]/;

const PROGRAM = String.raw`(?:kubectl|k|oc|nslookup|dig|host|az|helm|Resolve-DnsName)(?:\.exe)? `;
/** All that a command without a folder in front of its program may begin with. */
const BEGINS = new RegExp(String.raw`^\s*(?:[-+|=]|(?:sudo |time )?${PROGRAM})`, 'i');
const COMMAND = new RegExp(
  String.raw`^\+{1,4} |^\s*\| [a-z]|^\s*(?:[=-]{3,20}\s+` +
    '`?' +
    String.raw`)?(?:sudo |time )?(?:\S{0,80}[\\/])?${PROGRAM}`,
  'i',
);

const PROMPT = new RegExp(
  [
    String.raw`^\s*PS(?: [A-Za-z]:[^>]{0,200}| /[^>]{0,200}|)>\s*`,
    String.raw`^\s*[A-Za-z]:\\[^>\n]{0,200}>\s*`,
    String.raw`^\s*\[?(?:\([\w.-]{1,40}\) ?)?[\w.-]{1,64}@(?<host>[\w.-]{1,253})(?:[: ][^$#%]{0,200})?\]?\s?[$#%](?:\s+|$)`,
    String.raw`^\s*(?:[»❯➜]\s+(?:[~/][^\s]{0,200}\s+)?|[~/][\w./-]{0,100}\s?[$#]\s+)`,
    String.raw`^\s*(?:[$#]|\+{1,4})\s+`,
    String.raw`^\s*(?:bash|sh)-[\d.]{1,5}[$#]\s*`,
    String.raw`^\s*/ #\s*`,
    String.raw`^\s*\|\s+(?=(?:kubectl|helm|az|nslookup) [a-z-])`,
  ].join('|'),
);

const ANSWER_BEHIND = /\s(?:Non-authoritative answer:|Server:\s|Name:\s)/;

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
