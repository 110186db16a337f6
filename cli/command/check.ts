// `pipe check`: every fault of the pipeline at once. Knows no fault.
import type { Call, Command } from '../command.ts';
import { ExitCode } from '../exit-code.ts';
import { openOptions, printDiagnostics, printFaults, printJson } from '../open.ts';
import { jsonOption, pipelineOptions } from '../options.ts';
import { plural } from '../wording/duration.ts';

export const check: Command = {
  details:
    'Reads the pipeline with all that it includes, and tells every fault with its place. Exits with 2 if there is one.',
  options: [jsonOption, ...pipelineOptions],
  examples: [
    { line: 'pipe check', does: 'check pipeline.yaml' },
    { line: 'pipe check -f other.yaml --json', does: 'check another file, faults as JSON' },
  ],
  run: runCommand,
};

async function runCommand(call: Call): Promise<ExitCode> {
  const { checkPipeline } = await call.engine();
  const checked = await checkPipeline(openOptions(call));
  if (call.args.flag('json')) {
    const diagnostics = checked.ok ? checked.value.warnings : checked.error;
    printJson(call, { valid: checked.ok, diagnostics });
    return checked.ok ? ExitCode.done : ExitCode.wrong;
  }
  if (!checked.ok) return await printFaults(call, checked.error);
  const { plan, warnings } = checked.value;
  await printDiagnostics(call, warnings);
  const parts = [
    plural(plan.tasks.length, 'task'),
    plural(plan.repositories.length, 'repository', 'repositories'),
  ];
  if (warnings.length > 0) parts.push(plural(warnings.length, 'warning'));
  call.io.stdout.write(`${call.style.good('valid')}: ${plan.name}: ${parts.join(', ')}\n`);
  return ExitCode.done;
}
