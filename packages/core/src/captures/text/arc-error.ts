/**
 * How the commands that connect a cluster to Azure Arc begin an error or a warning: a code that stays, a name, a text; the
 * diagnoser's file has one on each line. In front stands what the command line prints of its level and its logger.
 *
 *     [AZK8S0301] DnsNxDomain: DNS resolution failed because the domain does not exist (NXDOMAIN). ...
 *     ERROR: [AZK8S0202] KubernetesConnectivityFailed: Unable to connect to the Kubernetes cluster. ...
 *
 * Source: `_errors.py` of connectedk8s in Azure/azure-cli-extensions.
 */
export const ARC_ERROR: RegExp =
  /^(?:(?:ERROR|WARNING): {0,3})?(?:cli\.[\w.]{1,80} ?: {0,3})?\[(AZK8S\d{4})\] (?=[A-Z]\w{2,79}: )/;

/** The code in such a text, wherever it stands. */
export const arcCodeIn = (text: string): string | undefined => /\[(AZK8S\d{4})\] [A-Z]\w{2,79}: /.exec(text)?.[1];

/** Whether a code is one of theirs. */
export const isArcCode = (code: string | undefined): boolean => code !== undefined && /^AZK8S\d{4}$/.test(code);
