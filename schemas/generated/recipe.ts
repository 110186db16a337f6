// Made by recipes/schema-types/generate.ts from recipe.schema.json; do not edit.

/**
 * A reusable description of what a job does, with typed ports. One of `run`, `exec`, `function`, `tube` and `steps` says how; a recipe that others only extend or take ports from needs none.
 */
export type RecipeFile = {
  /**
   * The schema of this file, for editors; pipe does not look at it.
   */
  $schema?: string;
  /**
   * A recipe, a file or the name of a built-in one, that this one is a variant of. Its ports, parameters, exit codes and variables hold here too, and what it does, unless this file says otherwise; tools and sources are added.
   */
  extends?: string;
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
   * What holds for all inputs, all outputs or all parameters together.
   */
  namespaces?: {
    inputs?: Namespace;
    outputs?: Namespace;
    params?: Namespace;
  };
  /**
   * Ports that are taken over from another recipe, or a list of that, one after the other.
   *
   * @minItems 1
   */
  expose?:
    | {
        /**
         * The recipe's file, or the name of a built-in one.
         */
        from: string;
        /**
         * Where they go on each side, a dotted path; by default beside the recipe's own.
         */
        namespace?: string;
        /**
         * Only these: dotted paths that start with `inputs`, `outputs` or `params`. A namespace means all of it.
         *
         * @minItems 1
         */
        include?: [PortPath, ...PortPath[]];
        /**
         * All but these.
         *
         * @minItems 1
         */
        exclude?: [PortPath, ...PortPath[]];
        options?: Namespace;
      }
    | [Exposure, ...Exposure[]];
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
  steps?: Steps;
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
   * This interface was referenced by `undefined`'s JSON-Schema definition
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
    | {
        inputs?: Namespace;
        outputs?: Namespace;
        params?: Namespace;
      }
    | {
        /**
         * The recipe's file, or the name of a built-in one.
         */
        from: string;
        /**
         * Where they go on each side, a dotted path; by default beside the recipe's own.
         */
        namespace?: string;
        /**
         * Only these: dotted paths that start with `inputs`, `outputs` or `params`. A namespace means all of it.
         *
         * @minItems 1
         */
        include?: [PortPath, ...PortPath[]];
        /**
         * All but these.
         *
         * @minItems 1
         */
        exclude?: [PortPath, ...PortPath[]];
        options?: Namespace;
      }
    | [Exposure, ...Exposure[]]
    | [string, ...string[]]
    | FunctionRef
    | Steps
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
} & {
  [k: string]: unknown;
};
/**
 * A JSON type, or a list of them.
 *
 * @minItems 1
 */
export type ValueType =
  | string
  | [
      'string' | 'integer' | 'number' | 'boolean' | 'array' | 'object' | 'null',
      ...('string' | 'integer' | 'number' | 'boolean' | 'array' | 'object' | 'null')[]
    ];
/**
 * What a value must satisfy beside its type: a Liquid condition over `value`, and for a map over the names in it. Of inputs the values are true where something is linked.
 */
export type Validator =
  | string
  | {
      /**
       * The condition.
       */
      expression?: string;
      /**
       * In its place an exported function of a `.ts` or `.js` module, `path#export`: it gets the value, and returns what is wrong with it, or nothing.
       */
      function?: string;
      /**
       * What is said where it does not hold.
       */
      message?: string;
    };
/**
 * A dotted path that starts with its side.
 */
export type PortPath = string;
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
 * What a job does, one step after another. Each is kept when it has ended, so that a job that was interrupted goes on at its step. Steps see the links and parameters, `ctx`, which earlier steps filled, and `work`, a folder of the job's own.
 *
 * @minItems 1
 */
export type Steps = [Step, ...Step[]];

/**
 * A typed input or output. One with `ports` or `dynamic` is a namespace: ports under a name, nested as deep as wished, linked as `NAMESPACE.PORT`. An output without `kind` is a value that jobs emit.
 */
export interface Port {
  /**
   * One path or record, or several.
   */
  kind?: 'path' | 'paths' | 'record' | 'records';
  /**
   * Whether a task must link it. Of an output that is emitted: whether a job must emit it.
   */
  required?: boolean;
  /**
   * What it is, for people.
   */
  help?: string;
  type?: ValueType;
  /**
   * A JSON Schema (2020-12) that the value must satisfy: as a map, or the path of its file.
   */
  schema?:
    | string
    | {
        [k: string]: unknown;
      };
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
  validator?: Validator;
  /**
   * Makes it a namespace of these.
   */
  ports?: {
    [k: string]: Port;
  };
  /**
   * Makes it a namespace that also takes values under names that it does not list; with `type` or `schema` each must suit that.
   */
  dynamic?: boolean;
}
/**
 * A typed value. It must be set unless it has a default or `required: false`. One with `ports` or `dynamic` is a namespace: ports under a name, nested as deep as wished.
 */
export interface Param {
  type?: ValueType;
  /**
   * The value where a task sets none.
   */
  default?: {
    [k: string]: unknown;
  };
  /**
   * Makes the value where a task sets none, anew for each attempt of a job: `uuid`, `now` (a time as ISO 8601 has it), or from the job's name and so always the same for it: `key`, `key_uuid`, `key_number` (0 to 2147483647). The name of the generator is part of the definition, what it makes is not: it never runs a job.
   */
  generate?: 'uuid' | 'now' | 'key' | 'key_uuid' | 'key_number';
  /**
   * Whether a task must set it. By default where there is no default.
   */
  required?: boolean;
  /**
   * A JSON Schema (2020-12) that the value must satisfy: as a map, or the path of its file.
   */
  schema?:
    | string
    | {
        [k: string]: unknown;
      };
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
  validator?: Validator;
  /**
   * What it is, for people.
   */
  help?: string;
  /**
   * Makes it a namespace of these.
   */
  ports?: {
    [k: string]: Param;
  };
  /**
   * Makes it a namespace that also takes values under names that it does not list; with `type` or `schema` each must suit that.
   */
  dynamic?: boolean;
  /**
   * Of a namespace: `false` leaves it absent where nothing of it is given, whatever defaults its ports have.
   */
  populate_defaults?: boolean;
}
/**
 * What holds for a namespace of ports as a whole.
 */
