// One epoch of a tube as the function of a job: links and what every function is told fill the process inputs, and the
// result's entries are written to the outputs. Knows no files but through handles.
import type { TubeRunner } from '../../tube/index.ts';
import type { FunctionArgument, LinkArgument } from '../function/argument.ts';
import type { Content, FanOut, OutputHandle, RecordOutput } from '../function/job.ts';
import type { UserFunction } from '../function/module-function.ts';

type OutputLink = Extract<LinkArgument, { readonly type: 'output' | 'fan-out' }>;
type Values = Readonly<Record<string, unknown>>;

export function tubeFunction(runner: TubeRunner, argument: FunctionArgument): UserFunction {
  const { tube } = runner;
  const names = Object.entries(tube.specification.input).flatMap(([name, { scope }]) =>
    scope === 'process' ? [name] : [],
  );
  const outputs = Object.entries(argument.links).filter(
    (entry): entry is [string, OutputLink] => isOutput(entry[1]) && !names.includes(entry[0]),
  );
  const isRecord = tube.returnNode?.edges.every((edge) => typeof edge.targetSlot === 'string') ?? false;
  return async (job) => {
    const given = job as Values;
    const input: Record<string, unknown> = {};
    // Name by name: who asks for the signal is taken to use it.
    for (const name of names) if (name in given) input[name] = given[name];
    const result = await runner.process(input);
    if (result === undefined) return;
    for (const [name, link] of outputs) {
      const value = isRecord ? (result as Values)[name] : result;
      if (value !== undefined) await write(name, link, given[name], value);
    }
  };
}

function isOutput(link: LinkArgument): link is OutputLink {
  return link.type === 'output' || link.type === 'fan-out';
}

async function write(name: string, link: OutputLink, handle: unknown, value: unknown): Promise<void> {
  if (link.type === 'fan-out') {
    const members = handle as FanOut<unknown>;
    for (const [key, member] of membersOf(name, value)) {
      if (link.format === 'bytes') checkContent(`${name}/${key}`, member);
      await members.write(key, member);
    }
  } else if (link.format === 'bytes') {
    checkContent(name, value);
    await (handle as OutputHandle).write(value);
  } else await (handle as RecordOutput).write(value);
}

/** `{ key: value }`, a Map, or what a `return` makes of items: a list of such. */
function membersOf(name: string, value: unknown): [string, unknown][] {
  if (Array.isArray(value)) return value.flatMap((item) => membersOf(name, item));
  if (value instanceof Map) return [...value].map(([key, member]) => [String(key), member]);
  if (typeof value === 'object' && value !== null && !ArrayBuffer.isView(value)) return Object.entries(value);
  throw new TypeError(
    `the output ${name} has any number of members, so it takes { key: value } and not ${kind(value)}`,
  );
}

function checkContent(name: string, value: unknown): asserts value is Content {
  if (typeof value === 'string' || value instanceof Uint8Array) return;
  const isIterable =
    typeof value === 'object' &&
    value !== null &&
    (Symbol.iterator in value || Symbol.asyncIterator in value) &&
    !(value instanceof Map);
  if (!isIterable)
    throw new TypeError(`the output ${name} is a file, so it takes text or bytes and not ${kind(value)}`);
}

function kind(value: unknown): string {
  if (value === null) return 'null';
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}
