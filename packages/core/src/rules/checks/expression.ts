import { stepsOf } from '../linear-engine.ts';

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
  if (plain.includes(BACK_REFERENCE))
    return `must not refer back to a group: ${READ_ONCE}; name both parts, such as (?<a>…) and (?<b>…)`;
  if (/\(\?(?:[=!]|<[=!])/.test(plain))
    return `must not look ahead or behind: ${READ_ONCE}; match what stands there too, and name the part you need, (?<name>…)`;
  if (repeatsRepeats(plain)) return 'must not repeat a group that holds a repetition or alternatives';
  return linearComplaint(source);
}

function linearComplaint(source: string): string | undefined {
  try {
    const steps = stepsOf(source);
    return steps > MAX_STEPS
      ? `repeats too much: ${steps} steps for each character, and ${MAX_STEPS} at most`
      : undefined;
  } catch (error) {
    return `is unknown to the linear-time engine: ${error instanceof Error ? error.message : String(error)}`;
  }
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
const MAX_STEPS = 2_000;
const READ_ONCE = 'a text is read once';
