import type { Limits } from '../bundle/budget.ts';
import type { Line } from '../bundle/line.ts';
import type { NoteCode } from '../bundle/note.ts';
import type { CaptureTime } from '../facts/capture-time.ts';
import type { Fact } from '../facts/fact.ts';

/** A command line as a terminal session or a file's first line shows it. */
export interface Command {
  /** As printed, without the prompt. */
  readonly text: string;
  readonly line: number;
  /** kubectl (also for `k` and `oc`), nslookup, dig, host, az, helm ... in lower case, without folders or `.exe`. */
  readonly program: string;
  /** get, describe, logs, exec, events ... of kubectl; the first word of others. */
  readonly verb?: string;
  /** pods, events, nodes ... in their long plural form. */
  readonly resource?: string;
  /** Object names given; an empty one stands for a variable of the shell. */
  readonly names: readonly string[];
  readonly namespace?: string;
  readonly allNamespaces?: true;
  readonly selector?: string;
  readonly container?: string;
  readonly output?: string;
  readonly previous?: true;
  /** Only a part of the output is here by intent: `--tail`, `--since`, `| grep`, `| head`, `| tail`, `| select-string`. */
  readonly partial?: string;
  /** Nobody typed it: a marker that `kubectl cluster-info dump` puts around a log says it. */
  readonly marker?: true;
  /** `kubectl exec POD -- COMMAND`: the command that ran inside; `names[0]` is the pod. */
  readonly inner?: Command;
}

/** Whether all of what a command printed is here. */
export type Complete = 'yes' | 'no' | 'unknown';

/**
 * Why a capture is a quotation: it is text of no command, it or its command line holds an unfilled placeholder such as
 * `<region>`, it is shown as an example, it is a text in a YAML document, or its file is a guide or a program.
 */
export type QuotedBecause = 'prose' | 'placeholder' | 'example' | 'literal' | 'guide' | 'program';

/** The saved output of one command: where it stands and what is known of it. Of its lines only the first is kept. */
export interface Capture {
  readonly path: string;
  /** First line: the command line where there is one. */
  readonly line: number;
  readonly endLine: number;
  readonly firstLine: Line;
  /** Name of its kind, such as `kubectl get pods`; `text` where nothing recognized it. */
  readonly kind: string;
  readonly command?: Command;
  readonly complete: Complete;
  /** Why it is not known to be complete. */
  readonly why?: string;
  /** Why it is told of, not taken; absent where nothing says so. */
  readonly quoted?: QuotedBecause;
  /** When it was taken, as far as it tells itself. */
  readonly told?: ToldTime;
  /** The file holds several captures, in the order they were taken. */
  readonly session: boolean;
  /** Position among the captures of its file, from 0. */
  readonly index: number;
}

/** The lines a fact was read from, by field name; `''` is the line that stands for the whole fact. */
export type Quotes = Readonly<Record<string, Line>>;

/** A fact as one capture tells it. */
export interface Reading {
  readonly fact: Fact;
  readonly quotes: Quotes;
}

/** What a parser is told of the capture it reads. */
export interface CaptureContext {
  readonly path: string;
  readonly command?: Command;
  /** Lines of the capture's head that still apply when a long capture arrives in several parts (a table's heading). */
  readonly head: readonly Line[];
  /** What the path says: `kube-system/extension-agent-x/manager.log`. Content and command win over it. */
  readonly fromPath: PathHint;
  /** Says whether a log entry is worth a fact; tested on the raw text before anything is parsed. */
  readonly wanted: (text: string) => boolean;
  readonly note: (code: NoteCode, message: string, line?: number) => void;
  /** How large and how deep a document may be that is read as a whole. */
  readonly limits?: Pick<Limits, 'yamlBytes' | 'objectDepth'>;
  /** Parsers count what they could not read here. */
  unreadLines: number;
}

/** What a path tells about a log or an object; a hint, never a proof. */
export interface PathHint {
  readonly namespace?: string;
  readonly pod?: string;
  readonly container?: string;
  readonly node?: string;
  readonly previous?: true;
  /** A collector writes there what it could not collect. */
  readonly failures?: true;
  /** The path looks like a log's. */
  readonly log?: true;
  /** A collector writes there which pod its logs are of. */
  readonly metadata?: true;
  /** A collector writes there when it was at work. */
  readonly date?: true;
}

/** When a capture says that it, or what stands beside it, was taken. */
export type ToldTime = Omit<CaptureTime, 'path'>;

/** What there is of a capture when it is asked whether a line still belongs to it; found as it is looked at. */
export interface SoFar {
  readonly lines: readonly Line[];
  readonly command?: Command | undefined;
  /** The few lines that follow that line, as far as they are known. */
  readonly ahead?: readonly Line[];
}

/** How far a kind is sure that a capture of it begins at the first of the given lines; 0 is no. */
export type Recognition = 0 | 1 | 2 | 3;

/**
 * One command whose output can be read. A new kind is a file with this object, its test, and one line in
 * `capture-kinds.ts`.
 */
export interface CaptureKind {
  /** The command, such as `kubectl get pods`. */
  readonly name: string;
  /** Every line is an entry of its own: lines are handed to `parse` as they come. */
  readonly log?: true;
  /**
   * How sure it is that a capture begins at `lines[0]`, from at most HEAD_LINES lines and the command above them.
   * 3: the form is unmistakable; 2: the form fits; 1: only a command line or a path makes it this.
   */
  readonly recognize: (
    lines: readonly Line[],
    context: { readonly command?: Command; readonly fromPath: PathHint },
  ) => Recognition;
  /** Whether `line` still belongs to a capture of this kind that began before it. Never asked for the first line. */
  readonly continues: (line: Line, sofar: SoFar) => boolean;
  /** Facts of the lines. Never throws, on any text; what it cannot read it counts in the context. */
  readonly parse: (lines: Iterable<Line>, context: CaptureContext) => Generator<Reading, void, undefined>;
  /** For logs: the facts of one entry, without carried state. */
  readonly parseLine?: (line: Line, context: CaptureContext) => readonly Reading[];
  /** How many of the first lines are its heading, which every later part of a long capture needs. */
  readonly headingLines?: (lines: readonly Line[]) => number;
  /** Whether a long capture may be handed to `parse` in two parts before `line`; `lines` are those above it, the heading first. Default: never. */
  readonly splitsBefore?: (line: Line, lines: readonly Line[]) => boolean;
  /** Whether the lines end where the command's output ends, judged by their form alone; of a long capture they are its last part, and `head` is its heading. Default: yes. */
  readonly ends?: (lines: readonly Line[], head?: readonly Line[]) => Complete;
  /** What its first or last lines tell of when it was taken. Default: nothing. */
  readonly toldTime?: (lines: readonly Line[]) => ToldTime | undefined;
  /** Whether the lines begin where the output begins (a heading is there). Default: yes. */
  readonly begins?: (lines: readonly Line[]) => Complete;
}

/** How many lines a kind may look at to recognize a capture. */
export const HEAD_LINES = 12;
