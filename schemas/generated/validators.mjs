// Made by recipes/schema-types/generate.ts from pipeline.schema.json, recipe.schema.json, tube.schema.json; do not edit.
var qe = (s, i) => () => {
  try {
    return i || s((i = { exports: {} }).exports, i), i.exports;
  } catch (x) {
    throw i = 0, x;
  }
};

// node_modules/ajv/dist/runtime/ucs2length.js
var ke = qe((me) => {
  "use strict";
  Object.defineProperty(me, "__esModule", { value: !0 });
  function be(s) {
    let i = s.length, x = 0, P = 0, k;
    for (; P < i; )
      x++, k = s.charCodeAt(P++), k >= 55296 && k <= 56319 && P < i && (k = s.charCodeAt(P), (k & 64512) === 56320 && P++);
    return x;
  }
  me.default = be;
  be.code = 'require("ajv/dist/runtime/ucs2length").default';
});

// <stdin>
var Je = pe, we = { $schema: "https://json-schema.org/draft/2020-12/schema", $id: "https://pipe-build.dev/schemas/pipeline.schema.json", title: "Pipeline file", description: "A `pipeline.yaml`: tasks that turn members of some repositories into members of others, and what they share. Every path in it is relative to the file's own folder.", type: "object", properties: { $schema: { title: "JSON Schema", description: "The schema of this file, for editors; pipe does not look at it.", type: "string", examples: ["./schemas/pipeline.schema.json"] }, name: { title: "Name", description: "What the pipeline is called in reports and in `PIPE_PIPELINE`. By default the name of its folder.", type: "string", pattern: "^[A-Za-z0-9][A-Za-z0-9_.-]*$", examples: ["books"] }, description: { title: "Description", description: "What the pipeline is for, for people.", type: "string", examples: ["Reports on every book"] }, include: { title: "Included files", description: "Other pipeline files whose tasks, repositories, parameters, quotas and variables become part of this one. Their paths stay relative to their own folder.", type: "array", items: { $ref: "#/$defs/include" }, examples: [["./ocr.pipeline.yaml", { path: "./maps.pipeline.yaml", as: "maps" }]] }, params: { title: "Parameters", description: "Values that templates of this file's own tasks may name, with their defaults. `--param NAME=VALUE` replaces one; its text is read as the type of the default.", type: "object", propertyNames: { $ref: "#/$defs/identifier" }, additionalProperties: { title: "Parameter", description: "The default value; it also gives the type.", type: ["string", "number", "boolean"], examples: ["en", 80, !0] }, examples: [{ language: "en", width: 80 }] }, env: { title: "Variables that count", description: "Environment variables, or `PREFIX*`, that are let through to every job and are part of its definition: a changed value runs the jobs again.", type: "array", items: { $ref: "#/$defs/variablePattern" }, examples: [["LANG", "API_*"]] }, pass_env: { title: "Variables that do not count", description: "Environment variables, or `PREFIX*`, that are let through to every job without being part of its definition.", type: "array", items: { $ref: "#/$defs/variablePattern" }, examples: [["SSH_AUTH_SOCK"]] }, repositories: { title: "Repositories", description: "Keyed collections by name. A path written in a link makes one without a name.", type: "object", propertyNames: { $ref: "#/$defs/plainName" }, additionalProperties: { $ref: "#/$defs/repository" }, examples: [{ books: { type: "file", path: "books/{key}.txt" } }] }, assets: { title: "Assets", description: "Live objects, such as connections, that tasks of the kinds `function` and `tube` are handed. Each is opened at its first use, in the one process that runs the jobs which use any, and closed at the end, the last opened first.", type: "object", propertyNames: { $ref: "#/$defs/identifier" }, additionalProperties: { $ref: "#/$defs/asset" }, examples: [{ db: { type: "./db.ts#openDb", params: { path: "books.db" } } }] }, quotas: { title: "Quota pools", description: "Limits by the name of their pool. Jobs draw on `main` unless their `quota:` names another `pool:`.", type: "object", propertyNames: { $ref: "#/$defs/plainName" }, additionalProperties: { $ref: "#/$defs/pool" }, examples: [{ main: { cpu: 4, memory: "8Gi", launches: "100/min" } }] }, tasks: { title: "Tasks", description: "What is done, by name. A name has letters, digits, `_`, `-` and `.`.", type: "object", propertyNames: { $ref: "#/$defs/taskName" }, additionalProperties: { $ref: "#/$defs/task" }, examples: [{ count: { inputs: { book: "books/{key}.txt" }, outputs: { count: "build/counts/{key}.txt" }, run: "wc -w < {{ book }} > {{ count }}" } }] } }, patternProperties: { "^x-": { title: "Extension", description: "Anything; pipe does not look at it. A place for YAML anchors.", examples: [{ cpu: 1 }] } }, additionalProperties: !1, $defs: { identifier: { title: "Identifier", description: "A name that templates can use.", type: "string", pattern: "^[A-Za-z_][A-Za-z0-9_-]*$", $comment: "a letter or `_`, then letters, digits, `_` or `-`", examples: ["book"] }, plainName: { title: "Plain name", description: "A name without dots or slashes, so that it cannot be taken for a path.", type: "string", pattern: "^[A-Za-z_][A-Za-z0-9_-]*$", $comment: "a letter or `_`, then letters, digits, `_` or `-`", examples: ["books"] }, taskName: { title: "Task name", description: "Names the task in targets and reports.", type: "string", pattern: "^[A-Za-z0-9_][A-Za-z0-9_.-]*$", $comment: "letters, digits, `_`, `-` and `.`, not starting with `-` or `.`", examples: ["report"] }, variablePattern: { title: "Variable", description: "The name of an environment variable, or the start of several with `*`.", type: "string", pattern: "^[A-Za-z_][A-Za-z0-9_]*\\*?$", $comment: "a variable's name, or `PREFIX*`", examples: ["LANG", "API_*"] }, asset: { title: "Asset", description: "A live object.", type: "object", properties: { type: { title: "Type", description: "What makes it, `MODULE#EXPORT`: a class (closed by `Symbol.asyncDispose` or `Symbol.dispose`), a function, a generator function (set-up, `yield` the object, tear-down), a class that extends `Asset`, or what `defineAsset` gives.", type: "string", pattern: "^.+#.+$", $comment: "a module, `#` and the name of its export", examples: ["./db.ts#openDb"] }, params: { title: "Parameters", description: "Its arguments by their names. A text may be a template over the pipeline's parameters.", type: "object", additionalProperties: { title: "Value", description: "Any value.", examples: ["books.db"] }, examples: [{ path: "books.db" }] } }, required: ["type"], additionalProperties: !1, examples: [{ type: "./db.ts#openDb", params: { path: "books.db" } }] }, include: { title: "Include", description: "A pipeline file, or with `as:` the prefix that its names get.", type: ["string", "object"], properties: { path: { title: "Path", description: "The file, relative to this one.", type: "string", examples: ["./maps.pipeline.yaml"] }, as: { title: "Prefix", description: "Its tasks, repositories, parameters and pools are then called `PREFIX.NAME`. Inside the file the short names still hold.", $ref: "#/$defs/plainName", examples: ["maps"] } }, required: ["path"], additionalProperties: !1, examples: ["./ocr.pipeline.yaml", { path: "./maps.pipeline.yaml", as: "maps" }] }, repositoryRef: { title: "Repository reference", description: "A repository's name, or a path, which has `/`, `.`, `{` or `*` in it. A path that ends in `/` is a directory.", type: "string", examples: ["books", "books/{key}.txt", "./stopwords.txt"] }, repository: { title: "Repository", description: "A keyed collection.", type: "object", discriminator: { propertyName: "type" }, required: ["type"], oneOf: [{ $ref: "#/$defs/fileRepository" }, { $ref: "#/$defs/directoryRepository" }, { $ref: "#/$defs/recordRepository" }, { $ref: "#/$defs/compressedRepository" }, { $ref: "#/$defs/tarRepository" }, { $ref: "#/$defs/treeRepository" }, { $ref: "#/$defs/memoryRepository" }, { $ref: "#/$defs/setRepository" }, { $ref: "#/$defs/unlessRepository" }, { $ref: "#/$defs/filterRepository" }, { $ref: "#/$defs/mapRepository" }, { $ref: "#/$defs/relatedRepository" }, { $ref: "#/$defs/fallbackRepository" }], examples: [{ type: "file", path: "books/{key}.txt" }] }, fileRepository: { title: "File repository", description: "Every file whose path matches is a member; a template sees its path.", type: "object", properties: { type: { title: "Kind", description: "Files.", const: "file", examples: ["file"] }, path: { $ref: "#/$defs/pathPattern" }, accept_strays: { $ref: "#/$defs/acceptStrays" }, keep: { $ref: "#/$defs/keep" } }, required: ["type", "path"], additionalProperties: !1, examples: [{ type: "file", path: "books/{key}.txt" }] }, directoryRepository: { title: "Directory repository", description: "Every folder whose path matches is a member, with all that is in it.", type: "object", properties: { type: { title: "Kind", description: "Folders.", const: "directory", examples: ["directory"] }, path: { $ref: "#/$defs/pathPattern" }, discard_empty: { title: "Discard empty", description: "An empty folder is no member.", type: "boolean", default: !1, examples: [!0] }, accept_strays: { $ref: "#/$defs/acceptStrays" }, keep: { $ref: "#/$defs/keep" } }, required: ["type", "path"], additionalProperties: !1, examples: [{ type: "directory", path: "build/sites/{key}" }] }, recordRepository: { title: "Record repository", description: "Every file that matches holds one record; a template sees its fields. Its order of keys, comments and white space do not count.", type: "object", properties: { type: { title: "Kind", description: "The language of the records.", enum: ["yaml", "json"], examples: ["yaml"] }, path: { $ref: "#/$defs/pathPattern" }, schema: { $ref: "#/$defs/recordSchema" }, accept_strays: { $ref: "#/$defs/acceptStrays" }, keep: { $ref: "#/$defs/keep" } }, required: ["type", "path"], additionalProperties: !1, examples: [{ type: "yaml", path: "authors/{key}.yaml", schema: "./author.schema.json" }] }, compressedRepository: { title: "Compressed repository", description: "Files that lie compressed. A job reads and writes plain files, without the `.gz` or `.zst` of the path; pipe compresses what it made and expands what it reads. Only the plain content counts, so compressing a file again is no change.", type: "object", properties: { type: { title: "Kind", description: "Compressed files.", const: "compressed", examples: ["compressed"] }, path: { $ref: "#/$defs/pathPattern" }, codec: { title: "Codec", description: "How members are compressed when they are written: by default as the path ends, `.gz` or `.zst`. What is read may be either.", enum: ["gzip", "zstd"], examples: ["zstd"] }, accept_strays: { $ref: "#/$defs/acceptStrays" }, keep: { $ref: "#/$defs/keep" } }, required: ["type", "path"], additionalProperties: !1, examples: [{ type: "compressed", path: "build/pages/{key}.html.gz" }] }, tarRepository: { title: "Tar repository", description: "Folders that lie as one archive each. A job reads and writes a folder, without the `.tar`, `.tar.gz`, `.tgz` or `.tar.zst` of the path. What it holds counts as in a directory repository: names, contents, links and executable bits.", type: "object", properties: { type: { title: "Kind", description: "Archives of folders.", const: "tar", examples: ["tar"] }, path: { $ref: "#/$defs/pathPattern" }, codec: { title: "Codec", description: "How archives are compressed when they are written: by default as the path ends, so a `.tar` is not. What is read may be any.", enum: ["gzip", "zstd"], examples: ["zstd"] }, accept_strays: { $ref: "#/$defs/acceptStrays" }, keep: { $ref: "#/$defs/keep" } }, required: ["type", "path"], additionalProperties: !1, examples: [{ type: "tar", path: "build/sites/{key}.tar.gz" }] }, treeRepository: { title: "Tree repository", description: "Folders that lie as a record of what they hold, with the content of every file stored once under its SHA-256, however many folders have it. A job reads and writes a folder, without the `.tree.json`, `.tree` or `.json` of the path.", type: "object", properties: { type: { title: "Kind", description: "Folders with shared contents.", const: "tree", examples: ["tree"] }, path: { $ref: "#/$defs/pathPattern" }, blobs: { title: "Blobs", description: "The folder of the contents, by default `.blobs` in the folder that the path starts with. It belongs to this pipeline: contents that no tree of it names are removed.", type: "string", pattern: "^[^{}*]+$", examples: ["build/blobs"] }, accept_strays: { $ref: "#/$defs/acceptStrays" }, keep: { $ref: "#/$defs/keep" } }, required: ["type", "path"], additionalProperties: !1, examples: [{ type: "tree", path: "build/snapshots/{key}.tree.json" }] }, memoryRepository: { title: "Memory repository", description: "Records that live as long as the build: made when a consumer needs them, gone afterwards.", type: "object", properties: { type: { title: "Kind", description: "Memory.", const: "memory", examples: ["memory"] }, schema: { $ref: "#/$defs/recordSchema" }, accept_strays: { $ref: "#/$defs/acceptStrays" } }, required: ["type"], additionalProperties: !1, examples: [{ type: "memory" }] }, setRepository: { title: "And, or", description: "The keys that all (`and`) or any (`or`) of the named repositories have; a value has one field for each of them.", type: "object", properties: { type: { title: "Kind", description: "All of them, or any.", enum: ["and", "or"], examples: ["and"] }, of: { title: "Of", description: "The repositories, by the name that their part of the value gets.", type: "object", minProperties: 1, propertyNames: { $ref: "#/$defs/identifier" }, additionalProperties: { $ref: "#/$defs/repositoryRef" }, examples: [{ book: "books", author: "authors" }] } }, required: ["type", "of"], additionalProperties: !1, examples: [{ type: "and", of: { book: "books", author: "authors" } }] }, unlessRepository: { title: "Unless", description: "The members of one repository whose key another does not have.", type: "object", properties: { type: { title: "Kind", description: "Difference.", const: "unless", examples: ["unless"] }, of: { title: "Of", description: "Where the members come from.", $ref: "#/$defs/repositoryRef", examples: ["books"] }, unless: { title: "Unless", description: "Whose keys are left out.", $ref: "#/$defs/repositoryRef", examples: ["banned"] } }, required: ["type", "of", "unless"], additionalProperties: !1, examples: [{ type: "unless", of: "books", unless: "banned" }] }, filterRepository: { title: "Filter", description: "The members of one repository for which a condition holds.", type: "object", properties: { type: { title: "Kind", description: "Filter.", const: "filter", examples: ["filter"] }, of: { title: "Of", description: "Where the members come from.", $ref: "#/$defs/repositoryRef", examples: ["books"] }, where: { $ref: "#/$defs/condition" }, allow_deletes: { $ref: "#/$defs/allowDeletes" } }, required: ["type", "of", "where"], additionalProperties: !1, examples: [{ type: "filter", of: "books", where: "size > 100000" }] }, mapRepository: { title: "Map", description: "The members of one repository with another value.", type: "object", properties: { type: { title: "Kind", description: "Map.", const: "map", examples: ["map"] }, of: { title: "Of", description: "Where the members come from.", $ref: "#/$defs/repositoryRef", examples: ["authors"] }, value: { title: "Value", description: "A template of the new value, over `key`, the fields, `path`, `size` and the record.", type: "string", examples: ["{{ name }} ({{ born }})"] }, where: { $ref: "#/$defs/condition" }, allow_deletes: { $ref: "#/$defs/allowDeletes" } }, required: ["type", "of", "value"], additionalProperties: !1, examples: [{ type: "map", of: "authors", value: "{{ name }}" }] }, relatedRepository: { title: "Related", description: "Members of one repository under other keys: the record that `translator` has for a key is the key of the member.", type: "object", properties: { type: { title: "Kind", description: "Related.", const: "related", examples: ["related"] }, of: { title: "Of", description: "Where the members come from.", $ref: "#/$defs/repositoryRef", examples: ["authors"] }, translator: { title: "Translator", description: "Gives for each key the key of the related member.", $ref: "#/$defs/repositoryRef", examples: ["author_of"] }, allow_deletes: { $ref: "#/$defs/allowDeletes" } }, required: ["type", "of", "translator"], additionalProperties: !1, examples: [{ type: "related", of: "authors", translator: "author_of" }] }, fallbackRepository: { title: "Fallback", description: "The members of one repository, and of another those whose key the first does not have. A task may write it: what the first refuses, such as a record that does not satisfy its schema, goes to the other.", type: "object", properties: { type: { title: "Kind", description: "Fallback.", const: "fallback", examples: ["fallback"] }, of: { title: "Of", description: "Read and written first.", $ref: "#/$defs/repositoryRef", examples: ["records"] }, fallback: { title: "Fallback", description: "Has the rest.", $ref: "#/$defs/repositoryRef", examples: ["raw"] } }, required: ["type", "of", "fallback"], additionalProperties: !1, examples: [{ type: "fallback", of: "records", fallback: "raw" }] }, pathPattern: { title: "Path", description: "`{name}` stands for a part of one segment, `{name**}` for any number of segments; the fields joined by `/` are the key. A path without fields has one member.", type: "string", examples: ["books/{key}.txt", "build/pages/{book}/{page}.txt"] }, acceptStrays: { title: "Accept strays", description: "Where a task writes the repository: files that no job made are members too, and a job does not overwrite one.", type: "boolean", default: !1, examples: [!0] }, keep: { title: "Keep", description: "`needed`: a member is made only when a job that must run reads it, and removed after the last one.", enum: ["always", "needed"], default: "always", examples: ["needed"] }, recordSchema: { title: "Schema", description: "A JSON Schema file (JSON or YAML) that every record must satisfy.", type: "string", examples: ["./author.schema.json"] }, condition: { title: "Condition", description: "A Liquid condition over `key`, the fields, `path`, `size` and the record.", type: "string", examples: ["size > 100000"] }, allowDeletes: { title: "Allow deletes", description: "Deleting a member deletes the one behind it.", type: "boolean", default: !1, examples: [!0] }, quantity: { title: "Quantity", description: "A number, or one with a suffix as in Kubernetes: n u m k M G T P E, or Ki Mi Gi Ti Pi Ei.", type: ["number", "string"], minimum: 0, pattern: "^\\+?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+|[numkKMGTPE]|[KMGTPE]i)?$", $comment: "a number, or one with a suffix such as `500m`, `1.5G` or `8Gi`", examples: [1, "500m", "8Gi"] }, duration: { title: "Duration", description: "Numbers with the units ms, s, m, h, d, one after the other; a plain number is seconds.", type: ["string", "number"], exclusiveMinimum: 0, pattern: "^([0-9]+(\\.[0-9]+)?(ms|s|m|h|d))+$", $comment: "a duration such as `500ms`, `10m` or `1h30m`, or a number of seconds", examples: ["10m", "1h30m", "500ms"] }, pool: { title: "Quota pool", description: "How much the jobs that run at one time may take together.", type: "object", properties: { cpu: { title: "CPU", description: "Cores.", $ref: "#/$defs/quantity", examples: [4] }, memory: { title: "Memory", description: "Bytes.", $ref: "#/$defs/quantity", examples: ["8Gi"] }, launches: { title: "Launches", description: "How many jobs may start in a window of time: a number, `/`, and `s`, `min`, `h`, `d` or a duration.", type: "string", pattern: "^[0-9]+/(s|sec|min|m|h|d|[0-9].*)$", $comment: "a number of launches per window, such as `100/min` or `5/10s`", examples: ["100/min", "5/10s"] } }, propertyNames: { $ref: "#/$defs/plainName" }, additionalProperties: { title: "Named unit", description: "Any other thing that there is only so much of.", $ref: "#/$defs/quantity", examples: [2] }, examples: [{ cpu: 4, memory: "8Gi", launches: "100/min", licences: 2 }] }, quota: { title: "Quota", description: "What one job takes of its pool while it runs.", type: "object", properties: { pool: { title: "Pool", description: "The pool that it draws on.", type: "string", default: "main", examples: ["main"] }, cpu: { title: "CPU", description: "Cores.", $ref: "#/$defs/quantity", examples: [1] }, memory: { title: "Memory", description: "Bytes.", $ref: "#/$defs/quantity", examples: ["500Mi"] } }, propertyNames: { $ref: "#/$defs/plainName" }, additionalProperties: { title: "Named unit", description: "Any other unit of the pool.", $ref: "#/$defs/quantity", examples: [1] }, examples: [{ cpu: 1, memory: "500Mi" }] }, pathKind: { title: "Kind of an inline path", description: "What a path written here names. By default a file, or with a `/` at its end a directory.", enum: ["file", "directory", "yaml", "json", "compressed", "tar", "tree"], examples: ["yaml"] }, memberKey: { title: "Key", description: "Which member: a key with the job's fields in braces, or `link.field` for the key that stands in another link's record.", type: "string", examples: ["{book}", "book.author"] }, memberKeys: { title: "Keys", description: "Which members: a pattern of keys with the job's fields in braces and `*` or `**` for the rest. For an output also `digest`: the key is the digest of the content.", type: "string", examples: ["{key}/*", "*"] }, input: { title: "Input", description: "What a job reads, and what counts for whether it is up to date: a repository, or with details.", type: ["string", "object"], properties: { from: { title: "From", description: "The repository or path.", $ref: "#/$defs/repositoryRef", examples: ["authors"] }, type: { $ref: "#/$defs/pathKind" }, key: { $ref: "#/$defs/memberKey" }, keys: { $ref: "#/$defs/memberKeys" }, min: { title: "Least number", description: "Of several members: how many there must be at least.", type: "integer", minimum: 0, default: 1, examples: [0] }, required_for_start: { title: "Required for start", description: "Whether a job needs it to be there.", type: "boolean", default: !0, examples: [!1] } }, required: ["from"], additionalProperties: !1, examples: ["books", "books/{key}.txt", { from: "authors", key: "book.author" }] }, output: { title: "Output", description: "What a job writes: a repository, or with details.", type: ["string", "object"], properties: { to: { title: "To", description: "The repository or path.", $ref: "#/$defs/repositoryRef", examples: ["pages"] }, type: { $ref: "#/$defs/pathKind" }, key: { $ref: "#/$defs/memberKey" }, keys: { $ref: "#/$defs/memberKeys" }, in_place: { title: "In place", description: "The job writes the real path, not a staged one: for incremental tools, huge trees and formatters.", type: "boolean", default: !1, examples: [!0] } }, required: ["to"], additionalProperties: !1, examples: ["reports", "build/{key}.o", { to: "pages", keys: "{key}/*" }] }, link: { title: "Link", description: "The general form, with every disposition.", type: "object", properties: { repository: { title: "Repository", description: "The repository or path.", $ref: "#/$defs/repositoryRef", examples: ["banned"] }, type: { $ref: "#/$defs/pathKind" }, key: { $ref: "#/$defs/memberKey" }, keys: { $ref: "#/$defs/memberKeys" }, min: { title: "Least number", description: "Of several members: how many there must be at least.", type: "integer", minimum: 0, default: 1, examples: [0] }, in_place: { title: "In place", description: "An output that is written at its real path, not staged.", type: "boolean", default: !1, examples: [!0] }, is_input: { title: "Is input", description: "The job reads it, and a change runs the job again.", type: "boolean", default: !1, examples: [!0] }, is_output: { title: "Is output", description: "The job writes it; it is staged, checked and committed.", type: "boolean", default: !1, examples: [!0] }, is_status: { title: "Is status", description: "Written at every end of a job, also after a failure; never makes a job out of date.", type: "boolean", default: !1, examples: [!0] }, required_for_start: { title: "Required for start", description: "There is no job without it. By default as `is_input`.", type: "boolean", examples: [!0] }, inhibits_start: { title: "Inhibits start", description: "There is no job for a key that it has.", type: "boolean", default: !1, examples: [!0] }, required_for_output: { title: "Required for output", description: "A task plugged onto this one needs it. By default as `is_output`.", type: "boolean", examples: [!0] }, inhibits_output: { title: "Inhibits output", description: "A task plugged onto this one is held back by it.", type: "boolean", default: !1, examples: [!0] } }, required: ["repository"], additionalProperties: !1, examples: [{ repository: "banned", inhibits_start: !0 }] }, functionRef: { title: "Function", description: "An exported async function of a `.ts` or `.js` module: `path#export`, without `#` the default export. Its module and what that imports are part of the definition.", type: ["string", "object"], properties: { module: { title: "Module", description: "The module's file.", type: "string", examples: ["./count.ts"] }, export: { title: "Export", description: "The name of the export.", type: "string", default: "default", examples: ["countWords"] } }, required: ["module"], additionalProperties: !1, examples: ["./count.ts#countWords", { module: "./count.ts", export: "countWords" }] }, environment: { title: "Environment", description: "Variables that jobs get; the values are templates and part of the definition.", type: "object", propertyNames: { type: "string", pattern: "^[A-Za-z_][A-Za-z0-9_]*$", $comment: "letters, digits and `_`, not starting with a digit" }, additionalProperties: { title: "Value", description: "The value, a template.", type: ["string", "number", "boolean"], examples: ["1", "{{ language }}"] }, examples: [{ OMP_NUM_THREADS: "1" }] }, shell: { title: "Shell", description: "The shell of `run:` with its arguments. By default `/bin/sh -eu`.", type: "array", minItems: 1, items: { title: "Word", description: "The shell's path, or an argument.", type: "string", examples: ["bash"] }, examples: [["bash", "-euo", "pipefail"]] }, retry: { title: "Retry", description: "How often a failed job is tried again in the same build: a number of attempts, or with details.", type: ["integer", "object"], minimum: 1, properties: { attempts: { title: "Attempts", description: "How many in all; 1 is no retry.", type: "integer", minimum: 1, default: 3, examples: [3] }, backoff: { title: "Backoff", description: "The pause before the second attempt; it doubles each time.", $ref: "#/$defs/duration", default: "1s", examples: ["5s"] }, max_backoff: { title: "Longest backoff", description: "No pause is longer.", $ref: "#/$defs/duration", default: "5m", examples: ["5m"] }, on: { title: "On", description: "Which failures are tried again: exit statuses, names of exit codes, `timeout` for a timeout. Without it, any failure.", type: "array", minItems: 1, items: { title: "Failure", description: "An exit status, the name of an exit code, or `timeout`.", type: ["integer", "string"], pattern: "^(timeout|[A-Z][A-Z0-9_]*)$", minimum: 1, maximum: 255, $comment: "an exit status from 1 to 255, the name of an exit code, or `timeout`", examples: [75, "BUSY", "timeout"] }, examples: [[75, "BUSY", "timeout"]] } }, additionalProperties: !1, examples: [3, { attempts: 3, backoff: "5s" }] }, exitName: { title: "Name of an exit code", description: "A name for an exit status, in capital letters.", type: "string", pattern: "^[A-Z][A-Z0-9_]*$", $comment: "capital letters, digits and `_`, with a letter first", examples: ["NO_TEXT"] }, exitCodes: { title: "Exit codes", description: "Names and meanings of exit statuses: shown when a job ends with one, and what then becomes of it.", type: "object", propertyNames: { $ref: "#/$defs/exitName" }, additionalProperties: { title: "Exit code", description: "One exit status.", type: "object", properties: { status: { title: "Status", description: "The number.", type: "integer", minimum: 1, maximum: 255, examples: [3] }, message: { title: "Message", description: "What it means.", type: "string", examples: ["the book has no text"] }, ok: { title: "Counts as success", description: "The job succeeds with it as with 0: its outputs are checked and kept. Part of the definition.", type: "boolean", default: !1, examples: [!0] }, retry: { title: "Retry", description: "Whether `retry:` tries a job again that failed with it. `false` is for what another attempt cannot mend.", type: "boolean", default: !0, examples: [!1] }, invalidates_cache: { title: "Not to be reused", description: "Of a status that counts as success: the job is not up to date after it, and runs again in the next build. A failed job does so in any case.", type: "boolean", default: !1, examples: [!0] } }, required: ["status", "message"], additionalProperties: !1, examples: [{ status: 3, message: "the book has no text", retry: !1 }] }, examples: [{ NO_TEXT: { status: 3, message: "the book has no text", retry: !1 } }] }, task: { title: "Task", description: "What to do once per key. Exactly one of `use`, `run`, `exec`, `function` and `tube` says how.", type: "object", properties: { description: { title: "Description", description: "What the task does, for people.", type: "string", examples: ["Render each book's report"] }, use: { title: "Recipe", description: "A recipe's file, or the name of a built-in one.", type: "string", examples: ["./recipes/report.yaml", "compile-c"] }, run: { title: "Shell text", description: "A template of shell text. Values are quoted as the place needs.", type: "string", examples: ["wc -w < {{ book }} > {{ count }}"] }, exec: { title: "Command", description: "A program and its arguments, each a template, run without a shell.", type: "array", minItems: 1, items: { title: "Argument", description: "The program, or one argument.", type: "string", examples: ["{{ book }}"] }, examples: [["gzip", "-k", "{{ book }}"]] }, function: { $ref: "#/$defs/functionRef" }, tube: { title: "Tube", description: "A tube file; a job is one epoch of it. Inputs fill its process inputs by their names, `params` its other inputs, and the entries of its return are written to the outputs.", type: "string", examples: ["./words.tube.yaml"] }, assets: { title: "Assets", description: "Live objects of the pipeline's `assets:` that the function or tube is handed, by their names.", type: "array", items: { $ref: "#/$defs/identifier" }, examples: [["db"]] }, shell: { $ref: "#/$defs/shell" }, cwd: { title: "Working directory", description: "Where jobs run. By default the root pipeline's folder.", type: "string", examples: ["packages/site"] }, inputs: { title: "Inputs", description: "What jobs read, by the name that templates use.", type: "object", propertyNames: { $ref: "#/$defs/identifier" }, additionalProperties: { $ref: "#/$defs/input" }, examples: [{ book: "books/{key}.txt" }] }, outputs: { title: "Outputs", description: "What jobs write, by the name that templates use.", type: "object", propertyNames: { $ref: "#/$defs/identifier" }, additionalProperties: { $ref: "#/$defs/output" }, examples: [{ count: "build/counts/{key}.txt" }] }, links: { title: "Links", description: "Ties to repositories in the general form.", type: "object", propertyNames: { $ref: "#/$defs/identifier" }, additionalProperties: { $ref: "#/$defs/link" }, examples: [{ banned: { repository: "banned", inhibits_start: !0 } }] }, params: { title: "Parameters", description: "Values for the recipe's parameters, or that this task's templates may name. A text may be a template over the pipeline's parameters.", type: "object", propertyNames: { $ref: "#/$defs/identifier" }, additionalProperties: { title: "Value", description: "Any value; a recipe checks it against the port.", examples: [80, "{{ language }}"] }, examples: [{ width: 80 }] }, env: { $ref: "#/$defs/environment" }, stdin: { title: "Standard input", description: "The repository that jobs read as standard input, or the name of one of the inputs.", $ref: "#/$defs/input", examples: ["books"] }, stdout: { title: "Standard output", description: "Where standard output goes: the name of one of the outputs, or a repository, which then is status.", $ref: "#/$defs/output", examples: ["report"] }, stderr: { title: "Standard error", description: "Where standard error goes: the name of one of the outputs, or a repository, which then is status.", $ref: "#/$defs/output", examples: ["logs"] }, logs: { title: "Logs", description: "A repository that gets every job's log, also after a failure.", $ref: "#/$defs/output", examples: ["logs"] }, done: { title: "Done", description: "A repository that gets a record of every job's end.", $ref: "#/$defs/output", examples: ["done"] }, quota: { $ref: "#/$defs/quota" }, priority: { title: "Priority", description: "Jobs of a higher one start first.", type: "number", default: 0, examples: [10] }, timeout: { title: "Timeout", description: "A job that runs longer is killed and fails.", $ref: "#/$defs/duration", examples: ["10m"] }, retry: { $ref: "#/$defs/retry" }, rerun: { title: "Rerun", description: "When a job that succeeded runs again: when something changed, never while it is done, or in every build.", enum: ["changed", "once", "always"], default: "changed", examples: ["changed"] }, on_change: { title: "On change", description: "In a watch: what becomes of a job whose inputs change while it runs. Either way its result is dropped and it runs again: `queue` lets it end first, `restart` kills it at once.", enum: ["queue", "restart"], default: "queue", examples: ["restart"] }, failure_ok: { title: "Failure is ok", description: "Consumers start even after this task's job failed.", type: "boolean", default: !1, examples: [!0] }, default: { title: "Default", description: "Whether a build without targets includes the task.", type: "boolean", default: !0, examples: [!1] }, disabled: { title: "Disabled", description: "The task is checked but never run, and owns nothing.", type: "boolean", default: !1, examples: [!0] }, tools: { title: "Tools", description: "Programs whose file's content is part of the definition.", type: "array", items: { title: "Tool", description: "A program's name on the PATH, or its path.", type: "string", examples: ["pandoc"] }, examples: [["pandoc"]] }, sources: { title: "Sources", description: "Further files, as globs, that every job of the task depends on; `!` takes out.", type: "array", items: { title: "Glob", description: "A path with `*` and `**`, or with `!` one that is left out.", type: "string", examples: ["templates/**"] }, examples: [["templates/**", "!templates/old/**"]] }, depfile: { title: "Depfile", description: "`make`: the job writes the files it read to `{{ depfile }}`, in Make's format; they count as inputs from then on.", enum: ["make", "none"], default: "none", examples: ["make"] }, max_concurrent: { title: "Most at once", description: "How many jobs of the task may run at once.", type: "integer", minimum: 1, examples: [2] }, exit_codes: { $ref: "#/$defs/exitCodes" } }, additionalProperties: !1, oneOf: [{ required: ["use"] }, { required: ["run"] }, { required: ["exec"] }, { required: ["function"] }, { required: ["tube"] }], examples: [{ inputs: { book: "books/{key}.txt" }, outputs: { count: "build/counts/{key}.txt" }, run: "wc -w < {{ book }} > {{ count }}" }] } } };
var se = Object.prototype.hasOwnProperty, Ae = new RegExp("^x-", "u"), Ne = new RegExp("^[A-Za-z0-9][A-Za-z0-9_.-]*$", "u"), j = new RegExp("^[A-Za-z_][A-Za-z0-9_-]*$", "u"), $e = new RegExp("^[A-Za-z_][A-Za-z0-9_]*\\*?$", "u"), Te = new RegExp("^.+#.+$", "u"), ze = new RegExp("^[A-Za-z0-9_][A-Za-z0-9_.-]*$", "u"), Ze = { title: "Include", description: "A pipeline file, or with `as:` the prefix that its names get.", type: ["string", "object"], properties: { path: { title: "Path", description: "The file, relative to this one.", type: "string", examples: ["./maps.pipeline.yaml"] }, as: { title: "Prefix", description: "Its tasks, repositories, parameters and pools are then called `PREFIX.NAME`. Inside the file the short names still hold.", $ref: "#/$defs/plainName", examples: ["maps"] } }, required: ["path"], additionalProperties: !1, examples: ["./ocr.pipeline.yaml", { path: "./maps.pipeline.yaml", as: "maps" }] };
function Z(s, { instancePath: i = "", parentData: x, parentDataProperty: P, rootData: k = s, dynamicAnchors: w = {} } = {}) {
  let e = null, t = 0, u = Z.evaluated;
  if (u.dynamicProps && (u.props = void 0), u.dynamicItems && (u.items = void 0), typeof s != "string" && !(s && typeof s == "object" && !Array.isArray(s))) {
    let r = { instancePath: i, schemaPath: "#/type", keyword: "type", params: { type: Ze.type }, message: "must be string,object" };
    e === null ? e = [r] : e.push(r), t++;
  }
  if (s && typeof s == "object" && !Array.isArray(s)) {
    if (s.path === void 0) {
      let r = { instancePath: i, schemaPath: "#/required", keyword: "required", params: { missingProperty: "path" }, message: "must have required property 'path'" };
      e === null ? e = [r] : e.push(r), t++;
    }
    for (let r in s)
      if (!(r === "path" || r === "as")) {
        let o = { instancePath: i, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: r }, message: "must NOT have additional properties" };
        e === null ? e = [o] : e.push(o), t++;
      }
    if (s.path !== void 0 && typeof s.path != "string") {
      let r = { instancePath: i + "/path", schemaPath: "#/properties/path/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.as !== void 0) {
      let r = s.as;
      if (typeof r == "string") {
        if (!j.test(r)) {
          let o = { instancePath: i + "/as", schemaPath: "#/$defs/plainName/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_-]*$" }, message: 'must match pattern "^[A-Za-z_][A-Za-z0-9_-]*$"' };
          e === null ? e = [o] : e.push(o), t++;
        }
      } else {
        let o = { instancePath: i + "/as", schemaPath: "#/$defs/plainName/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        e === null ? e = [o] : e.push(o), t++;
      }
    }
  }
  return Z.errors = e, t === 0;
}
Z.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
var te = { title: "Keep", description: "`needed`: a member is made only when a job that must run reads it, and removed after the last one.", enum: ["always", "needed"], default: "always", examples: ["needed"] };
function I(s, { instancePath: i = "", parentData: x, parentDataProperty: P, rootData: k = s, dynamicAnchors: w = {} } = {}) {
  let e = null, t = 0, u = I.evaluated;
  if (u.dynamicProps && (u.props = void 0), u.dynamicItems && (u.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    if (s.type === void 0) {
      let r = { instancePath: i, schemaPath: "#/required", keyword: "required", params: { missingProperty: "type" }, message: "must have required property 'type'" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.path === void 0) {
      let r = { instancePath: i, schemaPath: "#/required", keyword: "required", params: { missingProperty: "path" }, message: "must have required property 'path'" };
      e === null ? e = [r] : e.push(r), t++;
    }
    for (let r in s)
      if (!(r === "type" || r === "path" || r === "accept_strays" || r === "keep")) {
        let o = { instancePath: i, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: r }, message: "must NOT have additional properties" };
        e === null ? e = [o] : e.push(o), t++;
      }
    if (s.type !== void 0 && s.type !== "file") {
      let r = { instancePath: i + "/type", schemaPath: "#/properties/type/const", keyword: "const", params: { allowedValue: "file" }, message: "must be equal to constant" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.path !== void 0 && typeof s.path != "string") {
      let r = { instancePath: i + "/path", schemaPath: "#/$defs/pathPattern/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.accept_strays !== void 0 && typeof s.accept_strays != "boolean") {
      let r = { instancePath: i + "/accept_strays", schemaPath: "#/$defs/acceptStrays/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.keep !== void 0) {
      let r = s.keep;
      if (!(r === "always" || r === "needed")) {
        let o = { instancePath: i + "/keep", schemaPath: "#/$defs/keep/enum", keyword: "enum", params: { allowedValues: te.enum }, message: "must be equal to one of the allowed values" };
        e === null ? e = [o] : e.push(o), t++;
      }
    }
  } else {
    let r = { instancePath: i, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = [r] : e.push(r), t++;
  }
  return I.errors = e, t === 0;
}
I.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
function E(s, { instancePath: i = "", parentData: x, parentDataProperty: P, rootData: k = s, dynamicAnchors: w = {} } = {}) {
  let e = null, t = 0, u = E.evaluated;
  if (u.dynamicProps && (u.props = void 0), u.dynamicItems && (u.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    if (s.type === void 0) {
      let r = { instancePath: i, schemaPath: "#/required", keyword: "required", params: { missingProperty: "type" }, message: "must have required property 'type'" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.path === void 0) {
      let r = { instancePath: i, schemaPath: "#/required", keyword: "required", params: { missingProperty: "path" }, message: "must have required property 'path'" };
      e === null ? e = [r] : e.push(r), t++;
    }
    for (let r in s)
      if (!(r === "type" || r === "path" || r === "discard_empty" || r === "accept_strays" || r === "keep")) {
        let o = { instancePath: i, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: r }, message: "must NOT have additional properties" };
        e === null ? e = [o] : e.push(o), t++;
      }
    if (s.type !== void 0 && s.type !== "directory") {
      let r = { instancePath: i + "/type", schemaPath: "#/properties/type/const", keyword: "const", params: { allowedValue: "directory" }, message: "must be equal to constant" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.path !== void 0 && typeof s.path != "string") {
      let r = { instancePath: i + "/path", schemaPath: "#/$defs/pathPattern/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.discard_empty !== void 0 && typeof s.discard_empty != "boolean") {
      let r = { instancePath: i + "/discard_empty", schemaPath: "#/properties/discard_empty/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.accept_strays !== void 0 && typeof s.accept_strays != "boolean") {
      let r = { instancePath: i + "/accept_strays", schemaPath: "#/$defs/acceptStrays/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.keep !== void 0) {
      let r = s.keep;
      if (!(r === "always" || r === "needed")) {
        let o = { instancePath: i + "/keep", schemaPath: "#/$defs/keep/enum", keyword: "enum", params: { allowedValues: te.enum }, message: "must be equal to one of the allowed values" };
        e === null ? e = [o] : e.push(o), t++;
      }
    }
  } else {
    let r = { instancePath: i, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = [r] : e.push(r), t++;
  }
  return E.errors = e, t === 0;
}
E.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
var Ie = { title: "Record repository", description: "Every file that matches holds one record; a template sees its fields. Its order of keys, comments and white space do not count.", type: "object", properties: { type: { title: "Kind", description: "The language of the records.", enum: ["yaml", "json"], examples: ["yaml"] }, path: { $ref: "#/$defs/pathPattern" }, schema: { $ref: "#/$defs/recordSchema" }, accept_strays: { $ref: "#/$defs/acceptStrays" }, keep: { $ref: "#/$defs/keep" } }, required: ["type", "path"], additionalProperties: !1, examples: [{ type: "yaml", path: "authors/{key}.yaml", schema: "./author.schema.json" }] };
function q(s, { instancePath: i = "", parentData: x, parentDataProperty: P, rootData: k = s, dynamicAnchors: w = {} } = {}) {
  let e = null, t = 0, u = q.evaluated;
  if (u.dynamicProps && (u.props = void 0), u.dynamicItems && (u.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    if (s.type === void 0) {
      let r = { instancePath: i, schemaPath: "#/required", keyword: "required", params: { missingProperty: "type" }, message: "must have required property 'type'" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.path === void 0) {
      let r = { instancePath: i, schemaPath: "#/required", keyword: "required", params: { missingProperty: "path" }, message: "must have required property 'path'" };
      e === null ? e = [r] : e.push(r), t++;
    }
    for (let r in s)
      if (!(r === "type" || r === "path" || r === "schema" || r === "accept_strays" || r === "keep")) {
        let o = { instancePath: i, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: r }, message: "must NOT have additional properties" };
        e === null ? e = [o] : e.push(o), t++;
      }
    if (s.type !== void 0) {
      let r = s.type;
      if (!(r === "yaml" || r === "json")) {
        let o = { instancePath: i + "/type", schemaPath: "#/properties/type/enum", keyword: "enum", params: { allowedValues: Ie.properties.type.enum }, message: "must be equal to one of the allowed values" };
        e === null ? e = [o] : e.push(o), t++;
      }
    }
    if (s.path !== void 0 && typeof s.path != "string") {
      let r = { instancePath: i + "/path", schemaPath: "#/$defs/pathPattern/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.schema !== void 0 && typeof s.schema != "string") {
      let r = { instancePath: i + "/schema", schemaPath: "#/$defs/recordSchema/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.accept_strays !== void 0 && typeof s.accept_strays != "boolean") {
      let r = { instancePath: i + "/accept_strays", schemaPath: "#/$defs/acceptStrays/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.keep !== void 0) {
      let r = s.keep;
      if (!(r === "always" || r === "needed")) {
        let o = { instancePath: i + "/keep", schemaPath: "#/$defs/keep/enum", keyword: "enum", params: { allowedValues: te.enum }, message: "must be equal to one of the allowed values" };
        e === null ? e = [o] : e.push(o), t++;
      }
    }
  } else {
    let r = { instancePath: i, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = [r] : e.push(r), t++;
  }
  return q.errors = e, t === 0;
}
q.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
var Ee = { title: "Compressed repository", description: "Files that lie compressed. A job reads and writes plain files, without the `.gz` or `.zst` of the path; pipe compresses what it made and expands what it reads. Only the plain content counts, so compressing a file again is no change.", type: "object", properties: { type: { title: "Kind", description: "Compressed files.", const: "compressed", examples: ["compressed"] }, path: { $ref: "#/$defs/pathPattern" }, codec: { title: "Codec", description: "How members are compressed when they are written: by default as the path ends, `.gz` or `.zst`. What is read may be either.", enum: ["gzip", "zstd"], examples: ["zstd"] }, accept_strays: { $ref: "#/$defs/acceptStrays" }, keep: { $ref: "#/$defs/keep" } }, required: ["type", "path"], additionalProperties: !1, examples: [{ type: "compressed", path: "build/pages/{key}.html.gz" }] };
function R(s, { instancePath: i = "", parentData: x, parentDataProperty: P, rootData: k = s, dynamicAnchors: w = {} } = {}) {
  let e = null, t = 0, u = R.evaluated;
  if (u.dynamicProps && (u.props = void 0), u.dynamicItems && (u.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    if (s.type === void 0) {
      let r = { instancePath: i, schemaPath: "#/required", keyword: "required", params: { missingProperty: "type" }, message: "must have required property 'type'" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.path === void 0) {
      let r = { instancePath: i, schemaPath: "#/required", keyword: "required", params: { missingProperty: "path" }, message: "must have required property 'path'" };
      e === null ? e = [r] : e.push(r), t++;
    }
    for (let r in s)
      if (!(r === "type" || r === "path" || r === "codec" || r === "accept_strays" || r === "keep")) {
        let o = { instancePath: i, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: r }, message: "must NOT have additional properties" };
        e === null ? e = [o] : e.push(o), t++;
      }
    if (s.type !== void 0 && s.type !== "compressed") {
      let r = { instancePath: i + "/type", schemaPath: "#/properties/type/const", keyword: "const", params: { allowedValue: "compressed" }, message: "must be equal to constant" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.path !== void 0 && typeof s.path != "string") {
      let r = { instancePath: i + "/path", schemaPath: "#/$defs/pathPattern/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.codec !== void 0) {
      let r = s.codec;
      if (!(r === "gzip" || r === "zstd")) {
        let o = { instancePath: i + "/codec", schemaPath: "#/properties/codec/enum", keyword: "enum", params: { allowedValues: Ee.properties.codec.enum }, message: "must be equal to one of the allowed values" };
        e === null ? e = [o] : e.push(o), t++;
      }
    }
    if (s.accept_strays !== void 0 && typeof s.accept_strays != "boolean") {
      let r = { instancePath: i + "/accept_strays", schemaPath: "#/$defs/acceptStrays/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.keep !== void 0) {
      let r = s.keep;
      if (!(r === "always" || r === "needed")) {
        let o = { instancePath: i + "/keep", schemaPath: "#/$defs/keep/enum", keyword: "enum", params: { allowedValues: te.enum }, message: "must be equal to one of the allowed values" };
        e === null ? e = [o] : e.push(o), t++;
      }
    }
  } else {
    let r = { instancePath: i, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = [r] : e.push(r), t++;
  }
  return R.errors = e, t === 0;
}
R.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
var Re = { title: "Tar repository", description: "Folders that lie as one archive each. A job reads and writes a folder, without the `.tar`, `.tar.gz`, `.tgz` or `.tar.zst` of the path. What it holds counts as in a directory repository: names, contents, links and executable bits.", type: "object", properties: { type: { title: "Kind", description: "Archives of folders.", const: "tar", examples: ["tar"] }, path: { $ref: "#/$defs/pathPattern" }, codec: { title: "Codec", description: "How archives are compressed when they are written: by default as the path ends, so a `.tar` is not. What is read may be any.", enum: ["gzip", "zstd"], examples: ["zstd"] }, accept_strays: { $ref: "#/$defs/acceptStrays" }, keep: { $ref: "#/$defs/keep" } }, required: ["type", "path"], additionalProperties: !1, examples: [{ type: "tar", path: "build/sites/{key}.tar.gz" }] };
function O(s, { instancePath: i = "", parentData: x, parentDataProperty: P, rootData: k = s, dynamicAnchors: w = {} } = {}) {
  let e = null, t = 0, u = O.evaluated;
  if (u.dynamicProps && (u.props = void 0), u.dynamicItems && (u.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    if (s.type === void 0) {
      let r = { instancePath: i, schemaPath: "#/required", keyword: "required", params: { missingProperty: "type" }, message: "must have required property 'type'" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.path === void 0) {
      let r = { instancePath: i, schemaPath: "#/required", keyword: "required", params: { missingProperty: "path" }, message: "must have required property 'path'" };
      e === null ? e = [r] : e.push(r), t++;
    }
    for (let r in s)
      if (!(r === "type" || r === "path" || r === "codec" || r === "accept_strays" || r === "keep")) {
        let o = { instancePath: i, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: r }, message: "must NOT have additional properties" };
        e === null ? e = [o] : e.push(o), t++;
      }
    if (s.type !== void 0 && s.type !== "tar") {
      let r = { instancePath: i + "/type", schemaPath: "#/properties/type/const", keyword: "const", params: { allowedValue: "tar" }, message: "must be equal to constant" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.path !== void 0 && typeof s.path != "string") {
      let r = { instancePath: i + "/path", schemaPath: "#/$defs/pathPattern/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.codec !== void 0) {
      let r = s.codec;
      if (!(r === "gzip" || r === "zstd")) {
        let o = { instancePath: i + "/codec", schemaPath: "#/properties/codec/enum", keyword: "enum", params: { allowedValues: Re.properties.codec.enum }, message: "must be equal to one of the allowed values" };
        e === null ? e = [o] : e.push(o), t++;
      }
    }
    if (s.accept_strays !== void 0 && typeof s.accept_strays != "boolean") {
      let r = { instancePath: i + "/accept_strays", schemaPath: "#/$defs/acceptStrays/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.keep !== void 0) {
      let r = s.keep;
      if (!(r === "always" || r === "needed")) {
        let o = { instancePath: i + "/keep", schemaPath: "#/$defs/keep/enum", keyword: "enum", params: { allowedValues: te.enum }, message: "must be equal to one of the allowed values" };
        e === null ? e = [o] : e.push(o), t++;
      }
    }
  } else {
    let r = { instancePath: i, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = [r] : e.push(r), t++;
  }
  return O.errors = e, t === 0;
}
O.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
var Oe = new RegExp("^[^{}*]+$", "u");
function D(s, { instancePath: i = "", parentData: x, parentDataProperty: P, rootData: k = s, dynamicAnchors: w = {} } = {}) {
  let e = null, t = 0, u = D.evaluated;
  if (u.dynamicProps && (u.props = void 0), u.dynamicItems && (u.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    if (s.type === void 0) {
      let r = { instancePath: i, schemaPath: "#/required", keyword: "required", params: { missingProperty: "type" }, message: "must have required property 'type'" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.path === void 0) {
      let r = { instancePath: i, schemaPath: "#/required", keyword: "required", params: { missingProperty: "path" }, message: "must have required property 'path'" };
      e === null ? e = [r] : e.push(r), t++;
    }
    for (let r in s)
      if (!(r === "type" || r === "path" || r === "blobs" || r === "accept_strays" || r === "keep")) {
        let o = { instancePath: i, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: r }, message: "must NOT have additional properties" };
        e === null ? e = [o] : e.push(o), t++;
      }
    if (s.type !== void 0 && s.type !== "tree") {
      let r = { instancePath: i + "/type", schemaPath: "#/properties/type/const", keyword: "const", params: { allowedValue: "tree" }, message: "must be equal to constant" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.path !== void 0 && typeof s.path != "string") {
      let r = { instancePath: i + "/path", schemaPath: "#/$defs/pathPattern/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.blobs !== void 0) {
      let r = s.blobs;
      if (typeof r == "string") {
        if (!Oe.test(r)) {
          let o = { instancePath: i + "/blobs", schemaPath: "#/properties/blobs/pattern", keyword: "pattern", params: { pattern: "^[^{}*]+$" }, message: 'must match pattern "^[^{}*]+$"' };
          e === null ? e = [o] : e.push(o), t++;
        }
      } else {
        let o = { instancePath: i + "/blobs", schemaPath: "#/properties/blobs/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        e === null ? e = [o] : e.push(o), t++;
      }
    }
    if (s.accept_strays !== void 0 && typeof s.accept_strays != "boolean") {
      let r = { instancePath: i + "/accept_strays", schemaPath: "#/$defs/acceptStrays/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.keep !== void 0) {
      let r = s.keep;
      if (!(r === "always" || r === "needed")) {
        let o = { instancePath: i + "/keep", schemaPath: "#/$defs/keep/enum", keyword: "enum", params: { allowedValues: te.enum }, message: "must be equal to one of the allowed values" };
        e === null ? e = [o] : e.push(o), t++;
      }
    }
  } else {
    let r = { instancePath: i, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = [r] : e.push(r), t++;
  }
  return D.errors = e, t === 0;
}
D.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
function K(s, { instancePath: i = "", parentData: x, parentDataProperty: P, rootData: k = s, dynamicAnchors: w = {} } = {}) {
  let e = null, t = 0, u = K.evaluated;
  if (u.dynamicProps && (u.props = void 0), u.dynamicItems && (u.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    if (s.type === void 0) {
      let r = { instancePath: i, schemaPath: "#/required", keyword: "required", params: { missingProperty: "type" }, message: "must have required property 'type'" };
      e === null ? e = [r] : e.push(r), t++;
    }
    for (let r in s)
      if (!(r === "type" || r === "schema" || r === "accept_strays")) {
        let o = { instancePath: i, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: r }, message: "must NOT have additional properties" };
        e === null ? e = [o] : e.push(o), t++;
      }
    if (s.type !== void 0 && s.type !== "memory") {
      let r = { instancePath: i + "/type", schemaPath: "#/properties/type/const", keyword: "const", params: { allowedValue: "memory" }, message: "must be equal to constant" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.schema !== void 0 && typeof s.schema != "string") {
      let r = { instancePath: i + "/schema", schemaPath: "#/$defs/recordSchema/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.accept_strays !== void 0 && typeof s.accept_strays != "boolean") {
      let r = { instancePath: i + "/accept_strays", schemaPath: "#/$defs/acceptStrays/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
      e === null ? e = [r] : e.push(r), t++;
    }
  } else {
    let r = { instancePath: i, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = [r] : e.push(r), t++;
  }
  return K.errors = e, t === 0;
}
K.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
var De = { title: "And, or", description: "The keys that all (`and`) or any (`or`) of the named repositories have; a value has one field for each of them.", type: "object", properties: { type: { title: "Kind", description: "All of them, or any.", enum: ["and", "or"], examples: ["and"] }, of: { title: "Of", description: "The repositories, by the name that their part of the value gets.", type: "object", minProperties: 1, propertyNames: { $ref: "#/$defs/identifier" }, additionalProperties: { $ref: "#/$defs/repositoryRef" }, examples: [{ book: "books", author: "authors" }] } }, required: ["type", "of"], additionalProperties: !1, examples: [{ type: "and", of: { book: "books", author: "authors" } }] };
function N(s, { instancePath: i = "", parentData: x, parentDataProperty: P, rootData: k = s, dynamicAnchors: w = {} } = {}) {
  let e = null, t = 0, u = N.evaluated;
  if (u.dynamicProps && (u.props = void 0), u.dynamicItems && (u.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    if (s.type === void 0) {
      let o = { instancePath: i, schemaPath: "#/required", keyword: "required", params: { missingProperty: "type" }, message: "must have required property 'type'" };
      e === null ? e = [o] : e.push(o), t++;
    }
    if (s.of === void 0) {
      let o = { instancePath: i, schemaPath: "#/required", keyword: "required", params: { missingProperty: "of" }, message: "must have required property 'of'" };
      e === null ? e = [o] : e.push(o), t++;
    }
    for (let o in s)
      if (!(o === "type" || o === "of")) {
        let m = { instancePath: i, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: o }, message: "must NOT have additional properties" };
        e === null ? e = [m] : e.push(m), t++;
      }
    if (s.type !== void 0) {
      let o = s.type;
      if (!(o === "and" || o === "or")) {
        let m = { instancePath: i + "/type", schemaPath: "#/properties/type/enum", keyword: "enum", params: { allowedValues: De.properties.type.enum }, message: "must be equal to one of the allowed values" };
        e === null ? e = [m] : e.push(m), t++;
      }
    }
    if (s.of !== void 0) {
      let o = s.of;
      if (o && typeof o == "object" && !Array.isArray(o)) {
        if (Object.keys(o).length < 1) {
          let m = { instancePath: i + "/of", schemaPath: "#/properties/of/minProperties", keyword: "minProperties", params: { limit: 1 }, message: "must NOT have fewer than 1 properties" };
          e === null ? e = [m] : e.push(m), t++;
        }
        for (let m in o) {
          let d = t;
          if (typeof m == "string") {
            if (!j.test(m)) {
              let g = { instancePath: i + "/of", schemaPath: "#/$defs/identifier/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_-]*$" }, message: 'must match pattern "^[A-Za-z_][A-Za-z0-9_-]*$"', propertyName: m };
              e === null ? e = [g] : e.push(g), t++;
            }
          } else {
            let g = { instancePath: i + "/of", schemaPath: "#/$defs/identifier/type", keyword: "type", params: { type: "string" }, message: "must be string", propertyName: m };
            e === null ? e = [g] : e.push(g), t++;
          }
          var r = d === t;
          if (!r) {
            let g = { instancePath: i + "/of", schemaPath: "#/properties/of/propertyNames", keyword: "propertyNames", params: { propertyName: m }, message: "property name must be valid" };
            e === null ? e = [g] : e.push(g), t++;
          }
        }
        for (let m in o)
          if (typeof o[m] != "string") {
            let d = { instancePath: i + "/of/" + m.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/$defs/repositoryRef/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            e === null ? e = [d] : e.push(d), t++;
          }
      } else {
        let m = { instancePath: i + "/of", schemaPath: "#/properties/of/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        e === null ? e = [m] : e.push(m), t++;
      }
    }
  } else {
    let o = { instancePath: i, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = [o] : e.push(o), t++;
  }
  return N.errors = e, t === 0;
}
N.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
function M(s, { instancePath: i = "", parentData: x, parentDataProperty: P, rootData: k = s, dynamicAnchors: w = {} } = {}) {
  let e = null, t = 0, u = M.evaluated;
  if (u.dynamicProps && (u.props = void 0), u.dynamicItems && (u.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    if (s.type === void 0) {
      let r = { instancePath: i, schemaPath: "#/required", keyword: "required", params: { missingProperty: "type" }, message: "must have required property 'type'" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.of === void 0) {
      let r = { instancePath: i, schemaPath: "#/required", keyword: "required", params: { missingProperty: "of" }, message: "must have required property 'of'" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.unless === void 0) {
      let r = { instancePath: i, schemaPath: "#/required", keyword: "required", params: { missingProperty: "unless" }, message: "must have required property 'unless'" };
      e === null ? e = [r] : e.push(r), t++;
    }
    for (let r in s)
      if (!(r === "type" || r === "of" || r === "unless")) {
        let o = { instancePath: i, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: r }, message: "must NOT have additional properties" };
        e === null ? e = [o] : e.push(o), t++;
      }
    if (s.type !== void 0 && s.type !== "unless") {
      let r = { instancePath: i + "/type", schemaPath: "#/properties/type/const", keyword: "const", params: { allowedValue: "unless" }, message: "must be equal to constant" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.of !== void 0 && typeof s.of != "string") {
      let r = { instancePath: i + "/of", schemaPath: "#/$defs/repositoryRef/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.unless !== void 0 && typeof s.unless != "string") {
      let r = { instancePath: i + "/unless", schemaPath: "#/$defs/repositoryRef/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [r] : e.push(r), t++;
    }
  } else {
    let r = { instancePath: i, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = [r] : e.push(r), t++;
  }
  return M.errors = e, t === 0;
}
M.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
function W(s, { instancePath: i = "", parentData: x, parentDataProperty: P, rootData: k = s, dynamicAnchors: w = {} } = {}) {
  let e = null, t = 0, u = W.evaluated;
  if (u.dynamicProps && (u.props = void 0), u.dynamicItems && (u.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    if (s.type === void 0) {
      let r = { instancePath: i, schemaPath: "#/required", keyword: "required", params: { missingProperty: "type" }, message: "must have required property 'type'" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.of === void 0) {
      let r = { instancePath: i, schemaPath: "#/required", keyword: "required", params: { missingProperty: "of" }, message: "must have required property 'of'" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.where === void 0) {
      let r = { instancePath: i, schemaPath: "#/required", keyword: "required", params: { missingProperty: "where" }, message: "must have required property 'where'" };
      e === null ? e = [r] : e.push(r), t++;
    }
    for (let r in s)
      if (!(r === "type" || r === "of" || r === "where" || r === "allow_deletes")) {
        let o = { instancePath: i, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: r }, message: "must NOT have additional properties" };
        e === null ? e = [o] : e.push(o), t++;
      }
    if (s.type !== void 0 && s.type !== "filter") {
      let r = { instancePath: i + "/type", schemaPath: "#/properties/type/const", keyword: "const", params: { allowedValue: "filter" }, message: "must be equal to constant" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.of !== void 0 && typeof s.of != "string") {
      let r = { instancePath: i + "/of", schemaPath: "#/$defs/repositoryRef/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.where !== void 0 && typeof s.where != "string") {
      let r = { instancePath: i + "/where", schemaPath: "#/$defs/condition/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.allow_deletes !== void 0 && typeof s.allow_deletes != "boolean") {
      let r = { instancePath: i + "/allow_deletes", schemaPath: "#/$defs/allowDeletes/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
      e === null ? e = [r] : e.push(r), t++;
    }
  } else {
    let r = { instancePath: i, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = [r] : e.push(r), t++;
  }
  return W.errors = e, t === 0;
}
W.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
function F(s, { instancePath: i = "", parentData: x, parentDataProperty: P, rootData: k = s, dynamicAnchors: w = {} } = {}) {
  let e = null, t = 0, u = F.evaluated;
  if (u.dynamicProps && (u.props = void 0), u.dynamicItems && (u.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    if (s.type === void 0) {
      let r = { instancePath: i, schemaPath: "#/required", keyword: "required", params: { missingProperty: "type" }, message: "must have required property 'type'" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.of === void 0) {
      let r = { instancePath: i, schemaPath: "#/required", keyword: "required", params: { missingProperty: "of" }, message: "must have required property 'of'" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.value === void 0) {
      let r = { instancePath: i, schemaPath: "#/required", keyword: "required", params: { missingProperty: "value" }, message: "must have required property 'value'" };
      e === null ? e = [r] : e.push(r), t++;
    }
    for (let r in s)
      if (!(r === "type" || r === "of" || r === "value" || r === "where" || r === "allow_deletes")) {
        let o = { instancePath: i, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: r }, message: "must NOT have additional properties" };
        e === null ? e = [o] : e.push(o), t++;
      }
    if (s.type !== void 0 && s.type !== "map") {
      let r = { instancePath: i + "/type", schemaPath: "#/properties/type/const", keyword: "const", params: { allowedValue: "map" }, message: "must be equal to constant" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.of !== void 0 && typeof s.of != "string") {
      let r = { instancePath: i + "/of", schemaPath: "#/$defs/repositoryRef/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.value !== void 0 && typeof s.value != "string") {
      let r = { instancePath: i + "/value", schemaPath: "#/properties/value/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.where !== void 0 && typeof s.where != "string") {
      let r = { instancePath: i + "/where", schemaPath: "#/$defs/condition/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.allow_deletes !== void 0 && typeof s.allow_deletes != "boolean") {
      let r = { instancePath: i + "/allow_deletes", schemaPath: "#/$defs/allowDeletes/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
      e === null ? e = [r] : e.push(r), t++;
    }
  } else {
    let r = { instancePath: i, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = [r] : e.push(r), t++;
  }
  return F.errors = e, t === 0;
}
F.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
function S(s, { instancePath: i = "", parentData: x, parentDataProperty: P, rootData: k = s, dynamicAnchors: w = {} } = {}) {
  let e = null, t = 0, u = S.evaluated;
  if (u.dynamicProps && (u.props = void 0), u.dynamicItems && (u.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    if (s.type === void 0) {
      let r = { instancePath: i, schemaPath: "#/required", keyword: "required", params: { missingProperty: "type" }, message: "must have required property 'type'" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.of === void 0) {
      let r = { instancePath: i, schemaPath: "#/required", keyword: "required", params: { missingProperty: "of" }, message: "must have required property 'of'" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.translator === void 0) {
      let r = { instancePath: i, schemaPath: "#/required", keyword: "required", params: { missingProperty: "translator" }, message: "must have required property 'translator'" };
      e === null ? e = [r] : e.push(r), t++;
    }
    for (let r in s)
      if (!(r === "type" || r === "of" || r === "translator" || r === "allow_deletes")) {
        let o = { instancePath: i, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: r }, message: "must NOT have additional properties" };
        e === null ? e = [o] : e.push(o), t++;
      }
    if (s.type !== void 0 && s.type !== "related") {
      let r = { instancePath: i + "/type", schemaPath: "#/properties/type/const", keyword: "const", params: { allowedValue: "related" }, message: "must be equal to constant" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.of !== void 0 && typeof s.of != "string") {
      let r = { instancePath: i + "/of", schemaPath: "#/$defs/repositoryRef/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.translator !== void 0 && typeof s.translator != "string") {
      let r = { instancePath: i + "/translator", schemaPath: "#/$defs/repositoryRef/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.allow_deletes !== void 0 && typeof s.allow_deletes != "boolean") {
      let r = { instancePath: i + "/allow_deletes", schemaPath: "#/$defs/allowDeletes/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
      e === null ? e = [r] : e.push(r), t++;
    }
  } else {
    let r = { instancePath: i, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = [r] : e.push(r), t++;
  }
  return S.errors = e, t === 0;
}
S.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
function L(s, { instancePath: i = "", parentData: x, parentDataProperty: P, rootData: k = s, dynamicAnchors: w = {} } = {}) {
  let e = null, t = 0, u = L.evaluated;
  if (u.dynamicProps && (u.props = void 0), u.dynamicItems && (u.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    if (s.type === void 0) {
      let r = { instancePath: i, schemaPath: "#/required", keyword: "required", params: { missingProperty: "type" }, message: "must have required property 'type'" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.of === void 0) {
      let r = { instancePath: i, schemaPath: "#/required", keyword: "required", params: { missingProperty: "of" }, message: "must have required property 'of'" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.fallback === void 0) {
      let r = { instancePath: i, schemaPath: "#/required", keyword: "required", params: { missingProperty: "fallback" }, message: "must have required property 'fallback'" };
      e === null ? e = [r] : e.push(r), t++;
    }
    for (let r in s)
      if (!(r === "type" || r === "of" || r === "fallback")) {
        let o = { instancePath: i, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: r }, message: "must NOT have additional properties" };
        e === null ? e = [o] : e.push(o), t++;
      }
    if (s.type !== void 0 && s.type !== "fallback") {
      let r = { instancePath: i + "/type", schemaPath: "#/properties/type/const", keyword: "const", params: { allowedValue: "fallback" }, message: "must be equal to constant" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.of !== void 0 && typeof s.of != "string") {
      let r = { instancePath: i + "/of", schemaPath: "#/$defs/repositoryRef/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.fallback !== void 0 && typeof s.fallback != "string") {
      let r = { instancePath: i + "/fallback", schemaPath: "#/$defs/repositoryRef/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [r] : e.push(r), t++;
    }
  } else {
    let r = { instancePath: i, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = [r] : e.push(r), t++;
  }
  return L.errors = e, t === 0;
}
L.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
function V(s, { instancePath: i = "", parentData: x, parentDataProperty: P, rootData: k = s, dynamicAnchors: w = {} } = {}) {
  let e = null, t = 0, u = V.evaluated;
  if (u.dynamicProps && (u.props = void 0), u.dynamicItems && (u.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    if (s.type === void 0) {
      let m = { instancePath: i, schemaPath: "#/required", keyword: "required", params: { missingProperty: "type" }, message: "must have required property 'type'" };
      e === null ? e = [m] : e.push(m), t++;
    }
    let o = s.type;
    if (typeof o == "string")
      if (o === "file") {
        I(s, { instancePath: i, parentData: x, parentDataProperty: P, rootData: k, dynamicAnchors: w }) || (e = e === null ? I.errors : e.concat(I.errors), t = e.length);
        var r = !0;
      } else if (o === "directory")
        E(s, { instancePath: i, parentData: x, parentDataProperty: P, rootData: k, dynamicAnchors: w }) || (e = e === null ? E.errors : e.concat(E.errors), t = e.length), r !== !0 && (r = !0);
      else if (o === "yaml")
        q(s, { instancePath: i, parentData: x, parentDataProperty: P, rootData: k, dynamicAnchors: w }) || (e = e === null ? q.errors : e.concat(q.errors), t = e.length), r !== !0 && (r = !0);
      else if (o === "json")
        q(s, { instancePath: i, parentData: x, parentDataProperty: P, rootData: k, dynamicAnchors: w }) || (e = e === null ? q.errors : e.concat(q.errors), t = e.length), r !== !0 && (r = !0);
      else if (o === "compressed")
        R(s, { instancePath: i, parentData: x, parentDataProperty: P, rootData: k, dynamicAnchors: w }) || (e = e === null ? R.errors : e.concat(R.errors), t = e.length), r !== !0 && (r = !0);
      else if (o === "tar")
        O(s, { instancePath: i, parentData: x, parentDataProperty: P, rootData: k, dynamicAnchors: w }) || (e = e === null ? O.errors : e.concat(O.errors), t = e.length), r !== !0 && (r = !0);
      else if (o === "tree")
        D(s, { instancePath: i, parentData: x, parentDataProperty: P, rootData: k, dynamicAnchors: w }) || (e = e === null ? D.errors : e.concat(D.errors), t = e.length), r !== !0 && (r = !0);
      else if (o === "memory")
        K(s, { instancePath: i, parentData: x, parentDataProperty: P, rootData: k, dynamicAnchors: w }) || (e = e === null ? K.errors : e.concat(K.errors), t = e.length), r !== !0 && (r = !0);
      else if (o === "and")
        N(s, { instancePath: i, parentData: x, parentDataProperty: P, rootData: k, dynamicAnchors: w }) || (e = e === null ? N.errors : e.concat(N.errors), t = e.length), r !== !0 && (r = !0);
      else if (o === "or")
        N(s, { instancePath: i, parentData: x, parentDataProperty: P, rootData: k, dynamicAnchors: w }) || (e = e === null ? N.errors : e.concat(N.errors), t = e.length), r !== !0 && (r = !0);
      else if (o === "unless")
        M(s, { instancePath: i, parentData: x, parentDataProperty: P, rootData: k, dynamicAnchors: w }) || (e = e === null ? M.errors : e.concat(M.errors), t = e.length), r !== !0 && (r = !0);
      else if (o === "filter")
        W(s, { instancePath: i, parentData: x, parentDataProperty: P, rootData: k, dynamicAnchors: w }) || (e = e === null ? W.errors : e.concat(W.errors), t = e.length), r !== !0 && (r = !0);
      else if (o === "map")
        F(s, { instancePath: i, parentData: x, parentDataProperty: P, rootData: k, dynamicAnchors: w }) || (e = e === null ? F.errors : e.concat(F.errors), t = e.length), r !== !0 && (r = !0);
      else if (o === "related")
        S(s, { instancePath: i, parentData: x, parentDataProperty: P, rootData: k, dynamicAnchors: w }) || (e = e === null ? S.errors : e.concat(S.errors), t = e.length), r !== !0 && (r = !0);
      else if (o === "fallback")
        L(s, { instancePath: i, parentData: x, parentDataProperty: P, rootData: k, dynamicAnchors: w }) || (e = e === null ? L.errors : e.concat(L.errors), t = e.length), r !== !0 && (r = !0);
      else {
        let m = { instancePath: i, schemaPath: "#/discriminator", keyword: "discriminator", params: { error: "mapping", tag: "type", tagValue: o }, message: 'value of tag "type" must be in oneOf' };
        e === null ? e = [m] : e.push(m), t++;
      }
    else {
      let m = { instancePath: i, schemaPath: "#/discriminator", keyword: "discriminator", params: { error: "tag", tag: "type", tagValue: o }, message: 'tag "type" must be string' };
      e === null ? e = [m] : e.push(m), t++;
    }
  } else {
    let o = { instancePath: i, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = [o] : e.push(o), t++;
  }
  return V.errors = e, u.props = r, t === 0;
}
V.evaluated = { dynamicProps: !0, dynamicItems: !1 };
var G = { title: "Quantity", description: "A number, or one with a suffix as in Kubernetes: n u m k M G T P E, or Ki Mi Gi Ti Pi Ei.", type: ["number", "string"], minimum: 0, pattern: "^\\+?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+|[numkKMGTPE]|[KMGTPE]i)?$", $comment: "a number, or one with a suffix such as `500m`, `1.5G` or `8Gi`", examples: [1, "500m", "8Gi"] }, C = new RegExp("^\\+?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+|[numkKMGTPE]|[KMGTPE]i)?$", "u"), Ke = new RegExp("^[0-9]+/(s|sec|min|m|h|d|[0-9].*)$", "u");
function H(s, { instancePath: i = "", parentData: x, parentDataProperty: P, rootData: k = s, dynamicAnchors: w = {} } = {}) {
  let e = null, t = 0, u = H.evaluated;
  if (u.dynamicProps && (u.props = void 0), u.dynamicItems && (u.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    for (let o in s) {
      let m = t;
      if (typeof o == "string") {
        if (!j.test(o)) {
          let d = { instancePath: i, schemaPath: "#/$defs/plainName/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_-]*$" }, message: 'must match pattern "^[A-Za-z_][A-Za-z0-9_-]*$"', propertyName: o };
          e === null ? e = [d] : e.push(d), t++;
        }
      } else {
        let d = { instancePath: i, schemaPath: "#/$defs/plainName/type", keyword: "type", params: { type: "string" }, message: "must be string", propertyName: o };
        e === null ? e = [d] : e.push(d), t++;
      }
      var r = m === t;
      if (!r) {
        let d = { instancePath: i, schemaPath: "#/propertyNames", keyword: "propertyNames", params: { propertyName: o }, message: "property name must be valid" };
        e === null ? e = [d] : e.push(d), t++;
      }
    }
    for (let o in s)
      if (!(o === "cpu" || o === "memory" || o === "launches")) {
        let m = s[o];
        if (!(typeof m == "number" && isFinite(m)) && typeof m != "string") {
          let d = { instancePath: i + "/" + o.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/$defs/quantity/type", keyword: "type", params: { type: G.type }, message: "must be number,string" };
          e === null ? e = [d] : e.push(d), t++;
        }
        if (typeof m == "number" && isFinite(m) && (m < 0 || isNaN(m))) {
          let d = { instancePath: i + "/" + o.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/$defs/quantity/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
          e === null ? e = [d] : e.push(d), t++;
        }
        if (typeof m == "string" && !C.test(m)) {
          let d = { instancePath: i + "/" + o.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/$defs/quantity/pattern", keyword: "pattern", params: { pattern: "^\\+?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+|[numkKMGTPE]|[KMGTPE]i)?$" }, message: 'must match pattern "^\\+?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+|[numkKMGTPE]|[KMGTPE]i)?$"' };
          e === null ? e = [d] : e.push(d), t++;
        }
      }
    if (s.cpu !== void 0) {
      let o = s.cpu;
      if (!(typeof o == "number" && isFinite(o)) && typeof o != "string") {
        let m = { instancePath: i + "/cpu", schemaPath: "#/$defs/quantity/type", keyword: "type", params: { type: G.type }, message: "must be number,string" };
        e === null ? e = [m] : e.push(m), t++;
      }
      if (typeof o == "number" && isFinite(o) && (o < 0 || isNaN(o))) {
        let m = { instancePath: i + "/cpu", schemaPath: "#/$defs/quantity/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
        e === null ? e = [m] : e.push(m), t++;
      }
      if (typeof o == "string" && !C.test(o)) {
        let m = { instancePath: i + "/cpu", schemaPath: "#/$defs/quantity/pattern", keyword: "pattern", params: { pattern: "^\\+?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+|[numkKMGTPE]|[KMGTPE]i)?$" }, message: 'must match pattern "^\\+?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+|[numkKMGTPE]|[KMGTPE]i)?$"' };
        e === null ? e = [m] : e.push(m), t++;
      }
    }
    if (s.memory !== void 0) {
      let o = s.memory;
      if (!(typeof o == "number" && isFinite(o)) && typeof o != "string") {
        let m = { instancePath: i + "/memory", schemaPath: "#/$defs/quantity/type", keyword: "type", params: { type: G.type }, message: "must be number,string" };
        e === null ? e = [m] : e.push(m), t++;
      }
      if (typeof o == "number" && isFinite(o) && (o < 0 || isNaN(o))) {
        let m = { instancePath: i + "/memory", schemaPath: "#/$defs/quantity/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
        e === null ? e = [m] : e.push(m), t++;
      }
      if (typeof o == "string" && !C.test(o)) {
        let m = { instancePath: i + "/memory", schemaPath: "#/$defs/quantity/pattern", keyword: "pattern", params: { pattern: "^\\+?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+|[numkKMGTPE]|[KMGTPE]i)?$" }, message: 'must match pattern "^\\+?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+|[numkKMGTPE]|[KMGTPE]i)?$"' };
        e === null ? e = [m] : e.push(m), t++;
      }
    }
    if (s.launches !== void 0) {
      let o = s.launches;
      if (typeof o == "string") {
        if (!Ke.test(o)) {
          let m = { instancePath: i + "/launches", schemaPath: "#/properties/launches/pattern", keyword: "pattern", params: { pattern: "^[0-9]+/(s|sec|min|m|h|d|[0-9].*)$" }, message: 'must match pattern "^[0-9]+/(s|sec|min|m|h|d|[0-9].*)$"' };
          e === null ? e = [m] : e.push(m), t++;
        }
      } else {
        let m = { instancePath: i + "/launches", schemaPath: "#/properties/launches/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        e === null ? e = [m] : e.push(m), t++;
      }
    }
  } else {
    let o = { instancePath: i, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = [o] : e.push(o), t++;
  }
  return H.errors = e, t === 0;
}
H.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
var re = { title: "Task", description: "What to do once per key. Exactly one of `use`, `run`, `exec`, `function` and `tube` says how.", type: "object", properties: { description: { title: "Description", description: "What the task does, for people.", type: "string", examples: ["Render each book's report"] }, use: { title: "Recipe", description: "A recipe's file, or the name of a built-in one.", type: "string", examples: ["./recipes/report.yaml", "compile-c"] }, run: { title: "Shell text", description: "A template of shell text. Values are quoted as the place needs.", type: "string", examples: ["wc -w < {{ book }} > {{ count }}"] }, exec: { title: "Command", description: "A program and its arguments, each a template, run without a shell.", type: "array", minItems: 1, items: { title: "Argument", description: "The program, or one argument.", type: "string", examples: ["{{ book }}"] }, examples: [["gzip", "-k", "{{ book }}"]] }, function: { $ref: "#/$defs/functionRef" }, tube: { title: "Tube", description: "A tube file; a job is one epoch of it. Inputs fill its process inputs by their names, `params` its other inputs, and the entries of its return are written to the outputs.", type: "string", examples: ["./words.tube.yaml"] }, assets: { title: "Assets", description: "Live objects of the pipeline's `assets:` that the function or tube is handed, by their names.", type: "array", items: { $ref: "#/$defs/identifier" }, examples: [["db"]] }, shell: { $ref: "#/$defs/shell" }, cwd: { title: "Working directory", description: "Where jobs run. By default the root pipeline's folder.", type: "string", examples: ["packages/site"] }, inputs: { title: "Inputs", description: "What jobs read, by the name that templates use.", type: "object", propertyNames: { $ref: "#/$defs/identifier" }, additionalProperties: { $ref: "#/$defs/input" }, examples: [{ book: "books/{key}.txt" }] }, outputs: { title: "Outputs", description: "What jobs write, by the name that templates use.", type: "object", propertyNames: { $ref: "#/$defs/identifier" }, additionalProperties: { $ref: "#/$defs/output" }, examples: [{ count: "build/counts/{key}.txt" }] }, links: { title: "Links", description: "Ties to repositories in the general form.", type: "object", propertyNames: { $ref: "#/$defs/identifier" }, additionalProperties: { $ref: "#/$defs/link" }, examples: [{ banned: { repository: "banned", inhibits_start: !0 } }] }, params: { title: "Parameters", description: "Values for the recipe's parameters, or that this task's templates may name. A text may be a template over the pipeline's parameters.", type: "object", propertyNames: { $ref: "#/$defs/identifier" }, additionalProperties: { title: "Value", description: "Any value; a recipe checks it against the port.", examples: [80, "{{ language }}"] }, examples: [{ width: 80 }] }, env: { $ref: "#/$defs/environment" }, stdin: { title: "Standard input", description: "The repository that jobs read as standard input, or the name of one of the inputs.", $ref: "#/$defs/input", examples: ["books"] }, stdout: { title: "Standard output", description: "Where standard output goes: the name of one of the outputs, or a repository, which then is status.", $ref: "#/$defs/output", examples: ["report"] }, stderr: { title: "Standard error", description: "Where standard error goes: the name of one of the outputs, or a repository, which then is status.", $ref: "#/$defs/output", examples: ["logs"] }, logs: { title: "Logs", description: "A repository that gets every job's log, also after a failure.", $ref: "#/$defs/output", examples: ["logs"] }, done: { title: "Done", description: "A repository that gets a record of every job's end.", $ref: "#/$defs/output", examples: ["done"] }, quota: { $ref: "#/$defs/quota" }, priority: { title: "Priority", description: "Jobs of a higher one start first.", type: "number", default: 0, examples: [10] }, timeout: { title: "Timeout", description: "A job that runs longer is killed and fails.", $ref: "#/$defs/duration", examples: ["10m"] }, retry: { $ref: "#/$defs/retry" }, rerun: { title: "Rerun", description: "When a job that succeeded runs again: when something changed, never while it is done, or in every build.", enum: ["changed", "once", "always"], default: "changed", examples: ["changed"] }, on_change: { title: "On change", description: "In a watch: what becomes of a job whose inputs change while it runs. Either way its result is dropped and it runs again: `queue` lets it end first, `restart` kills it at once.", enum: ["queue", "restart"], default: "queue", examples: ["restart"] }, failure_ok: { title: "Failure is ok", description: "Consumers start even after this task's job failed.", type: "boolean", default: !1, examples: [!0] }, default: { title: "Default", description: "Whether a build without targets includes the task.", type: "boolean", default: !0, examples: [!1] }, disabled: { title: "Disabled", description: "The task is checked but never run, and owns nothing.", type: "boolean", default: !1, examples: [!0] }, tools: { title: "Tools", description: "Programs whose file's content is part of the definition.", type: "array", items: { title: "Tool", description: "A program's name on the PATH, or its path.", type: "string", examples: ["pandoc"] }, examples: [["pandoc"]] }, sources: { title: "Sources", description: "Further files, as globs, that every job of the task depends on; `!` takes out.", type: "array", items: { title: "Glob", description: "A path with `*` and `**`, or with `!` one that is left out.", type: "string", examples: ["templates/**"] }, examples: [["templates/**", "!templates/old/**"]] }, depfile: { title: "Depfile", description: "`make`: the job writes the files it read to `{{ depfile }}`, in Make's format; they count as inputs from then on.", enum: ["make", "none"], default: "none", examples: ["make"] }, max_concurrent: { title: "Most at once", description: "How many jobs of the task may run at once.", type: "integer", minimum: 1, examples: [2] }, exit_codes: { $ref: "#/$defs/exitCodes" } }, additionalProperties: !1, oneOf: [{ required: ["use"] }, { required: ["run"] }, { required: ["exec"] }, { required: ["function"] }, { required: ["tube"] }], examples: [{ inputs: { book: "books/{key}.txt" }, outputs: { count: "build/counts/{key}.txt" }, run: "wc -w < {{ book }} > {{ count }}" }] }, Me = { title: "Function", description: "An exported async function of a `.ts` or `.js` module: `path#export`, without `#` the default export. Its module and what that imports are part of the definition.", type: ["string", "object"], properties: { module: { title: "Module", description: "The module's file.", type: "string", examples: ["./count.ts"] }, export: { title: "Export", description: "The name of the export.", type: "string", default: "default", examples: ["countWords"] } }, required: ["module"], additionalProperties: !1, examples: ["./count.ts#countWords", { module: "./count.ts", export: "countWords" }] };
var We = { title: "Environment", description: "Variables that jobs get; the values are templates and part of the definition.", type: "object", propertyNames: { type: "string", pattern: "^[A-Za-z_][A-Za-z0-9_]*$", $comment: "letters, digits and `_`, not starting with a digit" }, additionalProperties: { title: "Value", description: "The value, a template.", type: ["string", "number", "boolean"], examples: ["1", "{{ language }}"] }, examples: [{ OMP_NUM_THREADS: "1" }] }, fe = { title: "Duration", description: "Numbers with the units ms, s, m, h, d, one after the other; a plain number is seconds.", type: ["string", "number"], exclusiveMinimum: 0, pattern: "^([0-9]+(\\.[0-9]+)?(ms|s|m|h|d))+$", $comment: "a duration such as `500ms`, `10m` or `1h30m`, or a number of seconds", examples: ["10m", "1h30m", "500ms"] }, _e = new RegExp("^[A-Za-z_][A-Za-z0-9_]*$", "u"), ye = new RegExp("^([0-9]+(\\.[0-9]+)?(ms|s|m|h|d))+$", "u"), Fe = { title: "Input", description: "What a job reads, and what counts for whether it is up to date: a repository, or with details.", type: ["string", "object"], properties: { from: { title: "From", description: "The repository or path.", $ref: "#/$defs/repositoryRef", examples: ["authors"] }, type: { $ref: "#/$defs/pathKind" }, key: { $ref: "#/$defs/memberKey" }, keys: { $ref: "#/$defs/memberKeys" }, min: { title: "Least number", description: "Of several members: how many there must be at least.", type: "integer", minimum: 0, default: 1, examples: [0] }, required_for_start: { title: "Required for start", description: "Whether a job needs it to be there.", type: "boolean", default: !0, examples: [!1] } }, required: ["from"], additionalProperties: !1, examples: ["books", "books/{key}.txt", { from: "authors", key: "book.author" }] }, ce = { title: "Kind of an inline path", description: "What a path written here names. By default a file, or with a `/` at its end a directory.", enum: ["file", "directory", "yaml", "json", "compressed", "tar", "tree"], examples: ["yaml"] };
function T(s, { instancePath: i = "", parentData: x, parentDataProperty: P, rootData: k = s, dynamicAnchors: w = {} } = {}) {
  let e = null, t = 0, u = T.evaluated;
  if (u.dynamicProps && (u.props = void 0), u.dynamicItems && (u.items = void 0), typeof s != "string" && !(s && typeof s == "object" && !Array.isArray(s))) {
    let r = { instancePath: i, schemaPath: "#/type", keyword: "type", params: { type: Fe.type }, message: "must be string,object" };
    e === null ? e = [r] : e.push(r), t++;
  }
  if (s && typeof s == "object" && !Array.isArray(s)) {
    if (s.from === void 0) {
      let r = { instancePath: i, schemaPath: "#/required", keyword: "required", params: { missingProperty: "from" }, message: "must have required property 'from'" };
      e === null ? e = [r] : e.push(r), t++;
    }
    for (let r in s)
      if (!(r === "from" || r === "type" || r === "key" || r === "keys" || r === "min" || r === "required_for_start")) {
        let o = { instancePath: i, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: r }, message: "must NOT have additional properties" };
        e === null ? e = [o] : e.push(o), t++;
      }
    if (s.from !== void 0 && typeof s.from != "string") {
      let r = { instancePath: i + "/from", schemaPath: "#/$defs/repositoryRef/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.type !== void 0) {
      let r = s.type;
      if (!(r === "file" || r === "directory" || r === "yaml" || r === "json" || r === "compressed" || r === "tar" || r === "tree")) {
        let o = { instancePath: i + "/type", schemaPath: "#/$defs/pathKind/enum", keyword: "enum", params: { allowedValues: ce.enum }, message: "must be equal to one of the allowed values" };
        e === null ? e = [o] : e.push(o), t++;
      }
    }
    if (s.key !== void 0 && typeof s.key != "string") {
      let r = { instancePath: i + "/key", schemaPath: "#/$defs/memberKey/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.keys !== void 0 && typeof s.keys != "string") {
      let r = { instancePath: i + "/keys", schemaPath: "#/$defs/memberKeys/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.min !== void 0) {
      let r = s.min;
      if (!(typeof r == "number" && !(r % 1) && !isNaN(r) && isFinite(r))) {
        let o = { instancePath: i + "/min", schemaPath: "#/properties/min/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        e === null ? e = [o] : e.push(o), t++;
      }
      if (typeof r == "number" && isFinite(r) && (r < 0 || isNaN(r))) {
        let o = { instancePath: i + "/min", schemaPath: "#/properties/min/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
        e === null ? e = [o] : e.push(o), t++;
      }
    }
    if (s.required_for_start !== void 0 && typeof s.required_for_start != "boolean") {
      let r = { instancePath: i + "/required_for_start", schemaPath: "#/properties/required_for_start/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
      e === null ? e = [r] : e.push(r), t++;
    }
  }
  return T.errors = e, t === 0;
}
T.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
var Se = { title: "Output", description: "What a job writes: a repository, or with details.", type: ["string", "object"], properties: { to: { title: "To", description: "The repository or path.", $ref: "#/$defs/repositoryRef", examples: ["pages"] }, type: { $ref: "#/$defs/pathKind" }, key: { $ref: "#/$defs/memberKey" }, keys: { $ref: "#/$defs/memberKeys" }, in_place: { title: "In place", description: "The job writes the real path, not a staged one: for incremental tools, huge trees and formatters.", type: "boolean", default: !1, examples: [!0] } }, required: ["to"], additionalProperties: !1, examples: ["reports", "build/{key}.o", { to: "pages", keys: "{key}/*" }] };
function _(s, { instancePath: i = "", parentData: x, parentDataProperty: P, rootData: k = s, dynamicAnchors: w = {} } = {}) {
  let e = null, t = 0, u = _.evaluated;
  if (u.dynamicProps && (u.props = void 0), u.dynamicItems && (u.items = void 0), typeof s != "string" && !(s && typeof s == "object" && !Array.isArray(s))) {
    let r = { instancePath: i, schemaPath: "#/type", keyword: "type", params: { type: Se.type }, message: "must be string,object" };
    e === null ? e = [r] : e.push(r), t++;
  }
  if (s && typeof s == "object" && !Array.isArray(s)) {
    if (s.to === void 0) {
      let r = { instancePath: i, schemaPath: "#/required", keyword: "required", params: { missingProperty: "to" }, message: "must have required property 'to'" };
      e === null ? e = [r] : e.push(r), t++;
    }
    for (let r in s)
      if (!(r === "to" || r === "type" || r === "key" || r === "keys" || r === "in_place")) {
        let o = { instancePath: i, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: r }, message: "must NOT have additional properties" };
        e === null ? e = [o] : e.push(o), t++;
      }
    if (s.to !== void 0 && typeof s.to != "string") {
      let r = { instancePath: i + "/to", schemaPath: "#/$defs/repositoryRef/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.type !== void 0) {
      let r = s.type;
      if (!(r === "file" || r === "directory" || r === "yaml" || r === "json" || r === "compressed" || r === "tar" || r === "tree")) {
        let o = { instancePath: i + "/type", schemaPath: "#/$defs/pathKind/enum", keyword: "enum", params: { allowedValues: ce.enum }, message: "must be equal to one of the allowed values" };
        e === null ? e = [o] : e.push(o), t++;
      }
    }
    if (s.key !== void 0 && typeof s.key != "string") {
      let r = { instancePath: i + "/key", schemaPath: "#/$defs/memberKey/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.keys !== void 0 && typeof s.keys != "string") {
      let r = { instancePath: i + "/keys", schemaPath: "#/$defs/memberKeys/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.in_place !== void 0 && typeof s.in_place != "boolean") {
      let r = { instancePath: i + "/in_place", schemaPath: "#/properties/in_place/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
      e === null ? e = [r] : e.push(r), t++;
    }
  }
  return _.errors = e, t === 0;
}
_.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
var Le = { title: "Link", description: "The general form, with every disposition.", type: "object", properties: { repository: { title: "Repository", description: "The repository or path.", $ref: "#/$defs/repositoryRef", examples: ["banned"] }, type: { $ref: "#/$defs/pathKind" }, key: { $ref: "#/$defs/memberKey" }, keys: { $ref: "#/$defs/memberKeys" }, min: { title: "Least number", description: "Of several members: how many there must be at least.", type: "integer", minimum: 0, default: 1, examples: [0] }, in_place: { title: "In place", description: "An output that is written at its real path, not staged.", type: "boolean", default: !1, examples: [!0] }, is_input: { title: "Is input", description: "The job reads it, and a change runs the job again.", type: "boolean", default: !1, examples: [!0] }, is_output: { title: "Is output", description: "The job writes it; it is staged, checked and committed.", type: "boolean", default: !1, examples: [!0] }, is_status: { title: "Is status", description: "Written at every end of a job, also after a failure; never makes a job out of date.", type: "boolean", default: !1, examples: [!0] }, required_for_start: { title: "Required for start", description: "There is no job without it. By default as `is_input`.", type: "boolean", examples: [!0] }, inhibits_start: { title: "Inhibits start", description: "There is no job for a key that it has.", type: "boolean", default: !1, examples: [!0] }, required_for_output: { title: "Required for output", description: "A task plugged onto this one needs it. By default as `is_output`.", type: "boolean", examples: [!0] }, inhibits_output: { title: "Inhibits output", description: "A task plugged onto this one is held back by it.", type: "boolean", default: !1, examples: [!0] } }, required: ["repository"], additionalProperties: !1, examples: [{ repository: "banned", inhibits_start: !0 }] };
function B(s, { instancePath: i = "", parentData: x, parentDataProperty: P, rootData: k = s, dynamicAnchors: w = {} } = {}) {
  let e = null, t = 0, u = B.evaluated;
  if (u.dynamicProps && (u.props = void 0), u.dynamicItems && (u.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    if (s.repository === void 0) {
      let r = { instancePath: i, schemaPath: "#/required", keyword: "required", params: { missingProperty: "repository" }, message: "must have required property 'repository'" };
      e === null ? e = [r] : e.push(r), t++;
    }
    for (let r in s)
      if (!se.call(Le.properties, r)) {
        let o = { instancePath: i, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: r }, message: "must NOT have additional properties" };
        e === null ? e = [o] : e.push(o), t++;
      }
    if (s.repository !== void 0 && typeof s.repository != "string") {
      let r = { instancePath: i + "/repository", schemaPath: "#/$defs/repositoryRef/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.type !== void 0) {
      let r = s.type;
      if (!(r === "file" || r === "directory" || r === "yaml" || r === "json" || r === "compressed" || r === "tar" || r === "tree")) {
        let o = { instancePath: i + "/type", schemaPath: "#/$defs/pathKind/enum", keyword: "enum", params: { allowedValues: ce.enum }, message: "must be equal to one of the allowed values" };
        e === null ? e = [o] : e.push(o), t++;
      }
    }
    if (s.key !== void 0 && typeof s.key != "string") {
      let r = { instancePath: i + "/key", schemaPath: "#/$defs/memberKey/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.keys !== void 0 && typeof s.keys != "string") {
      let r = { instancePath: i + "/keys", schemaPath: "#/$defs/memberKeys/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.min !== void 0) {
      let r = s.min;
      if (!(typeof r == "number" && !(r % 1) && !isNaN(r) && isFinite(r))) {
        let o = { instancePath: i + "/min", schemaPath: "#/properties/min/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        e === null ? e = [o] : e.push(o), t++;
      }
      if (typeof r == "number" && isFinite(r) && (r < 0 || isNaN(r))) {
        let o = { instancePath: i + "/min", schemaPath: "#/properties/min/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
        e === null ? e = [o] : e.push(o), t++;
      }
    }
    if (s.in_place !== void 0 && typeof s.in_place != "boolean") {
      let r = { instancePath: i + "/in_place", schemaPath: "#/properties/in_place/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.is_input !== void 0 && typeof s.is_input != "boolean") {
      let r = { instancePath: i + "/is_input", schemaPath: "#/properties/is_input/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.is_output !== void 0 && typeof s.is_output != "boolean") {
      let r = { instancePath: i + "/is_output", schemaPath: "#/properties/is_output/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.is_status !== void 0 && typeof s.is_status != "boolean") {
      let r = { instancePath: i + "/is_status", schemaPath: "#/properties/is_status/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.required_for_start !== void 0 && typeof s.required_for_start != "boolean") {
      let r = { instancePath: i + "/required_for_start", schemaPath: "#/properties/required_for_start/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.inhibits_start !== void 0 && typeof s.inhibits_start != "boolean") {
      let r = { instancePath: i + "/inhibits_start", schemaPath: "#/properties/inhibits_start/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.required_for_output !== void 0 && typeof s.required_for_output != "boolean") {
      let r = { instancePath: i + "/required_for_output", schemaPath: "#/properties/required_for_output/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.inhibits_output !== void 0 && typeof s.inhibits_output != "boolean") {
      let r = { instancePath: i + "/inhibits_output", schemaPath: "#/properties/inhibits_output/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
      e === null ? e = [r] : e.push(r), t++;
    }
  } else {
    let r = { instancePath: i, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = [r] : e.push(r), t++;
  }
  return B.errors = e, t === 0;
}
B.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
function U(s, { instancePath: i = "", parentData: x, parentDataProperty: P, rootData: k = s, dynamicAnchors: w = {} } = {}) {
  let e = null, t = 0, u = U.evaluated;
  if (u.dynamicProps && (u.props = void 0), u.dynamicItems && (u.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    for (let o in s) {
      let m = t;
      if (typeof o == "string") {
        if (!j.test(o)) {
          let d = { instancePath: i, schemaPath: "#/$defs/plainName/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_-]*$" }, message: 'must match pattern "^[A-Za-z_][A-Za-z0-9_-]*$"', propertyName: o };
          e === null ? e = [d] : e.push(d), t++;
        }
      } else {
        let d = { instancePath: i, schemaPath: "#/$defs/plainName/type", keyword: "type", params: { type: "string" }, message: "must be string", propertyName: o };
        e === null ? e = [d] : e.push(d), t++;
      }
      var r = m === t;
      if (!r) {
        let d = { instancePath: i, schemaPath: "#/propertyNames", keyword: "propertyNames", params: { propertyName: o }, message: "property name must be valid" };
        e === null ? e = [d] : e.push(d), t++;
      }
    }
    for (let o in s)
      if (!(o === "pool" || o === "cpu" || o === "memory")) {
        let m = s[o];
        if (!(typeof m == "number" && isFinite(m)) && typeof m != "string") {
          let d = { instancePath: i + "/" + o.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/$defs/quantity/type", keyword: "type", params: { type: G.type }, message: "must be number,string" };
          e === null ? e = [d] : e.push(d), t++;
        }
        if (typeof m == "number" && isFinite(m) && (m < 0 || isNaN(m))) {
          let d = { instancePath: i + "/" + o.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/$defs/quantity/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
          e === null ? e = [d] : e.push(d), t++;
        }
        if (typeof m == "string" && !C.test(m)) {
          let d = { instancePath: i + "/" + o.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/$defs/quantity/pattern", keyword: "pattern", params: { pattern: "^\\+?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+|[numkKMGTPE]|[KMGTPE]i)?$" }, message: 'must match pattern "^\\+?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+|[numkKMGTPE]|[KMGTPE]i)?$"' };
          e === null ? e = [d] : e.push(d), t++;
        }
      }
    if (s.pool !== void 0 && typeof s.pool != "string") {
      let o = { instancePath: i + "/pool", schemaPath: "#/properties/pool/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [o] : e.push(o), t++;
    }
    if (s.cpu !== void 0) {
      let o = s.cpu;
      if (!(typeof o == "number" && isFinite(o)) && typeof o != "string") {
        let m = { instancePath: i + "/cpu", schemaPath: "#/$defs/quantity/type", keyword: "type", params: { type: G.type }, message: "must be number,string" };
        e === null ? e = [m] : e.push(m), t++;
      }
      if (typeof o == "number" && isFinite(o) && (o < 0 || isNaN(o))) {
        let m = { instancePath: i + "/cpu", schemaPath: "#/$defs/quantity/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
        e === null ? e = [m] : e.push(m), t++;
      }
      if (typeof o == "string" && !C.test(o)) {
        let m = { instancePath: i + "/cpu", schemaPath: "#/$defs/quantity/pattern", keyword: "pattern", params: { pattern: "^\\+?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+|[numkKMGTPE]|[KMGTPE]i)?$" }, message: 'must match pattern "^\\+?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+|[numkKMGTPE]|[KMGTPE]i)?$"' };
        e === null ? e = [m] : e.push(m), t++;
      }
    }
    if (s.memory !== void 0) {
      let o = s.memory;
      if (!(typeof o == "number" && isFinite(o)) && typeof o != "string") {
        let m = { instancePath: i + "/memory", schemaPath: "#/$defs/quantity/type", keyword: "type", params: { type: G.type }, message: "must be number,string" };
        e === null ? e = [m] : e.push(m), t++;
      }
      if (typeof o == "number" && isFinite(o) && (o < 0 || isNaN(o))) {
        let m = { instancePath: i + "/memory", schemaPath: "#/$defs/quantity/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
        e === null ? e = [m] : e.push(m), t++;
      }
      if (typeof o == "string" && !C.test(o)) {
        let m = { instancePath: i + "/memory", schemaPath: "#/$defs/quantity/pattern", keyword: "pattern", params: { pattern: "^\\+?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+|[numkKMGTPE]|[KMGTPE]i)?$" }, message: 'must match pattern "^\\+?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+|[numkKMGTPE]|[KMGTPE]i)?$"' };
        e === null ? e = [m] : e.push(m), t++;
      }
    }
  } else {
    let o = { instancePath: i, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = [o] : e.push(o), t++;
  }
  return U.errors = e, t === 0;
}
U.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
var Pe = { title: "Retry", description: "How often a failed job is tried again in the same build: a number of attempts, or with details.", type: ["integer", "object"], minimum: 1, properties: { attempts: { title: "Attempts", description: "How many in all; 1 is no retry.", type: "integer", minimum: 1, default: 3, examples: [3] }, backoff: { title: "Backoff", description: "The pause before the second attempt; it doubles each time.", $ref: "#/$defs/duration", default: "1s", examples: ["5s"] }, max_backoff: { title: "Longest backoff", description: "No pause is longer.", $ref: "#/$defs/duration", default: "5m", examples: ["5m"] }, on: { title: "On", description: "Which failures are tried again: exit statuses, names of exit codes, `timeout` for a timeout. Without it, any failure.", type: "array", minItems: 1, items: { title: "Failure", description: "An exit status, the name of an exit code, or `timeout`.", type: ["integer", "string"], pattern: "^(timeout|[A-Z][A-Z0-9_]*)$", minimum: 1, maximum: 255, $comment: "an exit status from 1 to 255, the name of an exit code, or `timeout`", examples: [75, "BUSY", "timeout"] }, examples: [[75, "BUSY", "timeout"]] } }, additionalProperties: !1, examples: [3, { attempts: 3, backoff: "5s" }] }, Ve = new RegExp("^(timeout|[A-Z][A-Z0-9_]*)$", "u");
function X(s, { instancePath: i = "", parentData: x, parentDataProperty: P, rootData: k = s, dynamicAnchors: w = {} } = {}) {
  let e = null, t = 0, u = X.evaluated;
  if (u.dynamicProps && (u.props = void 0), u.dynamicItems && (u.items = void 0), !(typeof s == "number" && !(s % 1) && !isNaN(s) && isFinite(s)) && !(s && typeof s == "object" && !Array.isArray(s))) {
    let r = { instancePath: i, schemaPath: "#/type", keyword: "type", params: { type: Pe.type }, message: "must be integer,object" };
    e === null ? e = [r] : e.push(r), t++;
  }
  if (typeof s == "number" && isFinite(s) && (s < 1 || isNaN(s))) {
    let r = { instancePath: i, schemaPath: "#/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
    e === null ? e = [r] : e.push(r), t++;
  }
  if (s && typeof s == "object" && !Array.isArray(s)) {
    for (let r in s)
      if (!(r === "attempts" || r === "backoff" || r === "max_backoff" || r === "on")) {
        let o = { instancePath: i, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: r }, message: "must NOT have additional properties" };
        e === null ? e = [o] : e.push(o), t++;
      }
    if (s.attempts !== void 0) {
      let r = s.attempts;
      if (!(typeof r == "number" && !(r % 1) && !isNaN(r) && isFinite(r))) {
        let o = { instancePath: i + "/attempts", schemaPath: "#/properties/attempts/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        e === null ? e = [o] : e.push(o), t++;
      }
      if (typeof r == "number" && isFinite(r) && (r < 1 || isNaN(r))) {
        let o = { instancePath: i + "/attempts", schemaPath: "#/properties/attempts/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
        e === null ? e = [o] : e.push(o), t++;
      }
    }
    if (s.backoff !== void 0) {
      let r = s.backoff;
      if (typeof r != "string" && !(typeof r == "number" && isFinite(r))) {
        let o = { instancePath: i + "/backoff", schemaPath: "#/$defs/duration/type", keyword: "type", params: { type: fe.type }, message: "must be string,number" };
        e === null ? e = [o] : e.push(o), t++;
      }
      if (typeof r == "number" && isFinite(r) && (r <= 0 || isNaN(r))) {
        let o = { instancePath: i + "/backoff", schemaPath: "#/$defs/duration/exclusiveMinimum", keyword: "exclusiveMinimum", params: { comparison: ">", limit: 0 }, message: "must be > 0" };
        e === null ? e = [o] : e.push(o), t++;
      }
      if (typeof r == "string" && !ye.test(r)) {
        let o = { instancePath: i + "/backoff", schemaPath: "#/$defs/duration/pattern", keyword: "pattern", params: { pattern: "^([0-9]+(\\.[0-9]+)?(ms|s|m|h|d))+$" }, message: 'must match pattern "^([0-9]+(\\.[0-9]+)?(ms|s|m|h|d))+$"' };
        e === null ? e = [o] : e.push(o), t++;
      }
    }
    if (s.max_backoff !== void 0) {
      let r = s.max_backoff;
      if (typeof r != "string" && !(typeof r == "number" && isFinite(r))) {
        let o = { instancePath: i + "/max_backoff", schemaPath: "#/$defs/duration/type", keyword: "type", params: { type: fe.type }, message: "must be string,number" };
        e === null ? e = [o] : e.push(o), t++;
      }
      if (typeof r == "number" && isFinite(r) && (r <= 0 || isNaN(r))) {
        let o = { instancePath: i + "/max_backoff", schemaPath: "#/$defs/duration/exclusiveMinimum", keyword: "exclusiveMinimum", params: { comparison: ">", limit: 0 }, message: "must be > 0" };
        e === null ? e = [o] : e.push(o), t++;
      }
      if (typeof r == "string" && !ye.test(r)) {
        let o = { instancePath: i + "/max_backoff", schemaPath: "#/$defs/duration/pattern", keyword: "pattern", params: { pattern: "^([0-9]+(\\.[0-9]+)?(ms|s|m|h|d))+$" }, message: 'must match pattern "^([0-9]+(\\.[0-9]+)?(ms|s|m|h|d))+$"' };
        e === null ? e = [o] : e.push(o), t++;
      }
    }
    if (s.on !== void 0) {
      let r = s.on;
      if (Array.isArray(r)) {
        if (r.length < 1) {
          let m = { instancePath: i + "/on", schemaPath: "#/properties/on/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
          e === null ? e = [m] : e.push(m), t++;
        }
        let o = r.length;
        for (let m = 0; m < o; m++) {
          let d = r[m];
          if (!(typeof d == "number" && !(d % 1) && !isNaN(d) && isFinite(d)) && typeof d != "string") {
            let g = { instancePath: i + "/on/" + m, schemaPath: "#/properties/on/items/type", keyword: "type", params: { type: Pe.properties.on.items.type }, message: "must be integer,string" };
            e === null ? e = [g] : e.push(g), t++;
          }
          if (typeof d == "number" && isFinite(d)) {
            if (d > 255 || isNaN(d)) {
              let g = { instancePath: i + "/on/" + m, schemaPath: "#/properties/on/items/maximum", keyword: "maximum", params: { comparison: "<=", limit: 255 }, message: "must be <= 255" };
              e === null ? e = [g] : e.push(g), t++;
            }
            if (d < 1 || isNaN(d)) {
              let g = { instancePath: i + "/on/" + m, schemaPath: "#/properties/on/items/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
              e === null ? e = [g] : e.push(g), t++;
            }
          }
          if (typeof d == "string" && !Ve.test(d)) {
            let g = { instancePath: i + "/on/" + m, schemaPath: "#/properties/on/items/pattern", keyword: "pattern", params: { pattern: "^(timeout|[A-Z][A-Z0-9_]*)$" }, message: 'must match pattern "^(timeout|[A-Z][A-Z0-9_]*)$"' };
            e === null ? e = [g] : e.push(g), t++;
          }
        }
      } else {
        let o = { instancePath: i + "/on", schemaPath: "#/properties/on/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        e === null ? e = [o] : e.push(o), t++;
      }
    }
  }
  return X.errors = e, t === 0;
}
X.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
var je = new RegExp("^[A-Z][A-Z0-9_]*$", "u");
function J(s, { instancePath: i = "", parentData: x, parentDataProperty: P, rootData: k = s, dynamicAnchors: w = {} } = {}) {
  let e = null, t = 0, u = J.evaluated;
  if (u.dynamicProps && (u.props = void 0), u.dynamicItems && (u.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    for (let o in s) {
      let m = t;
      if (typeof o == "string") {
        if (!je.test(o)) {
          let d = { instancePath: i, schemaPath: "#/$defs/exitName/pattern", keyword: "pattern", params: { pattern: "^[A-Z][A-Z0-9_]*$" }, message: 'must match pattern "^[A-Z][A-Z0-9_]*$"', propertyName: o };
          e === null ? e = [d] : e.push(d), t++;
        }
      } else {
        let d = { instancePath: i, schemaPath: "#/$defs/exitName/type", keyword: "type", params: { type: "string" }, message: "must be string", propertyName: o };
        e === null ? e = [d] : e.push(d), t++;
      }
      var r = m === t;
      if (!r) {
        let d = { instancePath: i, schemaPath: "#/propertyNames", keyword: "propertyNames", params: { propertyName: o }, message: "property name must be valid" };
        e === null ? e = [d] : e.push(d), t++;
      }
    }
    for (let o in s) {
      let m = s[o];
      if (m && typeof m == "object" && !Array.isArray(m)) {
        if (m.status === void 0) {
          let d = { instancePath: i + "/" + o.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/additionalProperties/required", keyword: "required", params: { missingProperty: "status" }, message: "must have required property 'status'" };
          e === null ? e = [d] : e.push(d), t++;
        }
        if (m.message === void 0) {
          let d = { instancePath: i + "/" + o.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/additionalProperties/required", keyword: "required", params: { missingProperty: "message" }, message: "must have required property 'message'" };
          e === null ? e = [d] : e.push(d), t++;
        }
        for (let d in m)
          if (!(d === "status" || d === "message" || d === "ok" || d === "retry" || d === "invalidates_cache")) {
            let g = { instancePath: i + "/" + o.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/additionalProperties/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: d }, message: "must NOT have additional properties" };
            e === null ? e = [g] : e.push(g), t++;
          }
        if (m.status !== void 0) {
          let d = m.status;
          if (!(typeof d == "number" && !(d % 1) && !isNaN(d) && isFinite(d))) {
            let g = { instancePath: i + "/" + o.replace(/~/g, "~0").replace(/\//g, "~1") + "/status", schemaPath: "#/additionalProperties/properties/status/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
            e === null ? e = [g] : e.push(g), t++;
          }
          if (typeof d == "number" && isFinite(d)) {
            if (d > 255 || isNaN(d)) {
              let g = { instancePath: i + "/" + o.replace(/~/g, "~0").replace(/\//g, "~1") + "/status", schemaPath: "#/additionalProperties/properties/status/maximum", keyword: "maximum", params: { comparison: "<=", limit: 255 }, message: "must be <= 255" };
              e === null ? e = [g] : e.push(g), t++;
            }
            if (d < 1 || isNaN(d)) {
              let g = { instancePath: i + "/" + o.replace(/~/g, "~0").replace(/\//g, "~1") + "/status", schemaPath: "#/additionalProperties/properties/status/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
              e === null ? e = [g] : e.push(g), t++;
            }
          }
        }
        if (m.message !== void 0 && typeof m.message != "string") {
          let d = { instancePath: i + "/" + o.replace(/~/g, "~0").replace(/\//g, "~1") + "/message", schemaPath: "#/additionalProperties/properties/message/type", keyword: "type", params: { type: "string" }, message: "must be string" };
          e === null ? e = [d] : e.push(d), t++;
        }
        if (m.ok !== void 0 && typeof m.ok != "boolean") {
          let d = { instancePath: i + "/" + o.replace(/~/g, "~0").replace(/\//g, "~1") + "/ok", schemaPath: "#/additionalProperties/properties/ok/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
          e === null ? e = [d] : e.push(d), t++;
        }
        if (m.retry !== void 0 && typeof m.retry != "boolean") {
          let d = { instancePath: i + "/" + o.replace(/~/g, "~0").replace(/\//g, "~1") + "/retry", schemaPath: "#/additionalProperties/properties/retry/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
          e === null ? e = [d] : e.push(d), t++;
        }
        if (m.invalidates_cache !== void 0 && typeof m.invalidates_cache != "boolean") {
          let d = { instancePath: i + "/" + o.replace(/~/g, "~0").replace(/\//g, "~1") + "/invalidates_cache", schemaPath: "#/additionalProperties/properties/invalidates_cache/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
          e === null ? e = [d] : e.push(d), t++;
        }
      } else {
        let d = { instancePath: i + "/" + o.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/additionalProperties/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        e === null ? e = [d] : e.push(d), t++;
      }
    }
  } else {
    let o = { instancePath: i, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = [o] : e.push(o), t++;
  }
  return J.errors = e, t === 0;
}
J.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
function Y(s, { instancePath: i = "", parentData: x, parentDataProperty: P, rootData: k = s, dynamicAnchors: w = {} } = {}) {
  let e = null, t = 0, u = Y.evaluated;
  u.dynamicProps && (u.props = void 0), u.dynamicItems && (u.items = void 0);
  let r = t, o = !1, m = null, d = t;
  if (s && typeof s == "object" && !Array.isArray(s) && s.use === void 0) {
    let n = { instancePath: i, schemaPath: "#/oneOf/0/required", keyword: "required", params: { missingProperty: "use" }, message: "must have required property 'use'" };
    e === null ? e = [n] : e.push(n), t++;
  }
  var f = d === t;
  f && (o = !0, m = 0);
  let g = t;
  if (s && typeof s == "object" && !Array.isArray(s) && s.run === void 0) {
    let n = { instancePath: i, schemaPath: "#/oneOf/1/required", keyword: "required", params: { missingProperty: "run" }, message: "must have required property 'run'" };
    e === null ? e = [n] : e.push(n), t++;
  }
  var f = g === t;
  if (f && o)
    o = !1, m = [m, 1];
  else {
    f && (o = !0, m = 1);
    let n = t;
    if (s && typeof s == "object" && !Array.isArray(s) && s.exec === void 0) {
      let l = { instancePath: i, schemaPath: "#/oneOf/2/required", keyword: "required", params: { missingProperty: "exec" }, message: "must have required property 'exec'" };
      e === null ? e = [l] : e.push(l), t++;
    }
    var f = n === t;
    if (f && o)
      o = !1, m = [m, 2];
    else {
      f && (o = !0, m = 2);
      let l = t;
      if (s && typeof s == "object" && !Array.isArray(s) && s.function === void 0) {
        let y = { instancePath: i, schemaPath: "#/oneOf/3/required", keyword: "required", params: { missingProperty: "function" }, message: "must have required property 'function'" };
        e === null ? e = [y] : e.push(y), t++;
      }
      var f = l === t;
      if (f && o)
        o = !1, m = [m, 3];
      else {
        f && (o = !0, m = 3);
        let y = t;
        if (s && typeof s == "object" && !Array.isArray(s) && s.tube === void 0) {
          let z = { instancePath: i, schemaPath: "#/oneOf/4/required", keyword: "required", params: { missingProperty: "tube" }, message: "must have required property 'tube'" };
          e === null ? e = [z] : e.push(z), t++;
        }
        var f = y === t;
        f && o ? (o = !1, m = [m, 4]) : f && (o = !0, m = 4);
      }
    }
  }
  if (o)
    t = r, e !== null && (r ? e.length = r : e = null);
  else {
    let n = { instancePath: i, schemaPath: "#/oneOf", keyword: "oneOf", params: { passingSchemas: m }, message: "must match exactly one schema in oneOf" };
    e === null ? e = [n] : e.push(n), t++;
  }
  if (s && typeof s == "object" && !Array.isArray(s)) {
    for (let n in s)
      if (!se.call(re.properties, n)) {
        let a = { instancePath: i, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: n }, message: "must NOT have additional properties" };
        e === null ? e = [a] : e.push(a), t++;
      }
    if (s.description !== void 0 && typeof s.description != "string") {
      let n = { instancePath: i + "/description", schemaPath: "#/properties/description/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [n] : e.push(n), t++;
    }
    if (s.use !== void 0 && typeof s.use != "string") {
      let n = { instancePath: i + "/use", schemaPath: "#/properties/use/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [n] : e.push(n), t++;
    }
    if (s.run !== void 0 && typeof s.run != "string") {
      let n = { instancePath: i + "/run", schemaPath: "#/properties/run/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [n] : e.push(n), t++;
    }
    if (s.exec !== void 0) {
      let n = s.exec;
      if (Array.isArray(n)) {
        if (n.length < 1) {
          let l = { instancePath: i + "/exec", schemaPath: "#/properties/exec/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
          e === null ? e = [l] : e.push(l), t++;
        }
        let a = n.length;
        for (let l = 0; l < a; l++)
          if (typeof n[l] != "string") {
            let p = { instancePath: i + "/exec/" + l, schemaPath: "#/properties/exec/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            e === null ? e = [p] : e.push(p), t++;
          }
      } else {
        let a = { instancePath: i + "/exec", schemaPath: "#/properties/exec/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        e === null ? e = [a] : e.push(a), t++;
      }
    }
    if (s.function !== void 0) {
      let n = s.function;
      if (typeof n != "string" && !(n && typeof n == "object" && !Array.isArray(n))) {
        let a = { instancePath: i + "/function", schemaPath: "#/$defs/functionRef/type", keyword: "type", params: { type: Me.type }, message: "must be string,object" };
        e === null ? e = [a] : e.push(a), t++;
      }
      if (n && typeof n == "object" && !Array.isArray(n)) {
        if (n.module === void 0) {
          let a = { instancePath: i + "/function", schemaPath: "#/$defs/functionRef/required", keyword: "required", params: { missingProperty: "module" }, message: "must have required property 'module'" };
          e === null ? e = [a] : e.push(a), t++;
        }
        for (let a in n)
          if (!(a === "module" || a === "export")) {
            let l = { instancePath: i + "/function", schemaPath: "#/$defs/functionRef/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: a }, message: "must NOT have additional properties" };
            e === null ? e = [l] : e.push(l), t++;
          }
        if (n.module !== void 0 && typeof n.module != "string") {
          let a = { instancePath: i + "/function/module", schemaPath: "#/$defs/functionRef/properties/module/type", keyword: "type", params: { type: "string" }, message: "must be string" };
          e === null ? e = [a] : e.push(a), t++;
        }
        if (n.export !== void 0 && typeof n.export != "string") {
          let a = { instancePath: i + "/function/export", schemaPath: "#/$defs/functionRef/properties/export/type", keyword: "type", params: { type: "string" }, message: "must be string" };
          e === null ? e = [a] : e.push(a), t++;
        }
      }
    }
    if (s.tube !== void 0 && typeof s.tube != "string") {
      let n = { instancePath: i + "/tube", schemaPath: "#/properties/tube/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [n] : e.push(n), t++;
    }
    if (s.assets !== void 0) {
      let n = s.assets;
      if (Array.isArray(n)) {
        let a = n.length;
        for (let l = 0; l < a; l++) {
          let p = n[l];
          if (typeof p == "string") {
            if (!j.test(p)) {
              let y = { instancePath: i + "/assets/" + l, schemaPath: "#/$defs/identifier/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_-]*$" }, message: 'must match pattern "^[A-Za-z_][A-Za-z0-9_-]*$"' };
              e === null ? e = [y] : e.push(y), t++;
            }
          } else {
            let y = { instancePath: i + "/assets/" + l, schemaPath: "#/$defs/identifier/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            e === null ? e = [y] : e.push(y), t++;
          }
        }
      } else {
        let a = { instancePath: i + "/assets", schemaPath: "#/properties/assets/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        e === null ? e = [a] : e.push(a), t++;
      }
    }
    if (s.shell !== void 0) {
      let n = s.shell;
      if (Array.isArray(n)) {
        if (n.length < 1) {
          let l = { instancePath: i + "/shell", schemaPath: "#/$defs/shell/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
          e === null ? e = [l] : e.push(l), t++;
        }
        let a = n.length;
        for (let l = 0; l < a; l++)
          if (typeof n[l] != "string") {
            let p = { instancePath: i + "/shell/" + l, schemaPath: "#/$defs/shell/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            e === null ? e = [p] : e.push(p), t++;
          }
      } else {
        let a = { instancePath: i + "/shell", schemaPath: "#/$defs/shell/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        e === null ? e = [a] : e.push(a), t++;
      }
    }
    if (s.cwd !== void 0 && typeof s.cwd != "string") {
      let n = { instancePath: i + "/cwd", schemaPath: "#/properties/cwd/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [n] : e.push(n), t++;
    }
    if (s.inputs !== void 0) {
      let n = s.inputs;
      if (n && typeof n == "object" && !Array.isArray(n)) {
        for (let a in n) {
          let l = t;
          if (typeof a == "string") {
            if (!j.test(a)) {
              let p = { instancePath: i + "/inputs", schemaPath: "#/$defs/identifier/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_-]*$" }, message: 'must match pattern "^[A-Za-z_][A-Za-z0-9_-]*$"', propertyName: a };
              e === null ? e = [p] : e.push(p), t++;
            }
          } else {
            let p = { instancePath: i + "/inputs", schemaPath: "#/$defs/identifier/type", keyword: "type", params: { type: "string" }, message: "must be string", propertyName: a };
            e === null ? e = [p] : e.push(p), t++;
          }
          var c = l === t;
          if (!c) {
            let p = { instancePath: i + "/inputs", schemaPath: "#/properties/inputs/propertyNames", keyword: "propertyNames", params: { propertyName: a }, message: "property name must be valid" };
            e === null ? e = [p] : e.push(p), t++;
          }
        }
        for (let a in n)
          T(n[a], { instancePath: i + "/inputs/" + a.replace(/~/g, "~0").replace(/\//g, "~1"), parentData: n, parentDataProperty: a, rootData: k, dynamicAnchors: w }) || (e = e === null ? T.errors : e.concat(T.errors), t = e.length);
      } else {
        let a = { instancePath: i + "/inputs", schemaPath: "#/properties/inputs/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        e === null ? e = [a] : e.push(a), t++;
      }
    }
    if (s.outputs !== void 0) {
      let n = s.outputs;
      if (n && typeof n == "object" && !Array.isArray(n)) {
        for (let a in n) {
          let l = t;
          if (typeof a == "string") {
            if (!j.test(a)) {
              let p = { instancePath: i + "/outputs", schemaPath: "#/$defs/identifier/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_-]*$" }, message: 'must match pattern "^[A-Za-z_][A-Za-z0-9_-]*$"', propertyName: a };
              e === null ? e = [p] : e.push(p), t++;
            }
          } else {
            let p = { instancePath: i + "/outputs", schemaPath: "#/$defs/identifier/type", keyword: "type", params: { type: "string" }, message: "must be string", propertyName: a };
            e === null ? e = [p] : e.push(p), t++;
          }
          var $ = l === t;
          if (!$) {
            let p = { instancePath: i + "/outputs", schemaPath: "#/properties/outputs/propertyNames", keyword: "propertyNames", params: { propertyName: a }, message: "property name must be valid" };
            e === null ? e = [p] : e.push(p), t++;
          }
        }
        for (let a in n)
          _(n[a], { instancePath: i + "/outputs/" + a.replace(/~/g, "~0").replace(/\//g, "~1"), parentData: n, parentDataProperty: a, rootData: k, dynamicAnchors: w }) || (e = e === null ? _.errors : e.concat(_.errors), t = e.length);
      } else {
        let a = { instancePath: i + "/outputs", schemaPath: "#/properties/outputs/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        e === null ? e = [a] : e.push(a), t++;
      }
    }
    if (s.links !== void 0) {
      let n = s.links;
      if (n && typeof n == "object" && !Array.isArray(n)) {
        for (let a in n) {
          let l = t;
          if (typeof a == "string") {
            if (!j.test(a)) {
              let p = { instancePath: i + "/links", schemaPath: "#/$defs/identifier/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_-]*$" }, message: 'must match pattern "^[A-Za-z_][A-Za-z0-9_-]*$"', propertyName: a };
              e === null ? e = [p] : e.push(p), t++;
            }
          } else {
            let p = { instancePath: i + "/links", schemaPath: "#/$defs/identifier/type", keyword: "type", params: { type: "string" }, message: "must be string", propertyName: a };
            e === null ? e = [p] : e.push(p), t++;
          }
          var h = l === t;
          if (!h) {
            let p = { instancePath: i + "/links", schemaPath: "#/properties/links/propertyNames", keyword: "propertyNames", params: { propertyName: a }, message: "property name must be valid" };
            e === null ? e = [p] : e.push(p), t++;
          }
        }
        for (let a in n)
          B(n[a], { instancePath: i + "/links/" + a.replace(/~/g, "~0").replace(/\//g, "~1"), parentData: n, parentDataProperty: a, rootData: k, dynamicAnchors: w }) || (e = e === null ? B.errors : e.concat(B.errors), t = e.length);
      } else {
        let a = { instancePath: i + "/links", schemaPath: "#/properties/links/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        e === null ? e = [a] : e.push(a), t++;
      }
    }
    if (s.params !== void 0) {
      let n = s.params;
      if (n && typeof n == "object" && !Array.isArray(n))
        for (let a in n) {
          let l = t;
          if (typeof a == "string") {
            if (!j.test(a)) {
              let p = { instancePath: i + "/params", schemaPath: "#/$defs/identifier/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_-]*$" }, message: 'must match pattern "^[A-Za-z_][A-Za-z0-9_-]*$"', propertyName: a };
              e === null ? e = [p] : e.push(p), t++;
            }
          } else {
            let p = { instancePath: i + "/params", schemaPath: "#/$defs/identifier/type", keyword: "type", params: { type: "string" }, message: "must be string", propertyName: a };
            e === null ? e = [p] : e.push(p), t++;
          }
          var v = l === t;
          if (!v) {
            let p = { instancePath: i + "/params", schemaPath: "#/properties/params/propertyNames", keyword: "propertyNames", params: { propertyName: a }, message: "property name must be valid" };
            e === null ? e = [p] : e.push(p), t++;
          }
        }
      else {
        let a = { instancePath: i + "/params", schemaPath: "#/properties/params/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        e === null ? e = [a] : e.push(a), t++;
      }
    }
    if (s.env !== void 0) {
      let n = s.env;
      if (n && typeof n == "object" && !Array.isArray(n)) {
        for (let a in n) {
          let l = t;
          if (typeof a == "string") {
            if (!_e.test(a)) {
              let p = { instancePath: i + "/env", schemaPath: "#/$defs/environment/propertyNames/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_]*$" }, message: 'must match pattern "^[A-Za-z_][A-Za-z0-9_]*$"', propertyName: a };
              e === null ? e = [p] : e.push(p), t++;
            }
          } else {
            let p = { instancePath: i + "/env", schemaPath: "#/$defs/environment/propertyNames/type", keyword: "type", params: { type: "string" }, message: "must be string", propertyName: a };
            e === null ? e = [p] : e.push(p), t++;
          }
          var A = l === t;
          if (!A) {
            let p = { instancePath: i + "/env", schemaPath: "#/$defs/environment/propertyNames", keyword: "propertyNames", params: { propertyName: a }, message: "property name must be valid" };
            e === null ? e = [p] : e.push(p), t++;
          }
        }
        for (let a in n) {
          let l = n[a];
          if (typeof l != "string" && !(typeof l == "number" && isFinite(l)) && typeof l != "boolean") {
            let p = { instancePath: i + "/env/" + a.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/$defs/environment/additionalProperties/type", keyword: "type", params: { type: We.additionalProperties.type }, message: "must be string,number,boolean" };
            e === null ? e = [p] : e.push(p), t++;
          }
        }
      } else {
        let a = { instancePath: i + "/env", schemaPath: "#/$defs/environment/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        e === null ? e = [a] : e.push(a), t++;
      }
    }
    if (s.stdin !== void 0 && (T(s.stdin, { instancePath: i + "/stdin", parentData: s, parentDataProperty: "stdin", rootData: k, dynamicAnchors: w }) || (e = e === null ? T.errors : e.concat(T.errors), t = e.length)), s.stdout !== void 0 && (_(s.stdout, { instancePath: i + "/stdout", parentData: s, parentDataProperty: "stdout", rootData: k, dynamicAnchors: w }) || (e = e === null ? _.errors : e.concat(_.errors), t = e.length)), s.stderr !== void 0 && (_(s.stderr, { instancePath: i + "/stderr", parentData: s, parentDataProperty: "stderr", rootData: k, dynamicAnchors: w }) || (e = e === null ? _.errors : e.concat(_.errors), t = e.length)), s.logs !== void 0 && (_(s.logs, { instancePath: i + "/logs", parentData: s, parentDataProperty: "logs", rootData: k, dynamicAnchors: w }) || (e = e === null ? _.errors : e.concat(_.errors), t = e.length)), s.done !== void 0 && (_(s.done, { instancePath: i + "/done", parentData: s, parentDataProperty: "done", rootData: k, dynamicAnchors: w }) || (e = e === null ? _.errors : e.concat(_.errors), t = e.length)), s.quota !== void 0 && (U(s.quota, { instancePath: i + "/quota", parentData: s, parentDataProperty: "quota", rootData: k, dynamicAnchors: w }) || (e = e === null ? U.errors : e.concat(U.errors), t = e.length)), s.priority !== void 0) {
      let n = s.priority;
      if (!(typeof n == "number" && isFinite(n))) {
        let a = { instancePath: i + "/priority", schemaPath: "#/properties/priority/type", keyword: "type", params: { type: "number" }, message: "must be number" };
        e === null ? e = [a] : e.push(a), t++;
      }
    }
    if (s.timeout !== void 0) {
      let n = s.timeout;
      if (typeof n != "string" && !(typeof n == "number" && isFinite(n))) {
        let a = { instancePath: i + "/timeout", schemaPath: "#/$defs/duration/type", keyword: "type", params: { type: fe.type }, message: "must be string,number" };
        e === null ? e = [a] : e.push(a), t++;
      }
      if (typeof n == "number" && isFinite(n) && (n <= 0 || isNaN(n))) {
        let a = { instancePath: i + "/timeout", schemaPath: "#/$defs/duration/exclusiveMinimum", keyword: "exclusiveMinimum", params: { comparison: ">", limit: 0 }, message: "must be > 0" };
        e === null ? e = [a] : e.push(a), t++;
      }
      if (typeof n == "string" && !ye.test(n)) {
        let a = { instancePath: i + "/timeout", schemaPath: "#/$defs/duration/pattern", keyword: "pattern", params: { pattern: "^([0-9]+(\\.[0-9]+)?(ms|s|m|h|d))+$" }, message: 'must match pattern "^([0-9]+(\\.[0-9]+)?(ms|s|m|h|d))+$"' };
        e === null ? e = [a] : e.push(a), t++;
      }
    }
    if (s.retry !== void 0 && (X(s.retry, { instancePath: i + "/retry", parentData: s, parentDataProperty: "retry", rootData: k, dynamicAnchors: w }) || (e = e === null ? X.errors : e.concat(X.errors), t = e.length)), s.rerun !== void 0) {
      let n = s.rerun;
      if (!(n === "changed" || n === "once" || n === "always")) {
        let a = { instancePath: i + "/rerun", schemaPath: "#/properties/rerun/enum", keyword: "enum", params: { allowedValues: re.properties.rerun.enum }, message: "must be equal to one of the allowed values" };
        e === null ? e = [a] : e.push(a), t++;
      }
    }
    if (s.on_change !== void 0) {
      let n = s.on_change;
      if (!(n === "queue" || n === "restart")) {
        let a = { instancePath: i + "/on_change", schemaPath: "#/properties/on_change/enum", keyword: "enum", params: { allowedValues: re.properties.on_change.enum }, message: "must be equal to one of the allowed values" };
        e === null ? e = [a] : e.push(a), t++;
      }
    }
    if (s.failure_ok !== void 0 && typeof s.failure_ok != "boolean") {
      let n = { instancePath: i + "/failure_ok", schemaPath: "#/properties/failure_ok/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
      e === null ? e = [n] : e.push(n), t++;
    }
    if (s.default !== void 0 && typeof s.default != "boolean") {
      let n = { instancePath: i + "/default", schemaPath: "#/properties/default/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
      e === null ? e = [n] : e.push(n), t++;
    }
    if (s.disabled !== void 0 && typeof s.disabled != "boolean") {
      let n = { instancePath: i + "/disabled", schemaPath: "#/properties/disabled/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
      e === null ? e = [n] : e.push(n), t++;
    }
    if (s.tools !== void 0) {
      let n = s.tools;
      if (Array.isArray(n)) {
        let a = n.length;
        for (let l = 0; l < a; l++)
          if (typeof n[l] != "string") {
            let p = { instancePath: i + "/tools/" + l, schemaPath: "#/properties/tools/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            e === null ? e = [p] : e.push(p), t++;
          }
      } else {
        let a = { instancePath: i + "/tools", schemaPath: "#/properties/tools/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        e === null ? e = [a] : e.push(a), t++;
      }
    }
    if (s.sources !== void 0) {
      let n = s.sources;
      if (Array.isArray(n)) {
        let a = n.length;
        for (let l = 0; l < a; l++)
          if (typeof n[l] != "string") {
            let p = { instancePath: i + "/sources/" + l, schemaPath: "#/properties/sources/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            e === null ? e = [p] : e.push(p), t++;
          }
      } else {
        let a = { instancePath: i + "/sources", schemaPath: "#/properties/sources/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        e === null ? e = [a] : e.push(a), t++;
      }
    }
    if (s.depfile !== void 0) {
      let n = s.depfile;
      if (!(n === "make" || n === "none")) {
        let a = { instancePath: i + "/depfile", schemaPath: "#/properties/depfile/enum", keyword: "enum", params: { allowedValues: re.properties.depfile.enum }, message: "must be equal to one of the allowed values" };
        e === null ? e = [a] : e.push(a), t++;
      }
    }
    if (s.max_concurrent !== void 0) {
      let n = s.max_concurrent;
      if (!(typeof n == "number" && !(n % 1) && !isNaN(n) && isFinite(n))) {
        let a = { instancePath: i + "/max_concurrent", schemaPath: "#/properties/max_concurrent/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        e === null ? e = [a] : e.push(a), t++;
      }
      if (typeof n == "number" && isFinite(n) && (n < 1 || isNaN(n))) {
        let a = { instancePath: i + "/max_concurrent", schemaPath: "#/properties/max_concurrent/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
        e === null ? e = [a] : e.push(a), t++;
      }
    }
    s.exit_codes !== void 0 && (J(s.exit_codes, { instancePath: i + "/exit_codes", parentData: s, parentDataProperty: "exit_codes", rootData: k, dynamicAnchors: w }) || (e = e === null ? J.errors : e.concat(J.errors), t = e.length));
  } else {
    let n = { instancePath: i, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = [n] : e.push(n), t++;
  }
  return Y.errors = e, t === 0;
}
Y.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
function pe(s, { instancePath: i = "", parentData: x, parentDataProperty: P, rootData: k = s, dynamicAnchors: w = {} } = {}) {
  let e = null, t = 0, u = pe.evaluated;
  if (u.dynamicProps && (u.props = void 0), u.dynamicItems && (u.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    for (let f in s)
      if (!(se.call(we.properties, f) || Ae.test(f))) {
        let c = { instancePath: i, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: f }, message: "must NOT have additional properties" };
        e === null ? e = [c] : e.push(c), t++;
      }
    if (s.$schema !== void 0 && typeof s.$schema != "string") {
      let f = { instancePath: i + "/$schema", schemaPath: "#/properties/%24schema/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [f] : e.push(f), t++;
    }
    if (s.name !== void 0) {
      let f = s.name;
      if (typeof f == "string") {
        if (!Ne.test(f)) {
          let c = { instancePath: i + "/name", schemaPath: "#/properties/name/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9][A-Za-z0-9_.-]*$" }, message: 'must match pattern "^[A-Za-z0-9][A-Za-z0-9_.-]*$"' };
          e === null ? e = [c] : e.push(c), t++;
        }
      } else {
        let c = { instancePath: i + "/name", schemaPath: "#/properties/name/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        e === null ? e = [c] : e.push(c), t++;
      }
    }
    if (s.description !== void 0 && typeof s.description != "string") {
      let f = { instancePath: i + "/description", schemaPath: "#/properties/description/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [f] : e.push(f), t++;
    }
    if (s.include !== void 0) {
      let f = s.include;
      if (Array.isArray(f)) {
        let c = f.length;
        for (let $ = 0; $ < c; $++)
          Z(f[$], { instancePath: i + "/include/" + $, parentData: f, parentDataProperty: $, rootData: k, dynamicAnchors: w }) || (e = e === null ? Z.errors : e.concat(Z.errors), t = e.length);
      } else {
        let c = { instancePath: i + "/include", schemaPath: "#/properties/include/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        e === null ? e = [c] : e.push(c), t++;
      }
    }
    if (s.params !== void 0) {
      let f = s.params;
      if (f && typeof f == "object" && !Array.isArray(f)) {
        for (let c in f) {
          let $ = t;
          if (typeof c == "string") {
            if (!j.test(c)) {
              let h = { instancePath: i + "/params", schemaPath: "#/$defs/identifier/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_-]*$" }, message: 'must match pattern "^[A-Za-z_][A-Za-z0-9_-]*$"', propertyName: c };
              e === null ? e = [h] : e.push(h), t++;
            }
          } else {
            let h = { instancePath: i + "/params", schemaPath: "#/$defs/identifier/type", keyword: "type", params: { type: "string" }, message: "must be string", propertyName: c };
            e === null ? e = [h] : e.push(h), t++;
          }
          var r = $ === t;
          if (!r) {
            let h = { instancePath: i + "/params", schemaPath: "#/properties/params/propertyNames", keyword: "propertyNames", params: { propertyName: c }, message: "property name must be valid" };
            e === null ? e = [h] : e.push(h), t++;
          }
        }
        for (let c in f) {
          let $ = f[c];
          if (typeof $ != "string" && !(typeof $ == "number" && isFinite($)) && typeof $ != "boolean") {
            let h = { instancePath: i + "/params/" + c.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/params/additionalProperties/type", keyword: "type", params: { type: we.properties.params.additionalProperties.type }, message: "must be string,number,boolean" };
            e === null ? e = [h] : e.push(h), t++;
          }
        }
      } else {
        let c = { instancePath: i + "/params", schemaPath: "#/properties/params/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        e === null ? e = [c] : e.push(c), t++;
      }
    }
    if (s.env !== void 0) {
      let f = s.env;
      if (Array.isArray(f)) {
        let c = f.length;
        for (let $ = 0; $ < c; $++) {
          let h = f[$];
          if (typeof h == "string") {
            if (!$e.test(h)) {
              let v = { instancePath: i + "/env/" + $, schemaPath: "#/$defs/variablePattern/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_]*\\*?$" }, message: 'must match pattern "^[A-Za-z_][A-Za-z0-9_]*\\*?$"' };
              e === null ? e = [v] : e.push(v), t++;
            }
          } else {
            let v = { instancePath: i + "/env/" + $, schemaPath: "#/$defs/variablePattern/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            e === null ? e = [v] : e.push(v), t++;
          }
        }
      } else {
        let c = { instancePath: i + "/env", schemaPath: "#/properties/env/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        e === null ? e = [c] : e.push(c), t++;
      }
    }
    if (s.pass_env !== void 0) {
      let f = s.pass_env;
      if (Array.isArray(f)) {
        let c = f.length;
        for (let $ = 0; $ < c; $++) {
          let h = f[$];
          if (typeof h == "string") {
            if (!$e.test(h)) {
              let v = { instancePath: i + "/pass_env/" + $, schemaPath: "#/$defs/variablePattern/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_]*\\*?$" }, message: 'must match pattern "^[A-Za-z_][A-Za-z0-9_]*\\*?$"' };
              e === null ? e = [v] : e.push(v), t++;
            }
          } else {
            let v = { instancePath: i + "/pass_env/" + $, schemaPath: "#/$defs/variablePattern/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            e === null ? e = [v] : e.push(v), t++;
          }
        }
      } else {
        let c = { instancePath: i + "/pass_env", schemaPath: "#/properties/pass_env/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        e === null ? e = [c] : e.push(c), t++;
      }
    }
    if (s.repositories !== void 0) {
      let f = s.repositories;
      if (f && typeof f == "object" && !Array.isArray(f)) {
        for (let c in f) {
          let $ = t;
          if (typeof c == "string") {
            if (!j.test(c)) {
              let h = { instancePath: i + "/repositories", schemaPath: "#/$defs/plainName/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_-]*$" }, message: 'must match pattern "^[A-Za-z_][A-Za-z0-9_-]*$"', propertyName: c };
              e === null ? e = [h] : e.push(h), t++;
            }
          } else {
            let h = { instancePath: i + "/repositories", schemaPath: "#/$defs/plainName/type", keyword: "type", params: { type: "string" }, message: "must be string", propertyName: c };
            e === null ? e = [h] : e.push(h), t++;
          }
          var o = $ === t;
          if (!o) {
            let h = { instancePath: i + "/repositories", schemaPath: "#/properties/repositories/propertyNames", keyword: "propertyNames", params: { propertyName: c }, message: "property name must be valid" };
            e === null ? e = [h] : e.push(h), t++;
          }
        }
        for (let c in f)
          V(f[c], { instancePath: i + "/repositories/" + c.replace(/~/g, "~0").replace(/\//g, "~1"), parentData: f, parentDataProperty: c, rootData: k, dynamicAnchors: w }) || (e = e === null ? V.errors : e.concat(V.errors), t = e.length);
      } else {
        let c = { instancePath: i + "/repositories", schemaPath: "#/properties/repositories/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        e === null ? e = [c] : e.push(c), t++;
      }
    }
    if (s.assets !== void 0) {
      let f = s.assets;
      if (f && typeof f == "object" && !Array.isArray(f)) {
        for (let c in f) {
          let $ = t;
          if (typeof c == "string") {
            if (!j.test(c)) {
              let h = { instancePath: i + "/assets", schemaPath: "#/$defs/identifier/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_-]*$" }, message: 'must match pattern "^[A-Za-z_][A-Za-z0-9_-]*$"', propertyName: c };
              e === null ? e = [h] : e.push(h), t++;
            }
          } else {
            let h = { instancePath: i + "/assets", schemaPath: "#/$defs/identifier/type", keyword: "type", params: { type: "string" }, message: "must be string", propertyName: c };
            e === null ? e = [h] : e.push(h), t++;
          }
          var m = $ === t;
          if (!m) {
            let h = { instancePath: i + "/assets", schemaPath: "#/properties/assets/propertyNames", keyword: "propertyNames", params: { propertyName: c }, message: "property name must be valid" };
            e === null ? e = [h] : e.push(h), t++;
          }
        }
        for (let c in f) {
          let $ = f[c];
          if ($ && typeof $ == "object" && !Array.isArray($)) {
            if ($.type === void 0) {
              let h = { instancePath: i + "/assets/" + c.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/$defs/asset/required", keyword: "required", params: { missingProperty: "type" }, message: "must have required property 'type'" };
              e === null ? e = [h] : e.push(h), t++;
            }
            for (let h in $)
              if (!(h === "type" || h === "params")) {
                let v = { instancePath: i + "/assets/" + c.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/$defs/asset/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: h }, message: "must NOT have additional properties" };
                e === null ? e = [v] : e.push(v), t++;
              }
            if ($.type !== void 0) {
              let h = $.type;
              if (typeof h == "string") {
                if (!Te.test(h)) {
                  let v = { instancePath: i + "/assets/" + c.replace(/~/g, "~0").replace(/\//g, "~1") + "/type", schemaPath: "#/$defs/asset/properties/type/pattern", keyword: "pattern", params: { pattern: "^.+#.+$" }, message: 'must match pattern "^.+#.+$"' };
                  e === null ? e = [v] : e.push(v), t++;
                }
              } else {
                let v = { instancePath: i + "/assets/" + c.replace(/~/g, "~0").replace(/\//g, "~1") + "/type", schemaPath: "#/$defs/asset/properties/type/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                e === null ? e = [v] : e.push(v), t++;
              }
            }
            if ($.params !== void 0) {
              let h = $.params;
              if (!(h && typeof h == "object" && !Array.isArray(h))) {
                let v = { instancePath: i + "/assets/" + c.replace(/~/g, "~0").replace(/\//g, "~1") + "/params", schemaPath: "#/$defs/asset/properties/params/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                e === null ? e = [v] : e.push(v), t++;
              }
            }
          } else {
            let h = { instancePath: i + "/assets/" + c.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/$defs/asset/type", keyword: "type", params: { type: "object" }, message: "must be object" };
            e === null ? e = [h] : e.push(h), t++;
          }
        }
      } else {
        let c = { instancePath: i + "/assets", schemaPath: "#/properties/assets/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        e === null ? e = [c] : e.push(c), t++;
      }
    }
    if (s.quotas !== void 0) {
      let f = s.quotas;
      if (f && typeof f == "object" && !Array.isArray(f)) {
        for (let c in f) {
          let $ = t;
          if (typeof c == "string") {
            if (!j.test(c)) {
              let h = { instancePath: i + "/quotas", schemaPath: "#/$defs/plainName/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_-]*$" }, message: 'must match pattern "^[A-Za-z_][A-Za-z0-9_-]*$"', propertyName: c };
              e === null ? e = [h] : e.push(h), t++;
            }
          } else {
            let h = { instancePath: i + "/quotas", schemaPath: "#/$defs/plainName/type", keyword: "type", params: { type: "string" }, message: "must be string", propertyName: c };
            e === null ? e = [h] : e.push(h), t++;
          }
          var d = $ === t;
          if (!d) {
            let h = { instancePath: i + "/quotas", schemaPath: "#/properties/quotas/propertyNames", keyword: "propertyNames", params: { propertyName: c }, message: "property name must be valid" };
            e === null ? e = [h] : e.push(h), t++;
          }
        }
        for (let c in f)
          H(f[c], { instancePath: i + "/quotas/" + c.replace(/~/g, "~0").replace(/\//g, "~1"), parentData: f, parentDataProperty: c, rootData: k, dynamicAnchors: w }) || (e = e === null ? H.errors : e.concat(H.errors), t = e.length);
      } else {
        let c = { instancePath: i + "/quotas", schemaPath: "#/properties/quotas/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        e === null ? e = [c] : e.push(c), t++;
      }
    }
    if (s.tasks !== void 0) {
      let f = s.tasks;
      if (f && typeof f == "object" && !Array.isArray(f)) {
        for (let c in f) {
          let $ = t;
          if (typeof c == "string") {
            if (!ze.test(c)) {
              let h = { instancePath: i + "/tasks", schemaPath: "#/$defs/taskName/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9_][A-Za-z0-9_.-]*$" }, message: 'must match pattern "^[A-Za-z0-9_][A-Za-z0-9_.-]*$"', propertyName: c };
              e === null ? e = [h] : e.push(h), t++;
            }
          } else {
            let h = { instancePath: i + "/tasks", schemaPath: "#/$defs/taskName/type", keyword: "type", params: { type: "string" }, message: "must be string", propertyName: c };
            e === null ? e = [h] : e.push(h), t++;
          }
          var g = $ === t;
          if (!g) {
            let h = { instancePath: i + "/tasks", schemaPath: "#/properties/tasks/propertyNames", keyword: "propertyNames", params: { propertyName: c }, message: "property name must be valid" };
            e === null ? e = [h] : e.push(h), t++;
          }
        }
        for (let c in f)
          Y(f[c], { instancePath: i + "/tasks/" + c.replace(/~/g, "~0").replace(/\//g, "~1"), parentData: f, parentDataProperty: c, rootData: k, dynamicAnchors: w }) || (e = e === null ? Y.errors : e.concat(Y.errors), t = e.length);
      } else {
        let c = { instancePath: i + "/tasks", schemaPath: "#/properties/tasks/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        e === null ? e = [c] : e.push(c), t++;
      }
    }
  } else {
    let f = { instancePath: i, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = [f] : e.push(f), t++;
  }
  return pe.errors = e, t === 0;
}
pe.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
var Ye = ne, ue = { $schema: "https://json-schema.org/draft/2020-12/schema", $id: "https://pipe-build.dev/schemas/recipe.schema.json", title: "Recipe file", description: "A reusable description of what a job does, with typed ports. Exactly one of `run`, `exec`, `function` and `tube` says how.", type: "object", properties: { $schema: { title: "JSON Schema", description: "The schema of this file, for editors; pipe does not look at it.", type: "string", examples: ["./schemas/recipe.schema.json"] }, description: { title: "Description", description: "What the recipe does, for people.", type: "string", examples: ["Render a report"] }, inputs: { title: "Inputs", description: "What a job reads, by the name that templates use.", type: "object", propertyNames: { $ref: "#/$defs/identifier" }, additionalProperties: { $ref: "#/$defs/port" }, examples: [{ book: { kind: "path" } }] }, outputs: { title: "Outputs", description: "What a job writes, by the name that templates use.", type: "object", propertyNames: { $ref: "#/$defs/identifier" }, additionalProperties: { $ref: "#/$defs/port" }, examples: [{ report: { kind: "path" } }] }, params: { title: "Parameters", description: "Values that a task may set, by the name that templates use.", type: "object", propertyNames: { $ref: "#/$defs/identifier" }, additionalProperties: { $ref: "#/$defs/param" }, examples: [{ width: { type: "integer", default: 80, minimum: 20 } }] }, run: { title: "Shell text", description: "A template of shell text. Values are quoted as the place needs.", type: "string", examples: ["./render --width {{ width }} {{ book }} > {{ report }}"] }, exec: { title: "Command", description: "A program and its arguments, each a template, run without a shell.", type: "array", minItems: 1, items: { title: "Argument", description: "The program, or one argument.", type: "string", examples: ["{{ book }}"] }, examples: [["gzip", "-k", "{{ book }}"]] }, function: { $ref: "#/$defs/functionRef" }, tube: { title: "Tube", description: "A tube file; a job is one epoch of it. Inputs fill its process inputs by their names, `params` its other inputs, and the entries of its return are written to the outputs.", type: "string", examples: ["./words.tube.yaml"] }, shell: { title: "Shell", description: "The shell of `run:` with its arguments. By default `/bin/sh -eu`.", type: "array", minItems: 1, items: { title: "Word", description: "The shell's path, or an argument.", type: "string", examples: ["bash"] }, examples: [["bash", "-euo", "pipefail"]] }, env: { title: "Environment", description: "Variables that jobs get; the values are templates. A task's own win.", type: "object", propertyNames: { type: "string", pattern: "^[A-Za-z_][A-Za-z0-9_]*$", $comment: "letters, digits and `_`, not starting with a digit" }, additionalProperties: { title: "Value", description: "The value, a template.", type: ["string", "number", "boolean"], examples: ["1", "{{ width }}"] }, examples: [{ OMP_NUM_THREADS: "1" }] }, tools: { title: "Tools", description: "Programs whose file's content is part of the definition.", type: "array", items: { title: "Tool", description: "A program's name on the PATH, or its path.", type: "string", examples: ["pandoc"] }, examples: [["pandoc"]] }, sources: { title: "Sources", description: "Further files of the recipe, as globs from its folder, that every job depends on; `!` takes out. Files that a template names as `{{ recipe.dir }}/FILE` count by themselves.", type: "array", items: { title: "Glob", description: "A path with `*` and `**`, or with `!` one that is left out.", type: "string", examples: ["templates/**"] }, examples: [["templates/**"]] }, depfile: { title: "Depfile", description: "`make`: the job writes the files it read to `{{ depfile }}`, in Make's format; they count as inputs from then on.", enum: ["make", "none"], default: "none", examples: ["make"] }, exit_codes: { title: "Exit codes", description: "Names and meanings of exit statuses: shown when a job ends with one, and what then becomes of it.", type: "object", propertyNames: { $ref: "#/$defs/exitName" }, additionalProperties: { title: "Exit code", description: "One exit status.", type: "object", properties: { status: { title: "Status", description: "The number.", type: "integer", minimum: 1, maximum: 255, examples: [3] }, message: { title: "Message", description: "What it means.", type: "string", examples: ["the book has no text"] }, ok: { title: "Counts as success", description: "The job succeeds with it as with 0: its outputs are checked and kept. Part of the definition.", type: "boolean", default: !1, examples: [!0] }, retry: { title: "Retry", description: "Whether `retry:` tries a job again that failed with it. `false` is for what another attempt cannot mend.", type: "boolean", default: !0, examples: [!1] }, invalidates_cache: { title: "Not to be reused", description: "Of a status that counts as success: the job is not up to date after it, and runs again in the next build. A failed job does so in any case.", type: "boolean", default: !1, examples: [!0] } }, required: ["status", "message"], additionalProperties: !1, examples: [{ status: 3, message: "the book has no text", retry: !1 }] }, examples: [{ NO_TEXT: { status: 3, message: "the book has no text", retry: !1 } }] }, example: { title: "Example", description: "How a task uses the recipe, as YAML text for its page.", type: "string", examples: [`report:
  use: ./recipes/report.yaml
`] } }, patternProperties: { "^x-": { title: "Extension", description: "Anything; pipe does not look at it. A place for YAML anchors.", examples: [{ cpu: 1 }] } }, additionalProperties: !1, oneOf: [{ required: ["run"] }, { required: ["exec"] }, { required: ["function"] }, { required: ["tube"] }], $defs: { identifier: { title: "Identifier", description: "A name that templates can use.", type: "string", pattern: "^[A-Za-z_][A-Za-z0-9_-]*$", $comment: "a letter or `_`, then letters, digits, `_` or `-`", examples: ["book"] }, exitName: { title: "Name of an exit code", description: "A name for an exit status, in capital letters.", type: "string", pattern: "^[A-Z][A-Z0-9_]*$", $comment: "capital letters, digits and `_`, with a letter first", examples: ["NO_TEXT"] }, port: { title: "Port", description: "A typed input or output.", type: "object", properties: { kind: { title: "Kind", description: "One path or record, or several.", enum: ["path", "paths", "record", "records"], examples: ["path"] }, required: { title: "Required", description: "Whether a task must link it.", type: "boolean", default: !0, examples: [!1] }, help: { title: "Help", description: "What it is, for people.", type: "string", examples: ["The book's text, UTF-8"] } }, required: ["kind"], additionalProperties: !1, examples: [{ kind: "path", help: "The book's text, UTF-8" }] }, param: { title: "Parameter port", description: "A typed value. It must be set unless it has a default or `required: false`.", type: "object", properties: { type: { title: "Type", description: "The type of the value.", enum: ["string", "integer", "number", "boolean", "array", "object"], examples: ["integer"] }, default: { title: "Default", description: "The value where a task sets none.", examples: [80] }, required: { title: "Required", description: "Whether a task must set it. By default where there is no default.", type: "boolean", examples: [!1] }, enum: { title: "Allowed values", description: "The value is one of these.", type: "array", minItems: 1, items: { title: "Value", description: "An allowed value.", type: ["string", "number", "boolean"], examples: ["html"] }, examples: [["html", "pdf"]] }, minimum: { title: "Minimum", description: "The least number.", type: "number", examples: [20] }, maximum: { title: "Maximum", description: "The greatest number.", type: "number", examples: [200] }, pattern: { title: "Pattern", description: "A regular expression that a text must match.", type: "string", examples: ["^[a-z]+$"] }, minLength: { title: "Least length", description: "The least number of characters of a text.", type: "integer", minimum: 0, examples: [1] }, maxLength: { title: "Greatest length", description: "The greatest number of characters of a text.", type: "integer", minimum: 0, examples: [80] }, items: { title: "Items", description: "The type of an array's items.", enum: ["string", "integer", "number", "boolean"], examples: ["string"] }, help: { title: "Help", description: "What it is, for people.", type: "string", examples: ["Columns of the report"] } }, required: ["type"], additionalProperties: !1, examples: [{ type: "integer", default: 80, minimum: 20 }] }, functionRef: { title: "Function", description: "An exported async function of a `.ts` or `.js` module: `path#export`, without `#` the default export. Its module and what that imports are part of the definition.", type: ["string", "object"], properties: { module: { title: "Module", description: "The module's file.", type: "string", examples: ["./count.ts"] }, export: { title: "Export", description: "The name of the export.", type: "string", default: "default", examples: ["countWords"] } }, required: ["module"], additionalProperties: !1, examples: ["./count.ts#countWords"] } } };
var xe = { title: "Port", description: "A typed input or output.", type: "object", properties: { kind: { title: "Kind", description: "One path or record, or several.", enum: ["path", "paths", "record", "records"], examples: ["path"] }, required: { title: "Required", description: "Whether a task must link it.", type: "boolean", default: !0, examples: [!1] }, help: { title: "Help", description: "What it is, for people.", type: "string", examples: ["The book's text, UTF-8"] } }, required: ["kind"], additionalProperties: !1, examples: [{ kind: "path", help: "The book's text, UTF-8" }] }, ie = { title: "Parameter port", description: "A typed value. It must be set unless it has a default or `required: false`.", type: "object", properties: { type: { title: "Type", description: "The type of the value.", enum: ["string", "integer", "number", "boolean", "array", "object"], examples: ["integer"] }, default: { title: "Default", description: "The value where a task sets none.", examples: [80] }, required: { title: "Required", description: "Whether a task must set it. By default where there is no default.", type: "boolean", examples: [!1] }, enum: { title: "Allowed values", description: "The value is one of these.", type: "array", minItems: 1, items: { title: "Value", description: "An allowed value.", type: ["string", "number", "boolean"], examples: ["html"] }, examples: [["html", "pdf"]] }, minimum: { title: "Minimum", description: "The least number.", type: "number", examples: [20] }, maximum: { title: "Maximum", description: "The greatest number.", type: "number", examples: [200] }, pattern: { title: "Pattern", description: "A regular expression that a text must match.", type: "string", examples: ["^[a-z]+$"] }, minLength: { title: "Least length", description: "The least number of characters of a text.", type: "integer", minimum: 0, examples: [1] }, maxLength: { title: "Greatest length", description: "The greatest number of characters of a text.", type: "integer", minimum: 0, examples: [80] }, items: { title: "Items", description: "The type of an array's items.", enum: ["string", "integer", "number", "boolean"], examples: ["string"] }, help: { title: "Help", description: "What it is, for people.", type: "string", examples: ["Columns of the report"] } }, required: ["type"], additionalProperties: !1, examples: [{ type: "integer", default: 80, minimum: 20 }] }, Ge = { title: "Function", description: "An exported async function of a `.ts` or `.js` module: `path#export`, without `#` the default export. Its module and what that imports are part of the definition.", type: ["string", "object"], properties: { module: { title: "Module", description: "The module's file.", type: "string", examples: ["./count.ts"] }, export: { title: "Export", description: "The name of the export.", type: "string", default: "default", examples: ["countWords"] } }, required: ["module"], additionalProperties: !1, examples: ["./count.ts#countWords"] };
function ne(s, { instancePath: i = "", parentData: x, parentDataProperty: P, rootData: k = s, dynamicAnchors: w = {} } = {}) {
  let e = null, t = 0, u = ne.evaluated;
  u.dynamicProps && (u.props = void 0), u.dynamicItems && (u.items = void 0);
  let r = t, o = !1, m = null, d = t;
  if (s && typeof s == "object" && !Array.isArray(s) && s.run === void 0) {
    let n = { instancePath: i, schemaPath: "#/oneOf/0/required", keyword: "required", params: { missingProperty: "run" }, message: "must have required property 'run'" };
    e === null ? e = [n] : e.push(n), t++;
  }
  var f = d === t;
  f && (o = !0, m = 0);
  let g = t;
  if (s && typeof s == "object" && !Array.isArray(s) && s.exec === void 0) {
    let n = { instancePath: i, schemaPath: "#/oneOf/1/required", keyword: "required", params: { missingProperty: "exec" }, message: "must have required property 'exec'" };
    e === null ? e = [n] : e.push(n), t++;
  }
  var f = g === t;
  if (f && o)
    o = !1, m = [m, 1];
  else {
    f && (o = !0, m = 1);
    let n = t;
    if (s && typeof s == "object" && !Array.isArray(s) && s.function === void 0) {
      let l = { instancePath: i, schemaPath: "#/oneOf/2/required", keyword: "required", params: { missingProperty: "function" }, message: "must have required property 'function'" };
      e === null ? e = [l] : e.push(l), t++;
    }
    var f = n === t;
    if (f && o)
      o = !1, m = [m, 2];
    else {
      f && (o = !0, m = 2);
      let l = t;
      if (s && typeof s == "object" && !Array.isArray(s) && s.tube === void 0) {
        let y = { instancePath: i, schemaPath: "#/oneOf/3/required", keyword: "required", params: { missingProperty: "tube" }, message: "must have required property 'tube'" };
        e === null ? e = [y] : e.push(y), t++;
      }
      var f = l === t;
      f && o ? (o = !1, m = [m, 3]) : f && (o = !0, m = 3);
    }
  }
  if (o)
    t = r, e !== null && (r ? e.length = r : e = null);
  else {
    let n = { instancePath: i, schemaPath: "#/oneOf", keyword: "oneOf", params: { passingSchemas: m }, message: "must match exactly one schema in oneOf" };
    e === null ? e = [n] : e.push(n), t++;
  }
  if (s && typeof s == "object" && !Array.isArray(s)) {
    for (let n in s)
      if (!(se.call(ue.properties, n) || Ae.test(n))) {
        let a = { instancePath: i, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: n }, message: "must NOT have additional properties" };
        e === null ? e = [a] : e.push(a), t++;
      }
    if (s.$schema !== void 0 && typeof s.$schema != "string") {
      let n = { instancePath: i + "/$schema", schemaPath: "#/properties/%24schema/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [n] : e.push(n), t++;
    }
    if (s.description !== void 0 && typeof s.description != "string") {
      let n = { instancePath: i + "/description", schemaPath: "#/properties/description/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [n] : e.push(n), t++;
    }
    if (s.inputs !== void 0) {
      let n = s.inputs;
      if (n && typeof n == "object" && !Array.isArray(n)) {
        for (let a in n) {
          let l = t;
          if (typeof a == "string") {
            if (!j.test(a)) {
              let p = { instancePath: i + "/inputs", schemaPath: "#/$defs/identifier/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_-]*$" }, message: 'must match pattern "^[A-Za-z_][A-Za-z0-9_-]*$"', propertyName: a };
              e === null ? e = [p] : e.push(p), t++;
            }
          } else {
            let p = { instancePath: i + "/inputs", schemaPath: "#/$defs/identifier/type", keyword: "type", params: { type: "string" }, message: "must be string", propertyName: a };
            e === null ? e = [p] : e.push(p), t++;
          }
          var c = l === t;
          if (!c) {
            let p = { instancePath: i + "/inputs", schemaPath: "#/properties/inputs/propertyNames", keyword: "propertyNames", params: { propertyName: a }, message: "property name must be valid" };
            e === null ? e = [p] : e.push(p), t++;
          }
        }
        for (let a in n) {
          let l = n[a];
          if (l && typeof l == "object" && !Array.isArray(l)) {
            if (l.kind === void 0) {
              let p = { instancePath: i + "/inputs/" + a.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/$defs/port/required", keyword: "required", params: { missingProperty: "kind" }, message: "must have required property 'kind'" };
              e === null ? e = [p] : e.push(p), t++;
            }
            for (let p in l)
              if (!(p === "kind" || p === "required" || p === "help")) {
                let y = { instancePath: i + "/inputs/" + a.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/$defs/port/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: p }, message: "must NOT have additional properties" };
                e === null ? e = [y] : e.push(y), t++;
              }
            if (l.kind !== void 0) {
              let p = l.kind;
              if (!(p === "path" || p === "paths" || p === "record" || p === "records")) {
                let y = { instancePath: i + "/inputs/" + a.replace(/~/g, "~0").replace(/\//g, "~1") + "/kind", schemaPath: "#/$defs/port/properties/kind/enum", keyword: "enum", params: { allowedValues: xe.properties.kind.enum }, message: "must be equal to one of the allowed values" };
                e === null ? e = [y] : e.push(y), t++;
              }
            }
            if (l.required !== void 0 && typeof l.required != "boolean") {
              let p = { instancePath: i + "/inputs/" + a.replace(/~/g, "~0").replace(/\//g, "~1") + "/required", schemaPath: "#/$defs/port/properties/required/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
              e === null ? e = [p] : e.push(p), t++;
            }
            if (l.help !== void 0 && typeof l.help != "string") {
              let p = { instancePath: i + "/inputs/" + a.replace(/~/g, "~0").replace(/\//g, "~1") + "/help", schemaPath: "#/$defs/port/properties/help/type", keyword: "type", params: { type: "string" }, message: "must be string" };
              e === null ? e = [p] : e.push(p), t++;
            }
          } else {
            let p = { instancePath: i + "/inputs/" + a.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/$defs/port/type", keyword: "type", params: { type: "object" }, message: "must be object" };
            e === null ? e = [p] : e.push(p), t++;
          }
        }
      } else {
        let a = { instancePath: i + "/inputs", schemaPath: "#/properties/inputs/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        e === null ? e = [a] : e.push(a), t++;
      }
    }
    if (s.outputs !== void 0) {
      let n = s.outputs;
      if (n && typeof n == "object" && !Array.isArray(n)) {
        for (let a in n) {
          let l = t;
          if (typeof a == "string") {
            if (!j.test(a)) {
              let p = { instancePath: i + "/outputs", schemaPath: "#/$defs/identifier/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_-]*$" }, message: 'must match pattern "^[A-Za-z_][A-Za-z0-9_-]*$"', propertyName: a };
              e === null ? e = [p] : e.push(p), t++;
            }
          } else {
            let p = { instancePath: i + "/outputs", schemaPath: "#/$defs/identifier/type", keyword: "type", params: { type: "string" }, message: "must be string", propertyName: a };
            e === null ? e = [p] : e.push(p), t++;
          }
          var $ = l === t;
          if (!$) {
            let p = { instancePath: i + "/outputs", schemaPath: "#/properties/outputs/propertyNames", keyword: "propertyNames", params: { propertyName: a }, message: "property name must be valid" };
            e === null ? e = [p] : e.push(p), t++;
          }
        }
        for (let a in n) {
          let l = n[a];
          if (l && typeof l == "object" && !Array.isArray(l)) {
            if (l.kind === void 0) {
              let p = { instancePath: i + "/outputs/" + a.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/$defs/port/required", keyword: "required", params: { missingProperty: "kind" }, message: "must have required property 'kind'" };
              e === null ? e = [p] : e.push(p), t++;
            }
            for (let p in l)
              if (!(p === "kind" || p === "required" || p === "help")) {
                let y = { instancePath: i + "/outputs/" + a.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/$defs/port/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: p }, message: "must NOT have additional properties" };
                e === null ? e = [y] : e.push(y), t++;
              }
            if (l.kind !== void 0) {
              let p = l.kind;
              if (!(p === "path" || p === "paths" || p === "record" || p === "records")) {
                let y = { instancePath: i + "/outputs/" + a.replace(/~/g, "~0").replace(/\//g, "~1") + "/kind", schemaPath: "#/$defs/port/properties/kind/enum", keyword: "enum", params: { allowedValues: xe.properties.kind.enum }, message: "must be equal to one of the allowed values" };
                e === null ? e = [y] : e.push(y), t++;
              }
            }
            if (l.required !== void 0 && typeof l.required != "boolean") {
              let p = { instancePath: i + "/outputs/" + a.replace(/~/g, "~0").replace(/\//g, "~1") + "/required", schemaPath: "#/$defs/port/properties/required/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
              e === null ? e = [p] : e.push(p), t++;
            }
            if (l.help !== void 0 && typeof l.help != "string") {
              let p = { instancePath: i + "/outputs/" + a.replace(/~/g, "~0").replace(/\//g, "~1") + "/help", schemaPath: "#/$defs/port/properties/help/type", keyword: "type", params: { type: "string" }, message: "must be string" };
              e === null ? e = [p] : e.push(p), t++;
            }
          } else {
            let p = { instancePath: i + "/outputs/" + a.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/$defs/port/type", keyword: "type", params: { type: "object" }, message: "must be object" };
            e === null ? e = [p] : e.push(p), t++;
          }
        }
      } else {
        let a = { instancePath: i + "/outputs", schemaPath: "#/properties/outputs/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        e === null ? e = [a] : e.push(a), t++;
      }
    }
    if (s.params !== void 0) {
      let n = s.params;
      if (n && typeof n == "object" && !Array.isArray(n)) {
        for (let a in n) {
          let l = t;
          if (typeof a == "string") {
            if (!j.test(a)) {
              let p = { instancePath: i + "/params", schemaPath: "#/$defs/identifier/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_-]*$" }, message: 'must match pattern "^[A-Za-z_][A-Za-z0-9_-]*$"', propertyName: a };
              e === null ? e = [p] : e.push(p), t++;
            }
          } else {
            let p = { instancePath: i + "/params", schemaPath: "#/$defs/identifier/type", keyword: "type", params: { type: "string" }, message: "must be string", propertyName: a };
            e === null ? e = [p] : e.push(p), t++;
          }
          var h = l === t;
          if (!h) {
            let p = { instancePath: i + "/params", schemaPath: "#/properties/params/propertyNames", keyword: "propertyNames", params: { propertyName: a }, message: "property name must be valid" };
            e === null ? e = [p] : e.push(p), t++;
          }
        }
        for (let a in n) {
          let l = n[a];
          if (l && typeof l == "object" && !Array.isArray(l)) {
            if (l.type === void 0) {
              let p = { instancePath: i + "/params/" + a.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/$defs/param/required", keyword: "required", params: { missingProperty: "type" }, message: "must have required property 'type'" };
              e === null ? e = [p] : e.push(p), t++;
            }
            for (let p in l)
              if (!se.call(ie.properties, p)) {
                let y = { instancePath: i + "/params/" + a.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/$defs/param/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: p }, message: "must NOT have additional properties" };
                e === null ? e = [y] : e.push(y), t++;
              }
            if (l.type !== void 0) {
              let p = l.type;
              if (!(p === "string" || p === "integer" || p === "number" || p === "boolean" || p === "array" || p === "object")) {
                let y = { instancePath: i + "/params/" + a.replace(/~/g, "~0").replace(/\//g, "~1") + "/type", schemaPath: "#/$defs/param/properties/type/enum", keyword: "enum", params: { allowedValues: ie.properties.type.enum }, message: "must be equal to one of the allowed values" };
                e === null ? e = [y] : e.push(y), t++;
              }
            }
            if (l.required !== void 0 && typeof l.required != "boolean") {
              let p = { instancePath: i + "/params/" + a.replace(/~/g, "~0").replace(/\//g, "~1") + "/required", schemaPath: "#/$defs/param/properties/required/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
              e === null ? e = [p] : e.push(p), t++;
            }
            if (l.enum !== void 0) {
              let p = l.enum;
              if (Array.isArray(p)) {
                if (p.length < 1) {
                  let b = { instancePath: i + "/params/" + a.replace(/~/g, "~0").replace(/\//g, "~1") + "/enum", schemaPath: "#/$defs/param/properties/enum/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
                  e === null ? e = [b] : e.push(b), t++;
                }
                let y = p.length;
                for (let b = 0; b < y; b++) {
                  let z = p[b];
                  if (typeof z != "string" && !(typeof z == "number" && isFinite(z)) && typeof z != "boolean") {
                    let ge = { instancePath: i + "/params/" + a.replace(/~/g, "~0").replace(/\//g, "~1") + "/enum/" + b, schemaPath: "#/$defs/param/properties/enum/items/type", keyword: "type", params: { type: ie.properties.enum.items.type }, message: "must be string,number,boolean" };
                    e === null ? e = [ge] : e.push(ge), t++;
                  }
                }
              } else {
                let y = { instancePath: i + "/params/" + a.replace(/~/g, "~0").replace(/\//g, "~1") + "/enum", schemaPath: "#/$defs/param/properties/enum/type", keyword: "type", params: { type: "array" }, message: "must be array" };
                e === null ? e = [y] : e.push(y), t++;
              }
            }
            if (l.minimum !== void 0) {
              let p = l.minimum;
              if (!(typeof p == "number" && isFinite(p))) {
                let y = { instancePath: i + "/params/" + a.replace(/~/g, "~0").replace(/\//g, "~1") + "/minimum", schemaPath: "#/$defs/param/properties/minimum/type", keyword: "type", params: { type: "number" }, message: "must be number" };
                e === null ? e = [y] : e.push(y), t++;
              }
            }
            if (l.maximum !== void 0) {
              let p = l.maximum;
              if (!(typeof p == "number" && isFinite(p))) {
                let y = { instancePath: i + "/params/" + a.replace(/~/g, "~0").replace(/\//g, "~1") + "/maximum", schemaPath: "#/$defs/param/properties/maximum/type", keyword: "type", params: { type: "number" }, message: "must be number" };
                e === null ? e = [y] : e.push(y), t++;
              }
            }
            if (l.pattern !== void 0 && typeof l.pattern != "string") {
              let p = { instancePath: i + "/params/" + a.replace(/~/g, "~0").replace(/\//g, "~1") + "/pattern", schemaPath: "#/$defs/param/properties/pattern/type", keyword: "type", params: { type: "string" }, message: "must be string" };
              e === null ? e = [p] : e.push(p), t++;
            }
            if (l.minLength !== void 0) {
              let p = l.minLength;
              if (!(typeof p == "number" && !(p % 1) && !isNaN(p) && isFinite(p))) {
                let y = { instancePath: i + "/params/" + a.replace(/~/g, "~0").replace(/\//g, "~1") + "/minLength", schemaPath: "#/$defs/param/properties/minLength/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
                e === null ? e = [y] : e.push(y), t++;
              }
              if (typeof p == "number" && isFinite(p) && (p < 0 || isNaN(p))) {
                let y = { instancePath: i + "/params/" + a.replace(/~/g, "~0").replace(/\//g, "~1") + "/minLength", schemaPath: "#/$defs/param/properties/minLength/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
                e === null ? e = [y] : e.push(y), t++;
              }
            }
            if (l.maxLength !== void 0) {
              let p = l.maxLength;
              if (!(typeof p == "number" && !(p % 1) && !isNaN(p) && isFinite(p))) {
                let y = { instancePath: i + "/params/" + a.replace(/~/g, "~0").replace(/\//g, "~1") + "/maxLength", schemaPath: "#/$defs/param/properties/maxLength/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
                e === null ? e = [y] : e.push(y), t++;
              }
              if (typeof p == "number" && isFinite(p) && (p < 0 || isNaN(p))) {
                let y = { instancePath: i + "/params/" + a.replace(/~/g, "~0").replace(/\//g, "~1") + "/maxLength", schemaPath: "#/$defs/param/properties/maxLength/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
                e === null ? e = [y] : e.push(y), t++;
              }
            }
            if (l.items !== void 0) {
              let p = l.items;
              if (!(p === "string" || p === "integer" || p === "number" || p === "boolean")) {
                let y = { instancePath: i + "/params/" + a.replace(/~/g, "~0").replace(/\//g, "~1") + "/items", schemaPath: "#/$defs/param/properties/items/enum", keyword: "enum", params: { allowedValues: ie.properties.items.enum }, message: "must be equal to one of the allowed values" };
                e === null ? e = [y] : e.push(y), t++;
              }
            }
            if (l.help !== void 0 && typeof l.help != "string") {
              let p = { instancePath: i + "/params/" + a.replace(/~/g, "~0").replace(/\//g, "~1") + "/help", schemaPath: "#/$defs/param/properties/help/type", keyword: "type", params: { type: "string" }, message: "must be string" };
              e === null ? e = [p] : e.push(p), t++;
            }
          } else {
            let p = { instancePath: i + "/params/" + a.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/$defs/param/type", keyword: "type", params: { type: "object" }, message: "must be object" };
            e === null ? e = [p] : e.push(p), t++;
          }
        }
      } else {
        let a = { instancePath: i + "/params", schemaPath: "#/properties/params/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        e === null ? e = [a] : e.push(a), t++;
      }
    }
    if (s.run !== void 0 && typeof s.run != "string") {
      let n = { instancePath: i + "/run", schemaPath: "#/properties/run/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [n] : e.push(n), t++;
    }
    if (s.exec !== void 0) {
      let n = s.exec;
      if (Array.isArray(n)) {
        if (n.length < 1) {
          let l = { instancePath: i + "/exec", schemaPath: "#/properties/exec/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
          e === null ? e = [l] : e.push(l), t++;
        }
        let a = n.length;
        for (let l = 0; l < a; l++)
          if (typeof n[l] != "string") {
            let p = { instancePath: i + "/exec/" + l, schemaPath: "#/properties/exec/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            e === null ? e = [p] : e.push(p), t++;
          }
      } else {
        let a = { instancePath: i + "/exec", schemaPath: "#/properties/exec/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        e === null ? e = [a] : e.push(a), t++;
      }
    }
    if (s.function !== void 0) {
      let n = s.function;
      if (typeof n != "string" && !(n && typeof n == "object" && !Array.isArray(n))) {
        let a = { instancePath: i + "/function", schemaPath: "#/$defs/functionRef/type", keyword: "type", params: { type: Ge.type }, message: "must be string,object" };
        e === null ? e = [a] : e.push(a), t++;
      }
      if (n && typeof n == "object" && !Array.isArray(n)) {
        if (n.module === void 0) {
          let a = { instancePath: i + "/function", schemaPath: "#/$defs/functionRef/required", keyword: "required", params: { missingProperty: "module" }, message: "must have required property 'module'" };
          e === null ? e = [a] : e.push(a), t++;
        }
        for (let a in n)
          if (!(a === "module" || a === "export")) {
            let l = { instancePath: i + "/function", schemaPath: "#/$defs/functionRef/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: a }, message: "must NOT have additional properties" };
            e === null ? e = [l] : e.push(l), t++;
          }
        if (n.module !== void 0 && typeof n.module != "string") {
          let a = { instancePath: i + "/function/module", schemaPath: "#/$defs/functionRef/properties/module/type", keyword: "type", params: { type: "string" }, message: "must be string" };
          e === null ? e = [a] : e.push(a), t++;
        }
        if (n.export !== void 0 && typeof n.export != "string") {
          let a = { instancePath: i + "/function/export", schemaPath: "#/$defs/functionRef/properties/export/type", keyword: "type", params: { type: "string" }, message: "must be string" };
          e === null ? e = [a] : e.push(a), t++;
        }
      }
    }
    if (s.tube !== void 0 && typeof s.tube != "string") {
      let n = { instancePath: i + "/tube", schemaPath: "#/properties/tube/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [n] : e.push(n), t++;
    }
    if (s.shell !== void 0) {
      let n = s.shell;
      if (Array.isArray(n)) {
        if (n.length < 1) {
          let l = { instancePath: i + "/shell", schemaPath: "#/properties/shell/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
          e === null ? e = [l] : e.push(l), t++;
        }
        let a = n.length;
        for (let l = 0; l < a; l++)
          if (typeof n[l] != "string") {
            let p = { instancePath: i + "/shell/" + l, schemaPath: "#/properties/shell/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            e === null ? e = [p] : e.push(p), t++;
          }
      } else {
        let a = { instancePath: i + "/shell", schemaPath: "#/properties/shell/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        e === null ? e = [a] : e.push(a), t++;
      }
    }
    if (s.env !== void 0) {
      let n = s.env;
      if (n && typeof n == "object" && !Array.isArray(n)) {
        for (let a in n) {
          let l = t;
          if (typeof a == "string") {
            if (!_e.test(a)) {
              let p = { instancePath: i + "/env", schemaPath: "#/properties/env/propertyNames/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_]*$" }, message: 'must match pattern "^[A-Za-z_][A-Za-z0-9_]*$"', propertyName: a };
              e === null ? e = [p] : e.push(p), t++;
            }
          } else {
            let p = { instancePath: i + "/env", schemaPath: "#/properties/env/propertyNames/type", keyword: "type", params: { type: "string" }, message: "must be string", propertyName: a };
            e === null ? e = [p] : e.push(p), t++;
          }
          var v = l === t;
          if (!v) {
            let p = { instancePath: i + "/env", schemaPath: "#/properties/env/propertyNames", keyword: "propertyNames", params: { propertyName: a }, message: "property name must be valid" };
            e === null ? e = [p] : e.push(p), t++;
          }
        }
        for (let a in n) {
          let l = n[a];
          if (typeof l != "string" && !(typeof l == "number" && isFinite(l)) && typeof l != "boolean") {
            let p = { instancePath: i + "/env/" + a.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/env/additionalProperties/type", keyword: "type", params: { type: ue.properties.env.additionalProperties.type }, message: "must be string,number,boolean" };
            e === null ? e = [p] : e.push(p), t++;
          }
        }
      } else {
        let a = { instancePath: i + "/env", schemaPath: "#/properties/env/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        e === null ? e = [a] : e.push(a), t++;
      }
    }
    if (s.tools !== void 0) {
      let n = s.tools;
      if (Array.isArray(n)) {
        let a = n.length;
        for (let l = 0; l < a; l++)
          if (typeof n[l] != "string") {
            let p = { instancePath: i + "/tools/" + l, schemaPath: "#/properties/tools/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            e === null ? e = [p] : e.push(p), t++;
          }
      } else {
        let a = { instancePath: i + "/tools", schemaPath: "#/properties/tools/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        e === null ? e = [a] : e.push(a), t++;
      }
    }
    if (s.sources !== void 0) {
      let n = s.sources;
      if (Array.isArray(n)) {
        let a = n.length;
        for (let l = 0; l < a; l++)
          if (typeof n[l] != "string") {
            let p = { instancePath: i + "/sources/" + l, schemaPath: "#/properties/sources/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            e === null ? e = [p] : e.push(p), t++;
          }
      } else {
        let a = { instancePath: i + "/sources", schemaPath: "#/properties/sources/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        e === null ? e = [a] : e.push(a), t++;
      }
    }
    if (s.depfile !== void 0) {
      let n = s.depfile;
      if (!(n === "make" || n === "none")) {
        let a = { instancePath: i + "/depfile", schemaPath: "#/properties/depfile/enum", keyword: "enum", params: { allowedValues: ue.properties.depfile.enum }, message: "must be equal to one of the allowed values" };
        e === null ? e = [a] : e.push(a), t++;
      }
    }
    if (s.exit_codes !== void 0) {
      let n = s.exit_codes;
      if (n && typeof n == "object" && !Array.isArray(n)) {
        for (let a in n) {
          let l = t;
          if (typeof a == "string") {
            if (!je.test(a)) {
              let p = { instancePath: i + "/exit_codes", schemaPath: "#/$defs/exitName/pattern", keyword: "pattern", params: { pattern: "^[A-Z][A-Z0-9_]*$" }, message: 'must match pattern "^[A-Z][A-Z0-9_]*$"', propertyName: a };
              e === null ? e = [p] : e.push(p), t++;
            }
          } else {
            let p = { instancePath: i + "/exit_codes", schemaPath: "#/$defs/exitName/type", keyword: "type", params: { type: "string" }, message: "must be string", propertyName: a };
            e === null ? e = [p] : e.push(p), t++;
          }
          var A = l === t;
          if (!A) {
            let p = { instancePath: i + "/exit_codes", schemaPath: "#/properties/exit_codes/propertyNames", keyword: "propertyNames", params: { propertyName: a }, message: "property name must be valid" };
            e === null ? e = [p] : e.push(p), t++;
          }
        }
        for (let a in n) {
          let l = n[a];
          if (l && typeof l == "object" && !Array.isArray(l)) {
            if (l.status === void 0) {
              let p = { instancePath: i + "/exit_codes/" + a.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/exit_codes/additionalProperties/required", keyword: "required", params: { missingProperty: "status" }, message: "must have required property 'status'" };
              e === null ? e = [p] : e.push(p), t++;
            }
            if (l.message === void 0) {
              let p = { instancePath: i + "/exit_codes/" + a.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/exit_codes/additionalProperties/required", keyword: "required", params: { missingProperty: "message" }, message: "must have required property 'message'" };
              e === null ? e = [p] : e.push(p), t++;
            }
            for (let p in l)
              if (!(p === "status" || p === "message" || p === "ok" || p === "retry" || p === "invalidates_cache")) {
                let y = { instancePath: i + "/exit_codes/" + a.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/exit_codes/additionalProperties/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: p }, message: "must NOT have additional properties" };
                e === null ? e = [y] : e.push(y), t++;
              }
            if (l.status !== void 0) {
              let p = l.status;
              if (!(typeof p == "number" && !(p % 1) && !isNaN(p) && isFinite(p))) {
                let y = { instancePath: i + "/exit_codes/" + a.replace(/~/g, "~0").replace(/\//g, "~1") + "/status", schemaPath: "#/properties/exit_codes/additionalProperties/properties/status/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
                e === null ? e = [y] : e.push(y), t++;
              }
              if (typeof p == "number" && isFinite(p)) {
                if (p > 255 || isNaN(p)) {
                  let y = { instancePath: i + "/exit_codes/" + a.replace(/~/g, "~0").replace(/\//g, "~1") + "/status", schemaPath: "#/properties/exit_codes/additionalProperties/properties/status/maximum", keyword: "maximum", params: { comparison: "<=", limit: 255 }, message: "must be <= 255" };
                  e === null ? e = [y] : e.push(y), t++;
                }
                if (p < 1 || isNaN(p)) {
                  let y = { instancePath: i + "/exit_codes/" + a.replace(/~/g, "~0").replace(/\//g, "~1") + "/status", schemaPath: "#/properties/exit_codes/additionalProperties/properties/status/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
                  e === null ? e = [y] : e.push(y), t++;
                }
              }
            }
            if (l.message !== void 0 && typeof l.message != "string") {
              let p = { instancePath: i + "/exit_codes/" + a.replace(/~/g, "~0").replace(/\//g, "~1") + "/message", schemaPath: "#/properties/exit_codes/additionalProperties/properties/message/type", keyword: "type", params: { type: "string" }, message: "must be string" };
              e === null ? e = [p] : e.push(p), t++;
            }
            if (l.ok !== void 0 && typeof l.ok != "boolean") {
              let p = { instancePath: i + "/exit_codes/" + a.replace(/~/g, "~0").replace(/\//g, "~1") + "/ok", schemaPath: "#/properties/exit_codes/additionalProperties/properties/ok/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
              e === null ? e = [p] : e.push(p), t++;
            }
            if (l.retry !== void 0 && typeof l.retry != "boolean") {
              let p = { instancePath: i + "/exit_codes/" + a.replace(/~/g, "~0").replace(/\//g, "~1") + "/retry", schemaPath: "#/properties/exit_codes/additionalProperties/properties/retry/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
              e === null ? e = [p] : e.push(p), t++;
            }
            if (l.invalidates_cache !== void 0 && typeof l.invalidates_cache != "boolean") {
              let p = { instancePath: i + "/exit_codes/" + a.replace(/~/g, "~0").replace(/\//g, "~1") + "/invalidates_cache", schemaPath: "#/properties/exit_codes/additionalProperties/properties/invalidates_cache/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
              e === null ? e = [p] : e.push(p), t++;
            }
          } else {
            let p = { instancePath: i + "/exit_codes/" + a.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/exit_codes/additionalProperties/type", keyword: "type", params: { type: "object" }, message: "must be object" };
            e === null ? e = [p] : e.push(p), t++;
          }
        }
      } else {
        let a = { instancePath: i + "/exit_codes", schemaPath: "#/properties/exit_codes/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        e === null ? e = [a] : e.push(a), t++;
      }
    }
    if (s.example !== void 0 && typeof s.example != "string") {
      let n = { instancePath: i + "/example", schemaPath: "#/properties/example/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [n] : e.push(n), t++;
    }
  } else {
    let n = { instancePath: i, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = [n] : e.push(n), t++;
  }
  return ne.errors = e, t === 0;
}
ne.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
var Qe = le;
var Ce = { title: "Input", type: "object", additionalProperties: !1, properties: { type: { type: "string", description: "A TypeScript type, for the reader; it is not checked." }, scope: { enum: ["tube", "process"], default: "tube", description: "tube: given once, when the tube is loaded. process: given with each epoch." }, default: { description: "The value where none is given." }, required: { type: "boolean", default: !0, description: "Whether it must be given; otherwise it is null." }, description: { type: "string" } } }, He = new RegExp("^[\\w\\-/#]+$", "u"), ae = new RegExp("^[A-Za-z_$][\\w$]*$", "u"), he = ke().default, ve = { title: "Asset", type: "object", additionalProperties: !1, properties: { type: { type: "string", minLength: 1, description: "A module and the name it exports: a class, a function, a generator function (set-up, yield, tear-down) or a kind of Asset.", examples: ["./assets.ts#Counter"] }, scope: { enum: ["runner", "process", "node"], description: "How long the object lives: while the runner runs, during one epoch, or during one call of a node." }, params: { type: ["object", "array"], description: "Arguments by name, or in order. A text input.NAME is replaced by that tube input." }, depends: { $ref: "#/$defs/Signal", description: "The signal whose value the asset keeps for the next epoch. For the scope runner only." }, description: { type: "string" } } };
var oe = new RegExp("^[A-Za-z_$][\\w$]*\\.[A-Za-z_$][\\w$]*$", "u");
function Q(s, { instancePath: i = "", parentData: x, parentDataProperty: P, rootData: k = s, dynamicAnchors: w = {} } = {}) {
  let e = null, t = 0, u = Q.evaluated;
  if (u.dynamicProps && (u.props = void 0), u.dynamicItems && (u.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    for (let r in s)
      if (!(r === "type" || r === "scope" || r === "params" || r === "depends" || r === "description")) {
        let o = { instancePath: i, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: r }, message: "must NOT have additional properties" };
        e === null ? e = [o] : e.push(o), t++;
      }
    if (s.type !== void 0) {
      let r = s.type;
      if (typeof r == "string") {
        if (he(r) < 1) {
          let o = { instancePath: i + "/type", schemaPath: "#/properties/type/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          e === null ? e = [o] : e.push(o), t++;
        }
      } else {
        let o = { instancePath: i + "/type", schemaPath: "#/properties/type/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        e === null ? e = [o] : e.push(o), t++;
      }
    }
    if (s.scope !== void 0) {
      let r = s.scope;
      if (!(r === "runner" || r === "process" || r === "node")) {
        let o = { instancePath: i + "/scope", schemaPath: "#/properties/scope/enum", keyword: "enum", params: { allowedValues: ve.properties.scope.enum }, message: "must be equal to one of the allowed values" };
        e === null ? e = [o] : e.push(o), t++;
      }
    }
    if (s.params !== void 0) {
      let r = s.params;
      if (!r || typeof r != "object") {
        let o = { instancePath: i + "/params", schemaPath: "#/properties/params/type", keyword: "type", params: { type: ve.properties.params.type }, message: "must be object,array" };
        e === null ? e = [o] : e.push(o), t++;
      }
    }
    if (s.depends !== void 0) {
      let r = s.depends;
      if (typeof r == "string") {
        if (!oe.test(r)) {
          let o = { instancePath: i + "/depends", schemaPath: "#/$defs/Signal/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_$][\\w$]*\\.[A-Za-z_$][\\w$]*$" }, message: 'must match pattern "^[A-Za-z_$][\\w$]*\\.[A-Za-z_$][\\w$]*$"' };
          e === null ? e = [o] : e.push(o), t++;
        }
      } else {
        let o = { instancePath: i + "/depends", schemaPath: "#/$defs/Signal/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        e === null ? e = [o] : e.push(o), t++;
      }
    }
    if (s.description !== void 0 && typeof s.description != "string") {
      let r = { instancePath: i + "/description", schemaPath: "#/properties/description/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [r] : e.push(r), t++;
    }
  } else {
    let r = { instancePath: i, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = [r] : e.push(r), t++;
  }
  return Q.errors = e, t === 0;
}
Q.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
var de = { title: "Node", type: "object", additionalProperties: !1, properties: { type: { type: "string", minLength: 1, description: "A module and the name it exports, such as ./nodes.ts#multiply, relative to this file; or gather, map, return, tube.", examples: ["./nodes.ts#multiply", "map"] }, depends: { type: ["string", "array"], description: "Where the values come from: one signal for the first slot, or a list of signals and { slot: signal }.", items: { type: ["string", "object"], minProperties: 1, maxProperties: 1, propertyNames: { pattern: "^[A-Za-z_$][\\w$]*$" }, additionalProperties: { $ref: "#/$defs/Signal" }, if: { type: "string" }, then: { $ref: "#/$defs/Signal" } }, if: { type: "string" }, then: { $ref: "#/$defs/Signal" } }, params: { type: "object", description: "Constant values by name. A text input.NAME is replaced by that tube input." }, enabled: { type: ["boolean", "string"], if: { type: "string" }, then: { pattern: "^input\\.[A-Za-z_$][\\w$]*$" }, description: "Whether the node takes part: true, false, or input.NAME. Default: true." }, stateful: { type: "boolean", description: "Whether the node runs in the order of the epochs. Default: what its type says; generators and classes do." }, description: { type: "string" } } }, Be = new RegExp("^input\\.[A-Za-z_$][\\w$]*$", "u");
function ee(s, { instancePath: i = "", parentData: x, parentDataProperty: P, rootData: k = s, dynamicAnchors: w = {} } = {}) {
  let e = null, t = 0, u = ee.evaluated;
  if (u.dynamicProps && (u.props = void 0), u.dynamicItems && (u.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    for (let g in s)
      if (!(g === "type" || g === "depends" || g === "params" || g === "enabled" || g === "stateful" || g === "description")) {
        let f = { instancePath: i, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: g }, message: "must NOT have additional properties" };
        e === null ? e = [f] : e.push(f), t++;
      }
    if (s.type !== void 0) {
      let g = s.type;
      if (typeof g == "string") {
        if (he(g) < 1) {
          let f = { instancePath: i + "/type", schemaPath: "#/properties/type/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          e === null ? e = [f] : e.push(f), t++;
        }
      } else {
        let f = { instancePath: i + "/type", schemaPath: "#/properties/type/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        e === null ? e = [f] : e.push(f), t++;
      }
    }
    if (s.depends !== void 0) {
      let g = s.depends;
      if (typeof g != "string" && !Array.isArray(g)) {
        let h = { instancePath: i + "/depends", schemaPath: "#/properties/depends/type", keyword: "type", params: { type: de.properties.depends.type }, message: "must be string,array" };
        e === null ? e = [h] : e.push(h), t++;
      }
      let f = t, c = !0, $ = t;
      if (typeof g != "string") {
        let h = {};
        e === null ? e = [h] : e.push(h), t++;
      }
      var r = $ === t;
      if (t = f, e !== null && (f ? e.length = f : e = null), r) {
        let h = t;
        if (typeof g == "string") {
          if (!oe.test(g)) {
            let A = { instancePath: i + "/depends", schemaPath: "#/$defs/Signal/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_$][\\w$]*\\.[A-Za-z_$][\\w$]*$" }, message: 'must match pattern "^[A-Za-z_$][\\w$]*\\.[A-Za-z_$][\\w$]*$"' };
            e === null ? e = [A] : e.push(A), t++;
          }
        } else {
          let A = { instancePath: i + "/depends", schemaPath: "#/$defs/Signal/type", keyword: "type", params: { type: "string" }, message: "must be string" };
          e === null ? e = [A] : e.push(A), t++;
        }
        var r = h === t;
        c = r;
      }
      if (!c) {
        let h = { instancePath: i + "/depends", schemaPath: "#/properties/depends/if", keyword: "if", params: { failingKeyword: "then" }, message: 'must match "then" schema' };
        e === null ? e = [h] : e.push(h), t++;
      }
      if (Array.isArray(g)) {
        let h = g.length;
        for (let v = 0; v < h; v++) {
          let A = g[v];
          if (typeof A != "string" && !(A && typeof A == "object" && !Array.isArray(A))) {
            let p = { instancePath: i + "/depends/" + v, schemaPath: "#/properties/depends/items/type", keyword: "type", params: { type: de.properties.depends.items.type }, message: "must be string,object" };
            e === null ? e = [p] : e.push(p), t++;
          }
          let n = t, a = !0, l = t;
          if (typeof A != "string") {
            let p = {};
            e === null ? e = [p] : e.push(p), t++;
          }
          var o = l === t;
          if (t = n, e !== null && (n ? e.length = n : e = null), o) {
            let p = t;
            if (typeof A == "string") {
              if (!oe.test(A)) {
                let b = { instancePath: i + "/depends/" + v, schemaPath: "#/$defs/Signal/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_$][\\w$]*\\.[A-Za-z_$][\\w$]*$" }, message: 'must match pattern "^[A-Za-z_$][\\w$]*\\.[A-Za-z_$][\\w$]*$"' };
                e === null ? e = [b] : e.push(b), t++;
              }
            } else {
              let b = { instancePath: i + "/depends/" + v, schemaPath: "#/$defs/Signal/type", keyword: "type", params: { type: "string" }, message: "must be string" };
              e === null ? e = [b] : e.push(b), t++;
            }
            var o = p === t;
            a = o;
          }
          if (!a) {
            let p = { instancePath: i + "/depends/" + v, schemaPath: "#/properties/depends/items/if", keyword: "if", params: { failingKeyword: "then" }, message: 'must match "then" schema' };
            e === null ? e = [p] : e.push(p), t++;
          }
          if (A && typeof A == "object" && !Array.isArray(A)) {
            if (Object.keys(A).length > 1) {
              let p = { instancePath: i + "/depends/" + v, schemaPath: "#/properties/depends/items/maxProperties", keyword: "maxProperties", params: { limit: 1 }, message: "must NOT have more than 1 properties" };
              e === null ? e = [p] : e.push(p), t++;
            }
            if (Object.keys(A).length < 1) {
              let p = { instancePath: i + "/depends/" + v, schemaPath: "#/properties/depends/items/minProperties", keyword: "minProperties", params: { limit: 1 }, message: "must NOT have fewer than 1 properties" };
              e === null ? e = [p] : e.push(p), t++;
            }
            for (let p in A) {
              let y = t;
              if (typeof p == "string" && !ae.test(p)) {
                let b = { instancePath: i + "/depends/" + v, schemaPath: "#/properties/depends/items/propertyNames/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_$][\\w$]*$" }, message: 'must match pattern "^[A-Za-z_$][\\w$]*$"', propertyName: p };
                e === null ? e = [b] : e.push(b), t++;
              }
              var m = y === t;
              if (!m) {
                let b = { instancePath: i + "/depends/" + v, schemaPath: "#/properties/depends/items/propertyNames", keyword: "propertyNames", params: { propertyName: p }, message: "property name must be valid" };
                e === null ? e = [b] : e.push(b), t++;
              }
            }
            for (let p in A) {
              let y = A[p];
              if (typeof y == "string") {
                if (!oe.test(y)) {
                  let b = { instancePath: i + "/depends/" + v + "/" + p.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/$defs/Signal/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_$][\\w$]*\\.[A-Za-z_$][\\w$]*$" }, message: 'must match pattern "^[A-Za-z_$][\\w$]*\\.[A-Za-z_$][\\w$]*$"' };
                  e === null ? e = [b] : e.push(b), t++;
                }
              } else {
                let b = { instancePath: i + "/depends/" + v + "/" + p.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/$defs/Signal/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                e === null ? e = [b] : e.push(b), t++;
              }
            }
          }
        }
      }
    }
    if (s.params !== void 0) {
      let g = s.params;
      if (!(g && typeof g == "object" && !Array.isArray(g))) {
        let f = { instancePath: i + "/params", schemaPath: "#/properties/params/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        e === null ? e = [f] : e.push(f), t++;
      }
    }
    if (s.enabled !== void 0) {
      let g = s.enabled;
      if (typeof g != "boolean" && typeof g != "string") {
        let h = { instancePath: i + "/enabled", schemaPath: "#/properties/enabled/type", keyword: "type", params: { type: de.properties.enabled.type }, message: "must be boolean,string" };
        e === null ? e = [h] : e.push(h), t++;
      }
      let f = t, c = !0, $ = t;
      if (typeof g != "string") {
        let h = {};
        e === null ? e = [h] : e.push(h), t++;
      }
      var d = $ === t;
      if (t = f, e !== null && (f ? e.length = f : e = null), d) {
        let h = t;
        if (typeof g == "string" && !Be.test(g)) {
          let A = { instancePath: i + "/enabled", schemaPath: "#/properties/enabled/then/pattern", keyword: "pattern", params: { pattern: "^input\\.[A-Za-z_$][\\w$]*$" }, message: 'must match pattern "^input\\.[A-Za-z_$][\\w$]*$"' };
          e === null ? e = [A] : e.push(A), t++;
        }
        var d = h === t;
        c = d;
      }
      if (!c) {
        let h = { instancePath: i + "/enabled", schemaPath: "#/properties/enabled/if", keyword: "if", params: { failingKeyword: "then" }, message: 'must match "then" schema' };
        e === null ? e = [h] : e.push(h), t++;
      }
    }
    if (s.stateful !== void 0 && typeof s.stateful != "boolean") {
      let g = { instancePath: i + "/stateful", schemaPath: "#/properties/stateful/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
      e === null ? e = [g] : e.push(g), t++;
    }
    if (s.description !== void 0 && typeof s.description != "string") {
      let g = { instancePath: i + "/description", schemaPath: "#/properties/description/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [g] : e.push(g), t++;
    }
  } else {
    let g = { instancePath: i, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = [g] : e.push(g), t++;
  }
  return ee.errors = e, t === 0;
}
ee.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
function le(s, { instancePath: i = "", parentData: x, parentDataProperty: P, rootData: k = s, dynamicAnchors: w = {} } = {}) {
  let e = null, t = 0, u = le.evaluated;
  u.dynamicProps && (u.props = void 0), u.dynamicItems && (u.items = void 0);
  let r = t, o = !0, m = t;
  if (s && typeof s == "object" && !Array.isArray(s)) {
    let n;
    if (s.extends === void 0 && (n = "extends")) {
      let a = {};
      e === null ? e = [a] : e.push(a), t++;
    } else if (s.extends !== void 0 && !Array.isArray(s.extends)) {
      let a = {};
      e === null ? e = [a] : e.push(a), t++;
    }
  }
  var d = m === t;
  if (t = r, e !== null && (r ? e.length = r : e = null), !d) {
    let n = t;
    if (s && typeof s == "object" && !Array.isArray(s)) {
      if (s.nodes === void 0) {
        let l = { instancePath: i, schemaPath: "#/else/required", keyword: "required", params: { missingProperty: "nodes" }, message: "must have required property 'nodes'" };
        e === null ? e = [l] : e.push(l), t++;
      }
      if (s.nodes !== void 0) {
        let l = s.nodes;
        if (l && typeof l == "object" && !Array.isArray(l))
          for (let p in l) {
            let y = l[p];
            if (y && typeof y == "object" && !Array.isArray(y) && y.type === void 0) {
              let b = { instancePath: i + "/nodes/" + p.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/else/properties/nodes/additionalProperties/required", keyword: "required", params: { missingProperty: "type" }, message: "must have required property 'type'" };
              e === null ? e = [b] : e.push(b), t++;
            }
          }
      }
      if (s.assets !== void 0) {
        let l = s.assets;
        if (l && typeof l == "object" && !Array.isArray(l))
          for (let p in l) {
            let y = l[p];
            if (y && typeof y == "object" && !Array.isArray(y)) {
              if (y.type === void 0) {
                let b = { instancePath: i + "/assets/" + p.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/else/properties/assets/additionalProperties/required", keyword: "required", params: { missingProperty: "type" }, message: "must have required property 'type'" };
                e === null ? e = [b] : e.push(b), t++;
              }
              if (y.scope === void 0) {
                let b = { instancePath: i + "/assets/" + p.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/else/properties/assets/additionalProperties/required", keyword: "required", params: { missingProperty: "scope" }, message: "must have required property 'scope'" };
                e === null ? e = [b] : e.push(b), t++;
              }
            }
          }
      }
      if (s.input !== void 0) {
        let l = s.input;
        if (l && typeof l == "object" && !Array.isArray(l))
          for (let p in l) {
            let y = l[p];
            if (y && typeof y == "object" && !Array.isArray(y) && y.type === void 0) {
              let b = { instancePath: i + "/input/" + p.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/else/properties/input/additionalProperties/required", keyword: "required", params: { missingProperty: "type" }, message: "must have required property 'type'" };
              e === null ? e = [b] : e.push(b), t++;
            }
          }
      }
    }
    var d = n === t;
    if (o = d, o) {
      var g = {};
      g.nodes = !0, g.assets = !0, g.input = !0, g.extends = !0;
    }
  }
  if (!o) {
    let n = { instancePath: i, schemaPath: "#/if", keyword: "if", params: { failingKeyword: "else" }, message: 'must match "else" schema' };
    e === null ? e = [n] : e.push(n), t++;
  }
  if (s && typeof s == "object" && !Array.isArray(s)) {
    for (let n in s)
      if (!(n === "$schema" || n === "id" || n === "description" || n === "extends" || n === "input" || n === "assets" || n === "nodes")) {
        let a = { instancePath: i, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: n }, message: "must NOT have additional properties" };
        e === null ? e = [a] : e.push(a), t++;
      }
    if (s.$schema !== void 0 && typeof s.$schema != "string") {
      let n = { instancePath: i + "/$schema", schemaPath: "#/properties/%24schema/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [n] : e.push(n), t++;
    }
    if (s.id !== void 0) {
      let n = s.id;
      if (typeof n == "string") {
        if (!He.test(n)) {
          let a = { instancePath: i + "/id", schemaPath: "#/properties/id/pattern", keyword: "pattern", params: { pattern: "^[\\w\\-/#]+$" }, message: 'must match pattern "^[\\w\\-/#]+$"' };
          e === null ? e = [a] : e.push(a), t++;
        }
      } else {
        let a = { instancePath: i + "/id", schemaPath: "#/properties/id/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        e === null ? e = [a] : e.push(a), t++;
      }
    }
    if (s.description !== void 0 && typeof s.description != "string") {
      let n = { instancePath: i + "/description", schemaPath: "#/properties/description/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [n] : e.push(n), t++;
    }
    if (s.extends !== void 0) {
      let n = s.extends;
      if (Array.isArray(n)) {
        if (n.length < 1) {
          let l = { instancePath: i + "/extends", schemaPath: "#/properties/extends/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
          e === null ? e = [l] : e.push(l), t++;
        }
        let a = n.length;
        for (let l = 0; l < a; l++) {
          let p = n[l];
          if (typeof p == "string") {
            if (he(p) < 1) {
              let y = { instancePath: i + "/extends/" + l, schemaPath: "#/properties/extends/items/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              e === null ? e = [y] : e.push(y), t++;
            }
          } else {
            let y = { instancePath: i + "/extends/" + l, schemaPath: "#/properties/extends/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            e === null ? e = [y] : e.push(y), t++;
          }
        }
      } else {
        let a = { instancePath: i + "/extends", schemaPath: "#/properties/extends/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        e === null ? e = [a] : e.push(a), t++;
      }
    }
    if (s.input !== void 0) {
      let n = s.input;
      if (n && typeof n == "object" && !Array.isArray(n)) {
        for (let a in n) {
          let l = t, p = t, y = t;
          if (!(a === "assets" || a === "input" || a === "meta" || a === "tube")) {
            let b = {};
            e === null ? e = [b] : e.push(b), t++;
          }
          var f = y === t;
          if (f) {
            let b = { instancePath: i + "/input", schemaPath: "#/$defs/Id/not", keyword: "not", params: {}, message: "must NOT be valid", propertyName: a };
            e === null ? e = [b] : e.push(b), t++;
          } else
            t = p, e !== null && (p ? e.length = p : e = null);
          if (typeof a == "string") {
            if (!ae.test(a)) {
              let b = { instancePath: i + "/input", schemaPath: "#/$defs/Id/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_$][\\w$]*$" }, message: 'must match pattern "^[A-Za-z_$][\\w$]*$"', propertyName: a };
              e === null ? e = [b] : e.push(b), t++;
            }
          } else {
            let b = { instancePath: i + "/input", schemaPath: "#/$defs/Id/type", keyword: "type", params: { type: "string" }, message: "must be string", propertyName: a };
            e === null ? e = [b] : e.push(b), t++;
          }
          var c = l === t;
          if (!c) {
            let b = { instancePath: i + "/input", schemaPath: "#/properties/input/propertyNames", keyword: "propertyNames", params: { propertyName: a }, message: "property name must be valid" };
            e === null ? e = [b] : e.push(b), t++;
          }
        }
        for (let a in n) {
          let l = n[a];
          if (l && typeof l == "object" && !Array.isArray(l)) {
            for (let p in l)
              if (!(p === "type" || p === "scope" || p === "default" || p === "required" || p === "description")) {
                let y = { instancePath: i + "/input/" + a.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/$defs/Input/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: p }, message: "must NOT have additional properties" };
                e === null ? e = [y] : e.push(y), t++;
              }
            if (l.type !== void 0 && typeof l.type != "string") {
              let p = { instancePath: i + "/input/" + a.replace(/~/g, "~0").replace(/\//g, "~1") + "/type", schemaPath: "#/$defs/Input/properties/type/type", keyword: "type", params: { type: "string" }, message: "must be string" };
              e === null ? e = [p] : e.push(p), t++;
            }
            if (l.scope !== void 0) {
              let p = l.scope;
              if (!(p === "tube" || p === "process")) {
                let y = { instancePath: i + "/input/" + a.replace(/~/g, "~0").replace(/\//g, "~1") + "/scope", schemaPath: "#/$defs/Input/properties/scope/enum", keyword: "enum", params: { allowedValues: Ce.properties.scope.enum }, message: "must be equal to one of the allowed values" };
                e === null ? e = [y] : e.push(y), t++;
              }
            }
            if (l.required !== void 0 && typeof l.required != "boolean") {
              let p = { instancePath: i + "/input/" + a.replace(/~/g, "~0").replace(/\//g, "~1") + "/required", schemaPath: "#/$defs/Input/properties/required/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
              e === null ? e = [p] : e.push(p), t++;
            }
            if (l.description !== void 0 && typeof l.description != "string") {
              let p = { instancePath: i + "/input/" + a.replace(/~/g, "~0").replace(/\//g, "~1") + "/description", schemaPath: "#/$defs/Input/properties/description/type", keyword: "type", params: { type: "string" }, message: "must be string" };
              e === null ? e = [p] : e.push(p), t++;
            }
          } else {
            let p = { instancePath: i + "/input/" + a.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/$defs/Input/type", keyword: "type", params: { type: "object" }, message: "must be object" };
            e === null ? e = [p] : e.push(p), t++;
          }
        }
      } else {
        let a = { instancePath: i + "/input", schemaPath: "#/properties/input/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        e === null ? e = [a] : e.push(a), t++;
      }
    }
    if (s.assets !== void 0) {
      let n = s.assets;
      if (n && typeof n == "object" && !Array.isArray(n)) {
        for (let a in n) {
          let l = t, p = t, y = t;
          if (!(a === "assets" || a === "input" || a === "meta" || a === "tube")) {
            let b = {};
            e === null ? e = [b] : e.push(b), t++;
          }
          var $ = y === t;
          if ($) {
            let b = { instancePath: i + "/assets", schemaPath: "#/$defs/Id/not", keyword: "not", params: {}, message: "must NOT be valid", propertyName: a };
            e === null ? e = [b] : e.push(b), t++;
          } else
            t = p, e !== null && (p ? e.length = p : e = null);
          if (typeof a == "string") {
            if (!ae.test(a)) {
              let b = { instancePath: i + "/assets", schemaPath: "#/$defs/Id/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_$][\\w$]*$" }, message: 'must match pattern "^[A-Za-z_$][\\w$]*$"', propertyName: a };
              e === null ? e = [b] : e.push(b), t++;
            }
          } else {
            let b = { instancePath: i + "/assets", schemaPath: "#/$defs/Id/type", keyword: "type", params: { type: "string" }, message: "must be string", propertyName: a };
            e === null ? e = [b] : e.push(b), t++;
          }
          var h = l === t;
          if (!h) {
            let b = { instancePath: i + "/assets", schemaPath: "#/properties/assets/propertyNames", keyword: "propertyNames", params: { propertyName: a }, message: "property name must be valid" };
            e === null ? e = [b] : e.push(b), t++;
          }
        }
        for (let a in n)
          Q(n[a], { instancePath: i + "/assets/" + a.replace(/~/g, "~0").replace(/\//g, "~1"), parentData: n, parentDataProperty: a, rootData: k, dynamicAnchors: w }) || (e = e === null ? Q.errors : e.concat(Q.errors), t = e.length);
      } else {
        let a = { instancePath: i + "/assets", schemaPath: "#/properties/assets/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        e === null ? e = [a] : e.push(a), t++;
      }
    }
    if (s.nodes !== void 0) {
      let n = s.nodes;
      if (n && typeof n == "object" && !Array.isArray(n)) {
        for (let a in n) {
          let l = t, p = t, y = t;
          if (!(a === "assets" || a === "input" || a === "meta" || a === "tube")) {
            let b = {};
            e === null ? e = [b] : e.push(b), t++;
          }
          var v = y === t;
          if (v) {
            let b = { instancePath: i + "/nodes", schemaPath: "#/$defs/Id/not", keyword: "not", params: {}, message: "must NOT be valid", propertyName: a };
            e === null ? e = [b] : e.push(b), t++;
          } else
            t = p, e !== null && (p ? e.length = p : e = null);
          if (typeof a == "string") {
            if (!ae.test(a)) {
              let b = { instancePath: i + "/nodes", schemaPath: "#/$defs/Id/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_$][\\w$]*$" }, message: 'must match pattern "^[A-Za-z_$][\\w$]*$"', propertyName: a };
              e === null ? e = [b] : e.push(b), t++;
            }
          } else {
            let b = { instancePath: i + "/nodes", schemaPath: "#/$defs/Id/type", keyword: "type", params: { type: "string" }, message: "must be string", propertyName: a };
            e === null ? e = [b] : e.push(b), t++;
          }
          var A = l === t;
          if (!A) {
            let b = { instancePath: i + "/nodes", schemaPath: "#/properties/nodes/propertyNames", keyword: "propertyNames", params: { propertyName: a }, message: "property name must be valid" };
            e === null ? e = [b] : e.push(b), t++;
          }
        }
        for (let a in n)
          ee(n[a], { instancePath: i + "/nodes/" + a.replace(/~/g, "~0").replace(/\//g, "~1"), parentData: n, parentDataProperty: a, rootData: k, dynamicAnchors: w }) || (e = e === null ? ee.errors : e.concat(ee.errors), t = e.length);
      } else {
        let a = { instancePath: i + "/nodes", schemaPath: "#/properties/nodes/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        e === null ? e = [a] : e.push(a), t++;
      }
    }
  } else {
    let n = { instancePath: i, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = [n] : e.push(n), t++;
  }
  return le.errors = e, t === 0;
}
le.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
export {
  Je as validatePipeline,
  Ye as validateRecipe,
  Qe as validateTube
};
