import type { NotReady, OperationErrorFact } from '../../facts/fact.ts';
import { known } from '../../facts/known.ts';

/** What an error says of a wait: the hook it was in, what was not ready, which job failed. */
export type WaitDetails = Pick<OperationErrorFact, 'hook' | 'job' | 'jobReason' | 'notReady'>;

/** Reads what Helm says of waiting for resources and of jobs, from a text with single blanks. */
export const readWait = (text: string): WaitDetails => {
  const { job, jobReason } = jobIn(text);
  const notReady = notReadyIn(text);
  return known<WaitDetails>({
    hook: hookIn(text),
    job,
    jobReason,
    notReady: notReady.length === 0 ? undefined : notReady,
  });
};

const HOOKS = '(?:pre|post)-(?:install|upgrade|delete|rollback)';
const HOOK = new RegExp(
  `\\bfailed (${HOOKS})\\b|\\b(${HOOKS}) hooks? failed\\b|\\bhook (${HOOKS}|test) \\S{1,400} failed`,
  'i',
);

const hookIn = (text: string): string | undefined =>
  HOOK.exec(text)
    ?.slice(1)
    .find((hook) => hook !== undefined)
    ?.toLowerCase();

const JOB = /\b[Jj]ob (?:([^\s:]{1,253}) )?failed: ([A-Z][A-Za-z]{2,60})/;
const FAILED_JOB = /\bjob is failed: (?:[a-z0-9-]{1,63}\/)?([a-z0-9][a-z0-9.-]{0,252})/i;

const jobIn = (text: string): { job?: string | undefined; jobReason?: string | undefined } => {
  const [, job, jobReason] = JOB.exec(text) ?? [];
  return { job: job ?? FAILED_JOB.exec(text)?.[1], jobReason };
};

const NAME = '([a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?)';

/** The kind may be glued to the sentence in front of it. */
const READINESS = new RegExp(
  `([A-Z][A-Za-z]{2,40}) ((?:is not (?:ready|bound|completed))|does not have (?:load balancer ingress|cluster) IP address): ([a-z0-9-]{0,63})/${NAME}(?:\\. (\\d{1,6} out of \\d{1,6} expected pods (?:are|have been) [a-z]{1,20}))?`,
  'g',
);
const LAST = new RegExp(`\\blast resource not ready was (?:([a-z0-9-]{1,63})/)?${NAME}`, 'gi');
const NAMED = /\bresource not ready, name: ([^\s,]{1,253}), kind: ([^\s,]{1,100}), status: (\w{1,60})/gi;
const STATUS =
  /\bresource ([^\s/]{1,100})\/([^\s/]{0,63})\/(\S{1,253}) not ready\. status: (\w{1,60})(?:, message: )?/gi;

const MAX_RESOURCES = 100;

const notReadyIn = (text: string): readonly NotReady[] => {
  const all = [
    ...[...text.matchAll(READINESS)].map(([, kind, state, namespace, name, pods]) =>
      notReady({ kind, namespace, name, message: pods ?? state }),
    ),
    ...[...text.matchAll(LAST)].map(([, namespace, name]) => notReady({ namespace, name })),
    ...[...text.matchAll(NAMED)].map(([, name, kind, status]) => notReady({ kind, name, status })),
    ...statuses(text),
  ];
  const once = new Map(all.slice(0, MAX_RESOURCES).map((one) => [JSON.stringify(one), one]));
  return [...once.values()];
};

function* statuses(text: string): Generator<NotReady, void, undefined> {
  const found = [...text.matchAll(STATUS)];
  for (const [i, match] of found.entries()) {
    const [whole, kind, namespace, name, status] = match;
    const rest = text.slice(match.index + whole.length, found[i + 1]?.index).slice(0, MAX_RESOURCE_MESSAGE);
    const message = rest.replace(/ ?context deadline exceeded[^]*$/, '').trim();
    yield notReady({ kind, namespace, name, status, message: message === '' ? undefined : message });
  }
}

const MAX_RESOURCE_MESSAGE = 500;

const notReady = (fields: { readonly [K in keyof NotReady]: NotReady[K] | undefined }): NotReady =>
  known<NotReady>({ ...fields, namespace: fields.namespace === '' ? undefined : fields.namespace });
