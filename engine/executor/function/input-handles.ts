// Handles for what a function reads. Knows no outputs, and reads nothing before it is asked.
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { MemberArgument } from './argument.ts';
import type { InputHandle, InputList, RecordHandle } from './job.ts';

export function inputHandle(member: MemberArgument): InputHandle | RecordHandle {
  if (member.type === 'record') {
    return Object.freeze({ key: member.key, value: member.value, path: member.path });
  }
  const { key, path } = member;
  return Object.freeze({
    key,
    path,
    name: basename(path),
    read: () => readFile(path),
    text: () => readFile(path, 'utf8'),
    json: <T>() => readJson<T>(path),
    lines: () => linesOf(path),
    stream: () => createReadStream(path),
  });
}

export function inputList(members: readonly MemberArgument[]): InputList<InputHandle | RecordHandle> {
  const handles: readonly (InputHandle | RecordHandle)[] = members.map(inputHandle);
  let byKey: Map<string, InputHandle | RecordHandle> | undefined;
  const get = (key: string): InputHandle | RecordHandle | undefined => {
    byKey ??= new Map(handles.map((handle) => [handle.key, handle]));
    return byKey.get(key);
  };
  Object.defineProperties(handles, { size: { value: handles.length }, get: { value: get } });
  return Object.freeze(handles) as InputList<InputHandle | RecordHandle>;
}

async function readJson<T>(path: string): Promise<T> {
  const text = await readFile(path, 'utf8');
  try {
    return JSON.parse(text.startsWith('\ufeff') ? text.slice(1) : text) as T;
  } catch (error) {
    throw new Error(`${path} is not JSON: ${(error as Error).message}`, { cause: error });
  }
}

/** Not readline: that also ends a line at U+2028, which may stand in any text. */
async function* linesOf(path: string): AsyncGenerator<string> {
  let rest = '';
  for await (const chunk of createReadStream(path, { encoding: 'utf8' })) {
    const lines = (rest + (chunk as string)).split('\n');
    rest = lines.pop()!;
    for (const line of lines) yield line.endsWith('\r') ? line.slice(0, -1) : line;
  }
  if (rest !== '') yield rest;
}
