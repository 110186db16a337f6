// The one order of keys and paths: by UTF-8 bytes. Knows nothing of keys.

/**
 * Compares two strings by their UTF-8 bytes without encoding them. UTF-16 order differs from it only where a
 * surrogate (U+10000 and above) meets U+E000..U+FFFF, so only those code units are moved.
 */
export function compareBytes(a: string, b: string): number {
  if (a === b) return 0;
  const length = Math.min(a.length, b.length);
  for (let index = 0; index < length; index++) {
    const left = a.charCodeAt(index);
    const right = b.charCodeAt(index);
    if (left !== right) return rank(left) - rank(right);
  }
  return a.length - b.length;
}

function rank(unit: number): number {
  if (unit >= 0xe000) return unit - 0x800;
  if (unit >= 0xd800) return unit + 0x2000;
  return unit;
}
