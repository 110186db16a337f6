// The schema of events says what the engine's types say.
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, expectTypeOf, test } from 'vitest';
import type {
  Event,
  JobFailure as SchemaFailure,
  Reason as SchemaReason,
} from '../../schemas/generated/event.ts';
import schema from '../../schemas/event.schema.json' with { type: 'json' };
import type { EngineEvent } from '../../engine/model/event.ts';
import type { JobFailure } from '../../engine/model/failure.ts';
import type { Reason } from '../../engine/model/reason.ts';

/** Lists are readonly in the engine and plain in what is made from a schema. */
type Plain<T> = T extends readonly (infer Item)[]
  ? Plain<Item>[]
  : T extends object
    ? { -readonly [Key in keyof T]: Plain<T[Key]> }
    : T;

test('the types are the same', () => {
  expectTypeOf<Plain<EngineEvent>['type']>().toEqualTypeOf<Event['type']>();
  expectTypeOf<Plain<Reason>>().toExtend<SchemaReason>();
  expectTypeOf<Plain<JobFailure>>().toExtend<SchemaFailure>();
  expectTypeOf<SchemaReason>().toExtend<Reason>();
  expectTypeOf<SchemaFailure>().toExtend<JobFailure>();
  expectTypeOf<Event>().toExtend<EngineEvent>();
});

const validateEvent = new Ajv2020({ discriminator: true, strictTypes: false }).compile(schema);

const job = { task: 'count', key: 'emma' };
const counts = {
  task: 'count',
  total: 1,
  upToDate: 0,
  succeeded: 0,
  failed: 1,
  blocked: 0,
  notReady: 0,
  running: 0,
  waiting: 0,
};
const failure = { type: 'exit', status: 3, name: 'NO_TEXT' } as const;
const events: readonly EngineEvent[] = [
  { type: 'build-start', time: 1, pipeline: 'books', targets: [], dryRun: false, slots: 2 },
  {
    type: 'job-start',
    time: 2,
    job,
    attempt: 1,
    reason: { type: 'input-changed', link: 'book', key: 'emma', before: 'a', after: 'b' },
  },
  {
    type: 'job-end',
    time: 3,
    job,
    attempt: 1,
    outcome: 'failed',
    durationMs: 5,
    changed: false,
    failure,
    log: 'a.log',
  },
  { type: 'job-output', time: 3, job, attempt: 1, port: 'stats.words', value: 16 },
  {
    type: 'job-end',
    time: 3,
    job,
    attempt: 1,
    outcome: 'succeeded',
    durationMs: 5,
    changed: true,
    exit: { status: 4, name: 'PARTLY', message: 'some pages were left out' },
    outputs: { stats: { words: 16 } },
  },
  { type: 'warning', time: 3, code: 'skipped-name', message: 'odd' },
  { type: 'task-end', time: 4, counts },
  {
    type: 'build-end',
    time: 5,
    summary: {
      outcome: 'failed',
      durationMs: 9,
      tasks: [counts],
      failures: [{ job, failure, blocks: 0 }],
      notReady: [],
      pruned: 0,
      warnings: 1,
    },
  },
];

test.each(events.map((event) => [event.type, event] as const))('%s is valid', (_type, event) => {
  expect(validateEvent(event), JSON.stringify(validateEvent.errors)).toBe(true);
});

test('an event of no known type, or with another key, is not', () => {
  expect(validateEvent({ type: 'lunch', time: 1 })).toBe(false);
  expect(validateEvent({ ...events[3], colour: 'red' })).toBe(false);
});
