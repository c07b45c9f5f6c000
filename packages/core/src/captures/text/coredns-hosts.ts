import type { HostsEntry } from '../../facts/fact.ts';

/**
 * The entries of `hosts` blocks in CoreDNS configuration, on lines of their own or all on one line.
 *
 *     hosts {
 *       20.39.12.229 eastus.dp.kubernetesconfiguration.azure.com
 *       fallthrough
 *     }
 */
export function readHosts(text: string, key: string): readonly HostsEntry[] {
  const entries: HostsEntry[] = [];
  let place: 'outside' | 'head' | 'block' = 'outside';
  let address: string | undefined;
  for (const word of wordsOf(text)) {
    if (word === '\n' || OPTIONS.has(word)) address = undefined;
    if (word === '}') place = 'outside';
    else if (place === 'outside' && word === 'hosts') place = 'head';
    else if (place === 'head') place = word === '{' ? 'block' : word === '\n' ? 'outside' : 'head';
    else if (place === 'block' && ADDRESS.test(word)) address = word;
    else if (place === 'block' && address !== undefined && HOST.test(word))
      entries.push({ address, name: word.toLowerCase().replace(/\.$/, ''), key });
  }
  return entries;
}

const ADDRESS = /^(?:\d{1,3}(?:\.\d{1,3}){3}|[0-9a-fA-F]{0,4}(?::[0-9a-fA-F]{0,4}){2,7})$/;
const HOST = /^(?=.*[A-Za-z<[{])[\w.<>{}[\]-]{1,253}$/;
const OPTIONS = new Set(['fallthrough', 'ttl', 'no_reverse', 'reload']);

/** Words, braces and line ends; comments are left out. */
function* wordsOf(text: string): Generator<string> {
  for (const line of text.split('\n')) {
    const comment = line.search(/(?:^|\s)#/);
    for (const [word] of (comment < 0 ? line : line.slice(0, comment)).matchAll(/[{}](?=\s|$)|\S+/g)) yield word;
    yield '\n';
  }
}
