import { followersIn, type Incident } from './incidents.ts';
import { markdownDetails } from './markdown-details.ts';
import { findingHeading, markdownSummary, type MarkdownPage } from './markdown-summary.ts';
import { code } from './markdown-text.ts';

/** One incident: what explains the rest in short, what follows from it by name, and the details of each folded. */
export function markdownIncident(incident: Incident, page: MarkdownPage): readonly string[] {
  const { finding } = incident;
  const followers = followersIn(incident);
  return [
    `### ${findingHeading(finding, page)}`,
    '',
    ...(followers.length === 0 ? [] : [`${page.words.explains}:`, '', ...outline(incident, page, ''), '']),
    ...markdownSummary(finding, page),
    ...markdownDetails(finding, page.ticket.details, page),
    ...followers.flatMap((one) => markdownDetails(one, one.rule, page)),
  ];
}

const outline = ({ followers }: Incident, page: MarkdownPage, indent: string): readonly string[] =>
  followers.flatMap((one) => [
    `${indent}- ${findingHeading(one.finding, page)} ${code(one.finding.rule)}`,
    ...outline(one, page, `${indent}  `),
  ]);
