import type { ClusterMap, NodeOnMap, PodOnMap } from '../../report/cluster-map.ts';
import type { HtmlPage } from './html-page.ts';
import { tag, type Content, type Markup } from './markup.ts';

/** Where the pods are, what is tainted, what is in trouble and what waits for a node. */
export function clusterSection(map: ClusterMap, page: HtmlPage): Markup {
  const { html, words } = page;
  return tag(
    'section',
    { id: 'cluster', 'aria-labelledby': 'cluster-heading' },
    tag('h2', { id: 'cluster-heading' }, html.cluster),
    tag(
      'ul',
      { class: 'nodes' },
      map.unplaced.length === 0
        ? undefined
        : tag(
            'li',
            { class: 'node unplaced' },
            tag('p', { class: 'name' }, html.unplaced),
            podSquares(map.unplaced, map.moreUnplaced, page),
          ),
      map.nodes.map((node) => nodeCard(node, page)),
      map.moreNodes === 0 ? undefined : tag('li', {}, words.more(map.moreNodes)),
    ),
  );
}

const nodeCard = ({ name, taints, troubles, pods, more }: NodeOnMap, page: HtmlPage): Markup =>
  tag(
    'li',
    { class: 'node' },
    tag('p', { class: 'name' }, tag('code', {}, name)),
    troubles.length + taints.length === 0
      ? undefined
      : tag(
          'p',
          { class: 'marks' },
          troubles.map((trouble) => tag('span', { class: 'mark trouble' }, trouble)),
          taints.map((taint) => tag('span', { class: 'mark' }, taint)),
        ),
    podSquares(pods, more, page),
  );

/** A square for each pod, and in words how many are how. */
function podSquares(pods: readonly PodOnMap[], more: number, { html, words }: HtmlPage): Content {
  const counts = new Map<string, number>();
  for (const { health } of pods) counts.set(health ?? '', (counts.get(health ?? '') ?? 0) + 1);
  const told = [...counts].map(([health, count]) => `${count} ${html.health[health as keyof typeof html.health]}`);
  return [
    tag(
      'p',
      { class: 'pods', 'aria-hidden': 'true' },
      pods.map(({ namespace, name, health }) =>
        tag('span', { class: `pod ${health ?? ''}`, title: namespace === undefined ? name : `${namespace}/${name}` }),
      ),
    ),
    tag('p', { class: 'weak' }, told.join(', ') || html.noPods, more > 0 ? ` ${words.more(more)}` : ''),
  ];
}
