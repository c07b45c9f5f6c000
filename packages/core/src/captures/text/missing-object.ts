import type { MissingObject } from '../../facts/fact.ts';
import { known } from '../../facts/known.ts';
import { messageText } from './message-text.ts';

/**
 * Reads which secret, config map or key a pod refers to in vain: in a variable (`Error: ...`) or in a volume.
 *
 *     Error: secret "db-password" not found
 *     Error: couldn't find key password in Secret shop/db
 *     MountVolume.SetUp failed for volume "settings" : configmap "web-settings" not found
 *     MountVolume.SetUp failed for volume "tls" : references non-existent secret key: tls.crt
 */
export function readMissingObject(message: string): MissingObject | undefined {
  const text = messageText(message);
  const key = KEY.exec(text)?.groups;
  if (key) return known<MissingObject>({ type: `${typeOf(key['type'])}-key`, key: key['key'], name: key['name'] });
  const projected = PROJECTED_KEY.exec(text)?.groups;
  if (projected) return { type: `${typeOf(projected['type'])}-key`, key: projected['key'] ?? '' };
  const object = OBJECT.exec(text)?.groups;
  return object ? { type: typeOf(object['type']), name: object['name'] ?? '' } : undefined;
}

const KEY =
  /couldn't find key (?<key>[\w.-]{1,253}) in (?<type>Secret|ConfigMap) (?:[a-z0-9.-]{1,63}\/)?(?<name>[a-z0-9.-]{1,253})/i;
const PROJECTED_KEY = /references non-existent (?<type>secret|config) key: (?<key>[\w.-]{1,253})/i;
const OBJECT =
  /(?:^Error: |MountVolume\.SetUp failed for volume "[^"]{1,253}" : )\[?(?<type>secret|configmap)s? "(?<name>[^"\s]{1,253})" not found/i;

const typeOf = (word: string | undefined): 'secret' | 'config-map' =>
  /^secret$/i.test(word ?? '') ? 'secret' : 'config-map';
