// Kubernetes quantities: numbers with decimal or binary suffixes
// (https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/). Knows nothing of what is counted.

const PARTS: Readonly<Record<string, number>> = { n: 1e9, u: 1e6, m: 1e3 };
const DECIMAL = { '': 1, k: 1e3, K: 1e3, M: 1e6, G: 1e9, T: 1e12, P: 1e15, E: 1e18 };
const BINARY = { Ki: 2 ** 10, Mi: 2 ** 20, Gi: 2 ** 30, Ti: 2 ** 40, Pi: 2 ** 50, Ei: 2 ** 60 };
const MULTIPLES: Readonly<Record<string, number>> = { ...DECIMAL, ...BINARY };

/** The number, not negative, or undefined if the text is no quantity. */
export function parseQuantity(value: string | number): number | undefined {
  if (typeof value === 'number') return value >= 0 && Number.isFinite(value) ? value : undefined;
  const [, number, exponent, suffix = ''] =
    /^\+?(\d+\.?\d*|\.\d+)(?:[eE]([+-]?\d+)|([A-Za-z]*))$/.exec(value) ?? [];
  if (number === undefined) return undefined;
  if (exponent !== undefined) return finite(Number(`${number}e${exponent}`));
  // Dividing keeps 100m at exactly 0.1.
  if (Object.hasOwn(PARTS, suffix)) return Number(number) / (PARTS[suffix] ?? 1);
  const scale = Object.hasOwn(MULTIPLES, suffix) ? MULTIPLES[suffix] : undefined;
  return scale === undefined ? undefined : finite(Number(number) * scale);
}

/** `50%` as 0.5; undefined for what is no share. */
export function shareOf(value: string | number): number | undefined {
  const [, percent] = /^(\d+(?:\.\d+)?)%$/.exec(String(value)) ?? [];
  return percent === undefined ? undefined : Number(percent) / 100;
}

/** The quantity that a wrong text probably means: `8GB` → `8G`, `1ki` → `1Ki`. */
export function likelyQuantity(value: string): string | undefined {
  const [, number, unit = ''] = /^([\d.]+)\s*([A-Za-z]+)$/.exec(value.trim()) ?? [];
  if (number === undefined) return undefined;
  const short = unit.toLowerCase().replace(/b$/, '');
  const suffix = Object.keys(MULTIPLES).find(
    (name) => name !== '' && name !== 'K' && name.toLowerCase() === short,
  );
  return suffix === undefined ? undefined : `${number}${suffix}`;
}

function finite(value: number): number | undefined {
  return Number.isFinite(value) ? value : undefined;
}
