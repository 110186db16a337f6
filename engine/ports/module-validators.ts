// Asks those validators of ports that are functions of users' modules, which may only run elsewhere. Knows not where.
import { isMapping } from '../base/storable.ts';
import {
  joinPath,
  portFault,
  type AnyPort,
  type ModuleValidator,
  type PortFault,
  type PortNamespace,
} from '../model/port.ts';

/** What is wrong with a value, or nothing. */
export type AskModule = (validator: ModuleValidator, value: unknown) => Promise<string | undefined>;

/** The faults that such validators find in values that are right otherwise; those of ports before their namespace's. */
export async function moduleFaults(
  port: AnyPort,
  value: unknown,
  path: string,
  ask: AskModule,
): Promise<readonly PortFault[]> {
  if (value === undefined || value === null) return [];
  const faults: PortFault[] = [];
  if (port.tag === 'namespace' && isMapping(value))
    for (const [name, inside] of Object.entries(port.ports))
      faults.push(
        ...(await moduleFaults(
          inside,
          Object.hasOwn(value, name) ? value[name] : undefined,
          joinPath(path, name),
          ask,
        )),
      );
  const { validator } = port;
  if (faults.length > 0 || !isModule(validator)) return faults;
  const wrong = await ask(validator, value);
  return wrong === undefined ? [] : [portFault('invalid-value', path, validator.message ?? wrong, port.at)];
}

/** Whether there is any, so that those without need no other process. */
export function hasModuleValidators(namespace: PortNamespace): boolean {
  return (
    isModule(namespace.validator) ||
    Object.values(namespace.ports).some((port) =>
      port.tag === 'namespace' ? hasModuleValidators(port) : isModule(port.validator),
    )
  );
}

function isModule(validator: unknown): validator is ModuleValidator {
  return typeof validator === 'object' && validator !== null && 'reference' in validator;
}
