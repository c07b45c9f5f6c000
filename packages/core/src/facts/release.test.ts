import { expect, test } from 'vitest';
import { releaseOf } from './release.ts';

test.each([
  [
    'the annotation Helm writes',
    { annotations: { 'meta.helm.sh/release-name': 'dapr' }, labels: { 'app.kubernetes.io/instance': 'other' } },
    'dapr',
  ],
  [
    'the label that charts agree on',
    { labels: { 'app.kubernetes.io/instance': 'azure-aks-backup' } },
    'azure-aks-backup',
  ],
  ['the labels of old charts', { labels: { heritage: 'Helm', release: 'redis' } }, 'redis'],
  ['a label of that name without Helm', { labels: { release: 'stable' } }, undefined],
  ['nothing', {}, undefined],
])('%s', (_, clues, release) => expect(releaseOf(clues)).toBe(release));
