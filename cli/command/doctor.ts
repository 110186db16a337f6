// `pipe doctor`: what may go wrong on this machine, in this folder, with this pipeline. Knows no check.
import { dirname, resolve } from 'node:path';
import type { Call, Command } from '../command.ts';
import type { Finding } from '../doctor/finding.ts';
import { ExitCode } from '../exit-code.ts';
import { openOptions, printJson } from '../open.ts';
import { jsonOption, pipelineOptions } from '../options.ts';

export const doctor: Command = {
  details:
    'Checks Node, SQLite, the shell, watch limits, the file system of the folder, the state of earlier builds, and whether ' +
    'the programs that the pipeline names are there. Changes nothing. Exits with 1 if a check fails.',
  options: [jsonOption, ...pipelineOptions],
  examples: [{ line: 'pipe doctor', does: 'run all checks' }],
  run: runCommand,
};

async function runCommand(call: Call): Promise<ExitCode> {
  const findings = await examine(call);
  const failed = findings.some(({ status }) => status === 'fail');
  if (call.args.flag('json')) printJson(call, findings);
  else for (const finding of findings) call.io.stdout.write(`${findingLine(finding, call)}\n`);
  return failed ? ExitCode.failed : ExitCode.done;
}

async function examine(call: Call): Promise<readonly Finding[]> {
  const [{ machineFindings }, { folderFindings }, { stateFinding }] = await Promise.all([
    import('../doctor/machine.ts'),
    import('../doctor/folder.ts'),
    import('../doctor/state.ts'),
  ]);
  const file = resolve(call.cwd, call.args.value('file') ?? 'pipeline.yaml');
  return [
    ...(await machineFindings()),
    ...folderFindings(dirname(file)),
    await stateFinding(file),
    ...(await pipelineFindings(call)),
  ];
}

async function pipelineFindings(call: Call): Promise<readonly Finding[]> {
  const [{ checkPipeline }, { toolFindings }] = await Promise.all([
    call.engine(),
    import('../doctor/tools.ts'),
  ]);
  const checked = await checkPipeline(openOptions(call));
  const about = 'pipeline';
  if (checked.ok) {
    const { plan } = checked.value;
    return [
      { status: 'ok', about, message: `${plan.file} is valid` },
      ...toolFindings(plan, call.io.env['PATH'] ?? ''),
    ];
  }
  const first = checked.error[0]?.message ?? 'it has faults';
  return [
    {
      status: 'fail',
      about,
      message: first,
      remedy: '`pipe check` shows every fault; `pipe init` writes a first pipeline',
    },
  ];
}

function findingLine({ status, about, message, remedy }: Finding, { style }: Call): string {
  const label = { ok: style.good('ok  '), warn: style.warn('warn'), fail: style.bad('FAIL') }[status];
  return `${label}  ${about}: ${message}${remedy === undefined ? '' : `\n      ${style.dim(remedy)}`}`;
}
