// A tube that is ready to run: its nodes with their kinds, its edges, inputs and assets. Runs nothing.
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Location } from '../model/location.ts';
import type { AssetKind } from './asset.ts';
import type { Edge } from './edge.ts';
import type { InputCollection, InputValues } from './input.ts';
import type { Inputs, NodeInstance, NodeKind } from './node-kind.ts';
import type { AssetSpecification, NodeSpecification, TubeSpecification } from './spec.ts';
import type { KnownTypes } from './type-reference.ts';

export interface TubeNode {
  readonly id: string;
  readonly spec: NodeSpecification;
  readonly kind: NodeKind;
  /** Inputs filled in. */
  readonly params: Inputs;
  readonly stateful: boolean;
  /** What it depends on, in the order of the file. */
  readonly edges: readonly Edge[];
  /** The maps in whose items it runs, outermost first. */
  readonly maps: readonly string[];
  /** For the type `tube`. */
  readonly child?: Tube;
  readonly location: Location;
}

export interface TubeAsset {
  readonly id: string;
  readonly spec: AssetSpecification;
  readonly kind: AssetKind;
  readonly params: Inputs | readonly unknown[];
  readonly location: Location;
}

/** What the tube was made from, so that another process can make it again. */
export interface TubeSource {
  readonly file: string;
  readonly text?: string;
  readonly input: InputValues;
  readonly types: KnownTypes;
}

export interface TubeParts {
  readonly source: TubeSource;
  readonly specification: TubeSpecification;
  readonly inputs: InputCollection;
  readonly nodes: ReadonlyMap<string, TubeNode>;
  readonly assets: ReadonlyMap<string, TubeAsset>;
  readonly enabled: readonly string[];
  readonly warnings: readonly Diagnostic[];
}

/** The instances of its nodes belong to the tube: a runner that ends and starts again goes on where it was. */
export class Tube {
  readonly source: TubeSource;
  readonly specification: TubeSpecification;
  readonly inputs: InputCollection;
  readonly nodes: ReadonlyMap<string, TubeNode>;
  readonly assets: ReadonlyMap<string, TubeAsset>;
  readonly edges: readonly Edge[];
  readonly warnings: readonly Diagnostic[];
  readonly #enabled: Set<string>;
  readonly #instances = new Map<string, NodeInstance>();

  constructor(parts: TubeParts) {
    this.source = parts.source;
    this.specification = parts.specification;
    this.inputs = parts.inputs;
    this.nodes = parts.nodes;
    this.assets = parts.assets;
    this.edges = [...parts.nodes.values()].flatMap((node) => node.edges);
    this.warnings = parts.warnings;
    this.#enabled = new Set(parts.enabled);
  }

  get id(): string {
    return this.specification.id;
  }

  /** The nodes that take part, in the order of the file. */
  get enabled(): readonly TubeNode[] {
    return [...this.nodes.values()].filter((node) => this.#enabled.has(node.id));
  }

  isEnabled(id: string): boolean {
    return this.#enabled.has(id);
  }

  setEnabled(id: string, enabled: boolean): void {
    if (enabled) this.#enabled.add(id);
    else this.#enabled.delete(id);
  }

  get returnNode(): TubeNode | undefined {
    return [...this.nodes.values()].find((node) => node.kind.special === 'return');
  }

  /** Made at its first use. */
  instance(node: TubeNode): NodeInstance {
    let instance = this.#instances.get(node.id);
    if (instance === undefined) {
      instance = node.kind.create(node.params, extraSlots(node));
      this.#instances.set(node.id, instance);
    }
    return instance;
  }
}

/** The slots that the node fills beyond those that its kind names, in order. */
function extraSlots(node: TubeNode): readonly string[] {
  const named = new Set(node.kind.slots.map((slot) => slot.name));
  return node.edges.map((edge) => edge.slot).filter((slot) => !named.has(slot));
}
