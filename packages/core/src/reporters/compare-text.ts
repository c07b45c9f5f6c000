import type { Change, ChangeKind } from '../findings/compare/change.ts';
import type { Comparison } from '../report/comparison.ts';
import { compareWordsOf, type CompareWords } from './compare-words.ts';
import { breakCommands, mapStrings, showControls } from './harmless.ts';
import { objectLines } from './object-lines.ts';
import type { Page } from './page.ts';
import { quoteLines } from './quote-lines.ts';
import { plainStyle, type Role } from './style.ts';
import type { TextOptions } from './text.ts';
import { suppressionText } from './suppression-text.ts';
import { wordsOf } from './words.ts';
import { hang } from './wrap.ts';

/** A comparison for people: what became of each cause, what shows it, and what to collect where that cannot be told. */
export function compareTextReporter(comparison: Comparison, options: TextOptions = {}): string {
  const { locale = comparison.locale, width = 100, style = plainStyle } = options;
  const page = { words: wordsOf(locale), compare: compareWordsOf(locale), style, width };
  const { changes, notes } = mapStrings(comparison, showControls);
  const lines = [
    ...changes.flatMap((change) => [...changeLines(change, page), '']),
    changes.length === 0 ? page.compare.nothing : summaryOf(changes, page),
    ...(['before', 'after'] as const).flatMap((when) =>
      notes[when].flatMap(({ code, path, message }) =>
        hang(
          `${page.words.note}  `,
          `${page.compare[when]}: ${code}${path === undefined ? '' : ` ${path}`}: ${message}`,
          width,
        ),
      ),
    ),
  ];
  return breakCommands(`${lines.join('\n')}\n`);
}

interface ComparePage extends Page {
  readonly compare: CompareWords;
}

const ROLES: Readonly<Record<ChangeKind, Role>> = {
  fixed: 'resolved',
  'still-there': 'error',
  new: 'error',
  'lost-visibility': 'warning',
};

function changeLines(change: Change, page: ComparePage): readonly string[] {
  const { words, compare, style, width } = page;
  const label = compare.change[change.change];
  const id = change.cause === undefined ? change.rule : `${change.rule}#${change.cause}`;
  const quotes = (title: string, evidence: Change['evidenceBefore'], verdict: Change['before']): readonly string[] =>
    evidence.length === 0
      ? []
      : [
          `  ${title}${verdict === undefined ? '' : `  ${words.verdict[verdict]}`}`,
          ...quoteLines(evidence, { page, indent: '    ', quoted: new Set() }),
        ];
  return [
    `${style(ROLES[change.change], label)}  ${style('title', id)}  ${change.title}`,
    ...objectLines(change.objects, page),
    ...hang(`  ${compare.why}  `, compare.reason[change.reason], width),
    ...(change.suppressed ? hang(`  ${words.suppressed}  `, suppressionText(change.suppressed, words), width) : []),
    ...quotes(compare.before, change.evidenceBefore, change.before),
    ...quotes(compare.after, change.evidenceAfter, change.after),
    ...change.collect.flatMap(({ command }) => [`  ${words.collect}`, `    ${style('command', command)}`]),
  ];
}

/** What is known and does not count is counted apart. */
function summaryOf(changes: readonly Change[], { compare }: ComparePage): string {
  const known = changes.filter(({ suppressed }) => suppressed).length;
  const summary = compare.summary(countsOf(changes.filter(({ suppressed }) => !suppressed)));
  return known === 0 ? summary : `${summary}, ${compare.suppressed(known)}`;
}

function countsOf(changes: readonly Change[]): Readonly<Record<ChangeKind, number>> {
  const counts = { fixed: 0, 'still-there': 0, new: 0, 'lost-visibility': 0 };
  for (const { change } of changes) counts[change]++;
  return counts;
}
