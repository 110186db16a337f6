// What a build was asked for and with which environment, as texts to compare. Pure.
import { canonicalJson, digestOf } from '../base/digest.ts';

type Environment = Readonly<Record<string, string | undefined>>;

export function requestText(params: Readonly<Record<string, string>>): string {
  return canonicalJson(params);
}

/** The names that `env:` lets through: each plain name, and every set variable that a `PREFIX*` matches, sorted. */
export function declaredVariables(declared: readonly string[], env: Environment): string[] {
  const names = new Set<string>();
  for (const name of declared) {
    if (!name.endsWith('*')) {
      names.add(name);
      continue;
    }
    const prefix = name.slice(0, -1);
    for (const set of Object.keys(env)) if (set.startsWith(prefix) && env[set] !== undefined) names.add(set);
  }
  return [...names].toSorted();
}

/** A digest of the declared variables' values, unset is not empty; nothing where no variable counts. */
export function environmentDigest(declared: readonly string[], env: Environment): string {
  const names = declaredVariables(declared, env);
  return names.length === 0 ? '' : digestOf(JSON.stringify(names.map((name) => [name, env[name] ?? null])));
}
