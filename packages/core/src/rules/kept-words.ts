import type { RulePack } from './rule.ts';
import type { DerivedTexts } from './wanted-texts.ts';

/** What must stay for verdicts to stay, in lower case. */
export interface KeptWords {
  /** A name that is one of these stays. */
  readonly names: ReadonlySet<string>;
  /** These stay within names too: a rule asks for names that begin with them. */
  readonly parts: ReadonlySet<string>;
}

/** Words and names that conditions of rules ask for, fields are derived from, or captures are read by. */
export function keptWords(packs: readonly RulePack[], derived: DerivedTexts): KeptWords {
  const kept = { names: new Set(CAPTURE_WORDS), parts: new Set<string>() };
  addWords(derived, kept);
  for (const { rules } of packs) {
    for (const { id: _id, title: _title, remarks: _remarks, references: _references, causes, ...asked } of rules) {
      addWords(asked, kept);
      for (const { id: _, title: __, solutions: ___, ...conditions } of causes) addWords(conditions, kept);
    }
  }
  return kept;
}

interface Keeping {
  readonly names: Set<string>;
  readonly parts: Set<string>;
}

function addWords(value: unknown, kept: Keeping): void {
  if (typeof value === 'string') addText(value.toLowerCase(), kept);
  else if (typeof value === 'object' && value !== null) for (const field of Object.values(value)) addWords(field, kept);
}

function addText(text: string, { names, parts }: Keeping): void {
  for (const [run] of text.matchAll(/[a-z0-9]+(?:[-._]+[a-z0-9]+)*/g)) {
    names.add(run);
    for (const word of run.split(/[-._]+/)) names.add(word);
  }
  const [, beginning = ''] = /^([a-z0-9-]{2,63})\*/.exec(text) ?? [];
  for (const word of beginning.split('-')) if (word !== '') parts.add(word);
}

/** Of headings, keys, commands and names of files. */
const CAPTURE_WORDS = (
  'age restarts last seen type reason object message count first roles version internal external os kernel runtime wide ' +
  'nominated readiness gates taints tolerations conditions capacity allocatable addresses created start time priority class ' +
  'annotations finalizers exit code started finished limits requests environment mounts port ports protocol path claim claims ' +
  'storage access modes status reported controlled by qos selectors limit range desired current available up date updated ' +
  'revision chart namespace manifest notes values history previous logs current describe events top yaml previous stdout stderr ' +
  'lookup address answer authoritative found search nameserver dns timeout timed refused denied forbidden unauthorized ' +
  'connection reset closed certificate expired unknown x509 tls tcp udp http https back off pull pulling pulled scheduled ' +
  'unschedulable created killing killed mounted attach attached evicted preempted insufficient memory cpu disk pressure pid ' +
  'kubectl helm az apply install upgrade rollback delete create patch template render hook test post pre run exec'
).split(' ');
