// Durations as people write them: `10m`, `1h30m`, `500ms`, or a number of seconds. Knows nothing of what lasts.

const UNITS: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/** Milliseconds, at least 1, or undefined if the text is no duration. The schema says what is one. */
export function parseDuration(value: string | number): number | undefined {
  if (typeof value === 'number')
    return value > 0 && Number.isFinite(value) ? Math.max(1, Math.round(value * 1000)) : undefined;
  if (!/^(?:\d+(?:\.\d+)?(?:ms|s|m|h|d))+$/.test(value)) return undefined;
  let total = 0;
  for (const [, amount, unit] of value.matchAll(/([\d.]+)([a-z]+)/g))
    total += Number(amount) * (UNITS[unit ?? ''] ?? 0);
  return total > 0 && Number.isFinite(total) ? Math.max(1, Math.round(total)) : undefined;
}

/** The duration that a wrong text probably means: `10 minutes` → `10m`. */
export function likelyDuration(value: string): string | undefined {
  const [, number, unit = ''] = /^([\d.]+)\s*([a-z]+)$/i.exec(value.trim()) ?? [];
  const units = { milliseconds: 'ms', seconds: 's', minutes: 'm', hours: 'h', days: 'd' };
  const known = Object.entries(units).find(([word]) =>
    word.startsWith(unit.toLowerCase().replace(/s?$/, '')),
  );
  return number === undefined || unit.length < 2 || known === undefined ? undefined : `${number}${known[1]}`;
}

/** `100/min`, `5/10s`: how many in how many milliseconds. */
export function parseRate(value: string): { readonly count: number; readonly windowMs: number } | undefined {
  const [, count, window = ''] = /^(\d+)\/(.+)$/.exec(value) ?? [];
  const words: Readonly<Record<string, string>> = {
    sec: '1s',
    s: '1s',
    min: '1m',
    m: '1m',
    h: '1h',
    d: '1d',
  };
  const windowMs = parseDuration(words[window] ?? window);
  return count === undefined || windowMs === undefined ? undefined : { count: Number(count), windowMs };
}
