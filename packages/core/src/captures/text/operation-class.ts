import type { OperationErrorFact } from '../../facts/fact.ts';

/** What an operation's error says went wrong. */
export type OperationClass = NonNullable<OperationErrorFact['class']>;

/** What is known of an error beside its words. */
export interface OperationAbout {
  /** The code of Azure Resource Manager. */
  readonly code?: string | undefined;
  /** Helm itself, or what runs it, says so. */
  readonly helm?: boolean | undefined;
}

/**
 * The class of the innermost sentence that is known; `text` must hold no advice. Errors wrap each other, the innermost
 * stands last. A time-out alone is Helm's only where nothing else is said, and no call over the network failed by it.
 */
export const operationClass = (text: string, about: OperationAbout = {}): OperationClass | undefined => {
  const original = text.indexOf(ORIGINAL);
  const told = original < 0 ? last(text) : first(text.slice(original + ORIGINAL.length));
  if (told !== undefined) return told;
  if (isDownload(text)) return 'chart-download';
  return mayBeHelm(text, about) && timedOut(text) ? 'not-ready' : byCode(about);
};

/** Removing what had been installed failed as well; that error stands behind the first. */
const ORIGINAL = 'original install error: ';

const last = (text: string): OperationClass | undefined => best(text, (at, other) => at > other);
const first = (text: string): OperationClass | undefined => best(text, (at, other) => other < 0 || at < other);

const best = (text: string, better: (at: number, other: number) => boolean): OperationClass | undefined => {
  let place = -1;
  let told: OperationClass | undefined;
  for (const [name, pattern] of ALL) {
    // Most are in no text, and to go through all matches copies the expression.
    if (text.search(pattern) < 0) continue;
    for (const { index } of text.matchAll(pattern)) {
      if (better(index, place)) [place, told] = [index, name];
    }
  }
  return told;
};

const sentence = (...patterns: readonly RegExp[]): RegExp =>
  new RegExp(patterns.map(({ source }) => source).join('|'), 'gi');

/** What Helm prints of one resource while it waits, too. */
const WAITING =
  /(?:(?:Deployment|DaemonSet|StatefulSet|ReplicaSet|ReplicationController|Pod|Job|PersistentVolumeClaim) is not (?:ready|bound|completed)|Service does not have (?:load balancer ingress|cluster) IP address): /gi;

/** What Helm and the extension service print; also the titles that the document gives their errors. */
const SENTENCES: readonly (readonly [OperationClass, RegExp])[] = [
  [
    'no-response',
    sentence(
      /unable to get (?:a )?response from the agent in time/,
      /impossibile ottenere una risposta dall['’]agente in tempo/,
    ),
  ],
  [
    'not-ready',
    sentence(
      /timed out waiting for the resource to come to a ready/,
      /timed out waiting for (?:the )?resource readiness/,
      /resource not ready, name: /,
      /resource \S{1,400} not ready\. status: /,
      /timeout in attesa che la risorsa arrivi a uno stato pronto/,
      /timeout in attesa dell['’]idoneità delle risorse/,
    ),
  ],
  [
    'job-failed',
    sentence(
      /\bjob (?:[^\s:]{1,253} )?failed: (?:BackoffLimitExceeded|DeadlineExceeded|PodFailurePolicy|FailedIndexes|MaxFailedIndexesExceeded)/,
      /\bjob is failed: \S/,
      /processo non riuscito: BackoffLimitExceeded/,
    ),
  ],
  [
    'chart-download',
    sentence(
      /unable to (?:download|pull) (?:the |\S{1,100} )?helm chart/,
      /failed in download the chart path/,
      /could not download chart\b/,
      /failed to download "[^"]{1,500}"/,
      /is not a valid chart repository or cannot be reached/,
      /failed to fetch https?:\S{1,1000} : /,
      /chart "[^"]{1,500}" (?:matching|version) \S{0,100} not found in /,
      /\S not found in \S{1,500} repository\b/,
      /no cached repo found\. \(try/,
      /impossibile scaricare il grafico Helm dall['’]URL del repository/,
    ),
  ],
  [
    'chart-rendering',
    sentence(
      /unable to render the helm chart/,
      /(?:execution|parse) error (?:at|in) \(/,
      /\btemplate: [^\s:]{1,300}:\d{1,7}:/,
      /:\d{1,7} executing "[^"]{1,300}" at </,
      /render error in "/,
      /rendering template failed: /,
      /YAML parse error on /,
      /values don't meet the specifications of the schema/,
      /unable to validate schema: /,
      /unable to build kubernetes objects from (?:release manifest|new release manifest): (?!.{0,600}(?:no matches for kind|is forbidden|failed to check CRD|could not get|unable to connect|dial tcp))/,
      /helm chart rendering failed with (?:the )?given values/,
      /il rendering del grafico Helm non è riuscito con i valori specificati/,
    ),
  ],
  [
    'resource-exists',
    sentence(
      /rendered manifests contain a resource that already exists/,
      /resource already exist(?:ing|s) in (?:your|the) cluster/,
      /exists and cannot be imported into the current release/,
      /existing resource conflict: /,
      /\b[a-z][a-z0-9-]{0,60}s(?:\.[a-z0-9.-]{1,200})? "(?!sh\.helm\.release\.)[^"]{1,253}" already exists/,
      /la risorsa esiste già nel cluster/,
    ),
  ],
  [
    'operation-in-progress',
    sentence(
      /another operation \(install\/upgrade\/rollback\) is in progress/,
      /earlier operation for the helm chart is still in progress/,
      /operation is already in progress for helm/,
      /l['’]operazione è già in corso per Helm/,
    ),
  ],
  [
    'release-name-taken',
    sentence(/cannot re-?use a name that is still in use/, /a release named \S{1,253} (?:is in use|already exists)/),
  ],
  ['no-deployed-release', sentence(/has no deployed releases/)],
  [
    'conflict',
    sentence(
      /conflicting operation/,
      /invalid status code: Conflict/,
      /the object has been modified; please apply/,
      /apply failed with \d{1,4} conflicts?:/,
      /another (?:[a-z]{1,30} )?operation (?:\([A-Za-z]{1,40}\) )?is (?:currently )?in progress/,
      /"sh\.helm\.release\.[^"]{1,253}" already exists/,
      /\brelease: already exists/,
    ),
  ],
  [
    'other',
    sentence(
      /\bpod (?:[^\s:]{1,253} )?failed\b(?! to )/,
      /\barcml-healthcheck\b/,
      /because it is being terminated/,
      /failed to resolve the extension version from the given values/,
    ),
  ],
];

const ALL = [...SENTENCES, ['not-ready', WAITING] as const];

/** Calls to a registry are a chart's where nothing is said of anything else. */
const DOWNLOADS =
  /failed to do request: (?:head|get) "?https:\/\/[^\s"]{1,300}\/v2\/|unexpected status(?: code)? from (?:head|get) request to \S{1,300}\/v2\/|failed to authorize: failed to fetch (?:anonymous|oauth) token|failed to perform "(?:FetchReference|Resolve)" on source|pulling from host \S{1,253} failed with status code/i;
