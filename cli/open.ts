// Opens the pipeline that a call names, and tells its faults. Knows no command.
import type { Call } from './command.ts';
import type { Diagnostic, OpenOptions, Session } from '../engine/index.ts';
import type { WatchedLooks } from '../engine/session/door/watched-looks.ts';
import { readFileSync } from 'node:fs';
import manifest from '../package.json' with { type: 'json' };
import { ExitCode } from './exit-code.ts';
import { plural } from './wording/duration.ts';

/** Which pipeline a call means, from `-f`, `-C` and `--param`. */
export function openOptions(call: Call): OpenOptions {
  const file = call.args.value('file');
  const params = call.args.all('param').map((assignment) => {
    const equals = assignment.indexOf('=');
    return [assignment.slice(0, equals), assignment.slice(equals + 1)] as const;
  });
  return {
    cwd: call.cwd,
    ...(file === undefined ? {} : { file }),
    params: Object.fromEntries(params),
    env: call.io.env,
    version: manifest.version,
    ...(typeof call.looked === 'object' && 'snapshot' in call.looked ? { glance: call.looked } : {}),
  };
}

/** Opens the session, hands it to `use`, and closes it; faults, and a state that cannot be opened, exit with 2. */
export async function withSession(
  call: Call,
  use: (session: Session) => Promise<ExitCode>,
): Promise<ExitCode> {
  return await withOwn(call, async (open) => use(await open()));
}

/** Hands `use` what only looks: a watch that runs here answers, or else a session that is opened for it. */
export async function withLooks(
  call: Call,
  use: (looks: WatchedLooks) => Promise<ExitCode>,
): Promise<ExitCode> {
  const { WatchedLooks: Watched } = await import('../engine/session/door/watched-looks.ts');
  return await withOwn(call, async (open) => use(new Watched(openOptions(call), open)));
}

/** `open` opens the session when it is first called. */
async function withOwn(
  call: Call,
  use: (open: () => Promise<Session>) => Promise<ExitCode>,
): Promise<ExitCode> {
  let opening: Promise<Session> | undefined;
  try {
    return await use(() => (opening ??= openSession(call)));
  } catch (error) {
    if (error instanceof PipelineFaults) return await printFaults(call, error.faults);
    if (!opening || !(error instanceof (await call.engine()).StateError)) throw error;
    const { message, hint } = error.failure;
    call.io.stderr.write(
      `${call.errorStyle.bad('error:')} ${message}${hint === undefined ? '' : `\n  hint: ${hint}`}\n`,
    );
    return ExitCode.wrong;
  } finally {
    // One that could not be opened has been told of.
    await opening?.then(
      (session) => session[Symbol.asyncDispose](),
      () => {},
    );
  }
}

async function openSession(call: Call): Promise<Session> {
  const { openPipeline } = await call.engine();
  const opened = await openPipeline(openOptions(call));
  if (!opened.ok) throw new PipelineFaults(opened.error);
  return opened.value;
}

/** Ends a call whose pipeline cannot be opened, wherever in it that was found out. */
class PipelineFaults extends Error {
  readonly faults: readonly Diagnostic[];

  constructor(faults: readonly Diagnostic[]) {
    super('the pipeline has faults');
    this.faults = faults;
  }
}

/** Prints faults to standard error, with their number if there are several. */
export async function printFaults(call: Call, faults: readonly Diagnostic[]): Promise<ExitCode> {
  await printDiagnostics(call, faults);
  const errors = faults.filter((fault) => fault.severity === 'error').length;
  if (errors > 1) call.io.stderr.write(`${call.errorStyle.bad(plural(errors, 'fault'))}\n`);
  return ExitCode.wrong;
}

/** Prints each to standard error, with its place and line; `texts` are of places that are no files. */
export async function printDiagnostics(
  call: Call,
  diagnostics: readonly Diagnostic[],
  texts: ReadonlyMap<string, string> = new Map(),
): Promise<void> {
  const { renderDiagnostic } = await call.engine();
  const { bad, warn, bold, dim } = call.errorStyle;
  const style = { error: bad, warning: warn, place: bold, caret: bad, note: dim };
  const source = sourceReader(texts);
  for (const diagnostic of diagnostics) {
    call.io.stderr.write(`${renderDiagnostic(diagnostic, { cwd: call.cwd, source, style })}\n`);
  }
}

/** Reads each file once, however many faults it has. */
function sourceReader(known: ReadonlyMap<string, string>): (file: string) => string | undefined {
  const texts = new Map<string, string | undefined>(known);
  return (file) => {
    if (!texts.has(file)) {
      try {
        texts.set(file, readFileSync(file, 'utf8'));
      } catch {
        // That it cannot be read is what the fault says.
        texts.set(file, undefined);
      }
    }
    return texts.get(file);
  };
}

export function printJson(call: Call, value: unknown): void {
  call.io.stdout.write(`${JSON.stringify(value, undefined, 2)}\n`);
}
