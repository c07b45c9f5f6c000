/** The text with ASCII capitals made small: values of conditions and facts compare without regard to them. */
export const foldCase = (text: string): string => (CAPITAL.test(text) ? text.replace(CAPITALS, small) : text);

const CAPITAL = /[A-Z]/;
const CAPITALS = /[A-Z]+/g;
const small = (capitals: string): string => capitals.toLowerCase();
