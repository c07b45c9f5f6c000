import { parseDocument } from 'yaml';
import { tooDeep } from './yaml-depth.ts';

/** Reading YAML costs a second and 100 MB for each megabyte. */
const MAX_SIZE = 1024 * 1024;

/**
 * The value that a YAML 1.2 text spells, with every scalar as a text and no alias followed; undefined for what is no YAML,
 * too large, or too deep. Never throws.
 */
export function yamlValue(text: string): unknown {
  if (text.length > MAX_SIZE || tooDeep(text)) return undefined;
  try {
    const document = parseDocument(text, { version: '1.2', schema: 'failsafe', uniqueKeys: false, logLevel: 'silent' });
    return document.errors.length > 0 ? undefined : (document.toJS({ maxAliasCount: 0 }) as unknown);
  } catch {
    return undefined;
  }
}
