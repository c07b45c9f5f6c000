import type { Suppression } from '../findings/finding.ts';
import type { SuppressionEntry } from '../report/report.ts';
import type { Words } from './words.ts';

/** Who says that something is known, and why. */
export const suppressionText = ({ by, path, line, reason, expires }: Suppression, words: Words): string =>
  by === 'baseline'
    ? words.inBaseline(path)
    : words.byEntry(`${path}${line === undefined ? '' : `:${line}`}`, expires ?? '', reason ?? '');

/** An entry that suppresses nothing. */
export const idleText = ({ path, line, rule = '', state, expires = '' }: SuppressionEntry, words: Words): string =>
  `${path}:${line} ${rule}: ${state === 'used' ? '' : words.idle[state](expires)}`;
