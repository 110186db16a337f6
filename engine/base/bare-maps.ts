// Plain data in which some maps have no prototype, as those read from YAML: whether JSON holds all of it but for that, and
// how a copy that JSON made gets the same. Knows nothing of what the data is.

type Places = readonly (readonly string[])[];

/** Where the outermost such maps are, as the names that lead there; undefined if JSON would lose or change anything else. */
export function bareMapsIn(value: unknown): Places | undefined {
  const found: string[][] = [];
  const path: string[] = [];
  const isHeld = (part: unknown, inBare: boolean): boolean => {
    if (typeof part === 'number') return Number.isFinite(part) && !Object.is(part, -0);
    if (typeof part !== 'object') return typeof part === 'string' || typeof part === 'boolean';
    if (part === null) return true;
    const prototype: unknown = Object.getPrototypeOf(part);
    const isBare = prototype === null;
    if (prototype !== (isBare ? null : Array.isArray(part) ? Array.prototype : Object.prototype))
      return false;
    // All maps in one without a prototype are without.
    if (inBare && prototype === Object.prototype) return false;
    if (isBare && !inBare) found.push([...path]);
    for (const name of Object.keys(part)) {
      path.push(name);
      if (!isHeld((part as Readonly<Record<string, unknown>>)[name], inBare || isBare)) return false;
      path.pop();
    }
    return true;
  };
  return isHeld(value, false) ? found : undefined;
}

/** Takes the prototype from the maps at these places and from all maps in them. */
export function makeBare(value: unknown, places: Places): void {
  for (const place of places)
    strip(place.reduce((at: unknown, name) => (at as Readonly<Record<string, unknown>>)[name], value));
}

function strip(part: unknown): void {
  if (typeof part !== 'object' || part === null) return;
  if (!Array.isArray(part)) Object.setPrototypeOf(part, null);
  for (const name of Object.keys(part)) strip((part as Readonly<Record<string, unknown>>)[name]);
}
