// The texts of a pipeline that may be templates, so that LiquidJS is loaded only where one needs it. Knows no keys.
import type { Json } from '../model/json.ts';
import type { PipelineSource } from './sources.ts';

/** A condition has no braces and always needs LiquidJS, so one stands for it. */
export function* templateTexts(sources: readonly PipelineSource[]): Iterable<string> {
  for (const source of sources) {
    yield* stringsIn(source.document.value);
    for (const spec of Object.values(source.file.repositories ?? {}))
      if ('where' in spec) yield '{% if true %}{% endif %}';
  }
}

/** Every text in a value that has a template's braces. */
export function* stringsIn(value: Json): Iterable<string> {
  if (typeof value === 'string') {
    if (/\{[{%]/.test(value)) yield value;
  } else if (typeof value === 'object' && value !== null) {
    for (const child of Object.values(value)) yield* stringsIn(child);
  }
}
