// A whole tube as one node of another. Knows no runner: the one around it opens one for it.
import { NoEvent } from '../event.ts';
import { andThen } from '../maybe.ts';
import type { ChildRunner, RunnerContext } from '../node.ts';
import type { Inputs, NodeInstance, NodeKind } from '../node-kind.ts';
import type { Tube } from '../tube.ts';

/** Its slots are the child's process inputs, its signals the names in the child's return, else `value`. */
export function tubeKind(child: Tube): NodeKind {
  const inputs = Object.entries(child.specification.input);
  const names = returnNames(child);
  return {
    special: 'tube',
    slots: inputs
      .filter(([, spec]) => spec.scope === 'process')
      .map(([name, spec]) => ({
        name,
        required: (spec.required ?? true) && spec.default === undefined,
        declared: (spec.required ?? true) && spec.default === undefined,
      })),
    open: 'closed',
    params: ['tube', ...inputs.filter(([, spec]) => spec.scope !== 'process').map(([name]) => name)],
    signals: names ?? ['value'],
    stateful: true,
    live: [],
    source: false,
    create: () => new TubeInstance(child, names),
  };
}

class TubeInstance implements NodeInstance {
  readonly #child: Tube;
  readonly #names: readonly string[] | undefined;
  #runner: ChildRunner | undefined;

  constructor(child: Tube, names: readonly string[] | undefined) {
    this.#child = child;
    this.#names = names;
  }

  init(context: RunnerContext): ReturnType<ChildRunner['init']> {
    this.#runner = context.openTube(this.#child);
    return this.#runner.init();
  }

  deinit(): ReturnType<ChildRunner['deinit']> {
    const runner = this.#runner;
    this.#runner = undefined;
    return runner?.deinit();
  }

  process(inputs: Inputs): unknown {
    if (this.#runner === undefined) throw new Error('a nested tube was called before its runner was started');
    return andThen(this.#runner.process(inputs), (result) => this.#signals(result));
  }

  /** What the child did not return was not emitted. */
  #signals(result: unknown): unknown {
    if (result === undefined) return NoEvent;
    if (this.#names === undefined) return result;
    const record = result as Readonly<Record<string, unknown>>;
    const values = this.#names.map((name) => (Object.hasOwn(record, name) ? record[name] : NoEvent));
    return values.length === 1 ? values[0] : values;
  }
}

function returnNames(child: Tube): readonly string[] | undefined {
  const edges = child.returnNode?.edges ?? [];
  const names = edges.flatMap((edge) => (typeof edge.targetSlot === 'string' ? [edge.targetSlot] : []));
  return names.length > 0 && names.length === edges.length ? names : undefined;
}
