// The table, the gate over a plain record and the decisions about control requests, without any process object.
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  decideKill,
  decidePause,
  decidePlay,
  decideWish,
  settle,
  type Decision,
} from '../../engine/process/control.ts';
import { failureOf } from '../../engine/process/failure-data.ts';
import {
  ARROWS,
  created,
  isTerminal,
  toExcepted,
  toFinished,
  toKilled,
  toRunning,
  toWaiting,
  transition,
  type Phase,
  type ProcessRecord,
  type ProcessState,
} from '../../engine/process/machine.ts';
import { worked } from '../worked.ts';
import { fault, value } from './rig.ts';

const STATES = Object.keys(ARROWS) as readonly ProcessState[];
const phase: Readonly<Record<ProcessState, Phase>> = {
  created: { state: 'created' },
  running: toRunning(),
  waiting: toWaiting(),
  finished: toFinished(true),
  excepted: toExcepted(failureOf(new Error('boom'))),
  killed: toKilled('enough'),
};
const recordIn = (state: ProcessState): ProcessRecord => ({ ...created('job', 1), ...phase[state] });
const keptBy = (decision: Decision): ProcessRecord => {
  if (decision.act === 'move') throw new Error('expected no move');
  return decision.record;
};

describe('the table', () => {
  test('the diagram in the doc comment is the table', () => {
    const source = readFileSync(new URL('../../engine/process/machine.ts', import.meta.url), 'utf8');
    const drawn = [...source.matchAll(/^ \* +(\w+) +──▶ ?(.*)$/gm)].map(([, from, to]) => [
      from,
      (to ?? '').split(' ').filter(Boolean),
    ]);
    expect(Object.fromEntries(drawn)).toEqual({ none: ['created'], ...ARROWS });
  });

  test('every arrow of the table can be taken, and no other', () => {
    for (const from of STATES) {
      for (const to of STATES) {
        const moved = transition(recordIn(from), phase[to], 2);
        if (ARROWS[from].includes(to))
          expect(value(moved)).toMatchObject({ state: to, epoch: 1, changedAt: 2, pid: 'job' });
        else
          expect(fault(moved)).toMatchObject({
            code: 'illegal-transition',
            message: `Cannot transition from ${from} to ${to}`,
          });
      }
    }
  });

  test('terminal is terminal', () => {
    expect(STATES.filter(isTerminal)).toEqual(['finished', 'excepted', 'killed']);
    for (const state of STATES.filter(isTerminal)) expect(ARROWS[state]).toEqual([]);
  });

  test('a move to an end drops a pause and a wish, and the status of the pause', () => {
    const paused: ProcessRecord = {
      ...recordIn('waiting'),
      paused: true,
      status: 'held',
      savedStatus: 'busy',
      wish: { kind: 'pause', message: null },
    };
    expect(value(transition(paused, toFinished(true)))).toMatchObject({
      paused: false,
      wish: null,
      status: 'busy',
      savedStatus: null,
    });
    expect(value(transition(paused, toKilled('enough')))).toMatchObject({ paused: false, status: 'enough' });
    expect(value(transition(paused, toRunning()))).toMatchObject({ paused: true, status: 'held' });
  });

  test('a record is plain data', () => {
    for (const state of STATES) expect(JSON.parse(JSON.stringify(recordIn(state)))).toEqual(recordIn(state));
  });

  test('a move takes about a microsecond of a processor', async () => {
    let record = created('job', 0);
    const ms = await worked(() => {
      for (let index = 0; index < 100_000; index++) record = value(transition(record, toRunning(), index));
    });
    expect(record.epoch).toBe(100_000);
    expect(ms / 100_000).toBeLessThan(0.02);
  });
});

describe('decisions', () => {
  test('kill beats pause, whichever comes first', () => {
    const running = recordIn('running');
    const killed = keptBy(decideKill(running, 'enough', false, true));
    expect(decidePause(killed, 'hold', true)).toEqual({ act: 'answer', record: killed, reply: false });
    const paused = keptBy(decidePause(running, 'hold', true));
    expect(keptBy(decideKill(paused, 'enough', false, true)).wish).toEqual({
      kind: 'kill',
      message: 'enough',
    });
  });

  test('a late outcome is ignored: after an end, and in another epoch', () => {
    expect(settle(recordIn('killed'), 0, toFinished(true))).toEqual({ act: 'ignore', why: 'ended' });
    expect(settle(recordIn('running'), 7, toFinished(true))).toEqual({ act: 'ignore', why: 'superseded' });
  });

  test('a pending kill takes the place of the outcome, and keeps its error', () => {
    const record = keptBy(decideKill(recordIn('running'), 'enough', false, true));
    const settled = settle(record, 0, toExcepted(failureOf(new Error('boom'))));
    expect(settled).toMatchObject({
      act: 'move',
      phase: { state: 'killed', message: 'enough', overtaken: { message: 'boom' } },
    });
  });

  test('a job of the scheduler: started, asked to pause and to be killed, ended', () => {
    let record = value(transition(created('count/emma', 1), toRunning(), 2));
    const { epoch } = record;
    record = keptBy(decidePause(record, null, true));
    record = keptBy(decideKill(record, 'Ctrl-C', false, true));
    const settled = settle(
      record,
      epoch,
      toFinished(false, null, { status: 143, label: null, message: null }),
    );
    expect(settled.act === 'move' && value(transition(record, settled.phase, 3))).toMatchObject({
      state: 'killed',
      message: 'Ctrl-C',
      paused: false,
      wish: null,
    });
  });

  test('whatever is asked in whatever order: no arrow but the table’s, no end is left, a forced kill ends at once', () => {
    const request = fc.record({
      ask: fc.constantFrom('pause', 'play', 'kill', 'force', 'wish', 'settle'),
      busy: fc.boolean(),
      to: fc.constantFrom(...STATES),
    });
    fc.assert(
      fc.property(fc.constantFrom(...STATES), fc.array(request, { maxLength: 20 }), (start, requests) => {
        let record = recordIn(start);
        for (const { ask, busy, to } of requests) {
          const before = record;
          record = carriedOut(record, ask, busy, to);
          if (isTerminal(before.state)) expect(record).toBe(before);
          if (before.state !== record.state) expect(ARROWS[before.state]).toContain(record.state);
          if (ask === 'force' && !isTerminal(before.state)) expect(record.state).toBe('killed');
          if (before.wish?.kind === 'kill' && !isTerminal(record.state))
            expect(record.wish?.kind).toBe('kill');
          if (isTerminal(record.state) && record !== before)
            expect(record).toMatchObject({ paused: false, wish: null });
        }
      }),
    );
  });
});

function carriedOut(record: ProcessRecord, ask: string, busy: boolean, to: ProcessState): ProcessRecord {
  if (ask === 'settle') {
    const settled = settle(record, record.epoch, phase[to]);
    const moved = settled.act === 'move' ? transition(record, settled.phase) : undefined;
    return moved?.ok === true ? moved.value : record;
  }
  const decision = decided(record, ask, busy);
  return decision.act === 'move' ? value(transition(record, decision.phase)) : decision.record;
}

function decided(record: ProcessRecord, ask: string, busy: boolean): Decision {
  if (ask === 'pause') return decidePause(record, null, busy);
  if (ask === 'play') return decidePlay(record);
  if (ask === 'wish') return decideWish(record);
  return decideKill(record, 'enough', ask === 'force', busy);
}
