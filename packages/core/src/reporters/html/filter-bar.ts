import type { Finding } from '../../findings/finding.ts';
import type { HtmlPage } from './html-page.ts';
import { tag, type Markup } from './markup.ts';

/** Search and filter; hidden until the script that works them runs. */
export function filterBar(findings: readonly Finding[], page: HtmlPage): Markup {
  const { words, html } = page;
  const kinds = KINDS.filter((kind) => findings.some((finding) => kindOf(finding) === kind));
  return tag(
    'form',
    { class: 'filter', role: 'search', 'aria-label': html.filter, hidden: true },
    tag('label', {}, `${html.search} `, tag('input', { type: 'search', id: 'search', autocomplete: 'off' })),
    kinds.map((kind) =>
      tag(
        'label',
        { class: 'kind' },
        tag('input', { type: 'checkbox', name: 'severity', value: kind, checked: true }),
        ` ${kind === 'resolved' ? words.resolved : words.severity[kind]}`,
      ),
    ),
    tag(
      'output',
      { 'aria-live': 'polite', 'data-shown': html.showing },
      `${findings.length}/${findings.length} ${html.showing}`,
    ),
  );
}

const KINDS = ['error', 'warning', 'info', 'resolved'] as const;

const kindOf = ({ status, severity }: Finding): (typeof KINDS)[number] => (status === 'resolved' ? status : severity);
