// The port between a runner and the processes of its nodes, and the messages on it. Knows neither sockets nor processes.
import type { EpochJson } from './epoch.ts';
import type { InputValues } from './input.ts';
import type { WireError } from './wire.ts';

/** The runner's end. Messages of one host arrive in the order in which they were sent. */
export interface HubTransport extends AsyncDisposable {
  /** What a host needs to connect. */
  readonly address: string;
  /** Resolves when the message is on its way. */
  send(host: string, message: Uint8Array): Promise<void>;
  /** Ends when the transport is disposed of. */
  messages(): AsyncIterable<readonly [host: string, message: Uint8Array]>;
}

/** A host's end. */
export interface HostTransport extends Disposable {
  send(message: Uint8Array): Promise<void>;
  messages(): AsyncIterable<Uint8Array>;
}

/** The event behind a slot, for nodes that ask for it. */
export interface WireEvent {
  readonly slot: string;
  readonly id: number;
  readonly time: number;
  readonly node: string;
  readonly signal: string;
  readonly epoch: EpochJson;
}

export type HostRequest =
  | {
      readonly type: 'load';
      readonly file: string;
      readonly text: string | undefined;
      readonly input: InputValues;
      readonly nodes: readonly string[];
      /** Signals that go to other processes, as `node.signal`. */
      readonly sent: readonly string[];
      /** Signals that nodes of this host need again. */
      readonly kept: readonly string[];
    }
  /** Starts a node. */
  | { readonly type: 'init'; readonly node: string }
  /** Makes the runner's assets, after all nodes were started. */
  | { readonly type: 'assets' }
  | { readonly type: 'deinit'; readonly node: string }
  | { readonly type: 'open'; readonly root: number }
  | { readonly type: 'close'; readonly root: number }
  | {
      readonly type: 'call';
      readonly node: string;
      readonly epoch: EpochJson;
      readonly inputs: InputValues;
      /** Slots whose value the host has kept. */
      readonly kept: readonly { readonly slot: string; readonly signal: string; readonly epoch: string }[];
      readonly events: readonly WireEvent[];
      readonly epochSlots: readonly string[];
      readonly eventSlots: readonly string[];
    }
  /** Takes everything down. The process ends when its line to the runner is cut. */
  | { readonly type: 'end' };

/** What a call answers: null where a source has no more; a value, or a mark in its stead, for each signal. */
export type CallAnswer =
  | readonly (
      | { readonly type: 'value'; readonly value: unknown }
      | { readonly type: 'nothing' }
      | { readonly type: 'kept'; readonly what: string }
    )[]
  | null;

export type HostMessage =
  | { readonly type: 'hello' }
  | { readonly type: 'answer'; readonly id: number; readonly value: unknown }
  | { readonly type: 'failure'; readonly id: number; readonly error: WireError };
