import type { RuleTexts } from '../rules/rule.ts';
import { becauseOf } from './because.ts';
import { opposingEvidence, supportingEvidence } from './evidence.ts';
import { supportedLeaves, openLeaves } from './answer-condition.ts';
import { complete, union } from './bindings.ts';
import { chooseCommands, type OpenCause } from './choose-commands.ts';
import type { Collecting } from './collect-next.ts';
import { canFill, fillText } from './fill-template.ts';
import type { JudgedCause, Verdict, WrittenFinding } from './finding.ts';
import type { FoldedFinding } from './fold-findings.ts';
import { CAPS, isLikely } from './judge-cause.ts';
import type { InstanceCause, JudgedInstance } from './judge-rule.ts';
import { writeSolution, type Filling } from './write-solution.ts';

/** A finding before it is known what is asked for, and what it leaves open. */
export interface Draft {
  readonly finding: WrittenFinding;
  /** For each cause. */
  readonly open: readonly OpenCause[];
}

/** Findings as the report shows them: words filled in, evidence quoted, causes in order, and what to collect. */
export function completeDrafts(drafts: readonly Draft[], collecting: Collecting): readonly WrittenFinding[] {
  const chosen = chooseCommands(
    drafts.map(({ open }) => open),
    collecting,
  );
  return drafts.map(({ finding }, at) => ({
    ...finding,
    causes: finding.causes.map((cause, index) => ({ ...cause, collect: chosen[at]![index]! })),
  }));
}

/** Writes a finding in the words of its rule, or those of another language where there are some. */
export function draftFinding(folded: FoldedFinding, texts: RuleTexts | undefined): Draft {
  const { id, rule, objects, instances } = folded;
  const values = union(instances.map(({ bindings }) => bindings));
  const first = instances[0]!;
  const { title, severity, references } = rule.rule;
  const causes = foldCauses(folded, texts);
  const finding: WrittenFinding = {
    id,
    rule: rule.rule.id,
    title: fillText(texts?.title ?? title, values),
    severity,
    status: first.resolved ? 'resolved' : 'active',
    seen: first.seen,
    objects,
    evidence: first.seen ? supportingEvidence(instances.flatMap(({ appears }) => supportedLeaves(appears))) : [],
    causes: causes.map(writeCause),
    remarks: (texts?.remarks ?? rule.rule.remarks ?? [])
      .filter((remark) => canFill(remark, values))
      .map((remark) => fillText(remark, values)),
    references,
  };
  // What is over needs nothing more.
  const open = first.resolved ? causes.map(settled) : causes.map((cause) => openCause(cause, instances));
  return { finding, open };
}

/** The same cause in all instances. */
interface FoldedCause {
  readonly first: InstanceCause;
  readonly all: readonly InstanceCause[];
  readonly title: string;
  readonly texts: RuleTexts['causes'][number] | undefined;
  readonly filling: Filling;
}

function foldCauses({ rule, instances }: FoldedFinding, texts: RuleTexts | undefined): readonly FoldedCause[] {
  const causes = rule.causes.map((_, index) => foldCause(instances, index, texts));
  return causes.toSorted((a, b) => rank(a.first) - rank(b.first));
}

function foldCause(instances: readonly JudgedInstance[], index: number, texts: RuleTexts | undefined): FoldedCause {
  const all = instances.map(({ causes }) => causes[index]!);
  const first = all[0]!;
  const words = texts?.causes.find(({ id }) => id === first.cause.id);
  const values = union(all.map(({ bindings }) => bindings));
  return {
    first,
    all,
    title: fillText(words?.title ?? first.cause.title, values),
    texts: words,
    filling: { values, each: all.map(({ bindings }) => bindings) },
  };
}

const ORDER: readonly Verdict[] = ['confirmed', 'likely', 'possible', 'excluded'];

const rank = ({ verdict, resolved }: InstanceCause): number => ORDER.indexOf(verdict) * 2 + (resolved ? 1 : 0);

/** What would settle a cause: its own open questions, and those of the error where that is not seen. */
function openCause({ first, all, title }: FoldedCause, instances: readonly JudgedInstance[]): OpenCause {
  const isOpen = !first.resolved && (first.verdict === 'likely' || first.verdict === 'possible');
  if (!isOpen) return settled({ title });
  const open = all.slice(0, MOST_ASKED).map((cause, index) => {
    const { appears, told } = instances[index]!;
    return { leaves: [...cause.open, ...openLeaves(appears)], bindings: complete(cause.bindings, told) };
  });
  return { title, likely: first.verdict === 'likely', open };
}

/** A finding can be of thousands of pods; these are more than three commands serve. */
const MOST_ASKED = 60;

const settled = ({ title }: Pick<FoldedCause, 'title'>): OpenCause => ({ title, likely: false, open: [] });

function writeCause({ first, all, title, texts, filling }: FoldedCause): JudgedCause {
  const { cause, verdict, resolved } = first;
  return {
    id: cause.id,
    title,
    verdict,
    resolved,
    capped: CAPS.filter((cap) => all.some(({ capped }) => capped.includes(cap))),
    evidence: supportingEvidence(all.flatMap(({ evidence }) => evidence)),
    counterEvidence: opposingEvidence(all.flatMap(({ counterEvidence }) => counterEvidence)),
    because: isLikely(first) ? becauseOf(all.flatMap(({ because }) => because)) : [],
    collect: [],
    solutions: cause.solutions.map((solution) =>
      writeSolution(
        solution,
        texts?.solutions.find(({ id }) => id === solution.id),
        filling,
      ),
    ),
  };
}
