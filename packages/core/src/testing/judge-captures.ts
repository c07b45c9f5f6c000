import { DERIVED_LITERALS } from '../captures/text/derived-literals.ts';
import { judgeInOrder, type JudgedRule } from '../findings/judge-in-order.ts';
import { worldOf } from '../findings/world.ts';
import { readSource } from '../read-source.ts';
import { compilePacks } from '../rules/compile-rule.ts';
import type { RulePack } from '../rules/rule.ts';
import { wantedTexts } from '../rules/wanted-texts.ts';

/** The captures of a case, and when they were taken. */
export interface CaseBundle {
  readonly captures: Readonly<Record<string, string>>;
  readonly capturedAt: number | undefined;
}

/** Judges rules over the captures of a case, with the answer to every condition. */
export type JudgeCaptures = (bundle: CaseBundle) => Promise<readonly JudgedRule[]>;

/** A judge of captures for the rules of packs. */
export function captureJudge(packs: readonly RulePack[]): JudgeCaptures {
  const wanted = wantedTexts(packs, DERIVED_LITERALS);
  return async ({ captures, capturedAt }) => {
    const { facts } = await readSource(captures, { wanted, ...(capturedAt === undefined ? {} : { capturedAt }) });
    return [...judgeInOrder(await compilePacks(packs), worldOf(facts))];
  };
}
