import type { TemplatePosition } from '../../facts/fact.ts';
import { known } from '../../facts/known.ts';

/** Where a chart could not be rendered, and which chart it is. */
export interface TemplateDetails {
  readonly template?: TemplatePosition;
  readonly chart?: string;
}

/**
 * Reads the innermost position of a template that a text with single blanks names, or the values that a schema refuses.
 *
 *     template: dapr/templates/x.yaml:1:17: executing "dapr/templates/x.yaml" at <.Values.ha>: can't evaluate field ha
 *     dapr/templates/x.yaml:1:17 executing "dapr/templates/x.yaml" at <.Values.ha>: can't evaluate field ha
 *     execution error at (dapr/templates/x.yaml:1:17): ha is required
 *     values don't meet the specifications of the schema(s) in the following chart(s): dapr: - (root): ha is required
 */
export const readTemplate = (text: string): TemplateDetails => {
  const template = innermost(text, POSITION) ?? innermost(text, TRACE) ?? innermost(text, AT) ?? withoutPosition(text);
  if (template === undefined) return readSchema(text) ?? {};
  const folder = template.file === undefined ? undefined : /^([\w.-]{1,100})\//.exec(template.file)?.[1];
  return known<TemplateDetails>({ template, chart: folder });
};

/** Go's own form; templates that include each other nest it. */
const POSITION =
  /\btemplate: (?<file>[^\s:"]{1,300}):(?<line>\d{1,7})(?::(?<column>\d{1,7}))?: (?:executing "[^"]{1,300}" at <(?<expression>.{1,500}?)>: ?)?/g;

/** The trace of Helm 4. */
const TRACE =
  /(?<=^|\s)(?<file>[^\s:"()]{1,300}):(?<line>\d{1,7}):(?<column>\d{1,7}) executing "[^"]{1,300}" at <(?<expression>.{1,500}?)>: ?/g;

const AT =
  /\b(?:execution|parse) error (?:at|in) \((?<file>[^\s:()]{1,300})(?::(?<line>\d{1,7}))?(?::(?<column>\d{1,7}))?\): ?/gi;

const innermost = (text: string, pattern: RegExp): TemplatePosition | undefined => {
  const found = [...text.matchAll(pattern)].at(-1);
  if (found === undefined) return undefined;
  const { file, line, column, expression } = found.groups ?? {};
  const reason = reasonIn(text.slice(found.index + found[0].length));
  return known<TemplatePosition>({
    file,
    line: line === undefined ? undefined : Number(line),
    column: column === undefined ? undefined : Number(column),
    expression: expression?.trim() ?? VALUE.exec(reason ?? '')?.[0],
    reason,
  });
};

const VALUE = /\.Values(?:\.[\w-]{1,100}){1,12}/;

/** Errors of what a template gave, not of the template. */
const WITHOUT_POSITION: readonly RegExp[] = [
  /\bYAML parse error on (?<file>[^\s:]{1,300}): /i,
  /\brendering template failed: /i,
  /\bunable to build kubernetes objects from (?:new )?release manifest: /i,
];

const withoutPosition = (text: string): TemplatePosition | undefined => {
  for (const pattern of WITHOUT_POSITION) {
    const found = pattern.exec(text);
    if (found === null) continue;
    const reason = reasonIn(text.slice(found.index + found[0].length));
    return known<TemplatePosition>({ file: found.groups?.['file'], reason });
  }
  return undefined;
};

const MAX_REASON = 1000;

const reasonIn = (rest: string): string | undefined => {
  const reason = rest.slice(0, MAX_REASON).trim();
  return reason === '' ? undefined : reason;
};

const SCHEMA = /values don't meet the specifications of the schema\(s\) in the following chart\(s\): ?/i;

/** Values that a schema refuses; the first of them stands for the expression. */
const readSchema = (text: string): TemplateDetails | undefined => {
  const found = SCHEMA.exec(text);
  if (found === null) return undefined;
  const rest = text.slice(found.index + found[0].length).slice(0, MAX_SCHEMA);
  const [head = '', ...refused] = rest.split(/(?:^| )- (?=\(root\):|at '|[\w.-]{1,200}: )/);
  const reasons = refused.map((one) => one.replace(/ [\w.-]{1,100}:$/, '').trim()).filter((one) => one !== '');
  const reason = reasonIn(reasons.length === 0 ? rest : reasons.join('; '));
  const template = known<TemplatePosition>({ expression: valueIn(reasons[0] ?? ''), reason });
  return known<TemplateDetails>({ template, chart: /^([\w.-]{1,100}):/.exec(head.trim())?.[1] });
};

const MAX_SCHEMA = 16_000;

/** `(root): ha is required`, `global.ha: Invalid type.`, `at '/global/ha': got string`, `at '': missing property 'ha'`. */
const valueIn = (refused: string): string | undefined => {
  const [, pointer, dotted = '', rest = ''] =
    /^(?:at '([^']{0,300})'|([^\s:]{1,300})): ?(.{0,500})/.exec(refused) ?? [];
  const path = pointer === undefined ? dotted.replace('(root)', '') : pointer.replaceAll('/', '.').replace(/^\./, '');
  const missing = /^(\S{1,200}) is required|^missing propert(?:y|ies) '([^']{1,200})'/.exec(rest);
  const names = [path, missing?.[1] ?? missing?.[2] ?? ''].filter((name) => name !== '');
  return names.length === 0 ? undefined : `.Values.${names.join('.')}`;
};
