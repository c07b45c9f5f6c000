import {
  analyze,
  bashScript,
  isLoss,
  planCollection,
  powershellScript,
  type CollectionPlan,
  type Limits,
} from '@referto/core';
import { showControls } from '@referto/core/reporters';
import type { ExitCode } from '../exit-code.ts';
import { createProgressLine } from '../progress-line.ts';
import type { COLLECT_SHELLS } from '../collect-shells.ts';
import { rulePacks } from '../rule-packs.ts';
import { print, type Terminal } from '../terminal.ts';
import { writeWhole } from '../write-file.ts';
import { sourcesOf } from './analyze.ts';

/** What `collect` was asked to do. */
export interface CollectRequest {
  readonly bundle: string;
  readonly shell: (typeof COLLECT_SHELLS)[number];
  readonly output?: string;
  readonly rules: readonly string[];
  readonly notJudged: boolean;
  readonly quiet: boolean;
  readonly capturedAt?: number;
  readonly limit?: Partial<Limits>;
}

const WRITERS = { bash: bashScript, powershell: powershellScript };

/** `collect BUNDLE`: a script that gathers what would settle what is open. */
export async function runCollect(request: CollectRequest, terminal: Terminal): Promise<ExitCode> {
  const { bundle, shell, output, quiet, capturedAt, notJudged } = request;
  const rules = await rulePacks(request.rules);
  const [given] = await sourcesOf(
    { paths: [bundle], grouping: 'together', quiet, ...(request.limit && { limit: request.limit }) },
    terminal,
  );
  const progress = createProgressLine(terminal, quiet);
  const report = await analyze(given!.source, {
    ...given!.options,
    rules,
    ...(capturedAt === undefined ? {} : { capturedAt }),
    ...(terminal.signal && { signal: terminal.signal }),
    ...(progress && { onProgress: progress.show }),
  }).finally(() => progress?.clear());
  terminal.signal?.throwIfAborted();
  const plan = planCollection(report, { notJudged });
  if (plan.captures.length > 0) {
    const script = WRITERS[shell](plan);
    if (output !== undefined && output !== '-') await writeWhole(output, script);
    else await print(terminal.stdout, script);
  }
  if (!quiet) await print(terminal.stderr, summaryOf(plan, notJudged));
  return report.notes.some(isLoss) ? 3 : 0;
}

/** How many captures a script takes, and which it cannot. */
function summaryOf({ captures, refused }: CollectionPlan, notJudged: boolean): string {
  const hint = notJudged ? '' : '; --not-judged adds what the rules need that could not be judged';
  const lines = [
    captures.length === 0
      ? `referto: nothing to collect that a script could run${hint}`
      : `referto: the script takes ${captures.length} capture${captures.length === 1 ? '' : 's'}${hint}`,
    ...refused.map(({ command, reason }) => `referto: not in the script (${WHY[reason]}): ${command}`),
  ];
  return showControls(`${lines.join('\n')}\n`);
}

const WHY: Readonly<Record<CollectionPlan['refused'][number]['reason'], string>> = {
  'name-unknown': 'a name is not known',
  'needs-a-shell': 'it is more than one command',
  'not-read-only': 'it is not known to only read',
};
