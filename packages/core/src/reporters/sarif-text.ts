/** Text for a plain message: a bracket would begin a link to a location (SARIF 2.1.0, §3.11.6), so it is escaped. */
export const sarifText = (text: string): string => text.replace(/[[\]\\]/g, String.raw`\$&`);

/** A path inside the bundle as a relative URI reference; nothing in it is taken for a scheme, a query or a fragment. */
export const sarifUri = (path: string): string =>
  path
    .replace(/\p{Surrogate}/gu, '\uFFFD')
    .split(/[\\/]/)
    .map((part) => encodeURIComponent(part))
    .join('/')
    .replace(/^\/+/, '');
