// Made by recipes/schema-types/generate.ts from recipe.schema.json; do not edit.

/**
 * An exported async function of a `.ts` or `.js` module: `path#export`, without `#` the default export. Its module and what that imports are part of the definition.
 */
export type FunctionRef =
  | string
  | {
      /**
       * The module's file.
       */
      module: string;
      /**
       * The name of the export.
       */
      export?: string;
    };

/**
 * A reusable description of what a job does, with typed ports. Exactly one of `run`, `exec`, `function` and `tube` says how.
 */
export interface RecipeFile {
  /**
   * The schema of this file, for editors; pipe does not look at it.
   */
  $schema?: string;
  /**
   * What the recipe does, for people.
   */
  description?: string;
  /**
   * What a job reads, by the name that templates use.
   */
  inputs?: {
    [k: string]: Port;
  };
  /**
   * What a job writes, by the name that templates use.
   */
  outputs?: {
    [k: string]: Port;
  };
  /**
   * Values that a task may set, by the name that templates use.
   */
  params?: {
    [k: string]: Param;
  };
  /**
   * A template of shell text. Values are quoted as the place needs.
   */
  run?: string;
  /**
   * A program and its arguments, each a template, run without a shell.
   *
   * @minItems 1
   *
   * Items: The program, or one argument.
   */
  exec?: [string, ...string[]];
  function?: FunctionRef;
  /**
   * A tube file; a job is one epoch of it. Inputs fill its process inputs by their names, `params` its other inputs, and the entries of its return are written to the outputs.
   */
  tube?: string;
  /**
   * The shell of `run:` with its arguments. By default `/bin/sh -eu`.
   *
   * @minItems 1
   *
   * Items: The shell's path, or an argument.
   */
  shell?: [string, ...string[]];
  /**
   * Variables that jobs get; the values are templates. A task's own win.
   */
  env?: {
    /**
     * The value, a template.
     */
    [k: string]: string | number | boolean;
  };
  /**
   * Programs whose file's content is part of the definition.
   *
   * Items: A program's name on the PATH, or its path.
   */
  tools?: string[];
  /**
   * Further files of the recipe, as globs from its folder, that every job depends on; `!` takes out. Files that a template names as `{{ recipe.dir }}/FILE` count by themselves.
   *
   * Items: A path with `*` and `**`, or with `!` one that is left out.
   */
  sources?: string[];
  /**
   * `make`: the job writes the files it read to `{{ depfile }}`, in Make's format; they count as inputs from then on.
   */
  depfile?: 'make' | 'none';
  /**
   * Names and meanings of exit statuses: shown when a job ends with one, and what then becomes of it.
   */
  exit_codes?: {
    /**
     * One exit status.
     */
    [k: string]: {
      /**
       * The number.
       */
      status: number;
      /**
       * What it means.
       */
      message: string;
      /**
       * The job succeeds with it as with 0: its outputs are checked and kept. Part of the definition.
       */
      ok?: boolean;
      /**
       * Whether `retry:` tries a job again that failed with it. `false` is for what another attempt cannot mend.
       */
      retry?: boolean;
      /**
       * Of a status that counts as success: the job is not up to date after it, and runs again in the next build. A failed job does so in any case.
       */
      invalidates_cache?: boolean;
    };
  };
  /**
   * How a task uses the recipe, as YAML text for its page.
   */
  example?: string;
  /**
   * Anything; pipe does not look at it. A place for YAML anchors.
   *
   * This interface was referenced by `RecipeFile`'s JSON-Schema definition
   * via the `patternProperty` "^x-".
   */
  [k: string]:
    | {
        [k: string]: unknown;
      }
    | string
    | {
        [k: string]: Port;
      }
    | {
        [k: string]: Param;
      }
    | [string, ...string[]]
    | FunctionRef
    | {
        /**
         * The value, a template.
         */
        [k: string]: string | number | boolean;
      }
    | string[]
    | 'make'
    | 'none'
    | {
        /**
         * One exit status.
         */
        [k: string]: {
          /**
           * The number.
           */
          status: number;
          /**
           * What it means.
           */
          message: string;
          /**
           * The job succeeds with it as with 0: its outputs are checked and kept. Part of the definition.
           */
          ok?: boolean;
          /**
           * Whether `retry:` tries a job again that failed with it. `false` is for what another attempt cannot mend.
           */
          retry?: boolean;
          /**
           * Of a status that counts as success: the job is not up to date after it, and runs again in the next build. A failed job does so in any case.
           */
          invalidates_cache?: boolean;
        };
      }
    | undefined;
}
/**
 * A typed input or output.
 */
export interface Port {
  /**
   * One path or record, or several.
   */
  kind: 'path' | 'paths' | 'record' | 'records';
  /**
   * Whether a task must link it.
   */
  required?: boolean;
  /**
   * What it is, for people.
   */
  help?: string;
}
/**
 * A typed value. It must be set unless it has a default or `required: false`.
 */
export interface Param {
  /**
   * The type of the value.
   */
  type: 'string' | 'integer' | 'number' | 'boolean' | 'array' | 'object';
  /**
   * The value where a task sets none.
   */
  default?: {
    [k: string]: unknown;
  };
  /**
   * Whether a task must set it. By default where there is no default.
   */
  required?: boolean;
  /**
   * The value is one of these.
   *
   * @minItems 1
   *
   * Items: An allowed value.
   */
  enum?: [string | number | boolean, ...(string | number | boolean)[]];
  /**
   * The least number.
   */
  minimum?: number;
  /**
   * The greatest number.
   */
  maximum?: number;
  /**
   * A regular expression that a text must match.
   */
  pattern?: string;
  /**
   * The least number of characters of a text.
   */
  minLength?: number;
  /**
   * The greatest number of characters of a text.
   */
  maxLength?: number;
  /**
   * The type of an array's items.
   */
  items?: 'string' | 'integer' | 'number' | 'boolean';
  /**
   * What it is, for people.
   */
  help?: string;
}
