// @ts-check
import { createHash } from 'node:crypto';

/** A style sheet and a script as a module: their texts, and the hashes that a content security policy lets in. */
export function htmlAssetsModule({ name, banner, css, script }) {
  return `${banner}
export const ${name}_CSS = ${JSON.stringify(css)};
export const ${name}_CSS_HASH = ${JSON.stringify(hashOf(css))};
export const ${name}_SCRIPT = ${JSON.stringify(script)};
export const ${name}_SCRIPT_HASH = ${JSON.stringify(hashOf(script))};
`;
}

/** @param {string} text */
const hashOf = (text) => `sha256-${createHash('sha256').update(text).digest('base64')}`;
