// Has a watch that is at work in a state folder run one job. Knows not how it does.
import { differenceOf } from '../../idle/ask-watch.ts';
import type { BuildFailure } from '../../model/failure.ts';
import { refusedSummary } from '../refused-summary.ts';
import type { LaunchReport, LaunchRequest, OpenOptions } from '../types.ts';
import { askBuilder } from './ask.ts';

/** Undefined if no watch runs here, or it does not answer; refused where it was called otherwise. */
export async function askLaunch(
  state: string,
  { task, key, force, record, onEvent, stop }: LaunchRequest,
  wait: boolean,
  { params = {}, env, version = '' }: OpenOptions,
): Promise<LaunchReport | undefined> {
  let builder = 0;
  let refusal: BuildFailure | undefined;
  const asked = await askBuilder(
    state,
    'launch',
    { task, key, force, record, wait },
    {
      suits: (hello) => {
        if (hello.builder !== 'watch') return false;
        builder = hello.pid;
        refusal = differenceOf(hello, { params, env, version });
        return !refusal;
      },
      isPatient: wait,
      onEvent,
      stop,
    },
  );
  if (stop.aborted && builder > 0)
    refusal = { type: 'build-failure', code: 'interrupted', message: 'interrupted; the watch goes on' };
  if (asked?.ok === false) refusal ??= asked.error;
  if (asked?.ok && !asked.value.ok) refusal ??= asked.value.error;
  if (!refusal) return asked?.ok && asked.value.ok ? { ...asked.value.value, builder } : undefined;
  const summary = refusedSummary(refusal);
  onEvent({ type: 'build-end', time: Date.now(), summary });
  return { outcome: summary.outcome, summary };
}
