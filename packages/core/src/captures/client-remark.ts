import type { Command } from './capture.ts';

/**
 * What kubectl says beside the output of a command, above it or below it, and the command as far as that tells it better.
 * Undefined for output. Of a log only what no program says of itself is a remark.
 *
 *     Defaulted container "manager" out of: manager, fluent-bit
 *     W0501 10:00:01.123456    2731 warnings.go:70] v1 ComponentStatus is deprecated in v1.19+
 *     E0501 10:00:01.123456    2731 memcache.go:287] couldn't get resource list for metrics.k8s.io/v1beta1: ...
 *     command terminated with exit code 1
 */
export function readRemark(text: string, command: Command): Command | undefined {
  if (command.program !== 'kubectl' || !MAY_BE.test(text)) return undefined;
  const container = DEFAULTED.exec(text)?.[1];
  if (container !== undefined) return { container, ...command };
  const isRemark = ALWAYS.test(text) || (command.verb !== 'logs' && (WARNING.test(text) || LOGGED.test(text)));
  return isRemark ? command : undefined;
}

const MAY_BE =
  /^(?:Default|command started|Unable to use|If you don't see|Flag --|command |[Ww]arning: |WARN\[|[IWE]\d{4} )/;

/** Up to 1.20 it was `Defaulting container name to manager.` */
const DEFAULTED = /^(?:Defaulted container "|Defaulting container name to )([a-z0-9-]{1,63})(?:" out of: |\.$)/;

const ALWAYS =
  /^(?:command started at \d{4}-\d\d-\d\d |Unable to use a TTY - |If you don't see a command prompt, try pressing enter|Flag --[\w-]{1,60} has been deprecated|command terminated with (?:non-zero )?exit code)/;
const WARNING = /^(?:[Ww]arning: \S|WARN\[\d{1,9}\])/;

/** What its own libraries log; that no group of the API can be listed is a failure. */
const LOGGED =
  /^[IWE]\d{4} \d\d:\d\d:\d\d\.\d{1,9}\s{1,9}\d{1,10} (?:warnings|memcache|request|cached_discovery|discovery|round_trippers|loader|versioner|exec|gcp|azure|websocket|fallback|v[23]|metrics_\w{1,20})\.go:\d{1,6}\] (?!couldn't get current server API group list)/;
