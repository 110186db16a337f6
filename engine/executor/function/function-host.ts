// The program that runs users' functions, one job after another, as a child of pipe and the leader of a process group.
// Knows no graph, store or scheduler: it is told jobs over IPC, and ends with the channel.
import { appendFileSync } from 'node:fs';
import * as nodeModule from 'node:module';
import { inspect } from 'node:util';
import type { Json } from '../../model/json.ts';
import { stripTypesEverywhere } from '../strip-types.ts';
import type { Sessions } from '../tube/sessions.ts';
import { callMany } from './call-many.ts';
import { cleanStack } from './clean-stack.ts';
import { makeHandles } from './handles.ts';
import { HostJob } from './host-job.ts';
import { attributeStreams, pointStreams, streamsIntact, writeFully } from './host-streams.ts';
import { jobArgument } from './job-argument.ts';
import { moduleFunction } from './module-function.ts';
import { isProcessMaker, runProcess } from './process-job.ts';
import type { ProcessLink } from './process-job.ts';
import type { CloseMessage, HostMessage, Outcome, RunMessage, TellMessage } from './protocol.ts';
import { ask } from './ask.ts';

nodeModule.enableCompileCache();
stripTypesEverywhere();
const umask = process.umask();
const channel = process.channel!;
const send = process.send!.bind(process) as (message: HostMessage) => boolean;
// The user's code is not to take pipe for a parent that it may talk to. (`disconnect` Node itself calls at the end.)
Object.assign(process, { send: undefined });
/** An ended job did something since that a fresh process would have died of. */
let tainted = false;
/** What pipe's end leaves for closing what is open. */
const CLOSE_MS = 10_000;
/** What is open for longer than one job: there is none in a host of plain functions. */
let sessions: Sessions | undefined;
/** Hears what is told to the processes of the job that runs. */
let onTold: ((message: Json) => void) | undefined;

attributeStreams();
process.on('message', (message) => {
  const order = message as RunMessage | CloseMessage | TellMessage;
  if (order.type === 'tell') onTold?.(order.message);
  else void (order.type === 'run' ? runJob(order) : closeAll());
});
process.on('disconnect', () => void endGroup());
process.on('uncaughtException', onStray);
process.on('unhandledRejection', onStray);
process.on('beforeExit', onNothingLeft);
process.on('SIGTERM', onTerminate);

async function runJob(message: RunMessage): Promise<void> {
  const job = HostJob.begin(message.streams);
  // Before `started`, so that pipe gives the job to another host.
  if (tainted) {
    await sessions?.close();
    process.exit(1);
  }
  let outcome: Outcome;
  try {
    if (!pointStreams(message.streams)) process.exit(1);
    send({ type: 'started' });
    setProcessState(message);
    // Nothing but the function's own doing is to keep the process going, so that one that can never settle is noticed.
    channel.unref();
    outcome = await Promise.race([job.failure.then(threw), runFunction(job, message)]);
  } catch (error) {
    outcome = threw(error);
  }
  channel.ref();
  onTold = undefined;
  job.end();
  send({ type: 'end', outcome, reusable: !job.failed && !tainted && streamsIntact() });
}

async function runFunction(job: HostJob, { what, assets, argument }: RunMessage): Promise<Outcome> {
  if (what.type === 'tube' || assets.length > 0)
    sessions ??= new (await import('../tube/sessions.ts')).Sessions((open) => HostJob.outside(open));
  const userFunction = await (
    what.type === 'tube' ? sessions!.tubeFunction(what, argument) : moduleFunction(what.module, what.export)
  ).catch((error: unknown) => {
    // Node remembers a module that could not be loaded, so this host can never load it.
    job.fail(error);
    throw error;
  });
  if (what.type === 'function' && what.many) {
    await callMany(userFunction, what.many, job);
    return { type: 'returned' };
  }
  const handles = makeHandles(argument);
  const links = { ...handles.links, ...(await sessions?.objects(assets)) };
  await job.run(async () => {
    const returned = isProcessMaker(userFunction)
      ? await runProcess(userFunction, idOf(what), argument, processLink())
      : await userFunction(jobArgument(argument, links, job));
    if (argument.context) leaveContext(argument.context.file, returned);
    await handles.settle(argument.context ? undefined : returned);
  });
  // A turn of the loop, in which promises that were rejected and left alone make themselves known.
  await new Promise(setImmediate);
  const status = Number(process.exitCode ?? 0);
  return status === 0 ? { type: 'returned' } : { type: 'status', status };
}

function processLink(): ProcessLink {
  return {
    ask,
    onTold: (listener) => (onTold = listener),
    stayAwake: (isAwake) => (isAwake ? channel.ref() : channel.unref()),
    warn: (message) => writeFully(2, Buffer.from(`${message}\n`)),
  };
}

function idOf(what: RunMessage['what']): string {
  return what.type === 'function' ? `${what.module}#${what.export}` : what.file;
}

/** What a step returns goes into the context of its job. */
function leaveContext(file: string, returned: unknown): void {
  if (returned === undefined || returned === null) return;
  if (typeof returned !== 'object' || Array.isArray(returned))
    throw new TypeError('a step returns an object of what goes into the context, or nothing');
  appendFileSync(file, `${JSON.stringify(returned)}\n`);
}

/** Node would print the error before it dies of it, so it stands in the log here too. */
function threw(error: unknown): Outcome {
  cleanStack(error);
  try {
    writeFully(2, Buffer.from(`${inspect(error)}\n`));
  } catch {
    // A full disk, say: the outcome has it all the same.
  }
  if (!(error instanceof Error)) return { type: 'threw', message: `threw ${inspect(error)}` };
  const message = error.message === '' ? error.name : error.message;
  return error.stack === undefined
    ? { type: 'threw', message }
    : { type: 'threw', message, stack: error.stack };
}

/** Everything of the process that one job can change for the next. */
function setProcessState({ cwd, env }: RunMessage): void {
  process.exitCode = undefined;
  process.umask(umask);
  process.chdir(cwd);
  for (const name of Object.keys(process.env)) if (!(name in env)) delete process.env[name];
  for (const [name, value] of Object.entries(env)) if (process.env[name] !== value) process.env[name] = value;
}

function onStray(error: unknown): void {
  const job = HostJob.owner;
  if (job) job.fail(error);
  else tainted = true;
}

function onNothingLeft(): void {
  const job = HostJob.current;
  if (job?.awaitsAbort) channel.ref();
  else job?.fail(new Error('the function can never return: nothing is left that it could wait for'));
}

/** The group was asked to end. Whoever uses the signal, or waits for a child that was asked too, has the grace to. */
function onTerminate(): void {
  const job = HostJob.current;
  job?.abort();
  if (job?.signalUsed || (job && process.getActiveResourcesInfo().includes('ProcessWrap'))) return;
  void Promise.resolve(sessions?.close()).finally(() => {
    process.removeAllListeners('SIGTERM');
    process.kill(process.pid, 'SIGTERM');
  });
}

async function closeAll(): Promise<void> {
  send({ type: 'closed', failures: (await sessions?.close()) ?? [] });
}

/** Pipe has ended, or has no more use for this host. What functions registered for the exit still runs. */
async function endGroup(): Promise<void> {
  if (sessions) {
    setTimeout(() => process.kill(-process.pid, 'SIGKILL'), CLOSE_MS);
    await sessions.close();
  }
  process.once('exit', () => process.kill(-process.pid, 'SIGKILL'));
  process.exit();
}
