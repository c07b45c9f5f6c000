/** A rule, or a cause of a rule, that was asked for and is not there. */
export class UnknownRuleError extends Error {
  override readonly name = 'UnknownRuleError';
  readonly code: 'unknown-rule' | 'unknown-cause';

  constructor(code: UnknownRuleError['code'], message: string) {
    super(message);
    this.code = code;
  }
}
