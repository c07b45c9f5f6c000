import type { RulePack } from '@referto/core';

/** The rules of this package, with their words in every language; plain data that runs in browsers. */
export declare const rules: RulePack;

/** The folder of their YAML files, for who wants to read or copy them. */
export declare const rulesDirectory: URL;
