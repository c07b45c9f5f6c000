/** Says why an expression may take long, as the end of a sentence; undefined where it does not. */
export type Slowness = (source: string) => Promise<string | undefined>;

/** The checker of `recheck`, where it is installed. */
export async function expressionSpeed(): Promise<Slowness | undefined> {
  // Its other backends start programs of their own.
  process.env['RECHECK_BACKEND'] ??= 'pure';
  const recheck = await import('recheck').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND') return undefined;
    throw error;
  });
  if (!recheck) return undefined;
  return async (source) => {
    const found = await recheck.check(source, 's', { timeout: TIMEOUT });
    // Unknown is what a busy machine did not get done in time; it is no proof of a slow text.
    if (found.status !== 'vulnerable') return undefined;
    return `is slow (${found.complexity.summary}) on a text such as ${found.attack.pattern}`;
  };
}

const TIMEOUT = 10_000;
