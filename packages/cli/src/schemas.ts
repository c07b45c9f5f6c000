/** The documents that have a published JSON Schema. */
export const SCHEMAS = ['configuration', 'fact', 'report', 'rule', 'rule-test', 'rule-texts'] as const;
