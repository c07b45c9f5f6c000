import type { Line } from '../../bundle/line.ts';
import { known } from '../../facts/known.ts';

/** A revision of a release, as Helm prints it. */
export interface ReleaseRecord {
  readonly name?: string;
  readonly namespace?: string;
  readonly revision?: string;
  readonly updated?: string;
  readonly status?: string;
  readonly chart?: string;
  readonly appVersion?: string;
  readonly description?: string;
  readonly cells?: Readonly<Record<string, string>>;
}

interface PlacedRecord {
  readonly record: ReleaseRecord;
  readonly line: Line;
}

/** The releases in what `helm status` prints, or in a list as JSON or YAML. */
export const readReleaseRecords = (lines: readonly Line[]): readonly PlacedRecord[] => {
  const first = lines[0]?.text ?? '';
  if (first.startsWith('NAME: ')) return [{ record: recordOf(fieldsIn(lines)), line: lines[0] as Line }];
  return first.startsWith('- ') ? inYaml(lines) : inJson(lines);
};

type Fields = ReadonlyMap<string, string>;

const recordOf = (fields: Fields): ReleaseRecord => {
  const field = (...names: readonly string[]): string | undefined =>
    names.map((name) => fields.get(name)).find((value) => value !== undefined && value !== '');
  return known<ReleaseRecord>({
    name: field('name'),
    namespace: field('namespace'),
    revision: field('revision'),
    updated: field('updated', 'last deployed', 'last_deployed'),
    status: field('status'),
    chart: field('chart'),
    appVersion: field('app_version'),
    description: field('description'),
    cells: undefined,
  });
};

/** `NAME: value` down to the notes of the chart. */
const fieldsIn = (lines: readonly Line[]): Fields => {
  const end = lines.findIndex(({ text }) => /^(?:NOTES|RESOURCES|MANIFEST|HOOKS):/.test(text));
  const pairs = lines
    .slice(0, end < 0 ? MAX_FIELDS : end)
    .map(({ text }) => /^([A-Z][A-Z_ ]{1,30}): (.{0,1000})$/.exec(text));
  return new Map(
    pairs.flatMap((pair) => (pair ? [[(pair[1] ?? '').toLowerCase(), (pair[2] ?? '').trim()] as const] : [])),
  );
};

const MAX_FIELDS = 40;

const inYaml = (lines: readonly Line[]): readonly PlacedRecord[] => {
  const records: { fields: Map<string, string>; line: Line }[] = [];
  for (const line of lines) {
    if (line.text.startsWith('- ')) records.push({ fields: new Map(), line });
    const pair = /^(?:- | {2})([a-z_]{1,30}): ?(.{0,1000})$/.exec(line.text);
    if (pair) records.at(-1)?.fields.set(pair[1] ?? '', (pair[2] ?? '').trim().replace(/^(["'])(.*)\1$/, '$2'));
  }
  return records.map(({ fields, line }) => ({ record: recordOf(fields), line }));
};

type Json = Readonly<Record<string, unknown>>;

const inJson = (lines: readonly Line[]): readonly PlacedRecord[] => {
  const text = lines.map((line) => line.text).join('\n');
  const value = parse(text);
  const objects = (Array.isArray(value) ? value : [value]).filter(isObject);
  return objects.map((object) => {
    const fields = flat(object);
    return { record: recordOf(fields), line: lineOf(lines, fields) };
  });
};

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined; // Cut or damaged: there is nothing to be sure of.
  }
};

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** `helm status` keeps the state below `info`, and calls the revision `version`. */
const flat = (object: Json): Fields => {
  const info = Object.hasOwn(object, 'info') && isObject(object['info']) ? object['info'] : {};
  const pairs = Object.entries({ ...object, ...info }).flatMap(([key, value]) =>
    typeof value === 'string' || typeof value === 'number' ? [[key, String(value)] as const] : [],
  );
  const fields = new Map(pairs);
  const version = fields.get('version');
  return version === undefined || fields.has('revision') ? fields : fields.set('revision', version);
};

/** The line that names the release and its revision; the first where all stands in one. */
const lineOf = (lines: readonly Line[], fields: Fields): Line => {
  const name = fields.get('name') ?? fields.get('revision') ?? '';
  const key = fields.has('name') ? 'name' : 'revision';
  const own = new RegExp(`"${key}"\\s?:\\s?"?${name.replace(/[^\w-]/g, '.')}"?\\s?,?`);
  return lines.find(({ text }) => own.test(text)) ?? (lines[0] as Line);
};
