// Calls a map or a gather in an epoch. Knows no scheduler and no host: these run beside the scheduler.
import type { Emission } from '../emission.ts';
import type { Epoch } from '../epoch.ts';
import type { Inputs, NodeInstance } from '../node-kind.ts';
import type { Tube } from '../tube.ts';
import { nodeFailure } from '../tube-error.ts';
import { Gather } from './gather.ts';

export interface SpecialCall {
  readonly id: string;
  readonly role: 'map' | 'gather' | 'hold' | 'close' | 'call';
  readonly release: boolean;
  readonly epoch: Epoch;
}

export function callSpecial(instance: NodeInstance, call: SpecialCall, inputs: Inputs): Emission {
  const { role, release, epoch } = call;
  try {
    if (!(instance instanceof Gather)) return [instance.process(inputs)];
    if (role === 'close') return [instance.close(release)];
    if (role === 'gather') return [instance.collect(inputs, epoch)];
    instance.hold(inputs, epoch);
    return [];
  } catch (error) {
    throw nodeFailure(call.id, epoch.toString(), error);
  }
}

/** Drops what an epoch that failed has brought to the gathers. */
export function forgetEpoch(tube: Tube, root: number): void {
  for (const node of tube.enabled) {
    const instance = node.kind.special === 'gather' ? tube.instance(node) : undefined;
    if (instance instanceof Gather) instance.forget(root);
  }
}
