/** Why a source cannot be opened at all. */
export type BundleErrorCode = 'not-found' | 'unreadable' | 'empty-input';

/** A source that cannot be opened; everything that goes wrong later is a note, never an error. */
export class BundleError extends Error {
  readonly code: BundleErrorCode;

  constructor(code: BundleErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'BundleError';
    this.code = code;
  }
}
