import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { analyze, type Evidence, type Finding, type JudgedCause, type Report, type RulePack } from '@referto/core';
import { beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { shippedRules } from '../../fixtures/shipped-rules.ts';

const RULES = join(import.meta.dirname, 'rules');
const BUNDLES = join(import.meta.dirname, '../../fixtures/bundles');

type Files = Readonly<Record<string, string>>;

interface Case {
  readonly name: string;
  readonly files: Files;
  readonly capturedAt?: number;
}

let rules: readonly RulePack[];
beforeAll(async () => {
  rules = [await shippedRules()];
});

/** The cases that find, of every rule, and the bundles of the fixtures. */
const cases = (): readonly Case[] => [
  ...readdirSync(RULES, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.test.yaml'))
    .sort()
    .flatMap((path) => {
      const { finds = [] } = parse(readFileSync(join(RULES, path), 'utf8')) as { finds?: readonly FindCase[] };
      return finds.map(({ name, captures, 'captured-at': at }) => ({
        name: `${path}: ${name}`,
        files: captures,
        ...(at === undefined ? {} : { capturedAt: Date.parse(at) }),
      }));
    }),
  ...readdirSync(BUNDLES)
    .sort()
    .map((name) => ({ name, files: textsIn(join(BUNDLES, name, 'bundle')) })),
];

interface FindCase {
  readonly name: string;
  readonly captures: Files;
  readonly 'captured-at'?: string;
}

const textsIn = (folder: string): Files =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [path.slice(folder.length + 1), readFileSync(path, 'utf8')]),
  );

const reportOf = ({ files, capturedAt }: Omit<Case, 'name'>): Promise<Report> =>
  analyze({ ...files }, { rules, ...(capturedAt === undefined ? {} : { capturedAt }) });

/** A capture of a report, taken out of its file. */
interface Taken {
  readonly kind: string;
  readonly path: string;
  readonly text: string;
  readonly rest: Files;
}

/** The lines that held causes and their errors rest on. */
const evidenceIn = ({ findings }: Report): readonly Evidence[] =>
  findings.flatMap(({ evidence, causes }) => [...evidence, ...causes.flatMap((cause) => cause.evidence)]);

/** What is left of a bundle without each of the captures that a verdict rests on. */
function takeEach({ files }: Case, report: Report): readonly Taken[] {
  const quoted = evidenceIn(report);
  return report.coverage.captures.flatMap(({ path, line, kind }) => {
    const file = Object.keys(files).find((name) => name === path || name.endsWith(`/${path}`));
    if (file === undefined) return [];
    const lines = files[file]!.split('\n');
    const starts = report.coverage.captures.filter((one) => one.path === path).map((one) => one.line);
    const end = Math.min(...starts.filter((start) => start > line), lines.length + 1);
    if (!quoted.some((one) => one.path === path && line <= one.endLine && one.line < end)) return [];
    const left = [...lines.slice(0, line - 1), ...lines.slice(end - 1)].join('\n');
    const { [file]: _, ...others } = files;
    const rest = left.trim() === '' ? others : { ...others, [file]: left };
    return [{ kind, path: file, text: lines.slice(line - 1, end - 1).join('\n'), rest }];
  });
}

const confirmedIn = ({ findings }: Report): readonly { readonly finding: Finding; readonly cause: JudgedCause }[] =>
  findings
    .filter(({ status }) => status === 'active')
    .flatMap((finding) =>
      finding.causes
        .filter(({ verdict, resolved }) => verdict === 'confirmed' && !resolved)
        .map((cause) => ({ finding, cause })),
    );

/** The same rule about one of the same objects. */
const again = ({ findings }: Report, { rule, objects }: Finding): readonly Finding[] => {
  const names = new Set(objects.map(({ name }) => name));
  return findings.filter(
    (one) =>
      one.rule === rule &&
      (names.size === 0 || one.objects.length === 0 || one.objects.some(({ name }) => names.has(name))),
  );
};

