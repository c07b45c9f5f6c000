import { analyze } from '@referto/core';
import { anonymizingOf } from './anonymizing.ts';
import type { BundleJob, BundleOutcome } from './bundle-pool.ts';
import { rulePacks } from './rule-packs.ts';
import { collectBehind, tuneEngine } from './tune-engine.ts';

tuneEngine();

// A process of the pool: analyzes one bundle after the other, as its parent names them.
process.on('message', (job: BundleJob) => {
  void analyzeBundle(job).then((outcome) => process.send?.(outcome));
});
process.on('disconnect', () => process.exit(0));

async function analyzeBundle({ source, rules, anonymizing = {}, options }: BundleJob): Promise<BundleOutcome> {
  try {
    const by = await anonymizingOf(anonymizing);
    return {
      report: await analyze(source, { ...options, ...by, rules: await rulePacks(rules), onStep: collectBehind }),
    };
  } catch (error) {
    const { name, message } = error instanceof Error ? error : new Error(String(error));
    return {
      failure: { name, message, ...(error instanceof Error && 'code' in error && { code: String(error.code) }) },
    };
  }
}
