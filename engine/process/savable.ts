// Stores chosen members of an object by name: data as copies, its own methods by name, savable members as they save
// themselves. Knows nothing of processes or stores.
import type { JsonObject, Json } from '../model/json.ts';
import type { ObjectLoader } from './loader.ts';
import { ProcessError } from './process-error.ts';
import { copyOf } from '../base/storable.ts';

/** What `saveMembers` gives. `kinds` names the members that are methods or savable objects. */
export interface SavedMembers {
  readonly values: JsonObject;
  readonly kinds: Readonly<Record<string, 'method' | 'savable'>>;
  /** Id of the class, and name of the loader, only where it was saved with one. */
  readonly class: string | null;
  readonly loader: string | null;
}

/** The names in `static autoPersist` of the object's class and all classes above it. */
export function autoPersisted(target: object): readonly string[] {
  const names: string[] = [];
  let here: unknown = target.constructor;
  while (typeof here === 'function') {
    const own = Object.hasOwn(here, 'autoPersist')
      ? (here as { autoPersist?: unknown }).autoPersist
      : undefined;
    if (Array.isArray(own)) names.unshift(...(own as string[]));
    here = Object.getPrototypeOf(here);
  }
  return [...new Set(names)];
}

/** A member that is a method of another object cannot be stored: ProcessError `not-storable`. */
export function saveMembers(target: object, loader: ObjectLoader | null = null): SavedMembers {
  const values: Record<string, Json> = {};
  const kinds: Record<string, 'method' | 'savable'> = {};
  for (const name of autoPersisted(target)) {
    const value = (target as Record<string, unknown>)[name];
    if (value === undefined) continue;
    if (typeof value === 'function') {
      values[name] = ownMethodName(target, name, value);
      kinds[name] = 'method';
    } else if (value !== null && typeof value === 'object' && autoPersisted(value).length > 0) {
      values[name] = saveMembers(value, loader) as unknown as Json;
      kinds[name] = 'savable';
    } else {
      values[name] = copyOf(value) as Json;
    }
  }
  const id = loader?.identify(target.constructor);
  return { values, kinds, class: id?.ok === true ? id.value : null, loader: loader?.name ?? null };
}

/** Sets the members as they were; savable members are made by the loader, or filled in where they exist already. */
export function loadMembers(target: object, saved: SavedMembers, loader: ObjectLoader | null = null): void {
  for (const [name, value] of Object.entries(saved.values)) {
    const member = target as Record<string, unknown>;
    switch (saved.kinds[name]) {
      case 'method':
        member[name] = methodNamed(target, value as string);
        break;
      case 'savable':
        member[name] = loadNested(member[name], value as unknown as SavedMembers, name, loader);
        break;
      case undefined:
        member[name] = copyOf(value);
        break;
    }
  }
}

function loadNested(
  existing: unknown,
  saved: SavedMembers,
  name: string,
  loader: ObjectLoader | null,
): object {
  if (existing !== null && typeof existing === 'object') {
    loadMembers(existing, saved, loader);
    return existing;
  }
  const found = saved.class === null ? undefined : loader?.load(saved.class);
  if (found?.ok !== true || typeof found.value !== 'function') {
    throw new ProcessError(
      'checkpoint-unusable',
      `the member '${name}' was saved by a class that is not known: ${saved.class ?? 'no id'}`,
    );
  }
  const made = new (found.value as new () => object)();
  loadMembers(made, saved, loader);
  return made;
}

function ownMethodName(target: object, member: string, method: unknown): string {
  const { name } = method as { name: string };
  const plain = name.startsWith('bound ') ? name.slice('bound '.length) : name;
  if (
    typeof (target as Record<string, unknown>)[plain] === 'function' &&
    plain in Object.getPrototypeOf(target)
  )
    return plain;
  throw new ProcessError(
    'not-storable',
    `the member '${member}' is a function that is no method of ${target.constructor.name}`,
  );
}

function methodNamed(target: object, name: string): unknown {
  const method = (target as Record<string, unknown>)[name];
  if (typeof method !== 'function')
    throw new ProcessError('checkpoint-unusable', `${target.constructor.name} has no method '${name}'`);
  return method.bind(target) as unknown;
}
