// The nodes that live in this process with their assets: starts them, calls them, ends them. Knows no scheduler.
import type { Edge } from './edge.ts';
import { emissionOf } from './emission.ts';
import type { Emission } from './emission.ts';
import type { Epoch } from './epoch.ts';
import { andThen, ensure, isThenable, undoOnFailure } from './maybe.ts';
import type { MaybePromise } from './maybe.ts';
import type { RunnerContext } from './node.ts';
import type { Inputs, NodeInstance } from './node-kind.ts';
import { State } from './state.ts';
import type { Tube, TubeNode } from './tube.ts';
import { nodeFailure } from './tube-error.ts';

interface Hosted {
  readonly instance: NodeInstance;
  readonly assets: readonly Edge[];
  readonly ownsAssets: boolean;
}

export class NodeHost {
  readonly state: State;
  readonly #tube: Tube;
  readonly #live = new Map<string, Hosted>();
  readonly #epochs = new Map<number, object>();
  readonly #hasProcessAssets: boolean;

  /** `nodes`: those that it will start; only their assets are made. */
  constructor(tube: Tube, nodes: readonly TubeNode[]) {
    this.#tube = tube;
    const used = new Set(
      nodes
        .flatMap((node) => node.edges.filter((edge) => edge.sourceNode === 'assets'))
        .map((edge) => edge.sourceSignal),
    );
    this.state = State.fromSpecification(
      [...tube.assets.values()].filter((asset) => used.has(asset.id)),
      tube.edges,
    );
    this.#hasProcessAssets = this.state.has('process');
  }

  /** Starts the nodes in their order, then makes the runner's assets. After a failure nothing is left open. */
  init(nodes: readonly TubeNode[], context: (node: TubeNode) => RunnerContext): MaybePromise<void> {
    const go = (from: number): MaybePromise<void> => {
      for (let index = from; index < nodes.length; index++) {
        const node = nodes[index] as TubeNode;
        const pending = this.initNode(node, context(node));
        if (isThenable(pending)) return pending.then(() => go(index + 1));
      }
      return this.state.init('runner');
    };
    return undoOnFailure(
      () => go(0),
      () => this.deinit(),
    );
  }

  initNode(node: TubeNode, context: RunnerContext): MaybePromise<void> {
    if (this.#live.has(node.id)) return;
    const assets = node.edges.filter((edge) => edge.sourceNode === 'assets');
    const ready = (instance: NodeInstance): void => {
      this.#live.set(node.id, { instance, assets, ownsAssets: this.state.has('node', assets) });
    };
    try {
      const instance = this.#tube.instance(node);
      const pending = instance.init?.(context);
      if (!isThenable(pending)) return ready(instance);
      return pending.then(
        () => ready(instance),
        (error: unknown) => {
          throw nodeFailure(node.id, 'init', error);
        },
      );
    } catch (error) {
      throw nodeFailure(node.id, 'init', error);
    }
  }

  deinitNode(id: string): MaybePromise<void> {
    const hosted = this.#live.get(id);
    this.#live.delete(id);
    return hosted?.instance.deinit?.();
  }

  /** Takes down what is still open, the last opened first, all of it although some fail. */
  deinit(): MaybePromise<void> {
    const epochs = [...this.#epochs.keys()].toReversed();
    const nodes = [...this.#live.keys()].toReversed();
    const steps: (() => MaybePromise<void>)[] = [
      ...epochs.map((root) => () => this.closeEpoch(root)),
      () => this.state.deinit('runner'),
      ...nodes.map((id) => () => this.deinitNode(id)),
    ];
    return this.#all(steps);
  }

  /** Makes the process assets of an epoch. */
  openEpoch(root: number): MaybePromise<void> {
    if (!this.#hasProcessAssets) return;
    const owner = {};
    return andThen(this.state.init('process', undefined, owner), () => void this.#epochs.set(root, owner));
  }

  closeEpoch(root: number): MaybePromise<void> {
    const owner = this.#epochs.get(root);
    if (owner === undefined) return;
    this.#epochs.delete(root);
    return this.state.deinit('process', undefined, owner);
  }

  /** Calls a node with its slots; assets are added to them. What it throws comes out naming the node. */
  call(node: TubeNode, inputs: Inputs, epoch: Epoch): MaybePromise<Emission> {
    const hosted = this.#live.get(node.id) as Hosted;
    try {
      const result =
        hosted.assets.length === 0
          ? hosted.instance.process(inputs)
          : this.#callWithAssets(hosted, inputs, epoch);
      if (!isThenable(result)) return this.#emit(node, result, epoch);
      return result.then(
        (value) => this.#emit(node, value, epoch),
        (error: unknown) => {
          throw nodeFailure(node.id, epoch.toString(), error);
        },
      );
    } catch (error) {
      throw nodeFailure(node.id, epoch.toString(), error);
    }
  }

  #callWithAssets(hosted: Hosted, inputs: Inputs, epoch: Epoch): MaybePromise<unknown> {
    const process = this.#epochs.get(epoch.root) ?? this;
    const { assets, instance } = hosted;
    if (!hosted.ownsAssets) return instance.process({ ...inputs, ...this.state.collect(assets, process) });
    const owner = {};
    return andThen(this.state.init('node', assets, owner), () =>
      ensure(
        () => instance.process({ ...inputs, ...this.state.collect(assets, process, owner) }),
        () => this.state.deinit('node', assets, owner),
      ),
    );
  }

  #emit(node: TubeNode, result: unknown, epoch: Epoch): Emission {
    const emission = emissionOf(node.id, node.kind.signals, result);
    if (emission !== null) this.state.update(node.id, node.kind.signals, emission, epoch);
    return emission;
  }

  #all(steps: readonly (() => MaybePromise<void>)[]): MaybePromise<void> {
    const [first, ...others] = steps;
    if (first === undefined) return;
    return ensure(first, () => this.#all(others));
  }
}
