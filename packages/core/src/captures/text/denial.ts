import type { Denial } from '../../facts/fact.ts';
import { known } from '../../facts/known.ts';
import { messageText } from './message-text.ts';

/**
 * Reads who refused to let an object be created. A webhook that cannot be reached refuses nothing by itself, and a warning
 * lets the object through: neither is a denial.
 *
 *     admission webhook "validation.gatekeeper.sh" denied the request: [azurepolicy-k8sazurev2noprivilege-1f] Privileged ...
 *     pods "web-0" is forbidden: exceeded quota: compute, requested: cpu=1, used: cpu=4, limited: cpu=4
 *     pods "web-0" is forbidden: violates PodSecurity "restricted:latest": allowPrivilegeEscalation != false (container ...
 */
export function readDenial(message: string): Denial | undefined {
  const text = messageText(message).replace(/\s+/g, ' ');
  if (WARNING.test(text)) return undefined;
  for (const [by, pattern] of DENIALS) {
    const found = pattern.exec(text);
    if (!found) continue;
    const { name, rule, missing, resource } = found.groups ?? {};
    return known<Denial>({ by, name, rule: rule ?? ruleIn(by, text), resource: resource ?? missing?.trim() });
  }
  return undefined;
}

const WARNING = /^\s?(?:Warning: |W\d{4} )/;

const DENIALS: readonly (readonly [Denial['by'], RegExp])[] = [
  ['webhook', /admission webhook "(?<name>[^"]{1,300})" denied the request/i],
  [
    'policy',
    /ValidatingAdmissionPolicy '(?<name>[^']{1,300})'(?: with binding '(?<rule>[^']{1,300})')? denied request/i,
  ],
  ['quota', /exceeded quota: (?<name>[^\s,]{1,253}), requested: (?<resource>[^\s=,]{1,253})=/i],
  ['quota', /failed quota: (?<name>[^\s,:]{1,253}): must specify (?<missing>[^\s,;]{1,253})/i],
  ['quota', /exceeded quota: (?<name>[^\s,]{1,253})/i],
  ['pod-security', /\bviolates PodSecurity "(?<name>[^"]{1,100})"/i],
  ['pod-security', /unable to validate against any (?:pod security policy|security context constraint)/i],
  [
    'limit-range',
    /(?:minimum|maximum) (?<resource>\S{1,100}) (?:usage per|limit to request ratio per) (?:Container|Pod)/i,
  ],
];

/** The constraint that Gatekeeper names in brackets, `[NAME]` or `[denied by NAME]`. */
function ruleIn(by: Denial['by'], text: string): string | undefined {
  return by === 'webhook' ? CONSTRAINT.exec(text)?.[1] : undefined;
}

const CONSTRAINT = /denied the request: \[(?:denied by )?([a-z0-9][a-z0-9.-]{0,252})\]/;

/**
 * The admission webhook that a text says could not be called: it refuses nothing, but nothing is created without it.
 *
 *     Internal error occurred: failed calling webhook "validation.gatekeeper.sh": failed to call webhook: Post "https://...": context deadline exceeded
 */
export const failedWebhookIn = (message: string): string | undefined => FAILED_WEBHOOK.exec(messageText(message))?.[1];

const FAILED_WEBHOOK = /failed calling (?:admission )?webhook "([^"]{1,300})"/i;
