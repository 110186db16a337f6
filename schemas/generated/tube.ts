// Made by recipes/schema-types/generate.ts from tube.schema.json; do not edit.

/**
 * NODE.SIGNAL, input.NAME or assets.NAME.
 */
export type Signal = string;

/**
 * A graph of in-process nodes that pass values to each other.
 */
export interface Tube {
  /**
   * The schema of this file, for editors.
   */
  $schema?: string;
  /**
   * The tube's name: letters, digits, _, -, / and #. Default: the file's name.
   */
  id?: string;
  /**
   * What the tube is for.
   */
  description?: string;
  /**
   * Files that this one builds on, relative to it: merged left to right, then this file on top. A node's depends is replaced whole; only the last return node stays.
   *
   * @minItems 1
   */
  extends?: [string, ...string[]];
  /**
   * The values that whoever runs the tube gives.
   */
  input?: {
    [k: string]: Input;
  };
  /**
   * Live objects that nodes share.
   */
  assets?: {
    [k: string]: Asset;
  };
  /**
   * The graph.
   */
  nodes?: {
    [k: string]: Node;
  };
}
export interface Input {
  /**
   * A TypeScript type, for the reader; it is not checked.
   */
  type?: string;
  /**
   * tube: given once, when the tube is loaded. process: given with each epoch.
   */
  scope?: 'tube' | 'process';
  /**
   * The value where none is given.
   */
  default?: {
    [k: string]: unknown;
  };
  /**
   * Whether it must be given; otherwise it is null.
   */
  required?: boolean;
  description?: string;
}
export interface Asset {
  /**
   * A module and the name it exports: a class, a function, a generator function (set-up, yield, tear-down) or a kind of Asset.
   */
  type?: string;
  /**
   * How long the object lives: while the runner runs, during one epoch, or during one call of a node.
   */
  scope?: 'runner' | 'process' | 'node';
  /**
   * Arguments by name, or in order. A text input.NAME is replaced by that tube input.
   */
  params?:
    | {
        [k: string]: unknown;
      }
    | unknown[];
  depends?: Signal;
  description?: string;
}
export interface Node {
  /**
   * A module and the name it exports, such as ./nodes.ts#multiply, relative to this file; or gather, map, return, tube.
   */
  type?: string;
  /**
   * Where the values come from: one signal for the first slot, or a list of signals and { slot: signal }.
   */
  depends?:
    | string
    | (
        | string
        | {
            [k: string]: Signal;
          }
      )[];
  /**
   * Constant values by name. A text input.NAME is replaced by that tube input.
   */
  params?: {
    [k: string]: unknown;
  };
  /**
   * Whether the node takes part: true, false, or input.NAME. Default: true.
   */
  enabled?: boolean | string;
  /**
   * Whether the node runs in the order of the epochs. Default: what its type says; generators and classes do.
   */
  stateful?: boolean;
  description?: string;
}
