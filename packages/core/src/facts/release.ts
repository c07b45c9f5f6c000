/** What names the Helm release that something was installed by. */
export interface ReleaseClues {
  readonly labels?: Readonly<Record<string, string>> | undefined;
  readonly annotations?: Readonly<Record<string, string>> | undefined;
}

/** The Helm release that an object's annotations or labels name; the label is one that charts agree on, not Helm. */
export const releaseOf = ({ labels, annotations }: ReleaseClues): string | undefined =>
  valueOf(annotations, 'meta.helm.sh/release-name') ??
  valueOf(labels, 'app.kubernetes.io/instance') ??
  (valueOf(labels, 'heritage') === 'Helm' ? valueOf(labels, 'release') : undefined);

const valueOf = (map: Readonly<Record<string, string>> | undefined, key: string): string | undefined =>
  map !== undefined && Object.hasOwn(map, key) && map[key] !== '' ? map[key] : undefined;
