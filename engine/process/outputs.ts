// Collects the outputs of one run as they are emitted, each checked at once, and says at the end what is missing. Used by
// in-process processes and for the outputs that a job's command emits. Knows nothing of states.
import { err, ok, type Result } from '../base/result.ts';
import { checkDynamic, checkPort } from '../ports/check.ts';
import { placeFor } from '../ports/namespace.ts';
import { PORT_SEPARATOR, joinPath, portFault, type PortFault, type PortNamespace } from '../model/port.ts';
import { copyOf, frozenCopyOf, isMapping, setMember } from '../base/storable.ts';

export class OutputCollector {
  readonly #namespace: PortNamespace;
  readonly #values: Record<string, unknown>;

  /** `values`: what was emitted before a restart. */
  constructor(namespace: PortNamespace, values: Readonly<Record<string, unknown>> = {}) {
    this.#namespace = namespace;
    this.#values = copyOf(values);
  }

  /** Stores `value` under a dotted path, in place of an earlier one. Says whether it went to a name that is no port. */
  emit(path: string, value: unknown): Result<{ readonly dynamic: boolean }, PortFault> {
    const place = placeFor(this.#namespace, path);
    if (!place.ok) return err({ ...place.error, port: joinPath('outputs', place.error.port) });
    const { port, dynamic } = place.value;
    const full = joinPath('outputs', path);
    const faults =
      dynamic && port.tag === 'namespace' ? checkDynamic(port, value, full) : checkPort(port, value, full);
    const [fault] = faults;
    if (fault !== undefined) return err(fault);
    const stored = this.#store(path.split(PORT_SEPARATOR), copyOf(value));
    return stored
      ? ok({ dynamic })
      : err(portFault('occupied', full, 'a part of the path holds a value already'));
  }

  /** All faults of what has been emitted, as of the end of a run: each missing required output by name. */
  check(): readonly PortFault[] {
    return checkPort(this.#namespace, this.#values, 'outputs');
  }

  /** A frozen copy of what has been emitted so far. */
  get values(): Readonly<Record<string, unknown>> {
    return frozenCopyOf(this.#values);
  }

  #store(names: readonly string[], value: unknown): boolean {
    let here: Record<string, unknown> = this.#values;
    for (const name of names.slice(0, -1)) {
      const next = Object.hasOwn(here, name) ? here[name] : undefined;
      if (next !== undefined && !isMapping(next)) return false;
      const inside = next ?? {};
      if (next === undefined) setMember(here, name, inside);
      here = inside;
    }
    setMember(here, names.at(-1) ?? '', value);
    return true;
  }
}
