import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { convert } from 'ast-v8-to-istanbul';
import { parseAstAsync } from 'rolldown/parseAst';

/** Branches of some files that a program went through. */
export interface BranchCoverage {
  readonly total: number;
  readonly covered: number;
  /** `file:line` of the others. */
  readonly missed: readonly string[];
}

interface ScriptCoverage {
  readonly url: string;
}

/** Branches of compiled files (by the end of their names) that a process run with `NODE_V8_COVERAGE` went through. */
export async function readBranchCoverage(folder: string, files: readonly string[]): Promise<BranchCoverage> {
  const scripts = readdirSync(folder).flatMap(
    (name) => (JSON.parse(readFileSync(join(folder, name), 'utf8')) as { result: ScriptCoverage[] }).result,
  );
  const found = await Promise.all(
    files.map((file) => branchesOf(scripts.find(({ url }) => url.endsWith(`/${file}.js`)) ?? { url: '' }, file)),
  );
  const branches = found.flat();
  return {
    total: branches.length,
    covered: branches.filter(({ count }) => count > 0).length,
    missed: branches.filter(({ count }) => count === 0).map(({ place }) => place),
  };
}

async function branchesOf(
  coverage: ScriptCoverage,
  file: string,
): Promise<readonly { place: string; count: number }[]> {
  const code = readFileSync(new URL(coverage.url), 'utf8');
  const sourceMap = JSON.parse(readFileSync(new URL(`${coverage.url}.map`), 'utf8')) as never;
  const converted = await convert({
    code,
    sourceMap,
    coverage: coverage as never,
    ast: parseAstAsync(code) as never,
    wrapperLength: 0,
  });
  return Object.values(converted).flatMap(({ b, branchMap }) =>
    Object.entries(b).flatMap(([id, counts]) =>
      counts.map((count, at) => ({
        place: `${file}.ts:${branchMap[id]?.locations[at]?.start.line ?? branchMap[id]?.loc.start.line}`,
        count,
      })),
    ),
  );
}
