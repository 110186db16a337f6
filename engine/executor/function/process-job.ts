// A class of processes as the function of a step: what it is given, and the way to pipe, which keeps its checkpoints.
// Knows of the class only the one static that it is called by, so that no process is loaded for other functions.
import type { Json } from '../../model/json.ts';
import type { FunctionArgument, LinkArgument, MemberArgument } from './argument.ts';

/** How the processes of a job reach pipe, and pipe them. */
export interface ProcessLink {
  /** Waits for the answer; throws where there is none. */
  readonly ask: (question: Json) => Json;
  readonly onTold: (listener: (message: Json) => void) => void;
  /** While set, something may still come from pipe, though nothing else is left to wait for. */
  readonly stayAwake: (isAwake: boolean) => void;
  readonly warn: (message: string) => void;
}

/** engine/process/process.ts has it. */
export interface ProcessMaker {
  runAsJob(
    id: string,
    given: Readonly<Record<string, unknown>>,
    link: ProcessLink,
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
  link: ProcessLink,
): Promise<Readonly<Record<string, unknown>>> {
  if (!context)
    throw new TypeError(
      'a class of processes is run as a step, which keeps its checkpoints: write `steps: [{ function: … }]`',
    );
  const named = Object.entries(links).map(([name, link]) => [name, valueOf(link)] as const);
  const given = { ...params, task, key, ctx: context.values, ...Object.fromEntries(named) };
  try {
    return await maker.runAsJob(id, given, link);
  } catch (error) {
    // It ended without success: a status, as any job's.
    const { status } = error as { status?: unknown };
    if (typeof status !== 'number') throw error;
    link.warn((error as Error).message);
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
