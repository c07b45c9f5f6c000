import { expect, test } from 'vitest';
import { readFacts } from '../read-facts.ts';
import { createQuotation } from './quotation.ts';

const TABLE = `NAME   READY   STATUS    RESTARTS   AGE
web    0/1     Pending   0          2d6h
`;

const quoted = (text: string): boolean => {
  const pods = readFacts(text).filter(({ kind }) => kind === 'pod');
  expect(pods).not.toEqual([]);
  return pods.every((pod) => pod.quoted === true);
};

test.each([
  ['headings for a cause and a remedy', `## Cause\n\nNo node.\n\n${TABLE}\n\n## Solution\n\nAdd one.\n`],
  ['numbered ones in another language', `Causa 1: nessun nodo\n\n${TABLE}\n\nSoluzione 1.2: aggiungerne uno\n`],
  ['headings in Dutch', `Oorzaak 1: geen node\n\n${TABLE}\n\nOplossing 1: voeg er een toe\n`],
  ['headings in Swedish', `Orsak 1: ingen nod\n\n${TABLE}\n\nLösning 1: lägg till en\n`],
  ['headings in Portuguese', `Causa 1: nenhum nó\n\n${TABLE}\n\nSolução 1: adicione um\n`],
  ['headings in Polish', `Przyczyna 1: brak węzła\n\n${TABLE}\n\nRozwiązanie 1: dodaj węzeł\n`],
  ['headings in Russian', `Причина 1: нет узла\n\n${TABLE}\n\nРешение 1: добавьте узел\n`],
  ['headings in Korean', `원인 1: 노드 없음\n\n${TABLE}\n\n해결 방법 1: 노드 추가\n`],
  ['headings in traditional Chinese', `原因 1：沒有節點\n\n${TABLE}\n\n解決方案 1：新增節點\n`],
  ['an introduction as an example in Dutch', `Hier volgt een voorbeeld van een uitvoer:\n${TABLE}`],
  ['an introduction as an example in Chinese', `以下是命令輸出範例:\n${TABLE}`],
  ['bold ones', `**Symptoms**\n\n${TABLE}\n\n**Mitigation:** add a node\n`],
  [
    'commands to be filled in',
    `kubectl get pod <pod>\nkubectl logs <pod>\nkubectl get pods\n\n${TABLE}\nkubectl delete pod <pod>\n`,
  ],
  [
    'words to its reader alone',
    `List your pods.\n\n${TABLE}\n\nIf you see this, you lack a node.\nThen add one to your pool.\n`,
  ],
  ['an introduction as an example', `The pods are fine.\nSample output:\n\n${TABLE}`],
  ['an introduction as an example in Italian', `Ecco un esempio di output dei comandi:\n${TABLE}`],
  ['an introduction as what was expected', `**What you expected to happen**:\n\n\`\`\`\n${TABLE}\`\`\`\n`],
  ['a text in a YAML document', `captures:\n  pods.txt: |\n${TABLE.replace(/^(?=.)/gm, '    ')}finds: nothing\n`],
  ['an anchored text in a YAML document', `- pods: &pods |-\n${TABLE.replace(/^(?=.)/gm, '    ')}`],
  ['the source of a program', `import fs from 'fs';\nexport const a = 1;\nconst table = \`\n${TABLE}\`;\n`],
])('%s makes a quotation', (_, text) => {
  expect(quoted(text)).toBe(true);
});

test.each([
  ['nothing else', TABLE],
  [
    'words of a person',
    `I installed it, as you said, and your page helped. You asked for the pods:\n\n${TABLE}\nDo you need more?\n`,
  ],
  [
    'a person who writes for several',
    `You asked for the pods.\nCan you look?\nOur cluster is new, as you know.\n\n${TABLE}`,
  ],
  ['a cause without a remedy', `Cause: not known\n\n${TABLE}`],
  ['one command to be filled in', `I ran kubectl get pods <name> and got\n\n${TABLE}`],
  ['a workaround in a sentence', `The cause is unclear, and no fix is known to us.\n\n${TABLE}`],
  [
    'a config map above it',
    `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\ndata:\n  key: |\n    text\n---\n${TABLE}`,
  ],
  ['a YAML text that ended', `text: |\n  words\nother: 1\n\n${TABLE}`],
])('with %s it is a capture', (_, text) => {
  expect(quoted(text)).toBe(false);
});

test('what was expected weakens only the capture below it', () => {
  const text = `What you expected to happen:\n${TABLE}\nWhat happened:\n${TABLE.replace('Pending', 'Error  ')}`;
  expect(readFacts(text).map((fact) => [fact.kind === 'pod' && fact.status, fact.quoted])).toEqual([
    ['Pending', true],
    ['Error', undefined],
  ]);
});

test('a text as deep as its key ends the stretch', () => {
  const quotation = createQuotation();
  for (const [at, text] of ['a:', '  - b: |', '      deep', '', '      deep', '    c: 1'].entries())
    quotation.see({ text, number: at + 1 });
  expect([1, 2, 3, 4, 5, 6].map((line) => quotation.around(line))).toEqual([
    undefined,
    undefined,
    'literal',
    'literal',
    'literal',
    undefined,
  ]);
});
