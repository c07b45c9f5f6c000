/** The folder that all paths of a bundle begin with, with its `/`; empty where they share none. */
export function commonRoot(paths: Iterable<string>): string {
  let root: string | undefined;
  for (const path of paths) {
    if (root !== undefined && path.startsWith(root)) continue;
    const folder = path.slice(0, path.indexOf('/') + 1);
    if (folder === '' || folder.endsWith('!/') || root !== undefined) return '';
    root = folder;
  }
  return root ?? '';
}
