// `plug:`: the links that a task gets from those of another whose outputs it takes over. Knows no repository.
//
// Of each link of the other task: an output becomes an input; what is required for output is required here; what inhibits
// output holds back here. (pydatatask's `Task.plug`, its rules and names.)
import type { Plug, Task } from '../../schemas/generated/pipeline.ts';
import { didYouMean } from '../base/did-you-mean.ts';
import { below, type Context, type Located } from './context.ts';
import { linkSpecs, NO_FLAGS, type LinkSpec } from './link-spec.ts';

/** Another task as it is written. */
export interface OtherTask {
  readonly name: string;
  readonly task: Task;
  readonly origin: Located;
}

export interface OtherTasks {
  /** By its name as a file with this prefix writes it. */
  find(prefix: string, name: string): OtherTask | undefined;
  seenFrom(prefix: string): readonly string[];
}

export function plugSpecs(
  task: Task,
  origin: Located,
  others: OtherTasks,
  context: Context,
): readonly LinkSpec[] {
  return (task.plug ?? []).flatMap((plug, index) => {
    const where = below(origin, 'plug', index);
    const form = typeof plug === 'string' ? { task: plug } : plug;
    const nameAt = typeof plug === 'string' ? where : below(where, 'task');
    const other = findOther(form.task, nameAt, origin, others, context);
    return other ? specsOf(form, other, where, context) : [];
  });
}

function findOther(
  name: string,
  nameAt: Located,
  origin: Located,
  others: OtherTasks,
  { faults }: Context,
): OtherTask | undefined {
  const at = nameAt.document.at(nameAt.path);
  const other = others.find(origin.prefix, name);
  if (other === undefined) {
    const names = others.seenFrom(origin.prefix);
    faults.error('unknown-task', `there is no task "${name}"`, at, {
      expected: `one of: ${names.join(', ')}`,
      ...didYouMean(name, names),
    });
    return undefined;
  }
  if (other.origin.document === origin.document && other.origin.path.at(-1) === origin.path.at(-1)) {
    faults.error('cycle', 'a task cannot take over its own outputs', at);
    return undefined;
  }
  return other;
}

function specsOf(
  form: Exclude<Plug, string>,
  other: OtherTask,
  where: Located,
  { faults }: Context,
): readonly LinkSpec[] {
  const { specs } = linkSpecs(other.task, other.origin);
  const outputs = specs.filter((spec) => spec.isOutput);
  for (const [index, name] of (form.outputs ?? []).entries()) {
    if (outputs.some((spec) => spec.name === name)) continue;
    const place = below(where, 'outputs', index);
    const names = outputs.map((spec) => spec.name);
    faults.error(
      'unknown-link',
      `the task "${other.name}" has no output "${name}"`,
      place.document.at(place.path),
      {
        expected: names.length === 0 ? 'a task with outputs' : `one of: ${names.join(', ')}`,
        ...didYouMean(name, names),
      },
    );
  }
  const isTaken = ({ isOutput, name }: LinkSpec): boolean =>
    isOutput && (form.outputs === undefined || form.outputs.includes(name));
  // Members with keys of their own have no job of the same key that could be asked how it stands.
  const newlyKeyed = outputs.some((spec) => isTaken(spec) && isNewlyKeyed(spec));
  const meta = (form.meta ?? true) && !newlyKeyed;
  return specs.flatMap((spec): LinkSpec[] => {
    const isInput = isTaken(spec);
    const requiredForStart = isInput || (meta && spec.requiredForOutput);
    const inhibitsStart = meta && spec.inhibitsOutput;
    if (!isInput && !requiredForStart && !inhibitsStart) return [];
    return [
      {
        ...NO_FLAGS,
        name: spec.isOutput ? spec.name : `${form.task}_${spec.name}`,
        reference: spec.reference,
        referenceAt: where,
        resolveAt: spec.referenceAt,
        where,
        ...(spec.kind && { kind: spec.kind }),
        ...(spec.key !== undefined && { key: spec.key }),
        ...(spec.keys !== undefined && !isNewlyKeyed(spec) && { keys: spec.keys }),
        ...(form.translator !== undefined && {
          translator: {
            reference: form.translator,
            at: below(where, 'translator'),
            allowDeletes: form.allow_deletes ?? false,
          },
        }),
        min: 1,
        inPlace: false,
        isInput,
        requiredForStart,
        inhibitsStart,
      },
    ];
  });
}

function isNewlyKeyed({ keys, cokeyed }: LinkSpec): boolean {
  return keys === 'digest' || cokeyed !== undefined;
}
