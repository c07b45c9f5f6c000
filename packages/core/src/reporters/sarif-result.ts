import type { Evidence, Finding, FoundObject, JudgedCause, Suppression } from '../findings/finding.ts';
import { solutionText } from './sarif-rules.ts';
import { sarifText, sarifUri } from './sarif-text.ts';

/** How many places a result names; the first are the most telling. */
const PLACES = 20;

/** A finding as a result: active ones fail at the level of their severity, one that is over passes. */
export const resultOf = (finding: Finding, ruleIndex: number): object => ({
  ruleId: finding.rule,
  ruleIndex,
  ...(finding.status === 'resolved'
    ? { kind: 'pass', level: 'none' }
    : { kind: 'fail', level: finding.severity === 'info' ? 'note' : finding.severity }),
  ...(finding.suppressed && { suppressions: [suppressionOf(finding.suppressed)] }),
  message: { text: messageOf(finding) },
  locations: locationsOf(finding),
  relatedLocations: relatedOf(finding.causes),
  partialFingerprints: { 'refertoFinding/v1': finding.id },
  properties: {
    seen: finding.seen,
    objects: finding.objects,
    causes: finding.causes.map(({ id, verdict, resolved }) => ({ id, verdict, resolved })),
    collect: finding.causes.flatMap(({ collect }) => collect.map(({ command }) => command)),
    solutions: finding.causes
      .filter(isShown)
      .flatMap(({ solutions }) => solutions.map((solution) => solutionText(solution))),
  },
});

/** Who says that it is known. Tools that read SARIF count no result that has one. */
const suppressionOf = ({ by, path, line, reason, expires }: Suppression): object => ({
  kind: 'external',
  status: 'accepted',
  justification: sarifText(
    [
      reason ?? by,
      `(${path}${line === undefined ? '' : `:${line}`}${expires === undefined ? '' : `, until ${expires}`})`,
    ].join(' '),
  ),
});

/** The error, what it is about, and each cause that the bundle speaks for. */
function messageOf({ title, objects, causes }: Finding): string {
  const about = objects.length === 0 ? [] : [`Of ${objects.map(nameOf).join(', ')}.`];
  const shown = causes.filter(isShown).map(({ id, title: why, verdict }) => `${verdict}: ${id}, ${why}.`);
  return sarifText([`${title}.`, ...about, ...shown].join(' '));
}

const nameOf = ({ kind, namespace, name }: FoundObject): string =>
  [kind, namespace === undefined ? name : `${namespace}/${name}`].join(' ');

const isShown = ({ verdict }: JudgedCause): boolean => verdict === 'confirmed' || verdict === 'likely';

/** Where the error shows itself; of one that is not in the bundle, where its causes do. */
function locationsOf({ evidence, causes }: Finding): readonly object[] {
  const own = evidence.length > 0 ? evidence : causes.filter(isShown).flatMap((cause) => cause.evidence);
  return own.slice(0, PLACES).map((quote) => ({ physicalLocation: placeOf(quote) }));
}

const relatedOf = (causes: readonly JudgedCause[]): readonly object[] =>
  causes
    .flatMap((cause) => [
      ...cause.evidence.map((quote) => ({ quote, says: `speaks for ${cause.id}` })),
      ...cause.counterEvidence.map((quote) => ({ quote, says: `speaks against ${cause.id}` })),
    ])
    .slice(0, PLACES)
    .map(({ quote, says }, id) => ({ id, message: { text: sarifText(says) }, physicalLocation: placeOf(quote) }));

const placeOf = ({ path, line, endLine, text }: Evidence): object => ({
  artifactLocation: { uri: sarifUri(path), uriBaseId: 'BUNDLE' },
  region: { startLine: line, endLine, snippet: { text } },
});
