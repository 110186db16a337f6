// Loads the tube that a call names, with the inputs that the call gives. Knows no runner.
import { loadTube, type Diagnostic, type Tube } from '../../engine/index.ts';
import type { Call } from '../command.ts';
import type { ArgumentSpec, OptionSpec } from '../option-spec.ts';
import { resolve } from 'node:path';
import { printDiagnostics, printFaults } from '../open.ts';

export const tubeArgument: ArgumentSpec = { name: 'FILE', help: 'the tube file', min: 1, max: 1 };

export const inputOption: OptionSpec = {
  name: 'input',
  short: 'i',
  value: 'NAME=VALUE',
  kind: 'assignment',
  repeatable: true,
  help: 'an input of the tube; JSON, or else a text',
};

type Values = Readonly<Record<string, unknown>>;

export interface OpenedTube {
  readonly tube: Tube;
  /** Those of `-i` that go with each epoch. */
  readonly process: Values;
}

/** The tube; or its faults, the warnings among them left out. */
export async function openTube(
  call: Call,
): Promise<
  { readonly ok: true; readonly value: OpenedTube } | { readonly ok: false; readonly error: Diagnostic[] }
> {
  const file = resolve(call.cwd, call.args.positionals[0] ?? '');
  const given = Object.fromEntries(call.args.all('input').map(assignment));
  const loaded = await loadTube(file, { input: given });
  if (!loaded.ok) return { ok: false, error: loaded.error.filter((fault) => fault.code !== 'extra-input') };
  const { input } = loaded.value.specification;
  const isProcess = (name: string): boolean => input[name]?.scope === 'process';
  const process = Object.entries(given).filter(([name]) => isProcess(name));
  const unknown = Object.keys(given).filter((name) => input[name] === undefined);
  const extra = loaded.value.warnings.filter(
    (warning) =>
      warning.code === 'extra-input' && unknown.some((name) => warning.message.includes(`"${name}"`)),
  );
  if (extra.length > 0) return { ok: false, error: extra.map((each) => ({ ...each, severity: 'error' })) };
  await printDiagnostics(
    call,
    loaded.value.warnings.filter((warning) => warning.code !== 'extra-input'),
  );
  return { ok: true, value: { tube: loaded.value, process: Object.fromEntries(process) } };
}

export async function printTubeFaults(
  call: Call,
  faults: readonly Diagnostic[],
): ReturnType<typeof printFaults> {
  const hint = 'give it with -i NAME=VALUE';
  return printFaults(
    call,
    faults.map((fault) => (fault.code === 'input-missing' && !fault.hint ? { ...fault, hint } : fault)),
  );
}

function assignment(text: string): [string, unknown] {
  const equals = text.indexOf('=');
  const value = text.slice(equals + 1);
  try {
    return [text.slice(0, equals), JSON.parse(value) as unknown];
  } catch {
    return [text.slice(0, equals), value];
  }
}
