/** A piece of HTML that is known to be well-formed: only the functions here make one. */
export interface Markup {
  readonly markup: string;
}

/** What can stand inside an element: text, which is escaped, and markup. */
export type Content = string | Markup | readonly Content[] | false | undefined;

type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

/** An element. Attributes that are false or undefined are left out, true ones stand without a value. */
export function tag(name: string, attributes: Attributes = {}, ...content: readonly Content[]): Markup {
  const head = [name, ...Object.entries(attributes).flatMap(([key, value]) => attribute(key, value))].join(' ');
  return { markup: VOID.has(name) ? `<${head}>` : `<${head}>${contentMarkup(content)}</${name}>` };
}

/** Content as HTML. */
export function contentMarkup(content: Content): string {
  if (content === undefined || content === false) return '';
  if (typeof content === 'string') return escapeHtml(content);
  return 'markup' in content ? content.markup : content.map(contentMarkup).join('');
}

/** Text of our own that holds no evidence, such as a style sheet, as it is. */
export const verbatim = (text: string): Markup => ({ markup: text });

function attribute(key: string, value: string | number | boolean | undefined): readonly string[] {
  if (value === undefined || value === false) return [];
  return [value === true ? key : `${key}="${escapeHtml(String(value))}"`];
}

/** Text between tags or in an attribute in double quotes; what no document may hold becomes U+FFFD. */
export const escapeHtml = (text: string): string =>
  text.replace(/\p{Surrogate}/gu, '\uFFFD').replace(/[&<>"'`]/g, (character) => ENTITIES[character] ?? character);

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '`': '&#96;',
};

const VOID: ReadonlySet<string> = new Set(['meta', 'input', 'br']);