const UNKNOWN_REFERENCE =
  /\b[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,8}(?::\d{2,5})?\/[^\s:"'[\]]{1,300}:[\w.+-]{1,128}: not found/i;

const isDownload = (text: string): boolean =>
  DOWNLOADS.test(text) || (text.includes(': not found') && UNKNOWN_REFERENCE.test(text));

const mayBeHelm = (text: string, { code = '', helm }: OperationAbout): boolean =>
  helm === true || code.startsWith('Extension') || OF_HELM.test(text);

const OF_HELM = /\bhelm\b|\brelease\b|\b(?:install|upgrade|pre-|post-)|\bInnerError\b|\berr \[/i;

const timedOut = (text: string): boolean => {
  const found = TIMED_OUT.exec(text);
  return found !== null && !OTHER_WAIT.test(text.slice(Math.max(0, found.index - 600), found.index + 120));
};

/** Documentation misspells it. */
const TIMED_OUT =
  /\btimed? out waiting for the condition\b(?! on )|(?<!desc = )\bcontext deadline exceeded\b(?! \(Client)/i;

/** Waits of a kubelet for volumes, and of a client for an answer. */
const OTHER_WAIT =
  /\b(?:Unm|M)ountVolume|\bAttachVolume|\bunable to (?:attach|mount)\b|\bunmounted volumes=|\bfailed to sync \S{1,60} cache|\bcaches? to sync\b|\bhttps?:\/\/|\bdial tcp\b|\bClient\.Timeout\b/i;

const byCode = ({ code }: OperationAbout): OperationClass | undefined =>
  code !== undefined && CONFLICTS.test(code) ? 'conflict' : undefined;

/** Codes of Azure Resource Manager for two operations at once. */
const CONFLICTS =
  /^(?:Conflict|UpdateFailed|OperationNotAllowed|AnotherOperationInProgress|ConflictingOperation\w{0,40})$/i;

/** Whether a text says anything of a known class, by its own words alone. */
export const saysOperationError = (text: string): boolean => operationClass(text) !== undefined;

/** A text without any of these holds no such sentence: they are looked for first, for that is cheap. */
export const MAY_TELL_OPERATION: RegExp =
  /agent|azk8s|unable|imposs|operation|fail|time|deadline|job is|ready|chart|fetch|repo|error|template|executing|schema|build|exist|esist|progress|in use|releases|risors|processo|grafico|operazione/i;

/** Any sentence by which a text that no program printed may tell of a failed operation. */
export const OPERATION_SENTENCE: RegExp = new RegExp(
  [
    ...SENTENCES.filter(([name]) => name !== 'other' && name !== 'conflict').map(([, { source }]) => source),
    'extension operation failed with the following error',
    String.raw`\[AZK8S\d{4}\] [A-Z]\w{2,79}: `,
    String.raw`\b(?:INSTALLATION|UPGRADE|ROLLBACK) FAILED: \S`,
    String.raw`\bHelm (?:installation|install|upgrade) failed ?: `,
    String.raw`\brelease \S{1,60} failed, and has been (?:uninstalled|rolled back)`,
    String.raw`^\W{0,4}(?:timed? out waiting for the condition|context deadline exceeded)\W{0,4}$`,
    String.raw`\bhelm\b.{0,120}(?:timed? out waiting for the condition|context deadline exceeded)`,
  ].join('|'),
  'i',
);
