// What a host keeps open for longer than one job: the assets of the pipeline, and a runner for each tube. Opens each at
// its first use and closes all in the reverse order. Knows no process and no messages.
import type { Asset, TubeRunner } from '../../tube/index.ts';
import { assetKind, AsyncRunner, importType, loadTube } from '../../tube/index.ts';
import type { JsonObject } from '../../model/json.ts';
import type { FunctionArgument } from '../function/argument.ts';
import type { UserFunction } from '../function/module-function.ts';
import type { AssetUse } from '../port.ts';
import { tubeFunction } from './tube-function.ts';

interface Tubes {
  readonly file: string;
  readonly input: JsonObject;
}

export class Sessions {
  readonly #assets = new Map<string, Asset>();
  readonly #runners = new Map<string, TubeRunner>();
  /** In the order in which they were opened. */
  readonly #open: { readonly name: string; readonly close: () => unknown }[] = [];
  readonly #outside: <T>(open: () => T) => T;
  #closed: Promise<readonly string[]> | undefined;

  /** `outside` runs what outlives the job that asks for it. */
  constructor(outside: <T>(open: () => T) => T) {
    this.#outside = outside;
  }

  /** The objects of assets, by the names that the job has for them. Rejects with what an asset's opening threw. */
  async objects(uses: readonly AssetUse[]): Promise<Readonly<Record<string, unknown>>> {
    const found: Record<string, unknown> = {};
    for (const use of uses) found[use.name] = (await this.#asset(use)).obj;
    return found;
  }

  /** The tube as a function that runs one epoch for a job. Rejects where it cannot be loaded or started. */
  async tubeFunction({ file, input }: Tubes, argument: FunctionArgument): Promise<UserFunction> {
    const name = JSON.stringify([file, input]);
    let runner = this.#runners.get(name);
    if (runner === undefined) {
      runner = await this.#outside(() => startTube(file, input));
      this.#runners.set(name, runner);
      this.#opened(`the tube ${runner.tube.id}`, () => this.#runners.get(name)?.deinit());
    }
    return tubeFunction(runner, argument);
  }

  /** Closes all, the last opened first, also where one fails; returns what failed, one sentence each. */
  close(): Promise<readonly string[]> {
    this.#closed ??= this.#closeAll();
    return this.#closed;
  }

  async #closeAll(): Promise<readonly string[]> {
    const failures: string[] = [];
    for (let last = this.#open.pop(); last !== undefined; last = this.#open.pop()) {
      try {
        await last.close();
      } catch (error) {
        failures.push(`${last.name} could not be closed: ${messageOf(error)}`);
      }
    }
    return failures;
  }

  async #asset({ id, name, module, export: exported, params }: AssetUse): Promise<Asset> {
    const known = this.#assets.get(id);
    if (known !== undefined) return known;
    const location = { file: module, line: 1, col: 1 };
    const found = await importType(`${module}#${exported}`, location, {});
    if (!found.ok) throw new Error(`the asset ${name}: ${found.error.message}`);
    const kind = assetKind(found.value);
    if (typeof kind === 'string') throw new Error(`the asset ${name}: ${module}#${exported} ${kind}`);
    const asset = kind.create(params);
    try {
      await this.#outside(() => asset.init());
    } catch (error) {
      throw new Error(`the asset ${name} cannot be opened: ${messageOf(error)}`, { cause: error });
    }
    this.#assets.set(id, asset);
    this.#opened(`the asset ${name}`, () => asset.deinit());
    return asset;
  }

  #opened(name: string, close: () => unknown): void {
    this.#open.push({ name, close });
  }
}

async function startTube(file: string, input: JsonObject): Promise<TubeRunner> {
  const loaded = await loadTube(file, { input, checked: true });
  if (!loaded.ok) {
    const [fault] = loaded.error;
    const at = fault?.location === undefined ? file : `${fault.location.file}:${fault.location.line}`;
    throw new Error(`${at}: ${fault?.message ?? 'the tube cannot be loaded'}`);
  }
  const runner = new AsyncRunner(loaded.value);
  await runner.init();
  return runner;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
