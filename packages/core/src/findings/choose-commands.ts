import { MOST_COMMANDS, wantedBy, type Collecting, type OpenQuestions } from './collect-next.ts';
import type { Collect } from './finding.ts';

/** A cause that is not settled, with the questions that would settle it, for each of its instances. */
export interface OpenCause {
  readonly title: string;
  /** Something speaks for it already. */
  readonly likely: boolean;
  readonly open: readonly OpenQuestions[];
}

/**
 * What to collect for each cause of each finding: the fewest commands that serve most causes, at most three for a finding.
 * Of commands that serve as many, the one that other findings want as well. It stands with the first cause it serves.
 */
export function chooseCommands(
  findings: readonly (readonly OpenCause[])[],
  collecting: Collecting,
): readonly (readonly (readonly Collect[])[])[] {
  const wanted = findings.map((causes) => causes.flatMap((cause, index) => wantsOf(cause, index, collecting)));
  const popularity = countKeys(wanted);
  return findings.map((causes, at) => {
    const choice = choose(inRounds(wanted[at]!), popularity);
    return causes.map((_, index) => choice.flatMap((chosen) => collectFor(index, chosen, { causes, collecting })));
  });
}

/** What one cause asks for: a command of any of the keys. */
interface Want {
  readonly cause: number;
  readonly likely: boolean;
  readonly commands: ReadonlyMap<string, Set<string>>;
}

/** Questions with the same keys are one: a finding can be of thousands of pods. */
function wantsOf({ likely, open }: OpenCause, cause: number, collecting: Collecting): readonly Want[] {
  const wants = new Map<string, Want>();
  for (const commands of wantedBy(open, collecting)) {
    const keys = commands.map(collecting.key);
    const id = JSON.stringify(keys);
    const want = wants.get(id) ?? { cause, likely, commands: new Map(keys.map((key) => [key, new Set<string>()])) };
    wants.set(id, want);
    keys.forEach((key, at) => want.commands.get(key)!.add(commands[at]!));
  }
  return [...wants.values()];
}

/** In how many findings something is wanted. */
function countKeys(wanted: readonly (readonly Want[])[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const wants of wanted) {
    const keys = new Set(wants.flatMap(({ commands }) => [...commands.keys()]));
    for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

/** The first want of every cause before the second of any. */
function inRounds(wants: readonly Want[]): readonly Want[] {
  const seen = new Map<number, number>();
  const placed = wants.map((want) => {
    const round = seen.get(want.cause) ?? 0;
    seen.set(want.cause, round + 1);
    return { want, round };
  });
  return placed.toSorted((a, b) => a.round - b.round).map(({ want }) => want);
}

interface Chosen {
  readonly key: string;
  readonly wants: readonly Want[];
}

/** Takes what serves most of what is left, again and again. */
function choose(wants: readonly Want[], popularity: ReadonlyMap<string, number>): readonly Chosen[] {
  const chosen: Chosen[] = [];
  let left = wants;
  const served = new Set<number>();
  while (left.length > 0 && chosen.length < MOST_COMMANDS) {
    const key = bestOf(left, { served, popularity });
    const now = left.filter(({ commands }) => commands.has(key));
    chosen.push({ key, wants: now });
    for (const { cause } of now) served.add(cause);
    left = left.filter((want) => !now.includes(want));
  }
  return chosen;
}

interface Standing {
  readonly served: ReadonlySet<number>;
  readonly popularity: ReadonlyMap<string, number>;
}

/** The key that serves most causes that nothing serves yet, then most wants; of equals the first. */
function bestOf(left: readonly Want[], { served, popularity }: Standing): string {
  const keys = [...new Set(left.flatMap(({ commands }) => [...commands.keys()]))];
  const weighed = keys.map((key) => {
    const serving = left.filter(({ commands }) => commands.has(key));
    const fresh = new Map(serving.filter(({ cause }) => !served.has(cause)).map((want) => [want.cause, want.likely]));
    const weight = [...fresh.values()].reduce((sum, likely) => sum + (likely ? 2 : 1), 0);
    return { key, weight: [weight, serving.length, popularity.get(key)!] };
  });
  return weighed.reduce((best, one) => (isMore(one.weight, best.weight) ? one : best)).key;
}

function isMore(a: readonly number[], b: readonly number[]): boolean {
  const at = a.findIndex((value, index) => value !== b[index]);
  return at >= 0 && a[at]! > b[at]!;
}

function collectFor(
  index: number,
  { key, wants }: Chosen,
  { causes, collecting }: { readonly causes: readonly OpenCause[]; readonly collecting: Collecting },
): readonly Collect[] {
  const served = [...new Set(wants.map(({ cause }) => cause))].toSorted((a, b) => a - b);
  if (served[0] !== index) return [];
  const command = collecting.join([...new Set(wants.flatMap(({ commands }) => [...commands.get(key)!]))]);
  return [{ command, why: [...new Set(served.map((cause) => causes[cause]!.title))].join('; ') }];
}
