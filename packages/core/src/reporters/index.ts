export { textReporter, type TextOptions } from './text.ts';
export { compareTextReporter } from './compare-text.ts';
export { explainTextReporter } from './explain-text.ts';
export { jsonDocument, jsonLine, jsonReporter } from './json.ts';
export type { Role, Style } from './style.ts';
export type { Locale } from './words.ts';
export { breakCommands, showControls } from './harmless.ts';
export { wrap } from './wrap.ts';
