// The named generators of defaults: what each makes for one attempt of a job. Knows no ports.
import { createHash, randomUUID } from 'node:crypto';

export type GeneratorName = 'uuid' | 'now' | 'key' | 'key_uuid' | 'key_number';

export interface GeneratorSource {
  readonly task: string;
  /** Of the job. */
  readonly key: string;
}

/** Those that start with `key` make the same for a job each time, and differ between jobs. */
export function generate(name: string, { task, key }: GeneratorSource): string | number {
  switch (name as GeneratorName) {
    case 'uuid':
      return randomUUID();
    case 'now':
      return new Date().toISOString();
    case 'key':
      return key;
    case 'key_uuid':
      return uuidOf(digest(task, key));
    case 'key_number':
      return digest(task, key).readUInt32BE() >>> 1;
    default:
      throw new Error(`the plan holds a generator that does not exist: ${name}`);
  }
}

/** One value of each, to see whether its type suits a port. */
export const GENERATOR_SAMPLES: Readonly<Record<GeneratorName, string | number>> = {
  uuid: '936da01f-9abd-4d9d-80c7-02af85c822a8',
  now: '2026-01-31T12:00:00.000Z',
  key: 'emma',
  key_uuid: '936da01f-9abd-8d9d-80c7-02af85c822a8',
  key_number: 1_234_567_890,
};

function digest(task: string, key: string): Buffer {
  return createHash('sha256').update(`${task}\0${key}`).digest();
}

/** Version 8 of RFC 9562: bits of our own choice. */
function uuidOf(bytes: Buffer): string {
  const hex = bytes.toString('hex');
  const variant = ((Number.parseInt(hex[16] ?? '0', 16) & 3) | 8).toString(16);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    variant + hex.slice(17, 20),
    hex.slice(20, 32),
  ].join('-');
}
