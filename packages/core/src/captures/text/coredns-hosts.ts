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
  let place: Place = 'outside';
  let address: string | undefined;
  for (const word of wordsOf(text)) {
    if (place !== 'block') place = nextPlace(place, word);
    else if (word === '}') place = 'outside';
    else if (word === '\n' || OPTIONS.has(word)) address = undefined;
    else if (ADDRESS.test(word)) address = word;
    else if (address !== undefined && HOST.test(word)) entries.push({ address, name: hostName(word), key });
  }
  return entries;
}

type Place = 'outside' | 'head' | 'block';

/** Between `hosts` and its brace a file and zones may stand. */
function nextPlace(place: Place, word: string): Place {
  if (place === 'outside') return word === 'hosts' ? 'head' : 'outside';
  if (word === '{') return 'block';
  return word === '\n' ? 'outside' : 'head';
}

const hostName = (word: string): string => word.toLowerCase().replace(/\.$/, '');

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
