// The answer to a control request: given at once, or to come when the running step ends. Knows nothing of messages.

export type ControlReply =
  | { readonly kind: 'final'; readonly value: boolean }
  | { readonly kind: 'pending'; readonly outcome: Promise<boolean> };

export function finalAnswer(value: boolean): ControlReply {
  return { kind: 'final', value };
}

export function pendingAnswer(outcome: Promise<boolean>): ControlReply {
  outcome.catch(() => {});
  return { kind: 'pending', outcome };
}

/** Whether the request took effect in the end. */
export async function outcomeOf(reply: ControlReply): Promise<boolean> {
  return reply.kind === 'final' ? reply.value : await reply.outcome;
}
