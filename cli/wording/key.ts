// Keys as they are printed where an empty word would be overlooked. Knows no repository.

/** The unit key as a dot, which no key can be; commands read it back. */
export function unitWord(key: string): string {
  return key === '' ? '.' : key;
}
