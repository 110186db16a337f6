// The job of code-size: source files in, their counts by folder out.
import { relative, sep } from 'node:path';
import process from 'node:process';
import type { InputHandle, InputList, Job, OutputHandle } from '../../engine/index.ts';
import { countLines } from './count-lines.ts';
import { folderSizes } from './folder-sizes.ts';

type Links = { readonly files: InputList; readonly size: OutputHandle };
type Params = { readonly depth: number };

export async function codeSize({ files, size, params }: Job<Links, Params>): Promise<void> {
  const counted = await Promise.all(files.map(countFile));
  await size.json(folderSizes(counted, params.depth));
}

async function countFile(file: InputHandle) {
  const path = relative(process.cwd(), file.path).split(sep).join('/');
  return { path, counts: countLines(await file.text(), file.name) };
}
