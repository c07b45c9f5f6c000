import { join } from 'node:path';
import type { Report } from '@referto/core';
import {
  htmlReporter,
  jsonPieces,
  junitReporter,
  markdownReporter,
  ndjsonReporter,
  sarifReporter,
  textReporter,
  type Locale,
  type Style,
} from '@referto/core/reporters';
import { styleFor } from './colors.ts';
import type { Format, Output } from './outputs.ts';
import { print, type Terminal } from './terminal.ts';
import { UsageError } from './usage-error.ts';
import { isFolder, makeFolder, writeWhole } from './write-file.ts';

interface Writing {
  readonly outputs: readonly Output[];
  readonly locale: Locale;
  readonly color: boolean;
  readonly terminal: Terminal;
  /** What was asked for in every form; a page has it in any case. */
  readonly asked: { readonly timeline: boolean; readonly context: boolean };
}

/** Refuses, before anything is read, what could not be written: two JSON documents in a row are none. */
export async function checkOutputs(outputs: readonly Output[], bundles: number): Promise<void> {
  if (bundles < 2) return;
  for (const { format, file } of outputs) {
    if (ALONE.has(format) && (file === undefined || !(await isForFolder(file)))) {
      const instead = format === 'json' ? ', or --format ndjson' : '';
      throw new UsageError(`${format} of ${bundles} bundles needs a folder: -o FOLDER/${instead}`);
    }
  }
}

/** The forms of which a file holds one report. */
const ALONE: ReadonlySet<Format> = new Set(['json', 'html', 'sarif', 'junit']);

/** Writes every report in every form that was asked for. */
export async function writeReports(all: readonly Report[], writing: Writing): Promise<void> {
  for (const output of writing.outputs) {
    const reports = output.format === 'html' ? all : all.map((report) => onlyAsked(report, writing.asked));
    if (output.file === undefined) await printAll(writing.terminal, onScreen(reports, output.format, writing));
    else if (await isForFolder(output.file)) await writeFolder(reports, { ...output, file: output.file }, writing);
    else
      await writeWhole(
        output.file,
        joined(reports, output.format, (report) => RENDER[output.format](report, writing)),
      );
  }
}

/** Piece by piece, until all is written or the reader has gone. */
async function printAll({ stdout }: Terminal, pieces: Iterable<string>): Promise<void> {
  for (const piece of pieces) if (!(await print(stdout, piece))) return;
}

/** A report without what only pages have, in the order it had. */
const onlyAsked = (report: Report, asked: Writing['asked']): Report =>
  Object.fromEntries(
    Object.entries(report).filter(
      ([part]) => (part !== 'timeline' || asked.timeline) && (part !== 'context' || asked.context),
    ),
  ) as unknown as Report;

const isForFolder = async (file: string): Promise<boolean> => /[\\/]$/.test(file) || isFolder(file);

/** A terminal narrower than the prose gets narrower prose. */
function onScreen(reports: readonly Report[], format: Format, writing: Writing): Iterable<string> {
  const { terminal, color } = writing;
  const style = styleFor(terminal, color);
  const width = Math.min(WIDTH, terminal.stdout.columns ?? WIDTH);
  return joined(reports, format, (report) => RENDER[format](report, { ...writing, style, width }));
}

/** Columns that prose takes where there is no narrower terminal. */
export const WIDTH = 100;

/** Several reports in one text stand apart, unless a line is a report; each names its bundle. */
function* joined(
  reports: readonly Report[],
  format: Format,
  rendered: (report: Report) => Iterable<string>,
): Generator<string> {
  for (const [at, report] of reports.entries()) {
    if (at > 0 && format !== 'ndjson') yield '\n';
    yield* rendered(report);
  }
}

interface Rendering {
  readonly locale: Locale;
  readonly width?: number;
  readonly style?: Style | undefined;
}

/** Texts in pieces, of which only a document of JSON can be so large that it has more than one. */
const RENDER: Readonly<Record<Format, (report: Report, rendering: Rendering) => Iterable<string>>> = {
  text: (report, { locale, width = WIDTH, style }) => [
    textReporter(report, { locale, width, ...(style && { style }) }),
  ],
  json: jsonPieces,
  ndjson: (report) => [ndjsonReporter(report)],
  markdown: (report, { locale }) => [markdownReporter(report, { locale })],
  html: (report, { locale }) => [htmlReporter(report, { locale })],
  sarif: (report) => [sarifReporter(report)],
  junit: (report) => [junitReporter(report)],
};

/** The ending of a file's name, by what is in it. */
const SUFFIX: Readonly<Record<Format, string>> = {
  text: 'txt',
  json: 'json',
  ndjson: 'ndjson',
  markdown: 'md',
  html: 'html',
  sarif: 'sarif',
  junit: 'xml',
};

async function writeFolder(
  reports: readonly Report[],
  { file, format }: { file: string; format: Format },
  writing: Writing,
): Promise<void> {
  await makeFolder(file);
  const taken = new Map<string, number>();
  for (const report of reports) {
    const name = report.bundle.name.replace(/[^\w.-]+/g, '_').replace(/^\.+/, '_');
    const count = (taken.get(name) ?? 0) + 1;
    taken.set(name, count);
    const path = join(file, `${count === 1 ? name : `${name}-${count}`}.${SUFFIX[format]}`);
    await writeWhole(path, RENDER[format](report, writing));
  }
}
