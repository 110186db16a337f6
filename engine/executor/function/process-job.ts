// A class of processes as the function of a step: what it is given, and that it runs with checkpoints in the job's folder.
// Knows of the class only the one static that it is called by, so that no process is loaded for other functions.
import type { FunctionArgument, LinkArgument, MemberArgument } from './argument.ts';

/** engine/process/process.ts has it. */
export interface ProcessMaker {
  runAsJob(
    id: string,
    given: Readonly<Record<string, unknown>>,
    folder: string,
    warn: (message: string) => void,
  ): Promise<Readonly<Record<string, unknown>>>;
}

export function isProcessMaker(value: unknown): value is ProcessMaker {
  return typeof value === 'function' && typeof (value as Partial<ProcessMaker>).runAsJob === 'function';
}

/** Resolves with the outputs of the process. `id` is what checkpoints name its class by. */
export async function runProcess(
  maker: ProcessMaker,
  id: string,
  { task, key, params, links, context }: FunctionArgument,
  warn: (message: string) => void,
): Promise<Readonly<Record<string, unknown>>> {
  if (!context)
    throw new TypeError(
      'a class of processes is run as a step, which keeps its checkpoints: write `steps: [{ function: … }]`',
    );
  const named = Object.entries(links).map(([name, link]) => [name, valueOf(link)] as const);
  const given = { ...params, task, key, ctx: context.values, ...Object.fromEntries(named) };
  try {
    return await maker.runAsJob(id, given, context.folder, warn);
  } catch (error) {
    // It ended without success: a status, as any job's.
    const { status } = error as { status?: unknown };
    if (typeof status !== 'number') throw error;
    warn((error as Error).message);
    process.exitCode = status;
    return {};
  }
}

/** Paths and records, as plain data that a checkpoint can keep. */
function valueOf(link: LinkArgument): unknown {
  switch (link.type) {
    case 'input':
      return memberOf(link.member);
    case 'inputs':
      return link.members.map(memberOf);
    case 'absent':
      return undefined;
    case 'output':
      return link.path;
    case 'fan-out':
      return link.dir;
    default:
      return link satisfies never;
  }
}

function memberOf(member: MemberArgument): unknown {
  return member.type === 'path' ? member.path : member.value;
}
