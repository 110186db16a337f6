// Finds classes by the ids under which checkpoints name them. Knows nothing of processes or checkpoints.
import { err, ok, type Result } from '../base/result.ts';

export interface LoaderFault {
  readonly code: 'object-id' | 'module-not-loaded' | 'object-not-found';
  readonly message: string;
}

export interface ObjectLoader {
  /** Under this name the loader itself is noted in what was saved with it. */
  readonly name: string;
  identify(object: unknown): Result<string, LoaderFault>;
  /** Makes the objects loadable, such as by importing their modules. */
  prepare(ids: readonly string[]): Promise<Result<null, LoaderFault>>;
  /** Synchronous, so that a process can be made again within one transition. */
  load(id: string): Result<unknown, LoaderFault>;
}

/**
 * Ids are `MODULE#NAME`: an export of a module that can be imported, such as `file:///home/ann/work.ts#Count`. A class
 * says where it is with `static readonly module = import.meta.url`; others are registered under any id.
 */
export class ModuleLoader implements ObjectLoader {
  readonly name = 'module';
  readonly #objects = new Map<string, unknown>();
  readonly #ids = new Map<unknown, string>();
  readonly #import: (specifier: string) => Promise<Readonly<Record<string, unknown>>>;

  constructor(
    importModule: (specifier: string) => Promise<Readonly<Record<string, unknown>>> = (specifier) =>
      import(specifier),
  ) {
    this.#import = importModule;
  }

  register(id: string, object: unknown): this {
    this.#objects.set(id, object);
    this.#ids.set(object, id);
    return this;
  }

  identify(object: unknown): Result<string, LoaderFault> {
    const known = this.#ids.get(object);
    if (known !== undefined) return ok(known);
    if (typeof object === 'function' && Object.hasOwn(object, 'module')) {
      const { module } = object as { module?: unknown };
      if (typeof module === 'string' && object.name !== '') return ok(`${module}#${object.name}`);
    }
    const name = typeof object === 'function' ? object.name : String(object);
    return err({
      code: 'object-id',
      message: `${name} has no id: register it, or give the class a static 'module'`,
    });
  }

  async prepare(ids: readonly string[]): Promise<Result<null, LoaderFault>> {
    for (const id of ids) {
      if (this.#objects.has(id)) continue;
      const parts = partsOf(id);
      if (!parts.ok) return parts;
      const loaded = await this.#importExport(id, parts.value);
      if (!loaded.ok) return loaded;
      this.register(id, loaded.value);
    }
    return ok(null);
  }

  load(id: string): Result<unknown, LoaderFault> {
    if (this.#objects.has(id)) return ok(this.#objects.get(id));
    const parts = partsOf(id);
    return parts.ok
      ? err({
          code: 'object-not-found',
          message: `object '${id}' could not be loaded: its module was not prepared`,
        })
      : parts;
  }

  async #importExport(id: string, parts: Parts): Promise<Result<unknown, LoaderFault>> {
    let exports: Readonly<Record<string, unknown>>;
    try {
      exports = await this.#import(parts.module);
    } catch (error) {
      return err({
        code: 'module-not-loaded',
        message: `module '${parts.module}' could not be loaded: ${(error as Error).message}`,
      });
    }
    if (!Object.hasOwn(exports, parts.name)) {
      return err({
        code: 'object-not-found',
        message: `object '${id}' could not be loaded: the module has no export '${parts.name}'`,
      });
    }
    return ok(exports[parts.name]);
  }
}

interface Parts {
  readonly module: string;
  readonly name: string;
}

function partsOf(id: string): Result<Parts, LoaderFault> {
  const cut = id.lastIndexOf('#');
  const parts = { module: id.slice(0, cut), name: id.slice(cut + 1) };
  if (cut > 0 && parts.name !== '') return ok(parts);
  return err({ code: 'object-id', message: `'${id}' is no id of an object: expected MODULE#NAME` });
}
