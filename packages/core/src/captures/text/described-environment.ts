import type { Line } from '../../bundle/line.ts';
import type { EnvironmentSource, EnvironmentVariable, VolumeMount } from '../../facts/fact.ts';
import { known } from '../../facts/known.ts';
import { indentOf, textsOf, type Field } from './describe-layout.ts';

/**
 * The variables of a container.
 *
 *     POD_NAMESPACE:  azure-arc (v1:metadata.namespace)
 *     DB_PASSWORD:    <set to the key 'password' in secret 'db'>  Optional: true
 *     APP_CONFIG:     {
 *                       "retries": 3
 *                     }
 */
export function environmentOf(field: Field | undefined): readonly EnvironmentVariable[] | undefined {
  const variables: { name: string; lines: string[] }[] = [];
  const depth = indentOf(field?.body[0]?.text ?? '');
  for (const { text } of field?.body ?? []) {
    const [, name, value = ''] = indentOf(text) === depth ? (VARIABLE.exec(text) ?? []) : [];
    if (name !== undefined) variables.push({ name, lines: [value] });
    else variables.at(-1)?.lines.push(text.trim());
  }
  return some(variables.map(({ name, lines }) => ({ name, ...valueOf(lines.join('\n').trim()) })));
}

/** `NAME  ConfigMap  Optional: false` or `NAME  Secret with prefix 'DB_'  Optional: false`. */
export function environmentSourcesOf(field: Field | undefined): readonly EnvironmentSource[] | undefined {
  const rows = textsOf(field).map((text) => SOURCE.exec(text));
  return some(
    rows
      .filter((row) => row !== null)
      .map(([, ref = '', kind, prefix, optional]) =>
        known<EnvironmentSource>({
          source: kind === 'Secret' ? 'secret' : 'config-map',
          ref,
          prefix,
          optional: booleanOf(optional),
        }),
      ),
  );
}

/** `/etc/config from config (ro)`, also with `path="SUBPATH"` behind the mode. */
export function mountsOf(field: Field | undefined): readonly VolumeMount[] | undefined {
  const rows = textsOf(field).map((text) => MOUNT.exec(text));
  return some(
    rows
      .filter((row) => row !== null)
      .map(([, path = '', volume = '', mode]) => ({ path, volume, readOnly: mode === 'ro' })),
  );
}

/**
 * The words of a command line or its arguments, each on a line of its own. An argument of several lines is a script: it
 * follows `-c`, or it shows by its depth or by a word that ends a block; then all that is left belongs to it.
 */
export function wordsOf(field: Field | undefined, before: readonly string[] = []): readonly string[] | undefined {
  const lines = field?.body.filter(({ text }) => text.trim() !== '') ?? [];
  if (lines.length === 0) return undefined;
  const texts = lines.map(({ text }) => text.trim());
  const start = scriptStart(lines, texts, before.at(-1));
  return start === undefined ? texts : [...texts.slice(0, start), texts.slice(start).join('\n')];
}

function scriptStart(lines: readonly Line[], texts: readonly string[], last: string | undefined): number | undefined {
  if (last !== undefined && RUNS.test(last) && texts[0]?.startsWith('-') === false) return 0;
  const behind = texts.findIndex((text) => RUNS.test(text)) + 1;
  if (behind > 0) return behind < texts.length ? behind : undefined;
  const depth = indentOf(lines[0]?.text ?? '');
  const isScript = lines.some(({ text }, i) => indentOf(text) > depth || BLOCK_ENDS.has(texts[i] ?? ''));
  return isScript
    ? Math.max(
        0,
        texts.findIndex((text) => !text.startsWith('-')),
      )
    : undefined;
}

const RUNS = /^-[a-z]{0,3}c$/;
const BLOCK_ENDS = new Set(['done', 'fi', 'esac', 'EOF', '}']);

const VARIABLE = /^\s*([A-Za-z_.-][\w.-]{0,250}):(?:\s+(.*))?$/;
const SET =
  /^<set to the key '([^']{0,300})' (of config map|in secret) '([^']{0,300})'>(?:\s+Optional: (true|false))?$/;
const FIELD = /(?:^|\s)\(v\d\w{0,20}:([^\s()]{1,300})\)$/;
const RESOURCE = /(?:^|\s)\(((?:limits|requests)\.[\w./-]{1,100})\)$/;
const SOURCE = /^(\S{1,253})\s+(ConfigMap|Secret)(?: with prefix '([^']{0,300})')?(?:\s+Optional: (true|false))?$/;
const MOUNT = /^(\/\S{0,4096}) from (\S{1,253}) \((ro|rw)(?:,.{0,4096})?\)$/;

function valueOf(text: string): Omit<EnvironmentVariable, 'name'> {
  const [, key, place, ref, optional] = SET.exec(text) ?? [];
  if (key !== undefined && ref !== undefined) {
    const source = place === 'in secret' ? 'secret' : 'config-map';
    return known<Omit<EnvironmentVariable, 'name'>>({ source, ref, key, optional: booleanOf(optional) });
  }
  const path = FIELD.exec(text)?.[1];
  if (path !== undefined) return { source: 'field', key: path };
  const resource = RESOURCE.exec(text)?.[1];
  if (resource !== undefined) return { source: 'resource', key: resource };
  return text === '' ? {} : { value: text };
}

const booleanOf = (word: string | undefined): boolean | undefined => (word === undefined ? undefined : word === 'true');

const some = <T>(list: readonly T[]): readonly T[] | undefined => (list.length > 0 ? list : undefined);
