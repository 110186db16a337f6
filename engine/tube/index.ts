// The door of tubes: load one, run it, write nodes and assets for it. Everything else in this folder is its own affair.
export { Asset, assetKind, clone, defineAsset } from './asset.ts';
export type { AssetDefinition } from './asset.ts';
export { AsyncRunner } from './async-runner.ts';
export type { AsyncRunnerOptions } from './async-runner.ts';
export type { Edge } from './edge.ts';
export { Epoch } from './epoch.ts';
export type { EpochJson } from './epoch.ts';
export { Exhausted, NoEvent } from './event.ts';
export type { EpochEnded, Event, TubeEvent, TubeWarning } from './event.ts';
export type { InputValues } from './input.ts';
export { loadTube } from './load.ts';
export type { LoadOptions } from './load.ts';
export type { RunnerStatus } from './lifecycle.ts';
export type { TubeListener } from './listeners.ts';
export type { MaybePromise } from './maybe.ts';
export { defineNode, Node } from './node.ts';
export type { EventMap, NodeDefinition, RunnerContext, SlotDeclaration, Slots } from './node.ts';
export { outlineTube } from './outline.ts';
export type { TubeOutline } from './outline.ts';
export { KeptValue, ProcessRunner } from './process-runner.ts';
export type { ProcessRunnerOptions } from './process-runner.ts';
export { TubeRunner } from './runner.ts';
export type { ProcessOptions, RunnerOptions, RunOptions } from './run.ts';
export type {
  AssetSpecification,
  Depends,
  InputSpecification,
  NodeSpecification,
  Scope,
  TubeSpecification,
} from './spec.ts';
export { State } from './state.ts';
export { SyncRunner } from './sync-runner.ts';
export type { Tube, TubeNode } from './tube.ts';
export { TubeError } from './tube-error.ts';
export type { TubeErrorCode } from './tube-error.ts';
export { importType } from './type-reference.ts';
