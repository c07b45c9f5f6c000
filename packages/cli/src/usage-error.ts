/** A command line that cannot be followed, or a file it names that cannot be used; exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
