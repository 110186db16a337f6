// The spec of each class of processes: built at the first asking, kept with the class. Knows nothing of processes.
import { ProcessError } from './process-error.ts';
import { ProcessSpec } from './spec.ts';

interface Defining {
  readonly name: string;
  define(spec: ProcessSpec): void;
}

const specs = new WeakMap<Defining, ProcessSpec>();
const defined = new WeakSet<ProcessSpec>();

/** A `define` that throws leaves nothing behind: the next asking runs it again. */
export function specOf(target: Defining): ProcessSpec {
  const known = specs.get(target);
  if (known !== undefined) return known;
  const spec = new ProcessSpec();
  target.define(spec);
  if (!defined.has(spec))
    throw new ProcessError('super-not-called', `${target.name}.define must call super.define(spec)`);
  specs.set(target, spec);
  return spec;
}

/** Called by the base class's `define`. */
export function superDefined(spec: ProcessSpec): void {
  defined.add(spec);
}
