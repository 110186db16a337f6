// The face of this folder for the rest of the engine. A scheduler that moves records of jobs imports machine.ts and
// control.ts by themselves: they load nothing else, while this file loads the whole library.
export type { Bundle, CheckpointFault } from './bundle.ts';
export { BUNDLE_VERSION, readBundle, writeBundle } from './bundle.ts';
export { findProcess, recreateFrom } from './children.ts';
export type {
  Broadcast,
  BroadcastHandler,
  Communicator,
  FinalReply,
  Reply,
  RpcHandler,
  TaskAnswer,
  TaskHandler,
} from './control/communicator.ts';
export { finalReply } from './control/communicator.ts';
export { ProcessController, valueIn } from './control/controller.ts';
export { filtered, type BroadcastFilter } from './control/filter.ts';
export { processLauncher } from './control/launcher.ts';
export { MemoryCommunicator } from './control/memory-communicator.ts';
export { outcomeOf, type ControlReply } from './control/reply.ts';
export { controlMessage, subscribe, type Controllable, type Intent } from './control/subscribe.ts';
export { continueTask, createTask, launchTask, type ProcessTask } from './control/tasks.ts';
export { EmissionReader, type Emission } from './emission.ts';
export {
  BUILT_IN_EXITS,
  codeOf,
  exitCode,
  exitCodeFault,
  formatExit,
  judgeExit,
  type ExitCode,
  type ExitCodes,
} from './exit-codes.ts';
export { failureOf, printFailure, RestoredError, type FailureData } from './failure-data.ts';
export type { ProcessEvent, ProcessListener } from './listener.ts';
export { ModuleLoader, type LoaderFault, type ObjectLoader } from './loader.ts';
export {
  decideKill,
  decidePause,
  decidePlay,
  decideWish,
  settle,
  type Decision,
  type Settlement,
} from './control.ts';
export * from './machine.ts';
export { OutputCollector } from './outputs.ts';
export { compareRefs, type CheckpointPersister, type CheckpointRef } from './persister.ts';
export { FilePersister } from './persisters/files.ts';
export { MemoryPersister } from './persisters/memory.ts';
export { rowOf, StorePersister, type ProcessRow, type ProcessStore } from './persisters/store.ts';
export { checkPort } from '../ports/check.ts';
export {
  defineNamespace,
  definePort,
  EMPTY_NAMESPACE,
  withProperties,
  type NamespaceOptions,
  type PortOptions,
} from '../ports/define.ts';
export { describeNamespace } from '../ports/describe.ts';
export { expose, type ExposeRules } from '../ports/expose.ts';
export { getPort, placeFor, withNamespace, withPort } from '../ports/namespace.ts';
export { parseValues, populate, project, type Generators } from '../ports/populate.ts';
export {
  printPortFault,
  type AnyPort,
  type Port,
  type PortFault,
  type PortNamespace,
} from '../model/port.ts';
export { KilledError, ProcessError, type ProcessErrorCode } from './process-error.ts';
export { InvalidInputs, type CreateOptions } from './process-setup.ts';
export { Process, type ProcessClass } from './process.ts';
export {
  continueWith,
  exitWith,
  kill,
  KillInterruption,
  PauseInterruption,
  stop,
  unsuccessful,
  waitFor,
  type Command,
} from './results.ts';
export { createRuntime, type LiveProcess, type ProcessRuntime } from './runtime.ts';
export { ProcessSpec, type SpecSource } from './spec.ts';
export { append, toContext, type Awaitable } from './steps/awaitable.ts';
export {
  condition,
  ifThen,
  launchStep,
  returnWith,
  whileDo,
  type Outline,
  type Step,
} from './steps/outline.ts';
export { printPosition } from './steps/print.ts';
export { StepsProcess } from './steps/steps-process.ts';
