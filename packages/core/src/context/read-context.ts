import type { Limits } from '../bundle/budget.ts';
import type { Member } from '../bundle/bundle.ts';
import { openBundle, type BundleSource } from '../bundle/open-bundle.ts';
import type { MarkSecret } from '../facts/mark-secret.ts';
import { visible } from '../facts/visible.ts';
import type { Finding } from '../findings/finding.ts';
import type { ContextLine } from '../report/report.ts';
import { budgetUntil } from './budget-until.ts';
import { fileContext } from './file-context.ts';
import { heldSecrets } from './held-secrets.ts';
import { quotedPlaces, type Stretch } from './quoted-places.ts';

export interface ContextOptions {
  /** How many lines before and after each quote. */
  readonly lines: number;
  /** The name that a file goes by in the report. */
  readonly label: (path: string) => string;
  /** Marks the secrets that no quote has, in the order of path and line. */
  readonly mark: MarkSecret;
  readonly limits: Partial<Limits> | undefined;
  readonly signal: AbortSignal | undefined;
  /** The longest that it may take. */
  readonly milliseconds: number;
}

/** What stands around the quotes of a report. */
export interface ContextRead {
  readonly lines: readonly ContextLine[];
  /** The time was over before all of it was read. */
  readonly late: boolean;
}

/**
 * Reads the quoted files of a bundle once more, and gives the lines around the quotes in the order of path and line.
 * Throws as `openBundle` does, and the signal's reason where it aborts.
 */
export async function readContext(
  source: BundleSource,
  findings: readonly Finding[],
  options: ContextOptions,
): Promise<ContextRead> {
  const wanted = new Map(quotedPlaces(findings));
  const secrets = heldSecrets();
  const found: ContextLine[] = [];
  if (wanted.size === 0) return { lines: found, late: false };
  const run = { ...options, mark: secrets.hold, deadline: Date.now() + options.milliseconds };
  const bundle = await openBundle(source, { budget: budgetUntil(run.deadline, options.limits) });
  for await (const member of bundle.members()) {
    options.signal?.throwIfAborted();
    const path = visible(options.label(member.path));
    const quotes = wanted.get(path);
    if (quotes === undefined) continue;
    wanted.delete(path);
    for (const line of await aroundQuotes(member, quotes, run)) found.push({ path, ...line });
    if (wanted.size === 0 || Date.now() > run.deadline) break;
  }
  const sorted = found.sort((a, b) => (a.path === b.path ? a.line - b.line : a.path < b.path ? -1 : 1));
  const lines = sorted.map((one) => ({ ...one, text: secrets.release(one.text, options.mark) }));
  return { lines, late: Date.now() > run.deadline };
}

interface Run extends ContextOptions {
  readonly deadline: number;
}

/** Nothing of a file for which the time does not last: what it is to be kept secret may not be known yet. */
async function aroundQuotes(
  member: Member,
  quotes: readonly Stretch[],
  run: Run,
): Promise<readonly Omit<ContextLine, 'path'>[]> {
  const around = fileContext({ quotes, lines: run.lines, mark: run.mark });
  for await (const block of member.blocks()) {
    run.signal?.throwIfAborted();
    if (!around.push(block)) break;
  }
  return Date.now() > run.deadline ? [] : around.end();
}
