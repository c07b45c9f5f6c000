import type { ExplainedCause, ExplainedInstance } from '../findings/explanation.ts';
import type { Suppression } from '../findings/finding.ts';
import type { Explanation } from '../report/explanation.ts';
import { alikeInstances } from './alike-instances.ts';
import { chainLines } from './chain-lines.ts';
import { partLines } from './explain-condition-lines.ts';
import { variablesWords } from './explain-fact-lines.ts';
import { deeper, type ExplainPage } from './explain-page.ts';
import { explainWordsOf } from './explain-words.ts';
import { breakCommands, mapStrings, showControls } from './harmless.ts';
import { LIST_LENGTH } from './page.ts';
import { plainStyle } from './style.ts';
import { suppressionText } from './suppression-text.ts';
import type { TextOptions } from './text.ts';
import { wordsOf } from './words.ts';
import { hang } from './wrap.ts';

/** An explanation for people: every condition with its answer, the facts it was put to, and what was missing. */
export function explainTextReporter(explanation: Explanation, options: TextOptions = {}): string {
  const { locale = explanation.locale, width = 100, style = plainStyle } = options;
  const page = { words: wordsOf(locale), explain: explainWordsOf(locale), style, width, indent: '' };
  const { rule, pack, chains, notes } = mapStrings(explanation, showControls);
  const about = [
    page.explain.pack(`${pack.name} ${pack.version}`),
    ...(rule.per.length > 0 ? [page.explain.per(rule.per.join(', '))] : []),
    ...(rule.inferred ? [page.explain.inferred] : []),
  ];
  const lines = [
    `${style('title', rule.id)}${rule.cause === undefined ? '' : `#${rule.cause}`}  (${[page.words.severity[rule.severity], ...about].join('; ')})`,
    ...chains.flatMap((chain) => ['', ...chainLines(chain, page)]),
    ...alikeInstances(rule.instances).flatMap((alike) => ['', ...instanceLines(alike, page)]),
    ...(rule.more > 0 ? ['', page.explain.moreInstances(rule.more)] : []),
    ...(notes.length > 0 ? [''] : []),
    ...notes.flatMap(({ code, path, message }) =>
      hang(`${page.words.note}  `, `${code}${path === undefined ? '' : ` ${path}`}: ${message}`, width),
    ),
  ];
  return breakCommands(`${lines.join('\n')}\n`);
}

/** The first of instances of which the same is to be said, and the names of the others. */
function instanceLines(alike: readonly ExplainedInstance[], page: ExplainPage): readonly string[] {
  const { explain, words, style, width } = page;
  const [instance, ...others] = alike as readonly [ExplainedInstance, ...ExplainedInstance[]];
  const below = deeper(page);
  const of = variablesWords(instance.of, page) || explain.whole;
  const status = !instance.reported
    ? explain.notReported
    : instance.status === 'resolved'
      ? style('resolved', words.resolved)
      : explain.active;
  return [
    `${of}: ${status}  ${style('title', instance.title)}`,
    ...others.slice(0, LIST_LENGTH).map((other) => `${below.indent}${explain.same}  ${variablesWords(other.of, page)}`),
    ...(others.length > LIST_LENGTH ? [`${below.indent}${words.more(others.length - LIST_LENGTH)}`] : []),
    ...hang(`${below.indent}${explain.follows}  `, statusWords(instance, page), width),
    ...suppressedLines(instance.suppressed, below),
    ...partLines('appears', instance.appears, below),
    ...partLines('unless', instance.unless, below),
    ...partLines('resolved-by', instance.resolvedBy, below),
    ...instance.causes.flatMap((cause) => ['', ...causeLines(cause, below)]),
  ];
}

const suppressedLines = (
  suppressed: Suppression | undefined,
  { words, indent, width }: ExplainPage,
): readonly string[] =>
  suppressed ? hang(`${indent}${words.suppressed}  `, suppressionText(suppressed, words), width) : [];

function statusWords({ reason, end, reported }: ExplainedInstance, { explain }: ExplainPage): string {
  return [
    explain.reported[reason],
    ...(reported && end !== 'no-end' && end !== 'cause-active' ? [explain.end[end]] : []),
  ].join('; ');
}

function causeLines(cause: ExplainedCause, page: ExplainPage): readonly string[] {
  const { explain, words, style, indent, width } = page;
  const below = deeper(page);
  const verdict = words.verdict[cause.verdict];
  const over = cause.resolved ? ` ${words.resolvedCause}` : '';
  const [first = '', ...rest] = hang(`${indent}${verdict}  `, `${cause.id}: ${cause.title}${over}`, width);
  const why = [
    explain.reason[cause.reason],
    ...cause.capped.map((cap) => words.cap[cap]),
    ...(cause.when === undefined && cause.reason !== 'error-ruled-out' ? [explain.asSure] : []),
    ...(cause.outdated ? [explain.outdated] : []),
    ...(cause.resolved ? [explain.over] : []),
  ];
  return [
    first.replace(verdict, style(cause.resolved ? 'resolved' : cause.verdict, verdict)),
    ...rest,
    ...hang(`${below.indent}${explain.follows}  `, why.join('; '), width),
    ...suppressedLines(cause.suppressed, below),
    ...partLines('when', cause.when, below),
    ...partLines('unless', cause.unless, below),
    ...partLines('resolved-by', cause.resolvedBy, below),
    ...partLines('because', cause.because, below),
  ];
}
