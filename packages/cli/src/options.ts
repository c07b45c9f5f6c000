import { parseCapturedAt } from './captured-at.ts';
import { InvalidArgumentError, Option, type Command } from 'commander';
import { limitOption } from './limits.ts';
import { parseDay, type Suppressing } from './suppressions.ts';

/** Adds a value of an option that can be given several times. */
export const collect = (value: string, before: readonly string[]): readonly string[] => [...before, value];

/** `--rules`, more rules. */
export const rulesOption = (): Option =>
  new Option('--rules <place>', 'more rules, from a folder or an npm package (repeatable)')
    .argParser(collect)
    .default([], 'none');

/** The options that say what is known and does not count. */
export const addSuppressing = (command: Command): Command =>
  command
    .option('--config <file>', 'what is known and does not count (default: .referto.yaml here, if there is one)')
    .option('--no-config', 'use no .referto.yaml')
    .option('--baseline <file>', 'an earlier report as JSON; what it found does not count')
    .addOption(
      new Option('--today <day>', 'compare expiries with this day, not with that of the captures').argParser(parseDay),
    );

/** What commander makes of them. */
export interface SuppressingOptions {
  readonly config?: string | boolean;
  readonly baseline?: string;
  readonly today?: string;
}

/** Where what is known stands. */
export const suppressingOf = ({ config, baseline, today }: SuppressingOptions): Suppressing => ({
  ...(config === false ? { config } : typeof config === 'string' ? { config } : {}),
  ...(baseline === undefined ? {} : { baseline }),
  ...(today === undefined ? {} : { today }),
});

/** `--captured-at`. */
export const capturedAtOption = (): Option =>
  new Option('--captured-at <time>', 'when the captures were taken, such as 2024-02-07T06:10:00Z').argParser(
    parseCapturedAt,
  );

/** `--context`. */
export const contextOption = (): Option =>
  new Option(
    '--context <lines>',
    'lines around each quote, 0 to 10; 2 on a page, elsewhere only JSON has them',
  ).argParser(parseLines);

function parseLines(text: string): number {
  if (!/^(?:\d|10)$/.test(text)) throw new InvalidArgumentError('give a number of lines from 0 to 10');
  return Number(text);
}

/** Whether several paths are one bundle. */
export const addGrouping = (command: Command): Command =>
  command
    .addOption(new Option('--together', 'read all paths as one bundle').conflicts('each'))
    .addOption(new Option('--each', 'read each path as a bundle of its own'))
    .addOption(limitOption())
    .option('-q, --quiet', 'print nothing but the result', false);

/** The options that give pseudonyms to what tells whose a bundle is. */
export const addAnonymizing = (command: Command): Command =>
  command
    .option('--anonymize', 'write numbers for names, public addresses and ids (name-1, ip-2)')
    .option('--anonymize-key <file>', 'the same, named by this key: alike in every document that it is used for');

/** `--locale`. */
export const localeOption = (): Option =>
  new Option('--locale <locale>', 'language of the report').choices(['en', 'it']).default('en');

/** The options of commands that write one document. */
export const addDocument = (command: Command): Command =>
  command
    .addOption(new Option('-f, --format <format>', 'text or json').choices(['text', 'json']).default('text'))
    .option('--json', 'the same as --format json')
    .option('-o, --output <file>', 'write it there instead of to standard output')
    .addOption(rulesOption())
    .addOption(localeOption())
    .addOption(limitOption())
    .option('--no-color', 'print without colors')
    .option('-q, --quiet', 'print nothing but the result', false);
