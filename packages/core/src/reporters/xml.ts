/** What every document begins with. */
export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';

type Attributes = Readonly<Record<string, string>>;

/** An element with attributes, and with elements inside. */
export function element(name: string, attributes: Attributes, inside: readonly string[]): string {
  const head = openTag(name, attributes);
  return inside.length === 0 ? `<${head}/>` : `<${head}>\n${inside.join('\n')}\n</${name}>`;
}

/** An element with attributes around text. */
export const textElement = (name: string, attributes: Attributes, text: string): string =>
  `<${openTag(name, attributes)}>${escapeXml(text)}</${name}>`;

const openTag = (name: string, attributes: Attributes): string =>
  [name, ...Object.entries(attributes).map(([key, value]) => `${key}="${escapeXml(value)}"`)].join(' ');

/** Text as the content of an element or attribute of XML 1.0; what no XML document may hold becomes U+FFFD. */
export const escapeXml = (text: string): string =>
  text.replace(FORBIDDEN, '\uFFFD').replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** Outside of the production Char of XML 1.0: most control characters, lone surrogates, U+FFFE and U+FFFF. */
const FORBIDDEN = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;
