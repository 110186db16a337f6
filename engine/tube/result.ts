// An epoch's result: what the return node makes of the signals that it depends on. Changes nothing.
import { NoEvent } from './event.ts';
import type { Event } from './event.ts';
import { eventsOf } from './event-store.ts';
import type { InputValues } from './input.ts';
import type { Plan } from './plan.ts';
import type { Sorter } from './sorter.ts';
import { collectReturn } from './special/return.ts';
import type { Tube, TubeNode } from './tube.ts';

/** `undefined` where nothing came. What was emitted in the items of a map is a list, also of one. */
export function resultOf(tube: Tube, plan: Plan, sorter: Sorter, input: InputValues): unknown {
  const node = returnOf(tube);
  if (node === undefined) return undefined;
  return collectReturn(node.edges, (edge) => {
    if (edge.sourceNode === 'input') {
      return edge.sourceSignal in input ? input[edge.sourceSignal] : tube.inputs.tube[edge.sourceSignal];
    }
    const signal = plan.signalOf(edge.sourceNode, edge.sourceSignal);
    if (signal === undefined) return NoEvent;
    if (signal.level === sorter.level) return valueOf(sorter.events[signal.local]);
    const values = [...eventsOf(sorter, signal)]
      .map((event) => event.value)
      .filter((value) => value !== NoEvent);
    return values.length === 0 ? NoEvent : values;
  });
}

/** The return node, if it takes part. */
export function returnOf(tube: Tube): TubeNode | undefined {
  const node = tube.returnNode;
  return node !== undefined && tube.isEnabled(node.id) ? node : undefined;
}

function valueOf(event: Event | undefined): unknown {
  return event === undefined ? NoEvent : event.value;
}
