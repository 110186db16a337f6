// One attempt of a job, from its rendered text to its committed outputs. Knows no other job and decides nothing about
// what runs next.
//
//   planned ─▶ rendered ─▶ run ─▶ checked (status, outputs, inputs unmoved, discovered) ─▶ committed
import { readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { faultPoint } from '../base/fault-point.ts';
import { ok } from '../base/result.ts';
import type { Result } from '../base/result.ts';
import type { Exit, Running } from '../executor/port.ts';
import { printInputs } from '../freshness/inputs.ts';
import type { Definition } from '../freshness/definition.ts';
import type { JobFailure } from '../model/failure.ts';
import type { RecordRow } from '../store/rows.ts';
import type { BuildContext } from './context.ts';
import { commit } from './commit.ts';
import { readDepfile } from './depfile.ts';
import type { Job } from './job.ts';
import type { Network } from './network.ts';
import { collectOutputs, exists, planOutputs } from './outputs.ts';
import type { OutputSlot } from './outputs.ts';
import type { Resolution } from './resolve.ts';
import { planStatus, writeStatus } from './status-links.ts';
import type { StatusSlot } from './status-links.ts';

export type AttemptEnd =
  | { readonly type: 'done'; readonly record: RecordRow; readonly changed: boolean; readonly log: string }
  | { readonly type: 'failed'; readonly failure: JobFailure; readonly log: string }
  /** An input moved while the job ran: nothing was committed. */
  | { readonly type: 'unsure'; readonly path: string; readonly log: string };

export interface Attempt {
  readonly job: Job;
  readonly inputs: Extract<Resolution, { type: 'ready' }>;
  readonly definition: Definition;
  /** Number of the slot, from 0. */
  readonly slot: number;
  readonly runId: number;
  /** Called in the transaction that writes the record. */
  readonly onCommit: (log: string) => void;
  readonly isClaimed: (path: string) => boolean;
}

export class AttemptRun {
  readonly end: Promise<AttemptEnd>;
  readonly #context: BuildContext;
  readonly #network: Network;
  readonly #attempt: Attempt;
  #running: Running | undefined;
  #killed: number | undefined;

  constructor(context: BuildContext, network: Network, attempt: Attempt) {
    this.#context = context;
    this.#network = network;
    this.#attempt = attempt;
    this.end = this.#go();
  }

  kill(graceMs: number): void {
    this.#killed = graceMs;
    this.#running?.kill(graceMs);
  }

  async #go(): Promise<AttemptEnd> {
    const { job, slot } = this.#attempt;
    const { root, stage, paths } = this.#context;
    let outputs: OutputSlot[] = [];
    let status: StatusSlot[] = [];
    try {
      outputs = planOutputs(this.#network, job, stage, slot, paths);
      status = planStatus(this.#network, job, stage, slot, paths);
      const stray = this.#strayInTheWay(outputs);
      if (stray) return { type: 'failed', failure: stray, log: '' };
      const slotLog = `${this.#context.state}/logs/slot-${slot}`;
      const depfile =
        job.task.plan.depfile === 'none' ? undefined : resolve(root, stage.pathFor(slot, '.depfile'));
      const fileSystemNow = depfile ? timeOfNewFile(depfile) : 0;
      const places = {
        log: resolve(root, slotLog),
        depfile: depfile ?? '',
        listFile: (index: number) => resolve(root, stage.pathFor(slot, `.list-${index}`)),
      };
      const work = this.#context.renderer.render(
        job,
        this.#attempt.inputs.links,
        outputs,
        places,
        this.#context.jobEnv,
      );
      if (!work.ok) return { type: 'failed', failure: work.error, log: '' };
      const streams = this.#streams(outputs, status);
      const startedAt = Date.now();
      faultPoint('job-before-start');
      this.#running = this.#context.executorFor(work.value).run({ ...work.value, ...streams });
      if (this.#killed !== undefined) this.#running.kill(this.#killed);
      const exit = await this.#running.exit;
      faultPoint('job-ended');
      const log = this.#keepLog(slotLog);
      const end = this.#finish(exit, outputs, log, depfile, fileSystemNow);
      const executor = work.value.action.type === 'function' ? 'function' : 'local';
      const facts = { exit, success: end.type === 'done', startedAt, endedAt: Date.now(), executor, log };
      if (end.type !== 'unsure') writeStatus(status, facts, root);
      return end;
    } catch (error) {
      return { type: 'failed', failure: systemFailure(error), log: '' };
    } finally {
      const staged = outputs.filter((output) => output.staged !== output.real).map((output) => output.staged);
      stage.clear([...staged, ...status.map((each) => each.staged)]);
    }
  }

  /** The files that the job's streams lead from and to, where links ask for it. */
  #streams(
    outputs: readonly OutputSlot[],
    status: readonly StatusSlot[],
  ): { stdin?: string; stdout?: string; stderr?: string } {
    const { root, paths } = this.#context;
    const found: { stdin?: string; stdout?: string; stderr?: string } = {};
    for (const { link, members } of this.#attempt.inputs.links) {
      if (link.plan.role === 'stdin' && members[0])
        found.stdin = resolve(root, paths.get(link.plan.repository)!.pathOf(members[0].key));
    }
    for (const { link, staged } of [...outputs, ...status]) {
      if (link.plan.role === 'stdout' || link.plan.role === 'stderr')
        found[link.plan.role] = resolve(root, staged);
    }
    return found;
  }

  #finish(
    exit: Exit,
    outputs: readonly OutputSlot[],
    log: string,
    depfile: string | undefined,
    startedAt: number,
  ): AttemptEnd {
    const { job, definition, inputs } = this.#attempt;
    const failure = this.#exitFailure(exit);
    if (failure) return { type: 'failed', failure, log };
    const made = collectOutputs(job, outputs, this.#context.stats);
    if (!made.ok) return { type: 'failed', failure: made.error, log };
    const moved = this.#movedInput();
    if (moved !== undefined) return { type: 'unsure', path: moved, log };
    const discovered = depfile
      ? this.#discovered(depfile, outputs, startedAt)
      : ok({ type: 'files' as const, text: '' });
    if (!discovered.ok) return { type: 'failed', failure: discovered.error, log };
    if (discovered.value.type === 'unsure') return { ...discovered.value, log };
    const record: RecordRow = {
      key: job.key,
      state: 'done',
      definition: definition.digest,
      inputs: printInputs(inputs.inputs),
      discovered: discovered.value.text,
      outputs: made.value.map(({ link, key, path, fingerprint }) => ({ link, key, path, fingerprint })),
    };
    const texts = new Map<string, string>([[definition.digest, JSON.stringify(definition.parts)]]);
    for (const input of inputs.inputs) if (input.type === 'set') texts.set(input.set.digest, input.set.text);
    const committed = commit(
      { task: job.task.plan.name, before: job.task.records.get(job.key), record, made: made.value, texts },
      {
        root: this.#context.root,
        store: this.#context.store,
        stats: this.#context.stats,
        stage: this.#context.stage,
        inPlace: (output) => this.#context.outputNow({ ...output, fingerprint: '' }),
        isClaimed: this.#attempt.isClaimed,
        writeMember: (link, key, staged) => this.#writeMember(link, key, staged),
        alongside: () => this.#attempt.onCommit(log),
      },
    );
    if (!committed.ok) return { type: 'failed', failure: committed.error, log };
    return { type: 'done', record, changed: committed.value.changed, log };
  }

  #writeMember(link: string, key: string, staged: string): Result<void, JobFailure> {
    const { repository } = this.#attempt.job.task.plan.links.find((each) => each.name === link)!;
    const written = this.#context.repositories.get(repository)!.write(key, readFileSync(staged));
    if (written instanceof Promise) throw new Error('a memory repository answers at once');
    return written.ok
      ? written
      : { ok: false, error: { type: 'invalid-output', link, path: key, message: written.error.message } };
  }

  #exitFailure(exit: Exit): JobFailure | undefined {
    switch (exit.type) {
      case 'exit': {
        if (exit.status === 0) return undefined;
        const named = Object.entries(this.#attempt.job.task.plan.exitCodes).find(
          ([, code]) => code.status === exit.status,
        );
        return {
          type: 'exit',
          status: exit.status,
          ...(named ? { name: named[0], message: named[1].message } : {}),
        };
      }
      case 'signal':
        return { type: 'signal', signal: exit.signal };
      case 'timeout':
        return { type: 'timeout', afterMs: exit.afterMs };
      case 'killed':
        return { type: 'killed', by: 'pipe' };
      case 'exception':
        return { type: 'exception', message: exit.message, ...(exit.stack ? { stack: exit.stack } : {}) };
      default: {
        const rest: never = exit;
        throw new Error(`unknown exit ${JSON.stringify(rest)}`);
      }
    }
  }

  /** The first input whose stat tuple is not the one that was fingerprinted. */
  #movedInput(): string | undefined {
    for (const { link, members } of this.#attempt.inputs.links) {
      if (!link.plan.isInput) continue;
      const repository = this.#context.paths.get(link.plan.repository);
      if (!repository) continue;
      for (const member of members) {
        const path = repository.pathOf(member.key);
        if (!this.#context.stats.unmoved(path)) return path;
      }
    }
    return undefined;
  }

  /** `path TAB fingerprint` lines of what the depfile names beyond the declared inputs. */
  #discovered(
    depfile: string,
    outputs: readonly OutputSlot[],
    startedAt: number,
  ): Result<{ type: 'files'; text: string } | { type: 'unsure'; path: string }, JobFailure> {
    const { root, stats } = this.#context;
    const text = readIfThere(depfile);
    if (text === undefined)
      return { ok: false, error: { type: 'missing-output', link: 'depfile', path: relative(root, depfile) } };
    const known = new Set(outputs.map((output) => output.staged));
    for (const { link, members } of this.#attempt.inputs.links) {
      const repository = this.#context.paths.get(link.plan.repository);
      if (repository) for (const member of members) known.add(repository.pathOf(member.key));
    }
    const cwd = resolve(root, this.#attempt.job.task.plan.cwd);
    let lines = '';
    for (const name of readDepfile(text)) {
      const absolute = resolve(cwd, name);
      const below = relative(root, absolute);
      const path = below.startsWith('../../') || below === '' ? absolute : below;
      if (known.has(path)) continue;
      known.add(path);
      const owner = this.#context.ownerOf(path);
      if (owner !== undefined)
        return { ok: false, error: { type: 'undeclared-input', path, repository: owner } };
      const fingerprint = stats.file(path);
      if (!fingerprint.ok || fingerprint.value === undefined) return ok({ type: 'unsure', path });
      const stat = statSync(absolute, { throwIfNoEntry: false });
      if (!stat || Math.max(stat.mtimeMs, stat.ctimeMs) >= startedAt) return ok({ type: 'unsure', path });
      lines += `${path}\t${fingerprint.value}\n`;
    }
    return ok({ type: 'files', text: lines });
  }

  /** Where strays are members, a job may not write over one. */
  #strayInTheWay(outputs: readonly OutputSlot[]): JobFailure | undefined {
    for (const { link, real, shape } of outputs) {
      if (shape === 'many' || !('acceptStrays' in link.members.plan) || !link.members.plan.acceptStrays)
        continue;
      const made = this.#attempt.job.task.records
        .get(this.#attempt.job.key)
        ?.outputs.some((output) => output.path === real);
      if (!made && exists(resolve(this.#context.root, real))) return { type: 'stray-in-the-way', path: real };
    }
    return undefined;
  }

  /** Moves the slot's log to the run's own name; one that is empty goes. */
  #keepLog(slotLog: string): string {
    const from = resolve(this.#context.root, slotLog);
    const size = statSync(from, { throwIfNoEntry: false })?.size ?? 0;
    if (size === 0) return '';
    const log = `${this.#context.state}/logs/${this.#attempt.runId}.log`;
    renameSync(from, resolve(this.#context.root, log));
    return log;
  }
}

/** The file system's own clock, which may tick more coarsely than ours: the time that a new file gets. */
function timeOfNewFile(path: string): number {
  writeFileSync(path, '');
  return statSync(path).mtimeMs;
}

function readIfThere(path: string): string | undefined {
  try {
    const text = readFileSync(path, 'utf8');
    rmSync(path, { force: true });
    return text === '' ? undefined : text;
  } catch {
    return undefined;
  }
}

function systemFailure(error: unknown): JobFailure {
  const { code, message, path, stack } = error as NodeJS.ErrnoException;
  if (code === undefined) return { type: 'exception', message, ...(stack ? { stack } : {}) };
  return { type: 'system', code, message, ...(path ? { path } : {}) };
}
