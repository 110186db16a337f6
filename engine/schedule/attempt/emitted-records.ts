// The records among a job's outputs, which it may write to their files or emit: what it emitted is written, what it wrote
// is checked like what it emits. Knows no store.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Exit } from '../../executor/port.ts';
import { writeRecord } from '../../executor/function/output-handles.ts';
import { Inspector } from '../../executor/tube/inspector.ts';
import type { JobFailure } from '../../model/failure.ts';
import type { Json, JsonObject } from '../../model/json.ts';
import type { TaskPlan } from '../../model/plan.ts';
import type { PortNamespace } from '../../model/port.ts';
import { hasModuleValidators, moduleFaults } from '../../ports/module-validators.ts';
import { getPort } from '../../ports/namespace.ts';
import { parseJson } from '../../repository/record-json.ts';
import { parseYaml } from '../../repository/record-yaml.ts';
import type { Emissions } from './emissions.ts';
import { exitFailure } from './inspect.ts';
import type { OutputSlot } from './output-slot.ts';
import { exists } from './outputs.ts';

export interface Emitted {
  /** As far as they were valid. */
  readonly values: JsonObject;
  readonly failure?: JobFailure;
}

/** To be called when the job has ended. */
export async function settleEmitted(
  emissions: Emissions,
  plan: TaskPlan,
  slots: readonly OutputSlot[],
  exit: Exit,
  root: string,
): Promise<Emitted> {
  const { emits } = plan;
  const failure = emissions.end();
  const { values } = emissions;
  if (failure) return { values, failure };
  for (const slot of emits ? slots : []) {
    const { name } = slot.link.plan;
    const port = getPort(emits!, name);
    const format = formatOf(slot);
    if (!port.ok || format === undefined || slot.shape !== 'one') continue;
    const staged = resolve(root, slot.staged);
    const value = valueAt(values, name);
    const isWritten = exists(staged) && slot.staged !== slot.real;
    if (value !== undefined && isWritten) {
      const message = `${slot.real || slot.key} was there already`;
      return { values, failure: { type: 'emission', problem: 'twice', port: name, message } };
    }
    const { type, validator, tag } = port.value;
    if (value !== undefined) {
      await writeRecord(staged, format, value);
    } else if (exists(staged) && (tag === 'namespace' || type || validator)) {
      const read = (format === 'json' ? parseJson : parseYaml)(readFileSync(staged, 'utf8'));
      // One that does not parse is told when it is made a member.
      if (read.ok) emissions.take(name, read.value.value);
    }
  }
  // What is missing is no wonder after a failure.
  if (exitFailure(exit, plan)) return { values };
  const wrong = emissions.check() ?? (emits && (await askModules(emits, emissions.values, root)));
  return { values, ...(wrong && { failure: wrong }) };
}

/** What validators find that are functions of modules; only a task that has some waits for another process. */
async function askModules(
  emits: PortNamespace,
  values: JsonObject,
  root: string,
): Promise<JobFailure | undefined> {
  if (!hasModuleValidators(emits)) return undefined;
  await using inspector = new Inspector(root);
  let broken: string | undefined;
  const [fault] = await moduleFaults(emits, values, 'outputs', async ({ reference, at }, value) => {
    const found = await inspector.inspect({ type: 'validator', reference, location: at, value });
    broken ??= found.faults[0]?.message;
    return found.answer;
  });
  if (broken !== undefined) return { type: 'exception', message: broken };
  if (fault === undefined) return undefined;
  const port = fault.port.slice('outputs.'.length) || 'outputs';
  return { type: 'emission', problem: 'invalid', port, message: fault.message };
}

function formatOf({ link }: OutputSlot): 'json' | 'yaml' | undefined {
  const { type } = link.members.plan;
  return type === 'yaml' ? 'yaml' : type === 'json' || type === 'memory' ? 'json' : undefined;
}

function valueAt(values: JsonObject, path: string): Json | undefined {
  return path.split('.').reduce<Json | undefined>((at, name) => {
    const isMap = typeof at === 'object' && at !== null && !Array.isArray(at);
    return isMap && Object.hasOwn(at, name) ? (at as JsonObject)[name] : undefined;
  }, values);
}
