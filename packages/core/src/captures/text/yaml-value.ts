import { parseDocument } from 'yaml';
import { plainYaml } from './plain-yaml.ts';
import { tooDeep } from './yaml-depth.ts';

/** Reading all of YAML costs a second and 100 MB for each megabyte. */
const MAX_SIZE = 1024 * 1024;

/**
 * The value that a YAML 1.2 text spells, with every scalar as a text and no alias followed; undefined for what is no YAML,
 * too large, or too deep. Never throws.
 */
export function yamlValue(text: string): unknown {
  if (text.length > MAX_SIZE) return undefined;
  const plain = plainYaml(text);
  if (plain !== undefined) return plain;
  if (tooDeep(text)) return undefined;
  try {
    const document = parseDocument(text, { version: '1.2', schema: 'failsafe', uniqueKeys: false, logLevel: 'silent' });
    return document.errors.length > 0 ? undefined : (document.toJS({ maxAliasCount: 0 }) as unknown);
  } catch {
    return undefined;
  }
}
