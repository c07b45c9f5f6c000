import { isLoss, readBundleFacts, type Limits } from '@referto/core';
import { jsonLine } from '@referto/core/reporters';
import { anonymizingOf, type Anonymizing } from '../anonymizing.ts';
import type { Grouping } from '../bundles-of.ts';
import { worstCode, type ExitCode } from '../exit-code.ts';
import { noteLine } from '../note-line.ts';
import { print, type Terminal } from '../terminal.ts';
import { sourcesOf } from './analyze.ts';

/** What `facts` was asked to do. */
export interface FactsRequest extends Anonymizing {
  readonly paths: readonly string[];
  readonly quiet: boolean;
  readonly grouping: Grouping;
  readonly capturedAt?: number;
  readonly limit?: Partial<Limits>;
}

/** `facts PATH...`: every fact as one JSON object a line, rules or no rules. */
export async function runFacts(request: FactsRequest, terminal: Terminal): Promise<ExitCode> {
  const { capturedAt, quiet } = request;
  const codes: ExitCode[] = [];
  const anonymizing = await anonymizingOf(request);
  for (const { source, options } of await sourcesOf(request, terminal)) {
    const { facts, notes } = await readBundleFacts(source, {
      ...options,
      ...anonymizing,
      ...(capturedAt === undefined ? {} : { capturedAt }),
      ...(terminal.signal && { signal: terminal.signal }),
    });
    codes.push(notes.some(isLoss) ? 3 : 0);
    if (!quiet) await print(terminal.stderr, notes.map(noteLine).join(''));
    for (let at = 0; at < facts.length; at += BATCH) {
      const more = await print(
        terminal.stdout,
        facts
          .slice(at, at + BATCH)
          .map(jsonLine)
          .join(''),
      );
      if (!more) return worstCode(codes);
    }
  }
  return worstCode(codes);
}

const BATCH = 1000;
