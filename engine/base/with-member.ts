// A copy of nested plain objects with one member set. Knows nothing of what they mean.

type Tree<T> = Readonly<Record<string, T>>;

/** `values` with `value` at a path; what lies on the way is copied, and made where it is missing. */
export function withMember<T>(values: Tree<T>, [name = '', ...rest]: readonly string[], value: T): Tree<T> {
  if (rest.length === 0) return { ...values, [name]: value };
  const inside: unknown = Object.hasOwn(values, name) ? values[name] : undefined;
  const map =
    typeof inside === 'object' && inside !== null && !Array.isArray(inside) ? (inside as Tree<T>) : {};
  return { ...values, [name]: withMember(map, rest, value) as T };
}
