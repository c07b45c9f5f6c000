import { expect, test } from 'vitest';
import { webAddress } from './web-address.ts';

test.each([
  ['https://learn.example/a/b?c=d#e', 'https://learn.example/a/b?c=d#e'],
  ['https://x.example/a|b"c^d[e]`', 'https://x.example/a%7Cb%22c%5Ed%5Be%5D%60'],
  ['https://x.example/100%', 'https://x.example/100%25'],
  ['https://x.example/%20#a#b', 'https://x.example/%20#a%23b'],
  ['https://x.example/\u001b\ud800è', 'https://x.example/%1B%EF%BF%BD%C3%A8'],
  ['javascript:alert(1)', undefined],
  ['http://x.example/', undefined],
  ['https://', undefined],
])('%j', (url, address) => expect(webAddress(url)).toBe(address));
