/** Why a regular expression cannot be used in a rule, as the end of a sentence; undefined if it can. */
export function expressionComplaint(source: string): string | undefined {
  if (source.length > MAX_LENGTH) return `must have at most ${MAX_LENGTH} characters`;
  try {
    RegExp(source);
  } catch (error) {
    return `is no regular expression: ${error instanceof Error ? error.message : String(error)}`;
  }
  // Escapes and classes hide characters that mean something elsewhere.
  const plain = source.replace(/\\[^]|\[(?:\\[^]|[^\]\\])*\]/g, (found) =>
    /^\\[1-9k]/.test(found) ? BACK_REFERENCE : 'x',
  );
  if (plain.includes(BACK_REFERENCE)) return 'must not refer back to a group';
  if (/\(\?(?:[=!]|<[=!])/.test(plain)) return 'must not look ahead or behind';
  return repeatsRepeats(plain) ? 'must not repeat a group that holds a repetition or alternatives' : undefined;
}

/** Whether a group that is repeated holds what can match one text in many ways. */
function repeatsRepeats(plain: string): boolean {
  const open: boolean[] = [];
  let holds = false;
  for (let index = 0; index < plain.length; index++) {
    const character = plain[index]!;
    const repeated = isUnbounded(plain.slice(index + 1, index + 12));
    if (character === '(') {
      open.push(holds);
      holds = false;
    } else if (character === ')') {
      if (holds && repeated) return true;
      const before = open.pop() ?? false;
      holds = holds || repeated || before;
    } else {
      holds = holds || repeated || character === '|';
    }
  }
  return false;
}

const isUnbounded = (after: string): boolean => /^(?:[*+]|\{\d{1,9},\})/.test(after);

const BACK_REFERENCE = '\0';
const MAX_LENGTH = 500;
