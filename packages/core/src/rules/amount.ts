/** How a field's number is written: `2m` is two minutes of a duration, but two thousandths of a quantity. */
export type Unit = 'duration' | 'quantity';

/** The unit of a field, by its name. */
export const unitOf = (field: string): Unit => (/(?:seconds|^age|^over|seen)$/i.test(field) ? 'duration' : 'quantity');

/** `1h30m` in seconds, `500m` or `2Gi` as a plain number; undefined where the text is neither. */
export function parseAmount(value: number | string, unit: Unit): number | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  const text = value.trim();
  if (text.length > MAX_LENGTH) return undefined;
  if (PLAIN.test(text)) return Number(text);
  return unit === 'duration' ? parseDuration(text) : parseQuantity(text);
}

const MAX_LENGTH = 64;
const PLAIN = /^[+-]?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

const SECONDS: Readonly<Record<string, number>> = { y: 31_536_000, d: 86_400, h: 3600, m: 60, s: 1, ms: 0.001 };

function parseDuration(text: string): number | undefined {
  if (!/^(?:\d+(?:\.\d+)?(?:ms|[ydhms]))+$/.test(text)) return undefined;
  return [...text.matchAll(/(\d+(?:\.\d+)?)(ms|[ydhms])/g)].reduce(
    (sum, [, number, unit]) => sum + Number(number) * SECONDS[unit as string]!,
    0,
  );
}

const FACTORS: Readonly<Record<string, number>> = {
  n: 1e-9,
  u: 1e-6,
  m: 1e-3,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  P: 1e15,
  E: 1e18,
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
  Pi: 2 ** 50,
  Ei: 2 ** 60,
};

function parseQuantity(text: string): number | undefined {
  const found = /^([+-]?\d+(?:\.\d+)?)\s?([a-zA-Z]{1,2})$/.exec(text);
  const factor = found && Object.hasOwn(FACTORS, found[2]!) ? FACTORS[found[2]!] : undefined;
  return found && factor !== undefined ? Number(found[1]) * factor : undefined;
}