/** Which kinds of captures a command prints; a description of pods holds their rows and events. */
function printedBy(command: string): readonly string[] {
  if (/^kubectl exec .* -- (?:nslookup|dig|host) /.test(command)) return ['nslookup'];
  return PRINTED.find(([start]) => command.startsWith(start))?.[1] ?? [];
}

const YAML = 'kubectl get -o yaml';
/** Pods and events as a collector printed them. */
const PYTHON = 'objects of Python';
const PRINTED: readonly (readonly [string, readonly string[]])[] = [
  ['nslookup ', ['nslookup']],
  ['kubectl logs ', ['kubectl logs']],
  ['kubectl describe pod', ['kubectl describe pod', 'kubectl get pods', 'kubectl get events', YAML, PYTHON]],
  ['kubectl get events ', ['kubectl get events', 'kubectl describe pod']],
  ['kubectl get pods ', ['kubectl get pods', 'kubectl describe pod', YAML]],
  ['kubectl describe node', ['kubectl describe node', 'kubectl get nodes']],
  ['kubectl get configmap ', ['kubectl get configmap', YAML]],
  ['kubectl describe ', ['kubectl describe', YAML]],
  ['helm ', ['helm releases']],
  ['az k8s-extension ', ['az k8s-extension']],
];

/** Held causes without one of the captures of their bundle, where the verdict falls and the error is seen still. */
interface Fallen {
  readonly name: string;
  /** The commands that the report asks for now. */
  readonly commands: readonly string[];
  readonly taken: Taken;
  /** Whether the verdict is what it was once the capture is there again, in a file of its own. */
  readonly risen: boolean;
}

async function fallenIn(one: Case): Promise<readonly Fallen[]> {
  const whole = await reportOf(one);
  const held = confirmedIn(whole);
  const fallen: Fallen[] = [];
  for (const taken of takeEach(one, whole)) {
    if (Object.keys(taken.rest).length === 0) continue;
    const less = await reportOf({ ...one, files: taken.rest });
    for (const { finding, cause } of held) {
      const verdicts = verdictsOf(less, finding, cause);
      if (verdicts.length === 0 || verdicts.includes('confirmed')) continue;
      const back = await reportOf({ ...one, files: { ...taken.rest, 'given-back.txt': taken.text } });
      fallen.push({
        name: `${one.name}: ${finding.rule}#${cause.id} without ${taken.kind} of ${taken.path}`,
        // What another finding asks for settles those that rest on it too.
        commands: less.findings.flatMap(({ causes }) =>
          causes.flatMap(({ collect }) => collect.map(({ command }) => command)),
        ),
        taken,
        risen: verdictsOf(back, finding, cause).includes('confirmed'),
      });
    }
  }
  return fallen;
}

const verdictsOf = (report: Report, finding: Finding, { id }: JudgedCause): readonly JudgedCause['verdict'][] =>
  again(report, finding).flatMap(({ causes }) =>
    causes.filter((cause) => cause.id === id).map(({ verdict }) => verdict),
  );

describe('without a capture that a verdict rests on', () => {
  let fallen: readonly Fallen[];
  beforeAll(async () => {
    fallen = (await Promise.all(cases().map(fallenIn))).flat();
  }, 600_000);

  test('there is something to try', () => {
    expect(fallen.length).toBeGreaterThan(50);
  });

  test('it falls, and what is asked for brings the capture back', () => {
    // What an operation printed when it failed, no command prints again.
    const unnamed = fallen.filter(
      ({ commands, taken }) =>
        taken.kind !== 'operation error' && !commands.some((command) => printedBy(command).includes(taken.kind)),
    );
    expect(unnamed.map(({ name, commands }) => `${name}, asks for ${commands.join('; ')}`)).toEqual([]);
  });

  test('it rises again once the capture is given back', () => {
    expect(fallen.filter(({ risen }) => !risen).map(({ name }) => name)).toEqual([]);
  });
});