export interface Namespace {
  /**
   * `false`: where nothing of it is given, its required ports are not missed.
   */
  required?: boolean;
  /**
   * What it is, for people.
   */
  help?: string;
  type?: ValueType;
  /**
   * A JSON Schema (2020-12) that the value must satisfy: as a map, or the path of its file.
   */
  schema?:
    | string
    | {
        [k: string]: unknown;
      };
  validator?: Validator;
  /**
   * It also takes values under names that it does not list; with `type` or `schema` each must suit that.
   */
  dynamic?: boolean;
  /**
   * Of a namespace: `false` leaves it absent where nothing of it is given, whatever defaults its ports have.
   */
  populate_defaults?: boolean;
}
/**
 * Takes over ports of another recipe.
 */
export interface Exposure {
  /**
   * The recipe's file, or the name of a built-in one.
   */
  from: string;
  /**
   * Where they go on each side, a dotted path; by default beside the recipe's own.
   */
  namespace?: string;
  /**
   * Only these: dotted paths that start with `inputs`, `outputs` or `params`. A namespace means all of it.
   *
   * @minItems 1
   */
  include?: [PortPath, ...PortPath[]];
  /**
   * All but these.
   *
   * @minItems 1
   */
  exclude?: [PortPath, ...PortPath[]];
  options?: Namespace;
}
/**
 * A command, a function, a recipe to launch, a choice, a loop, or the end.
 */
export interface Step {
  /**
   * What the step is called where its position is shown.
   */
  name?: string;
  /**
   * A template of shell text. What it appends to the file `$PIPE_CTX`, a JSON object a line, goes into the context.
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
  /**
   * The shell of `run:` with its arguments. By default `/bin/sh -eu`.
   *
   * @minItems 1
   *
   * Items: The shell's path, or an argument.
   */
  shell?: [string, ...string[]];
  function?: FunctionRef;
  /**
   * A recipe that runs as a child of the job; the next step waits for it.
   */
  launch?: string;
  /**
   * Launches that run beside each other; the next step waits for all of them. If one fails, the others are ended.
   *
   * @minItems 1
   */
  together?: [Launch, ...Launch[]];
  /**
   * What the launched recipe reads, by port. A text is a template; one that is only `{{ … }}` gives the value as it is.
   */
  inputs?: {
    /**
     * A path, or for a record its value.
     */
    [k: string]: {
      [k: string]: unknown;
    };
  };
  /**
   * Parameters of the launched recipe, as under `inputs`.
   */
  params?: {
    /**
     * A value, or a template of one.
     */
    [k: string]: {
      [k: string]: unknown;
    };
  };
  /**
   * Where the launched recipe writes, by port, each a template of a path. Without an entry it is a file in a folder of the child's own.
   */
  outputs?: {
    /**
     * A template of the path.
     */
    [k: string]: string;
  };
  /**
   * The name in the context for what the child leaves: the paths of its outputs by their ports, and its own context.
   */
  into?: string;
  /**
   * Whether it goes to the end of a list there, rather than in its place.
   */
  append?: boolean;
  /**
   * A condition; `then` runs if it holds, else the first of `elif` that does, else `else`.
   */
  if?: string;
  then?: Steps;
  /**
   * Further conditions, in order.
   *
   * @minItems 1
   *
   * Items: A condition with its steps.
   */
  elif?: [
    {
      /**
       * A condition.
       */
      if: string;
      then: Steps;
    },
    ...{
      /**
       * A condition.
       */
      if: string;
      then: Steps;
    }[]
  ];
  else?: Steps;
  /**
   * A condition; `do` runs as long as it holds.
   */
  while?: string;
  do?: Steps;
  /**
   * Ends the job: with success for 0 or nothing, else with that exit status.
   */
  return?: number | null;
}
/**
 * A recipe that runs as one of several children.
 */
export interface Launch {
  /**
   * What the step is called where its position is shown.
   */
  name?: string;
  /**
   * A recipe that runs as a child of the job; the next step waits for it.
   */
  launch: string;
  /**
   * What the launched recipe reads, by port. A text is a template; one that is only `{{ … }}` gives the value as it is.
   */
  inputs?: {
    /**
     * A path, or for a record its value.
     */
    [k: string]: {
      [k: string]: unknown;
    };
  };
  /**
   * Parameters of the launched recipe, as under `inputs`.
   */
  params?: {
    /**
     * A value, or a template of one.
     */
    [k: string]: {
      [k: string]: unknown;
    };
  };
  /**
   * Where the launched recipe writes, by port, each a template of a path. Without an entry it is a file in a folder of the child's own.
   */
  outputs?: {
    /**
     * A template of the path.
     */
    [k: string]: string;
  };
  /**
   * The name in the context for what the child leaves: the paths of its outputs by their ports, and its own context.
   */
  into?: string;
  /**
   * Whether it goes to the end of a list there, rather than in its place.
   */
  append?: boolean;
}
