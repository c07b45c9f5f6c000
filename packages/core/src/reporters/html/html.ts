import type { Report } from '../../report/report.ts';
import { breakCommands, mapStrings, showControls } from '../harmless.ts';
import { followersIn, incidentsOf, type Incident } from '../incidents.ts';
import { ticketWordsOf } from '../ticket-words.ts';
import { timelineWordsOf } from '../timeline-words.ts';
import { wordsOf, type Locale } from '../words.ts';
import { aroundQuotes } from './around-quotes.ts';
import { chainDiagram } from './chain-diagram.ts';
import { clusterSection } from './cluster-section.ts';
import { coverageSection } from './coverage-section.ts';
import { filterBar } from './filter-bar.ts';
import { findingSection } from './finding-section.ts';
import { REPORT_CSS, REPORT_CSS_HASH, REPORT_SCRIPT, REPORT_SCRIPT_HASH } from './html-assets.generated.ts';
import { anchorOf, type HtmlPage } from './html-page.ts';
import { htmlWordsOf } from './html-words.ts';
import { tag, verbatim, type Markup } from './markup.ts';
import { timelineSection } from './timeline-section.ts';

export interface HtmlOptions {
  /** Language of the words around the rules' own; the report's where it is not given. */
  readonly locale?: Locale;
}

/**
 * A report as one HTML file that needs nothing else: it is read without scripts and without a network, and its policy
 * lets nothing run but the script it brings.
 */
export function htmlReporter(report: Report, options: HtmlOptions = {}): string {
  const locale = options.locale === undefined ? report.locale : options.locale;
  const shown = mapStrings(report, showControls);
  const page: HtmlPage = {
    words: wordsOf(locale),
    html: htmlWordsOf(locale),
    quotes: quotesFor(shown.findings.length),
    around: aroundQuotes(shown.context, { once: shown.findings.length > 20 }),
    told: new Map(),
  };
  const language = locale === 'it' ? 'it' : 'en';
  const document = tag('html', { lang: language }, headOf(shown, page), bodyOf(shown, page, locale));
  return breakCommands(`<!doctype html>\n${document.markup}\n`);
}

/** A report of very many findings quotes less of each: at last the line that decides, and of the others the places. */
const quotesFor = (findings: number): number => (findings > 100 ? 0 : findings > 20 ? 3 : 8);

const headOf = ({ bundle }: Report, { html }: HtmlPage): Markup =>
  tag(
    'head',
    {},
    tag('meta', { charset: 'utf-8' }),
    tag('meta', { 'http-equiv': 'Content-Security-Policy', content: POLICY }),
    tag('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    tag('meta', { name: 'color-scheme', content: 'light dark' }),
    tag('meta', { name: 'referrer', content: 'no-referrer' }),
    tag('title', {}, `${html.heading} ${bundle.name}`),
    tag('style', {}, verbatim(REPORT_CSS)),
  );

const POLICY = [
  "default-src 'none'",
  `style-src '${REPORT_CSS_HASH}'`,
  `script-src '${REPORT_SCRIPT_HASH}'`,
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

function bodyOf(report: Report, page: HtmlPage, locale: string): Markup {
  const incidents = incidentsOf(report.findings);
  return tag(
    'body',
    {},
    tag('a', { class: 'skip', href: '#findings' }, page.html.skip),
    bannerOf(report, page, locale),
    incidents.length > 1 ? contentsOf(incidents, page) : undefined,
    tag(
      'main',
      { id: 'findings' },
      report.findings.length > 1 ? filterBar(report.findings, page) : undefined,
      incidents.length === 0 ? tag('p', { class: 'nothing' }, page.words.nothingFound) : undefined,
      incidents.map((incident) => incidentSection(incident, page)),
      report.timeline && report.timeline.entries.length > 0
        ? timelineSection(report.timeline, { ...page, timeline: timelineWordsOf(locale) })
        : undefined,
      report.cluster && clusterSection(report.cluster, page),
      coverageSection(report, page),
    ),
    tag('footer', {}, tag('p', {}, page.html.made), tag('p', {}, generatorOf(report))),
    tag('script', {}, verbatim(REPORT_SCRIPT)),
  );
}

function bannerOf({ bundle, findings }: Report, { html }: HtmlPage, locale: string): Markup {
  const active = findings.filter(({ status }) => status === 'active');
  const counts = ticketWordsOf(locale).counts({
    errors: active.filter(({ severity }) => severity === 'error').length,
    warnings: active.filter(({ severity }) => severity === 'warning').length,
    resolved: findings.length - active.length,
  });
  const when = bundle.capturedAt === undefined ? '' : ` · ${html.capturedAt} ${bundle.capturedAt}`;
  return tag(
    'header',
    { class: 'banner' },
    tag('h1', {}, `${html.heading} `, tag('code', {}, bundle.name)),
    tag('p', {}, `${counts} · ${bundle.kind} · ${bundle.container}${when}`),
  );
}

/** How many incidents the contents name. */
const CONTENTS = 30;

const contentsOf = (incidents: readonly Incident[], { html, words }: HtmlPage): Markup =>
  tag(
    'nav',
    { 'aria-label': html.incidents },
    tag(
      'ol',
      {},
      incidents
        .slice(0, CONTENTS)
        .map(({ finding }) => tag('li', {}, tag('a', { href: `#${anchorOf(finding.id)}` }, finding.title))),
    ),
    incidents.length > CONTENTS ? tag('p', {}, words.more(incidents.length - CONTENTS)) : undefined,
  );

/** What explains the rest, and behind it each that follows. */
function incidentSection(incident: Incident, page: HtmlPage): Markup {
  const { finding } = incident;
  return tag(
    'section',
    { class: 'incident', 'aria-label': finding.title },
    findingSection(finding, page, { level: 2, chain: chainDiagram(incident, page) }),
    followersIn(incident).map((one) => findingSection(one, page, { level: 3, chain: undefined })),
  );
}

const generatorOf = ({ generator }: Report): string =>
  [
    `${generator.name} ${generator.version}`,
    ...generator.packs.map(({ name, version, hash }) => `${name} ${version} (${hash})`),
  ].join(' · ');
