// A kept plan is the one that was compiled, to the last prototype, or none at all. Runs no build.
import { existsSync, globSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { describe, expect, test } from 'vitest';
import { compilePipeline } from '../../engine/pipeline/compile.ts';
import { readPlan, writePlan } from '../../engine/pipeline/kept-plan.ts';
import { makeFolder } from './rig.ts';

const checkout = join(import.meta.dirname, '..', '..');
const PIPELINE = `
repositories: { books: { type: yaml, path: "books/{name}.yaml", schema: book.json } }
params: { token: { secret: true, env: TOKEN } }
tasks: { show: { inputs: { book: books }, outputs: { to: "out/{name}" }, run: "echo {{ book.title }} > {{ to }}" } }
`;
const BOOK =
  '{"type": "object", "properties": {"__proto__": {"type": "string"}, "constructor": {"type": "string"}}}';

async function compiled(cwd: string) {
  const result = await compilePipeline({ cwd });
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

async function kept() {
  const folder = makeFolder({ 'pipeline.yaml': PIPELINE, 'book.json': BOOK });
  const made = await compiled(folder);
  const path = join(folder, 'plan.cache');
  writePlan(path, 'request', made);
  return { folder, path, made, read: (request = 'request') => readPlan(path, request) };
}

describe('a kept plan', () => {
  test.each(globSync('recipes/*/example/pipeline.yaml', { cwd: checkout }))(
    'of %s is the compiled one',
    async (file) => {
      const path = join(makeFolder({}), 'plan.cache');
      const made = await compiled(dirname(join(checkout, file)));
      writePlan(path, 'request', made);
      if (!made.asked.isAll) return expect(existsSync(path)).toBe(false);
      const { plan, liquid } = readPlan(path, 'request')!;
      expect(liquid).toBe(made.liquid);
      return expect(plan).toStrictEqual(made.plan);
    },
  );

  test('has maps without a prototype where the compiled one has', async () => {
    const { read, made } = await kept();
    const { plan } = read()!;
    expect(isDeepStrictEqual(plan, made.plan)).toBe(true);
    const { schema } = plan.repositories[0] as unknown as { schema: { properties: object } };
    expect(Object.getPrototypeOf(schema)).toBe(null);
    expect(Object.keys(schema.properties)).toEqual(['__proto__', 'constructor']);
  });

  test('is none for another request', async () => {
    const { read } = await kept();
    expect(read()).toBeDefined();
    expect(read('request of another program')).toBeUndefined();
  });

  test('is none after an edit of a file that was read', async () => {
    const { read, folder } = await kept();
    writeFileSync(join(folder, 'book.json'), BOOK.replace('object', 'OBJECT'));
    expect(read()).toBeUndefined();
    writeFileSync(join(folder, 'book.json'), BOOK);
    expect(read()).toBeDefined();
  });

  test('is none where one bit is another, wherever', async () => {
    const { read, path } = await kept();
    const whole = readFileSync(path);
    for (let at = 0; at < whole.length; at += 1 + Math.floor(whole.length / 97)) {
      const bytes = Buffer.from(whole);
      bytes[at]! ^= 1 << (at % 8);
      writeFileSync(path, bytes);
      expect(read(), `byte ${at}`).toBeUndefined();
    }
    writeFileSync(path, whole);
    expect(read()).toBeDefined();
  });

  test('is none where some of it is missing, or more is there', async () => {
    const { read, path } = await kept();
    const whole = readFileSync(path);
    for (const length of [0, 1, 11, 12, 40, 56, 57, 300, whole.length - 1]) {
      writeFileSync(path, whole.subarray(0, length));
      expect(read(), `${length} bytes`).toBeUndefined();
    }
    writeFileSync(path, Buffer.concat([whole, Buffer.from('\n')]));
    expect(read()).toBeUndefined();
    rmSync(path);
    expect(read()).toBeUndefined();
    mkdirSync(path);
    expect(read()).toBeUndefined();
  });

  test('is not written where a plan holds what JSON has not', async () => {
    const { path, made, read } = await kept();
    rmSync(path);
    const mixed = Object.assign(Object.create(null) as object, { a: {} });
    for (const value of [undefined, Number.NaN, -0, new Map(), new Date(), () => 1, 1n, [undefined], mixed]) {
      writePlan(path, 'request', { ...made, plan: { ...made.plan, params: { value } as never } });
      expect(read()).toBeUndefined();
    }
  });

  test('that cannot be written is no fault, and leaves nothing behind', async () => {
    const { path, made, folder } = await kept();
    rmSync(path);
    mkdirSync(join(path, 'full'), { recursive: true });
    const before = readdirSync(folder);
    writePlan(path, 'request', made);
    writePlan(join(folder, 'nowhere', 'plan.cache'), 'request', made);
    expect(readdirSync(folder)).toEqual(before);
  });
});
