/** What a stretch of a text report is, for those who color it. */
export type Role =
  | 'error'
  | 'warning'
  | 'info'
  | 'resolved'
  | 'confirmed'
  | 'likely'
  | 'possible'
  | 'excluded'
  | 'title'
  | 'place'
  | 'mark'
  | 'command';

/** Dresses a stretch of text for a terminal; it adds nothing that takes room. */
export type Style = (role: Role, text: string) => string;

/** No color at all. */
export const plainStyle: Style = (_role, text) => text;
