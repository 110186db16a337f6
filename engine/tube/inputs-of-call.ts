// Gathers what the slots of one call get from events, inputs and the runner. Knows no assets: their host adds them.
import { NoEvent } from './event.ts';
import type { Event } from './event.ts';
import type { InputValues } from './input.ts';
import type { Inputs } from './node-kind.ts';
import type { PlanNode } from './plan.ts';
import type { Call } from './ready-queue.ts';
import type { Sorter } from './sorter.ts';

/** What was not emitted is left out. */
export function collectInputs(call: Call, process: InputValues, tube: InputValues): Inputs {
  const { node, sorter } = call;
  const inputs: Inputs = {};
  const { reads } = node;
  for (let index = 0; index < reads.length; index++) {
    const read = reads[index] as PlanNode['reads'][number];
    const event = eventAbove(sorter, read);
    if (event !== undefined && event.value !== NoEvent) inputs[read.slot] = event.value;
  }
  if (node.plain) return inputs;
  for (const edge of node.node.edges) {
    if (edge.sourceNode !== 'input') continue;
    inputs[edge.slot] = edge.sourceSignal in process ? process[edge.sourceSignal] : tube[edge.sourceSignal];
  }
  for (const slot of node.node.kind.slots) {
    if (slot.inject === 'epoch') inputs[slot.name] = sorter.epoch;
    else if (slot.inject === 'events') inputs[slot.name] = eventMap(call);
  }
  return inputs;
}

function eventMap({ node, sorter }: Call): Record<string, Event> {
  const events: Record<string, Event> = {};
  for (const read of node.reads) {
    const event = eventAbove(sorter, read);
    if (event !== undefined && event.value !== NoEvent) events[read.slot] = event;
  }
  return events;
}

function eventAbove(sorter: Sorter, read: PlanNode['reads'][number]): Event | undefined {
  let here = sorter;
  for (let up = read.up; up > 0; up--) here = here.parent as Sorter;
  return here.events[read.signal.local];
}
