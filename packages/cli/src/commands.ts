/** The commands there are, for who misspells one. */
export const COMMANDS: readonly string[] = [
  'analyze',
  'facts',
  'explain',
  'collect',
  'compare',
  'redact',
  'rules',
  'schema',
  'page',
  'completion',
  'help',
];
