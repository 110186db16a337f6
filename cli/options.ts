// Options that several commands share. Knows no command.
import type { ArgumentSpec, OptionSpec } from './option-spec.ts';

export const helpOption: OptionSpec = { name: 'help', short: 'h', help: 'show this help' };
export const versionOption: OptionSpec = { name: 'version', short: 'V', help: 'show the version' };

const fileOption: OptionSpec = {
  name: 'file',
  short: 'f',
  value: 'FILE',
  kind: 'file',
  help: 'the pipeline file (default: pipeline.yaml)',
};
export const directoryOption: OptionSpec = {
  name: 'directory',
  short: 'C',
  value: 'DIR',
  kind: 'directory',
  help: 'work as if started in DIR',
};
const paramOption: OptionSpec = {
  name: 'param',
  value: 'NAME=VALUE',
  kind: 'assignment',
  repeatable: true,
  help: 'override a parameter of the pipeline',
};

/** For each command that reads a pipeline; they may also stand before the command's name. */
export const pipelineOptions: readonly OptionSpec[] = [fileOption, directoryOption, paramOption];

export const profileOption: OptionSpec = {
  name: 'profile',
  value: 'FILE',
  kind: 'file',
  help: 'write what pipe does and every job there, as a trace for Chrome or Perfetto',
};

export const jsonOption: OptionSpec = { name: 'json', help: 'print JSON' };

export const targetsArgument: ArgumentSpec = {
  name: 'TARGET',
  help: '`task`, `task/key`, a glob of them, or the path of an output',
  min: 0,
  max: Infinity,
  kind: 'target',
};
