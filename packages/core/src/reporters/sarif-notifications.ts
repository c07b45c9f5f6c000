import type { Note } from '../bundle/note.ts';
import type { Report } from '../report/report.ts';
import { sarifText, sarifUri } from './sarif-text.ts';

/** How many notifications of a kind a log holds. */
const NOTIFICATIONS = 1000;

/** What the analysis met: notes on what was read, and the rules that could not be judged. */
export const notificationsOf = ({ notes, coverage }: Report, leftOut: number): object => ({
  toolExecutionNotifications: [
    ...(leftOut === 0 ? [] : [{ level: 'warning', message: { text: `${leftOut} more findings are left out.` } }]),
    ...notes.slice(0, NOTIFICATIONS).map(noteOf),
  ],
  toolConfigurationNotifications: coverage.notJudged.slice(0, NOTIFICATIONS).map(({ rule, needs }) => ({
    level: 'note',
    message: { text: sarifText(`${rule} could not be judged; it needs ${needs.join(', ')}.`) },
    associatedRule: { id: rule },
  })),
});

const noteOf = ({ code, path, line, message }: Note): object => ({
  level: 'warning',
  descriptor: { id: code },
  message: { text: sarifText(message) },
  ...(path === undefined
    ? {}
    : {
        locations: [
          {
            physicalLocation: {
              artifactLocation: { uri: sarifUri(path), uriBaseId: 'BUNDLE' },
              ...(line === undefined ? {} : { region: { startLine: line } }),
            },
          },
        ],
      }),
});
