// Validators of ports that are functions of users' modules: collected while tasks are compiled, then asked in another
// process. Knows no task.
import type { Inspector } from '../executor/tube/inspector.ts';
import type { PortFault, PortNamespace } from '../model/port.ts';
import { moduleFaults } from '../ports/module-validators.ts';
import type { Context } from './context.ts';

interface Asked {
  readonly ports: PortNamespace;
  readonly values: unknown;
  readonly path: string;
  readonly tell: (fault: PortFault) => void;
}

export class ModuleChecks {
  readonly #asked: Asked[] = [];

  /** `path` is what the dotted paths of the faults begin with. */
  ask(ports: PortNamespace, values: unknown, path: string, tell: (fault: PortFault) => void): void {
    this.#asked.push({ ports, values, path, tell });
  }

  /** Asks all that was collected; what a module cannot answer is a fault at the place where it is named. */
  async run(inspector: Inspector, context: Context): Promise<void> {
    for (const { ports, values, path, tell } of this.#asked.splice(0)) {
      const faults = await moduleFaults(ports, values, path, async ({ reference, at }, value) => {
        const found = await inspector.inspect({ type: 'validator', reference, location: at, value });
        context.files.noteElsewhere(found.modules);
        context.faults.add(found.faults);
        return found.answer;
      });
      for (const fault of faults) tell(fault);
    }
  }
}
