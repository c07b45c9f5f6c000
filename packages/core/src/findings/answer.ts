/** What the facts say to a condition. */
export type Answer = 'supported' | 'contradicted' | 'unknown';

/** Why the answer is unknown: there is no capture of it, only a part of one, or a capture that does not show it. */
export type Want = 'not-captured' | 'cut' | 'not-found';

/** The answer of a group: `all` is as weak as its weakest member, `any` as strong as its strongest. */
export function combine(type: 'all' | 'any', answers: readonly Answer[]): Answer {
  const [decisive, neutral] = DECIDED_BY[type];
  if (answers.includes(decisive)) return decisive;
  if (type === 'any' && answers.length === 0) return 'unknown';
  return answers.every((answer) => answer === neutral) ? neutral : 'unknown';
}

/** The answer that settles a group alone, and the one that all members must give for it to be the group's. */
const DECIDED_BY = {
  all: ['contradicted', 'supported'],
  any: ['supported', 'contradicted'],
} as const;
