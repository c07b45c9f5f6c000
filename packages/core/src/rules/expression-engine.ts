/** What an expression found in a text. */
export interface Found {
  /** Looked for when it is asked for. */
  readonly text: string;
  /** The texts of its named groups that took part. */
  readonly groups: readonly (readonly [name: string, text: string])[];
}

/** A compiled regular expression; a dot matches every character. */
export interface Expression {
  /** Names of its groups. */
  readonly names: readonly string[];
  readonly find: (text: string) => Found | undefined;
}

/** Compiles an expression; throws where it does not know its syntax. */
export type ExpressionEngine = (source: string) => Expression;

/** The engine of the platform: fast, and only for expressions that were checked to run in linear time. */
export const platformEngine: ExpressionEngine = (source) => {
  const expression = new RegExp(source, 's');
  return {
    names: [...source.matchAll(/\(\?<([A-Za-z_$][\w$]*)>/g)].map(([, name]) => name as string),
    find: (text) => {
      const found = expression.exec(text);
      return found ? { text: found[0], groups: taken(Object.entries(found.groups ?? {})) } : undefined;
    },
  };
};

/** The groups that took part, of all of an expression. */
export const taken = (groups: readonly (readonly [string, string | null | undefined])[]): Found['groups'] =>
  groups.filter((group): group is readonly [string, string] => Boolean(group[1]));
