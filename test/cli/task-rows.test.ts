import { describe, expect, test } from 'vitest';
import { plainStyle } from '../../cli/style.ts';
import { Rate } from '../../cli/report/rate.ts';
import { TaskRows } from '../../cli/report/task-rows.ts';
import { counts } from './fake-session.ts';

describe('rows', () => {
  test('bar, counts, failures and what runs', () => {
    const tasks = [
      counts('count', {
        total: 400,
        upToDate: 100,
        succeeded: 95,
        failed: 3,
        blocked: 2,
        running: 6,
        waiting: 194,
      }),
      counts('total', { total: 1, waiting: 1 }),
      counts('never', {}),
    ];
    const running = ['emma', 'persuasion', 'evelina', 'pamela', 'clarissa', 'camilla'].map((key) => ({
      job: { task: 'count', key },
      since: 0,
    }));
    const { rows, hidden } = new TaskRows(plainStyle).render({ tasks, running }, 0, 10);
    expect(hidden).toBe(0);
    expect(rows).toEqual([
      {
        task: 'count',
        state: 'running',
        text: 'count  ━━━━━━━━━━──────────  200/400  3 failed  2 blocked  emma, persuasion, evelina, pamela +2',
      },
      { task: 'total', state: 'waiting', text: 'total  ────────────────────    0/1' },
    ]);
  });

  test('rate and time left come from what ran, not from what was up to date', () => {
    const rows = new TaskRows(plainStyle);
    const at = (time: number, succeeded: number) => {
      const waiting = 900 - succeeded;
      const tasks = [
        counts('count', { total: 1000, upToDate: 100, succeeded, running: 1, waiting: waiting - 1 }),
      ];
      return rows.render({ tasks, running: [] }, time, 10).rows[0]?.text;
    };
    at(0, 0);
    expect(at(10_000, 300)).toBe('count  ━━━━━━━━────────────   400/1000  30/s, 20s left');
  });

  test('where the terminal is too low, what tells most stays, in the order of the tasks', () => {
    const tasks = [
      counts('done', { total: 1, succeeded: 1 }),
      counts('waiting', { total: 1, waiting: 1 }),
      counts('failed', { total: 1, failed: 1 }),
      counts('running', { total: 1, running: 1 }),
    ];
    const shown = (height: number) => {
      const { rows, hidden } = new TaskRows(plainStyle).render({ tasks, running: [] }, 0, height);
      return [rows.map(({ task }) => task), hidden];
    };
    expect(shown(4)).toEqual([['done', 'waiting', 'failed', 'running'], 0]);
    expect(shown(2)).toEqual([['failed', 'running'], 2]);
    expect(shown(1)).toEqual([['running'], 3]);
  });
});

describe('rate', () => {
  test('is unknown at first', () => {
    const rate = new Rate();
    rate.add(0, 0);
    rate.add(100, 5);
    expect(rate.perSecond()).toBeUndefined();
  });

  test('forgets what was long ago', () => {
    const rate = new Rate();
    for (let second = 0; second <= 60; second++)
      rate.add(second * 1000, second <= 30 ? second * 100 : 3000 + second);
    expect(rate.perSecond()).toBeCloseTo(1);
  });

  test('keeps few samples however often it is asked', () => {
    const rate = new Rate();
    for (let time = 0; time <= 20_000; time += 10) rate.add(time, time / 100);
    expect(rate.perSecond()).toBeCloseTo(10);
  });
});
