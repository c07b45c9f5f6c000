import { didYouMean } from './did-you-mean.ts';

/** A rule or cause that was asked for and is not there. */
export class UnknownRuleError extends Error {
  override readonly name = 'UnknownRuleError';
  readonly kind: 'rule' | 'cause';
  readonly id: string;

  constructor(kind: 'rule' | 'cause', id: string, known: readonly string[]) {
    super(`there is no ${kind} ${id}${didYouMean(id, known)}`);
    this.kind = kind;
    this.id = id;
  }
}
