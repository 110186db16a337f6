// The 512-byte headers of tar archives and the extended records before them. Knows no files.
//
// POSIX.1-2001 pax interchange format (ustar with extended headers); read besides: GNU long names and binary sizes.
import type { FolderEntry } from './folder-entries.ts';

export const BLOCK = 512;

export interface TarHeader {
  readonly name: string;
  readonly mode: number;
  readonly size: number;
  /** `0` file, `1` hard link, `2` symbolic link, `5` folder, `x`, `g` extended, `L`, `K` GNU long names. */
  readonly type: string;
  readonly link: string;
}

/** Names in pax records: longer than a header has room for, or not plain ASCII. */
const ROOM = 100;
const LARGEST = 0o77777777777;

/** What stands before an entry's content: its header, and before that an extended one where it needs it. No times, no owner. */
export function headersOf(entry: FolderEntry): Uint8Array {
  const name = entry.type === 'directory' ? `${entry.path}/` : entry.path;
  const link = entry.type === 'link' ? entry.target : '';
  const size = entry.type === 'file' ? entry.size : 0;
  const extended: [string, string][] = [];
  if (!fits(name)) extended.push(['path', name]);
  if (!fits(link)) extended.push(['linkpath', link]);
  if (size > LARGEST) extended.push(['size', String(size)]);
  const header = encode({
    name: fits(name) ? name : standIn(name),
    mode: entry.type === 'link' ? 0o777 : entry.mode,
    size: size > LARGEST ? 0 : size,
    type: entry.type === 'file' ? '0' : entry.type === 'link' ? '2' : '5',
    link: fits(link) ? link : standIn(link),
  });
  if (extended.length === 0) return header;
  const records = Buffer.from(extended.map(([key, value]) => paxRecord(key, value)).join(''));
  const before = encode({ name: 'pax', mode: 0o644, size: records.length, type: 'x', link: '' });
  return Buffer.concat([before, records, padding(records.length), header]);
}

/** Zeros up to the next whole block. */
export function padding(size: number): Uint8Array {
  return Buffer.alloc((BLOCK - (size % BLOCK)) % BLOCK);
}

/** Undefined for a block of zeros; an error text for one that is no header. */
export function decodeHeader(block: Uint8Array): TarHeader | string | undefined {
  if (block.every((byte) => byte === 0)) return undefined;
  const bytes = Buffer.from(block.buffer, block.byteOffset, block.length);
  if (numberAt(bytes, 148, 8) !== checksum(bytes))
    return 'is no tar archive, or damaged: a checksum is wrong';
  const isPosix = bytes.toString('latin1', 257, 263) === 'ustar\0';
  const prefix = isPosix ? textAt(bytes, 345, 155) : '';
  const name = textAt(bytes, 0, 100);
  const type = String.fromCharCode(bytes[156] ?? 0);
  return {
    name: prefix === '' ? name : `${prefix}/${name}`,
    mode: numberAt(bytes, 100, 8) & 0o777,
    size: numberAt(bytes, 124, 12),
    type: type === '\0' || type === '7' ? '0' : type,
    link: textAt(bytes, 157, 100),
  };
}

/** `LENGTH KEY=VALUE\n` records. */
export function decodePax(content: Uint8Array): Map<string, string> {
  const bytes = Buffer.from(content);
  const records = new Map<string, string>();
  for (let at = 0; at < bytes.length;) {
    const blank = bytes.indexOf(0x20, at);
    const length = Number(bytes.toString('latin1', at, blank));
    if (blank < 0 || !Number.isInteger(length) || length <= blank - at) break;
    const text = bytes.toString('utf8', blank + 1, at + length - 1);
    const equals = text.indexOf('=');
    records.set(text.slice(0, equals), text.slice(equals + 1));
    at += length;
  }
  return records;
}

function encode({ name, mode, size, type, link }: TarHeader): Uint8Array {
  const block = Buffer.alloc(BLOCK);
  block.write(name, 0, ROOM, 'latin1');
  const octal = (value: number, at: number, digits: number): void => {
    block.write(value.toString(8).padStart(digits, '0'), at, 'latin1');
  };
  octal(mode, 100, 7);
  octal(0, 108, 7);
  octal(0, 116, 7);
  octal(size, 124, 11);
  octal(0, 136, 11);
  block.write(type, 156, 'latin1');
  block.write(link, 157, ROOM, 'latin1');
  block.write('ustar\x0000', 257, 'latin1');
  octal(checksum(block), 148, 6);
  block[155] = 0x20;
  return block;
}

function checksum(block: Uint8Array): number {
  let sum = 8 * 0x20;
  for (let index = 0; index < BLOCK; index++) if (index < 148 || index >= 156) sum += block[index] ?? 0;
  return sum;
}

function paxRecord(key: string, value: string): string {
  const rest = Buffer.byteLength(` ${key}=${value}\n`);
  let length = rest + String(rest).length;
  if (String(length).length !== String(rest).length) length = rest + String(length).length;
  return `${length} ${key}=${value}\n`;
}

function fits(text: string): boolean {
  // oxlint-disable-next-line no-control-regex -- what else is in ASCII
  return text.length <= ROOM && /^[\x00-\x7f]*$/.test(text);
}

/** What a program that knows no extended headers shows. */
function standIn(name: string): string {
  return Buffer.from(name)
    .subarray(0, ROOM)
    .toString('latin1')
    .replaceAll(/[^ -~]/g, '_');
}

function textAt(bytes: Buffer, at: number, length: number): string {
  const end = bytes.indexOf(0, at);
  return bytes.toString('utf8', at, end < 0 || end > at + length ? at + length : end);
}

/** Octal digits, or with the first bit set a binary number. */
function numberAt(bytes: Buffer, at: number, length: number): number {
  if (((bytes[at] ?? 0) & 0x80) !== 0) {
    let value = 0;
    for (let index = at + 1; index < at + length; index++) value = value * 256 + (bytes[index] ?? 0);
    return value;
  }
  return Number.parseInt(bytes.toString('latin1', at, at + length).replaceAll(/[\0 ]/g, ''), 8) || 0;
}
