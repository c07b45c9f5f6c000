import type { OperationErrorFact } from '../../facts/fact.ts';
import { known } from '../../facts/known.ts';
import { isArcCode } from './arc-error.ts';
import { readChart } from './chart-reference.ts';
import { readConflicts } from './conflicting-objects.ts';
import { failedWebhookIn, readDenial } from './denial.ts';
import type { OperationAbout } from './operation-class.ts';
import { operationClass } from './operation-class.ts';
import { readOperationEnvelope } from './operation-envelope.ts';
import { readTemplate } from './template-position.ts';
import { readTransport } from './transport.ts';
import { readWait } from './wait-details.ts';

/** All that an error's message says by its own words. */
export type OperationMessage = Omit<
  OperationErrorFact,
  'kind' | 'origin' | 'also' | 'quoted' | 'source' | 'code' | 'message' | 'extension' | 'time'
>;

/**
 * Takes apart what Azure's extension service or Helm says of an operation that failed. The class is told by the innermost
 * sentence that is known; advice decides nothing.
 */
export const readOperationMessage = (message: string, about: OperationAbout = {}): OperationMessage => {
  const { said, ...envelope } = readOperationEnvelope(message);
  const inner = envelope.innerError ?? said;
  const told = isArcCode(about.code) ? 'connected-cluster' : (operationClass(said, about) ?? 'other');
  const conflicts = readConflicts(said);
  const owned = conflicts.find(({ wantedRelease }) => wantedRelease !== undefined);
  return known<OperationMessage>({
    class: told,
    ...readWait(said),
    ...readTransportOnly(inner),
    ...(told === 'chart-rendering' ? readTemplate(inner) : {}),
    ...(told === 'chart-download' ? readChart(said) : {}),
    conflicts: conflicts.length === 0 ? undefined : conflicts,
    denial: readDenial(said),
    failedWebhook: failedWebhookIn(said),
    ...envelope,
    release: envelope.release ?? owned?.wantedRelease,
    namespace: envelope.namespace ?? owned?.wantedNamespace,
  });
};

const readTransportOnly = (text: string): Pick<OperationErrorFact, 'transport' | 'httpStatus'> => {
  const { transport, httpStatus } = readTransport(text);
  return known<Pick<OperationErrorFact, 'transport' | 'httpStatus'>>({ transport, httpStatus });
};
