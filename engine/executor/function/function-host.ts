// The program that runs users' functions, one job after another, as a child of pipe and the leader of a process group.
// Knows no graph, store or scheduler: it is told jobs over IPC, and ends with the channel.
import { readFileSync } from 'node:fs';
import * as nodeModule from 'node:module';
import { fileURLToPath } from 'node:url';
import { inspect } from 'node:util';
import { cleanStack } from './clean-stack.ts';
import { makeHandles } from './handles.ts';
import { HostJob } from './host-job.ts';
import { attributeStreams, pointStreams, streamsIntact, writeFully } from './host-streams.ts';
import { jobArgument } from './job-argument.ts';
import { moduleFunction } from './module-function.ts';
import type { HostMessage, Outcome, RunMessage } from './protocol.ts';

nodeModule.enableCompileCache();
stripTypesEverywhere();
const umask = process.umask();
const channel = process.channel!;
const send = process.send!.bind(process) as (message: HostMessage) => boolean;
// The user's code is not to take pipe for a parent that it may talk to. (`disconnect` Node itself calls at the end.)
Object.assign(process, { send: undefined });
/** An ended job did something since that a fresh process would have died of. */
let tainted = false;

attributeStreams();
process.on('message', (message) => void runJob(message as RunMessage));
process.on('disconnect', endGroup);
process.on('uncaughtException', onStray);
process.on('unhandledRejection', onStray);
process.on('beforeExit', onNothingLeft);
process.on('SIGTERM', onTerminate);

/** Node strips no types below node_modules, where the functions of built-in recipes lie once pipe is installed. */
function stripTypesEverywhere(): void {
  nodeModule.registerHooks({
    load(url, context, next) {
      if (!url.startsWith('file:') || !url.includes('/node_modules/') || !/\.m?ts$/.test(url))
        return next(url, context);
      const emitWarning = process.emitWarning;
      process.emitWarning = () => {};
      try {
        const source = nodeModule.stripTypeScriptTypes(readFileSync(fileURLToPath(url), 'utf8'));
        return { format: 'module', source, shortCircuit: true };
      } finally {
        process.emitWarning = emitWarning;
      }
    },
  });
}

async function runJob(message: RunMessage): Promise<void> {
  const job = HostJob.begin(message.streams);
  // Before `started`, so that pipe gives the job to another host.
  if (tainted) process.exit(1);
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
  job.end();
  send({ type: 'end', outcome, reusable: !job.failed && !tainted && streamsIntact() });
}

async function runFunction(job: HostJob, { module, export: name, argument }: RunMessage): Promise<Outcome> {
  const handles = makeHandles(argument);
  const userFunction = await moduleFunction(module, name).catch((error: unknown) => {
    // Node remembers a module that could not be loaded, so this host can never load it.
    job.fail(error);
    throw error;
  });
  await job.run(async () => handles.settle(await userFunction(jobArgument(argument, handles.links, job))));
  // A turn of the loop, in which promises that were rejected and left alone make themselves known.
  await new Promise(setImmediate);
  const status = Number(process.exitCode ?? 0);
  return status === 0 ? { type: 'returned' } : { type: 'status', status };
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
  process.removeAllListeners('SIGTERM');
  process.kill(process.pid, 'SIGTERM');
}

/** Pipe has ended, or has no more use for this host. What functions registered for the exit still runs. */
function endGroup(): void {
  process.once('exit', () => process.kill(-process.pid, 'SIGKILL'));
  process.exit();
}
