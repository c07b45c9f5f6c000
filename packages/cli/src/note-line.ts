import type { Note } from '@referto/core';
import { breakCommands, showControls } from '@referto/core/reporters';

/** A note as a line for standard error. */
export function noteLine({ code, path, line, message }: Note): string {
  const place = path === undefined ? '' : ` ${path}${line === undefined ? '' : `:${line}`}`;
  return `${breakCommands(showControls(`${code}${place}: ${message}`))}\n`;
}
