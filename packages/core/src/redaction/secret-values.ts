import { markInline } from '../facts/inline-secrets.ts';
import { isMark, type MarkSecret } from '../facts/mark-secret.ts';

/**
 * A line of the `data` of a Secret with its value marked; keys, quotes, commas and the signs that begin a text of several
 * lines stay, so that YAML stays YAML and JSON stays JSON.
 */
export function markDataLine(text: string, mark: MarkSecret): string {
  const json = JSON_VALUE.exec(text);
  if (json) return markMatch(json, mark);
  const yaml = YAML_VALUE.exec(text);
  if (yaml) return BLOCK.test(yaml[2] ?? '') ? text : markMatch(yaml, mark);
  if (/^\s*[{}[\],]*\s*$/.test(text)) return text;
  const bare = text.trim();
  return bare.startsWith('{') ? markInline(text, mark) : text.replace(bare, () => tokenOf(bare, mark));
}

const JSON_VALUE = /^(\s*"(?:[^"\\]|\\.)*"\s*:\s*")((?:[^"\\]|\\.)*)("?\s*,?\s*)$/;
const YAML_VALUE = /^(\s*(?:"[^"]*"|'[^']*'|[\w.-]+):\s+["']?)(.*?)(["']?\s*)$/;

/** What begins a text of several lines. */
const BLOCK = /^[|>][-+\d]{0,3}$/;

const markMatch = ([, before = '', value = '', after = '']: RegExpExecArray, mark: MarkSecret): string =>
  `${before}${value === '' || /^(?:\{\}|null|~)$/.test(value) ? value : tokenOf(value, mark)}${after}`;

/** What is marked already stays. */
const tokenOf = (value: string, mark: MarkSecret): string => (isMark(value) ? value : mark(value));
