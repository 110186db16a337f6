// Says what ports there are, as plain JSON for people and tools. Runs no generator and no validator.
import type { Json, JsonObject } from '../model/json.ts';
import { storableFault } from '../base/storable.ts';
import type { AnyPort, Fallback, PortNamespace, Validator } from '../model/port.ts';
import { printSchema } from './schema-check.ts';

/** `{attributes, ports}` for a namespace, and for each port its attributes; only what says something is there. */
export function describeNamespace(namespace: PortNamespace): JsonObject {
  const ports: Record<string, Json> = {};
  for (const [name, port] of Object.entries(namespace.ports)) ports[name] = describePort(name, port);
  return { attributes: attributesOf(namespace), ports };
}

function describePort(name: string, port: AnyPort): JsonObject {
  return port.tag === 'namespace' ? { name, ...describeNamespace(port) } : { name, ...attributesOf(port) };
}

function attributesOf(port: AnyPort): JsonObject {
  return {
    required: port.required,
    ...(port.type === null ? {} : { type: printSchema(port.type), schema: port.type }),
    ...(port.help === null ? {} : { help: port.help }),
    ...(port.fallback === null ? {} : describeFallback(port.fallback)),
    ...(port.validator === null
      ? {}
      : { validator: describeValidator(port.validator as Validator<unknown>) }),
    ...(port.tag === 'namespace' ? { dynamic: port.dynamic, populateDefaults: port.populateDefaults } : {}),
    ...(Object.keys(port.notes).length === 0 ? {} : { notes: port.notes }),
  };
}

function describeFallback(fallback: Fallback): JsonObject {
  if (fallback.kind === 'value') {
    const { value } = fallback;
    return { default: storableFault(value, '') === undefined ? (value as Json) : String(value) };
  }
  const { generator } = fallback;
  return { generate: typeof generator === 'string' ? generator : generator.name || 'function' };
}

function describeValidator(validator: Validator<unknown>): string {
  if (typeof validator === 'function') return validator.name || 'function';
  return 'reference' in validator ? validator.reference : validator.expression;
}
