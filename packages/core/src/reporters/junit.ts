import type { Evidence, Finding, JudgedCause } from '../findings/finding.ts';
import type { Report } from '../report/report.ts';
import { breakCommands, mapStrings, showControls } from './harmless.ts';
import { element, textElement, XML_HEAD } from './xml.ts';

/**
 * A report as JUnit XML: one test case for each rule, which fails where the rule has an active finding of severity
 * `error`, and is skipped where the rule could not be judged. Follows the form that the Ant task for JUnit writes.
 */
export function junitReporter(report: Report): string {
  const { bundle, coverage, findings } = mapStrings(report, showControls);
  const cases = [
    ...coverage.judged.map((rule) => judgedCase(rule, findings)),
    ...coverage.notJudged.map(({ rule, needs }) => skippedCase(rule, needs)),
  ];
  const counts = {
    tests: String(cases.length),
    failures: String(coverage.judged.filter((rule) => findings.some((one) => one.rule === rule && fails(one))).length),
    errors: '0',
    skipped: String(coverage.notJudged.length),
  };
  const suite = element('testsuite', { name: bundle.name, ...counts }, [
    ...cases,
    ...lossesOf(mapStrings(report, showControls)),
  ]);
  return breakCommands(`${XML_HEAD}${element('testsuites', { name: 'referto', ...counts }, [suite])}\n`);
}

/** What is over or known, and what is no error, is told in the output of a case that passes. */
const fails = ({ status, severity, suppressed }: Finding): boolean =>
  status === 'active' && severity === 'error' && !suppressed;

const namesOf = (rule: string): { classname: string; name: string } => ({
  classname: rule.split('/').slice(0, -1).join('.'),
  name: rule.split('/').at(-1) ?? rule,
});

function judgedCase(rule: string, findings: readonly Finding[]): string {
  const own = findings.filter((finding) => finding.rule === rule);
  const failing = own.filter(fails);
  const others = own.filter((finding) => !fails(finding));
  return element('testcase', namesOf(rule), [
    ...(failing.length === 0
      ? []
      : [textElement('failure', { type: 'error', message: messageOf(failing) }, failing.map(detailOf).join('\n\n'))]),
    ...(others.length === 0 ? [] : [textElement('system-out', {}, others.map(detailOf).join('\n\n'))]),
  ]);
}

const skippedCase = (rule: string, needs: readonly string[]): string =>
  element('testcase', namesOf(rule), [
    element('skipped', { message: needs.length === 0 ? 'not judged' : `not judged; needs ${needs.join(', ')}` }, []),
  ]);

const messageOf = (findings: readonly Finding[]): string =>
  findings.length === 1 ? findings[0]!.title : `${findings[0]!.title} (and ${findings.length - 1} more)`;

function detailOf({ title, severity, status, suppressed, objects, evidence, causes }: Finding): string {
  const names = objects.map(({ kind, namespace, name }) => [kind, namespace, name].filter(Boolean).join(' '));
  return [
    `${status === 'resolved' ? 'resolved' : severity}${suppressed ? ', suppressed' : ''}: ${title}`,
    ...(names.length === 0 ? [] : [`of ${names.join(', ')}`]),
    ...evidence.map(quoteOf),
    ...causes.flatMap(causeLines),
  ].join('\n');
}

const causeLines = ({ id, title, verdict, resolved, evidence }: JudgedCause): readonly string[] => [
  `${verdict}${resolved ? ' (resolved)' : ''} ${id}: ${title}`,
  ...(verdict === 'confirmed' || verdict === 'likely' ? evidence.map(quoteOf) : []),
];

const quoteOf = ({ path, line, text }: Evidence): string => `  ${path}:${line}: ${text}`;

/** What was not read stands with the suite: it belongs to no rule. */
const lossesOf = ({ notes }: Report): readonly string[] =>
  notes.length === 0
    ? []
    : [
        textElement(
          'system-err',
          {},
          notes
            .map(({ code, path, line, message }) =>
              [code, path === undefined ? '' : line === undefined ? path : `${path}:${line}`, message]
                .filter(Boolean)
                .join(' '),
            )
            .join('\n'),
        ),
      ];
