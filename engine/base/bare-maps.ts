// Which maps in a value have no prototype, as those read from YAML, so that a copy made by JSON can have none there either.
// Knows nothing of what the value is.

/** Where the outermost of them are, as the names that lead there. */
export function bareMapsIn(value: unknown): readonly (readonly string[])[] {
  const found: (readonly string[])[] = [];
  const visit = (part: unknown, path: readonly string[]): void => {
    if (typeof part !== 'object' || part === null) return;
    if (Object.getPrototypeOf(part) === null) return void found.push(path);
    for (const [name, child] of Object.entries(part))
      if (typeof child === 'object' && child !== null) visit(child, [...path, name]);
  };
  visit(value, []);
  return found;
}

/** Takes the prototype from the maps at these places and from all maps in them. */
export function makeBare(value: unknown, places: readonly (readonly string[])[]): void {
  for (const place of places)
    strip(place.reduce((at: unknown, name) => (at as Readonly<Record<string, unknown>>)[name], value));
}

function strip(part: unknown): void {
  if (typeof part !== 'object' || part === null) return;
  if (!Array.isArray(part)) Object.setPrototypeOf(part, null);
  for (const child of Object.values(part)) strip(child);
}
