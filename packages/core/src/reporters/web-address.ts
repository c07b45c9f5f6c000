/** The address of a page as a URI: what may not stand in one is percent-encoded. Undefined where it is no page of the web. */
export const webAddress = (url: string): string | undefined => {
  const [, rest] = /^https:\/\/(.+)$/s.exec(url) ?? [];
  return rest === undefined
    ? undefined
    : `https://${rest
        .replace(/\p{Surrogate}/gu, '\uFFFD')
        .replace(/%(?![0-9a-f]{2})/gi, '%25')
        .replace(/[^\w\-.~:/?#@!$&'()*+,;=%]/gu, encodeURIComponent)
        .replace(/(?<=#.*)#/gs, '%23')}`;
};
