// Checks a document against its JSON Schema and says each fault once, at its place. Knows what the schema knows, and no
// repository or task.
import type { SchemaFault } from '../../schemas/generated/validators.mjs';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { JsonObject } from '../model/json.ts';
import type { YamlDocument } from './document.ts';
import { explainFault, type Explanation } from './explain-fault.ts';
import type { DocumentPath } from './document-node.ts';

export interface Shape {
  readonly faults: readonly Diagnostic[];
  /**
   * The entries that cannot be read any further, such as `tasks/report` or `env`; `''` is the whole file. An entry
   * that only has an unknown key is not among them, unless that key was meant for one that others build on.
   */
  readonly broken: ReadonlySet<string>;
}

/** Keys whose misspelling makes everything else in a task look wrong. */
const LOAD_BEARING = new Set([
  'inputs',
  'outputs',
  'links',
  'params',
  'use',
  'run',
  'exec',
  'function',
  'tube',
  'steps',
  'depfile',
]);

export async function validateShape(document: YamlDocument, kind: 'pipeline' | 'recipe'): Promise<Shape> {
  const validators = await import('../../schemas/generated/validators.mjs');
  const validate = kind === 'pipeline' ? validators.validatePipeline : validators.validateRecipe;
  if (validate(document.value)) return { faults: [], broken: new Set() };

  const schema = await loadSchema(kind);
  const faults = new Map<string, Diagnostic>();
  const broken = new Set<string>();
  const explained = relevant(validate.errors ?? []).map((raw) => {
    const path = parsePointer(document, raw.instancePath);
    return { path, explanation: explainFault(raw, path, document.value, schema) };
  });
  // A key that was mistyped is not missing as well.
  const mistyped = new Set(
    explained.map(({ path, explanation }) => JSON.stringify([...path, explanation.nearest])),
  );
  for (const { path, explanation } of explained) {
    if (explanation.missing?.some((name) => mistyped.has(JSON.stringify([...path, name]))) === true) {
      broken.add(entryOf(path));
      continue;
    }
    const location = explanation.atKey ? document.keyAt(explanation.path) : document.at(explanation.path);
    const { code, message, expected, hint } = explanation;
    // A place has one fault: the first is the plainest.
    const key = `${location.line}:${location.col}`;
    if (!faults.has(key)) {
      faults.set(key, {
        code,
        severity: 'error',
        message,
        location,
        ...(expected && { expected }),
        ...(hint && { hint }),
      });
    }
    if (breaks(explanation)) broken.add(entryOf(path));
  }
  return { faults: [...faults.values()], broken };
}

const MAPS = new Set(['tasks', 'repositories', 'params', 'quotas', 'inputs', 'outputs']);

/** The entry that a fault belongs to: one task, or one list at the top. */
function entryOf(path: DocumentPath): string {
  return path.slice(0, MAPS.has(String(path[0])) ? 2 : 1).join('/');
}

function breaks(explanation: Explanation): boolean {
  if (explanation.code !== 'unknown-key') return true;
  return explanation.nearest !== undefined && LOAD_BEARING.has(explanation.nearest);
}

/** Without those that only follow from another: of the branches of a `oneOf` of `required`, of a tag that is missing. */
function relevant(errors: readonly SchemaFault[]): SchemaFault[] {
  return errors.filter(({ keyword, schemaPath, params }) => {
    if (keyword === 'required') return !schemaPath.includes('/oneOf/');
    if (keyword === 'discriminator') return params['tagValue'] !== undefined;
    return keyword !== 'propertyNames';
  });
}

/** `/tasks/a~1b/exec/0` → `['tasks', 'a/b', 'exec', 0]`; only a list's steps are numbers. */
function parsePointer(document: YamlDocument, pointer: string): DocumentPath {
  let here: unknown = document.value;
  return pointer
    .split('/')
    .slice(1)
    .map((part) => {
      const name = part.replaceAll('~1', '/').replaceAll('~0', '~');
      const step = Array.isArray(here) ? Number(name) : name;
      here = (here as Record<string | number, unknown> | null)?.[step];
      return step;
    });
}

/** Only faults need the schema itself; the validators are compiled. */
async function loadSchema(kind: 'pipeline' | 'recipe'): Promise<JsonObject> {
  const module =
    kind === 'pipeline'
      ? await import('../../schemas/pipeline.schema.json', { with: { type: 'json' } })
      : await import('../../schemas/recipe.schema.json', { with: { type: 'json' } });
  return module.default;
}
