// The socket of a builder: what it answers, what it refuses, and that nobody at home is no fault.
import { existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { Plan } from '../../engine/model/plan.ts';
import { askBuilder } from '../../engine/session/door/ask.ts';
import { openDoor } from '../../engine/session/door/door.ts';
import type { Answers } from '../../engine/session/door/questions.ts';

const plan = { tasks: [], env: [], secrets: [] } as unknown as Plan;

async function house(answers: Answers, below = '') {
  const root = mkdtempSync(join(realpathSync(tmpdir()), 'pipe-door-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const state = join(root, below);
  mkdirSync(state, { recursive: true });
  const open = { cwd: state, env: {}, params: { loud: 'yes' } };
  const door = await openDoor(state, { builder: 'build', plan: () => plan, open, answers });
  onTestFinished(() => door[Symbol.asyncDispose]());
  return { state, door };
}

test('a builder answers what it is asked', async () => {
  const { state } = await house({ who: () => ({ pid: 7, builder: 'build' }) });
  expect(await askBuilder(state, 'who', undefined)).toEqual({
    ok: true,
    value: { pid: 7, builder: 'build' },
  });
});

test('it refuses what it does not answer, and what it fails to', async () => {
  const { state } = await house({});
  expect(await askBuilder(state, 'who', undefined)).toMatchObject({
    ok: false,
    error: { code: 'unknown-question', message: 'this pipe cannot be asked "who"' },
  });
  const broken = await house({ who: () => Promise.reject(new Error('nobody knows')) });
  expect(await askBuilder(broken.state, 'who', undefined)).toMatchObject({
    error: { code: 'unanswered', message: 'nobody knows' },
  });
});

test('one that does not suit is not asked', async () => {
  const { state } = await house({ who: () => ({ pid: 7, builder: 'build' }) });
  const suits = ({ params }: { params: string }): boolean => params !== '{"loud":"yes"}';
  expect(await askBuilder(state, 'who', undefined, { suits })).toBeUndefined();
});

test('nobody at home: no socket, one that was left behind, one that went', async () => {
  const { state, door } = await house({});
  await door[Symbol.asyncDispose]();
  expect(await askBuilder(state, 'who', undefined)).toBeUndefined();
  writeFileSync(join(state, 'socket'), '');
  expect(await askBuilder(state, 'who', undefined)).toBeUndefined();
});

test('a folder too deep for a socket has one; what is closed twice is closed once, and takes nobody else’s away', async () => {
  const { state, door } = await house({ who: () => ({ pid: 7, builder: 'build' }) }, 'd'.repeat(150));
  expect(await askBuilder(state, 'who', undefined)).toMatchObject({ ok: true });
  await door[Symbol.asyncDispose]();
  expect(existsSync(join(state, 'socket'))).toBe(false);
  writeFileSync(join(state, 'socket'), 'another');
  await door[Symbol.asyncDispose]();
  expect(existsSync(join(state, 'socket'))).toBe(true);
});
