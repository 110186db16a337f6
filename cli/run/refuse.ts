// How a request that was not met is told, and with which exit code. Knows no command.
import { resolve } from 'node:path';
import type { RequestFault } from '../../engine/index.ts';
import type { Call } from '../command.ts';
import { ExitCode } from '../exit-code.ts';
import { printDiagnostics } from '../open.ts';

/** 2 where the call is wrong, 1 where what is stored does not allow it. `expression` is what the place of a fault is in. */
export async function refuse(call: Call, fault: RequestFault, expression?: string): Promise<ExitCode> {
  const [message = '', ...more] = fault.message.split('\n');
  // A place in the words of the call is no file: it is shown as `expression:1:7`.
  const at = fault.location && { ...fault.location, file: resolve(call.cwd, fault.location.file) };
  const texts = new Map(at && expression !== undefined ? [[at.file, expression]] : []);
  await printDiagnostics(call, [{ ...fault, message, ...(at ? { location: at } : {}) }], texts);
  for (const line of more) call.io.stderr.write(`  ${line}\n`);
  if (fault.code === 'interrupted') return ExitCode.interrupted;
  return fault.of === 'call' ? ExitCode.wrong : ExitCode.failed;
}

/** For calls that may wait for another pipe. */
export function waitingOn(call: Call): (holder: string) => void {
  return (holder) => void call.io.stderr.write(`waiting for ${holder} to finish\n`);
}
