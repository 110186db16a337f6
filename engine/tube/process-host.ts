// The entry of a host process: loads the tube and calls the nodes that it is given. Knows no scheduler.
import { Epoch } from './epoch.ts';
import { NoEvent } from './event.ts';
import type { Event } from './event.ts';
import { loadTube } from './load.ts';
import type { NodeInstance } from './node-kind.ts';
import { NodeHost } from './node-host.ts';
import { SyncRunner } from './sync-runner.ts';
import type { CallAnswer, HostRequest } from './transport.ts';
import type { Tube, TubeNode } from './tube.ts';
import { TubeError } from './tube-error.ts';
import { decode, encode, errorToWire, untransferable } from './wire.ts';
import { openHost } from './zeromq-transport.ts';

type CallRequest = Extract<HostRequest, { type: 'call' }>;
type LoadRequest = Extract<HostRequest, { type: 'load' }>;

class ProcessHost {
  #tube: Tube | undefined;
  #host: NodeHost | undefined;
  #sent: ReadonlySet<string> = new Set();
  #kept: ReadonlySet<string> = new Set();
  /** By root epoch, then signal and epoch. */
  readonly #values = new Map<number, Map<string, unknown>>();

  async answer(request: HostRequest): Promise<unknown> {
    switch (request.type) {
      case 'load':
        return this.#load(request);
      case 'init': {
        const node = this.#node(request.node);
        return this.#started.initNode(node, {
          node: node.id,
          input: node.kind.special === 'tube' ? {} : (this.#tube as Tube).inputs.tube,
          runner: 'process',
          openTube: (tube) => new SyncRunner(tube as Tube),
        });
      }
      case 'assets':
        return this.#started.state.init('runner');
      case 'deinit':
        return this.#started.deinitNode(request.node);
      case 'open':
        return this.#started.openEpoch(request.root);
      case 'close':
        this.#values.delete(request.root);
        return this.#started.closeEpoch(request.root);
      case 'call':
        return this.#call(request);
      case 'end':
        return this.#host?.deinit();
      default:
        return request satisfies never;
    }
  }

  async #load(request: LoadRequest): Promise<void> {
    const loaded = await loadTube(request.file, {
      checked: true,
      input: request.input,
      ...(request.text !== undefined && { text: request.text }),
    });
    if (!loaded.ok) {
      const faults = loaded.error.map((fault) => fault.message).join('; ');
      throw new TubeError(
        'host-failed',
        `${request.file} is no longer as it was when the runner read it: ${faults}`,
      );
    }
    this.#tube = loaded.value;
    this.#sent = new Set(request.sent);
    this.#kept = new Set(request.kept);
    this.#host = new NodeHost(
      loaded.value,
      request.nodes.map((id) => this.#node(id)),
    );
  }

  async #call(request: CallRequest): Promise<CallAnswer> {
    const node = this.#node(request.node);
    const epoch = Epoch.fromJSON(request.epoch);
    const inputs: Parameters<NodeInstance['process']>[0] = { ...request.inputs };
    for (const { slot, signal, epoch: at } of request.kept)
      inputs[slot] = this.#values.get(epoch.root)?.get(`${signal} ${at}`);
    for (const slot of request.epochSlots) inputs[slot] = epoch;
    if (request.eventSlots.length > 0) {
      const events = request.events.map(({ slot, ...event }): [string, Event] => [
        slot,
        { type: 'event', ...event, epoch: Epoch.fromJSON(event.epoch), value: inputs[slot] },
      ]);
      for (const slot of request.eventSlots) inputs[slot] = Object.fromEntries(events);
    }
    const emission = await this.#started.call(node, inputs, epoch);
    return emission === null
      ? null
      : emission.map((value, index) => this.#answerFor(node, index, value, epoch));
  }

  #answerFor(node: TubeNode, index: number, value: unknown, epoch: Epoch): NonNullable<CallAnswer>[number] {
    if (value === NoEvent) return { type: 'nothing' };
    const signal = `${node.id}.${node.kind.signals[index]}`;
    if (this.#kept.has(signal)) {
      const values = this.#values.get(epoch.root) ?? new Map<string, unknown>();
      this.#values.set(epoch.root, values.set(`${signal} ${epoch.toString()}`, value));
    }
    const obstacle = untransferable(value);
    if (obstacle === undefined) return { type: 'value', value };
    if (!this.#sent.has(signal)) return { type: 'kept', what: obstacle };
    throw new TubeError(
      'not-transferable',
      `${signal} is ${obstacle}, which cannot go to another process: declare the signal as live, or share an asset`,
      { node: node.id, epoch: epoch.toString() },
    );
  }

  get #started(): NodeHost {
    return this.#host as NodeHost;
  }

  #node(id: string): TubeNode {
    return this.#tube?.nodes.get(id) as TubeNode;
  }
}

async function main(address: string, id: string): Promise<void> {
  using transport = await openHost(address, id);
  process.on('SIGINT', () => undefined); // the runner decides when it ends
  process.on('disconnect', () => process.exit(0)); // it has ended this host, or is gone itself
  const host = new ProcessHost();
  await transport.send(encode({ type: 'hello' }));
  for await (const bytes of transport.messages()) {
    const request = decode(bytes) as HostRequest & { readonly id: number };
    // Not awaited: calls of one node may overlap, as they do in the asynchronous runner.
    void respond(host, request).then((message) => transport.send(message));
  }
}

async function respond(
  host: ProcessHost,
  request: HostRequest & { readonly id: number },
): Promise<Uint8Array> {
  try {
    return encode({ type: 'answer', id: request.id, value: await host.answer(request) });
  } catch (error) {
    return encode({ type: 'failure', id: request.id, error: errorToWire(error) });
  }
}

await main(process.argv[2] ?? '', process.argv[3] ?? '');
