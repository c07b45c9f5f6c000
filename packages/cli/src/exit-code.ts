import { isLoss, type Finding, type Report } from '@referto/core';

/** From which severity on an active finding makes the program fail. */
export type FailOn = 'error' | 'warning' | 'never';

export type ExitCode = 0 | 1 | 2 | 3 | 70 | 130 | 143;

/** 3 where part of the input was not read, 1 where a finding fails, else 0. */
export function exitCodeOf({ findings, notes }: Report, failOn: FailOn): 0 | 1 | 3 {
  if (notes.some(isLoss)) return 3;
  const isFailing = ({ status, severity, suppressed }: Finding): boolean =>
    status === 'active' && !suppressed && FAILING[failOn].has(severity);
  return findings.some(isFailing) ? 1 : 0;
}

/** The code of several bundles: the worst of theirs. */
export const worstCode = (codes: readonly ExitCode[]): ExitCode => BY_WEIGHT.find((code) => codes.includes(code)) ?? 0;

const FAILING: Readonly<Record<FailOn, ReadonlySet<string>>> = {
  error: new Set(['error']),
  warning: new Set(['error', 'warning']),
  never: new Set(),
};

const BY_WEIGHT: readonly ExitCode[] = [143, 130, 70, 2, 3, 1];
