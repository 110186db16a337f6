// Runs a tube with a process for each node. Scheduling, maps, gathers and the return stay here. Knows no sockets.
import { AsyncRunner } from './async-runner.ts';
import type { AsyncRunnerOptions } from './async-runner.ts';
import type { Emission } from './emission.ts';
import { NoEvent } from './event.ts';
import type { Event } from './event.ts';
import { hostGroups } from './host-groups.ts';
import type { HostGroup } from './host-groups.ts';
import { HostLink } from './host-link.ts';
import { allInTurn } from './maybe.ts';
import type { MaybePromise } from './maybe.ts';
import type { Inputs } from './node-kind.ts';
import type { Call } from './ready-queue.ts';
import type { CallAnswer, HostMessage, HubTransport, WireEvent } from './transport.ts';
import type { Tube, TubeNode } from './tube.ts';
import { TubeError } from './tube-error.ts';
import { decode, untransferable } from './wire.ts';
import { openHub } from './zeromq-transport.ts';

export interface ProcessRunnerOptions extends AsyncRunnerOptions {
  /** The most calls that one process has under way; others wait. Default: 32. */
  readonly maxPendingPerHost?: number;
  /** How long a process may take to start, in milliseconds. Default: 30 000. */
  readonly startTimeout?: number;
  /** How long a process may take to end, in milliseconds, before it is killed. Default: 10 000. */
  readonly grace?: number;
}

/** A value that stays in the process that made it; it stands in events for what cannot leave. */
export class KeptValue {
  readonly signal: string;
  readonly what: string;

  constructor(signal: string, what: string) {
    this.signal = signal;
    this.what = what;
  }
}

/**
 * Nodes that share a live object share a process (`hostGroups`), so that the results are those of the other runners.
 * What goes between processes must be what structuredClone takes. The positions of generators end with the processes.
 */
export class ProcessRunner extends AsyncRunner {
  override readonly kind = 'process';
  readonly #options: ProcessRunnerOptions;
  readonly #groups: readonly HostGroup[];
  readonly #groupOf: ReadonlyMap<string, HostGroup>;
  readonly #links = new Map<string, HostLink>();
  #hub: HubTransport | undefined;

  constructor(tube: Tube, options: ProcessRunnerOptions = {}) {
    super(tube, options);
    if (Object.keys(tube.source.types).length > 0) {
      throw new TypeError('a tube with types of the program cannot run in other processes');
    }
    this.#options = options;
    this.#groups = hostGroups(tube);
    this.#groupOf = new Map(this.#groups.flatMap((group) => group.nodes.map((node) => [node.id, group])));
  }

