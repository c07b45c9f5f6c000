import type { DnsDraft } from './dns-draft.ts';

/** One lookup for all the names of a search list that it tried: with `-debug` each of them has an answer of its own. */
export function* wholeSearches(drafts: Iterable<DnsDraft>): Generator<DnsDraft, void, undefined> {
  let held: DnsDraft | undefined;
  for (const draft of drafts) {
    if (held !== undefined && !triesAgain(held, draft)) {
      yield held;
      held = undefined;
    }
    held = held === undefined ? draft : { ...draft, first: held.first };
  }
  if (held !== undefined) yield held;
}

const triesAgain = (before: DnsDraft, draft: DnsDraft): boolean =>
  before.debug &&
  draft.debug &&
  before.failure?.result === 'NXDOMAIN' &&
  before.addresses.length === 0 &&
  before.server === draft.server &&
  mayBeSame(before.asked ?? '', draft.asked ?? draft.aliases[0]?.name ?? draft.name);

/** Of a last try that was cut no name is left. */
const mayBeSame = (tried: string, name: string | undefined): boolean => name === undefined || sharesHead(tried, name);

/** `web.shop.svc.cluster.local` and `web.shop.cluster.local` were both made from `web.shop`. */
const sharesHead = (tried: string, name: string): boolean => {
  const labels = name.split('.');
  const head = tried.split('.').findIndex((label, at) => label !== labels[at]);
  return head > 0 && (head === labels.length || tried.endsWith(`.${labels.slice(head).join('.')}`));
};
