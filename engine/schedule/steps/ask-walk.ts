// What pause, play and kill do to a launched recipe while it runs, and what is answered. Knows no steps.
import { decidePause, decidePlay } from '../../process/control.ts';
import type { JobProcess } from '../attempt/job-process.ts';
import type { InnerAnswer, InnerIntent } from './inner-process.ts';

interface AskedWalk {
  readonly process: JobProcess;
  readonly isHeld: boolean;
  readonly ended: Promise<void>;
  goOn(): void;
  pauseBetweenSteps(): Promise<boolean>;
  kill(by: string, graceMs: number): void;
}

const KILL_GRACE_MS = 5000;

export function askWalk(walk: AskedWalk, intent: InnerIntent, message: string, force: boolean): InnerAnswer {
  const { process } = walk;
  const { state } = process.record;
  if (process.hasEnded) return { value: intent === 'kill' && state === 'killed', message: 'has ended' };
  switch (intent) {
    case 'play': {
      const wasHeld = walk.isHeld;
      const decision = decidePlay(process.record);
      if ('record' in decision) process.put(decision.record);
      walk.goOn();
      return { value: true, message: wasHeld ? 'goes on' : 'was not paused' };
    }
    case 'pause':
      return pause(walk, message);
    case 'kill': {
      walk.kill(message, force ? 0 : KILL_GRACE_MS);
      const outcome = walk.ended.then(() => {
        const value = process.record.state === 'killed';
        return { value, message: value ? 'is killed' : 'had ended before the kill reached it' };
      });
      return { value: true, message: 'is being killed', outcome };
    }
    default:
      return intent satisfies never;
  }
}

function pause(walk: AskedWalk, message: string): InnerAnswer {
  const { process } = walk;
  const decision = decidePause(process.record, message, true);
  if (decision.act !== 'later') {
    const value = process.record.paused;
    return { value, message: value ? 'is paused already' : 'is being killed' };
  }
  process.put(decision.record);
  const outcome = walk.pauseBetweenSteps().then((value) => ({
    value,
    message: value ? 'is paused' : 'was played, or ended, before it could be paused',
  }));
  return { value: true, message: 'will be paused when its step ends', outcome };
}
