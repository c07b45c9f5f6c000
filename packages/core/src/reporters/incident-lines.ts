import { findingBody, findingHeading } from './finding-lines.ts';
import { followerBody } from './follower-lines.ts';
import type { Incident } from './incidents.ts';
import type { Page } from './page.ts';
import type { Quoted } from './quote-lines.ts';

/** One incident: the finding that explains the rest in full, and under it what only follows from it. */
export function incidentLines(incident: Incident, page: Page): readonly string[] {
  const { finding, followers } = incident;
  const quoted: Quoted = new Set();
  return [
    findingHeading(finding, page),
    ...(followers.length > 0
      ? [`  ${page.words.explains}`, ...followers.flatMap((one) => outline(one, page, '  '))]
      : []),
    ...findingBody(finding, page, quoted),
    ...followers.flatMap((one) => followerLines(one, page, { quoted, indent: '  ' })),
    ...separated(referenceLines(incident, page), finding.remarks.length > 0 && followers.length === 0),
  ];
}

/** What follows, at a glance. */
const outline = ({ finding, followers }: Incident, page: Page, indent: string): readonly string[] => [
  `${indent}└ ${findingHeading(finding, page)}`,
  ...followers.flatMap((one) => outline(one, page, `${indent}  `)),
];

interface Under {
  readonly quoted: Quoted;
  readonly indent: string;
}

function followerLines({ finding, followers }: Incident, page: Page, { quoted, indent }: Under): readonly string[] {
  const narrower = { ...page, width: page.width - indent.length };
  const body = followerBody(finding, narrower, quoted);
  return [
    '',
    `${indent}└ ${findingHeading(finding, page)}`,
    ...body.map((line) => (line === '' ? '' : `${indent}${line}`)),
    ...followers.flatMap((one) => followerLines(one, page, { quoted, indent: `${indent}  ` })),
  ];
}

/** Each page once. */
const referenceLines = (incident: Incident, { words }: Page): readonly string[] =>
  [...new Set(referencesIn(incident))].map((url) => `  ${words.reference}  ${url}`);

/** Remarks and pages of one finding stand together. */
const separated = (lines: readonly string[], belongs: boolean): readonly string[] =>
  lines.length === 0 || belongs ? lines : ['', ...lines];

const referencesIn = ({ finding, followers }: Incident): readonly string[] => [
  ...finding.references,
  ...followers.flatMap(referencesIn),
];
