import type { CompiledCondition } from '../rules/compile-condition.ts';
import type { CompiledCause } from '../rules/compile-rule.ts';
import { answerCondition, answeredGroup, type Answered } from './answer-condition.ts';
import type { Ask } from './answer-leaf.ts';
import { askAbout, type About } from './ask-about.ts';
import type { Bindings } from './bindings.ts';
import { lazyFields } from './lazy-fields.ts';
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
  const ask = once(() => askAbout(about, askUnquoted));
  return contrary(
    {},
    {
      unless: () => answerCondition(unless, ask()),
      resolvedBy: () => answerCondition(resolvedBy, ask()),
      counting: () =>
        counting(
          {},
          {
            unless: () => answerSupported(unless, ask(), may),
            resolvedBy: () => answerSupported(resolvedBy, ask(), may),
          },
        ),
    },
  );
}

const contrary = lazyFields<Contrary, 'unless' | 'resolvedBy' | 'counting'>('unless', 'resolvedBy', 'counting');
const counting = lazyFields<Contrary['counting'], 'unless' | 'resolvedBy'>('unless', 'resolvedBy');

/** A condition as far as it is supported: what nothing can support is not asked, nor what stands beside it in `all`. */
function answerSupported(condition: CompiledCondition, ask: Ask, may: MayBe): Answered {
  if (!may.supported(condition)) return NOT_SUPPORTED;
  if (condition.type === 'leaf') return ask(condition);
  const children: Answered[] = [];
  for (const child of condition.children) {
    const answered = answerSupported(child, ask, may);
    if (condition.type === 'all' && answered.answer !== 'supported') return NOT_SUPPORTED;
    children.push(answered);
  }
  return answeredGroup(condition.type, children);
}

const NOT_SUPPORTED: Answered = answeredGroup('any', []);