  /** The process of each group of nodes. */
  get processes(): readonly { readonly nodes: readonly string[]; readonly pid: number | undefined }[] {
    return this.#groups.map((group) => ({
      nodes: group.nodes.map((node) => node.id),
      pid: this.#links.get(group.id)?.pid,
    }));
  }

  protected override makeHost(): undefined {
    return undefined;
  }

  /** Every process has answered and loaded the tube before the first node is started. */
  protected override async start(): Promise<void> {
    const hub = await openHub();
    this.#hub = hub;
    void this.#listen(hub);
    try {
      for (const group of this.#groups) {
        this.#links.set(group.id, new HostLink(group.id, hub, this.#options.maxPendingPerHost ?? 32));
      }
      const { source } = this.tube;
      await Promise.all(
        this.#groups.map(async (group) => {
          const link = this.#link(group);
          await link.connected(this.#options.startTimeout ?? 30_000);
          await link.ask({
            type: 'load',
            file: source.file,
            text: source.text,
            input: source.input,
            nodes: group.nodes.map((node) => node.id),
            sent: group.sent,
            kept: group.kept,
          });
        }),
      );
      for (const node of this.tube.enabled) await this.startNode(node);
      for (const group of this.#groups) await this.#link(group).ask({ type: 'assets' });
    } catch (error) {
      await this.#end().catch(() => undefined);
      throw error;
    }
  }

  protected override async stop(): Promise<void> {
    await this.settled();
    await this.#end();
  }

  async #end(): Promise<void> {
    const links = [...this.#links.values()].toReversed();
    const hub = this.#hub;
    this.#hub = undefined;
    try {
      await allInTurn(links, (link) => link.end(this.#options.grace ?? 10_000));
    } finally {
      this.#links.clear();
      await hub?.[Symbol.asyncDispose]();
    }
  }

  async #listen(hub: HubTransport): Promise<void> {
    for await (const [host, message] of hub.messages())
      this.#links.get(host)?.receive(decode(message) as HostMessage);
  }

  protected override async startNode(node: TubeNode): Promise<void> {
    const group = this.#groupOf.get(node.id);
    if (group !== undefined) await this.#link(group).ask({ type: 'init', node: node.id });
  }

  protected override async stopNode(node: TubeNode): Promise<void> {
    const group = this.#groupOf.get(node.id);
    if (group !== undefined) await this.#link(group).ask({ type: 'deinit', node: node.id });
  }

  protected override async openEpoch(root: number): Promise<void> {
    const groups = this.#groups.filter((group) => this.#hasEpochAssets(group));
    await Promise.all(groups.map((group) => this.#link(group).ask({ type: 'open', root })));
  }

  protected override async closeEpoch(root: number): Promise<void> {
    const groups = this.#groups.filter((group) => group.kept.length > 0 || this.#hasEpochAssets(group));
    await Promise.all(groups.map(async (group) => this.#links.get(group.id)?.ask({ type: 'close', root })));
  }

  protected override callNode(call: Call, inputs: Inputs): MaybePromise<Emission> {
    if (call.node.role !== 'call') return this.callSpecial(call, inputs);
    return this.#ask(call, inputs);
  }

  async #ask(call: Call, inputs: Inputs): Promise<Emission> {
    const { node } = call.node;
    const { epoch } = call.sorter;
    const group = this.#groupOf.get(node.id) as HostGroup;
    const injected = node.kind.slots.filter((slot) => slot.inject !== undefined);
    const sent: Inputs = { ...inputs };
    for (const slot of injected) delete sent[slot.name];
    const kept: { slot: string; signal: string; epoch: string }[] = [];
    const events: WireEvent[] = [];
    for (const read of call.node.reads) {
      if (!(read.slot in sent)) continue;
      const event = call.sorter.event(read.signal) as Event;
      events.push({
        slot: read.slot,
        id: event.id,
        time: event.time,
        node: event.node,
        signal: event.signal,
        epoch: event.epoch.toJSON(),
      });
      if (this.#groupOf.get(read.signal.node) !== group) continue;
      kept.push({ slot: read.slot, signal: `${event.node}.${event.signal}`, epoch: event.epoch.toString() });
      delete sent[read.slot];
    }
    const obstacle = untransferable(sent);
    if (obstacle !== undefined) {
      const details = { node: node.id, epoch: epoch.toString() };
      throw new TubeError(
        'not-transferable',
        `${node.id} is given ${obstacle}, which cannot go to its process`,
        details,
      );
    }
    const slots = (inject: 'epoch' | 'events'): string[] =>
      injected.filter((slot) => slot.inject === inject).map((slot) => slot.name);
    const eventSlots = slots('events');
    const answer = (await this.#link(group).ask({
      type: 'call',
      node: node.id,
      epoch: epoch.toJSON(),
      inputs: sent,
      kept,
      events: eventSlots.length > 0 ? events : [],
      epochSlots: slots('epoch'),
      eventSlots,
    })) as CallAnswer;
    if (answer === null) return null;
    return answer.map((entry, index) => {
      if (entry.type === 'nothing') return NoEvent;
      return entry.type === 'value'
        ? entry.value
        : new KeptValue(`${node.id}.${node.kind.signals[index]}`, entry.what);
    });
  }

  #hasEpochAssets(group: HostGroup): boolean {
    return group.nodes.some((node) =>
      node.edges.some(
        (edge) =>
          edge.sourceNode === 'assets' && this.tube.assets.get(edge.sourceSignal)?.spec.scope === 'process',
      ),
    );
  }

  #link(group: HostGroup): HostLink {
    const link = this.#links.get(group.id);
    if (link === undefined) throw new TubeError('not-running', `the process of ${group.id} is not running`);
    return link;
  }
}
