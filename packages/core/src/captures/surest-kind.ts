import type { Line } from '../bundle/line.ts';
import type { CaptureKind, Command, PathHint, Recognition } from './capture.ts';

/** A kind and how sure it is. */
export interface Recognized {
  readonly kind: CaptureKind;
  readonly sure: Recognition;
}

/** The kind that is surest that a capture of it begins at the first line; of equals the first. */
export function surest(
  kinds: readonly CaptureKind[],
  lines: readonly Line[],
  about: { readonly command?: Command; readonly fromPath: PathHint },
): Recognized | undefined {
  let best: Recognized | undefined;
  for (const kind of kinds) {
    const sure = kind.recognize(lines, about);
    if (sure > (best?.sure ?? 0)) best = { kind, sure };
    if (sure === 3) break;
  }
  return best;
}
