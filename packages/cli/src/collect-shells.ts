/** The shells that `collect` writes scripts for. */
export const COLLECT_SHELLS = ['bash', 'powershell'] as const;
