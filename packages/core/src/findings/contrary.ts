import type { CompiledCondition } from '../rules/compile-condition.ts';
import type { CompiledCause } from '../rules/compile-rule.ts';
import { answerCondition, answeredGroup, type Answered } from './answer-condition.ts';
import type { Ask } from './answer-leaf.ts';
import { askAbout, type About } from './ask-about.ts';
import type { Bindings } from './bindings.ts';
import type { MayBe } from './may-be.ts';
import { once } from './once.ts';

/** What speaks against an error or a cause, and what ends it; answered when it is asked for. */
export interface Contrary {
  readonly unless: Answered;
  readonly resolvedBy: Answered;
  /** The same as far as it counts: what nothing can support is not asked. */
  readonly counting: Pick<Contrary, 'unless' | 'resolvedBy'>;
}

interface Asking {
  readonly may: MayBe;
  /** Without samples and prose. */
  readonly askUnquoted: (bindings: Bindings) => Ask;
}

/** Asks what speaks against something and what ends it, once it is known what that is about. */
export function contraryOf(
  { unless, resolvedBy }: Pick<CompiledCause, 'unless' | 'resolvedBy'>,
  about: About,
  { may, askUnquoted }: Asking,
): Contrary {
  const answer = (condition: CompiledCondition): (() => Answered) =>
    once(() => answerCondition(condition, askAbout(about, askUnquoted)));
  const against = answer(unless);
  const end = answer(resolvedBy);
  return {
    get unless() {
      return against();
    },
    get resolvedBy() {
      return end();
    },
    counting: {
      get unless() {
        return may.supported(unless) ? against() : NOT_ASKED;
      },
      get resolvedBy() {
        return may.supported(resolvedBy) ? end() : NOT_ASKED;
      },
    },
  };
}

const NOT_ASKED: Answered = answeredGroup('any', []);
