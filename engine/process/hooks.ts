// The hooks that a class of processes may override, and the check that each override calls super. Knows nothing of when
// hooks are called.
import type { FailureData } from './failure-data.ts';
import type { Phase, ProcessState } from './machine.ts';
import { ProcessError } from './process-error.ts';

/**
 * All hooks are synchronous, since nothing may come between the parts of a transition; each override calls super.
 *
 * One move A → B: `onExiting`, `onExitRunning | onExitWaiting` (state A); `onEntering(B)`, `onCreate | onRun | onWait |
 * onFinish | onExcept | onKill` (state A); B is written, the state is B; `onEntered(A)`, `onCreated | onRunning |
 * onWaiting | onFinished | onExcepted | onKilled`, listeners, the broadcast; in a terminal state `onTerminated`,
 * `onClose`. What a hook throws makes the move one to excepted.
 */
export class ProcessHooks {
  /** After the process was created, and again whenever it was loaded from a checkpoint. */
  init(): void {
    superCalled(this, 'init');
  }
  onCreate(): void {
    superCalled(this, 'onCreate');
  }
  onCreated(): void {
    superCalled(this, 'onCreated');
  }
  onExiting(): void {
    superCalled(this, 'onExiting');
  }
  onExitRunning(): void {
    superCalled(this, 'onExitRunning');
  }
  onExitWaiting(): void {
    superCalled(this, 'onExitWaiting');
  }
  onEntering(_next: Phase): void {
    superCalled(this, 'onEntering');
  }
  onRun(): void {
    superCalled(this, 'onRun');
  }
  onWait(_data: unknown): void {
    superCalled(this, 'onWait');
  }
  onFinish(_result: unknown, _successful: boolean): void {
    superCalled(this, 'onFinish');
  }
  onExcept(_failure: FailureData): void {
    superCalled(this, 'onExcept');
  }
  onKill(_message: string): void {
    superCalled(this, 'onKill');
  }
  onEntered(_from: ProcessState | null): void {
    superCalled(this, 'onEntered');
  }
  onRunning(): void {
    superCalled(this, 'onRunning');
  }
  onWaiting(): void {
    superCalled(this, 'onWaiting');
  }
  onFinished(): void {
    superCalled(this, 'onFinished');
  }
  onExcepted(): void {
    superCalled(this, 'onExcepted');
  }
  onKilled(): void {
    superCalled(this, 'onKilled');
  }
  onTerminated(): void {
    superCalled(this, 'onTerminated');
  }
  onClose(): void {
    superCalled(this, 'onClose');
  }
  onPausing(_message: string | null): void {
    superCalled(this, 'onPausing');
  }
  onPaused(_message: string | null): void {
    superCalled(this, 'onPaused');
  }
  onPlaying(): void {
    superCalled(this, 'onPlaying');
  }
  /** Before the value is checked. */
  onOutputEmitting(_port: string, _value: unknown): void {
    superCalled(this, 'onOutputEmitting');
  }
  /** After it was stored; `dynamic`: under a name that is no port. */
  onOutputEmitted(_port: string, _value: unknown, _dynamic: boolean): void {
    superCalled(this, 'onOutputEmitted');
  }
}

export type HookName = keyof ProcessHooks;

/** The hooks around one state: on leaving it, on entering it, and when it has been entered. */
export const STATE_HOOKS = {
  created: { exit: null, enter: 'onCreate', entered: 'onCreated' },
  running: { exit: 'onExitRunning', enter: 'onRun', entered: 'onRunning' },
  waiting: { exit: 'onExitWaiting', enter: 'onWait', entered: 'onWaiting' },
  finished: { exit: null, enter: 'onFinish', entered: 'onFinished' },
  excepted: { exit: null, enter: 'onExcept', entered: 'onExcepted' },
  killed: { exit: null, enter: 'onKill', entered: 'onKilled' },
} as const satisfies Record<ProcessState, { exit: HookName | null; enter: HookName; entered: HookName }>;

interface Call {
  readonly name: HookName;
  called: boolean;
}

const calls = new WeakMap<ProcessHooks, Call[]>();

/** Calls a hook and checks that it got to the base class and came back at once. */
export function callHook<N extends HookName>(
  target: ProcessHooks,
  name: N,
  ...args: Parameters<ProcessHooks[N]>
): void {
  const stack = calls.get(target) ?? [];
  calls.set(target, stack);
  const call: Call = { name, called: false };
  stack.push(call);
  try {
    const returned = (target[name] as (...args: unknown[]) => unknown)(...args);
    if (returned instanceof Promise) {
      returned.catch(() => {});
      throw new ProcessError(
        'super-not-called',
        `${target.constructor.name}.${name} is asynchronous; hooks are not`,
      );
    }
  } finally {
    stack.pop();
  }
  if (!call.called)
    throw new ProcessError('super-not-called', `${target.constructor.name}.${name} must call super.${name}`);
}

function superCalled(target: ProcessHooks, name: HookName): void {
  const call = calls.get(target)?.at(-1);
  if (call?.name !== name)
    throw new ProcessError('super-not-called', `${name} is a hook: only the machine calls it`);
  call.called = true;
}
