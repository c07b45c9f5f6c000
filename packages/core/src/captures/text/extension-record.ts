import type { Line } from '../../bundle/line.ts';
import type { ExtensionFact, ExtensionStatus } from '../../facts/fact.ts';
import { known } from '../../facts/known.ts';
import type { Reading } from '../capture.ts';
import { isoLogTime } from './log-time.ts';
import { originOf } from './origin.ts';

/** The fact that an extension's resource tells, of values as the service names them; undefined where it is none. */
export function extensionReading(value: unknown, lines: readonly Line[], path: string): Reading | undefined {
  const all = recordOf(value);
  const record = isRecord(all['extension']) ? all['extension'] : all;
  const properties = { ...record, ...recordOf(record['properties']) };
  const extension = textOf(properties, 'extensionType')?.toLowerCase();
  const state = textOf(properties, 'provisioningState');
  const [first] = lines;
  if (extension === undefined || state === undefined || first === undefined) return undefined;
  const error = recordOf(properties['errorInfo']);
  const changed = textOf(recordOf(properties['systemData']), 'lastModifiedAt');
  const fact = known<ExtensionFact>({
    kind: 'extension',
    origin: originOf(path, first, lines.at(-1)),
    name: textOf(properties, 'name'),
    extension,
    state,
    version: textOf(properties, 'currentVersion') ?? textOf(properties, 'version'),
    releaseTrain: textOf(properties, 'releaseTrain'),
    autoUpgrade: flagOf(properties['autoUpgradeMinorVersion']),
    ...placeOf(properties),
    cluster: clusterIn(textOf(properties, 'id')),
    errorCode: textOf(error, 'code'),
    errorMessage: textOf(error, 'message'),
    statuses: statusesOf(properties['statuses']),
    time: changed === undefined ? undefined : isoLogTime(changed),
  });
  const told = lines.find(({ text }) => STATE.test(text)) ?? first;
  return { fact, quotes: { '': told } };
}

const STATE = /^\s*(?:- )?"?provisioningState"?\s{0,3}:/;

type Fields = Readonly<Record<string, unknown>>;

const isRecord = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const recordOf = (value: unknown): Fields => (isRecord(value) ? value : {});

/** YAML writes what is missing as `null`, which is a text to a reader that knows no types. */
const textOf = (fields: Fields, name: string): string | undefined => {
  const value = Object.hasOwn(fields, name) ? fields[name] : undefined;
  return typeof value === 'string' && !/^(?:null|~)?$/.test(value.trim()) ? value.trim() : undefined;
};

const flagOf = (value: unknown): boolean | undefined =>
  /^(?:true|false)$/i.test(String(value)) ? /^true$/i.test(String(value)) : undefined;

function placeOf(fields: Fields): Pick<ExtensionFact, 'scope' | 'namespace'> {
  const scope = recordOf(fields['scope']);
  const ofCluster = textOf(recordOf(scope['cluster']), 'releaseNamespace');
  const ofNamespace = textOf(recordOf(scope['namespace']), 'targetNamespace');
  return known<Pick<ExtensionFact, 'scope' | 'namespace'>>({
    scope: ofCluster !== undefined ? 'cluster' : ofNamespace === undefined ? undefined : 'namespace',
    namespace: ofCluster ?? ofNamespace,
  });
}

const clusterIn = (id: string | undefined): string | undefined =>
  /\/(?:connectedClusters|managedClusters|provisionedClusters)\/([^/]{1,128})\//i.exec(id ?? '')?.[1];

function statusesOf(value: unknown): readonly ExtensionStatus[] | undefined {
  if (!Array.isArray(value) || value.length === 0) return undefined;
  return value.slice(0, MAX_STATUSES).map((one: unknown) => {
    const fields = recordOf(one);
    const time = textOf(fields, 'time');
    return known<ExtensionStatus>({
      code: textOf(fields, 'code'),
      displayStatus: textOf(fields, 'displayStatus'),
      level: textOf(fields, 'level'),
      message: textOf(fields, 'message'),
      time: time === undefined ? undefined : isoLogTime(time),
    });
  });
}

const MAX_STATUSES = 100;
