/** A file that is published with the program; whoever asks stands one folder below its root, in source and in bundle. */
export const ownFile = (path: string): URL => new URL(`../${path}`, import.meta.url);
