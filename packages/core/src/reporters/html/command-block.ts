import type { HtmlPage } from './html-page.ts';
import { tag, type Markup } from './markup.ts';

/** A command or file that can be copied; without scripts it is still there to be selected. */
export const commandBlock = (text: string, { html }: HtmlPage): Markup =>
  tag(
    'div',
    { class: 'command' },
    tag('pre', { tabindex: 0 }, tag('code', {}, text.replace(/\n+$/, ''))),
    tag('button', { type: 'button', class: 'copy', hidden: true, 'data-copied': html.copied }, html.copy),
  );
