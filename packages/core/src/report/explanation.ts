import type { Note } from '../bundle/note.ts';
import type { ExplainedChain, ExplainedRule } from '../findings/explanation.ts';
import type { ReportHead } from './report-head.ts';

/** Why a rule says what it says of one bundle, condition by condition. */
export interface Explanation extends ReportHead {
  /** The pack that the rule is from. */
  readonly pack: { readonly name: string; readonly version: string };
  readonly rule: ExplainedRule;
  /** Its findings that others explain, or that explain others. */
  readonly chains: readonly ExplainedChain[];
  readonly notes: readonly Note[];
}
