import type { CollectionPlan, PlannedCapture } from './plan-collection.ts';
import { plainText } from './plain-text.ts';
import { quoted } from './shell-text.ts';

/**
 * How the manifest of a collection begins, up to the time that the script adds. It is written line by line, one for each
 * capture, so that what was taken before a script was stopped can be read:
 *
 *     {"referto-collect":1,"shell":"bash","bundle":"ticket.tgz","startedAt":"2026-11-25T10:00:00Z","captures":[
 *     {"command":"kubectl get pods -A -o wide","file":"captures/001-kubectl-get-pods.txt","exitCode":0,"startedAt":"...","endedAt":"..."}
 *     ],"endedAt":"2026-11-25T10:00:04Z"}
 */
export const manifestHead = ({ bundle }: CollectionPlan, shell: 'bash' | 'powershell'): string =>
  `{"referto-collect":1,"shell":"${shell}","bundle":${JSON.stringify(plainText(bundle))},`;

/** A command as people type it: words in single quotes where a shell would act on them. */
export const shownCommand = (words: readonly string[]): string => words.map(quoted).join(' ');

/** Comments that say what a capture would settle; those of bash and PowerShell begin alike. */
export const purposeOf = ({ file, why }: PlannedCapture): string =>
  [`# ${file}`, ...why.map((text) => `#   ${plainText(text)}`)].join('\n');
