/** What a bundle must bring out of a rule, or must not. */
interface Case {
  readonly name: string;
  /** Path -> text. */
  readonly captures: Readonly<Record<string, string>>;
  readonly 'captured-at'?: string;
  /** Other rules that are reported in this bundle too, and rightly. */
  readonly also?: readonly string[];
}

/** A bundle in which a rule must be reported. */
export interface FindCase extends Case {
  /** Whether the bundle shows the error itself, or only a cause of it. Default: reported. */
  readonly error?: 'reported' | 'inferred';
  /** How many findings of the rule there are. Default: 1; then one of them must meet all the rest. */
  readonly findings?: number;
  readonly objects?: readonly string[];
  /** Cause -> verdict; a cause that is not named must be neither confirmed nor likely. */
  readonly causes: Readonly<Record<string, 'confirmed' | 'likely' | 'possible' | 'excluded'>>;
  readonly resolved?: readonly string[];
  readonly evidence?: readonly string[];
  readonly says?: readonly string[];
  readonly collect?: readonly string[];
}

/** A bundle in which a rule must stay silent, or say that the error is over. */
export interface IgnoreCase extends Case {
  readonly resolved?: boolean;
}

/** The cases of a rule as their author wrote them, checked by `rule-test.schema.json`. */
export interface RuleTest {
  readonly finds: readonly FindCase[];
  readonly ignores: readonly IgnoreCase[];
  /** Rules of other packs in whose cases this one is reported too, and rightly. */
  readonly 'shown-in'?: readonly string[];
}
