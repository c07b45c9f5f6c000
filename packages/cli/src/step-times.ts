import type { AnalysisStep } from '@referto/core';

/** How much is told of where the time went: nothing, the stages, or each rule too. */
export type Telling = 'nothing' | 'stages' | 'rules';

/** Where the time of one analysis went. */
export interface StepTimes {
  readonly onStep: (step: AnalysisStep) => void;
  /** Lines that tell it, for people. */
  readonly lines: () => readonly string[];
}

/** A stage, and the milliseconds it took. */
interface Timed {
  readonly label: string;
  readonly took: number;
}

/** How many of the rules that took longest are named. */
const SLOWEST = 10;

/** Measures an analysis by the clock that is given, in milliseconds. */
export function measureSteps(telling: Telling, now: () => number = () => performance.now()): StepTimes | undefined {
  if (telling === 'nothing') return undefined;
  let last = now();
  const before: Timed[] = [];
  const after: Timed[] = [];
  const rules: { rule: string; took: number }[] = [];
  const onStep = (step: AnalysisStep): void => {
    const took = now() - last;
    last = now();
    if (step.stage === 'judge') rules.push({ rule: step.rule, took });
    else if (step.stage === 'report') after.push({ label: `report  ${step.findings} findings`, took });
    else
      before.push({
        label: step.stage === 'read' ? `read    ${step.files} files` : `gather  ${step.facts} facts`,
        took,
      });
  };
  const lines = (): readonly string[] => {
    const judged = { label: `judge   ${rules.length} rules`, took: rules.reduce((sum, { took }) => sum + took, 0) };
    return [
      ...[...before, judged, ...after].map(({ label, took }) => `${milliseconds(took)}  ${label}`),
      ...(telling === 'rules' ? slowest(rules).map(({ rule, took }) => `${milliseconds(took)}    ${rule}`) : []),
    ];
  };
  return { onStep, lines };
}

const slowest = (rules: readonly { rule: string; took: number }[]): readonly { rule: string; took: number }[] =>
  rules.toSorted((a, b) => b.took - a.took || (a.rule < b.rule ? -1 : 1)).slice(0, SLOWEST);

const milliseconds = (took: number): string => `${took.toFixed(1).padStart(9)} ms`;
