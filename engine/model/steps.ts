// What a recipe in steps is once it is compiled: plain data. Knows neither how steps are run nor where they stand.
import type { ExitCodes } from './exit-code.ts';
import type { JsonObject } from './json.ts';

/** What a step does, and a task may: shell text, a program, or an export of a module (its path is absolute). */
export type StepAction =
  | { readonly type: 'shell'; readonly template: string; readonly shell?: readonly string[] }
  | { readonly type: 'exec'; readonly argv: readonly string[] }
  | { readonly type: 'function'; readonly module: string; readonly export: string };

/** One step; `name` is for people, and for the position that `pipe show` prints. */
export type StepPlan =
  | {
      readonly kind: 'act';
      readonly name: string;
      readonly action: StepAction;
    }
  | LaunchPlan
  /** Children beside each other; the next step waits for all of them. */
  | { readonly kind: 'together'; readonly name: string; readonly launches: readonly LaunchPlan[] }
  | {
      readonly kind: 'if';
      readonly branches: readonly { readonly test: string; readonly body: readonly StepPlan[] }[];
      readonly otherwise: readonly StepPlan[] | null;
    }
  | { readonly kind: 'while'; readonly test: string; readonly body: readonly StepPlan[] }
  | { readonly kind: 'return'; readonly status: number };

export interface LaunchPlan {
  readonly kind: 'launch';
  readonly name: string;
  readonly program: ProgramPlan;
  /** By port: a template, or a value as it is. */
  readonly inputs: JsonObject;
  readonly params: JsonObject;
  /** By port: a template of the path that the child writes; without one it is in the child's own folder. */
  readonly outputs: Readonly<Record<string, string>>;
  /** The name in the context for what the child leaves; null keeps nothing. */
  readonly into: string | null;
  /** At the end of a list, not in place of what is there. */
  readonly append: boolean;
}

/** A recipe that a step launches. */
export interface ProgramPlan {
  /** Its file, relative to the root. */
  readonly recipe: string;
  /** Absolute folder of its file. */
  readonly dir: string;
  readonly steps: readonly StepPlan[];
  /** Input ports with their kind. */
  readonly inputs: Readonly<Record<string, 'path' | 'paths' | 'record' | 'records'>>;
  readonly outputs: readonly string[];
  /** Defaults of the parameters that were not given. */
  readonly params: JsonObject;
  readonly exitCodes: ExitCodes;
}
