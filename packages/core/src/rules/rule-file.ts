/** What a file of a rule pack is, by its path. */
export type RuleFile =
  | { readonly kind: 'rule' | 'test'; readonly path: string; readonly id: string }
  | { readonly kind: 'texts'; readonly path: string; readonly id: string; readonly language: string }
  | { readonly kind: 'other'; readonly path: string; readonly message: string };

/** Tells by its path what a file of a rule pack is: `FOLDER/NAME.yaml`, `NAME.it.yaml` or `NAME.test.yaml`. */
export function ruleFile(path: string): RuleFile {
  const found = /^([^/]+\/[^/.]+)(?:\.([^/.]+))?\.yaml$/.exec(path);
  if (!found) return { kind: 'other', path, message: strangePath(path) };
  const [, id = '', word] = found;
  if (word === undefined) return { kind: 'rule', path, id };
  if (word === 'test') return { kind: 'test', path, id };
  if (/^[a-z]{2,3}(?:-[A-Z]{2})?$/.test(word)) return { kind: 'texts', path, id, language: word };
  return { kind: 'other', path, message: `"${word}" is no language such as it or pt-BR, and not test` };
}

const strangePath = (path: string): string =>
  /\.yml$/i.test(path)
    ? 'the name of a rule file ends in .yaml'
    : 'a rule file is FOLDER/NAME.yaml: one folder deep, and no dot in NAME';
