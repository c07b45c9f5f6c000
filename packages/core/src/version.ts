/** Version of this package, as reports name it. */
export const VERSION = '0.1.0';
