// `pipe tube check`: every fault of a tube at once. Knows no fault but that of an input that only a run needs.
import type { Call, Command } from '../command.ts';
import { ExitCode } from '../exit-code.ts';
import { printJson } from '../open.ts';
import { directoryOption, jsonOption } from '../options.ts';
import { inputOption, openTube, printTubeFaults, tubeArgument } from '../tube/open-tube.ts';
import { plural } from '../wording/duration.ts';

export const tubeCheck: Command = {
  argument: tubeArgument,
  details:
    'Reads the tube with all that it extends and nests, imports the modules that it names, and tells every fault with ' +
    'its place. Exits with 2 if there is one. Inputs that a run must be given are named.',
  options: [inputOption, jsonOption, directoryOption],
  examples: [{ line: 'pipe tube check words.tube.yaml', does: 'check one tube' }],
  run: runCommand,
};

async function runCommand(call: Call): Promise<ExitCode> {
  const opened = await openTube(call);
  const faults = opened.ok ? [] : opened.error.filter((fault) => fault.code !== 'input-missing');
  const needed = opened.ok
    ? opened.value.tube.inputs.missing({})
    : opened.error.flatMap(({ code, message }) =>
        code === 'input-missing' ? [/"(.+)"/.exec(message)![1]!] : [],
      );
  if (call.args.flag('json')) {
    printJson(call, { valid: faults.length === 0, diagnostics: faults, needs: needed });
    return faults.length === 0 ? ExitCode.done : ExitCode.wrong;
  }
  if (faults.length > 0) return await printTubeFaults(call, faults);
  const parts = opened.ok ? [opened.value.tube.id, plural(opened.value.tube.nodes.size, 'node')] : [];
  const needs = needed.length === 0 ? [] : [`needs ${needed.join(', ')}`];
  call.io.stdout.write(`${call.style.good('valid')}: ${[...parts, ...needs].join(', ')}\n`);
  return ExitCode.done;
}
