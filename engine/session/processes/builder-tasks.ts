// The tasks that a builder takes from others: `create` keeps a job from starting, `continue` lets it go on, `launch` has a
// watch run it although it is up to date. A task names a job. Knows no socket.
import { ok } from '../../base/result.ts';
import type { Result } from '../../base/result.ts';
import { printJob } from '../../model/job.ts';
import { isProcessId } from '../../model/process-id.ts';
import type { ControlReply, ControlRequest } from '../../model/process-control.ts';
import type { ProcessNews } from '../../model/process-news.ts';
import type { Communicator, TaskAnswer } from '../../process/control/communicator.ts';
import { filtered } from '../../process/control/filter.ts';
import { readTask } from '../../process/control/tasks.ts';

export interface BuilderTaskPorts {
  readonly control: (request: ControlRequest) => readonly ControlReply[];
  readonly isRunning: (job: string) => boolean;
  /** Of a process that is to go on, by its id: the job that it is in, after it was set back to a tag if one is given. */
  readonly goOn: (pid: string, tag: string | null) => Result<string, string>;
  /** Has a job run; why it cannot, if so. */
  readonly launch: (job: string) => Promise<string | undefined>;
}

/** A reply that waits gives the id of the job's next process that ends, and its state. */
export function takeTasks(
  communicator: Communicator,
  { control, isRunning, goOn, launch }: BuilderTaskPorts,
): void {
  const ask = (intent: 'pause' | 'play', target: string, message: string): ControlReply | undefined =>
    control({ intent, targets: [target], all: false, message, suspend: false, force: false })[0];
  const accepted = (outcome: unknown): TaskAnswer => ({ kind: 'accepted', outcome });
  const rejected = (reason: string): TaskAnswer => ({ kind: 'rejected', reason });

  communicator.addTaskSubscriber(async (body) => {
    const read = readTask(body);
    if (!read.ok) return rejected(read.error);
    const task = read.value;
    if (task.task === 'continue') {
      const job = isProcessId(task.pid) || task.tag !== null ? goOn(task.pid, task.tag) : ok(task.pid);
      if (!job.ok) return rejected(job.error);
      const end = nextEnd(communicator, task.pid);
      const reply = ask('play', job.value, '');
      if (reply?.kind === 'final' && reply.value) return accepted(task.noWait ? task.pid : end.promise);
      end.leave();
      return rejected(reply?.message ?? 'no build runs');
    }
    const { process } = task;
    if (task.inputs !== null || task.pid !== null)
      return rejected('the inputs of a job are its links, and its id is given when it starts');
    if (isRunning(process)) return rejected(`${process} runs already`);
    if (task.task === 'create') {
      const reply = ask('pause', process, 'created, to be continued');
      if (reply?.kind === 'final' && reply.value) return accepted(process);
      return rejected(reply?.message ?? 'no build runs');
    }
    const refusal = await launch(process);
    if (refusal !== undefined) return rejected(refusal);
    return accepted(task.noWait ? process : nextEnd(communicator, process).promise);
  });
}

/** Of a process by id, or of the next one of a job. */
function nextEnd(communicator: Communicator, target: string): { promise: Promise<unknown>; leave(): void } {
  const { promise, resolve } = Promise.withResolvers<unknown>();
  const leave = (): void => communicator.removeBroadcastSubscriber(id);
  const id = communicator.addBroadcastSubscriber(
    filtered(
      ({ body, sender, subject }) => {
        if (
          subject === null ||
          (sender !== target && printJob((body as unknown as ProcessNews).job) !== target)
        )
          return;
        leave();
        resolve({ pid: sender, state: subject.slice(subject.lastIndexOf('.') + 1) });
      },
      { subject: /^state_changed\..*\.(?:finished|excepted|killed)$/ },
    ),
  );
  return { promise, leave };
}
