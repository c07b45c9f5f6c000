import { join } from 'node:path';
import type { Report } from '@referto/core';
import { jsonReporter, textReporter, type Locale, type Style } from '@referto/core/reporters';
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
}

/** Refuses, before anything is read, what could not be written: JSON of several bundles is no JSON document. */
export async function checkOutputs(outputs: readonly Output[], bundles: number): Promise<void> {
  if (bundles < 2) return;
  for (const { format, file } of outputs) {
    if (format === 'json' && (file === undefined || !(await isForFolder(file)))) {
      throw new UsageError(`json of ${bundles} bundles needs a folder: -o FOLDER/`);
    }
  }
}

/** Writes every report in every form that was asked for. */
export async function writeReports(reports: readonly Report[], writing: Writing): Promise<void> {
  for (const output of writing.outputs) {
    if (output.file === undefined) await print(writing.terminal.stdout, onScreen(reports, output.format, writing));
    else if (await isForFolder(output.file)) await writeFolder(reports, { ...output, file: output.file }, writing);
    else
      await writeWhole(
        output.file,
        joined(reports, (report) => render(report, output.format, writing)),
      );
  }
}

const isForFolder = async (file: string): Promise<boolean> => /[\\/]$/.test(file) || isFolder(file);

/** A terminal narrower than the prose gets narrower prose. */
function onScreen(reports: readonly Report[], format: Format, writing: Writing): string {
  const { terminal, color } = writing;
  const style = styleFor(terminal, color);
  const width = Math.min(WIDTH, terminal.stdout.columns ?? WIDTH);
  return joined(reports, (report) => render(report, format, { ...writing, style, width }));
}

/** Columns that prose takes where there is no narrower terminal. */
export const WIDTH = 100;

/** Several reports in one text stand apart; each names its bundle in its last lines. */
const joined = (reports: readonly Report[], rendered: (report: Report) => string): string =>
  reports.map(rendered).join('\n');

function render(
  report: Report,
  format: Format,
  { locale, width = WIDTH, style }: { locale: Locale; width?: number; style?: Style | undefined },
): string {
  return format === 'json' ? jsonReporter(report) : textReporter(report, { locale, width, ...(style && { style }) });
}

const SUFFIX: Readonly<Record<Format, string>> = { text: 'txt', json: 'json' };

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
    await writeWhole(path, render(report, format, writing));
  }
}
