import type { Origin } from '../facts/fact.ts';
import { supportedLeaves, type Answered } from '../findings/answer-condition.ts';
import type { AnsweredLeaf } from '../findings/answered-leaf.ts';
import type { Bindings } from '../findings/bindings.ts';
import type { Verdict } from '../findings/finding.ts';
import { isLikely } from '../findings/judge-cause.ts';
import type { JudgedRule } from '../findings/judge-in-order.ts';
import type { InstanceCause, JudgedInstance } from '../findings/judge-rule.ts';
import { supportingLines } from './supporting-lines.ts';

/** A case without the lines that support one condition: what was said because of it must not be said again. */
export interface Mutant {
  /** What was said, such as `cause no-room is confirmed`. */
  readonly claim: string;
  /** The condition, by its place in the rule: `when[1]`. */
  readonly condition: string;
  readonly lines: readonly Origin[];
  /** The values of `per`, which tell the instance again. */
  readonly of: Bindings;
  /** Whether it is said still. */
  readonly survives: (instance: JudgedInstance) => boolean;
}

/** The mutants of a case: one for each condition of a rule that a finding of it rests on. */
export function mutantsOf(id: string, judged: readonly JudgedRule[]): readonly Mutant[] {
  const instances = judged.find(({ rule }) => rule.rule.id === id)?.instances ?? [];
  return instances.flatMap((instance) =>
    [
      ...appearing(instance),
      ...denied(instance),
      ...ended(instance),
      ...(instance.reported ? instance.causes.flatMap((cause) => ofCause(cause, judged)) : []),
    ].map(({ leaves, ...mutant }) => ({ ...mutant, of: instance.of, lines: supportingLines(leaves, judged) })),
  );
}

type Claim = Pick<Mutant, 'claim' | 'condition' | 'survives'> & { readonly leaves: readonly AnsweredLeaf[] };

const appearing = (instance: JudgedInstance): readonly Claim[] =>
  instance.seen && instance.reported
    ? supportedParts(instance.appears).map(({ index, leaves }) => ({
        claim: 'the error is reported',
        condition: `appears[${index}]`,
        leaves,
        survives: ({ seen, reported }) => seen && reported,
      }))
    : [];

/** What only looks like the error is reported once nothing says so. */
function denied(instance: JudgedInstance): readonly Claim[] {
  if (instance.reported || !instance.denied || instance.appears.answer !== 'supported') return [];
  const leaves = supportedLeaves(instance.unless);
  // Where the same lines show the error, silence without them says nothing.
  const survives = ({ appears, reported }: JudgedInstance): boolean => !reported && appears.answer === 'supported';
  return [{ claim: 'the rule is silent', condition: 'unless', leaves, survives }];
}

function ended({ reported, resolved, causes, resolvedBy }: JudgedInstance): readonly Claim[] {
  if (!reported || !resolved || causes.some((cause) => cause.resolved)) return [];
  const leaves = supportedLeaves(resolvedBy);
  const survives = (instance: JudgedInstance): boolean => instance.reported && instance.resolved;
  return [{ claim: 'the error is over', condition: 'resolved-by', leaves, survives }];
}

function ofCause(cause: InstanceCause, judged: readonly JudgedRule[]): readonly Claim[] {
  const { verdict, resolved, reason, counterEvidence } = cause;
  const { id } = cause.cause;
  const again = (instance: JudgedInstance): InstanceCause | undefined =>
    instance.reported ? instance.causes.find((one) => one.cause.id === id) : undefined;
  const claims: Claim[] = [];
  if (isLikely(cause)) {
    const claim = `cause ${id} is ${verdict}`;
    const survives = (instance: JudgedInstance): boolean => isAtLeast(again(instance)?.verdict, verdict);
    claims.push(...speaking(cause).map((part) => ({ claim, survives, ...part })));
  }
  if (reason === 'ruled-out' && supportingLines(counterEvidence, judged).length > 0) {
    const survives = (instance: JudgedInstance): boolean => again(instance)?.verdict === 'excluded';
    claims.push({ claim: `cause ${id} is excluded`, condition: 'unless', leaves: counterEvidence, survives });
  }
  if (resolved) {
    const survives = (instance: JudgedInstance): boolean => again(instance)?.resolved === true;
    claims.push({ claim: `cause ${id} is over`, condition: 'resolved-by', leaves: counterEvidence, survives });
  }
  return claims;
}

/** Of a confirmed cause each condition counts; one that is likely in part may stay so without one of several. */
function speaking({
  answers,
  weighed,
  verdict,
  evidence,
}: InstanceCause): readonly Pick<Claim, 'condition' | 'leaves'>[] {
  if (!answers.when) return [];
  if (verdict === 'likely') return [{ condition: 'when', leaves: evidence }];
  return supportedParts(weighed).map(({ index, leaves }) => ({ condition: `when[${index}]`, leaves }));
}

/** The members of a list that are supported, by where they stand in it. */
const supportedParts = (
  answered: Answered,
): readonly { readonly index: number; readonly leaves: readonly AnsweredLeaf[] }[] =>
  (answered.type === 'leaf' ? [answered] : answered.children).flatMap((child, index) =>
    child.answer === 'supported' ? [{ index, leaves: supportedLeaves(child) }] : [],
  );

const RANKS: readonly Verdict[] = ['excluded', 'possible', 'likely', 'confirmed'];

const isAtLeast = (verdict: Verdict | undefined, than: Verdict): boolean =>
  verdict !== undefined && RANKS.indexOf(verdict) >= RANKS.indexOf(than);
