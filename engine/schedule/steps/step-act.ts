// One command or function of a step: rendered, run, its log kept under its place, and what it left read. Decides nothing.
import { appendFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { faultPoint } from '../../base/fault-point.ts';
import type { Exit, Work } from '../../executor/port.ts';
import type { JsonObject } from '../../model/json.ts';
import type { StepRender } from '../attempt/render-ports.ts';
import type { StepFrame } from './step-frame.ts';
import { contextOf } from './step-values.ts';
import type { StepEnd, WalkPorts } from './walk-ports.ts';

interface Acting {
  readonly pid: string;
  readonly frame: StepFrame;
  readonly ports: WalkPorts;
}

/** What it left for the context, or how it ended otherwise. */
export async function runAct(
  { pid, frame, ports }: Acting,
  action: StepRender['action'],
  isChild: boolean,
  run: (work: Work) => Promise<Exit>,
): Promise<{ readonly left: JsonObject } | { readonly end: StepEnd }> {
  const { work, stepLog } = ports;
  const file = join(work.absolute, `.ctx-${pid}.jsonl`);
  const log = isChild ? `${stepLog}-${pid}` : stepLog;
  writeFileSync(file, '');
  const { scope, argument } = frame.scope;
  const rendered = ports.render({
    action,
    process: pid,
    scope: (own) => ({ ...scope(own), ctx: frame.context, work: frame.workPath }),
    context: { values: frame.context, file },
    ...(argument && { argument }),
  });
  if (!rendered.ok) return { end: { type: 'failed', failure: rendered.error } };
  faultPoint('step-starts');
  const exit = await run({ ...rendered.value, log });
  faultPoint('step-ended');
  keepLog(log, ports.log, isChild ? `${pid} ${frame.at}` : frame.at);
  const left = contextOf(readFileSync(file));
  rmSync(file, { force: true });
  if (exit.type !== 'exit' || exit.status !== 0) return { end: exit };
  const message = left.ok ? '' : `step ${frame.at} ${left.error}`;
  return left.ok ? { left: left.value } : { end: { type: 'failed', failure: { type: 'render', message } } };
}

/** The log of a step, under its place, at the end of the job's. */
function keepLog(from: string, to: string, place: string): void {
  const text = existsSync(from) ? readFileSync(from) : Buffer.alloc(0);
  if (text.length > 0) appendFileSync(to, Buffer.concat([Buffer.from(`[${place}]\n`), text]));
  rmSync(from, { force: true });
}
