// Makes code from JSON Schemas: `node generate.ts SCHEMA... OUT`. The ending of OUT says what: `.ts` TypeScript types of
// one schema, `.mjs` compiled validators of all of them, `.d.mts` the validators' types. Knows nothing of pipe.
import { readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import process from 'node:process';

type Schema = { readonly [name: string]: unknown };

const banner = (from: string): string =>
  `// Made by recipes/schema-types/generate.ts from ${from}; do not edit.\n`;

if (import.meta.main) await main(process.argv.slice(2));

async function main(args: readonly string[]): Promise<void> {
  const out = args.at(-1);
  const files = args.slice(0, -1);
  if (out === undefined || files.length === 0) {
    process.stderr.write('usage: node generate.ts SCHEMA... OUT.ts|OUT.mjs|OUT.d.mts\n');
    process.exitCode = 2;
    return;
  }
  writeFileSync(out, await generate(files, out));
}

/** The code for the file `out`, made from the schemas `files`. */
export function generate(files: readonly string[], out: string): Promise<string> | string {
  if (out.endsWith('.d.mts')) return declarations(files);
  if (out.endsWith('.mjs')) return validators(files);
  const [file, second] = files;
  if (file === undefined || second !== undefined) throw new Error(`${out}: types are made from one schema`);
  return types(file);
}

async function types(file: string): Promise<string> {
  const { compile } = await import('json-schema-to-typescript');
  const schema = forTypes(readSchema(file), true) as Parameters<typeof compile>[0];
  return compile(schema, nameOf(file), {
    bannerComment: banner(basename(file)),
    additionalProperties: true,
    style: { singleQuote: true, printWidth: 110 },
  });
}

/** Titles name types, so only the definitions keep theirs; a `oneOf` of mere `required` says nothing about the type. */
function forTypes(value: unknown, named: boolean): unknown {
  if (Array.isArray(value)) return value.map((item) => forTypes(item, false));
  if (typeof value !== 'object' || value === null) return value;
  // Beside a reference only descriptions stand, and each set of them would make a type of its own.
  if ('$ref' in value) return { $ref: value.$ref };
  const entries = Object.entries(value).filter(([name, child]) => {
    if (name === 'title' && typeof child === 'string') return named;
    if (name === 'discriminator' || name === 'examples') return false;
    return !(name === 'oneOf' && Array.isArray(child) && child.every(isMereRequired));
  });
  return Object.fromEntries(
    entries.map(([name, child]) => [
      name,
      name === '$defs' ? namedDefinitions(child) : forTypes(child, false),
    ]),
  );
}

function namedDefinitions(definitions: unknown): unknown {
  return Object.fromEntries(
    Object.entries(definitions as Schema).map(([name, schema]) => {
      const title = name.slice(0, 1).toUpperCase() + name.slice(1);
      return [name, { ...(forTypes(schema, false) as Schema), title }];
    }),
  );
}

function isMereRequired(schema: unknown): boolean {
  return Object.keys(schema as Schema).join() === 'required';
}

async function validators(files: readonly string[]): Promise<string> {
  const [{ Ajv2020 }, standalone] = await Promise.all([
    import('ajv/dist/2020.js'),
    import('ajv/dist/standalone/index.js'),
  ]);
  const ajv = new Ajv2020({
    allErrors: true,
    allowUnionTypes: true,
    strictTypes: false,
    discriminator: true,
    code: { source: true, esm: true },
  });
  const names: Record<string, string> = {};
  for (const file of files) {
    const schema = readSchema(file);
    ajv.addSchema(schema, nameOf(file));
    names[validatorName(file)] = nameOf(file);
  }
  const code = standalone.default.default(ajv, names);
  return `${banner(files.map((file) => basename(file)).join(', '))}${await bundled(code)}`;
}

/** Takes in what the code would ask of Ajv at run time, which costs more to load than the validators themselves. */
async function bundled(code: string): Promise<string> {
  const { build } = await import('esbuild');
  const result = await build({
    stdin: { contents: code, resolveDir: import.meta.dirname },
    bundle: true,
    format: 'esm',
    platform: 'node',
    write: false,
    minifySyntax: true,
    minifyIdentifiers: true,
  });
  const [file] = result.outputFiles;
  if (file === undefined) throw new Error('esbuild gave nothing');
  return file.text;
}

function declarations(files: readonly string[]): string {
  const lines = files.map((file) => `export declare const ${validatorName(file)}: Validator;`);
  return `${banner(files.map((file) => basename(file)).join(', '))}export interface SchemaFault {
  readonly instancePath: string;
  readonly schemaPath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly propertyName?: string;
  readonly message?: string;
}
export interface Validator {
  (value: unknown): boolean;
  readonly errors?: readonly SchemaFault[] | null;
}
${lines.join('\n')}
`;
}

function readSchema(file: string): Schema {
  return JSON.parse(readFileSync(file, 'utf8')) as Schema;
}

/** `schemas/pipeline.schema.json` → `PipelineFile`'s stem, `Pipeline`. */
function nameOf(file: string): string {
  const [stem = ''] = basename(file).split('.');
  return stem
    .split(/[-_]/)
    .map((word) => word.slice(0, 1).toUpperCase() + word.slice(1))
    .join('');
}

function validatorName(file: string): string {
  return `validate${nameOf(file)}`;
}
