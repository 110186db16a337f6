// Finds what a `type:` such as `./nodes.ts#multiply` names, by importing its module. Knows no nodes.
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Location } from '../model/location.ts';
import { err, ok } from '../base/result.ts';
import type { Result } from '../base/result.ts';
import { didYouMean, oneOf } from '../base/did-you-mean.ts';

/** Exports by reference, used before any module is imported; for tubes that are made in a program. */
export type KnownTypes = { readonly [reference: string]: unknown };

/** The export. A module is relative to the file in which the reference stands. `onImport` is told its absolute path. */
export async function importType(
  reference: string,
  location: Location,
  known: KnownTypes,
  onImport: (module: string) => void = () => {},
): Promise<Result<unknown, Diagnostic>> {
  if (Object.hasOwn(known, reference)) return ok(known[reference]);
  const fault = (code: string, message: string, rest: Partial<Diagnostic> = {}): Result<never, Diagnostic> =>
    err({ code, severity: 'error', message, location, ...rest });
  const hash = reference.lastIndexOf('#');
  if (hash <= 0) {
    return fault('wrong-type-reference', `"${reference}" names no type`, {
      expected: './MODULE.ts#NAME, PACKAGE#NAME, gather, map, return or tube',
      ...didYouMean(reference, ['gather', 'map', 'return', 'tube']),
    });
  }
  const [path, name] = [reference.slice(0, hash), reference.slice(hash + 1) || 'default'];
  const target = moduleUrl(path, location.file);
  if (target === undefined) return fault('module-not-found', `there is no module ${path}`);
  if (target.startsWith('file:')) onImport(fileURLToPath(target));
  let module: Readonly<Record<string, unknown>>;
  try {
    module = (await import(target)) as Readonly<Record<string, unknown>>;
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === 'ERR_MODULE_NOT_FOUND' && !path.startsWith('.');
    const message = error instanceof Error ? error.message : String(error);
    return missing
      ? fault('module-not-found', `there is no module ${path}`)
      : fault('module-broken', `${path} cannot be loaded: ${message}`);
  }
  if (!(name in module)) {
    const names = Object.keys(module);
    return fault('unknown-export', `${path} exports no "${name}"`, {
      ...oneOf(names),
      ...didYouMean(name, names),
    });
  }
  return ok(module[name]);
}

function moduleUrl(path: string, file: string): string | undefined {
  if (path.startsWith('.') || path.startsWith('/')) {
    const absolute = resolve(dirname(file), path);
    return existsSync(absolute) ? pathToFileURL(absolute).href : undefined;
  }
  if (path.startsWith('node:')) return path;
  try {
    return pathToFileURL(createRequire(file).resolve(path)).href;
  } catch {
    return path; // a package with no entry for `require`
  }
}
