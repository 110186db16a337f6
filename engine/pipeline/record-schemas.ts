// Reads the JSON Schemas that record repositories name. Knows nothing of their keywords.
import { join } from 'node:path';
import type { JsonObject } from '../model/json.ts';
import type { Context } from './context.ts';
import { readDocument } from './document.ts';
import { kindOf } from './words.ts';
import type { PipelineSource } from './sources.ts';

/** By folder, NUL and the path as written. JSON is read as YAML, of which it is a part. */
export async function readRecordSchemas(
  context: Context,
  sources: readonly PipelineSource[],
): Promise<ReadonlyMap<string, JsonObject>> {
  const schemas = new Map<string, JsonObject>();
  for (const source of sources) {
    for (const [name, spec] of Object.entries(source.file.repositories ?? {})) {
      if (!('schema' in spec) || spec.schema === undefined) continue;
      const askedAt = source.document.at(['repositories', name, 'schema']);
      const file = join(source.folder, spec.schema);
      const read = await readDocument(file, {
        what: 'schema',
        cwd: context.cwd,
        files: context.files,
        askedAt,
      });
      if (!read.ok) {
        context.faults.add(read.error);
        continue;
      }
      const { value } = read.value;
      if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
        schemas.set(`${source.folder}\0${spec.schema}`, value as JsonObject);
      } else {
        context.faults.error('wrong-type', `the schema is ${kindOf(value)}`, read.value.at([]), {
          expected: 'a map',
        });
      }
    }
  }
  return schemas;
}
