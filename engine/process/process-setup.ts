// What a process object is made from: fresh values for a new one, a bundle for one that goes on; and the bundle of one.
// Knows nothing of moves.
import { type Bundle, BUNDLE_VERSION } from './bundle.ts';
import type { StoredListener } from './listener.ts';
import { created, type ProcessRecord } from './machine.ts';
import { ProcessError } from './process-error.ts';
import { printPortFault, type PortFault } from '../model/port.ts';
import { parseValues } from '../ports/populate.ts';
import type { ProcessRuntime } from './runtime.ts';
import type { SavedMembers } from './savable.ts';
import type { ProcessSpec } from './spec.ts';
import { copyOf, frozenCopyOf } from '../base/storable.ts';
import type { JsonObject } from '../model/json.ts';

export interface ProcessSetup {
  readonly spec: ProcessSpec;
  readonly runtime: ProcessRuntime;
  readonly uuid: string;
  readonly parent: string | null;
  readonly record: ProcessRecord;
  /** As passed, frozen; null where none were. */
  readonly rawInputs: unknown;
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly outputs: Readonly<Record<string, unknown>>;
  readonly children: readonly string[];
}

export interface CreateOptions {
  readonly runtime?: ProcessRuntime;
  /** Made if left out, and then the same as the uuid. A number stands for its digits. */
  readonly pid?: string | number;
  readonly parent?: string | null;
}

/** Inputs that do not fit the ports; every fault is in `faults`. */
export class InvalidInputs extends ProcessError {
  readonly faults: readonly PortFault[];

  constructor(faults: readonly PortFault[]) {
    super('invalid-inputs', faults.map(printPortFault).join('; '));
    this.name = 'InvalidInputs';
    this.faults = faults;
  }
}

export function newSetup(
  spec: ProcessSpec,
  raw: unknown,
  runtime: ProcessRuntime,
  options: CreateOptions,
): ProcessSetup {
  const inputs = parseValues(spec.inputs, raw, 'inputs', spec.generators);
  if (!inputs.ok) throw new InvalidInputs(inputs.error);
  const uuid = runtime.newId();
  return {
    spec,
    runtime,
    uuid,
    parent: options.parent ?? null,
    record: created(String(options.pid ?? uuid), runtime.now()),
    rawInputs: raw === undefined || raw === null ? null : frozenCopyOf(raw),
    inputs: inputs.value,
    outputs: {},
    children: [],
  };
}

export function setupFrom(
  spec: ProcessSpec,
  bundle: Bundle,
  runtime: ProcessRuntime,
  decode: (value: unknown) => unknown,
): ProcessSetup {
  return {
    spec,
    runtime,
    uuid: bundle.uuid,
    parent: bundle.parent,
    record: copyOf(bundle.record),
    rawInputs: bundle.rawInputs === null ? null : frozenCopyOf(decode(bundle.rawInputs)),
    inputs: frozenCopyOf(decode(bundle.inputs)) as Readonly<Record<string, unknown>>,
    outputs: copyOf(bundle.outputs),
    children: [...bundle.children],
  };
}

/** What of a bundle changes only with a move; flags are written with the body of the last one. */
export interface BundleBody {
  readonly outputs: Readonly<Record<string, unknown>>;
  readonly members: SavedMembers;
  readonly listeners: readonly StoredListener[];
  readonly children: readonly string[];
  readonly extra: JsonObject;
}

export function bundleOf(
  setup: ProcessSetup,
  id: string | null,
  record: ProcessRecord,
  body: BundleBody,
  encode: (value: unknown) => unknown,
): Bundle {
  return {
    format: 'pipe.process',
    version: BUNDLE_VERSION,
    process: id,
    uuid: setup.uuid,
    parent: setup.parent,
    record: copyOf(record),
    rawInputs: setup.rawInputs === null ? null : encode(setup.rawInputs),
    inputs: encode(setup.inputs),
    ...body,
  };
}
