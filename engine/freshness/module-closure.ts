// What a function's module consists of: its file, all files that it imports by path, and the packages that it names.
// Reads files; knows neither tasks nor the store, and keeps nothing.
import { readFileSync, realpathSync, statSync } from 'node:fs';
import { createRequire, findPackageJSON, isBuiltin } from 'node:module';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { compareBytes } from '../base/compare.ts';
import { digestOf, digestOfJson, type Digest } from '../base/digest.ts';
import { err, ok, type Result } from '../base/result.ts';
import { scanImports } from './import-scanner.ts';

export interface ModuleClosure {
  /** Over contents and places relative to the module's folder, so the whole may be moved. */
  readonly digest: Digest;
  /** Absolute paths, links resolved, of all that counts, in byte order; `package.json` of packages too. */
  readonly files: readonly string[];
  /** Absolute paths that were looked for in vain. Where one of them appears, the closure may be another. */
  readonly absent: readonly string[];
}

export interface ModuleFailure {
  readonly type: 'module';
  readonly code: 'missing-module' | 'unreadable-module';
  readonly message: string;
  readonly path: string;
}

/**
 * The closure over `import`, `export … from`, `import('literal')` and `require('literal')`; type imports do not count.
 * Of a package that is named, its name and its installed version count, not its files; of an import that leads nowhere,
 * that it does. A file that `isInput` says is made by another job counts by its place alone, and what it imports not at
 * all: as an input it has a fingerprint of its own. What only running code knows (`import(name)`, files that are read) is not seen: that is what a task's
 * `sources:` are for.
 */
export function moduleClosure(
  file: string,
  isInput: (path: string) => boolean = () => false,
): Result<ModuleClosure, ModuleFailure> {
  const absent = new Set<string>();
  const root = existing([file], absent);
  if (root === undefined) {
    return err({ type: 'module', code: 'missing-module', message: `there is no module ${file}`, path: file });
  }
  const home = dirname(root);
  const entries: (readonly string[])[] = [];
  const files = new Set([root]);
  const manifests = new Set<string>();
  // A set that grows while it is walked: each file once, so that cycles end.
  for (const path of files) {
    const content = read(path);
    if (!content.ok) return content;
    entries.push(['file', portable(relative(home, path)), digestOf(content.value)]);
    if (!SCRIPT.test(path)) continue;
    for (const specifier of scanImports(content.value.toString('utf8'))) {
      const target = targetOf(specifier, path);
      switch (target.type) {
        case 'builtin':
          break;
        case 'package':
          entries.push(['package', target.name, versionOf(target.manifest)]);
          if (target.manifest !== undefined) manifests.add(target.manifest);
          break;
        case 'file': {
          if (target.manifest !== undefined) manifests.add(target.manifest);
          const found = existing(candidatesOf(target.path), absent);
          if (found === undefined) entries.push(['absent', portable(relative(home, target.path))]);
          else if (isInput(found)) entries.push(['input', portable(relative(home, found))]);
          else files.add(found);
          break;
        }
        default:
          throw new Error(`unknown target ${JSON.stringify(target satisfies never)}`);
      }
    }
  }
  const distinct = new Set(entries.map((entry) => JSON.stringify(entry)));
  return ok({
    digest: digestOfJson([...distinct].toSorted(compareBytes)),
    files: [...files, ...manifests].toSorted(compareBytes),
    absent: [...absent].toSorted(compareBytes),
  });
}

const SCRIPT = /\.[cm]?[jt]s$/;
/** Tried where the path as written is no file, as `require` does and bundlers do for `import`. */
const EXTENSIONS = ['.ts', '.js', '.mjs', '.cjs', '.mts', '.cts', '.json'];

type Target =
  | { readonly type: 'builtin' }
  /** A path; if it is a `#name`, the manifest says which. */
  | { readonly type: 'file'; readonly path: string; readonly manifest?: string }
  | { readonly type: 'package'; readonly name: string; readonly manifest: string | undefined };

function targetOf(specifier: string, importer: string): Target {
  if (isBuiltin(specifier)) return { type: 'builtin' };
  const base = pathToFileURL(importer);
  if (/^(?:\.{0,2}\/|\.{1,2}$|file:)/.test(specifier)) {
    try {
      // A URL takes care of percent signs and leaves out ?query and #hash.
      return { type: 'file', path: fileURLToPath(new URL(specifier, base)) };
    } catch {
      return { type: 'package', name: specifier, manifest: undefined };
    }
  }
  const manifest = manifestOf(specifier.startsWith('#') ? base : specifier, base);
  if (specifier.startsWith('#') && manifest !== undefined) {
    try {
      return { type: 'file', path: createRequire(importer).resolve(specifier), manifest };
    } catch {
      return { type: 'package', name: specifier, manifest };
    }
  }
  return { type: 'package', name: specifier, manifest };
}

/** The package.json of a package as the importer sees it, or of the one that a file is part of. */
function manifestOf(specifier: string | URL, importer: URL): string | undefined {
  try {
    return findPackageJSON(specifier, importer);
  } catch {
    return undefined;
  }
}

/** `''` for a package that is not installed, or says no version. */
function versionOf(manifest: string | undefined): string {
  if (manifest === undefined) return '';
  try {
    const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { readonly version?: unknown };
    return typeof version === 'string' ? version : '';
  } catch {
    return '';
  }
}

function candidatesOf(path: string): readonly string[] {
  const indexes = ['index.ts', 'index.js', 'index.mjs', 'index.cjs', 'index.json'].map((name) =>
    join(path, name),
  );
  return [path, ...EXTENSIONS.map((extension) => path + extension), ...indexes];
}

/** The first path that is a file, with links resolved as Node does; paths before it that do not exist go to `absent`. */
function existing(paths: readonly string[], absent: Set<string>): string | undefined {
  for (const path of paths) {
    try {
      if (statSync(path).isFile()) return realpathSync(path);
    } catch {
      absent.add(path);
    }
  }
  return undefined;
}

function read(path: string): Result<Buffer, ModuleFailure> {
  try {
    return ok(readFileSync(path));
  } catch (error) {
    const message = `the module ${path} cannot be read: ${(error as Error).message}`;
    return err({ type: 'module', code: 'unreadable-module', message, path });
  }
}

function portable(path: string): string {
  return path.split(sep).join('/');
}
