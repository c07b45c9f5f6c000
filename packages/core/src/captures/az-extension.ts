import type { Line } from '../bundle/line.ts';
import type { CaptureContext, CaptureKind, Complete, Reading } from './capture.ts';
import { operationError, operationReading } from './operation-error.ts';
import { readArmErrors } from './text/arm-error.ts';
import { indentOf } from './text/describe-layout.ts';
import { extensionDocuments } from './text/extension-document.ts';
import { extensionReading } from './text/extension-record.ts';
import { readDashedTable } from './text/dashed-table.ts';

/**
 * `az k8s-extension show` and `az k8s-extension list` as JSON (which is what the command prints unless told otherwise), as
 * YAML or as a table. The errors that a document holds are read too.
 *
 *     {
 *       "autoUpgradeMinorVersion": true,
 *       "extensionType": "microsoft.flux",
 *       "name": "flux",
 *       "provisioningState": "Succeeded",
 *
 *     Name    ExtensionType    Version    ProvisioningState    LastModifiedAt
 *     ------  ---------------  ---------  -------------------  --------------------------------
 *     flux    microsoft.flux   1.8.1      Succeeded            2026-02-07T06:04:43.672123+00:00
 *
 * Source: `_format.py` of k8s-extension in Azure/azure-cli-extensions.
 */
export const azExtension: CaptureKind = {
  name: 'az k8s-extension',
  recognize: (lines, { command }) => {
    const first = lines[0]?.text ?? '';
    if (isTableHead(first)) return 3;
    const asked = command !== undefined && ASKS.test(command.text);
    if (/^\s{0,8}[[{]/.test(first)) return holds(lines, OF_JSON) ? 3 : asked ? 2 : 0;
    return YAML_HEAD.test(first) && holds(lines, OF_YAML) ? 3 : 0;
  },
  continues: (line, { lines }) => {
    const first = lines[0]?.text ?? '';
    if (isTableHead(first)) return line.text.trim() !== '';
    if (/^\s{0,8}[[{]/.test(first)) return !isClosed(lines);
    return line.text.trim() === '' || YAML_LINE.test(line.text);
  },
  parse,
  ends: (lines): Complete =>
    /^\s{0,8}[[{]/.test(lines[0]?.text ?? '') && !isClosed(lines.filter(({ text }) => text.trim() !== ''))
      ? 'no'
      : 'yes',
};

const holds = (lines: readonly Line[], pattern: RegExp): boolean =>
  lines.some(({ text }) => pattern.test(text.slice(0, MAX_HEAD)));

const MAX_HEAD = 4000;
const ASKS = /\bk8s-extension\s+(?:show|list|create|update)\b/;

/** Keys that only an extension has; the service sorts them, so that they stand in front. */
const OF_JSON = /"(?:aksAssignedIdentity|autoUpgradeMinorVersion|configurationProtectedSettings)"\s{0,3}:/;
const OF_YAML = /^(?:- |\s{2})?(?:aksAssignedIdentity|autoUpgradeMinorVersion|configurationProtectedSettings):(?:\s|$)/;
const YAML_HEAD = /^(?:- )?[a-z][A-Za-z]{2,60}:(?:\s|$)/;
const YAML_LINE = /^(?:\s|- |[a-z][A-Za-z]{1,60}:(?:\s|$))/;

const isTableHead = (text: string): boolean => /^Name\s{2,}ExtensionType\s{2,}.{0,200}\bProvisioningState\b/.test(text);

/** Whether the document that the lines began with ends in the last of them. */
function isClosed(lines: readonly Line[]): boolean {
  const first = lines[0]?.text ?? '';
  const last = lines.at(-1)?.text ?? '';
  if (lines.length === 1) return /[\]}]\s*$/.test(first);
  return /^\s*[\]}]\s*$/.test(last) && indentOf(last) === indentOf(first);
}

function* parse(lines: Iterable<Line>, context: CaptureContext): Generator<Reading, void, undefined> {
  const all = [...lines];
  if (isTableHead(all[0]?.text ?? '')) return yield* tableReadings(all, context);
  const documents = extensionDocuments(all);
  for (const { value, lines: own } of documents) {
    const reading = extensionReading(value, own, context.path);
    if (reading) yield reading;
    yield* errorReadings(value, own, context);
  }
  if (documents.length === 0) yield* operationError.parse(all, context);
}

/** The errors in a document; what YAML says is put into JSON to be read, and stands where its first words do. */
function* errorReadings(
  value: unknown,
  lines: readonly Line[],
  context: CaptureContext,
): Generator<Reading, void, undefined> {
  if (/^\s{0,8}[[{]/.test(lines[0]?.text ?? '')) return yield* operationError.parse(lines, context);
  for (const error of readArmErrors(JSON.stringify(value))) {
    const line = lines.find(({ text }) => text.includes(error.message.slice(0, 40))) ?? lines[0]!;
    yield operationReading([{ ...error, source: 'arm', first: line, last: line }], context);
  }
}

function* tableReadings(lines: readonly Line[], context: CaptureContext): Generator<Reading, void, undefined> {
  for (const { cells, line } of readDashedTable(lines)) {
    const value = {
      name: cells.get('Name'),
      extensionType: cells.get('ExtensionType'),
      version: cells.get('Version'),
      provisioningState: cells.get('ProvisioningState'),
      systemData: { lastModifiedAt: cells.get('LastModifiedAt') },
    };
    const reading = extensionReading(value, [line], context.path);
    if (reading) yield reading;
    else context.unreadLines++;
  }
}
