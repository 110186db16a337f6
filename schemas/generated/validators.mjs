// Made by recipes/schema-types/generate.ts from pipeline.schema.json, recipe.schema.json, tube.schema.json; do not edit.
var Ye = (s, i) => () => {
  try {
    return i || s((i = { exports: {} }).exports, i), i.exports;
  } catch (x) {
    throw i = 0, x;
  }
};

// node_modules/ajv/dist/runtime/ucs2length.js
var Me = Ye((ve) => {
  "use strict";
  Object.defineProperty(ve, "__esModule", { value: !0 });
  function We(s) {
    let i = s.length, x = 0, $ = 0, k;
    for (; $ < i; )
      x++, k = s.charCodeAt($++), k >= 55296 && k <= 56319 && $ < i && (k = s.charCodeAt($), (k & 64512) === 56320 && $++);
    return x;
  }
  ve.default = We;
  We.code = 'require("ajv/dist/runtime/ucs2length").default';
});

// <stdin>
var At = ke, Fe = { $schema: "https://json-schema.org/draft/2020-12/schema", $id: "https://pipe-build.dev/schemas/pipeline.schema.json", title: "Pipeline file", description: "A `pipeline.yaml`: tasks that turn members of some repositories into members of others, and what they share. Every path in it is relative to the file's own folder.", type: "object", properties: { $schema: { title: "JSON Schema", description: "The schema of this file, for editors; pipe does not look at it.", type: "string", examples: ["./schemas/pipeline.schema.json"] }, name: { title: "Name", description: "What the pipeline is called in reports and in `PIPE_PIPELINE`. By default the name of its folder.", type: "string", pattern: "^[A-Za-z0-9][A-Za-z0-9_.-]*$", examples: ["books"] }, description: { title: "Description", description: "What the pipeline is for, for people.", type: "string", examples: ["Reports on every book"] }, include: { title: "Included files", description: "Other pipeline files whose tasks, repositories, parameters, quotas and variables become part of this one. Their paths stay relative to their own folder.", type: "array", items: { $ref: "#/$defs/include" }, examples: [["./ocr.pipeline.yaml", { path: "./maps.pipeline.yaml", as: "maps" }]] }, params: { title: "Parameters", description: "Values that templates of this file's own tasks may name, with their defaults. `--param NAME=VALUE` replaces one; its text is read as the type of the default.", type: "object", propertyNames: { $ref: "#/$defs/identifier" }, additionalProperties: { title: "Parameter", description: "The default value, which also gives the type; or a secret, which is taken from a variable and shown nowhere.", type: ["string", "number", "boolean", "object"], properties: { secret: { title: "Secret", description: "Its value is never shown, nor kept: where it would be read, `***` stands.", const: !0, examples: [!0] }, env: { title: "Variable", description: "The environment variable that holds the value, where pipe is called. Jobs get it only through the parameter.", type: "string", pattern: "^[A-Za-z_][A-Za-z0-9_]*$", examples: ["API_TOKEN"] } }, required: ["secret", "env"], additionalProperties: !1, examples: ["en", 80, !0, { secret: !0, env: "API_TOKEN" }] }, examples: [{ language: "en", width: 80, token: { secret: !0, env: "API_TOKEN" } }] }, env: { title: "Variables that count", description: "Environment variables, or `PREFIX*`, that are let through to every job and are part of its definition: a changed value runs the jobs again.", type: "array", items: { $ref: "#/$defs/variablePattern" }, examples: [["LANG", "API_*"]] }, pass_env: { title: "Variables that do not count", description: "Environment variables, or `PREFIX*`, that are let through to every job without being part of its definition.", type: "array", items: { $ref: "#/$defs/variablePattern" }, examples: [["SSH_AUTH_SOCK"]] }, repositories: { title: "Repositories", description: "Keyed collections by name. A path written in a link makes one without a name.", type: "object", propertyNames: { $ref: "#/$defs/plainName" }, additionalProperties: { $ref: "#/$defs/repository" }, examples: [{ books: { type: "file", path: "books/{key}.txt" } }] }, assets: { title: "Assets", description: "Live objects, such as connections, that tasks of the kinds `function` and `tube` are handed. Each is opened at its first use, in the one process that runs the jobs which use any, and closed at the end, the last opened first.", type: "object", propertyNames: { $ref: "#/$defs/identifier" }, additionalProperties: { $ref: "#/$defs/asset" }, examples: [{ db: { type: "./db.ts#openDb", params: { path: "books.db" } } }] }, quotas: { title: "Quota pools", description: "Limits by the name of their pool. Jobs draw on `main` unless their `quota:` names another `pool:`.", type: "object", propertyNames: { $ref: "#/$defs/plainName" }, additionalProperties: { $ref: "#/$defs/pool" }, examples: [{ main: { cpu: 4, memory: "8Gi", launches: "100/min" } }] }, tasks: { title: "Tasks", description: "What is done, by name. A name has letters, digits, `_`, `-` and `.`.", type: "object", propertyNames: { $ref: "#/$defs/taskName" }, additionalProperties: { $ref: "#/$defs/task" }, examples: [{ count: { inputs: { book: "books/{key}.txt" }, outputs: { count: "build/counts/{key}.txt" }, run: "wc -w < {{ book }} > {{ count }}" } }] } }, patternProperties: { "^x-": { title: "Extension", description: "Anything; pipe does not look at it. A place for YAML anchors.", examples: [{ cpu: 1 }] } }, additionalProperties: !1, $defs: { identifier: { title: "Identifier", description: "A name that templates can use.", type: "string", pattern: "^[A-Za-z_][A-Za-z0-9_-]*$", $comment: "a letter or `_`, then letters, digits, `_` or `-`", examples: ["book"] }, linkName: { title: "Name of a link", description: "A name that templates can use; in a namespace of a recipe's ports with the namespace before it, `NAMESPACE.PORT`.", type: "string", pattern: "^[A-Za-z_][A-Za-z0-9_-]*(\\.[A-Za-z_][A-Za-z0-9_-]*)*$", $comment: "a letter or `_`, then letters, digits, `_` or `-`; with dots between several", examples: ["book", "sources.main"] }, plainName: { title: "Plain name", description: "A name without dots or slashes, so that it cannot be taken for a path.", type: "string", pattern: "^[A-Za-z_][A-Za-z0-9_-]*$", $comment: "a letter or `_`, then letters, digits, `_` or `-`", examples: ["books"] }, taskName: { title: "Task name", description: "Names the task in targets and reports.", type: "string", pattern: "^[A-Za-z0-9_][A-Za-z0-9_.-]*$", $comment: "letters, digits, `_`, `-` and `.`, not starting with `-` or `.`", examples: ["report"] }, variablePattern: { title: "Variable", description: "The name of an environment variable, or the start of several with `*`.", type: "string", pattern: "^[A-Za-z_][A-Za-z0-9_]*\\*?$", $comment: "a variable's name, or `PREFIX*`", examples: ["LANG", "API_*"] }, asset: { title: "Asset", description: "A live object.", type: "object", properties: { type: { title: "Type", description: "What makes it, `MODULE#EXPORT`: a class (closed by `Symbol.asyncDispose` or `Symbol.dispose`), a function, a generator function (set-up, `yield` the object, tear-down), a class that extends `Asset`, or what `defineAsset` gives.", type: "string", pattern: "^.+#.+$", $comment: "a module, `#` and the name of its export", examples: ["./db.ts#openDb"] }, params: { title: "Parameters", description: "Its arguments by their names. A text may be a template over the pipeline's parameters.", type: "object", additionalProperties: { title: "Value", description: "Any value.", examples: ["books.db"] }, examples: [{ path: "books.db" }] } }, required: ["type"], additionalProperties: !1, examples: [{ type: "./db.ts#openDb", params: { path: "books.db" } }] }, include: { title: "Include", description: "A pipeline file, or with `as:` the prefix that its names get.", type: ["string", "object"], properties: { path: { title: "Path", description: "The file, relative to this one.", type: "string", examples: ["./maps.pipeline.yaml"] }, as: { title: "Prefix", description: "Its tasks, repositories, parameters and pools are then called `PREFIX.NAME`. Inside the file the short names still hold.", $ref: "#/$defs/plainName", examples: ["maps"] } }, required: ["path"], additionalProperties: !1, examples: ["./ocr.pipeline.yaml", { path: "./maps.pipeline.yaml", as: "maps" }] }, repositoryRef: { title: "Repository reference", description: "A repository's name, or a path, which has `/`, `.`, `{` or `*` in it. A path that ends in `/` is a directory.", type: "string", examples: ["books", "books/{key}.txt", "./stopwords.txt"] }, repository: { title: "Repository", description: "A keyed collection.", type: "object", discriminator: { propertyName: "type" }, required: ["type"], oneOf: [{ $ref: "#/$defs/fileRepository" }, { $ref: "#/$defs/directoryRepository" }, { $ref: "#/$defs/recordRepository" }, { $ref: "#/$defs/compressedRepository" }, { $ref: "#/$defs/tarRepository" }, { $ref: "#/$defs/treeRepository" }, { $ref: "#/$defs/memoryRepository" }, { $ref: "#/$defs/setRepository" }, { $ref: "#/$defs/unlessRepository" }, { $ref: "#/$defs/filterRepository" }, { $ref: "#/$defs/mapRepository" }, { $ref: "#/$defs/relatedRepository" }, { $ref: "#/$defs/fallbackRepository" }], examples: [{ type: "file", path: "books/{key}.txt" }] }, fileRepository: { title: "File repository", description: "Every file whose path matches is a member; a template sees its path.", type: "object", properties: { type: { title: "Kind", description: "Files.", const: "file", examples: ["file"] }, path: { $ref: "#/$defs/pathPattern" }, accept_strays: { $ref: "#/$defs/acceptStrays" }, keep: { $ref: "#/$defs/keep" } }, required: ["type", "path"], additionalProperties: !1, examples: [{ type: "file", path: "books/{key}.txt" }] }, directoryRepository: { title: "Directory repository", description: "Every folder whose path matches is a member, with all that is in it.", type: "object", properties: { type: { title: "Kind", description: "Folders.", const: "directory", examples: ["directory"] }, path: { $ref: "#/$defs/pathPattern" }, discard_empty: { title: "Discard empty", description: "An empty folder is no member.", type: "boolean", default: !1, examples: [!0] }, accept_strays: { $ref: "#/$defs/acceptStrays" }, keep: { $ref: "#/$defs/keep" } }, required: ["type", "path"], additionalProperties: !1, examples: [{ type: "directory", path: "build/sites/{key}" }] }, recordRepository: { title: "Record repository", description: "Every file that matches holds one record; a template sees its fields. Its order of keys, comments and white space do not count.", type: "object", properties: { type: { title: "Kind", description: "The language of the records.", enum: ["yaml", "json"], examples: ["yaml"] }, path: { $ref: "#/$defs/pathPattern" }, schema: { $ref: "#/$defs/recordSchema" }, accept_strays: { $ref: "#/$defs/acceptStrays" }, keep: { $ref: "#/$defs/keep" } }, required: ["type", "path"], additionalProperties: !1, examples: [{ type: "yaml", path: "authors/{key}.yaml", schema: "./author.schema.json" }] }, compressedRepository: { title: "Compressed repository", description: "Files that lie compressed. A job reads and writes plain files, without the `.gz` or `.zst` of the path; pipe compresses what it made and expands what it reads. Only the plain content counts, so compressing a file again is no change.", type: "object", properties: { type: { title: "Kind", description: "Compressed files.", const: "compressed", examples: ["compressed"] }, path: { $ref: "#/$defs/pathPattern" }, codec: { title: "Codec", description: "How members are compressed when they are written: by default as the path ends, `.gz` or `.zst`. What is read may be either.", enum: ["gzip", "zstd"], examples: ["zstd"] }, accept_strays: { $ref: "#/$defs/acceptStrays" }, keep: { $ref: "#/$defs/keep" } }, required: ["type", "path"], additionalProperties: !1, examples: [{ type: "compressed", path: "build/pages/{key}.html.gz" }] }, tarRepository: { title: "Tar repository", description: "Folders that lie as one archive each. A job reads and writes a folder, without the `.tar`, `.tar.gz`, `.tgz` or `.tar.zst` of the path. What it holds counts as in a directory repository: names, contents, links and executable bits.", type: "object", properties: { type: { title: "Kind", description: "Archives of folders.", const: "tar", examples: ["tar"] }, path: { $ref: "#/$defs/pathPattern" }, codec: { title: "Codec", description: "How archives are compressed when they are written: by default as the path ends, so a `.tar` is not. What is read may be any.", enum: ["gzip", "zstd"], examples: ["zstd"] }, accept_strays: { $ref: "#/$defs/acceptStrays" }, keep: { $ref: "#/$defs/keep" } }, required: ["type", "path"], additionalProperties: !1, examples: [{ type: "tar", path: "build/sites/{key}.tar.gz" }] }, treeRepository: { title: "Tree repository", description: "Folders that lie as a record of what they hold, with the content of every file stored once under its SHA-256, however many folders have it. A job reads and writes a folder, without the `.tree.json`, `.tree` or `.json` of the path.", type: "object", properties: { type: { title: "Kind", description: "Folders with shared contents.", const: "tree", examples: ["tree"] }, path: { $ref: "#/$defs/pathPattern" }, blobs: { title: "Blobs", description: "The folder of the contents, by default `.blobs` in the folder that the path starts with. It belongs to this pipeline: contents that no tree of it names are removed.", type: "string", pattern: "^[^{}*]+$", examples: ["build/blobs"] }, accept_strays: { $ref: "#/$defs/acceptStrays" }, keep: { $ref: "#/$defs/keep" } }, required: ["type", "path"], additionalProperties: !1, examples: [{ type: "tree", path: "build/snapshots/{key}.tree.json" }] }, memoryRepository: { title: "Memory repository", description: "Records that live as long as the build: made when a consumer needs them, gone afterwards.", type: "object", properties: { type: { title: "Kind", description: "Memory.", const: "memory", examples: ["memory"] }, schema: { $ref: "#/$defs/recordSchema" }, accept_strays: { $ref: "#/$defs/acceptStrays" } }, required: ["type"], additionalProperties: !1, examples: [{ type: "memory" }] }, setRepository: { title: "And, or", description: "The keys that all (`and`) or any (`or`) of the named repositories have; a value has one field for each of them.", type: "object", properties: { type: { title: "Kind", description: "All of them, or any.", enum: ["and", "or"], examples: ["and"] }, of: { title: "Of", description: "The repositories, by the name that their part of the value gets.", type: "object", minProperties: 1, propertyNames: { $ref: "#/$defs/identifier" }, additionalProperties: { $ref: "#/$defs/repositoryRef" }, examples: [{ book: "books", author: "authors" }] } }, required: ["type", "of"], additionalProperties: !1, examples: [{ type: "and", of: { book: "books", author: "authors" } }] }, unlessRepository: { title: "Unless", description: "The members of one repository whose key another does not have.", type: "object", properties: { type: { title: "Kind", description: "Difference.", const: "unless", examples: ["unless"] }, of: { title: "Of", description: "Where the members come from.", $ref: "#/$defs/repositoryRef", examples: ["books"] }, unless: { title: "Unless", description: "Whose keys are left out.", $ref: "#/$defs/repositoryRef", examples: ["banned"] } }, required: ["type", "of", "unless"], additionalProperties: !1, examples: [{ type: "unless", of: "books", unless: "banned" }] }, filterRepository: { title: "Filter", description: "The members of one repository for which a condition holds.", type: "object", properties: { type: { title: "Kind", description: "Filter.", const: "filter", examples: ["filter"] }, of: { title: "Of", description: "Where the members come from.", $ref: "#/$defs/repositoryRef", examples: ["books"] }, where: { $ref: "#/$defs/condition" }, allow_deletes: { $ref: "#/$defs/allowDeletes" } }, required: ["type", "of", "where"], additionalProperties: !1, examples: [{ type: "filter", of: "books", where: "size > 100000" }] }, mapRepository: { title: "Map", description: "The members of one repository with another value.", type: "object", properties: { type: { title: "Kind", description: "Map.", const: "map", examples: ["map"] }, of: { title: "Of", description: "Where the members come from.", $ref: "#/$defs/repositoryRef", examples: ["authors"] }, value: { title: "Value", description: "A template of the new value, over `key`, the fields, `path`, `size` and the record.", type: "string", examples: ["{{ name }} ({{ born }})"] }, function: { title: "Function", description: "In place of `value`: a function of `{ key, value, path }` that returns the new value, as JSON. It runs in a thread of pipe whenever a member is another, so it should be quick and look at nothing else.", $ref: "#/$defs/functionRef", examples: ["./title.ts#title"] }, where: { $ref: "#/$defs/condition" }, allow_deletes: { $ref: "#/$defs/allowDeletes" } }, required: ["type", "of"], additionalProperties: !1, examples: [{ type: "map", of: "authors", value: "{{ name }}" }] }, relatedRepository: { title: "Related", description: "Members of one repository under other keys: the record that `translator` has for a key is the key of the member.", type: "object", properties: { type: { title: "Kind", description: "Related.", const: "related", examples: ["related"] }, of: { title: "Of", description: "Where the members come from.", $ref: "#/$defs/repositoryRef", examples: ["authors"] }, translator: { title: "Translator", description: "Gives for each key the key of the related member.", $ref: "#/$defs/repositoryRef", examples: ["author_of"] }, allow_deletes: { $ref: "#/$defs/allowDeletes" } }, required: ["type", "of", "translator"], additionalProperties: !1, examples: [{ type: "related", of: "authors", translator: "author_of" }] }, fallbackRepository: { title: "Fallback", description: "The members of one repository, and of another those whose key the first does not have. A task may write it: what the first refuses, such as a record that does not satisfy its schema, goes to the other.", type: "object", properties: { type: { title: "Kind", description: "Fallback.", const: "fallback", examples: ["fallback"] }, of: { title: "Of", description: "Read and written first.", $ref: "#/$defs/repositoryRef", examples: ["records"] }, fallback: { title: "Fallback", description: "Has the rest.", $ref: "#/$defs/repositoryRef", examples: ["raw"] } }, required: ["type", "of", "fallback"], additionalProperties: !1, examples: [{ type: "fallback", of: "records", fallback: "raw" }] }, pathPattern: { title: "Path", description: "`{name}` stands for a part of one segment, `{name**}` for any number of segments; the fields joined by `/` are the key. A path without fields has one member.", type: "string", examples: ["books/{key}.txt", "build/pages/{book}/{page}.txt"] }, acceptStrays: { title: "Accept strays", description: "Where a task writes the repository: files that no job made are members too, and a job does not overwrite one.", type: "boolean", default: !1, examples: [!0] }, keep: { title: "Keep", description: "`needed`: a member is made only when a job that must run reads it, and removed after the last one.", enum: ["always", "needed"], default: "always", examples: ["needed"] }, recordSchema: { title: "Schema", description: "A JSON Schema file (JSON or YAML) that every record must satisfy.", type: "string", examples: ["./author.schema.json"] }, condition: { title: "Condition", description: "A Liquid condition over `key`, the fields, `path`, `size` and the record.", type: "string", examples: ["size > 100000"] }, allowDeletes: { title: "Allow deletes", description: "Deleting a member deletes the one behind it.", type: "boolean", default: !1, examples: [!0] }, quantity: { title: "Quantity", description: "A number, or one with a suffix as in Kubernetes: n u m k M G T P E, or Ki Mi Gi Ti Pi Ei.", type: ["number", "string"], minimum: 0, pattern: "^\\+?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+|[numkKMGTPE]|[KMGTPE]i)?$", $comment: "a number, or one with a suffix such as `500m`, `1.5G` or `8Gi`", examples: [1, "500m", "8Gi"] }, amount: { title: "Quantity", description: "A quantity, or a share of what the whole pool has of it, such as `50%`.", type: ["number", "string"], minimum: 0, pattern: "^(\\+?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+|[numkKMGTPE]|[KMGTPE]i)?|[0-9]+(\\.[0-9]+)?%)$", $comment: "a number, one with a suffix such as `500m` or `8Gi`, or a share such as `50%`", examples: [1, "500m", "8Gi", "50%"] }, duration: { title: "Duration", description: "Numbers with the units ms, s, m, h, d, one after the other; a plain number is seconds.", type: ["string", "number"], exclusiveMinimum: 0, pattern: "^([0-9]+(\\.[0-9]+)?(ms|s|m|h|d))+$", $comment: "a duration such as `500ms`, `10m` or `1h30m`, or a number of seconds", examples: ["10m", "1h30m", "500ms"] }, pool: { title: "Quota pool", description: "How much the jobs that run at one time may take together.", type: "object", properties: { cpu: { title: "CPU", description: "Cores.", $ref: "#/$defs/quantity", examples: [4] }, memory: { title: "Memory", description: "Bytes.", $ref: "#/$defs/quantity", examples: ["8Gi"] }, launches: { title: "Launches", description: "How many jobs may start in a window of time: a number, `/`, and `s`, `min`, `h`, `d` or a duration. `100/min` lets 100 start within any minute; those that an earlier call of pipe started count too.", type: "string", pattern: "^0*[1-9][0-9]*/(s|sec|min|m|h|d|[0-9].*)$", $comment: "a number of launches per window, such as `100/min` or `5/10s`", examples: ["100/min", "5/10s"] } }, propertyNames: { $ref: "#/$defs/plainName" }, additionalProperties: { title: "Named unit", description: "Any other thing that there is only so much of.", $ref: "#/$defs/quantity", examples: [2] }, examples: [{ cpu: 4, memory: "8Gi", launches: "100/min", licences: 2 }] }, quota: { title: "Quota", description: "What one job takes of its pool while it runs: amounts by their unit. A text such as `50%` is that share of all that the pool `main` has.", type: ["object", "string"], pattern: "^[0-9]+(\\.[0-9]+)?%$", $comment: "amounts by their unit, or a share of the pool such as `50%`", properties: { pool: { title: "Pool", description: "The pool that it draws on.", type: "string", default: "main", examples: ["main"] }, cpu: { title: "CPU", description: "Cores.", $ref: "#/$defs/amount", examples: [1] }, memory: { title: "Memory", description: "Bytes.", $ref: "#/$defs/amount", examples: ["500Mi"] } }, propertyNames: { $ref: "#/$defs/plainName" }, additionalProperties: { title: "Named unit", description: "Any other unit of the pool.", $ref: "#/$defs/amount", examples: [1] }, examples: [{ cpu: 1, memory: "500Mi" }, { cpu: "50%" }, "100%"] }, pathKind: { title: "Kind of an inline path", description: "What a path written here names. By default a file, or with a `/` at its end a directory.", enum: ["file", "directory", "yaml", "json", "compressed", "tar", "tree"], examples: ["yaml"] }, memberKey: { title: "Key", description: "Which member: a key with the job's fields in braces, or `link.field` for the key that stands in another link's record.", type: "string", examples: ["{book}", "book.author"] }, memberKeys: { title: "Keys", description: "Which members: a pattern of keys with the job's fields in braces and `*` or `**` for the rest. For an output also `digest`: the key is the digest of the content.", type: "string", examples: ["{key}/*", "*"] }, input: { title: "Input", description: "What a job reads, and what counts for whether it is up to date: a repository, or with details.", type: ["string", "object"], properties: { from: { title: "From", description: "The repository or path.", $ref: "#/$defs/repositoryRef", examples: ["authors"] }, type: { $ref: "#/$defs/pathKind" }, key: { $ref: "#/$defs/memberKey" }, keys: { $ref: "#/$defs/memberKeys" }, min: { title: "Least number", description: "Of several members: how many there must be at least.", type: "integer", minimum: 0, default: 1, examples: [0] }, required_for_start: { title: "Required for start", description: "Whether a job needs it to be there.", type: "boolean", default: !0, examples: [!1] } }, required: ["from"], additionalProperties: !1, examples: ["books", "books/{key}.txt", { from: "authors", key: "book.author" }] }, output: { title: "Output", description: "What a job writes: a repository, or with details.", type: ["string", "object"], properties: { to: { title: "To", description: "The repository or path.", $ref: "#/$defs/repositoryRef", examples: ["pages"] }, type: { $ref: "#/$defs/pathKind" }, key: { $ref: "#/$defs/memberKey" }, keys: { $ref: "#/$defs/memberKeys" }, in_place: { title: "In place", description: "The job writes the real path, not a staged one: for incremental tools, huge trees and formatters.", type: "boolean", default: !1, examples: [!0] }, required_for_success: { $ref: "#/$defs/requiredForSuccess" }, cokeyed: { $ref: "#/$defs/cokeyed" }, values: { $ref: "#/$defs/recordValues" } }, required: ["to"], additionalProperties: !1, examples: ["reports", "build/{key}.o", { to: "pages", keys: "{key}/*" }] }, link: { title: "Link", description: "The general form, with every disposition.", type: "object", properties: { repository: { title: "Repository", description: "The repository or path.", $ref: "#/$defs/repositoryRef", examples: ["banned"] }, type: { $ref: "#/$defs/pathKind" }, key: { $ref: "#/$defs/memberKey" }, keys: { $ref: "#/$defs/memberKeys" }, min: { title: "Least number", description: "Of several members: how many there must be at least.", type: "integer", minimum: 0, default: 1, examples: [0] }, in_place: { title: "In place", description: "An output that is written at its real path, not staged.", type: "boolean", default: !1, examples: [!0] }, is_input: { title: "Is input", description: "The job reads it, and a change runs the job again.", type: "boolean", default: !1, examples: [!0] }, is_output: { title: "Is output", description: "The job writes it; it is staged, checked and committed.", type: "boolean", default: !1, examples: [!0] }, is_status: { title: "Is status", description: "Written at every end of a job, also after a failure; never makes a job out of date.", type: "boolean", default: !1, examples: [!0] }, required_for_start: { title: "Required for start", description: "There is no job without it. By default as `is_input`.", type: "boolean", examples: [!0] }, inhibits_start: { title: "Inhibits start", description: "There is no job for a key that it has.", type: "boolean", default: !1, examples: [!0] }, required_for_output: { title: "Required for output", description: "A task plugged onto this one needs it. By default as `is_output`.", type: "boolean", examples: [!0] }, inhibits_output: { title: "Inhibits output", description: "A task plugged onto this one is held back by it.", type: "boolean", default: !1, examples: [!0] }, required_for_success: { $ref: "#/$defs/requiredForSuccess" }, cancels: { title: "Cancels", description: "While it has the member, the job does not start, and is killed if it runs. What the job made before stays; what waits for the job is blocked.", type: "boolean", default: !1, examples: [!0] }, cokeyed: { $ref: "#/$defs/cokeyed" }, values: { $ref: "#/$defs/recordValues" } }, required: ["repository"], additionalProperties: !1, examples: [{ repository: "banned", inhibits_start: !0 }] }, requiredForSuccess: { title: "Required for success", description: "Of an output: whether a job that does not make it has failed; by default yes. Of any other link: tasks that read what this one makes also need this link's member; by default no.", type: "boolean", examples: [!1] }, cokeyed: { title: "Cokeyed", description: "The name of another output with `keys: digest`. What the job writes here under the name of a file that it writes there gets that file's key.", $ref: "#/$defs/identifier", examples: ["crash"] }, recordValues: { title: "Values", description: "Fields that each record made here gets where the job has not written them; lists are joined. Texts are templates over what the job's own texts may name.", type: "object", additionalProperties: { title: "Value", description: "Any value.", examples: ["{{ key }}"] }, examples: [{ found_by: "{{ task }}", book: "{{ key }}" }] }, plug: { title: "Plug", description: "A task whose outputs this one takes over as inputs: its name, or with details.", type: ["string", "object"], properties: { task: { title: "Task", description: "The task.", $ref: "#/$defs/taskName", examples: ["report"] }, outputs: { title: "Outputs", description: "Which of its outputs become inputs; by default all. The others still have to be there.", type: "array", items: { $ref: "#/$defs/identifier" }, examples: [["report"]] }, meta: { title: "Meta", description: "Whether its other links count too: one that is `required_for_output` is required here, one that is `inhibits_output` holds back.", type: "boolean", default: !0, examples: [!1] }, translator: { title: "Translator", description: "A repository of records that gives for each key of this task's jobs the key of the other's.", $ref: "#/$defs/repositoryRef", examples: ["author_of"] }, allow_deletes: { $ref: "#/$defs/allowDeletes" } }, required: ["task"], additionalProperties: !1, examples: ["report", { task: "report", outputs: ["report"] }] }, functionRef: { title: "Function", description: "An exported async function of a `.ts` or `.js` module: `path#export`, without `#` the default export. Its module and what that imports are part of the definition.", type: ["string", "object"], properties: { module: { title: "Module", description: "The module's file.", type: "string", examples: ["./count.ts"] }, export: { title: "Export", description: "The name of the export.", type: "string", default: "default", examples: ["countWords"] } }, required: ["module"], additionalProperties: !1, examples: ["./count.ts#countWords", { module: "./count.ts", export: "countWords" }] }, environment: { title: "Environment", description: "Variables that jobs get; the values are templates and part of the definition.", type: "object", propertyNames: { type: "string", pattern: "^[A-Za-z_][A-Za-z0-9_]*$", $comment: "letters, digits and `_`, not starting with a digit" }, additionalProperties: { title: "Value", description: "The value, a template.", type: ["string", "number", "boolean"], examples: ["1", "{{ language }}"] }, examples: [{ OMP_NUM_THREADS: "1" }] }, shell: { title: "Shell", description: "The shell of `run:` with its arguments. By default `/bin/sh -eu`.", type: "array", minItems: 1, items: { title: "Word", description: "The shell's path, or an argument.", type: "string", examples: ["bash"] }, examples: [["bash", "-euo", "pipefail"]] }, retry: { title: "Retry", description: "How often a failed job is tried again in the same build: a number of attempts, or with details.", type: ["integer", "object"], minimum: 1, properties: { attempts: { title: "Attempts", description: "How many in all; 1 is no retry.", type: "integer", minimum: 1, default: 3, examples: [3] }, backoff: { title: "Backoff", description: "The pause before the second attempt; it doubles each time.", $ref: "#/$defs/duration", default: "1s", examples: ["5s"] }, max_backoff: { title: "Longest backoff", description: "No pause is longer.", $ref: "#/$defs/duration", default: "5m", examples: ["5m"] }, on: { title: "On", description: "Which failures are tried again: exit statuses, names of exit codes, `timeout` for a timeout. Without it, any failure.", type: "array", minItems: 1, items: { title: "Failure", description: "An exit status, the name of an exit code, or `timeout`.", type: ["integer", "string"], pattern: "^(timeout|[A-Z][A-Z0-9_]*)$", minimum: 1, maximum: 255, $comment: "an exit status from 1 to 255, the name of an exit code, or `timeout`", examples: [75, "BUSY", "timeout"] }, examples: [[75, "BUSY", "timeout"]] } }, additionalProperties: !1, examples: [3, { attempts: 3, backoff: "5s" }] }, exitName: { title: "Name of an exit code", description: "A name for an exit status, in capital letters.", type: "string", pattern: "^[A-Z][A-Z0-9_]*$", $comment: "capital letters, digits and `_`, with a letter first", examples: ["NO_TEXT"] }, exitCodes: { title: "Exit codes", description: "Names and meanings of exit statuses: shown when a job ends with one, and what then becomes of it.", type: "object", propertyNames: { $ref: "#/$defs/exitName" }, additionalProperties: { title: "Exit code", description: "One exit status.", type: "object", properties: { status: { title: "Status", description: "The number.", type: "integer", minimum: 1, maximum: 255, examples: [3] }, message: { title: "Message", description: "What it means.", type: "string", examples: ["the book has no text"] }, ok: { title: "Counts as success", description: "The job succeeds with it as with 0: its outputs are checked and kept. Part of the definition.", type: "boolean", default: !1, examples: [!0] }, retry: { title: "Retry", description: "Whether `retry:` tries a job again that failed with it. `false` is for what another attempt cannot mend.", type: "boolean", default: !0, examples: [!1] }, invalidates_cache: { title: "Not to be reused", description: "Of a status that counts as success: the job is not up to date after it, and runs again in the next build. A failed job does so in any case.", type: "boolean", default: !1, examples: [!0] } }, required: ["status", "message"], additionalProperties: !1, examples: [{ status: 3, message: "the book has no text", retry: !1 }] }, examples: [{ NO_TEXT: { status: 3, message: "the book has no text", retry: !1 } }] }, readyWhen: { title: "Ready when", description: "When a service counts as ready; all of it has to hold. Without it a service is ready as soon as it is started.", type: "object", minProperties: 1, properties: { line: { title: "Line", description: "A regular expression that a line of what it prints fits.", type: "string", minLength: 1, examples: ["listening on .*:8080"] }, port: { title: "Port", description: "A TCP port of this machine that takes connections.", type: "integer", minimum: 1, maximum: 65535, examples: [8080] }, file: { title: "File", description: "A file, such as a socket, that is made or written anew.", type: "string", minLength: 1, examples: ["run/api.sock"] } }, additionalProperties: !1, examples: [{ port: 8080 }] }, task: { title: "Task", description: "What to do once per key. Exactly one of `use`, `run`, `exec`, `function` and `tube` says how.", type: "object", properties: { description: { title: "Description", description: "What the task does, for people.", type: "string", examples: ["Render each book's report"] }, use: { title: "Recipe", description: "A recipe's file, or the name of a built-in one.", type: "string", examples: ["./recipes/report.yaml", "compile-c"] }, run: { title: "Shell text", description: "A template of shell text. Values are quoted as the place needs.", type: "string", examples: ["wc -w < {{ book }} > {{ count }}"] }, exec: { title: "Command", description: "A program and its arguments, each a template, run without a shell.", type: "array", minItems: 1, items: { title: "Argument", description: "The program, or one argument.", type: "string", examples: ["{{ book }}"] }, examples: [["gzip", "-k", "{{ book }}"]] }, function: { $ref: "#/$defs/functionRef" }, tube: { title: "Tube", description: "A tube file; a job is one epoch of it. Inputs fill its process inputs by their names, `params` its other inputs, and the entries of its return are written to the outputs.", type: "string", examples: ["./words.tube.yaml"] }, assets: { title: "Assets", description: "Live objects of the pipeline's `assets:` that the function or tube is handed, by their names.", type: "array", items: { $ref: "#/$defs/identifier" }, examples: [["db"]] }, shell: { $ref: "#/$defs/shell" }, cwd: { title: "Working directory", description: "Where jobs run. By default the root pipeline's folder.", type: "string", examples: ["packages/site"] }, inputs: { title: "Inputs", description: "What jobs read, by the name that templates use.", type: "object", propertyNames: { $ref: "#/$defs/linkName" }, additionalProperties: { $ref: "#/$defs/input" }, examples: [{ book: "books/{key}.txt" }] }, outputs: { title: "Outputs", description: "What jobs write, by the name that templates use.", type: "object", propertyNames: { $ref: "#/$defs/linkName" }, additionalProperties: { $ref: "#/$defs/output" }, examples: [{ count: "build/counts/{key}.txt" }] }, links: { title: "Links", description: "Ties to repositories in the general form.", type: "object", propertyNames: { $ref: "#/$defs/linkName" }, additionalProperties: { $ref: "#/$defs/link" }, examples: [{ banned: { repository: "banned", inhibits_start: !0 } }] }, plug: { title: "Plug", description: "Tasks whose outputs this one takes over as inputs, together with what else their links ask of a consumer.", type: "array", minItems: 1, items: { $ref: "#/$defs/plug" }, examples: [["report", { task: "author", translator: "author_of" }]] }, params: { title: "Parameters", description: "Values for the recipe's parameters, or that this task's templates may name. A text may be a template over the pipeline's parameters.", type: "object", propertyNames: { $ref: "#/$defs/identifier" }, additionalProperties: { title: "Value", description: "Any value; a recipe checks it against the port.", examples: [80, "{{ language }}"] }, examples: [{ width: 80 }] }, env: { $ref: "#/$defs/environment" }, stdin: { title: "Standard input", description: "The repository that jobs read as standard input, or the name of one of the inputs.", $ref: "#/$defs/input", examples: ["books"] }, stdout: { title: "Standard output", description: "Where standard output goes: the name of one of the outputs, or a repository, which then is status.", $ref: "#/$defs/output", examples: ["report"] }, stderr: { title: "Standard error", description: "Where standard error goes: the name of one of the outputs, a repository, which then is status, or `stdout` for where standard output goes.", $ref: "#/$defs/output", examples: ["logs"] }, logs: { title: "Logs", description: "A repository that gets every job's log, also after a failure.", $ref: "#/$defs/output", examples: ["logs"] }, done: { title: "Done", description: "A repository that gets a record of every job's end: success, exit code, start and end time, whether it timed out or was cancelled, executor.", $ref: "#/$defs/output", examples: ["done"] }, live: { title: "Live", description: "A repository that has a record of every job while it runs. It belongs to pipe: what lies there when a build begins is removed.", $ref: "#/$defs/output", examples: ["live"] }, quota: { $ref: "#/$defs/quota" }, fallback_quota: { title: "Fallback quota", description: "What a job takes of the same pool when it is tried again after a failure, such as more memory.", $ref: "#/$defs/quota", examples: [{ cpu: 1, memory: "2Gi" }] }, priority: { title: "Priority", description: "Jobs of a higher one start first: a number, a template that renders as one, or a function that returns one. It is worked out when a job could start, and never makes a job out of date.", type: ["number", "string", "object"], pattern: "\\{[{%]", $comment: "a number, a template such as `{{ book.size }}`, or `{ function: MODULE#EXPORT }`", default: 0, properties: { function: { $ref: "#/$defs/functionRef" } }, required: ["function"], additionalProperties: !1, examples: [10, "{{ book.size }}", { function: "./rank.ts#rank" }] }, timeout: { title: "Timeout", description: "A job that runs longer is killed and fails. For a service: how long it may take until it is ready, by default 5m.", $ref: "#/$defs/duration", examples: ["10m"] }, retry: { $ref: "#/$defs/retry" }, rerun: { title: "Rerun", description: "When a job that succeeded runs again: when something changed, never while it is done, or in every build.", enum: ["changed", "once", "always"], default: "changed", examples: ["changed"] }, on_change: { title: "On change", description: "In a watch: what becomes of a job whose inputs change while it runs. Either way its result is dropped and it runs again: `queue` lets it end first, `restart` kills it at once.", enum: ["queue", "restart"], default: "queue", examples: ["restart"] }, failure_ok: { title: "Failure is ok", description: "Consumers start even after this task's job failed.", type: "boolean", default: !1, examples: [!0] }, service: { title: "Service", description: "The job is a process that stays, such as a server: it is started when a job that `needs` it must run, in a watch at once, and ended with the build or the watch. It has no outputs.", type: "boolean", default: !1, examples: [!0] }, ready_when: { $ref: "#/$defs/readyWhen" }, needs: { title: "Needs", description: "Services that have to be ready while this task's jobs run. What a service is started from counts as an input.", type: "array", items: { title: "Service", description: "The name of a task with `service: true`.", type: "string", examples: ["api"] }, uniqueItems: !0, examples: [["api"]] }, long_running: { title: "Long-running", description: "Jobs run for as long as they like, such as a fuzzer or a crawler: no consumer waits for them, they take no slot of other jobs, and to be ended by their `timeout` is their success.", type: "boolean", default: !1, examples: [!0] }, default: { title: "Default", description: "Whether a build without targets includes the task.", type: "boolean", default: !0, examples: [!1] }, disabled: { title: "Disabled", description: "The task is checked but never run, and owns nothing.", type: "boolean", default: !1, examples: [!0] }, tools: { title: "Tools", description: "Programs whose file's content is part of the definition.", type: "array", items: { title: "Tool", description: "A program's name on the PATH, or its path.", type: "string", examples: ["pandoc"] }, examples: [["pandoc"]] }, sources: { title: "Sources", description: "Further files, as globs, that every job of the task depends on; `!` takes out.", type: "array", items: { title: "Glob", description: "A path with `*` and `**`, or with `!` one that is left out.", type: "string", examples: ["templates/**"] }, examples: [["templates/**", "!templates/old/**"]] }, depfile: { title: "Depfile", description: "`make`: the job writes the files it read to `{{ depfile }}`, in Make's format; they count as inputs from then on.", enum: ["make", "none"], default: "none", examples: ["make"] }, max_concurrent: { title: "Most at once", description: "How many jobs of the task may run at once.", type: "integer", minimum: 1, examples: [2] }, replicable: { title: "Replicable", description: "A job may run several times at once as long as no other needs the room. `PIPE_REPLICA` and `REPLICA_ID` number its replicas from 0, and it succeeds when all of them have.", type: "boolean", default: !1, examples: [!0] }, max_replicas: { title: "Most replicas", description: "How many replicas of one job may run at once, the first included. By default as many as there is room for.", type: "integer", minimum: 1, examples: [4] }, priority_factor: { title: "Priority factor", description: "Replica `n` has the job's priority times this `n` times over, so that other jobs' replicas come before it.", type: "number", exclusiveMinimum: 0, maximum: 1, default: 1, examples: [0.5] }, priority_addend: { title: "Priority addend", description: "Replica `n` has the job's priority less `n` times this, before `priority_factor`.", type: "number", minimum: 0, default: 0, examples: [1] }, exit_codes: { $ref: "#/$defs/exitCodes" } }, additionalProperties: !1, oneOf: [{ required: ["use"] }, { required: ["run"] }, { required: ["exec"] }, { required: ["function"] }, { required: ["tube"] }], examples: [{ inputs: { book: "books/{key}.txt" }, outputs: { count: "build/counts/{key}.txt" }, run: "wc -w < {{ book }} > {{ count }}" }] } } };
var le = Object.prototype.hasOwnProperty, Ge = new RegExp("^x-", "u"), et = new RegExp("^[A-Za-z0-9][A-Za-z0-9_.-]*$", "u"), q = new RegExp("^[A-Za-z_][A-Za-z0-9_-]*$", "u"), Ee = new RegExp("^[A-Za-z_][A-Za-z0-9_]*$", "u"), Ke = new RegExp("^[A-Za-z_][A-Za-z0-9_]*\\*?$", "u"), tt = new RegExp("^.+#.+$", "u"), Ce = new RegExp("^[A-Za-z0-9_][A-Za-z0-9_.-]*$", "u"), st = { title: "Include", description: "A pipeline file, or with `as:` the prefix that its names get.", type: ["string", "object"], properties: { path: { title: "Path", description: "The file, relative to this one.", type: "string", examples: ["./maps.pipeline.yaml"] }, as: { title: "Prefix", description: "Its tasks, repositories, parameters and pools are then called `PREFIX.NAME`. Inside the file the short names still hold.", $ref: "#/$defs/plainName", examples: ["maps"] } }, required: ["path"], additionalProperties: !1, examples: ["./ocr.pipeline.yaml", { path: "./maps.pipeline.yaml", as: "maps" }] };
function M(s, { instancePath: i = "", parentData: x, parentDataProperty: $, rootData: k = s, dynamicAnchors: w = {} } = {}) {
  let e = null, t = 0, f = M.evaluated;
  if (f.dynamicProps && (f.props = void 0), f.dynamicItems && (f.items = void 0), typeof s != "string" && !(s && typeof s == "object" && !Array.isArray(s))) {
    let r = { instancePath: i, schemaPath: "#/type", keyword: "type", params: { type: st.type }, message: "must be string,object" };
    e === null ? e = [r] : e.push(r), t++;
  }
  if (s && typeof s == "object" && !Array.isArray(s)) {
    if (s.path === void 0) {
      let r = { instancePath: i, schemaPath: "#/required", keyword: "required", params: { missingProperty: "path" }, message: "must have required property 'path'" };
      e === null ? e = [r] : e.push(r), t++;
    }
    for (let r in s)
      if (!(r === "path" || r === "as")) {
        let a = { instancePath: i, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: r }, message: "must NOT have additional properties" };
        e === null ? e = [a] : e.push(a), t++;
      }
    if (s.path !== void 0 && typeof s.path != "string") {
      let r = { instancePath: i + "/path", schemaPath: "#/properties/path/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.as !== void 0) {
      let r = s.as;
      if (typeof r == "string") {
        if (!q.test(r)) {
          let a = { instancePath: i + "/as", schemaPath: "#/$defs/plainName/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_-]*$" }, message: 'must match pattern "^[A-Za-z_][A-Za-z0-9_-]*$"' };
          e === null ? e = [a] : e.push(a), t++;
        }
      } else {
        let a = { instancePath: i + "/as", schemaPath: "#/$defs/plainName/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        e === null ? e = [a] : e.push(a), t++;
      }
    }
  }
  return M.errors = e, t === 0;
}
M.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
var me = { title: "Keep", description: "`needed`: a member is made only when a job that must run reads it, and removed after the last one.", enum: ["always", "needed"], default: "always", examples: ["needed"] };
function F(s, { instancePath: i = "", parentData: x, parentDataProperty: $, rootData: k = s, dynamicAnchors: w = {} } = {}) {
  let e = null, t = 0, f = F.evaluated;
  if (f.dynamicProps && (f.props = void 0), f.dynamicItems && (f.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
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
        let a = { instancePath: i, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: r }, message: "must NOT have additional properties" };
        e === null ? e = [a] : e.push(a), t++;
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
        let a = { instancePath: i + "/keep", schemaPath: "#/$defs/keep/enum", keyword: "enum", params: { allowedValues: me.enum }, message: "must be equal to one of the allowed values" };
        e === null ? e = [a] : e.push(a), t++;
      }
    }
  } else {
    let r = { instancePath: i, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = [r] : e.push(r), t++;
  }
  return F.errors = e, t === 0;
}
F.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
function K(s, { instancePath: i = "", parentData: x, parentDataProperty: $, rootData: k = s, dynamicAnchors: w = {} } = {}) {
  let e = null, t = 0, f = K.evaluated;
  if (f.dynamicProps && (f.props = void 0), f.dynamicItems && (f.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
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
        let a = { instancePath: i, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: r }, message: "must NOT have additional properties" };
        e === null ? e = [a] : e.push(a), t++;
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
        let a = { instancePath: i + "/keep", schemaPath: "#/$defs/keep/enum", keyword: "enum", params: { allowedValues: me.enum }, message: "must be equal to one of the allowed values" };
        e === null ? e = [a] : e.push(a), t++;
      }
    }
  } else {
    let r = { instancePath: i, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = [r] : e.push(r), t++;
  }
  return K.errors = e, t === 0;
}
K.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
var rt = { title: "Record repository", description: "Every file that matches holds one record; a template sees its fields. Its order of keys, comments and white space do not count.", type: "object", properties: { type: { title: "Kind", description: "The language of the records.", enum: ["yaml", "json"], examples: ["yaml"] }, path: { $ref: "#/$defs/pathPattern" }, schema: { $ref: "#/$defs/recordSchema" }, accept_strays: { $ref: "#/$defs/acceptStrays" }, keep: { $ref: "#/$defs/keep" } }, required: ["type", "path"], additionalProperties: !1, examples: [{ type: "yaml", path: "authors/{key}.yaml", schema: "./author.schema.json" }] };
function E(s, { instancePath: i = "", parentData: x, parentDataProperty: $, rootData: k = s, dynamicAnchors: w = {} } = {}) {
  let e = null, t = 0, f = E.evaluated;
  if (f.dynamicProps && (f.props = void 0), f.dynamicItems && (f.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
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
        let a = { instancePath: i, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: r }, message: "must NOT have additional properties" };
        e === null ? e = [a] : e.push(a), t++;
      }
    if (s.type !== void 0) {
      let r = s.type;
      if (!(r === "yaml" || r === "json")) {
        let a = { instancePath: i + "/type", schemaPath: "#/properties/type/enum", keyword: "enum", params: { allowedValues: rt.properties.type.enum }, message: "must be equal to one of the allowed values" };
        e === null ? e = [a] : e.push(a), t++;
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
        let a = { instancePath: i + "/keep", schemaPath: "#/$defs/keep/enum", keyword: "enum", params: { allowedValues: me.enum }, message: "must be equal to one of the allowed values" };
        e === null ? e = [a] : e.push(a), t++;
      }
    }
  } else {
    let r = { instancePath: i, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = [r] : e.push(r), t++;
  }
  return E.errors = e, t === 0;
}
E.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
var it = { title: "Compressed repository", description: "Files that lie compressed. A job reads and writes plain files, without the `.gz` or `.zst` of the path; pipe compresses what it made and expands what it reads. Only the plain content counts, so compressing a file again is no change.", type: "object", properties: { type: { title: "Kind", description: "Compressed files.", const: "compressed", examples: ["compressed"] }, path: { $ref: "#/$defs/pathPattern" }, codec: { title: "Codec", description: "How members are compressed when they are written: by default as the path ends, `.gz` or `.zst`. What is read may be either.", enum: ["gzip", "zstd"], examples: ["zstd"] }, accept_strays: { $ref: "#/$defs/acceptStrays" }, keep: { $ref: "#/$defs/keep" } }, required: ["type", "path"], additionalProperties: !1, examples: [{ type: "compressed", path: "build/pages/{key}.html.gz" }] };
function L(s, { instancePath: i = "", parentData: x, parentDataProperty: $, rootData: k = s, dynamicAnchors: w = {} } = {}) {
  let e = null, t = 0, f = L.evaluated;
  if (f.dynamicProps && (f.props = void 0), f.dynamicItems && (f.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
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
        let a = { instancePath: i, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: r }, message: "must NOT have additional properties" };
        e === null ? e = [a] : e.push(a), t++;
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
        let a = { instancePath: i + "/codec", schemaPath: "#/properties/codec/enum", keyword: "enum", params: { allowedValues: it.properties.codec.enum }, message: "must be equal to one of the allowed values" };
        e === null ? e = [a] : e.push(a), t++;
      }
    }
    if (s.accept_strays !== void 0 && typeof s.accept_strays != "boolean") {
      let r = { instancePath: i + "/accept_strays", schemaPath: "#/$defs/acceptStrays/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.keep !== void 0) {
      let r = s.keep;
      if (!(r === "always" || r === "needed")) {
        let a = { instancePath: i + "/keep", schemaPath: "#/$defs/keep/enum", keyword: "enum", params: { allowedValues: me.enum }, message: "must be equal to one of the allowed values" };
        e === null ? e = [a] : e.push(a), t++;
      }
    }
  } else {
    let r = { instancePath: i, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = [r] : e.push(r), t++;
  }
  return L.errors = e, t === 0;
}
L.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
var at = { title: "Tar repository", description: "Folders that lie as one archive each. A job reads and writes a folder, without the `.tar`, `.tar.gz`, `.tgz` or `.tar.zst` of the path. What it holds counts as in a directory repository: names, contents, links and executable bits.", type: "object", properties: { type: { title: "Kind", description: "Archives of folders.", const: "tar", examples: ["tar"] }, path: { $ref: "#/$defs/pathPattern" }, codec: { title: "Codec", description: "How archives are compressed when they are written: by default as the path ends, so a `.tar` is not. What is read may be any.", enum: ["gzip", "zstd"], examples: ["zstd"] }, accept_strays: { $ref: "#/$defs/acceptStrays" }, keep: { $ref: "#/$defs/keep" } }, required: ["type", "path"], additionalProperties: !1, examples: [{ type: "tar", path: "build/sites/{key}.tar.gz" }] };
function V(s, { instancePath: i = "", parentData: x, parentDataProperty: $, rootData: k = s, dynamicAnchors: w = {} } = {}) {
  let e = null, t = 0, f = V.evaluated;
  if (f.dynamicProps && (f.props = void 0), f.dynamicItems && (f.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
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
        let a = { instancePath: i, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: r }, message: "must NOT have additional properties" };
        e === null ? e = [a] : e.push(a), t++;
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
        let a = { instancePath: i + "/codec", schemaPath: "#/properties/codec/enum", keyword: "enum", params: { allowedValues: at.properties.codec.enum }, message: "must be equal to one of the allowed values" };
        e === null ? e = [a] : e.push(a), t++;
      }
    }
    if (s.accept_strays !== void 0 && typeof s.accept_strays != "boolean") {
      let r = { instancePath: i + "/accept_strays", schemaPath: "#/$defs/acceptStrays/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.keep !== void 0) {
      let r = s.keep;
      if (!(r === "always" || r === "needed")) {
        let a = { instancePath: i + "/keep", schemaPath: "#/$defs/keep/enum", keyword: "enum", params: { allowedValues: me.enum }, message: "must be equal to one of the allowed values" };
        e === null ? e = [a] : e.push(a), t++;
      }
    }
  } else {
    let r = { instancePath: i, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = [r] : e.push(r), t++;
  }
  return V.errors = e, t === 0;
}
V.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
var ot = new RegExp("^[^{}*]+$", "u");
function G(s, { instancePath: i = "", parentData: x, parentDataProperty: $, rootData: k = s, dynamicAnchors: w = {} } = {}) {
  let e = null, t = 0, f = G.evaluated;
  if (f.dynamicProps && (f.props = void 0), f.dynamicItems && (f.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
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
        let a = { instancePath: i, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: r }, message: "must NOT have additional properties" };
        e === null ? e = [a] : e.push(a), t++;
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
        if (!ot.test(r)) {
          let a = { instancePath: i + "/blobs", schemaPath: "#/properties/blobs/pattern", keyword: "pattern", params: { pattern: "^[^{}*]+$" }, message: 'must match pattern "^[^{}*]+$"' };
          e === null ? e = [a] : e.push(a), t++;
        }
      } else {
        let a = { instancePath: i + "/blobs", schemaPath: "#/properties/blobs/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        e === null ? e = [a] : e.push(a), t++;
      }
    }
    if (s.accept_strays !== void 0 && typeof s.accept_strays != "boolean") {
      let r = { instancePath: i + "/accept_strays", schemaPath: "#/$defs/acceptStrays/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.keep !== void 0) {
      let r = s.keep;
      if (!(r === "always" || r === "needed")) {
        let a = { instancePath: i + "/keep", schemaPath: "#/$defs/keep/enum", keyword: "enum", params: { allowedValues: me.enum }, message: "must be equal to one of the allowed values" };
        e === null ? e = [a] : e.push(a), t++;
      }
    }
  } else {
    let r = { instancePath: i, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = [r] : e.push(r), t++;
  }
  return G.errors = e, t === 0;
}
G.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
function C(s, { instancePath: i = "", parentData: x, parentDataProperty: $, rootData: k = s, dynamicAnchors: w = {} } = {}) {
  let e = null, t = 0, f = C.evaluated;
  if (f.dynamicProps && (f.props = void 0), f.dynamicItems && (f.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    if (s.type === void 0) {
      let r = { instancePath: i, schemaPath: "#/required", keyword: "required", params: { missingProperty: "type" }, message: "must have required property 'type'" };
      e === null ? e = [r] : e.push(r), t++;
    }
    for (let r in s)
      if (!(r === "type" || r === "schema" || r === "accept_strays")) {
        let a = { instancePath: i, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: r }, message: "must NOT have additional properties" };
        e === null ? e = [a] : e.push(a), t++;
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
  return C.errors = e, t === 0;
}
C.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
var nt = { title: "And, or", description: "The keys that all (`and`) or any (`or`) of the named repositories have; a value has one field for each of them.", type: "object", properties: { type: { title: "Kind", description: "All of them, or any.", enum: ["and", "or"], examples: ["and"] }, of: { title: "Of", description: "The repositories, by the name that their part of the value gets.", type: "object", minProperties: 1, propertyNames: { $ref: "#/$defs/identifier" }, additionalProperties: { $ref: "#/$defs/repositoryRef" }, examples: [{ book: "books", author: "authors" }] } }, required: ["type", "of"], additionalProperties: !1, examples: [{ type: "and", of: { book: "books", author: "authors" } }] };
function R(s, { instancePath: i = "", parentData: x, parentDataProperty: $, rootData: k = s, dynamicAnchors: w = {} } = {}) {
  let e = null, t = 0, f = R.evaluated;
  if (f.dynamicProps && (f.props = void 0), f.dynamicItems && (f.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    if (s.type === void 0) {
      let a = { instancePath: i, schemaPath: "#/required", keyword: "required", params: { missingProperty: "type" }, message: "must have required property 'type'" };
      e === null ? e = [a] : e.push(a), t++;
    }
    if (s.of === void 0) {
      let a = { instancePath: i, schemaPath: "#/required", keyword: "required", params: { missingProperty: "of" }, message: "must have required property 'of'" };
      e === null ? e = [a] : e.push(a), t++;
    }
    for (let a in s)
      if (!(a === "type" || a === "of")) {
        let o = { instancePath: i, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: a }, message: "must NOT have additional properties" };
        e === null ? e = [o] : e.push(o), t++;
      }
    if (s.type !== void 0) {
      let a = s.type;
      if (!(a === "and" || a === "or")) {
        let o = { instancePath: i + "/type", schemaPath: "#/properties/type/enum", keyword: "enum", params: { allowedValues: nt.properties.type.enum }, message: "must be equal to one of the allowed values" };
        e === null ? e = [o] : e.push(o), t++;
      }
    }
    if (s.of !== void 0) {
      let a = s.of;
      if (a && typeof a == "object" && !Array.isArray(a)) {
        if (Object.keys(a).length < 1) {
          let o = { instancePath: i + "/of", schemaPath: "#/properties/of/minProperties", keyword: "minProperties", params: { limit: 1 }, message: "must NOT have fewer than 1 properties" };
          e === null ? e = [o] : e.push(o), t++;
        }
        for (let o in a) {
          let d = t;
          if (typeof o == "string") {
            if (!q.test(o)) {
              let y = { instancePath: i + "/of", schemaPath: "#/$defs/identifier/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_-]*$" }, message: 'must match pattern "^[A-Za-z_][A-Za-z0-9_-]*$"', propertyName: o };
              e === null ? e = [y] : e.push(y), t++;
            }
          } else {
            let y = { instancePath: i + "/of", schemaPath: "#/$defs/identifier/type", keyword: "type", params: { type: "string" }, message: "must be string", propertyName: o };
            e === null ? e = [y] : e.push(y), t++;
          }
          var r = d === t;
          if (!r) {
            let y = { instancePath: i + "/of", schemaPath: "#/properties/of/propertyNames", keyword: "propertyNames", params: { propertyName: o }, message: "property name must be valid" };
            e === null ? e = [y] : e.push(y), t++;
          }
        }
        for (let o in a)
          if (typeof a[o] != "string") {
            let d = { instancePath: i + "/of/" + o.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/$defs/repositoryRef/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            e === null ? e = [d] : e.push(d), t++;
          }
      } else {
        let o = { instancePath: i + "/of", schemaPath: "#/properties/of/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        e === null ? e = [o] : e.push(o), t++;
      }
    }
  } else {
    let a = { instancePath: i, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = [a] : e.push(a), t++;
  }
  return R.errors = e, t === 0;
}
R.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
function H(s, { instancePath: i = "", parentData: x, parentDataProperty: $, rootData: k = s, dynamicAnchors: w = {} } = {}) {
  let e = null, t = 0, f = H.evaluated;
  if (f.dynamicProps && (f.props = void 0), f.dynamicItems && (f.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
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
        let a = { instancePath: i, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: r }, message: "must NOT have additional properties" };
        e === null ? e = [a] : e.push(a), t++;
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
  return H.errors = e, t === 0;
}
H.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
function J(s, { instancePath: i = "", parentData: x, parentDataProperty: $, rootData: k = s, dynamicAnchors: w = {} } = {}) {
  let e = null, t = 0, f = J.evaluated;
  if (f.dynamicProps && (f.props = void 0), f.dynamicItems && (f.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
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
        let a = { instancePath: i, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: r }, message: "must NOT have additional properties" };
        e === null ? e = [a] : e.push(a), t++;
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
  return J.errors = e, t === 0;
}
J.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
var Ze = { title: "Function", description: "An exported async function of a `.ts` or `.js` module: `path#export`, without `#` the default export. Its module and what that imports are part of the definition.", type: ["string", "object"], properties: { module: { title: "Module", description: "The module's file.", type: "string", examples: ["./count.ts"] }, export: { title: "Export", description: "The name of the export.", type: "string", default: "default", examples: ["countWords"] } }, required: ["module"], additionalProperties: !1, examples: ["./count.ts#countWords", { module: "./count.ts", export: "countWords" }] };
function B(s, { instancePath: i = "", parentData: x, parentDataProperty: $, rootData: k = s, dynamicAnchors: w = {} } = {}) {
  let e = null, t = 0, f = B.evaluated;
  if (f.dynamicProps && (f.props = void 0), f.dynamicItems && (f.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    if (s.type === void 0) {
      let r = { instancePath: i, schemaPath: "#/required", keyword: "required", params: { missingProperty: "type" }, message: "must have required property 'type'" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.of === void 0) {
      let r = { instancePath: i, schemaPath: "#/required", keyword: "required", params: { missingProperty: "of" }, message: "must have required property 'of'" };
      e === null ? e = [r] : e.push(r), t++;
    }
    for (let r in s)
      if (!(r === "type" || r === "of" || r === "value" || r === "function" || r === "where" || r === "allow_deletes")) {
        let a = { instancePath: i, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: r }, message: "must NOT have additional properties" };
        e === null ? e = [a] : e.push(a), t++;
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
    if (s.function !== void 0) {
      let r = s.function;
      if (typeof r != "string" && !(r && typeof r == "object" && !Array.isArray(r))) {
        let a = { instancePath: i + "/function", schemaPath: "#/$defs/functionRef/type", keyword: "type", params: { type: Ze.type }, message: "must be string,object" };
        e === null ? e = [a] : e.push(a), t++;
      }
      if (r && typeof r == "object" && !Array.isArray(r)) {
        if (r.module === void 0) {
          let a = { instancePath: i + "/function", schemaPath: "#/$defs/functionRef/required", keyword: "required", params: { missingProperty: "module" }, message: "must have required property 'module'" };
          e === null ? e = [a] : e.push(a), t++;
        }
        for (let a in r)
          if (!(a === "module" || a === "export")) {
            let o = { instancePath: i + "/function", schemaPath: "#/$defs/functionRef/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: a }, message: "must NOT have additional properties" };
            e === null ? e = [o] : e.push(o), t++;
          }
        if (r.module !== void 0 && typeof r.module != "string") {
          let a = { instancePath: i + "/function/module", schemaPath: "#/$defs/functionRef/properties/module/type", keyword: "type", params: { type: "string" }, message: "must be string" };
          e === null ? e = [a] : e.push(a), t++;
        }
        if (r.export !== void 0 && typeof r.export != "string") {
          let a = { instancePath: i + "/function/export", schemaPath: "#/$defs/functionRef/properties/export/type", keyword: "type", params: { type: "string" }, message: "must be string" };
          e === null ? e = [a] : e.push(a), t++;
        }
      }
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
  return B.errors = e, t === 0;
}
B.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
function U(s, { instancePath: i = "", parentData: x, parentDataProperty: $, rootData: k = s, dynamicAnchors: w = {} } = {}) {
  let e = null, t = 0, f = U.evaluated;
  if (f.dynamicProps && (f.props = void 0), f.dynamicItems && (f.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
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
        let a = { instancePath: i, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: r }, message: "must NOT have additional properties" };
        e === null ? e = [a] : e.push(a), t++;
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
  return U.errors = e, t === 0;
}
U.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
function X(s, { instancePath: i = "", parentData: x, parentDataProperty: $, rootData: k = s, dynamicAnchors: w = {} } = {}) {
  let e = null, t = 0, f = X.evaluated;
  if (f.dynamicProps && (f.props = void 0), f.dynamicItems && (f.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
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
        let a = { instancePath: i, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: r }, message: "must NOT have additional properties" };
        e === null ? e = [a] : e.push(a), t++;
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
  return X.errors = e, t === 0;
}
X.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
function Q(s, { instancePath: i = "", parentData: x, parentDataProperty: $, rootData: k = s, dynamicAnchors: w = {} } = {}) {
  let e = null, t = 0, f = Q.evaluated;
  if (f.dynamicProps && (f.props = void 0), f.dynamicItems && (f.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    if (s.type === void 0) {
      let o = { instancePath: i, schemaPath: "#/required", keyword: "required", params: { missingProperty: "type" }, message: "must have required property 'type'" };
      e === null ? e = [o] : e.push(o), t++;
    }
    let a = s.type;
    if (typeof a == "string")
      if (a === "file") {
        F(s, { instancePath: i, parentData: x, parentDataProperty: $, rootData: k, dynamicAnchors: w }) || (e = e === null ? F.errors : e.concat(F.errors), t = e.length);
        var r = !0;
      } else if (a === "directory")
        K(s, { instancePath: i, parentData: x, parentDataProperty: $, rootData: k, dynamicAnchors: w }) || (e = e === null ? K.errors : e.concat(K.errors), t = e.length), r !== !0 && (r = !0);
      else if (a === "yaml")
        E(s, { instancePath: i, parentData: x, parentDataProperty: $, rootData: k, dynamicAnchors: w }) || (e = e === null ? E.errors : e.concat(E.errors), t = e.length), r !== !0 && (r = !0);
      else if (a === "json")
        E(s, { instancePath: i, parentData: x, parentDataProperty: $, rootData: k, dynamicAnchors: w }) || (e = e === null ? E.errors : e.concat(E.errors), t = e.length), r !== !0 && (r = !0);
      else if (a === "compressed")
        L(s, { instancePath: i, parentData: x, parentDataProperty: $, rootData: k, dynamicAnchors: w }) || (e = e === null ? L.errors : e.concat(L.errors), t = e.length), r !== !0 && (r = !0);
      else if (a === "tar")
        V(s, { instancePath: i, parentData: x, parentDataProperty: $, rootData: k, dynamicAnchors: w }) || (e = e === null ? V.errors : e.concat(V.errors), t = e.length), r !== !0 && (r = !0);
      else if (a === "tree")
        G(s, { instancePath: i, parentData: x, parentDataProperty: $, rootData: k, dynamicAnchors: w }) || (e = e === null ? G.errors : e.concat(G.errors), t = e.length), r !== !0 && (r = !0);
      else if (a === "memory")
        C(s, { instancePath: i, parentData: x, parentDataProperty: $, rootData: k, dynamicAnchors: w }) || (e = e === null ? C.errors : e.concat(C.errors), t = e.length), r !== !0 && (r = !0);
      else if (a === "and")
        R(s, { instancePath: i, parentData: x, parentDataProperty: $, rootData: k, dynamicAnchors: w }) || (e = e === null ? R.errors : e.concat(R.errors), t = e.length), r !== !0 && (r = !0);
      else if (a === "or")
        R(s, { instancePath: i, parentData: x, parentDataProperty: $, rootData: k, dynamicAnchors: w }) || (e = e === null ? R.errors : e.concat(R.errors), t = e.length), r !== !0 && (r = !0);
      else if (a === "unless")
        H(s, { instancePath: i, parentData: x, parentDataProperty: $, rootData: k, dynamicAnchors: w }) || (e = e === null ? H.errors : e.concat(H.errors), t = e.length), r !== !0 && (r = !0);
      else if (a === "filter")
        J(s, { instancePath: i, parentData: x, parentDataProperty: $, rootData: k, dynamicAnchors: w }) || (e = e === null ? J.errors : e.concat(J.errors), t = e.length), r !== !0 && (r = !0);
      else if (a === "map")
        B(s, { instancePath: i, parentData: x, parentDataProperty: $, rootData: k, dynamicAnchors: w }) || (e = e === null ? B.errors : e.concat(B.errors), t = e.length), r !== !0 && (r = !0);
      else if (a === "related")
        U(s, { instancePath: i, parentData: x, parentDataProperty: $, rootData: k, dynamicAnchors: w }) || (e = e === null ? U.errors : e.concat(U.errors), t = e.length), r !== !0 && (r = !0);
      else if (a === "fallback")
        X(s, { instancePath: i, parentData: x, parentDataProperty: $, rootData: k, dynamicAnchors: w }) || (e = e === null ? X.errors : e.concat(X.errors), t = e.length), r !== !0 && (r = !0);
      else {
        let o = { instancePath: i, schemaPath: "#/discriminator", keyword: "discriminator", params: { error: "mapping", tag: "type", tagValue: a }, message: 'value of tag "type" must be in oneOf' };
        e === null ? e = [o] : e.push(o), t++;
      }
    else {
      let o = { instancePath: i, schemaPath: "#/discriminator", keyword: "discriminator", params: { error: "tag", tag: "type", tagValue: a }, message: 'tag "type" must be string' };
      e === null ? e = [o] : e.push(o), t++;
    }
  } else {
    let a = { instancePath: i, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = [a] : e.push(a), t++;
  }
  return Q.errors = e, f.props = r, t === 0;
}
Q.evaluated = { dynamicProps: !0, dynamicItems: !1 };
var Ae = { title: "Quantity", description: "A number, or one with a suffix as in Kubernetes: n u m k M G T P E, or Ki Mi Gi Ti Pi Ei.", type: ["number", "string"], minimum: 0, pattern: "^\\+?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+|[numkKMGTPE]|[KMGTPE]i)?$", $comment: "a number, or one with a suffix such as `500m`, `1.5G` or `8Gi`", examples: [1, "500m", "8Gi"] }, _e = new RegExp("^\\+?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+|[numkKMGTPE]|[KMGTPE]i)?$", "u"), pt = new RegExp("^0*[1-9][0-9]*/(s|sec|min|m|h|d|[0-9].*)$", "u");
function Y(s, { instancePath: i = "", parentData: x, parentDataProperty: $, rootData: k = s, dynamicAnchors: w = {} } = {}) {
  let e = null, t = 0, f = Y.evaluated;
  if (f.dynamicProps && (f.props = void 0), f.dynamicItems && (f.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    for (let a in s) {
      let o = t;
      if (typeof a == "string") {
        if (!q.test(a)) {
          let d = { instancePath: i, schemaPath: "#/$defs/plainName/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_-]*$" }, message: 'must match pattern "^[A-Za-z_][A-Za-z0-9_-]*$"', propertyName: a };
          e === null ? e = [d] : e.push(d), t++;
        }
      } else {
        let d = { instancePath: i, schemaPath: "#/$defs/plainName/type", keyword: "type", params: { type: "string" }, message: "must be string", propertyName: a };
        e === null ? e = [d] : e.push(d), t++;
      }
      var r = o === t;
      if (!r) {
        let d = { instancePath: i, schemaPath: "#/propertyNames", keyword: "propertyNames", params: { propertyName: a }, message: "property name must be valid" };
        e === null ? e = [d] : e.push(d), t++;
      }
    }
    for (let a in s)
      if (!(a === "cpu" || a === "memory" || a === "launches")) {
        let o = s[a];
        if (!(typeof o == "number" && isFinite(o)) && typeof o != "string") {
          let d = { instancePath: i + "/" + a.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/$defs/quantity/type", keyword: "type", params: { type: Ae.type }, message: "must be number,string" };
          e === null ? e = [d] : e.push(d), t++;
        }
        if (typeof o == "number" && isFinite(o) && (o < 0 || isNaN(o))) {
          let d = { instancePath: i + "/" + a.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/$defs/quantity/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
          e === null ? e = [d] : e.push(d), t++;
        }
        if (typeof o == "string" && !_e.test(o)) {
          let d = { instancePath: i + "/" + a.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/$defs/quantity/pattern", keyword: "pattern", params: { pattern: "^\\+?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+|[numkKMGTPE]|[KMGTPE]i)?$" }, message: 'must match pattern "^\\+?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+|[numkKMGTPE]|[KMGTPE]i)?$"' };
          e === null ? e = [d] : e.push(d), t++;
        }
      }
    if (s.cpu !== void 0) {
      let a = s.cpu;
      if (!(typeof a == "number" && isFinite(a)) && typeof a != "string") {
        let o = { instancePath: i + "/cpu", schemaPath: "#/$defs/quantity/type", keyword: "type", params: { type: Ae.type }, message: "must be number,string" };
        e === null ? e = [o] : e.push(o), t++;
      }
      if (typeof a == "number" && isFinite(a) && (a < 0 || isNaN(a))) {
        let o = { instancePath: i + "/cpu", schemaPath: "#/$defs/quantity/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
        e === null ? e = [o] : e.push(o), t++;
      }
      if (typeof a == "string" && !_e.test(a)) {
        let o = { instancePath: i + "/cpu", schemaPath: "#/$defs/quantity/pattern", keyword: "pattern", params: { pattern: "^\\+?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+|[numkKMGTPE]|[KMGTPE]i)?$" }, message: 'must match pattern "^\\+?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+|[numkKMGTPE]|[KMGTPE]i)?$"' };
        e === null ? e = [o] : e.push(o), t++;
      }
    }
    if (s.memory !== void 0) {
      let a = s.memory;
      if (!(typeof a == "number" && isFinite(a)) && typeof a != "string") {
        let o = { instancePath: i + "/memory", schemaPath: "#/$defs/quantity/type", keyword: "type", params: { type: Ae.type }, message: "must be number,string" };
        e === null ? e = [o] : e.push(o), t++;
      }
      if (typeof a == "number" && isFinite(a) && (a < 0 || isNaN(a))) {
        let o = { instancePath: i + "/memory", schemaPath: "#/$defs/quantity/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
        e === null ? e = [o] : e.push(o), t++;
      }
      if (typeof a == "string" && !_e.test(a)) {
        let o = { instancePath: i + "/memory", schemaPath: "#/$defs/quantity/pattern", keyword: "pattern", params: { pattern: "^\\+?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+|[numkKMGTPE]|[KMGTPE]i)?$" }, message: 'must match pattern "^\\+?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+|[numkKMGTPE]|[KMGTPE]i)?$"' };
        e === null ? e = [o] : e.push(o), t++;
      }
    }
    if (s.launches !== void 0) {
      let a = s.launches;
      if (typeof a == "string") {
        if (!pt.test(a)) {
          let o = { instancePath: i + "/launches", schemaPath: "#/properties/launches/pattern", keyword: "pattern", params: { pattern: "^0*[1-9][0-9]*/(s|sec|min|m|h|d|[0-9].*)$" }, message: 'must match pattern "^0*[1-9][0-9]*/(s|sec|min|m|h|d|[0-9].*)$"' };
          e === null ? e = [o] : e.push(o), t++;
        }
      } else {
        let o = { instancePath: i + "/launches", schemaPath: "#/properties/launches/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        e === null ? e = [o] : e.push(o), t++;
      }
    }
  } else {
    let a = { instancePath: i, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = [a] : e.push(a), t++;
  }
  return Y.errors = e, t === 0;
}
Y.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
var ue = { title: "Task", description: "What to do once per key. Exactly one of `use`, `run`, `exec`, `function` and `tube` says how.", type: "object", properties: { description: { title: "Description", description: "What the task does, for people.", type: "string", examples: ["Render each book's report"] }, use: { title: "Recipe", description: "A recipe's file, or the name of a built-in one.", type: "string", examples: ["./recipes/report.yaml", "compile-c"] }, run: { title: "Shell text", description: "A template of shell text. Values are quoted as the place needs.", type: "string", examples: ["wc -w < {{ book }} > {{ count }}"] }, exec: { title: "Command", description: "A program and its arguments, each a template, run without a shell.", type: "array", minItems: 1, items: { title: "Argument", description: "The program, or one argument.", type: "string", examples: ["{{ book }}"] }, examples: [["gzip", "-k", "{{ book }}"]] }, function: { $ref: "#/$defs/functionRef" }, tube: { title: "Tube", description: "A tube file; a job is one epoch of it. Inputs fill its process inputs by their names, `params` its other inputs, and the entries of its return are written to the outputs.", type: "string", examples: ["./words.tube.yaml"] }, assets: { title: "Assets", description: "Live objects of the pipeline's `assets:` that the function or tube is handed, by their names.", type: "array", items: { $ref: "#/$defs/identifier" }, examples: [["db"]] }, shell: { $ref: "#/$defs/shell" }, cwd: { title: "Working directory", description: "Where jobs run. By default the root pipeline's folder.", type: "string", examples: ["packages/site"] }, inputs: { title: "Inputs", description: "What jobs read, by the name that templates use.", type: "object", propertyNames: { $ref: "#/$defs/linkName" }, additionalProperties: { $ref: "#/$defs/input" }, examples: [{ book: "books/{key}.txt" }] }, outputs: { title: "Outputs", description: "What jobs write, by the name that templates use.", type: "object", propertyNames: { $ref: "#/$defs/linkName" }, additionalProperties: { $ref: "#/$defs/output" }, examples: [{ count: "build/counts/{key}.txt" }] }, links: { title: "Links", description: "Ties to repositories in the general form.", type: "object", propertyNames: { $ref: "#/$defs/linkName" }, additionalProperties: { $ref: "#/$defs/link" }, examples: [{ banned: { repository: "banned", inhibits_start: !0 } }] }, plug: { title: "Plug", description: "Tasks whose outputs this one takes over as inputs, together with what else their links ask of a consumer.", type: "array", minItems: 1, items: { $ref: "#/$defs/plug" }, examples: [["report", { task: "author", translator: "author_of" }]] }, params: { title: "Parameters", description: "Values for the recipe's parameters, or that this task's templates may name. A text may be a template over the pipeline's parameters.", type: "object", propertyNames: { $ref: "#/$defs/identifier" }, additionalProperties: { title: "Value", description: "Any value; a recipe checks it against the port.", examples: [80, "{{ language }}"] }, examples: [{ width: 80 }] }, env: { $ref: "#/$defs/environment" }, stdin: { title: "Standard input", description: "The repository that jobs read as standard input, or the name of one of the inputs.", $ref: "#/$defs/input", examples: ["books"] }, stdout: { title: "Standard output", description: "Where standard output goes: the name of one of the outputs, or a repository, which then is status.", $ref: "#/$defs/output", examples: ["report"] }, stderr: { title: "Standard error", description: "Where standard error goes: the name of one of the outputs, a repository, which then is status, or `stdout` for where standard output goes.", $ref: "#/$defs/output", examples: ["logs"] }, logs: { title: "Logs", description: "A repository that gets every job's log, also after a failure.", $ref: "#/$defs/output", examples: ["logs"] }, done: { title: "Done", description: "A repository that gets a record of every job's end: success, exit code, start and end time, whether it timed out or was cancelled, executor.", $ref: "#/$defs/output", examples: ["done"] }, live: { title: "Live", description: "A repository that has a record of every job while it runs. It belongs to pipe: what lies there when a build begins is removed.", $ref: "#/$defs/output", examples: ["live"] }, quota: { $ref: "#/$defs/quota" }, fallback_quota: { title: "Fallback quota", description: "What a job takes of the same pool when it is tried again after a failure, such as more memory.", $ref: "#/$defs/quota", examples: [{ cpu: 1, memory: "2Gi" }] }, priority: { title: "Priority", description: "Jobs of a higher one start first: a number, a template that renders as one, or a function that returns one. It is worked out when a job could start, and never makes a job out of date.", type: ["number", "string", "object"], pattern: "\\{[{%]", $comment: "a number, a template such as `{{ book.size }}`, or `{ function: MODULE#EXPORT }`", default: 0, properties: { function: { $ref: "#/$defs/functionRef" } }, required: ["function"], additionalProperties: !1, examples: [10, "{{ book.size }}", { function: "./rank.ts#rank" }] }, timeout: { title: "Timeout", description: "A job that runs longer is killed and fails. For a service: how long it may take until it is ready, by default 5m.", $ref: "#/$defs/duration", examples: ["10m"] }, retry: { $ref: "#/$defs/retry" }, rerun: { title: "Rerun", description: "When a job that succeeded runs again: when something changed, never while it is done, or in every build.", enum: ["changed", "once", "always"], default: "changed", examples: ["changed"] }, on_change: { title: "On change", description: "In a watch: what becomes of a job whose inputs change while it runs. Either way its result is dropped and it runs again: `queue` lets it end first, `restart` kills it at once.", enum: ["queue", "restart"], default: "queue", examples: ["restart"] }, failure_ok: { title: "Failure is ok", description: "Consumers start even after this task's job failed.", type: "boolean", default: !1, examples: [!0] }, service: { title: "Service", description: "The job is a process that stays, such as a server: it is started when a job that `needs` it must run, in a watch at once, and ended with the build or the watch. It has no outputs.", type: "boolean", default: !1, examples: [!0] }, ready_when: { $ref: "#/$defs/readyWhen" }, needs: { title: "Needs", description: "Services that have to be ready while this task's jobs run. What a service is started from counts as an input.", type: "array", items: { title: "Service", description: "The name of a task with `service: true`.", type: "string", examples: ["api"] }, uniqueItems: !0, examples: [["api"]] }, long_running: { title: "Long-running", description: "Jobs run for as long as they like, such as a fuzzer or a crawler: no consumer waits for them, they take no slot of other jobs, and to be ended by their `timeout` is their success.", type: "boolean", default: !1, examples: [!0] }, default: { title: "Default", description: "Whether a build without targets includes the task.", type: "boolean", default: !0, examples: [!1] }, disabled: { title: "Disabled", description: "The task is checked but never run, and owns nothing.", type: "boolean", default: !1, examples: [!0] }, tools: { title: "Tools", description: "Programs whose file's content is part of the definition.", type: "array", items: { title: "Tool", description: "A program's name on the PATH, or its path.", type: "string", examples: ["pandoc"] }, examples: [["pandoc"]] }, sources: { title: "Sources", description: "Further files, as globs, that every job of the task depends on; `!` takes out.", type: "array", items: { title: "Glob", description: "A path with `*` and `**`, or with `!` one that is left out.", type: "string", examples: ["templates/**"] }, examples: [["templates/**", "!templates/old/**"]] }, depfile: { title: "Depfile", description: "`make`: the job writes the files it read to `{{ depfile }}`, in Make's format; they count as inputs from then on.", enum: ["make", "none"], default: "none", examples: ["make"] }, max_concurrent: { title: "Most at once", description: "How many jobs of the task may run at once.", type: "integer", minimum: 1, examples: [2] }, replicable: { title: "Replicable", description: "A job may run several times at once as long as no other needs the room. `PIPE_REPLICA` and `REPLICA_ID` number its replicas from 0, and it succeeds when all of them have.", type: "boolean", default: !1, examples: [!0] }, max_replicas: { title: "Most replicas", description: "How many replicas of one job may run at once, the first included. By default as many as there is room for.", type: "integer", minimum: 1, examples: [4] }, priority_factor: { title: "Priority factor", description: "Replica `n` has the job's priority times this `n` times over, so that other jobs' replicas come before it.", type: "number", exclusiveMinimum: 0, maximum: 1, default: 1, examples: [0.5] }, priority_addend: { title: "Priority addend", description: "Replica `n` has the job's priority less `n` times this, before `priority_factor`.", type: "number", minimum: 0, default: 0, examples: [1] }, exit_codes: { $ref: "#/$defs/exitCodes" } }, additionalProperties: !1, oneOf: [{ required: ["use"] }, { required: ["run"] }, { required: ["exec"] }, { required: ["function"] }, { required: ["tube"] }], examples: [{ inputs: { book: "books/{key}.txt" }, outputs: { count: "build/counts/{key}.txt" }, run: "wc -w < {{ book }} > {{ count }}" }] };
var lt = { title: "Environment", description: "Variables that jobs get; the values are templates and part of the definition.", type: "object", propertyNames: { type: "string", pattern: "^[A-Za-z_][A-Za-z0-9_]*$", $comment: "letters, digits and `_`, not starting with a digit" }, additionalProperties: { title: "Value", description: "The value, a template.", type: ["string", "number", "boolean"], examples: ["1", "{{ language }}"] }, examples: [{ OMP_NUM_THREADS: "1" }] }, Ie = { title: "Duration", description: "Numbers with the units ms, s, m, h, d, one after the other; a plain number is seconds.", type: ["string", "number"], exclusiveMinimum: 0, pattern: "^([0-9]+(\\.[0-9]+)?(ms|s|m|h|d))+$", $comment: "a duration such as `500ms`, `10m` or `1h30m`, or a number of seconds", examples: ["10m", "1h30m", "500ms"] };
var ye = Me().default, ce = new RegExp("^[A-Za-z_][A-Za-z0-9_-]*(\\.[A-Za-z_][A-Za-z0-9_-]*)*$", "u"), mt = new RegExp("\\{[{%]", "u"), Oe = new RegExp("^([0-9]+(\\.[0-9]+)?(ms|s|m|h|d))+$", "u"), ut = { title: "Input", description: "What a job reads, and what counts for whether it is up to date: a repository, or with details.", type: ["string", "object"], properties: { from: { title: "From", description: "The repository or path.", $ref: "#/$defs/repositoryRef", examples: ["authors"] }, type: { $ref: "#/$defs/pathKind" }, key: { $ref: "#/$defs/memberKey" }, keys: { $ref: "#/$defs/memberKeys" }, min: { title: "Least number", description: "Of several members: how many there must be at least.", type: "integer", minimum: 0, default: 1, examples: [0] }, required_for_start: { title: "Required for start", description: "Whether a job needs it to be there.", type: "boolean", default: !0, examples: [!1] } }, required: ["from"], additionalProperties: !1, examples: ["books", "books/{key}.txt", { from: "authors", key: "book.author" }] }, Re = { title: "Kind of an inline path", description: "What a path written here names. By default a file, or with a `/` at its end a directory.", enum: ["file", "directory", "yaml", "json", "compressed", "tar", "tree"], examples: ["yaml"] };
function D(s, { instancePath: i = "", parentData: x, parentDataProperty: $, rootData: k = s, dynamicAnchors: w = {} } = {}) {
  let e = null, t = 0, f = D.evaluated;
  if (f.dynamicProps && (f.props = void 0), f.dynamicItems && (f.items = void 0), typeof s != "string" && !(s && typeof s == "object" && !Array.isArray(s))) {
    let r = { instancePath: i, schemaPath: "#/type", keyword: "type", params: { type: ut.type }, message: "must be string,object" };
    e === null ? e = [r] : e.push(r), t++;
  }
  if (s && typeof s == "object" && !Array.isArray(s)) {
    if (s.from === void 0) {
      let r = { instancePath: i, schemaPath: "#/required", keyword: "required", params: { missingProperty: "from" }, message: "must have required property 'from'" };
      e === null ? e = [r] : e.push(r), t++;
    }
    for (let r in s)
      if (!(r === "from" || r === "type" || r === "key" || r === "keys" || r === "min" || r === "required_for_start")) {
        let a = { instancePath: i, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: r }, message: "must NOT have additional properties" };
        e === null ? e = [a] : e.push(a), t++;
      }
    if (s.from !== void 0 && typeof s.from != "string") {
      let r = { instancePath: i + "/from", schemaPath: "#/$defs/repositoryRef/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.type !== void 0) {
      let r = s.type;
      if (!(r === "file" || r === "directory" || r === "yaml" || r === "json" || r === "compressed" || r === "tar" || r === "tree")) {
        let a = { instancePath: i + "/type", schemaPath: "#/$defs/pathKind/enum", keyword: "enum", params: { allowedValues: Re.enum }, message: "must be equal to one of the allowed values" };
        e === null ? e = [a] : e.push(a), t++;
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
        let a = { instancePath: i + "/min", schemaPath: "#/properties/min/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        e === null ? e = [a] : e.push(a), t++;
      }
      if (typeof r == "number" && isFinite(r) && (r < 0 || isNaN(r))) {
        let a = { instancePath: i + "/min", schemaPath: "#/properties/min/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
        e === null ? e = [a] : e.push(a), t++;
      }
    }
    if (s.required_for_start !== void 0 && typeof s.required_for_start != "boolean") {
      let r = { instancePath: i + "/required_for_start", schemaPath: "#/properties/required_for_start/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
      e === null ? e = [r] : e.push(r), t++;
    }
  }
  return D.errors = e, t === 0;
}
D.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
var dt = { title: "Output", description: "What a job writes: a repository, or with details.", type: ["string", "object"], properties: { to: { title: "To", description: "The repository or path.", $ref: "#/$defs/repositoryRef", examples: ["pages"] }, type: { $ref: "#/$defs/pathKind" }, key: { $ref: "#/$defs/memberKey" }, keys: { $ref: "#/$defs/memberKeys" }, in_place: { title: "In place", description: "The job writes the real path, not a staged one: for incremental tools, huge trees and formatters.", type: "boolean", default: !1, examples: [!0] }, required_for_success: { $ref: "#/$defs/requiredForSuccess" }, cokeyed: { $ref: "#/$defs/cokeyed" }, values: { $ref: "#/$defs/recordValues" } }, required: ["to"], additionalProperties: !1, examples: ["reports", "build/{key}.o", { to: "pages", keys: "{key}/*" }] };
function j(s, { instancePath: i = "", parentData: x, parentDataProperty: $, rootData: k = s, dynamicAnchors: w = {} } = {}) {
  let e = null, t = 0, f = j.evaluated;
  if (f.dynamicProps && (f.props = void 0), f.dynamicItems && (f.items = void 0), typeof s != "string" && !(s && typeof s == "object" && !Array.isArray(s))) {
    let r = { instancePath: i, schemaPath: "#/type", keyword: "type", params: { type: dt.type }, message: "must be string,object" };
    e === null ? e = [r] : e.push(r), t++;
  }
  if (s && typeof s == "object" && !Array.isArray(s)) {
    if (s.to === void 0) {
      let r = { instancePath: i, schemaPath: "#/required", keyword: "required", params: { missingProperty: "to" }, message: "must have required property 'to'" };
      e === null ? e = [r] : e.push(r), t++;
    }
    for (let r in s)
      if (!(r === "to" || r === "type" || r === "key" || r === "keys" || r === "in_place" || r === "required_for_success" || r === "cokeyed" || r === "values")) {
        let a = { instancePath: i, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: r }, message: "must NOT have additional properties" };
        e === null ? e = [a] : e.push(a), t++;
      }
    if (s.to !== void 0 && typeof s.to != "string") {
      let r = { instancePath: i + "/to", schemaPath: "#/$defs/repositoryRef/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.type !== void 0) {
      let r = s.type;
      if (!(r === "file" || r === "directory" || r === "yaml" || r === "json" || r === "compressed" || r === "tar" || r === "tree")) {
        let a = { instancePath: i + "/type", schemaPath: "#/$defs/pathKind/enum", keyword: "enum", params: { allowedValues: Re.enum }, message: "must be equal to one of the allowed values" };
        e === null ? e = [a] : e.push(a), t++;
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
    if (s.required_for_success !== void 0 && typeof s.required_for_success != "boolean") {
      let r = { instancePath: i + "/required_for_success", schemaPath: "#/$defs/requiredForSuccess/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.cokeyed !== void 0) {
      let r = s.cokeyed;
      if (typeof r == "string") {
        if (!q.test(r)) {
          let a = { instancePath: i + "/cokeyed", schemaPath: "#/$defs/cokeyed/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_-]*$" }, message: 'must match pattern "^[A-Za-z_][A-Za-z0-9_-]*$"' };
          e === null ? e = [a] : e.push(a), t++;
        }
      } else {
        let a = { instancePath: i + "/cokeyed", schemaPath: "#/$defs/cokeyed/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        e === null ? e = [a] : e.push(a), t++;
      }
    }
    if (s.values !== void 0) {
      let r = s.values;
      if (!(r && typeof r == "object" && !Array.isArray(r))) {
        let a = { instancePath: i + "/values", schemaPath: "#/$defs/recordValues/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        e === null ? e = [a] : e.push(a), t++;
      }
    }
  }
  return j.errors = e, t === 0;
}
j.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
var ft = { title: "Link", description: "The general form, with every disposition.", type: "object", properties: { repository: { title: "Repository", description: "The repository or path.", $ref: "#/$defs/repositoryRef", examples: ["banned"] }, type: { $ref: "#/$defs/pathKind" }, key: { $ref: "#/$defs/memberKey" }, keys: { $ref: "#/$defs/memberKeys" }, min: { title: "Least number", description: "Of several members: how many there must be at least.", type: "integer", minimum: 0, default: 1, examples: [0] }, in_place: { title: "In place", description: "An output that is written at its real path, not staged.", type: "boolean", default: !1, examples: [!0] }, is_input: { title: "Is input", description: "The job reads it, and a change runs the job again.", type: "boolean", default: !1, examples: [!0] }, is_output: { title: "Is output", description: "The job writes it; it is staged, checked and committed.", type: "boolean", default: !1, examples: [!0] }, is_status: { title: "Is status", description: "Written at every end of a job, also after a failure; never makes a job out of date.", type: "boolean", default: !1, examples: [!0] }, required_for_start: { title: "Required for start", description: "There is no job without it. By default as `is_input`.", type: "boolean", examples: [!0] }, inhibits_start: { title: "Inhibits start", description: "There is no job for a key that it has.", type: "boolean", default: !1, examples: [!0] }, required_for_output: { title: "Required for output", description: "A task plugged onto this one needs it. By default as `is_output`.", type: "boolean", examples: [!0] }, inhibits_output: { title: "Inhibits output", description: "A task plugged onto this one is held back by it.", type: "boolean", default: !1, examples: [!0] }, required_for_success: { $ref: "#/$defs/requiredForSuccess" }, cancels: { title: "Cancels", description: "While it has the member, the job does not start, and is killed if it runs. What the job made before stays; what waits for the job is blocked.", type: "boolean", default: !1, examples: [!0] }, cokeyed: { $ref: "#/$defs/cokeyed" }, values: { $ref: "#/$defs/recordValues" } }, required: ["repository"], additionalProperties: !1, examples: [{ repository: "banned", inhibits_start: !0 }] };
function ee(s, { instancePath: i = "", parentData: x, parentDataProperty: $, rootData: k = s, dynamicAnchors: w = {} } = {}) {
  let e = null, t = 0, f = ee.evaluated;
  if (f.dynamicProps && (f.props = void 0), f.dynamicItems && (f.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    if (s.repository === void 0) {
      let r = { instancePath: i, schemaPath: "#/required", keyword: "required", params: { missingProperty: "repository" }, message: "must have required property 'repository'" };
      e === null ? e = [r] : e.push(r), t++;
    }
    for (let r in s)
      if (!le.call(ft.properties, r)) {
        let a = { instancePath: i, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: r }, message: "must NOT have additional properties" };
        e === null ? e = [a] : e.push(a), t++;
      }
    if (s.repository !== void 0 && typeof s.repository != "string") {
      let r = { instancePath: i + "/repository", schemaPath: "#/$defs/repositoryRef/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.type !== void 0) {
      let r = s.type;
      if (!(r === "file" || r === "directory" || r === "yaml" || r === "json" || r === "compressed" || r === "tar" || r === "tree")) {
        let a = { instancePath: i + "/type", schemaPath: "#/$defs/pathKind/enum", keyword: "enum", params: { allowedValues: Re.enum }, message: "must be equal to one of the allowed values" };
        e === null ? e = [a] : e.push(a), t++;
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
        let a = { instancePath: i + "/min", schemaPath: "#/properties/min/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        e === null ? e = [a] : e.push(a), t++;
      }
      if (typeof r == "number" && isFinite(r) && (r < 0 || isNaN(r))) {
        let a = { instancePath: i + "/min", schemaPath: "#/properties/min/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
        e === null ? e = [a] : e.push(a), t++;
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
    if (s.required_for_success !== void 0 && typeof s.required_for_success != "boolean") {
      let r = { instancePath: i + "/required_for_success", schemaPath: "#/$defs/requiredForSuccess/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.cancels !== void 0 && typeof s.cancels != "boolean") {
      let r = { instancePath: i + "/cancels", schemaPath: "#/properties/cancels/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.cokeyed !== void 0) {
      let r = s.cokeyed;
      if (typeof r == "string") {
        if (!q.test(r)) {
          let a = { instancePath: i + "/cokeyed", schemaPath: "#/$defs/cokeyed/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_-]*$" }, message: 'must match pattern "^[A-Za-z_][A-Za-z0-9_-]*$"' };
          e === null ? e = [a] : e.push(a), t++;
        }
      } else {
        let a = { instancePath: i + "/cokeyed", schemaPath: "#/$defs/cokeyed/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        e === null ? e = [a] : e.push(a), t++;
      }
    }
    if (s.values !== void 0) {
      let r = s.values;
      if (!(r && typeof r == "object" && !Array.isArray(r))) {
        let a = { instancePath: i + "/values", schemaPath: "#/$defs/recordValues/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        e === null ? e = [a] : e.push(a), t++;
      }
    }
  } else {
    let r = { instancePath: i, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = [r] : e.push(r), t++;
  }
  return ee.errors = e, t === 0;
}
ee.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
var ct = { title: "Plug", description: "A task whose outputs this one takes over as inputs: its name, or with details.", type: ["string", "object"], properties: { task: { title: "Task", description: "The task.", $ref: "#/$defs/taskName", examples: ["report"] }, outputs: { title: "Outputs", description: "Which of its outputs become inputs; by default all. The others still have to be there.", type: "array", items: { $ref: "#/$defs/identifier" }, examples: [["report"]] }, meta: { title: "Meta", description: "Whether its other links count too: one that is `required_for_output` is required here, one that is `inhibits_output` holds back.", type: "boolean", default: !0, examples: [!1] }, translator: { title: "Translator", description: "A repository of records that gives for each key of this task's jobs the key of the other's.", $ref: "#/$defs/repositoryRef", examples: ["author_of"] }, allow_deletes: { $ref: "#/$defs/allowDeletes" } }, required: ["task"], additionalProperties: !1, examples: ["report", { task: "report", outputs: ["report"] }] };
function te(s, { instancePath: i = "", parentData: x, parentDataProperty: $, rootData: k = s, dynamicAnchors: w = {} } = {}) {
  let e = null, t = 0, f = te.evaluated;
  if (f.dynamicProps && (f.props = void 0), f.dynamicItems && (f.items = void 0), typeof s != "string" && !(s && typeof s == "object" && !Array.isArray(s))) {
    let r = { instancePath: i, schemaPath: "#/type", keyword: "type", params: { type: ct.type }, message: "must be string,object" };
    e === null ? e = [r] : e.push(r), t++;
  }
  if (s && typeof s == "object" && !Array.isArray(s)) {
    if (s.task === void 0) {
      let r = { instancePath: i, schemaPath: "#/required", keyword: "required", params: { missingProperty: "task" }, message: "must have required property 'task'" };
      e === null ? e = [r] : e.push(r), t++;
    }
    for (let r in s)
      if (!(r === "task" || r === "outputs" || r === "meta" || r === "translator" || r === "allow_deletes")) {
        let a = { instancePath: i, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: r }, message: "must NOT have additional properties" };
        e === null ? e = [a] : e.push(a), t++;
      }
    if (s.task !== void 0) {
      let r = s.task;
      if (typeof r == "string") {
        if (!Ce.test(r)) {
          let a = { instancePath: i + "/task", schemaPath: "#/$defs/taskName/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9_][A-Za-z0-9_.-]*$" }, message: 'must match pattern "^[A-Za-z0-9_][A-Za-z0-9_.-]*$"' };
          e === null ? e = [a] : e.push(a), t++;
        }
      } else {
        let a = { instancePath: i + "/task", schemaPath: "#/$defs/taskName/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        e === null ? e = [a] : e.push(a), t++;
      }
    }
    if (s.outputs !== void 0) {
      let r = s.outputs;
      if (Array.isArray(r)) {
        let a = r.length;
        for (let o = 0; o < a; o++) {
          let d = r[o];
          if (typeof d == "string") {
            if (!q.test(d)) {
              let y = { instancePath: i + "/outputs/" + o, schemaPath: "#/$defs/identifier/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_-]*$" }, message: 'must match pattern "^[A-Za-z_][A-Za-z0-9_-]*$"' };
              e === null ? e = [y] : e.push(y), t++;
            }
          } else {
            let y = { instancePath: i + "/outputs/" + o, schemaPath: "#/$defs/identifier/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            e === null ? e = [y] : e.push(y), t++;
          }
        }
      } else {
        let a = { instancePath: i + "/outputs", schemaPath: "#/properties/outputs/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        e === null ? e = [a] : e.push(a), t++;
      }
    }
    if (s.meta !== void 0 && typeof s.meta != "boolean") {
      let r = { instancePath: i + "/meta", schemaPath: "#/properties/meta/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
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
  }
  return te.errors = e, t === 0;
}
te.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
var yt = { title: "Quota", description: "What one job takes of its pool while it runs: amounts by their unit. A text such as `50%` is that share of all that the pool `main` has.", type: ["object", "string"], pattern: "^[0-9]+(\\.[0-9]+)?%$", $comment: "amounts by their unit, or a share of the pool such as `50%`", properties: { pool: { title: "Pool", description: "The pool that it draws on.", type: "string", default: "main", examples: ["main"] }, cpu: { title: "CPU", description: "Cores.", $ref: "#/$defs/amount", examples: [1] }, memory: { title: "Memory", description: "Bytes.", $ref: "#/$defs/amount", examples: ["500Mi"] } }, propertyNames: { $ref: "#/$defs/plainName" }, additionalProperties: { title: "Named unit", description: "Any other unit of the pool.", $ref: "#/$defs/amount", examples: [1] }, examples: [{ cpu: 1, memory: "500Mi" }, { cpu: "50%" }, "100%"] }, je = { title: "Quantity", description: "A quantity, or a share of what the whole pool has of it, such as `50%`.", type: ["number", "string"], minimum: 0, pattern: "^(\\+?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+|[numkKMGTPE]|[KMGTPE]i)?|[0-9]+(\\.[0-9]+)?%)$", $comment: "a number, one with a suffix such as `500m` or `8Gi`, or a share such as `50%`", examples: [1, "500m", "8Gi", "50%"] }, ht = new RegExp("^[0-9]+(\\.[0-9]+)?%$", "u"), Ne = new RegExp("^(\\+?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+|[numkKMGTPE]|[KMGTPE]i)?|[0-9]+(\\.[0-9]+)?%)$", "u");
function S(s, { instancePath: i = "", parentData: x, parentDataProperty: $, rootData: k = s, dynamicAnchors: w = {} } = {}) {
  let e = null, t = 0, f = S.evaluated;
  if (f.dynamicProps && (f.props = void 0), f.dynamicItems && (f.items = void 0), !(s && typeof s == "object" && !Array.isArray(s)) && typeof s != "string") {
    let a = { instancePath: i, schemaPath: "#/type", keyword: "type", params: { type: yt.type }, message: "must be object,string" };
    e === null ? e = [a] : e.push(a), t++;
  }
  if (typeof s == "string" && !ht.test(s)) {
    let a = { instancePath: i, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^[0-9]+(\\.[0-9]+)?%$" }, message: 'must match pattern "^[0-9]+(\\.[0-9]+)?%$"' };
    e === null ? e = [a] : e.push(a), t++;
  }
  if (s && typeof s == "object" && !Array.isArray(s)) {
    for (let a in s) {
      let o = t;
      if (typeof a == "string") {
        if (!q.test(a)) {
          let d = { instancePath: i, schemaPath: "#/$defs/plainName/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_-]*$" }, message: 'must match pattern "^[A-Za-z_][A-Za-z0-9_-]*$"', propertyName: a };
          e === null ? e = [d] : e.push(d), t++;
        }
      } else {
        let d = { instancePath: i, schemaPath: "#/$defs/plainName/type", keyword: "type", params: { type: "string" }, message: "must be string", propertyName: a };
        e === null ? e = [d] : e.push(d), t++;
      }
      var r = o === t;
      if (!r) {
        let d = { instancePath: i, schemaPath: "#/propertyNames", keyword: "propertyNames", params: { propertyName: a }, message: "property name must be valid" };
        e === null ? e = [d] : e.push(d), t++;
      }
    }
    for (let a in s)
      if (!(a === "pool" || a === "cpu" || a === "memory")) {
        let o = s[a];
        if (!(typeof o == "number" && isFinite(o)) && typeof o != "string") {
          let d = { instancePath: i + "/" + a.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/$defs/amount/type", keyword: "type", params: { type: je.type }, message: "must be number,string" };
          e === null ? e = [d] : e.push(d), t++;
        }
        if (typeof o == "number" && isFinite(o) && (o < 0 || isNaN(o))) {
          let d = { instancePath: i + "/" + a.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/$defs/amount/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
          e === null ? e = [d] : e.push(d), t++;
        }
        if (typeof o == "string" && !Ne.test(o)) {
          let d = { instancePath: i + "/" + a.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/$defs/amount/pattern", keyword: "pattern", params: { pattern: "^(\\+?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+|[numkKMGTPE]|[KMGTPE]i)?|[0-9]+(\\.[0-9]+)?%)$" }, message: 'must match pattern "^(\\+?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+|[numkKMGTPE]|[KMGTPE]i)?|[0-9]+(\\.[0-9]+)?%)$"' };
          e === null ? e = [d] : e.push(d), t++;
        }
      }
    if (s.pool !== void 0 && typeof s.pool != "string") {
      let a = { instancePath: i + "/pool", schemaPath: "#/properties/pool/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [a] : e.push(a), t++;
    }
    if (s.cpu !== void 0) {
      let a = s.cpu;
      if (!(typeof a == "number" && isFinite(a)) && typeof a != "string") {
        let o = { instancePath: i + "/cpu", schemaPath: "#/$defs/amount/type", keyword: "type", params: { type: je.type }, message: "must be number,string" };
        e === null ? e = [o] : e.push(o), t++;
      }
      if (typeof a == "number" && isFinite(a) && (a < 0 || isNaN(a))) {
        let o = { instancePath: i + "/cpu", schemaPath: "#/$defs/amount/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
        e === null ? e = [o] : e.push(o), t++;
      }
      if (typeof a == "string" && !Ne.test(a)) {
        let o = { instancePath: i + "/cpu", schemaPath: "#/$defs/amount/pattern", keyword: "pattern", params: { pattern: "^(\\+?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+|[numkKMGTPE]|[KMGTPE]i)?|[0-9]+(\\.[0-9]+)?%)$" }, message: 'must match pattern "^(\\+?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+|[numkKMGTPE]|[KMGTPE]i)?|[0-9]+(\\.[0-9]+)?%)$"' };
        e === null ? e = [o] : e.push(o), t++;
      }
    }
    if (s.memory !== void 0) {
      let a = s.memory;
      if (!(typeof a == "number" && isFinite(a)) && typeof a != "string") {
        let o = { instancePath: i + "/memory", schemaPath: "#/$defs/amount/type", keyword: "type", params: { type: je.type }, message: "must be number,string" };
        e === null ? e = [o] : e.push(o), t++;
      }
      if (typeof a == "number" && isFinite(a) && (a < 0 || isNaN(a))) {
        let o = { instancePath: i + "/memory", schemaPath: "#/$defs/amount/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
        e === null ? e = [o] : e.push(o), t++;
      }
      if (typeof a == "string" && !Ne.test(a)) {
        let o = { instancePath: i + "/memory", schemaPath: "#/$defs/amount/pattern", keyword: "pattern", params: { pattern: "^(\\+?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+|[numkKMGTPE]|[KMGTPE]i)?|[0-9]+(\\.[0-9]+)?%)$" }, message: 'must match pattern "^(\\+?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+|[numkKMGTPE]|[KMGTPE]i)?|[0-9]+(\\.[0-9]+)?%)$"' };
        e === null ? e = [o] : e.push(o), t++;
      }
    }
  }
  return S.errors = e, t === 0;
}
S.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
var Le = { title: "Retry", description: "How often a failed job is tried again in the same build: a number of attempts, or with details.", type: ["integer", "object"], minimum: 1, properties: { attempts: { title: "Attempts", description: "How many in all; 1 is no retry.", type: "integer", minimum: 1, default: 3, examples: [3] }, backoff: { title: "Backoff", description: "The pause before the second attempt; it doubles each time.", $ref: "#/$defs/duration", default: "1s", examples: ["5s"] }, max_backoff: { title: "Longest backoff", description: "No pause is longer.", $ref: "#/$defs/duration", default: "5m", examples: ["5m"] }, on: { title: "On", description: "Which failures are tried again: exit statuses, names of exit codes, `timeout` for a timeout. Without it, any failure.", type: "array", minItems: 1, items: { title: "Failure", description: "An exit status, the name of an exit code, or `timeout`.", type: ["integer", "string"], pattern: "^(timeout|[A-Z][A-Z0-9_]*)$", minimum: 1, maximum: 255, $comment: "an exit status from 1 to 255, the name of an exit code, or `timeout`", examples: [75, "BUSY", "timeout"] }, examples: [[75, "BUSY", "timeout"]] } }, additionalProperties: !1, examples: [3, { attempts: 3, backoff: "5s" }] }, gt = new RegExp("^(timeout|[A-Z][A-Z0-9_]*)$", "u");
function se(s, { instancePath: i = "", parentData: x, parentDataProperty: $, rootData: k = s, dynamicAnchors: w = {} } = {}) {
  let e = null, t = 0, f = se.evaluated;
  if (f.dynamicProps && (f.props = void 0), f.dynamicItems && (f.items = void 0), !(typeof s == "number" && !(s % 1) && !isNaN(s) && isFinite(s)) && !(s && typeof s == "object" && !Array.isArray(s))) {
    let r = { instancePath: i, schemaPath: "#/type", keyword: "type", params: { type: Le.type }, message: "must be integer,object" };
    e === null ? e = [r] : e.push(r), t++;
  }
  if (typeof s == "number" && isFinite(s) && (s < 1 || isNaN(s))) {
    let r = { instancePath: i, schemaPath: "#/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
    e === null ? e = [r] : e.push(r), t++;
  }
  if (s && typeof s == "object" && !Array.isArray(s)) {
    for (let r in s)
      if (!(r === "attempts" || r === "backoff" || r === "max_backoff" || r === "on")) {
        let a = { instancePath: i, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: r }, message: "must NOT have additional properties" };
        e === null ? e = [a] : e.push(a), t++;
      }
    if (s.attempts !== void 0) {
      let r = s.attempts;
      if (!(typeof r == "number" && !(r % 1) && !isNaN(r) && isFinite(r))) {
        let a = { instancePath: i + "/attempts", schemaPath: "#/properties/attempts/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        e === null ? e = [a] : e.push(a), t++;
      }
      if (typeof r == "number" && isFinite(r) && (r < 1 || isNaN(r))) {
        let a = { instancePath: i + "/attempts", schemaPath: "#/properties/attempts/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
        e === null ? e = [a] : e.push(a), t++;
      }
    }
    if (s.backoff !== void 0) {
      let r = s.backoff;
      if (typeof r != "string" && !(typeof r == "number" && isFinite(r))) {
        let a = { instancePath: i + "/backoff", schemaPath: "#/$defs/duration/type", keyword: "type", params: { type: Ie.type }, message: "must be string,number" };
        e === null ? e = [a] : e.push(a), t++;
      }
      if (typeof r == "number" && isFinite(r) && (r <= 0 || isNaN(r))) {
        let a = { instancePath: i + "/backoff", schemaPath: "#/$defs/duration/exclusiveMinimum", keyword: "exclusiveMinimum", params: { comparison: ">", limit: 0 }, message: "must be > 0" };
        e === null ? e = [a] : e.push(a), t++;
      }
      if (typeof r == "string" && !Oe.test(r)) {
        let a = { instancePath: i + "/backoff", schemaPath: "#/$defs/duration/pattern", keyword: "pattern", params: { pattern: "^([0-9]+(\\.[0-9]+)?(ms|s|m|h|d))+$" }, message: 'must match pattern "^([0-9]+(\\.[0-9]+)?(ms|s|m|h|d))+$"' };
        e === null ? e = [a] : e.push(a), t++;
      }
    }
    if (s.max_backoff !== void 0) {
      let r = s.max_backoff;
      if (typeof r != "string" && !(typeof r == "number" && isFinite(r))) {
        let a = { instancePath: i + "/max_backoff", schemaPath: "#/$defs/duration/type", keyword: "type", params: { type: Ie.type }, message: "must be string,number" };
        e === null ? e = [a] : e.push(a), t++;
      }
      if (typeof r == "number" && isFinite(r) && (r <= 0 || isNaN(r))) {
        let a = { instancePath: i + "/max_backoff", schemaPath: "#/$defs/duration/exclusiveMinimum", keyword: "exclusiveMinimum", params: { comparison: ">", limit: 0 }, message: "must be > 0" };
        e === null ? e = [a] : e.push(a), t++;
      }
      if (typeof r == "string" && !Oe.test(r)) {
        let a = { instancePath: i + "/max_backoff", schemaPath: "#/$defs/duration/pattern", keyword: "pattern", params: { pattern: "^([0-9]+(\\.[0-9]+)?(ms|s|m|h|d))+$" }, message: 'must match pattern "^([0-9]+(\\.[0-9]+)?(ms|s|m|h|d))+$"' };
        e === null ? e = [a] : e.push(a), t++;
      }
    }
    if (s.on !== void 0) {
      let r = s.on;
      if (Array.isArray(r)) {
        if (r.length < 1) {
          let o = { instancePath: i + "/on", schemaPath: "#/properties/on/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
          e === null ? e = [o] : e.push(o), t++;
        }
        let a = r.length;
        for (let o = 0; o < a; o++) {
          let d = r[o];
          if (!(typeof d == "number" && !(d % 1) && !isNaN(d) && isFinite(d)) && typeof d != "string") {
            let y = { instancePath: i + "/on/" + o, schemaPath: "#/properties/on/items/type", keyword: "type", params: { type: Le.properties.on.items.type }, message: "must be integer,string" };
            e === null ? e = [y] : e.push(y), t++;
          }
          if (typeof d == "number" && isFinite(d)) {
            if (d > 255 || isNaN(d)) {
              let y = { instancePath: i + "/on/" + o, schemaPath: "#/properties/on/items/maximum", keyword: "maximum", params: { comparison: "<=", limit: 255 }, message: "must be <= 255" };
              e === null ? e = [y] : e.push(y), t++;
            }
            if (d < 1 || isNaN(d)) {
              let y = { instancePath: i + "/on/" + o, schemaPath: "#/properties/on/items/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
              e === null ? e = [y] : e.push(y), t++;
            }
          }
          if (typeof d == "string" && !gt.test(d)) {
            let y = { instancePath: i + "/on/" + o, schemaPath: "#/properties/on/items/pattern", keyword: "pattern", params: { pattern: "^(timeout|[A-Z][A-Z0-9_]*)$" }, message: 'must match pattern "^(timeout|[A-Z][A-Z0-9_]*)$"' };
            e === null ? e = [y] : e.push(y), t++;
          }
        }
      } else {
        let a = { instancePath: i + "/on", schemaPath: "#/properties/on/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        e === null ? e = [a] : e.push(a), t++;
      }
    }
  }
  return se.errors = e, t === 0;
}
se.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
var He = new RegExp("^[A-Z][A-Z0-9_]*$", "u");
function re(s, { instancePath: i = "", parentData: x, parentDataProperty: $, rootData: k = s, dynamicAnchors: w = {} } = {}) {
  let e = null, t = 0, f = re.evaluated;
  if (f.dynamicProps && (f.props = void 0), f.dynamicItems && (f.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    for (let a in s) {
      let o = t;
      if (typeof a == "string") {
        if (!He.test(a)) {
          let d = { instancePath: i, schemaPath: "#/$defs/exitName/pattern", keyword: "pattern", params: { pattern: "^[A-Z][A-Z0-9_]*$" }, message: 'must match pattern "^[A-Z][A-Z0-9_]*$"', propertyName: a };
          e === null ? e = [d] : e.push(d), t++;
        }
      } else {
        let d = { instancePath: i, schemaPath: "#/$defs/exitName/type", keyword: "type", params: { type: "string" }, message: "must be string", propertyName: a };
        e === null ? e = [d] : e.push(d), t++;
      }
      var r = o === t;
      if (!r) {
        let d = { instancePath: i, schemaPath: "#/propertyNames", keyword: "propertyNames", params: { propertyName: a }, message: "property name must be valid" };
        e === null ? e = [d] : e.push(d), t++;
      }
    }
    for (let a in s) {
      let o = s[a];
      if (o && typeof o == "object" && !Array.isArray(o)) {
        if (o.status === void 0) {
          let d = { instancePath: i + "/" + a.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/additionalProperties/required", keyword: "required", params: { missingProperty: "status" }, message: "must have required property 'status'" };
          e === null ? e = [d] : e.push(d), t++;
        }
        if (o.message === void 0) {
          let d = { instancePath: i + "/" + a.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/additionalProperties/required", keyword: "required", params: { missingProperty: "message" }, message: "must have required property 'message'" };
          e === null ? e = [d] : e.push(d), t++;
        }
        for (let d in o)
          if (!(d === "status" || d === "message" || d === "ok" || d === "retry" || d === "invalidates_cache")) {
            let y = { instancePath: i + "/" + a.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/additionalProperties/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: d }, message: "must NOT have additional properties" };
            e === null ? e = [y] : e.push(y), t++;
          }
        if (o.status !== void 0) {
          let d = o.status;
          if (!(typeof d == "number" && !(d % 1) && !isNaN(d) && isFinite(d))) {
            let y = { instancePath: i + "/" + a.replace(/~/g, "~0").replace(/\//g, "~1") + "/status", schemaPath: "#/additionalProperties/properties/status/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
            e === null ? e = [y] : e.push(y), t++;
          }
          if (typeof d == "number" && isFinite(d)) {
            if (d > 255 || isNaN(d)) {
              let y = { instancePath: i + "/" + a.replace(/~/g, "~0").replace(/\//g, "~1") + "/status", schemaPath: "#/additionalProperties/properties/status/maximum", keyword: "maximum", params: { comparison: "<=", limit: 255 }, message: "must be <= 255" };
              e === null ? e = [y] : e.push(y), t++;
            }
            if (d < 1 || isNaN(d)) {
              let y = { instancePath: i + "/" + a.replace(/~/g, "~0").replace(/\//g, "~1") + "/status", schemaPath: "#/additionalProperties/properties/status/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
              e === null ? e = [y] : e.push(y), t++;
            }
          }
        }
        if (o.message !== void 0 && typeof o.message != "string") {
          let d = { instancePath: i + "/" + a.replace(/~/g, "~0").replace(/\//g, "~1") + "/message", schemaPath: "#/additionalProperties/properties/message/type", keyword: "type", params: { type: "string" }, message: "must be string" };
          e === null ? e = [d] : e.push(d), t++;
        }
        if (o.ok !== void 0 && typeof o.ok != "boolean") {
          let d = { instancePath: i + "/" + a.replace(/~/g, "~0").replace(/\//g, "~1") + "/ok", schemaPath: "#/additionalProperties/properties/ok/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
          e === null ? e = [d] : e.push(d), t++;
        }
        if (o.retry !== void 0 && typeof o.retry != "boolean") {
          let d = { instancePath: i + "/" + a.replace(/~/g, "~0").replace(/\//g, "~1") + "/retry", schemaPath: "#/additionalProperties/properties/retry/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
          e === null ? e = [d] : e.push(d), t++;
        }
        if (o.invalidates_cache !== void 0 && typeof o.invalidates_cache != "boolean") {
          let d = { instancePath: i + "/" + a.replace(/~/g, "~0").replace(/\//g, "~1") + "/invalidates_cache", schemaPath: "#/additionalProperties/properties/invalidates_cache/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
          e === null ? e = [d] : e.push(d), t++;
        }
      } else {
        let d = { instancePath: i + "/" + a.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/additionalProperties/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        e === null ? e = [d] : e.push(d), t++;
      }
    }
  } else {
    let a = { instancePath: i, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = [a] : e.push(a), t++;
  }
  return re.errors = e, t === 0;
}
re.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
function ie(s, { instancePath: i = "", parentData: x, parentDataProperty: $, rootData: k = s, dynamicAnchors: w = {} } = {}) {
  let e = null, t = 0, f = ie.evaluated;
  f.dynamicProps && (f.props = void 0), f.dynamicItems && (f.items = void 0);
  let r = t, a = !1, o = null, d = t;
  if (s && typeof s == "object" && !Array.isArray(s) && s.use === void 0) {
    let m = { instancePath: i, schemaPath: "#/oneOf/0/required", keyword: "required", params: { missingProperty: "use" }, message: "must have required property 'use'" };
    e === null ? e = [m] : e.push(m), t++;
  }
  var h = d === t;
  h && (a = !0, o = 0);
  let y = t;
  if (s && typeof s == "object" && !Array.isArray(s) && s.run === void 0) {
    let m = { instancePath: i, schemaPath: "#/oneOf/1/required", keyword: "required", params: { missingProperty: "run" }, message: "must have required property 'run'" };
    e === null ? e = [m] : e.push(m), t++;
  }
  var h = y === t;
  if (h && a)
    a = !1, o = [o, 1];
  else {
    h && (a = !0, o = 1);
    let m = t;
    if (s && typeof s == "object" && !Array.isArray(s) && s.exec === void 0) {
      let n = { instancePath: i, schemaPath: "#/oneOf/2/required", keyword: "required", params: { missingProperty: "exec" }, message: "must have required property 'exec'" };
      e === null ? e = [n] : e.push(n), t++;
    }
    var h = m === t;
    if (h && a)
      a = !1, o = [o, 2];
    else {
      h && (a = !0, o = 2);
      let n = t;
      if (s && typeof s == "object" && !Array.isArray(s) && s.function === void 0) {
        let c = { instancePath: i, schemaPath: "#/oneOf/3/required", keyword: "required", params: { missingProperty: "function" }, message: "must have required property 'function'" };
        e === null ? e = [c] : e.push(c), t++;
      }
      var h = n === t;
      if (h && a)
        a = !1, o = [o, 3];
      else {
        h && (a = !0, o = 3);
        let c = t;
        if (s && typeof s == "object" && !Array.isArray(s) && s.tube === void 0) {
          let _ = { instancePath: i, schemaPath: "#/oneOf/4/required", keyword: "required", params: { missingProperty: "tube" }, message: "must have required property 'tube'" };
          e === null ? e = [_] : e.push(_), t++;
        }
        var h = c === t;
        h && a ? (a = !1, o = [o, 4]) : h && (a = !0, o = 4);
      }
    }
  }
  if (a)
    t = r, e !== null && (r ? e.length = r : e = null);
  else {
    let m = { instancePath: i, schemaPath: "#/oneOf", keyword: "oneOf", params: { passingSchemas: o }, message: "must match exactly one schema in oneOf" };
    e === null ? e = [m] : e.push(m), t++;
  }
  if (s && typeof s == "object" && !Array.isArray(s)) {
    for (let m in s)
      if (!le.call(ue.properties, m)) {
        let l = { instancePath: i, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: m }, message: "must NOT have additional properties" };
        e === null ? e = [l] : e.push(l), t++;
      }
    if (s.description !== void 0 && typeof s.description != "string") {
      let m = { instancePath: i + "/description", schemaPath: "#/properties/description/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [m] : e.push(m), t++;
    }
    if (s.use !== void 0 && typeof s.use != "string") {
      let m = { instancePath: i + "/use", schemaPath: "#/properties/use/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [m] : e.push(m), t++;
    }
    if (s.run !== void 0 && typeof s.run != "string") {
      let m = { instancePath: i + "/run", schemaPath: "#/properties/run/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [m] : e.push(m), t++;
    }
    if (s.exec !== void 0) {
      let m = s.exec;
      if (Array.isArray(m)) {
        if (m.length < 1) {
          let n = { instancePath: i + "/exec", schemaPath: "#/properties/exec/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
          e === null ? e = [n] : e.push(n), t++;
        }
        let l = m.length;
        for (let n = 0; n < l; n++)
          if (typeof m[n] != "string") {
            let p = { instancePath: i + "/exec/" + n, schemaPath: "#/properties/exec/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            e === null ? e = [p] : e.push(p), t++;
          }
      } else {
        let l = { instancePath: i + "/exec", schemaPath: "#/properties/exec/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        e === null ? e = [l] : e.push(l), t++;
      }
    }
    if (s.function !== void 0) {
      let m = s.function;
      if (typeof m != "string" && !(m && typeof m == "object" && !Array.isArray(m))) {
        let l = { instancePath: i + "/function", schemaPath: "#/$defs/functionRef/type", keyword: "type", params: { type: Ze.type }, message: "must be string,object" };
        e === null ? e = [l] : e.push(l), t++;
      }
      if (m && typeof m == "object" && !Array.isArray(m)) {
        if (m.module === void 0) {
          let l = { instancePath: i + "/function", schemaPath: "#/$defs/functionRef/required", keyword: "required", params: { missingProperty: "module" }, message: "must have required property 'module'" };
          e === null ? e = [l] : e.push(l), t++;
        }
        for (let l in m)
          if (!(l === "module" || l === "export")) {
            let n = { instancePath: i + "/function", schemaPath: "#/$defs/functionRef/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: l }, message: "must NOT have additional properties" };
            e === null ? e = [n] : e.push(n), t++;
          }
        if (m.module !== void 0 && typeof m.module != "string") {
          let l = { instancePath: i + "/function/module", schemaPath: "#/$defs/functionRef/properties/module/type", keyword: "type", params: { type: "string" }, message: "must be string" };
          e === null ? e = [l] : e.push(l), t++;
        }
        if (m.export !== void 0 && typeof m.export != "string") {
          let l = { instancePath: i + "/function/export", schemaPath: "#/$defs/functionRef/properties/export/type", keyword: "type", params: { type: "string" }, message: "must be string" };
          e === null ? e = [l] : e.push(l), t++;
        }
      }
    }
    if (s.tube !== void 0 && typeof s.tube != "string") {
      let m = { instancePath: i + "/tube", schemaPath: "#/properties/tube/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [m] : e.push(m), t++;
    }
    if (s.assets !== void 0) {
      let m = s.assets;
      if (Array.isArray(m)) {
        let l = m.length;
        for (let n = 0; n < l; n++) {
          let p = m[n];
          if (typeof p == "string") {
            if (!q.test(p)) {
              let c = { instancePath: i + "/assets/" + n, schemaPath: "#/$defs/identifier/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_-]*$" }, message: 'must match pattern "^[A-Za-z_][A-Za-z0-9_-]*$"' };
              e === null ? e = [c] : e.push(c), t++;
            }
          } else {
            let c = { instancePath: i + "/assets/" + n, schemaPath: "#/$defs/identifier/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            e === null ? e = [c] : e.push(c), t++;
          }
        }
      } else {
        let l = { instancePath: i + "/assets", schemaPath: "#/properties/assets/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        e === null ? e = [l] : e.push(l), t++;
      }
    }
    if (s.shell !== void 0) {
      let m = s.shell;
      if (Array.isArray(m)) {
        if (m.length < 1) {
          let n = { instancePath: i + "/shell", schemaPath: "#/$defs/shell/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
          e === null ? e = [n] : e.push(n), t++;
        }
        let l = m.length;
        for (let n = 0; n < l; n++)
          if (typeof m[n] != "string") {
            let p = { instancePath: i + "/shell/" + n, schemaPath: "#/$defs/shell/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            e === null ? e = [p] : e.push(p), t++;
          }
      } else {
        let l = { instancePath: i + "/shell", schemaPath: "#/$defs/shell/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        e === null ? e = [l] : e.push(l), t++;
      }
    }
    if (s.cwd !== void 0 && typeof s.cwd != "string") {
      let m = { instancePath: i + "/cwd", schemaPath: "#/properties/cwd/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [m] : e.push(m), t++;
    }
    if (s.inputs !== void 0) {
      let m = s.inputs;
      if (m && typeof m == "object" && !Array.isArray(m)) {
        for (let l in m) {
          let n = t;
          if (typeof l == "string") {
            if (!ce.test(l)) {
              let p = { instancePath: i + "/inputs", schemaPath: "#/$defs/linkName/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_-]*(\\.[A-Za-z_][A-Za-z0-9_-]*)*$" }, message: 'must match pattern "^[A-Za-z_][A-Za-z0-9_-]*(\\.[A-Za-z_][A-Za-z0-9_-]*)*$"', propertyName: l };
              e === null ? e = [p] : e.push(p), t++;
            }
          } else {
            let p = { instancePath: i + "/inputs", schemaPath: "#/$defs/linkName/type", keyword: "type", params: { type: "string" }, message: "must be string", propertyName: l };
            e === null ? e = [p] : e.push(p), t++;
          }
          var b = n === t;
          if (!b) {
            let p = { instancePath: i + "/inputs", schemaPath: "#/properties/inputs/propertyNames", keyword: "propertyNames", params: { propertyName: l }, message: "property name must be valid" };
            e === null ? e = [p] : e.push(p), t++;
          }
        }
        for (let l in m)
          D(m[l], { instancePath: i + "/inputs/" + l.replace(/~/g, "~0").replace(/\//g, "~1"), parentData: m, parentDataProperty: l, rootData: k, dynamicAnchors: w }) || (e = e === null ? D.errors : e.concat(D.errors), t = e.length);
      } else {
        let l = { instancePath: i + "/inputs", schemaPath: "#/properties/inputs/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        e === null ? e = [l] : e.push(l), t++;
      }
    }
    if (s.outputs !== void 0) {
      let m = s.outputs;
      if (m && typeof m == "object" && !Array.isArray(m)) {
        for (let l in m) {
          let n = t;
          if (typeof l == "string") {
            if (!ce.test(l)) {
              let p = { instancePath: i + "/outputs", schemaPath: "#/$defs/linkName/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_-]*(\\.[A-Za-z_][A-Za-z0-9_-]*)*$" }, message: 'must match pattern "^[A-Za-z_][A-Za-z0-9_-]*(\\.[A-Za-z_][A-Za-z0-9_-]*)*$"', propertyName: l };
              e === null ? e = [p] : e.push(p), t++;
            }
          } else {
            let p = { instancePath: i + "/outputs", schemaPath: "#/$defs/linkName/type", keyword: "type", params: { type: "string" }, message: "must be string", propertyName: l };
            e === null ? e = [p] : e.push(p), t++;
          }
          var P = n === t;
          if (!P) {
            let p = { instancePath: i + "/outputs", schemaPath: "#/properties/outputs/propertyNames", keyword: "propertyNames", params: { propertyName: l }, message: "property name must be valid" };
            e === null ? e = [p] : e.push(p), t++;
          }
        }
        for (let l in m)
          j(m[l], { instancePath: i + "/outputs/" + l.replace(/~/g, "~0").replace(/\//g, "~1"), parentData: m, parentDataProperty: l, rootData: k, dynamicAnchors: w }) || (e = e === null ? j.errors : e.concat(j.errors), t = e.length);
      } else {
        let l = { instancePath: i + "/outputs", schemaPath: "#/properties/outputs/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        e === null ? e = [l] : e.push(l), t++;
      }
    }
    if (s.links !== void 0) {
      let m = s.links;
      if (m && typeof m == "object" && !Array.isArray(m)) {
        for (let l in m) {
          let n = t;
          if (typeof l == "string") {
            if (!ce.test(l)) {
              let p = { instancePath: i + "/links", schemaPath: "#/$defs/linkName/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_-]*(\\.[A-Za-z_][A-Za-z0-9_-]*)*$" }, message: 'must match pattern "^[A-Za-z_][A-Za-z0-9_-]*(\\.[A-Za-z_][A-Za-z0-9_-]*)*$"', propertyName: l };
              e === null ? e = [p] : e.push(p), t++;
            }
          } else {
            let p = { instancePath: i + "/links", schemaPath: "#/$defs/linkName/type", keyword: "type", params: { type: "string" }, message: "must be string", propertyName: l };
            e === null ? e = [p] : e.push(p), t++;
          }
          var g = n === t;
          if (!g) {
            let p = { instancePath: i + "/links", schemaPath: "#/properties/links/propertyNames", keyword: "propertyNames", params: { propertyName: l }, message: "property name must be valid" };
            e === null ? e = [p] : e.push(p), t++;
          }
        }
        for (let l in m)
          ee(m[l], { instancePath: i + "/links/" + l.replace(/~/g, "~0").replace(/\//g, "~1"), parentData: m, parentDataProperty: l, rootData: k, dynamicAnchors: w }) || (e = e === null ? ee.errors : e.concat(ee.errors), t = e.length);
      } else {
        let l = { instancePath: i + "/links", schemaPath: "#/properties/links/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        e === null ? e = [l] : e.push(l), t++;
      }
    }
    if (s.plug !== void 0) {
      let m = s.plug;
      if (Array.isArray(m)) {
        if (m.length < 1) {
          let n = { instancePath: i + "/plug", schemaPath: "#/properties/plug/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
          e === null ? e = [n] : e.push(n), t++;
        }
        let l = m.length;
        for (let n = 0; n < l; n++)
          te(m[n], { instancePath: i + "/plug/" + n, parentData: m, parentDataProperty: n, rootData: k, dynamicAnchors: w }) || (e = e === null ? te.errors : e.concat(te.errors), t = e.length);
      } else {
        let l = { instancePath: i + "/plug", schemaPath: "#/properties/plug/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        e === null ? e = [l] : e.push(l), t++;
      }
    }
    if (s.params !== void 0) {
      let m = s.params;
      if (m && typeof m == "object" && !Array.isArray(m))
        for (let l in m) {
          let n = t;
          if (typeof l == "string") {
            if (!q.test(l)) {
              let p = { instancePath: i + "/params", schemaPath: "#/$defs/identifier/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_-]*$" }, message: 'must match pattern "^[A-Za-z_][A-Za-z0-9_-]*$"', propertyName: l };
              e === null ? e = [p] : e.push(p), t++;
            }
          } else {
            let p = { instancePath: i + "/params", schemaPath: "#/$defs/identifier/type", keyword: "type", params: { type: "string" }, message: "must be string", propertyName: l };
            e === null ? e = [p] : e.push(p), t++;
          }
          var v = n === t;
          if (!v) {
            let p = { instancePath: i + "/params", schemaPath: "#/properties/params/propertyNames", keyword: "propertyNames", params: { propertyName: l }, message: "property name must be valid" };
            e === null ? e = [p] : e.push(p), t++;
          }
        }
      else {
        let l = { instancePath: i + "/params", schemaPath: "#/properties/params/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        e === null ? e = [l] : e.push(l), t++;
      }
    }
    if (s.env !== void 0) {
      let m = s.env;
      if (m && typeof m == "object" && !Array.isArray(m)) {
        for (let l in m) {
          let n = t;
          if (typeof l == "string") {
            if (!Ee.test(l)) {
              let p = { instancePath: i + "/env", schemaPath: "#/$defs/environment/propertyNames/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_]*$" }, message: 'must match pattern "^[A-Za-z_][A-Za-z0-9_]*$"', propertyName: l };
              e === null ? e = [p] : e.push(p), t++;
            }
          } else {
            let p = { instancePath: i + "/env", schemaPath: "#/$defs/environment/propertyNames/type", keyword: "type", params: { type: "string" }, message: "must be string", propertyName: l };
            e === null ? e = [p] : e.push(p), t++;
          }
          var A = n === t;
          if (!A) {
            let p = { instancePath: i + "/env", schemaPath: "#/$defs/environment/propertyNames", keyword: "propertyNames", params: { propertyName: l }, message: "property name must be valid" };
            e === null ? e = [p] : e.push(p), t++;
          }
        }
        for (let l in m) {
          let n = m[l];
          if (typeof n != "string" && !(typeof n == "number" && isFinite(n)) && typeof n != "boolean") {
            let p = { instancePath: i + "/env/" + l.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/$defs/environment/additionalProperties/type", keyword: "type", params: { type: lt.additionalProperties.type }, message: "must be string,number,boolean" };
            e === null ? e = [p] : e.push(p), t++;
          }
        }
      } else {
        let l = { instancePath: i + "/env", schemaPath: "#/$defs/environment/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        e === null ? e = [l] : e.push(l), t++;
      }
    }
    if (s.stdin !== void 0 && (D(s.stdin, { instancePath: i + "/stdin", parentData: s, parentDataProperty: "stdin", rootData: k, dynamicAnchors: w }) || (e = e === null ? D.errors : e.concat(D.errors), t = e.length)), s.stdout !== void 0 && (j(s.stdout, { instancePath: i + "/stdout", parentData: s, parentDataProperty: "stdout", rootData: k, dynamicAnchors: w }) || (e = e === null ? j.errors : e.concat(j.errors), t = e.length)), s.stderr !== void 0 && (j(s.stderr, { instancePath: i + "/stderr", parentData: s, parentDataProperty: "stderr", rootData: k, dynamicAnchors: w }) || (e = e === null ? j.errors : e.concat(j.errors), t = e.length)), s.logs !== void 0 && (j(s.logs, { instancePath: i + "/logs", parentData: s, parentDataProperty: "logs", rootData: k, dynamicAnchors: w }) || (e = e === null ? j.errors : e.concat(j.errors), t = e.length)), s.done !== void 0 && (j(s.done, { instancePath: i + "/done", parentData: s, parentDataProperty: "done", rootData: k, dynamicAnchors: w }) || (e = e === null ? j.errors : e.concat(j.errors), t = e.length)), s.live !== void 0 && (j(s.live, { instancePath: i + "/live", parentData: s, parentDataProperty: "live", rootData: k, dynamicAnchors: w }) || (e = e === null ? j.errors : e.concat(j.errors), t = e.length)), s.quota !== void 0 && (S(s.quota, { instancePath: i + "/quota", parentData: s, parentDataProperty: "quota", rootData: k, dynamicAnchors: w }) || (e = e === null ? S.errors : e.concat(S.errors), t = e.length)), s.fallback_quota !== void 0 && (S(s.fallback_quota, { instancePath: i + "/fallback_quota", parentData: s, parentDataProperty: "fallback_quota", rootData: k, dynamicAnchors: w }) || (e = e === null ? S.errors : e.concat(S.errors), t = e.length)), s.priority !== void 0) {
      let m = s.priority;
      if (!(typeof m == "number" && isFinite(m)) && typeof m != "string" && !(m && typeof m == "object" && !Array.isArray(m))) {
        let l = { instancePath: i + "/priority", schemaPath: "#/properties/priority/type", keyword: "type", params: { type: ue.properties.priority.type }, message: "must be number,string,object" };
        e === null ? e = [l] : e.push(l), t++;
      }
      if (typeof m == "string" && !mt.test(m)) {
        let l = { instancePath: i + "/priority", schemaPath: "#/properties/priority/pattern", keyword: "pattern", params: { pattern: "\\{[{%]" }, message: 'must match pattern "\\{[{%]"' };
        e === null ? e = [l] : e.push(l), t++;
      }
      if (m && typeof m == "object" && !Array.isArray(m)) {
        if (m.function === void 0) {
          let l = { instancePath: i + "/priority", schemaPath: "#/properties/priority/required", keyword: "required", params: { missingProperty: "function" }, message: "must have required property 'function'" };
          e === null ? e = [l] : e.push(l), t++;
        }
        for (let l in m)
          if (l !== "function") {
            let n = { instancePath: i + "/priority", schemaPath: "#/properties/priority/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: l }, message: "must NOT have additional properties" };
            e === null ? e = [n] : e.push(n), t++;
          }
        if (m.function !== void 0) {
          let l = m.function;
          if (typeof l != "string" && !(l && typeof l == "object" && !Array.isArray(l))) {
            let n = { instancePath: i + "/priority/function", schemaPath: "#/$defs/functionRef/type", keyword: "type", params: { type: Ze.type }, message: "must be string,object" };
            e === null ? e = [n] : e.push(n), t++;
          }
          if (l && typeof l == "object" && !Array.isArray(l)) {
            if (l.module === void 0) {
              let n = { instancePath: i + "/priority/function", schemaPath: "#/$defs/functionRef/required", keyword: "required", params: { missingProperty: "module" }, message: "must have required property 'module'" };
              e === null ? e = [n] : e.push(n), t++;
            }
            for (let n in l)
              if (!(n === "module" || n === "export")) {
                let p = { instancePath: i + "/priority/function", schemaPath: "#/$defs/functionRef/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: n }, message: "must NOT have additional properties" };
                e === null ? e = [p] : e.push(p), t++;
              }
            if (l.module !== void 0 && typeof l.module != "string") {
              let n = { instancePath: i + "/priority/function/module", schemaPath: "#/$defs/functionRef/properties/module/type", keyword: "type", params: { type: "string" }, message: "must be string" };
              e === null ? e = [n] : e.push(n), t++;
            }
            if (l.export !== void 0 && typeof l.export != "string") {
              let n = { instancePath: i + "/priority/function/export", schemaPath: "#/$defs/functionRef/properties/export/type", keyword: "type", params: { type: "string" }, message: "must be string" };
              e === null ? e = [n] : e.push(n), t++;
            }
          }
        }
      }
    }
    if (s.timeout !== void 0) {
      let m = s.timeout;
      if (typeof m != "string" && !(typeof m == "number" && isFinite(m))) {
        let l = { instancePath: i + "/timeout", schemaPath: "#/$defs/duration/type", keyword: "type", params: { type: Ie.type }, message: "must be string,number" };
        e === null ? e = [l] : e.push(l), t++;
      }
      if (typeof m == "number" && isFinite(m) && (m <= 0 || isNaN(m))) {
        let l = { instancePath: i + "/timeout", schemaPath: "#/$defs/duration/exclusiveMinimum", keyword: "exclusiveMinimum", params: { comparison: ">", limit: 0 }, message: "must be > 0" };
        e === null ? e = [l] : e.push(l), t++;
      }
      if (typeof m == "string" && !Oe.test(m)) {
        let l = { instancePath: i + "/timeout", schemaPath: "#/$defs/duration/pattern", keyword: "pattern", params: { pattern: "^([0-9]+(\\.[0-9]+)?(ms|s|m|h|d))+$" }, message: 'must match pattern "^([0-9]+(\\.[0-9]+)?(ms|s|m|h|d))+$"' };
        e === null ? e = [l] : e.push(l), t++;
      }
    }
    if (s.retry !== void 0 && (se(s.retry, { instancePath: i + "/retry", parentData: s, parentDataProperty: "retry", rootData: k, dynamicAnchors: w }) || (e = e === null ? se.errors : e.concat(se.errors), t = e.length)), s.rerun !== void 0) {
      let m = s.rerun;
      if (!(m === "changed" || m === "once" || m === "always")) {
        let l = { instancePath: i + "/rerun", schemaPath: "#/properties/rerun/enum", keyword: "enum", params: { allowedValues: ue.properties.rerun.enum }, message: "must be equal to one of the allowed values" };
        e === null ? e = [l] : e.push(l), t++;
      }
    }
    if (s.on_change !== void 0) {
      let m = s.on_change;
      if (!(m === "queue" || m === "restart")) {
        let l = { instancePath: i + "/on_change", schemaPath: "#/properties/on_change/enum", keyword: "enum", params: { allowedValues: ue.properties.on_change.enum }, message: "must be equal to one of the allowed values" };
        e === null ? e = [l] : e.push(l), t++;
      }
    }
    if (s.failure_ok !== void 0 && typeof s.failure_ok != "boolean") {
      let m = { instancePath: i + "/failure_ok", schemaPath: "#/properties/failure_ok/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
      e === null ? e = [m] : e.push(m), t++;
    }
    if (s.service !== void 0 && typeof s.service != "boolean") {
      let m = { instancePath: i + "/service", schemaPath: "#/properties/service/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
      e === null ? e = [m] : e.push(m), t++;
    }
    if (s.ready_when !== void 0) {
      let m = s.ready_when;
      if (m && typeof m == "object" && !Array.isArray(m)) {
        if (Object.keys(m).length < 1) {
          let l = { instancePath: i + "/ready_when", schemaPath: "#/$defs/readyWhen/minProperties", keyword: "minProperties", params: { limit: 1 }, message: "must NOT have fewer than 1 properties" };
          e === null ? e = [l] : e.push(l), t++;
        }
        for (let l in m)
          if (!(l === "line" || l === "port" || l === "file")) {
            let n = { instancePath: i + "/ready_when", schemaPath: "#/$defs/readyWhen/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: l }, message: "must NOT have additional properties" };
            e === null ? e = [n] : e.push(n), t++;
          }
        if (m.line !== void 0) {
          let l = m.line;
          if (typeof l == "string") {
            if (ye(l) < 1) {
              let n = { instancePath: i + "/ready_when/line", schemaPath: "#/$defs/readyWhen/properties/line/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              e === null ? e = [n] : e.push(n), t++;
            }
          } else {
            let n = { instancePath: i + "/ready_when/line", schemaPath: "#/$defs/readyWhen/properties/line/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            e === null ? e = [n] : e.push(n), t++;
          }
        }
        if (m.port !== void 0) {
          let l = m.port;
          if (!(typeof l == "number" && !(l % 1) && !isNaN(l) && isFinite(l))) {
            let n = { instancePath: i + "/ready_when/port", schemaPath: "#/$defs/readyWhen/properties/port/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
            e === null ? e = [n] : e.push(n), t++;
          }
          if (typeof l == "number" && isFinite(l)) {
            if (l > 65535 || isNaN(l)) {
              let n = { instancePath: i + "/ready_when/port", schemaPath: "#/$defs/readyWhen/properties/port/maximum", keyword: "maximum", params: { comparison: "<=", limit: 65535 }, message: "must be <= 65535" };
              e === null ? e = [n] : e.push(n), t++;
            }
            if (l < 1 || isNaN(l)) {
              let n = { instancePath: i + "/ready_when/port", schemaPath: "#/$defs/readyWhen/properties/port/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
              e === null ? e = [n] : e.push(n), t++;
            }
          }
        }
        if (m.file !== void 0) {
          let l = m.file;
          if (typeof l == "string") {
            if (ye(l) < 1) {
              let n = { instancePath: i + "/ready_when/file", schemaPath: "#/$defs/readyWhen/properties/file/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              e === null ? e = [n] : e.push(n), t++;
            }
          } else {
            let n = { instancePath: i + "/ready_when/file", schemaPath: "#/$defs/readyWhen/properties/file/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            e === null ? e = [n] : e.push(n), t++;
          }
        }
      } else {
        let l = { instancePath: i + "/ready_when", schemaPath: "#/$defs/readyWhen/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        e === null ? e = [l] : e.push(l), t++;
      }
    }
    if (s.needs !== void 0) {
      let m = s.needs;
      if (Array.isArray(m)) {
        let l = m.length;
        for (let c = 0; c < l; c++)
          if (typeof m[c] != "string") {
            let u = { instancePath: i + "/needs/" + c, schemaPath: "#/properties/needs/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            e === null ? e = [u] : e.push(u), t++;
          }
        let n = m.length, p;
        if (n > 1) {
          let c = {};
          for (; n--; ) {
            let u = m[n];
            if (typeof u == "string") {
              if (typeof c[u] == "number") {
                p = c[u];
                let _ = { instancePath: i + "/needs", schemaPath: "#/properties/needs/uniqueItems", keyword: "uniqueItems", params: { i: n, j: p }, message: "must NOT have duplicate items (items ## " + p + " and " + n + " are identical)" };
                e === null ? e = [_] : e.push(_), t++;
                break;
              }
              c[u] = n;
            }
          }
        }
      } else {
        let l = { instancePath: i + "/needs", schemaPath: "#/properties/needs/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        e === null ? e = [l] : e.push(l), t++;
      }
    }
    if (s.long_running !== void 0 && typeof s.long_running != "boolean") {
      let m = { instancePath: i + "/long_running", schemaPath: "#/properties/long_running/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
      e === null ? e = [m] : e.push(m), t++;
    }
    if (s.default !== void 0 && typeof s.default != "boolean") {
      let m = { instancePath: i + "/default", schemaPath: "#/properties/default/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
      e === null ? e = [m] : e.push(m), t++;
    }
    if (s.disabled !== void 0 && typeof s.disabled != "boolean") {
      let m = { instancePath: i + "/disabled", schemaPath: "#/properties/disabled/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
      e === null ? e = [m] : e.push(m), t++;
    }
    if (s.tools !== void 0) {
      let m = s.tools;
      if (Array.isArray(m)) {
        let l = m.length;
        for (let n = 0; n < l; n++)
          if (typeof m[n] != "string") {
            let p = { instancePath: i + "/tools/" + n, schemaPath: "#/properties/tools/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            e === null ? e = [p] : e.push(p), t++;
          }
      } else {
        let l = { instancePath: i + "/tools", schemaPath: "#/properties/tools/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        e === null ? e = [l] : e.push(l), t++;
      }
    }
    if (s.sources !== void 0) {
      let m = s.sources;
      if (Array.isArray(m)) {
        let l = m.length;
        for (let n = 0; n < l; n++)
          if (typeof m[n] != "string") {
            let p = { instancePath: i + "/sources/" + n, schemaPath: "#/properties/sources/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            e === null ? e = [p] : e.push(p), t++;
          }
      } else {
        let l = { instancePath: i + "/sources", schemaPath: "#/properties/sources/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        e === null ? e = [l] : e.push(l), t++;
      }
    }
    if (s.depfile !== void 0) {
      let m = s.depfile;
      if (!(m === "make" || m === "none")) {
        let l = { instancePath: i + "/depfile", schemaPath: "#/properties/depfile/enum", keyword: "enum", params: { allowedValues: ue.properties.depfile.enum }, message: "must be equal to one of the allowed values" };
        e === null ? e = [l] : e.push(l), t++;
      }
    }
    if (s.max_concurrent !== void 0) {
      let m = s.max_concurrent;
      if (!(typeof m == "number" && !(m % 1) && !isNaN(m) && isFinite(m))) {
        let l = { instancePath: i + "/max_concurrent", schemaPath: "#/properties/max_concurrent/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        e === null ? e = [l] : e.push(l), t++;
      }
      if (typeof m == "number" && isFinite(m) && (m < 1 || isNaN(m))) {
        let l = { instancePath: i + "/max_concurrent", schemaPath: "#/properties/max_concurrent/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
        e === null ? e = [l] : e.push(l), t++;
      }
    }
    if (s.replicable !== void 0 && typeof s.replicable != "boolean") {
      let m = { instancePath: i + "/replicable", schemaPath: "#/properties/replicable/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
      e === null ? e = [m] : e.push(m), t++;
    }
    if (s.max_replicas !== void 0) {
      let m = s.max_replicas;
      if (!(typeof m == "number" && !(m % 1) && !isNaN(m) && isFinite(m))) {
        let l = { instancePath: i + "/max_replicas", schemaPath: "#/properties/max_replicas/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        e === null ? e = [l] : e.push(l), t++;
      }
      if (typeof m == "number" && isFinite(m) && (m < 1 || isNaN(m))) {
        let l = { instancePath: i + "/max_replicas", schemaPath: "#/properties/max_replicas/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
        e === null ? e = [l] : e.push(l), t++;
      }
    }
    if (s.priority_factor !== void 0) {
      let m = s.priority_factor;
      if (typeof m == "number" && isFinite(m)) {
        if (m > 1 || isNaN(m)) {
          let l = { instancePath: i + "/priority_factor", schemaPath: "#/properties/priority_factor/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1 }, message: "must be <= 1" };
          e === null ? e = [l] : e.push(l), t++;
        }
        if (m <= 0 || isNaN(m)) {
          let l = { instancePath: i + "/priority_factor", schemaPath: "#/properties/priority_factor/exclusiveMinimum", keyword: "exclusiveMinimum", params: { comparison: ">", limit: 0 }, message: "must be > 0" };
          e === null ? e = [l] : e.push(l), t++;
        }
      } else {
        let l = { instancePath: i + "/priority_factor", schemaPath: "#/properties/priority_factor/type", keyword: "type", params: { type: "number" }, message: "must be number" };
        e === null ? e = [l] : e.push(l), t++;
      }
    }
    if (s.priority_addend !== void 0) {
      let m = s.priority_addend;
      if (typeof m == "number" && isFinite(m)) {
        if (m < 0 || isNaN(m)) {
          let l = { instancePath: i + "/priority_addend", schemaPath: "#/properties/priority_addend/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
          e === null ? e = [l] : e.push(l), t++;
        }
      } else {
        let l = { instancePath: i + "/priority_addend", schemaPath: "#/properties/priority_addend/type", keyword: "type", params: { type: "number" }, message: "must be number" };
        e === null ? e = [l] : e.push(l), t++;
      }
    }
    s.exit_codes !== void 0 && (re(s.exit_codes, { instancePath: i + "/exit_codes", parentData: s, parentDataProperty: "exit_codes", rootData: k, dynamicAnchors: w }) || (e = e === null ? re.errors : e.concat(re.errors), t = e.length));
  } else {
    let m = { instancePath: i, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = [m] : e.push(m), t++;
  }
  return ie.errors = e, t === 0;
}
ie.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
function ke(s, { instancePath: i = "", parentData: x, parentDataProperty: $, rootData: k = s, dynamicAnchors: w = {} } = {}) {
  let e = null, t = 0, f = ke.evaluated;
  if (f.dynamicProps && (f.props = void 0), f.dynamicItems && (f.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    for (let h in s)
      if (!(le.call(Fe.properties, h) || Ge.test(h))) {
        let b = { instancePath: i, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: h }, message: "must NOT have additional properties" };
        e === null ? e = [b] : e.push(b), t++;
      }
    if (s.$schema !== void 0 && typeof s.$schema != "string") {
      let h = { instancePath: i + "/$schema", schemaPath: "#/properties/%24schema/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [h] : e.push(h), t++;
    }
    if (s.name !== void 0) {
      let h = s.name;
      if (typeof h == "string") {
        if (!et.test(h)) {
          let b = { instancePath: i + "/name", schemaPath: "#/properties/name/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9][A-Za-z0-9_.-]*$" }, message: 'must match pattern "^[A-Za-z0-9][A-Za-z0-9_.-]*$"' };
          e === null ? e = [b] : e.push(b), t++;
        }
      } else {
        let b = { instancePath: i + "/name", schemaPath: "#/properties/name/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        e === null ? e = [b] : e.push(b), t++;
      }
    }
    if (s.description !== void 0 && typeof s.description != "string") {
      let h = { instancePath: i + "/description", schemaPath: "#/properties/description/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [h] : e.push(h), t++;
    }
    if (s.include !== void 0) {
      let h = s.include;
      if (Array.isArray(h)) {
        let b = h.length;
        for (let P = 0; P < b; P++)
          M(h[P], { instancePath: i + "/include/" + P, parentData: h, parentDataProperty: P, rootData: k, dynamicAnchors: w }) || (e = e === null ? M.errors : e.concat(M.errors), t = e.length);
      } else {
        let b = { instancePath: i + "/include", schemaPath: "#/properties/include/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        e === null ? e = [b] : e.push(b), t++;
      }
    }
    if (s.params !== void 0) {
      let h = s.params;
      if (h && typeof h == "object" && !Array.isArray(h)) {
        for (let b in h) {
          let P = t;
          if (typeof b == "string") {
            if (!q.test(b)) {
              let g = { instancePath: i + "/params", schemaPath: "#/$defs/identifier/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_-]*$" }, message: 'must match pattern "^[A-Za-z_][A-Za-z0-9_-]*$"', propertyName: b };
              e === null ? e = [g] : e.push(g), t++;
            }
          } else {
            let g = { instancePath: i + "/params", schemaPath: "#/$defs/identifier/type", keyword: "type", params: { type: "string" }, message: "must be string", propertyName: b };
            e === null ? e = [g] : e.push(g), t++;
          }
          var r = P === t;
          if (!r) {
            let g = { instancePath: i + "/params", schemaPath: "#/properties/params/propertyNames", keyword: "propertyNames", params: { propertyName: b }, message: "property name must be valid" };
            e === null ? e = [g] : e.push(g), t++;
          }
        }
        for (let b in h) {
          let P = h[b];
          if (typeof P != "string" && !(typeof P == "number" && isFinite(P)) && typeof P != "boolean" && !(P && typeof P == "object" && !Array.isArray(P))) {
            let g = { instancePath: i + "/params/" + b.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/params/additionalProperties/type", keyword: "type", params: { type: Fe.properties.params.additionalProperties.type }, message: "must be string,number,boolean,object" };
            e === null ? e = [g] : e.push(g), t++;
          }
          if (P && typeof P == "object" && !Array.isArray(P)) {
            if (P.secret === void 0) {
              let g = { instancePath: i + "/params/" + b.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/params/additionalProperties/required", keyword: "required", params: { missingProperty: "secret" }, message: "must have required property 'secret'" };
              e === null ? e = [g] : e.push(g), t++;
            }
            if (P.env === void 0) {
              let g = { instancePath: i + "/params/" + b.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/params/additionalProperties/required", keyword: "required", params: { missingProperty: "env" }, message: "must have required property 'env'" };
              e === null ? e = [g] : e.push(g), t++;
            }
            for (let g in P)
              if (!(g === "secret" || g === "env")) {
                let v = { instancePath: i + "/params/" + b.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/params/additionalProperties/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: g }, message: "must NOT have additional properties" };
                e === null ? e = [v] : e.push(v), t++;
              }
            if (P.secret !== void 0 && P.secret !== !0) {
              let g = { instancePath: i + "/params/" + b.replace(/~/g, "~0").replace(/\//g, "~1") + "/secret", schemaPath: "#/properties/params/additionalProperties/properties/secret/const", keyword: "const", params: { allowedValue: !0 }, message: "must be equal to constant" };
              e === null ? e = [g] : e.push(g), t++;
            }
            if (P.env !== void 0) {
              let g = P.env;
              if (typeof g == "string") {
                if (!Ee.test(g)) {
                  let v = { instancePath: i + "/params/" + b.replace(/~/g, "~0").replace(/\//g, "~1") + "/env", schemaPath: "#/properties/params/additionalProperties/properties/env/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_]*$" }, message: 'must match pattern "^[A-Za-z_][A-Za-z0-9_]*$"' };
                  e === null ? e = [v] : e.push(v), t++;
                }
              } else {
                let v = { instancePath: i + "/params/" + b.replace(/~/g, "~0").replace(/\//g, "~1") + "/env", schemaPath: "#/properties/params/additionalProperties/properties/env/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                e === null ? e = [v] : e.push(v), t++;
              }
            }
          }
        }
      } else {
        let b = { instancePath: i + "/params", schemaPath: "#/properties/params/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        e === null ? e = [b] : e.push(b), t++;
      }
    }
    if (s.env !== void 0) {
      let h = s.env;
      if (Array.isArray(h)) {
        let b = h.length;
        for (let P = 0; P < b; P++) {
          let g = h[P];
          if (typeof g == "string") {
            if (!Ke.test(g)) {
              let v = { instancePath: i + "/env/" + P, schemaPath: "#/$defs/variablePattern/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_]*\\*?$" }, message: 'must match pattern "^[A-Za-z_][A-Za-z0-9_]*\\*?$"' };
              e === null ? e = [v] : e.push(v), t++;
            }
          } else {
            let v = { instancePath: i + "/env/" + P, schemaPath: "#/$defs/variablePattern/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            e === null ? e = [v] : e.push(v), t++;
          }
        }
      } else {
        let b = { instancePath: i + "/env", schemaPath: "#/properties/env/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        e === null ? e = [b] : e.push(b), t++;
      }
    }
    if (s.pass_env !== void 0) {
      let h = s.pass_env;
      if (Array.isArray(h)) {
        let b = h.length;
        for (let P = 0; P < b; P++) {
          let g = h[P];
          if (typeof g == "string") {
            if (!Ke.test(g)) {
              let v = { instancePath: i + "/pass_env/" + P, schemaPath: "#/$defs/variablePattern/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_]*\\*?$" }, message: 'must match pattern "^[A-Za-z_][A-Za-z0-9_]*\\*?$"' };
              e === null ? e = [v] : e.push(v), t++;
            }
          } else {
            let v = { instancePath: i + "/pass_env/" + P, schemaPath: "#/$defs/variablePattern/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            e === null ? e = [v] : e.push(v), t++;
          }
        }
      } else {
        let b = { instancePath: i + "/pass_env", schemaPath: "#/properties/pass_env/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        e === null ? e = [b] : e.push(b), t++;
      }
    }
    if (s.repositories !== void 0) {
      let h = s.repositories;
      if (h && typeof h == "object" && !Array.isArray(h)) {
        for (let b in h) {
          let P = t;
          if (typeof b == "string") {
            if (!q.test(b)) {
              let g = { instancePath: i + "/repositories", schemaPath: "#/$defs/plainName/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_-]*$" }, message: 'must match pattern "^[A-Za-z_][A-Za-z0-9_-]*$"', propertyName: b };
              e === null ? e = [g] : e.push(g), t++;
            }
          } else {
            let g = { instancePath: i + "/repositories", schemaPath: "#/$defs/plainName/type", keyword: "type", params: { type: "string" }, message: "must be string", propertyName: b };
            e === null ? e = [g] : e.push(g), t++;
          }
          var a = P === t;
          if (!a) {
            let g = { instancePath: i + "/repositories", schemaPath: "#/properties/repositories/propertyNames", keyword: "propertyNames", params: { propertyName: b }, message: "property name must be valid" };
            e === null ? e = [g] : e.push(g), t++;
          }
        }
        for (let b in h)
          Q(h[b], { instancePath: i + "/repositories/" + b.replace(/~/g, "~0").replace(/\//g, "~1"), parentData: h, parentDataProperty: b, rootData: k, dynamicAnchors: w }) || (e = e === null ? Q.errors : e.concat(Q.errors), t = e.length);
      } else {
        let b = { instancePath: i + "/repositories", schemaPath: "#/properties/repositories/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        e === null ? e = [b] : e.push(b), t++;
      }
    }
    if (s.assets !== void 0) {
      let h = s.assets;
      if (h && typeof h == "object" && !Array.isArray(h)) {
        for (let b in h) {
          let P = t;
          if (typeof b == "string") {
            if (!q.test(b)) {
              let g = { instancePath: i + "/assets", schemaPath: "#/$defs/identifier/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_-]*$" }, message: 'must match pattern "^[A-Za-z_][A-Za-z0-9_-]*$"', propertyName: b };
              e === null ? e = [g] : e.push(g), t++;
            }
          } else {
            let g = { instancePath: i + "/assets", schemaPath: "#/$defs/identifier/type", keyword: "type", params: { type: "string" }, message: "must be string", propertyName: b };
            e === null ? e = [g] : e.push(g), t++;
          }
          var o = P === t;
          if (!o) {
            let g = { instancePath: i + "/assets", schemaPath: "#/properties/assets/propertyNames", keyword: "propertyNames", params: { propertyName: b }, message: "property name must be valid" };
            e === null ? e = [g] : e.push(g), t++;
          }
        }
        for (let b in h) {
          let P = h[b];
          if (P && typeof P == "object" && !Array.isArray(P)) {
            if (P.type === void 0) {
              let g = { instancePath: i + "/assets/" + b.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/$defs/asset/required", keyword: "required", params: { missingProperty: "type" }, message: "must have required property 'type'" };
              e === null ? e = [g] : e.push(g), t++;
            }
            for (let g in P)
              if (!(g === "type" || g === "params")) {
                let v = { instancePath: i + "/assets/" + b.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/$defs/asset/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: g }, message: "must NOT have additional properties" };
                e === null ? e = [v] : e.push(v), t++;
              }
            if (P.type !== void 0) {
              let g = P.type;
              if (typeof g == "string") {
                if (!tt.test(g)) {
                  let v = { instancePath: i + "/assets/" + b.replace(/~/g, "~0").replace(/\//g, "~1") + "/type", schemaPath: "#/$defs/asset/properties/type/pattern", keyword: "pattern", params: { pattern: "^.+#.+$" }, message: 'must match pattern "^.+#.+$"' };
                  e === null ? e = [v] : e.push(v), t++;
                }
              } else {
                let v = { instancePath: i + "/assets/" + b.replace(/~/g, "~0").replace(/\//g, "~1") + "/type", schemaPath: "#/$defs/asset/properties/type/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                e === null ? e = [v] : e.push(v), t++;
              }
            }
            if (P.params !== void 0) {
              let g = P.params;
              if (!(g && typeof g == "object" && !Array.isArray(g))) {
                let v = { instancePath: i + "/assets/" + b.replace(/~/g, "~0").replace(/\//g, "~1") + "/params", schemaPath: "#/$defs/asset/properties/params/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                e === null ? e = [v] : e.push(v), t++;
              }
            }
          } else {
            let g = { instancePath: i + "/assets/" + b.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/$defs/asset/type", keyword: "type", params: { type: "object" }, message: "must be object" };
            e === null ? e = [g] : e.push(g), t++;
          }
        }
      } else {
        let b = { instancePath: i + "/assets", schemaPath: "#/properties/assets/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        e === null ? e = [b] : e.push(b), t++;
      }
    }
    if (s.quotas !== void 0) {
      let h = s.quotas;
      if (h && typeof h == "object" && !Array.isArray(h)) {
        for (let b in h) {
          let P = t;
          if (typeof b == "string") {
            if (!q.test(b)) {
              let g = { instancePath: i + "/quotas", schemaPath: "#/$defs/plainName/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_-]*$" }, message: 'must match pattern "^[A-Za-z_][A-Za-z0-9_-]*$"', propertyName: b };
              e === null ? e = [g] : e.push(g), t++;
            }
          } else {
            let g = { instancePath: i + "/quotas", schemaPath: "#/$defs/plainName/type", keyword: "type", params: { type: "string" }, message: "must be string", propertyName: b };
            e === null ? e = [g] : e.push(g), t++;
          }
          var d = P === t;
          if (!d) {
            let g = { instancePath: i + "/quotas", schemaPath: "#/properties/quotas/propertyNames", keyword: "propertyNames", params: { propertyName: b }, message: "property name must be valid" };
            e === null ? e = [g] : e.push(g), t++;
          }
        }
        for (let b in h)
          Y(h[b], { instancePath: i + "/quotas/" + b.replace(/~/g, "~0").replace(/\//g, "~1"), parentData: h, parentDataProperty: b, rootData: k, dynamicAnchors: w }) || (e = e === null ? Y.errors : e.concat(Y.errors), t = e.length);
      } else {
        let b = { instancePath: i + "/quotas", schemaPath: "#/properties/quotas/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        e === null ? e = [b] : e.push(b), t++;
      }
    }
    if (s.tasks !== void 0) {
      let h = s.tasks;
      if (h && typeof h == "object" && !Array.isArray(h)) {
        for (let b in h) {
          let P = t;
          if (typeof b == "string") {
            if (!Ce.test(b)) {
              let g = { instancePath: i + "/tasks", schemaPath: "#/$defs/taskName/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9_][A-Za-z0-9_.-]*$" }, message: 'must match pattern "^[A-Za-z0-9_][A-Za-z0-9_.-]*$"', propertyName: b };
              e === null ? e = [g] : e.push(g), t++;
            }
          } else {
            let g = { instancePath: i + "/tasks", schemaPath: "#/$defs/taskName/type", keyword: "type", params: { type: "string" }, message: "must be string", propertyName: b };
            e === null ? e = [g] : e.push(g), t++;
          }
          var y = P === t;
          if (!y) {
            let g = { instancePath: i + "/tasks", schemaPath: "#/properties/tasks/propertyNames", keyword: "propertyNames", params: { propertyName: b }, message: "property name must be valid" };
            e === null ? e = [g] : e.push(g), t++;
          }
        }
        for (let b in h)
          ie(h[b], { instancePath: i + "/tasks/" + b.replace(/~/g, "~0").replace(/\//g, "~1"), parentData: h, parentDataProperty: b, rootData: k, dynamicAnchors: w }) || (e = e === null ? ie.errors : e.concat(ie.errors), t = e.length);
      } else {
        let b = { instancePath: i + "/tasks", schemaPath: "#/properties/tasks/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        e === null ? e = [b] : e.push(b), t++;
      }
    }
  } else {
    let h = { instancePath: i, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = [h] : e.push(h), t++;
  }
  return ke.errors = e, t === 0;
}
ke.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
var _t = Pe, he = { $schema: "https://json-schema.org/draft/2020-12/schema", $id: "https://pipe-build.dev/schemas/recipe.schema.json", title: "Recipe file", description: "A reusable description of what a job does, with typed ports. One of `run`, `exec`, `function` and `tube` says how; a recipe that others only extend or take ports from needs none.", type: "object", properties: { $schema: { title: "JSON Schema", description: "The schema of this file, for editors; pipe does not look at it.", type: "string", examples: ["./schemas/recipe.schema.json"] }, extends: { title: "Extends", description: "A recipe, a file or the name of a built-in one, that this one is a variant of. Its ports, parameters, exit codes and variables hold here too, and what it does, unless this file says otherwise; tools and sources are added.", type: "string", examples: ["./report.recipe.yaml"] }, description: { title: "Description", description: "What the recipe does, for people.", type: "string", examples: ["Render a report"] }, inputs: { title: "Inputs", description: "What a job reads, by the name that templates use.", type: "object", propertyNames: { $ref: "#/$defs/identifier" }, additionalProperties: { $ref: "#/$defs/port" }, examples: [{ book: { kind: "path" } }] }, outputs: { title: "Outputs", description: "What a job writes, by the name that templates use.", type: "object", propertyNames: { $ref: "#/$defs/identifier" }, additionalProperties: { $ref: "#/$defs/port" }, examples: [{ report: { kind: "path" } }] }, params: { title: "Parameters", description: "Values that a task may set, by the name that templates use.", type: "object", propertyNames: { $ref: "#/$defs/identifier" }, additionalProperties: { $ref: "#/$defs/param" }, examples: [{ width: { type: "integer", default: 80, minimum: 20 } }] }, namespaces: { title: "Properties of the namespaces", description: "What holds for all inputs, all outputs or all parameters together.", type: "object", properties: { inputs: { $ref: "#/$defs/namespace" }, outputs: { $ref: "#/$defs/namespace" }, params: { $ref: "#/$defs/namespace" } }, additionalProperties: !1, examples: [{ params: { validator: "width <= height" } }] }, expose: { title: "Expose", description: "Ports that are taken over from another recipe, or a list of that, one after the other.", type: ["object", "array"], properties: { from: { title: "From", description: "The recipe's file, or the name of a built-in one.", type: "string", examples: ["./count.recipe.yaml"] }, namespace: { title: "Namespace", description: "Where they go on each side, a dotted path; by default beside the recipe's own.", type: "string", pattern: "^[A-Za-z_][A-Za-z0-9_-]*(\\.[A-Za-z_][A-Za-z0-9_-]*)*$", $comment: "names with dots between them", examples: ["count"] }, include: { title: "Include", description: "Only these: dotted paths that start with `inputs`, `outputs` or `params`. A namespace means all of it.", type: "array", minItems: 1, items: { $ref: "#/$defs/portPath" }, examples: [["params", "inputs.book"]] }, exclude: { title: "Exclude", description: "All but these.", type: "array", minItems: 1, items: { $ref: "#/$defs/portPath" }, examples: [["outputs"]] }, options: { title: "Options", description: "Properties of the namespaces that get the ports, in place of those that they had.", $ref: "#/$defs/namespace" } }, required: ["from"], additionalProperties: !1, minItems: 1, items: { $ref: "#/$defs/exposure" }, examples: [{ from: "./count.recipe.yaml", namespace: "count" }] }, run: { title: "Shell text", description: "A template of shell text. Values are quoted as the place needs.", type: "string", examples: ["./render --width {{ width }} {{ book }} > {{ report }}"] }, exec: { title: "Command", description: "A program and its arguments, each a template, run without a shell.", type: "array", minItems: 1, items: { title: "Argument", description: "The program, or one argument.", type: "string", examples: ["{{ book }}"] }, examples: [["gzip", "-k", "{{ book }}"]] }, function: { $ref: "#/$defs/functionRef" }, tube: { title: "Tube", description: "A tube file; a job is one epoch of it. Inputs fill its process inputs by their names, `params` its other inputs, and the entries of its return are written to the outputs.", type: "string", examples: ["./words.tube.yaml"] }, shell: { title: "Shell", description: "The shell of `run:` with its arguments. By default `/bin/sh -eu`.", type: "array", minItems: 1, items: { title: "Word", description: "The shell's path, or an argument.", type: "string", examples: ["bash"] }, examples: [["bash", "-euo", "pipefail"]] }, env: { title: "Environment", description: "Variables that jobs get; the values are templates. A task's own win.", type: "object", propertyNames: { type: "string", pattern: "^[A-Za-z_][A-Za-z0-9_]*$", $comment: "letters, digits and `_`, not starting with a digit" }, additionalProperties: { title: "Value", description: "The value, a template.", type: ["string", "number", "boolean"], examples: ["1", "{{ width }}"] }, examples: [{ OMP_NUM_THREADS: "1" }] }, tools: { title: "Tools", description: "Programs whose file's content is part of the definition.", type: "array", items: { title: "Tool", description: "A program's name on the PATH, or its path.", type: "string", examples: ["pandoc"] }, examples: [["pandoc"]] }, sources: { title: "Sources", description: "Further files of the recipe, as globs from its folder, that every job depends on; `!` takes out. Files that a template names as `{{ recipe.dir }}/FILE` count by themselves.", type: "array", items: { title: "Glob", description: "A path with `*` and `**`, or with `!` one that is left out.", type: "string", examples: ["templates/**"] }, examples: [["templates/**"]] }, depfile: { title: "Depfile", description: "`make`: the job writes the files it read to `{{ depfile }}`, in Make's format; they count as inputs from then on.", enum: ["make", "none"], default: "none", examples: ["make"] }, exit_codes: { title: "Exit codes", description: "Names and meanings of exit statuses: shown when a job ends with one, and what then becomes of it.", type: "object", propertyNames: { $ref: "#/$defs/exitName" }, additionalProperties: { title: "Exit code", description: "One exit status.", type: "object", properties: { status: { title: "Status", description: "The number.", type: "integer", minimum: 1, maximum: 255, examples: [3] }, message: { title: "Message", description: "What it means.", type: "string", examples: ["the book has no text"] }, ok: { title: "Counts as success", description: "The job succeeds with it as with 0: its outputs are checked and kept. Part of the definition.", type: "boolean", default: !1, examples: [!0] }, retry: { title: "Retry", description: "Whether `retry:` tries a job again that failed with it. `false` is for what another attempt cannot mend.", type: "boolean", default: !0, examples: [!1] }, invalidates_cache: { title: "Not to be reused", description: "Of a status that counts as success: the job is not up to date after it, and runs again in the next build. A failed job does so in any case.", type: "boolean", default: !1, examples: [!0] } }, required: ["status", "message"], additionalProperties: !1, examples: [{ status: 3, message: "the book has no text", retry: !1 }] }, examples: [{ NO_TEXT: { status: 3, message: "the book has no text", retry: !1 } }] }, example: { title: "Example", description: "How a task uses the recipe, as YAML text for its page.", type: "string", examples: [`report:
  use: ./recipes/report.yaml
`] } }, patternProperties: { "^x-": { title: "Extension", description: "Anything; pipe does not look at it. A place for YAML anchors.", examples: [{ cpu: 1 }] } }, additionalProperties: !1, oneOf: [{ required: ["run"] }, { required: ["exec"] }, { required: ["function"] }, { required: ["tube"] }, { not: { anyOf: [{ required: ["run"] }, { required: ["exec"] }, { required: ["function"] }, { required: ["tube"] }] } }], $defs: { identifier: { title: "Identifier", description: "A name that templates can use.", type: "string", pattern: "^[A-Za-z_][A-Za-z0-9_-]*$", $comment: "a letter or `_`, then letters, digits, `_` or `-`", examples: ["book"] }, exitName: { title: "Name of an exit code", description: "A name for an exit status, in capital letters.", type: "string", pattern: "^[A-Z][A-Z0-9_]*$", $comment: "capital letters, digits and `_`, with a letter first", examples: ["NO_TEXT"] }, port: { title: "Port", description: "A typed input or output. One with `ports` or `dynamic` is a namespace: ports under a name, nested as deep as wished, linked as `NAMESPACE.PORT`. An output without `kind` is a value that jobs emit.", type: "object", properties: { kind: { title: "Kind", description: "One path or record, or several.", enum: ["path", "paths", "record", "records"], examples: ["path"] }, required: { title: "Required", description: "Whether a task must link it. Of an output that is emitted: whether a job must emit it.", type: "boolean", default: !0, examples: [!1] }, help: { title: "Help", description: "What it is, for people.", type: "string", examples: ["The book's text, UTF-8"] }, type: { title: "Type", description: "The JSON type of a record, or of a value that jobs emit; or several. Of a namespace: of what stands under names that it does not list.", $ref: "#/$defs/valueType", examples: ["integer"] }, schema: { title: "Schema", description: "A JSON Schema (2020-12) that the value must satisfy: as a map, or the path of its file.", type: ["string", "object"], examples: ["./author.schema.json", { type: "object", required: ["name"] }] }, enum: { title: "Allowed values", description: "The value is one of these.", type: "array", minItems: 1, items: { title: "Value", description: "An allowed value.", type: ["string", "number", "boolean"], examples: ["html"] }, examples: [["html", "pdf"]] }, minimum: { title: "Minimum", description: "The least number.", type: "number", examples: [20] }, maximum: { title: "Maximum", description: "The greatest number.", type: "number", examples: [200] }, pattern: { title: "Pattern", description: "A regular expression that a text must match.", type: "string", examples: ["^[a-z]+$"] }, minLength: { title: "Least length", description: "The least number of characters of a text.", type: "integer", minimum: 0, examples: [1] }, maxLength: { title: "Greatest length", description: "The greatest number of characters of a text.", type: "integer", minimum: 0, examples: [80] }, items: { title: "Items", description: "The type of an array's items.", enum: ["string", "integer", "number", "boolean"], examples: ["string"] }, validator: { $ref: "#/$defs/validator" }, ports: { title: "Ports", description: "Makes it a namespace of these.", type: "object", propertyNames: { $ref: "#/$defs/identifier" }, additionalProperties: { $ref: "#/$defs/port" }, examples: [{ words: { type: "integer" } }] }, dynamic: { title: "Dynamic", description: "Makes it a namespace that also takes values under names that it does not list; with `type` or `schema` each must suit that.", type: "boolean", default: !1, examples: [!0] } }, additionalProperties: !1, examples: [{ kind: "path", help: "The book's text, UTF-8" }] }, param: { title: "Parameter port", description: "A typed value. It must be set unless it has a default or `required: false`. One with `ports` or `dynamic` is a namespace: ports under a name, nested as deep as wished.", type: "object", properties: { type: { title: "Type", description: "The JSON type of the value, or several. Of a namespace: of the values under names that it does not list.", $ref: "#/$defs/valueType", examples: ["integer"] }, default: { title: "Default", description: "The value where a task sets none.", examples: [80] }, generate: { title: "Generated default", description: "Makes the value where a task sets none, anew for each attempt of a job: `uuid`, `now` (a time as ISO 8601 has it), or from the job's name and so always the same for it: `key`, `key_uuid`, `key_number` (0 to 2147483647). The name of the generator is part of the definition, what it makes is not: it never runs a job.", enum: ["uuid", "now", "key", "key_uuid", "key_number"], examples: ["key_uuid"] }, required: { title: "Required", description: "Whether a task must set it. By default where there is no default.", type: "boolean", examples: [!1] }, schema: { title: "Schema", description: "A JSON Schema (2020-12) that the value must satisfy: as a map, or the path of its file.", type: ["string", "object"], examples: ["./author.schema.json", { type: "object", required: ["name"] }] }, enum: { title: "Allowed values", description: "The value is one of these.", type: "array", minItems: 1, items: { title: "Value", description: "An allowed value.", type: ["string", "number", "boolean"], examples: ["html"] }, examples: [["html", "pdf"]] }, minimum: { title: "Minimum", description: "The least number.", type: "number", examples: [20] }, maximum: { title: "Maximum", description: "The greatest number.", type: "number", examples: [200] }, pattern: { title: "Pattern", description: "A regular expression that a text must match.", type: "string", examples: ["^[a-z]+$"] }, minLength: { title: "Least length", description: "The least number of characters of a text.", type: "integer", minimum: 0, examples: [1] }, maxLength: { title: "Greatest length", description: "The greatest number of characters of a text.", type: "integer", minimum: 0, examples: [80] }, items: { title: "Items", description: "The type of an array's items.", enum: ["string", "integer", "number", "boolean"], examples: ["string"] }, validator: { $ref: "#/$defs/validator" }, help: { title: "Help", description: "What it is, for people.", type: "string", examples: ["Columns of the report"] }, ports: { title: "Ports", description: "Makes it a namespace of these.", type: "object", propertyNames: { $ref: "#/$defs/identifier" }, additionalProperties: { $ref: "#/$defs/param" }, examples: [{ width: { type: "integer", default: 80 } }] }, dynamic: { title: "Dynamic", description: "Makes it a namespace that also takes values under names that it does not list; with `type` or `schema` each must suit that.", type: "boolean", default: !1, examples: [!0] }, populate_defaults: { title: "Populate defaults", description: "Of a namespace: `false` leaves it absent where nothing of it is given, whatever defaults its ports have.", type: "boolean", default: !0, examples: [!1] } }, additionalProperties: !1, examples: [{ type: "integer", default: 80, minimum: 20 }] }, namespace: { title: "Properties of a namespace", description: "What holds for a namespace of ports as a whole.", type: "object", properties: { required: { title: "Required", description: "`false`: where nothing of it is given, its required ports are not missed.", type: "boolean", default: !0, examples: [!1] }, help: { title: "Help", description: "What it is, for people.", type: "string", examples: ["How the page looks"] }, type: { title: "Type", description: "The JSON type of the value, or several. Of a namespace: of the values under names that it does not list.", $ref: "#/$defs/valueType", examples: ["integer"] }, schema: { title: "Schema", description: "A JSON Schema (2020-12) that the value must satisfy: as a map, or the path of its file.", type: ["string", "object"], examples: ["./author.schema.json", { type: "object", required: ["name"] }] }, validator: { $ref: "#/$defs/validator" }, dynamic: { title: "Dynamic", description: "It also takes values under names that it does not list; with `type` or `schema` each must suit that.", type: "boolean", default: !1, examples: [!0] }, populate_defaults: { title: "Populate defaults", description: "Of a namespace: `false` leaves it absent where nothing of it is given, whatever defaults its ports have.", type: "boolean", default: !0, examples: [!1] } }, additionalProperties: !1, examples: [{ required: !1 }] }, validator: { title: "Validator", description: "What a value must satisfy beside its type: a Liquid condition over `value`, and for a map over the names in it. Of inputs the values are true where something is linked.", type: ["string", "object"], properties: { expression: { title: "Expression", description: "The condition.", type: "string", examples: ["value > 3"] }, function: { title: "Function", description: "In its place an exported function of a `.ts` or `.js` module, `path#export`: it gets the value, and returns what is wrong with it, or nothing.", type: "string", examples: ["./check.ts#isPalette"] }, message: { title: "Message", description: "What is said where it does not hold.", type: "string", examples: ["exactly one of a and b"] } }, additionalProperties: !1, examples: ["value > 3", { expression: "a or b", message: "one of a and b" }] }, exposure: { title: "Exposed ports", description: "Takes over ports of another recipe.", type: "object", properties: { from: { title: "From", description: "The recipe's file, or the name of a built-in one.", type: "string", examples: ["./count.recipe.yaml"] }, namespace: { title: "Namespace", description: "Where they go on each side, a dotted path; by default beside the recipe's own.", type: "string", pattern: "^[A-Za-z_][A-Za-z0-9_-]*(\\.[A-Za-z_][A-Za-z0-9_-]*)*$", $comment: "names with dots between them", examples: ["count"] }, include: { title: "Include", description: "Only these: dotted paths that start with `inputs`, `outputs` or `params`. A namespace means all of it.", type: "array", minItems: 1, items: { $ref: "#/$defs/portPath" }, examples: [["params", "inputs.book"]] }, exclude: { title: "Exclude", description: "All but these.", type: "array", minItems: 1, items: { $ref: "#/$defs/portPath" }, examples: [["outputs"]] }, options: { title: "Options", description: "Properties of the namespaces that get the ports, in place of those that they had.", $ref: "#/$defs/namespace" } }, required: ["from"], additionalProperties: !1, examples: [{ from: "./count.recipe.yaml", namespace: "count", exclude: ["outputs"] }] }, portPath: { title: "Path of a port", description: "A dotted path that starts with its side.", type: "string", pattern: "^(inputs|outputs|params)(\\.[A-Za-z_][A-Za-z0-9_-]*)*$", $comment: "`inputs`, `outputs` or `params`, then names with dots between them", examples: ["params.render.width"] }, valueType: { title: "JSON type", description: "A JSON type, or a list of them.", type: ["string", "array"], pattern: "^(string|integer|number|boolean|array|object|null)$", items: { title: "Type", description: "One of them.", enum: ["string", "integer", "number", "boolean", "array", "object", "null"], examples: ["string"] }, minItems: 1, $comment: "one of: string, integer, number, boolean, array, object, null", examples: ["integer", ["string", "null"]] }, functionRef: { title: "Function", description: "An exported async function of a `.ts` or `.js` module: `path#export`, without `#` the default export. Its module and what that imports are part of the definition.", type: ["string", "object"], properties: { module: { title: "Module", description: "The module's file.", type: "string", examples: ["./count.ts"] }, export: { title: "Export", description: "The name of the export.", type: "string", default: "default", examples: ["countWords"] } }, required: ["module"], additionalProperties: !1, examples: ["./count.ts#countWords"] } } };
var bt = { title: "Function", description: "An exported async function of a `.ts` or `.js` module: `path#export`, without `#` the default export. Its module and what that imports are part of the definition.", type: ["string", "object"], properties: { module: { title: "Module", description: "The module's file.", type: "string", examples: ["./count.ts"] }, export: { title: "Export", description: "The name of the export.", type: "string", default: "default", examples: ["countWords"] } }, required: ["module"], additionalProperties: !1, examples: ["./count.ts#countWords"] };
var we = new RegExp("^(inputs|outputs|params)(\\.[A-Za-z_][A-Za-z0-9_-]*)*$", "u"), de = { title: "Port", description: "A typed input or output. One with `ports` or `dynamic` is a namespace: ports under a name, nested as deep as wished, linked as `NAMESPACE.PORT`. An output without `kind` is a value that jobs emit.", type: "object", properties: { kind: { title: "Kind", description: "One path or record, or several.", enum: ["path", "paths", "record", "records"], examples: ["path"] }, required: { title: "Required", description: "Whether a task must link it. Of an output that is emitted: whether a job must emit it.", type: "boolean", default: !0, examples: [!1] }, help: { title: "Help", description: "What it is, for people.", type: "string", examples: ["The book's text, UTF-8"] }, type: { title: "Type", description: "The JSON type of a record, or of a value that jobs emit; or several. Of a namespace: of what stands under names that it does not list.", $ref: "#/$defs/valueType", examples: ["integer"] }, schema: { title: "Schema", description: "A JSON Schema (2020-12) that the value must satisfy: as a map, or the path of its file.", type: ["string", "object"], examples: ["./author.schema.json", { type: "object", required: ["name"] }] }, enum: { title: "Allowed values", description: "The value is one of these.", type: "array", minItems: 1, items: { title: "Value", description: "An allowed value.", type: ["string", "number", "boolean"], examples: ["html"] }, examples: [["html", "pdf"]] }, minimum: { title: "Minimum", description: "The least number.", type: "number", examples: [20] }, maximum: { title: "Maximum", description: "The greatest number.", type: "number", examples: [200] }, pattern: { title: "Pattern", description: "A regular expression that a text must match.", type: "string", examples: ["^[a-z]+$"] }, minLength: { title: "Least length", description: "The least number of characters of a text.", type: "integer", minimum: 0, examples: [1] }, maxLength: { title: "Greatest length", description: "The greatest number of characters of a text.", type: "integer", minimum: 0, examples: [80] }, items: { title: "Items", description: "The type of an array's items.", enum: ["string", "integer", "number", "boolean"], examples: ["string"] }, validator: { $ref: "#/$defs/validator" }, ports: { title: "Ports", description: "Makes it a namespace of these.", type: "object", propertyNames: { $ref: "#/$defs/identifier" }, additionalProperties: { $ref: "#/$defs/port" }, examples: [{ words: { type: "integer" } }] }, dynamic: { title: "Dynamic", description: "Makes it a namespace that also takes values under names that it does not list; with `type` or `schema` each must suit that.", type: "boolean", default: !1, examples: [!0] } }, additionalProperties: !1, examples: [{ kind: "path", help: "The book's text, UTF-8" }] }, pe = { title: "JSON type", description: "A JSON type, or a list of them.", type: ["string", "array"], pattern: "^(string|integer|number|boolean|array|object|null)$", items: { title: "Type", description: "One of them.", enum: ["string", "integer", "number", "boolean", "array", "object", "null"], examples: ["string"] }, minItems: 1, $comment: "one of: string, integer, number, boolean, array, object, null", examples: ["integer", ["string", "null"]] }, De = { title: "Validator", description: "What a value must satisfy beside its type: a Liquid condition over `value`, and for a map over the names in it. Of inputs the values are true where something is linked.", type: ["string", "object"], properties: { expression: { title: "Expression", description: "The condition.", type: "string", examples: ["value > 3"] }, function: { title: "Function", description: "In its place an exported function of a `.ts` or `.js` module, `path#export`: it gets the value, and returns what is wrong with it, or nothing.", type: "string", examples: ["./check.ts#isPalette"] }, message: { title: "Message", description: "What is said where it does not hold.", type: "string", examples: ["exactly one of a and b"] } }, additionalProperties: !1, examples: ["value > 3", { expression: "a or b", message: "one of a and b" }] }, Se = new RegExp("^(string|integer|number|boolean|array|object|null)$", "u"), qe = { validate: I };
function I(s, { instancePath: i = "", parentData: x, parentDataProperty: $, rootData: k = s, dynamicAnchors: w = {} } = {}) {
  let e = null, t = 0, f = I.evaluated;
  if (f.dynamicProps && (f.props = void 0), f.dynamicItems && (f.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    for (let a in s)
      if (!le.call(de.properties, a)) {
        let o = { instancePath: i, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: a }, message: "must NOT have additional properties" };
        e === null ? e = [o] : e.push(o), t++;
      }
    if (s.kind !== void 0) {
      let a = s.kind;
      if (!(a === "path" || a === "paths" || a === "record" || a === "records")) {
        let o = { instancePath: i + "/kind", schemaPath: "#/properties/kind/enum", keyword: "enum", params: { allowedValues: de.properties.kind.enum }, message: "must be equal to one of the allowed values" };
        e === null ? e = [o] : e.push(o), t++;
      }
    }
    if (s.required !== void 0 && typeof s.required != "boolean") {
      let a = { instancePath: i + "/required", schemaPath: "#/properties/required/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
      e === null ? e = [a] : e.push(a), t++;
    }
    if (s.help !== void 0 && typeof s.help != "string") {
      let a = { instancePath: i + "/help", schemaPath: "#/properties/help/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [a] : e.push(a), t++;
    }
    if (s.type !== void 0) {
      let a = s.type;
      if (typeof a != "string" && !Array.isArray(a)) {
        let o = { instancePath: i + "/type", schemaPath: "#/$defs/valueType/type", keyword: "type", params: { type: pe.type }, message: "must be string,array" };
        e === null ? e = [o] : e.push(o), t++;
      }
      if (typeof a == "string" && !Se.test(a)) {
        let o = { instancePath: i + "/type", schemaPath: "#/$defs/valueType/pattern", keyword: "pattern", params: { pattern: "^(string|integer|number|boolean|array|object|null)$" }, message: 'must match pattern "^(string|integer|number|boolean|array|object|null)$"' };
        e === null ? e = [o] : e.push(o), t++;
      }
      if (Array.isArray(a)) {
        if (a.length < 1) {
          let d = { instancePath: i + "/type", schemaPath: "#/$defs/valueType/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
          e === null ? e = [d] : e.push(d), t++;
        }
        let o = a.length;
        for (let d = 0; d < o; d++) {
          let y = a[d];
          if (!(y === "string" || y === "integer" || y === "number" || y === "boolean" || y === "array" || y === "object" || y === "null")) {
            let h = { instancePath: i + "/type/" + d, schemaPath: "#/$defs/valueType/items/enum", keyword: "enum", params: { allowedValues: pe.items.enum }, message: "must be equal to one of the allowed values" };
            e === null ? e = [h] : e.push(h), t++;
          }
        }
      }
    }
    if (s.schema !== void 0) {
      let a = s.schema;
      if (typeof a != "string" && !(a && typeof a == "object" && !Array.isArray(a))) {
        let o = { instancePath: i + "/schema", schemaPath: "#/properties/schema/type", keyword: "type", params: { type: de.properties.schema.type }, message: "must be string,object" };
        e === null ? e = [o] : e.push(o), t++;
      }
    }
    if (s.enum !== void 0) {
      let a = s.enum;
      if (Array.isArray(a)) {
        if (a.length < 1) {
          let d = { instancePath: i + "/enum", schemaPath: "#/properties/enum/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
          e === null ? e = [d] : e.push(d), t++;
        }
        let o = a.length;
        for (let d = 0; d < o; d++) {
          let y = a[d];
          if (typeof y != "string" && !(typeof y == "number" && isFinite(y)) && typeof y != "boolean") {
            let h = { instancePath: i + "/enum/" + d, schemaPath: "#/properties/enum/items/type", keyword: "type", params: { type: de.properties.enum.items.type }, message: "must be string,number,boolean" };
            e === null ? e = [h] : e.push(h), t++;
          }
        }
      } else {
        let o = { instancePath: i + "/enum", schemaPath: "#/properties/enum/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        e === null ? e = [o] : e.push(o), t++;
      }
    }
    if (s.minimum !== void 0) {
      let a = s.minimum;
      if (!(typeof a == "number" && isFinite(a))) {
        let o = { instancePath: i + "/minimum", schemaPath: "#/properties/minimum/type", keyword: "type", params: { type: "number" }, message: "must be number" };
        e === null ? e = [o] : e.push(o), t++;
      }
    }
    if (s.maximum !== void 0) {
      let a = s.maximum;
      if (!(typeof a == "number" && isFinite(a))) {
        let o = { instancePath: i + "/maximum", schemaPath: "#/properties/maximum/type", keyword: "type", params: { type: "number" }, message: "must be number" };
        e === null ? e = [o] : e.push(o), t++;
      }
    }
    if (s.pattern !== void 0 && typeof s.pattern != "string") {
      let a = { instancePath: i + "/pattern", schemaPath: "#/properties/pattern/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [a] : e.push(a), t++;
    }
    if (s.minLength !== void 0) {
      let a = s.minLength;
      if (!(typeof a == "number" && !(a % 1) && !isNaN(a) && isFinite(a))) {
        let o = { instancePath: i + "/minLength", schemaPath: "#/properties/minLength/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        e === null ? e = [o] : e.push(o), t++;
      }
      if (typeof a == "number" && isFinite(a) && (a < 0 || isNaN(a))) {
        let o = { instancePath: i + "/minLength", schemaPath: "#/properties/minLength/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
        e === null ? e = [o] : e.push(o), t++;
      }
    }
    if (s.maxLength !== void 0) {
      let a = s.maxLength;
      if (!(typeof a == "number" && !(a % 1) && !isNaN(a) && isFinite(a))) {
        let o = { instancePath: i + "/maxLength", schemaPath: "#/properties/maxLength/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        e === null ? e = [o] : e.push(o), t++;
      }
      if (typeof a == "number" && isFinite(a) && (a < 0 || isNaN(a))) {
        let o = { instancePath: i + "/maxLength", schemaPath: "#/properties/maxLength/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
        e === null ? e = [o] : e.push(o), t++;
      }
    }
    if (s.items !== void 0) {
      let a = s.items;
      if (!(a === "string" || a === "integer" || a === "number" || a === "boolean")) {
        let o = { instancePath: i + "/items", schemaPath: "#/properties/items/enum", keyword: "enum", params: { allowedValues: de.properties.items.enum }, message: "must be equal to one of the allowed values" };
        e === null ? e = [o] : e.push(o), t++;
      }
    }
    if (s.validator !== void 0) {
      let a = s.validator;
      if (typeof a != "string" && !(a && typeof a == "object" && !Array.isArray(a))) {
        let o = { instancePath: i + "/validator", schemaPath: "#/$defs/validator/type", keyword: "type", params: { type: De.type }, message: "must be string,object" };
        e === null ? e = [o] : e.push(o), t++;
      }
      if (a && typeof a == "object" && !Array.isArray(a)) {
        for (let o in a)
          if (!(o === "expression" || o === "function" || o === "message")) {
            let d = { instancePath: i + "/validator", schemaPath: "#/$defs/validator/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: o }, message: "must NOT have additional properties" };
            e === null ? e = [d] : e.push(d), t++;
          }
        if (a.expression !== void 0 && typeof a.expression != "string") {
          let o = { instancePath: i + "/validator/expression", schemaPath: "#/$defs/validator/properties/expression/type", keyword: "type", params: { type: "string" }, message: "must be string" };
          e === null ? e = [o] : e.push(o), t++;
        }
        if (a.function !== void 0 && typeof a.function != "string") {
          let o = { instancePath: i + "/validator/function", schemaPath: "#/$defs/validator/properties/function/type", keyword: "type", params: { type: "string" }, message: "must be string" };
          e === null ? e = [o] : e.push(o), t++;
        }
        if (a.message !== void 0 && typeof a.message != "string") {
          let o = { instancePath: i + "/validator/message", schemaPath: "#/$defs/validator/properties/message/type", keyword: "type", params: { type: "string" }, message: "must be string" };
          e === null ? e = [o] : e.push(o), t++;
        }
      }
    }
    if (s.ports !== void 0) {
      let a = s.ports;
      if (a && typeof a == "object" && !Array.isArray(a)) {
        for (let o in a) {
          let d = t;
          if (typeof o == "string") {
            if (!q.test(o)) {
              let y = { instancePath: i + "/ports", schemaPath: "#/$defs/identifier/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_-]*$" }, message: 'must match pattern "^[A-Za-z_][A-Za-z0-9_-]*$"', propertyName: o };
              e === null ? e = [y] : e.push(y), t++;
            }
          } else {
            let y = { instancePath: i + "/ports", schemaPath: "#/$defs/identifier/type", keyword: "type", params: { type: "string" }, message: "must be string", propertyName: o };
            e === null ? e = [y] : e.push(y), t++;
          }
          var r = d === t;
          if (!r) {
            let y = { instancePath: i + "/ports", schemaPath: "#/properties/ports/propertyNames", keyword: "propertyNames", params: { propertyName: o }, message: "property name must be valid" };
            e === null ? e = [y] : e.push(y), t++;
          }
        }
        for (let o in a)
          qe.validate(a[o], { instancePath: i + "/ports/" + o.replace(/~/g, "~0").replace(/\//g, "~1"), parentData: a, parentDataProperty: o, rootData: k, dynamicAnchors: w }) || (e = e === null ? qe.validate.errors : e.concat(qe.validate.errors), t = e.length);
      } else {
        let o = { instancePath: i + "/ports", schemaPath: "#/properties/ports/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        e === null ? e = [o] : e.push(o), t++;
      }
    }
    if (s.dynamic !== void 0 && typeof s.dynamic != "boolean") {
      let a = { instancePath: i + "/dynamic", schemaPath: "#/properties/dynamic/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
      e === null ? e = [a] : e.push(a), t++;
    }
  } else {
    let a = { instancePath: i, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = [a] : e.push(a), t++;
  }
  return I.errors = e, t === 0;
}
I.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
var fe = { title: "Parameter port", description: "A typed value. It must be set unless it has a default or `required: false`. One with `ports` or `dynamic` is a namespace: ports under a name, nested as deep as wished.", type: "object", properties: { type: { title: "Type", description: "The JSON type of the value, or several. Of a namespace: of the values under names that it does not list.", $ref: "#/$defs/valueType", examples: ["integer"] }, default: { title: "Default", description: "The value where a task sets none.", examples: [80] }, generate: { title: "Generated default", description: "Makes the value where a task sets none, anew for each attempt of a job: `uuid`, `now` (a time as ISO 8601 has it), or from the job's name and so always the same for it: `key`, `key_uuid`, `key_number` (0 to 2147483647). The name of the generator is part of the definition, what it makes is not: it never runs a job.", enum: ["uuid", "now", "key", "key_uuid", "key_number"], examples: ["key_uuid"] }, required: { title: "Required", description: "Whether a task must set it. By default where there is no default.", type: "boolean", examples: [!1] }, schema: { title: "Schema", description: "A JSON Schema (2020-12) that the value must satisfy: as a map, or the path of its file.", type: ["string", "object"], examples: ["./author.schema.json", { type: "object", required: ["name"] }] }, enum: { title: "Allowed values", description: "The value is one of these.", type: "array", minItems: 1, items: { title: "Value", description: "An allowed value.", type: ["string", "number", "boolean"], examples: ["html"] }, examples: [["html", "pdf"]] }, minimum: { title: "Minimum", description: "The least number.", type: "number", examples: [20] }, maximum: { title: "Maximum", description: "The greatest number.", type: "number", examples: [200] }, pattern: { title: "Pattern", description: "A regular expression that a text must match.", type: "string", examples: ["^[a-z]+$"] }, minLength: { title: "Least length", description: "The least number of characters of a text.", type: "integer", minimum: 0, examples: [1] }, maxLength: { title: "Greatest length", description: "The greatest number of characters of a text.", type: "integer", minimum: 0, examples: [80] }, items: { title: "Items", description: "The type of an array's items.", enum: ["string", "integer", "number", "boolean"], examples: ["string"] }, validator: { $ref: "#/$defs/validator" }, help: { title: "Help", description: "What it is, for people.", type: "string", examples: ["Columns of the report"] }, ports: { title: "Ports", description: "Makes it a namespace of these.", type: "object", propertyNames: { $ref: "#/$defs/identifier" }, additionalProperties: { $ref: "#/$defs/param" }, examples: [{ width: { type: "integer", default: 80 } }] }, dynamic: { title: "Dynamic", description: "Makes it a namespace that also takes values under names that it does not list; with `type` or `schema` each must suit that.", type: "boolean", default: !1, examples: [!0] }, populate_defaults: { title: "Populate defaults", description: "Of a namespace: `false` leaves it absent where nothing of it is given, whatever defaults its ports have.", type: "boolean", default: !0, examples: [!1] } }, additionalProperties: !1, examples: [{ type: "integer", default: 80, minimum: 20 }] }, Te = { validate: W };
function W(s, { instancePath: i = "", parentData: x, parentDataProperty: $, rootData: k = s, dynamicAnchors: w = {} } = {}) {
  let e = null, t = 0, f = W.evaluated;
  if (f.dynamicProps && (f.props = void 0), f.dynamicItems && (f.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    for (let a in s)
      if (!le.call(fe.properties, a)) {
        let o = { instancePath: i, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: a }, message: "must NOT have additional properties" };
        e === null ? e = [o] : e.push(o), t++;
      }
    if (s.type !== void 0) {
      let a = s.type;
      if (typeof a != "string" && !Array.isArray(a)) {
        let o = { instancePath: i + "/type", schemaPath: "#/$defs/valueType/type", keyword: "type", params: { type: pe.type }, message: "must be string,array" };
        e === null ? e = [o] : e.push(o), t++;
      }
      if (typeof a == "string" && !Se.test(a)) {
        let o = { instancePath: i + "/type", schemaPath: "#/$defs/valueType/pattern", keyword: "pattern", params: { pattern: "^(string|integer|number|boolean|array|object|null)$" }, message: 'must match pattern "^(string|integer|number|boolean|array|object|null)$"' };
        e === null ? e = [o] : e.push(o), t++;
      }
      if (Array.isArray(a)) {
        if (a.length < 1) {
          let d = { instancePath: i + "/type", schemaPath: "#/$defs/valueType/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
          e === null ? e = [d] : e.push(d), t++;
        }
        let o = a.length;
        for (let d = 0; d < o; d++) {
          let y = a[d];
          if (!(y === "string" || y === "integer" || y === "number" || y === "boolean" || y === "array" || y === "object" || y === "null")) {
            let h = { instancePath: i + "/type/" + d, schemaPath: "#/$defs/valueType/items/enum", keyword: "enum", params: { allowedValues: pe.items.enum }, message: "must be equal to one of the allowed values" };
            e === null ? e = [h] : e.push(h), t++;
          }
        }
      }
    }
    if (s.generate !== void 0) {
      let a = s.generate;
      if (!(a === "uuid" || a === "now" || a === "key" || a === "key_uuid" || a === "key_number")) {
        let o = { instancePath: i + "/generate", schemaPath: "#/properties/generate/enum", keyword: "enum", params: { allowedValues: fe.properties.generate.enum }, message: "must be equal to one of the allowed values" };
        e === null ? e = [o] : e.push(o), t++;
      }
    }
    if (s.required !== void 0 && typeof s.required != "boolean") {
      let a = { instancePath: i + "/required", schemaPath: "#/properties/required/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
      e === null ? e = [a] : e.push(a), t++;
    }
    if (s.schema !== void 0) {
      let a = s.schema;
      if (typeof a != "string" && !(a && typeof a == "object" && !Array.isArray(a))) {
        let o = { instancePath: i + "/schema", schemaPath: "#/properties/schema/type", keyword: "type", params: { type: fe.properties.schema.type }, message: "must be string,object" };
        e === null ? e = [o] : e.push(o), t++;
      }
    }
    if (s.enum !== void 0) {
      let a = s.enum;
      if (Array.isArray(a)) {
        if (a.length < 1) {
          let d = { instancePath: i + "/enum", schemaPath: "#/properties/enum/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
          e === null ? e = [d] : e.push(d), t++;
        }
        let o = a.length;
        for (let d = 0; d < o; d++) {
          let y = a[d];
          if (typeof y != "string" && !(typeof y == "number" && isFinite(y)) && typeof y != "boolean") {
            let h = { instancePath: i + "/enum/" + d, schemaPath: "#/properties/enum/items/type", keyword: "type", params: { type: fe.properties.enum.items.type }, message: "must be string,number,boolean" };
            e === null ? e = [h] : e.push(h), t++;
          }
        }
      } else {
        let o = { instancePath: i + "/enum", schemaPath: "#/properties/enum/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        e === null ? e = [o] : e.push(o), t++;
      }
    }
    if (s.minimum !== void 0) {
      let a = s.minimum;
      if (!(typeof a == "number" && isFinite(a))) {
        let o = { instancePath: i + "/minimum", schemaPath: "#/properties/minimum/type", keyword: "type", params: { type: "number" }, message: "must be number" };
        e === null ? e = [o] : e.push(o), t++;
      }
    }
    if (s.maximum !== void 0) {
      let a = s.maximum;
      if (!(typeof a == "number" && isFinite(a))) {
        let o = { instancePath: i + "/maximum", schemaPath: "#/properties/maximum/type", keyword: "type", params: { type: "number" }, message: "must be number" };
        e === null ? e = [o] : e.push(o), t++;
      }
    }
    if (s.pattern !== void 0 && typeof s.pattern != "string") {
      let a = { instancePath: i + "/pattern", schemaPath: "#/properties/pattern/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [a] : e.push(a), t++;
    }
    if (s.minLength !== void 0) {
      let a = s.minLength;
      if (!(typeof a == "number" && !(a % 1) && !isNaN(a) && isFinite(a))) {
        let o = { instancePath: i + "/minLength", schemaPath: "#/properties/minLength/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        e === null ? e = [o] : e.push(o), t++;
      }
      if (typeof a == "number" && isFinite(a) && (a < 0 || isNaN(a))) {
        let o = { instancePath: i + "/minLength", schemaPath: "#/properties/minLength/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
        e === null ? e = [o] : e.push(o), t++;
      }
    }
    if (s.maxLength !== void 0) {
      let a = s.maxLength;
      if (!(typeof a == "number" && !(a % 1) && !isNaN(a) && isFinite(a))) {
        let o = { instancePath: i + "/maxLength", schemaPath: "#/properties/maxLength/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        e === null ? e = [o] : e.push(o), t++;
      }
      if (typeof a == "number" && isFinite(a) && (a < 0 || isNaN(a))) {
        let o = { instancePath: i + "/maxLength", schemaPath: "#/properties/maxLength/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
        e === null ? e = [o] : e.push(o), t++;
      }
    }
    if (s.items !== void 0) {
      let a = s.items;
      if (!(a === "string" || a === "integer" || a === "number" || a === "boolean")) {
        let o = { instancePath: i + "/items", schemaPath: "#/properties/items/enum", keyword: "enum", params: { allowedValues: fe.properties.items.enum }, message: "must be equal to one of the allowed values" };
        e === null ? e = [o] : e.push(o), t++;
      }
    }
    if (s.validator !== void 0) {
      let a = s.validator;
      if (typeof a != "string" && !(a && typeof a == "object" && !Array.isArray(a))) {
        let o = { instancePath: i + "/validator", schemaPath: "#/$defs/validator/type", keyword: "type", params: { type: De.type }, message: "must be string,object" };
        e === null ? e = [o] : e.push(o), t++;
      }
      if (a && typeof a == "object" && !Array.isArray(a)) {
        for (let o in a)
          if (!(o === "expression" || o === "function" || o === "message")) {
            let d = { instancePath: i + "/validator", schemaPath: "#/$defs/validator/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: o }, message: "must NOT have additional properties" };
            e === null ? e = [d] : e.push(d), t++;
          }
        if (a.expression !== void 0 && typeof a.expression != "string") {
          let o = { instancePath: i + "/validator/expression", schemaPath: "#/$defs/validator/properties/expression/type", keyword: "type", params: { type: "string" }, message: "must be string" };
          e === null ? e = [o] : e.push(o), t++;
        }
        if (a.function !== void 0 && typeof a.function != "string") {
          let o = { instancePath: i + "/validator/function", schemaPath: "#/$defs/validator/properties/function/type", keyword: "type", params: { type: "string" }, message: "must be string" };
          e === null ? e = [o] : e.push(o), t++;
        }
        if (a.message !== void 0 && typeof a.message != "string") {
          let o = { instancePath: i + "/validator/message", schemaPath: "#/$defs/validator/properties/message/type", keyword: "type", params: { type: "string" }, message: "must be string" };
          e === null ? e = [o] : e.push(o), t++;
        }
      }
    }
    if (s.help !== void 0 && typeof s.help != "string") {
      let a = { instancePath: i + "/help", schemaPath: "#/properties/help/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [a] : e.push(a), t++;
    }
    if (s.ports !== void 0) {
      let a = s.ports;
      if (a && typeof a == "object" && !Array.isArray(a)) {
        for (let o in a) {
          let d = t;
          if (typeof o == "string") {
            if (!q.test(o)) {
              let y = { instancePath: i + "/ports", schemaPath: "#/$defs/identifier/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_-]*$" }, message: 'must match pattern "^[A-Za-z_][A-Za-z0-9_-]*$"', propertyName: o };
              e === null ? e = [y] : e.push(y), t++;
            }
          } else {
            let y = { instancePath: i + "/ports", schemaPath: "#/$defs/identifier/type", keyword: "type", params: { type: "string" }, message: "must be string", propertyName: o };
            e === null ? e = [y] : e.push(y), t++;
          }
          var r = d === t;
          if (!r) {
            let y = { instancePath: i + "/ports", schemaPath: "#/properties/ports/propertyNames", keyword: "propertyNames", params: { propertyName: o }, message: "property name must be valid" };
            e === null ? e = [y] : e.push(y), t++;
          }
        }
        for (let o in a)
          Te.validate(a[o], { instancePath: i + "/ports/" + o.replace(/~/g, "~0").replace(/\//g, "~1"), parentData: a, parentDataProperty: o, rootData: k, dynamicAnchors: w }) || (e = e === null ? Te.validate.errors : e.concat(Te.validate.errors), t = e.length);
      } else {
        let o = { instancePath: i + "/ports", schemaPath: "#/properties/ports/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        e === null ? e = [o] : e.push(o), t++;
      }
    }
    if (s.dynamic !== void 0 && typeof s.dynamic != "boolean") {
      let a = { instancePath: i + "/dynamic", schemaPath: "#/properties/dynamic/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
      e === null ? e = [a] : e.push(a), t++;
    }
    if (s.populate_defaults !== void 0 && typeof s.populate_defaults != "boolean") {
      let a = { instancePath: i + "/populate_defaults", schemaPath: "#/properties/populate_defaults/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
      e === null ? e = [a] : e.push(a), t++;
    }
  } else {
    let a = { instancePath: i, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = [a] : e.push(a), t++;
  }
  return W.errors = e, t === 0;
}
W.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
var kt = { title: "Properties of a namespace", description: "What holds for a namespace of ports as a whole.", type: "object", properties: { required: { title: "Required", description: "`false`: where nothing of it is given, its required ports are not missed.", type: "boolean", default: !0, examples: [!1] }, help: { title: "Help", description: "What it is, for people.", type: "string", examples: ["How the page looks"] }, type: { title: "Type", description: "The JSON type of the value, or several. Of a namespace: of the values under names that it does not list.", $ref: "#/$defs/valueType", examples: ["integer"] }, schema: { title: "Schema", description: "A JSON Schema (2020-12) that the value must satisfy: as a map, or the path of its file.", type: ["string", "object"], examples: ["./author.schema.json", { type: "object", required: ["name"] }] }, validator: { $ref: "#/$defs/validator" }, dynamic: { title: "Dynamic", description: "It also takes values under names that it does not list; with `type` or `schema` each must suit that.", type: "boolean", default: !1, examples: [!0] }, populate_defaults: { title: "Populate defaults", description: "Of a namespace: `false` leaves it absent where nothing of it is given, whatever defaults its ports have.", type: "boolean", default: !0, examples: [!1] } }, additionalProperties: !1, examples: [{ required: !1 }] };
function N(s, { instancePath: i = "", parentData: x, parentDataProperty: $, rootData: k = s, dynamicAnchors: w = {} } = {}) {
  let e = null, t = 0, f = N.evaluated;
  if (f.dynamicProps && (f.props = void 0), f.dynamicItems && (f.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    for (let r in s)
      if (!(r === "required" || r === "help" || r === "type" || r === "schema" || r === "validator" || r === "dynamic" || r === "populate_defaults")) {
        let a = { instancePath: i, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: r }, message: "must NOT have additional properties" };
        e === null ? e = [a] : e.push(a), t++;
      }
    if (s.required !== void 0 && typeof s.required != "boolean") {
      let r = { instancePath: i + "/required", schemaPath: "#/properties/required/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.help !== void 0 && typeof s.help != "string") {
      let r = { instancePath: i + "/help", schemaPath: "#/properties/help/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.type !== void 0) {
      let r = s.type;
      if (typeof r != "string" && !Array.isArray(r)) {
        let a = { instancePath: i + "/type", schemaPath: "#/$defs/valueType/type", keyword: "type", params: { type: pe.type }, message: "must be string,array" };
        e === null ? e = [a] : e.push(a), t++;
      }
      if (typeof r == "string" && !Se.test(r)) {
        let a = { instancePath: i + "/type", schemaPath: "#/$defs/valueType/pattern", keyword: "pattern", params: { pattern: "^(string|integer|number|boolean|array|object|null)$" }, message: 'must match pattern "^(string|integer|number|boolean|array|object|null)$"' };
        e === null ? e = [a] : e.push(a), t++;
      }
      if (Array.isArray(r)) {
        if (r.length < 1) {
          let o = { instancePath: i + "/type", schemaPath: "#/$defs/valueType/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
          e === null ? e = [o] : e.push(o), t++;
        }
        let a = r.length;
        for (let o = 0; o < a; o++) {
          let d = r[o];
          if (!(d === "string" || d === "integer" || d === "number" || d === "boolean" || d === "array" || d === "object" || d === "null")) {
            let y = { instancePath: i + "/type/" + o, schemaPath: "#/$defs/valueType/items/enum", keyword: "enum", params: { allowedValues: pe.items.enum }, message: "must be equal to one of the allowed values" };
            e === null ? e = [y] : e.push(y), t++;
          }
        }
      }
    }
    if (s.schema !== void 0) {
      let r = s.schema;
      if (typeof r != "string" && !(r && typeof r == "object" && !Array.isArray(r))) {
        let a = { instancePath: i + "/schema", schemaPath: "#/properties/schema/type", keyword: "type", params: { type: kt.properties.schema.type }, message: "must be string,object" };
        e === null ? e = [a] : e.push(a), t++;
      }
    }
    if (s.validator !== void 0) {
      let r = s.validator;
      if (typeof r != "string" && !(r && typeof r == "object" && !Array.isArray(r))) {
        let a = { instancePath: i + "/validator", schemaPath: "#/$defs/validator/type", keyword: "type", params: { type: De.type }, message: "must be string,object" };
        e === null ? e = [a] : e.push(a), t++;
      }
      if (r && typeof r == "object" && !Array.isArray(r)) {
        for (let a in r)
          if (!(a === "expression" || a === "function" || a === "message")) {
            let o = { instancePath: i + "/validator", schemaPath: "#/$defs/validator/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: a }, message: "must NOT have additional properties" };
            e === null ? e = [o] : e.push(o), t++;
          }
        if (r.expression !== void 0 && typeof r.expression != "string") {
          let a = { instancePath: i + "/validator/expression", schemaPath: "#/$defs/validator/properties/expression/type", keyword: "type", params: { type: "string" }, message: "must be string" };
          e === null ? e = [a] : e.push(a), t++;
        }
        if (r.function !== void 0 && typeof r.function != "string") {
          let a = { instancePath: i + "/validator/function", schemaPath: "#/$defs/validator/properties/function/type", keyword: "type", params: { type: "string" }, message: "must be string" };
          e === null ? e = [a] : e.push(a), t++;
        }
        if (r.message !== void 0 && typeof r.message != "string") {
          let a = { instancePath: i + "/validator/message", schemaPath: "#/$defs/validator/properties/message/type", keyword: "type", params: { type: "string" }, message: "must be string" };
          e === null ? e = [a] : e.push(a), t++;
        }
      }
    }
    if (s.dynamic !== void 0 && typeof s.dynamic != "boolean") {
      let r = { instancePath: i + "/dynamic", schemaPath: "#/properties/dynamic/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.populate_defaults !== void 0 && typeof s.populate_defaults != "boolean") {
      let r = { instancePath: i + "/populate_defaults", schemaPath: "#/properties/populate_defaults/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
      e === null ? e = [r] : e.push(r), t++;
    }
  } else {
    let r = { instancePath: i, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = [r] : e.push(r), t++;
  }
  return N.errors = e, t === 0;
}
N.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
function ae(s, { instancePath: i = "", parentData: x, parentDataProperty: $, rootData: k = s, dynamicAnchors: w = {} } = {}) {
  let e = null, t = 0, f = ae.evaluated;
  if (f.dynamicProps && (f.props = void 0), f.dynamicItems && (f.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    if (s.from === void 0) {
      let r = { instancePath: i, schemaPath: "#/required", keyword: "required", params: { missingProperty: "from" }, message: "must have required property 'from'" };
      e === null ? e = [r] : e.push(r), t++;
    }
    for (let r in s)
      if (!(r === "from" || r === "namespace" || r === "include" || r === "exclude" || r === "options")) {
        let a = { instancePath: i, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: r }, message: "must NOT have additional properties" };
        e === null ? e = [a] : e.push(a), t++;
      }
    if (s.from !== void 0 && typeof s.from != "string") {
      let r = { instancePath: i + "/from", schemaPath: "#/properties/from/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.namespace !== void 0) {
      let r = s.namespace;
      if (typeof r == "string") {
        if (!ce.test(r)) {
          let a = { instancePath: i + "/namespace", schemaPath: "#/properties/namespace/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_-]*(\\.[A-Za-z_][A-Za-z0-9_-]*)*$" }, message: 'must match pattern "^[A-Za-z_][A-Za-z0-9_-]*(\\.[A-Za-z_][A-Za-z0-9_-]*)*$"' };
          e === null ? e = [a] : e.push(a), t++;
        }
      } else {
        let a = { instancePath: i + "/namespace", schemaPath: "#/properties/namespace/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        e === null ? e = [a] : e.push(a), t++;
      }
    }
    if (s.include !== void 0) {
      let r = s.include;
      if (Array.isArray(r)) {
        if (r.length < 1) {
          let o = { instancePath: i + "/include", schemaPath: "#/properties/include/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
          e === null ? e = [o] : e.push(o), t++;
        }
        let a = r.length;
        for (let o = 0; o < a; o++) {
          let d = r[o];
          if (typeof d == "string") {
            if (!we.test(d)) {
              let y = { instancePath: i + "/include/" + o, schemaPath: "#/$defs/portPath/pattern", keyword: "pattern", params: { pattern: "^(inputs|outputs|params)(\\.[A-Za-z_][A-Za-z0-9_-]*)*$" }, message: 'must match pattern "^(inputs|outputs|params)(\\.[A-Za-z_][A-Za-z0-9_-]*)*$"' };
              e === null ? e = [y] : e.push(y), t++;
            }
          } else {
            let y = { instancePath: i + "/include/" + o, schemaPath: "#/$defs/portPath/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            e === null ? e = [y] : e.push(y), t++;
          }
        }
      } else {
        let a = { instancePath: i + "/include", schemaPath: "#/properties/include/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        e === null ? e = [a] : e.push(a), t++;
      }
    }
    if (s.exclude !== void 0) {
      let r = s.exclude;
      if (Array.isArray(r)) {
        if (r.length < 1) {
          let o = { instancePath: i + "/exclude", schemaPath: "#/properties/exclude/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
          e === null ? e = [o] : e.push(o), t++;
        }
        let a = r.length;
        for (let o = 0; o < a; o++) {
          let d = r[o];
          if (typeof d == "string") {
            if (!we.test(d)) {
              let y = { instancePath: i + "/exclude/" + o, schemaPath: "#/$defs/portPath/pattern", keyword: "pattern", params: { pattern: "^(inputs|outputs|params)(\\.[A-Za-z_][A-Za-z0-9_-]*)*$" }, message: 'must match pattern "^(inputs|outputs|params)(\\.[A-Za-z_][A-Za-z0-9_-]*)*$"' };
              e === null ? e = [y] : e.push(y), t++;
            }
          } else {
            let y = { instancePath: i + "/exclude/" + o, schemaPath: "#/$defs/portPath/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            e === null ? e = [y] : e.push(y), t++;
          }
        }
      } else {
        let a = { instancePath: i + "/exclude", schemaPath: "#/properties/exclude/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        e === null ? e = [a] : e.push(a), t++;
      }
    }
    s.options !== void 0 && (N(s.options, { instancePath: i + "/options", parentData: s, parentDataProperty: "options", rootData: k, dynamicAnchors: w }) || (e = e === null ? N.errors : e.concat(N.errors), t = e.length));
  } else {
    let r = { instancePath: i, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = [r] : e.push(r), t++;
  }
  return ae.errors = e, t === 0;
}
ae.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
function Pe(s, { instancePath: i = "", parentData: x, parentDataProperty: $, rootData: k = s, dynamicAnchors: w = {} } = {}) {
  let e = null, t = 0, f = Pe.evaluated;
  f.dynamicProps && (f.props = void 0), f.dynamicItems && (f.items = void 0);
  let r = t, a = !1, o = null, d = t;
  if (s && typeof s == "object" && !Array.isArray(s) && s.run === void 0) {
    let n = { instancePath: i, schemaPath: "#/oneOf/0/required", keyword: "required", params: { missingProperty: "run" }, message: "must have required property 'run'" };
    e === null ? e = [n] : e.push(n), t++;
  }
  var h = d === t;
  h && (a = !0, o = 0);
  let y = t;
  if (s && typeof s == "object" && !Array.isArray(s) && s.exec === void 0) {
    let n = { instancePath: i, schemaPath: "#/oneOf/1/required", keyword: "required", params: { missingProperty: "exec" }, message: "must have required property 'exec'" };
    e === null ? e = [n] : e.push(n), t++;
  }
  var h = y === t;
  if (h && a)
    a = !1, o = [o, 1];
  else {
    h && (a = !0, o = 1);
    let n = t;
    if (s && typeof s == "object" && !Array.isArray(s) && s.function === void 0) {
      let c = { instancePath: i, schemaPath: "#/oneOf/2/required", keyword: "required", params: { missingProperty: "function" }, message: "must have required property 'function'" };
      e === null ? e = [c] : e.push(c), t++;
    }
    var h = n === t;
    if (h && a)
      a = !1, o = [o, 2];
    else {
      h && (a = !0, o = 2);
      let c = t;
      if (s && typeof s == "object" && !Array.isArray(s) && s.tube === void 0) {
        let _ = { instancePath: i, schemaPath: "#/oneOf/3/required", keyword: "required", params: { missingProperty: "tube" }, message: "must have required property 'tube'" };
        e === null ? e = [_] : e.push(_), t++;
      }
      var h = c === t;
      if (h && a)
        a = !1, o = [o, 3];
      else {
        h && (a = !0, o = 3);
        let _ = t, T = t, Je = t, xe = t, O = !1, Be = t;
        if (s && typeof s == "object" && !Array.isArray(s)) {
          let z;
          if (s.run === void 0 && (z = "run")) {
            let Z = {};
            e === null ? e = [Z] : e.push(Z), t++;
          }
        }
        var b = Be === t;
        O = O || b;
        let Ue = t;
        if (s && typeof s == "object" && !Array.isArray(s)) {
          let z;
          if (s.exec === void 0 && (z = "exec")) {
            let Z = {};
            e === null ? e = [Z] : e.push(Z), t++;
          }
        }
        var b = Ue === t;
        O = O || b;
        let Xe = t;
        if (s && typeof s == "object" && !Array.isArray(s)) {
          let z;
          if (s.function === void 0 && (z = "function")) {
            let Z = {};
            e === null ? e = [Z] : e.push(Z), t++;
          }
        }
        var b = Xe === t;
        O = O || b;
        let Qe = t;
        if (s && typeof s == "object" && !Array.isArray(s)) {
          let z;
          if (s.tube === void 0 && (z = "tube")) {
            let Z = {};
            e === null ? e = [Z] : e.push(Z), t++;
          }
        }
        var b = Qe === t;
        if (O = O || b, O)
          t = xe, e !== null && (xe ? e.length = xe : e = null);
        else {
          let z = {};
          e === null ? e = [z] : e.push(z), t++;
        }
        var P = Je === t;
        if (P) {
          let z = { instancePath: i, schemaPath: "#/oneOf/4/not", keyword: "not", params: {}, message: "must NOT be valid" };
          e === null ? e = [z] : e.push(z), t++;
        } else
          t = T, e !== null && (T ? e.length = T : e = null);
        var h = _ === t;
        h && a ? (a = !1, o = [o, 4]) : h && (a = !0, o = 4);
      }
    }
  }
  if (a)
    t = r, e !== null && (r ? e.length = r : e = null);
  else {
    let n = { instancePath: i, schemaPath: "#/oneOf", keyword: "oneOf", params: { passingSchemas: o }, message: "must match exactly one schema in oneOf" };
    e === null ? e = [n] : e.push(n), t++;
  }
  if (s && typeof s == "object" && !Array.isArray(s)) {
    for (let n in s)
      if (!(le.call(he.properties, n) || Ge.test(n))) {
        let p = { instancePath: i, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: n }, message: "must NOT have additional properties" };
        e === null ? e = [p] : e.push(p), t++;
      }
    if (s.$schema !== void 0 && typeof s.$schema != "string") {
      let n = { instancePath: i + "/$schema", schemaPath: "#/properties/%24schema/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [n] : e.push(n), t++;
    }
    if (s.extends !== void 0 && typeof s.extends != "string") {
      let n = { instancePath: i + "/extends", schemaPath: "#/properties/extends/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [n] : e.push(n), t++;
    }
    if (s.description !== void 0 && typeof s.description != "string") {
      let n = { instancePath: i + "/description", schemaPath: "#/properties/description/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [n] : e.push(n), t++;
    }
    if (s.inputs !== void 0) {
      let n = s.inputs;
      if (n && typeof n == "object" && !Array.isArray(n)) {
        for (let p in n) {
          let c = t;
          if (typeof p == "string") {
            if (!q.test(p)) {
              let u = { instancePath: i + "/inputs", schemaPath: "#/$defs/identifier/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_-]*$" }, message: 'must match pattern "^[A-Za-z_][A-Za-z0-9_-]*$"', propertyName: p };
              e === null ? e = [u] : e.push(u), t++;
            }
          } else {
            let u = { instancePath: i + "/inputs", schemaPath: "#/$defs/identifier/type", keyword: "type", params: { type: "string" }, message: "must be string", propertyName: p };
            e === null ? e = [u] : e.push(u), t++;
          }
          var g = c === t;
          if (!g) {
            let u = { instancePath: i + "/inputs", schemaPath: "#/properties/inputs/propertyNames", keyword: "propertyNames", params: { propertyName: p }, message: "property name must be valid" };
            e === null ? e = [u] : e.push(u), t++;
          }
        }
        for (let p in n)
          I(n[p], { instancePath: i + "/inputs/" + p.replace(/~/g, "~0").replace(/\//g, "~1"), parentData: n, parentDataProperty: p, rootData: k, dynamicAnchors: w }) || (e = e === null ? I.errors : e.concat(I.errors), t = e.length);
      } else {
        let p = { instancePath: i + "/inputs", schemaPath: "#/properties/inputs/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        e === null ? e = [p] : e.push(p), t++;
      }
    }
    if (s.outputs !== void 0) {
      let n = s.outputs;
      if (n && typeof n == "object" && !Array.isArray(n)) {
        for (let p in n) {
          let c = t;
          if (typeof p == "string") {
            if (!q.test(p)) {
              let u = { instancePath: i + "/outputs", schemaPath: "#/$defs/identifier/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_-]*$" }, message: 'must match pattern "^[A-Za-z_][A-Za-z0-9_-]*$"', propertyName: p };
              e === null ? e = [u] : e.push(u), t++;
            }
          } else {
            let u = { instancePath: i + "/outputs", schemaPath: "#/$defs/identifier/type", keyword: "type", params: { type: "string" }, message: "must be string", propertyName: p };
            e === null ? e = [u] : e.push(u), t++;
          }
          var v = c === t;
          if (!v) {
            let u = { instancePath: i + "/outputs", schemaPath: "#/properties/outputs/propertyNames", keyword: "propertyNames", params: { propertyName: p }, message: "property name must be valid" };
            e === null ? e = [u] : e.push(u), t++;
          }
        }
        for (let p in n)
          I(n[p], { instancePath: i + "/outputs/" + p.replace(/~/g, "~0").replace(/\//g, "~1"), parentData: n, parentDataProperty: p, rootData: k, dynamicAnchors: w }) || (e = e === null ? I.errors : e.concat(I.errors), t = e.length);
      } else {
        let p = { instancePath: i + "/outputs", schemaPath: "#/properties/outputs/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        e === null ? e = [p] : e.push(p), t++;
      }
    }
    if (s.params !== void 0) {
      let n = s.params;
      if (n && typeof n == "object" && !Array.isArray(n)) {
        for (let p in n) {
          let c = t;
          if (typeof p == "string") {
            if (!q.test(p)) {
              let u = { instancePath: i + "/params", schemaPath: "#/$defs/identifier/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_-]*$" }, message: 'must match pattern "^[A-Za-z_][A-Za-z0-9_-]*$"', propertyName: p };
              e === null ? e = [u] : e.push(u), t++;
            }
          } else {
            let u = { instancePath: i + "/params", schemaPath: "#/$defs/identifier/type", keyword: "type", params: { type: "string" }, message: "must be string", propertyName: p };
            e === null ? e = [u] : e.push(u), t++;
          }
          var A = c === t;
          if (!A) {
            let u = { instancePath: i + "/params", schemaPath: "#/properties/params/propertyNames", keyword: "propertyNames", params: { propertyName: p }, message: "property name must be valid" };
            e === null ? e = [u] : e.push(u), t++;
          }
        }
        for (let p in n)
          W(n[p], { instancePath: i + "/params/" + p.replace(/~/g, "~0").replace(/\//g, "~1"), parentData: n, parentDataProperty: p, rootData: k, dynamicAnchors: w }) || (e = e === null ? W.errors : e.concat(W.errors), t = e.length);
      } else {
        let p = { instancePath: i + "/params", schemaPath: "#/properties/params/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        e === null ? e = [p] : e.push(p), t++;
      }
    }
    if (s.namespaces !== void 0) {
      let n = s.namespaces;
      if (n && typeof n == "object" && !Array.isArray(n)) {
        for (let p in n)
          if (!(p === "inputs" || p === "outputs" || p === "params")) {
            let c = { instancePath: i + "/namespaces", schemaPath: "#/properties/namespaces/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: p }, message: "must NOT have additional properties" };
            e === null ? e = [c] : e.push(c), t++;
          }
        n.inputs !== void 0 && (N(n.inputs, { instancePath: i + "/namespaces/inputs", parentData: n, parentDataProperty: "inputs", rootData: k, dynamicAnchors: w }) || (e = e === null ? N.errors : e.concat(N.errors), t = e.length)), n.outputs !== void 0 && (N(n.outputs, { instancePath: i + "/namespaces/outputs", parentData: n, parentDataProperty: "outputs", rootData: k, dynamicAnchors: w }) || (e = e === null ? N.errors : e.concat(N.errors), t = e.length)), n.params !== void 0 && (N(n.params, { instancePath: i + "/namespaces/params", parentData: n, parentDataProperty: "params", rootData: k, dynamicAnchors: w }) || (e = e === null ? N.errors : e.concat(N.errors), t = e.length));
      } else {
        let p = { instancePath: i + "/namespaces", schemaPath: "#/properties/namespaces/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        e === null ? e = [p] : e.push(p), t++;
      }
    }
    if (s.expose !== void 0) {
      let n = s.expose;
      if (!n || typeof n != "object") {
        let p = { instancePath: i + "/expose", schemaPath: "#/properties/expose/type", keyword: "type", params: { type: he.properties.expose.type }, message: "must be object,array" };
        e === null ? e = [p] : e.push(p), t++;
      }
      if (Array.isArray(n)) {
        if (n.length < 1) {
          let c = { instancePath: i + "/expose", schemaPath: "#/properties/expose/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
          e === null ? e = [c] : e.push(c), t++;
        }
        let p = n.length;
        for (let c = 0; c < p; c++)
          ae(n[c], { instancePath: i + "/expose/" + c, parentData: n, parentDataProperty: c, rootData: k, dynamicAnchors: w }) || (e = e === null ? ae.errors : e.concat(ae.errors), t = e.length);
      }
      if (n && typeof n == "object" && !Array.isArray(n)) {
        if (n.from === void 0) {
          let p = { instancePath: i + "/expose", schemaPath: "#/properties/expose/required", keyword: "required", params: { missingProperty: "from" }, message: "must have required property 'from'" };
          e === null ? e = [p] : e.push(p), t++;
        }
        for (let p in n)
          if (!(p === "from" || p === "namespace" || p === "include" || p === "exclude" || p === "options")) {
            let c = { instancePath: i + "/expose", schemaPath: "#/properties/expose/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: p }, message: "must NOT have additional properties" };
            e === null ? e = [c] : e.push(c), t++;
          }
        if (n.from !== void 0 && typeof n.from != "string") {
          let p = { instancePath: i + "/expose/from", schemaPath: "#/properties/expose/properties/from/type", keyword: "type", params: { type: "string" }, message: "must be string" };
          e === null ? e = [p] : e.push(p), t++;
        }
        if (n.namespace !== void 0) {
          let p = n.namespace;
          if (typeof p == "string") {
            if (!ce.test(p)) {
              let c = { instancePath: i + "/expose/namespace", schemaPath: "#/properties/expose/properties/namespace/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_-]*(\\.[A-Za-z_][A-Za-z0-9_-]*)*$" }, message: 'must match pattern "^[A-Za-z_][A-Za-z0-9_-]*(\\.[A-Za-z_][A-Za-z0-9_-]*)*$"' };
              e === null ? e = [c] : e.push(c), t++;
            }
          } else {
            let c = { instancePath: i + "/expose/namespace", schemaPath: "#/properties/expose/properties/namespace/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            e === null ? e = [c] : e.push(c), t++;
          }
        }
        if (n.include !== void 0) {
          let p = n.include;
          if (Array.isArray(p)) {
            if (p.length < 1) {
              let u = { instancePath: i + "/expose/include", schemaPath: "#/properties/expose/properties/include/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
              e === null ? e = [u] : e.push(u), t++;
            }
            let c = p.length;
            for (let u = 0; u < c; u++) {
              let _ = p[u];
              if (typeof _ == "string") {
                if (!we.test(_)) {
                  let T = { instancePath: i + "/expose/include/" + u, schemaPath: "#/$defs/portPath/pattern", keyword: "pattern", params: { pattern: "^(inputs|outputs|params)(\\.[A-Za-z_][A-Za-z0-9_-]*)*$" }, message: 'must match pattern "^(inputs|outputs|params)(\\.[A-Za-z_][A-Za-z0-9_-]*)*$"' };
                  e === null ? e = [T] : e.push(T), t++;
                }
              } else {
                let T = { instancePath: i + "/expose/include/" + u, schemaPath: "#/$defs/portPath/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                e === null ? e = [T] : e.push(T), t++;
              }
            }
          } else {
            let c = { instancePath: i + "/expose/include", schemaPath: "#/properties/expose/properties/include/type", keyword: "type", params: { type: "array" }, message: "must be array" };
            e === null ? e = [c] : e.push(c), t++;
          }
        }
        if (n.exclude !== void 0) {
          let p = n.exclude;
          if (Array.isArray(p)) {
            if (p.length < 1) {
              let u = { instancePath: i + "/expose/exclude", schemaPath: "#/properties/expose/properties/exclude/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
              e === null ? e = [u] : e.push(u), t++;
            }
            let c = p.length;
            for (let u = 0; u < c; u++) {
              let _ = p[u];
              if (typeof _ == "string") {
                if (!we.test(_)) {
                  let T = { instancePath: i + "/expose/exclude/" + u, schemaPath: "#/$defs/portPath/pattern", keyword: "pattern", params: { pattern: "^(inputs|outputs|params)(\\.[A-Za-z_][A-Za-z0-9_-]*)*$" }, message: 'must match pattern "^(inputs|outputs|params)(\\.[A-Za-z_][A-Za-z0-9_-]*)*$"' };
                  e === null ? e = [T] : e.push(T), t++;
                }
              } else {
                let T = { instancePath: i + "/expose/exclude/" + u, schemaPath: "#/$defs/portPath/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                e === null ? e = [T] : e.push(T), t++;
              }
            }
          } else {
            let c = { instancePath: i + "/expose/exclude", schemaPath: "#/properties/expose/properties/exclude/type", keyword: "type", params: { type: "array" }, message: "must be array" };
            e === null ? e = [c] : e.push(c), t++;
          }
        }
        n.options !== void 0 && (N(n.options, { instancePath: i + "/expose/options", parentData: n, parentDataProperty: "options", rootData: k, dynamicAnchors: w }) || (e = e === null ? N.errors : e.concat(N.errors), t = e.length));
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
          let c = { instancePath: i + "/exec", schemaPath: "#/properties/exec/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
          e === null ? e = [c] : e.push(c), t++;
        }
        let p = n.length;
        for (let c = 0; c < p; c++)
          if (typeof n[c] != "string") {
            let u = { instancePath: i + "/exec/" + c, schemaPath: "#/properties/exec/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            e === null ? e = [u] : e.push(u), t++;
          }
      } else {
        let p = { instancePath: i + "/exec", schemaPath: "#/properties/exec/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        e === null ? e = [p] : e.push(p), t++;
      }
    }
    if (s.function !== void 0) {
      let n = s.function;
      if (typeof n != "string" && !(n && typeof n == "object" && !Array.isArray(n))) {
        let p = { instancePath: i + "/function", schemaPath: "#/$defs/functionRef/type", keyword: "type", params: { type: bt.type }, message: "must be string,object" };
        e === null ? e = [p] : e.push(p), t++;
      }
      if (n && typeof n == "object" && !Array.isArray(n)) {
        if (n.module === void 0) {
          let p = { instancePath: i + "/function", schemaPath: "#/$defs/functionRef/required", keyword: "required", params: { missingProperty: "module" }, message: "must have required property 'module'" };
          e === null ? e = [p] : e.push(p), t++;
        }
        for (let p in n)
          if (!(p === "module" || p === "export")) {
            let c = { instancePath: i + "/function", schemaPath: "#/$defs/functionRef/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: p }, message: "must NOT have additional properties" };
            e === null ? e = [c] : e.push(c), t++;
          }
        if (n.module !== void 0 && typeof n.module != "string") {
          let p = { instancePath: i + "/function/module", schemaPath: "#/$defs/functionRef/properties/module/type", keyword: "type", params: { type: "string" }, message: "must be string" };
          e === null ? e = [p] : e.push(p), t++;
        }
        if (n.export !== void 0 && typeof n.export != "string") {
          let p = { instancePath: i + "/function/export", schemaPath: "#/$defs/functionRef/properties/export/type", keyword: "type", params: { type: "string" }, message: "must be string" };
          e === null ? e = [p] : e.push(p), t++;
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
          let c = { instancePath: i + "/shell", schemaPath: "#/properties/shell/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
          e === null ? e = [c] : e.push(c), t++;
        }
        let p = n.length;
        for (let c = 0; c < p; c++)
          if (typeof n[c] != "string") {
            let u = { instancePath: i + "/shell/" + c, schemaPath: "#/properties/shell/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            e === null ? e = [u] : e.push(u), t++;
          }
      } else {
        let p = { instancePath: i + "/shell", schemaPath: "#/properties/shell/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        e === null ? e = [p] : e.push(p), t++;
      }
    }
    if (s.env !== void 0) {
      let n = s.env;
      if (n && typeof n == "object" && !Array.isArray(n)) {
        for (let p in n) {
          let c = t;
          if (typeof p == "string") {
            if (!Ee.test(p)) {
              let u = { instancePath: i + "/env", schemaPath: "#/properties/env/propertyNames/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_]*$" }, message: 'must match pattern "^[A-Za-z_][A-Za-z0-9_]*$"', propertyName: p };
              e === null ? e = [u] : e.push(u), t++;
            }
          } else {
            let u = { instancePath: i + "/env", schemaPath: "#/properties/env/propertyNames/type", keyword: "type", params: { type: "string" }, message: "must be string", propertyName: p };
            e === null ? e = [u] : e.push(u), t++;
          }
          var m = c === t;
          if (!m) {
            let u = { instancePath: i + "/env", schemaPath: "#/properties/env/propertyNames", keyword: "propertyNames", params: { propertyName: p }, message: "property name must be valid" };
            e === null ? e = [u] : e.push(u), t++;
          }
        }
        for (let p in n) {
          let c = n[p];
          if (typeof c != "string" && !(typeof c == "number" && isFinite(c)) && typeof c != "boolean") {
            let u = { instancePath: i + "/env/" + p.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/env/additionalProperties/type", keyword: "type", params: { type: he.properties.env.additionalProperties.type }, message: "must be string,number,boolean" };
            e === null ? e = [u] : e.push(u), t++;
          }
        }
      } else {
        let p = { instancePath: i + "/env", schemaPath: "#/properties/env/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        e === null ? e = [p] : e.push(p), t++;
      }
    }
    if (s.tools !== void 0) {
      let n = s.tools;
      if (Array.isArray(n)) {
        let p = n.length;
        for (let c = 0; c < p; c++)
          if (typeof n[c] != "string") {
            let u = { instancePath: i + "/tools/" + c, schemaPath: "#/properties/tools/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            e === null ? e = [u] : e.push(u), t++;
          }
      } else {
        let p = { instancePath: i + "/tools", schemaPath: "#/properties/tools/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        e === null ? e = [p] : e.push(p), t++;
      }
    }
    if (s.sources !== void 0) {
      let n = s.sources;
      if (Array.isArray(n)) {
        let p = n.length;
        for (let c = 0; c < p; c++)
          if (typeof n[c] != "string") {
            let u = { instancePath: i + "/sources/" + c, schemaPath: "#/properties/sources/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            e === null ? e = [u] : e.push(u), t++;
          }
      } else {
        let p = { instancePath: i + "/sources", schemaPath: "#/properties/sources/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        e === null ? e = [p] : e.push(p), t++;
      }
    }
    if (s.depfile !== void 0) {
      let n = s.depfile;
      if (!(n === "make" || n === "none")) {
        let p = { instancePath: i + "/depfile", schemaPath: "#/properties/depfile/enum", keyword: "enum", params: { allowedValues: he.properties.depfile.enum }, message: "must be equal to one of the allowed values" };
        e === null ? e = [p] : e.push(p), t++;
      }
    }
    if (s.exit_codes !== void 0) {
      let n = s.exit_codes;
      if (n && typeof n == "object" && !Array.isArray(n)) {
        for (let p in n) {
          let c = t;
          if (typeof p == "string") {
            if (!He.test(p)) {
              let u = { instancePath: i + "/exit_codes", schemaPath: "#/$defs/exitName/pattern", keyword: "pattern", params: { pattern: "^[A-Z][A-Z0-9_]*$" }, message: 'must match pattern "^[A-Z][A-Z0-9_]*$"', propertyName: p };
              e === null ? e = [u] : e.push(u), t++;
            }
          } else {
            let u = { instancePath: i + "/exit_codes", schemaPath: "#/$defs/exitName/type", keyword: "type", params: { type: "string" }, message: "must be string", propertyName: p };
            e === null ? e = [u] : e.push(u), t++;
          }
          var l = c === t;
          if (!l) {
            let u = { instancePath: i + "/exit_codes", schemaPath: "#/properties/exit_codes/propertyNames", keyword: "propertyNames", params: { propertyName: p }, message: "property name must be valid" };
            e === null ? e = [u] : e.push(u), t++;
          }
        }
        for (let p in n) {
          let c = n[p];
          if (c && typeof c == "object" && !Array.isArray(c)) {
            if (c.status === void 0) {
              let u = { instancePath: i + "/exit_codes/" + p.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/exit_codes/additionalProperties/required", keyword: "required", params: { missingProperty: "status" }, message: "must have required property 'status'" };
              e === null ? e = [u] : e.push(u), t++;
            }
            if (c.message === void 0) {
              let u = { instancePath: i + "/exit_codes/" + p.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/exit_codes/additionalProperties/required", keyword: "required", params: { missingProperty: "message" }, message: "must have required property 'message'" };
              e === null ? e = [u] : e.push(u), t++;
            }
            for (let u in c)
              if (!(u === "status" || u === "message" || u === "ok" || u === "retry" || u === "invalidates_cache")) {
                let _ = { instancePath: i + "/exit_codes/" + p.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/exit_codes/additionalProperties/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: u }, message: "must NOT have additional properties" };
                e === null ? e = [_] : e.push(_), t++;
              }
            if (c.status !== void 0) {
              let u = c.status;
              if (!(typeof u == "number" && !(u % 1) && !isNaN(u) && isFinite(u))) {
                let _ = { instancePath: i + "/exit_codes/" + p.replace(/~/g, "~0").replace(/\//g, "~1") + "/status", schemaPath: "#/properties/exit_codes/additionalProperties/properties/status/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
                e === null ? e = [_] : e.push(_), t++;
              }
              if (typeof u == "number" && isFinite(u)) {
                if (u > 255 || isNaN(u)) {
                  let _ = { instancePath: i + "/exit_codes/" + p.replace(/~/g, "~0").replace(/\//g, "~1") + "/status", schemaPath: "#/properties/exit_codes/additionalProperties/properties/status/maximum", keyword: "maximum", params: { comparison: "<=", limit: 255 }, message: "must be <= 255" };
                  e === null ? e = [_] : e.push(_), t++;
                }
                if (u < 1 || isNaN(u)) {
                  let _ = { instancePath: i + "/exit_codes/" + p.replace(/~/g, "~0").replace(/\//g, "~1") + "/status", schemaPath: "#/properties/exit_codes/additionalProperties/properties/status/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
                  e === null ? e = [_] : e.push(_), t++;
                }
              }
            }
            if (c.message !== void 0 && typeof c.message != "string") {
              let u = { instancePath: i + "/exit_codes/" + p.replace(/~/g, "~0").replace(/\//g, "~1") + "/message", schemaPath: "#/properties/exit_codes/additionalProperties/properties/message/type", keyword: "type", params: { type: "string" }, message: "must be string" };
              e === null ? e = [u] : e.push(u), t++;
            }
            if (c.ok !== void 0 && typeof c.ok != "boolean") {
              let u = { instancePath: i + "/exit_codes/" + p.replace(/~/g, "~0").replace(/\//g, "~1") + "/ok", schemaPath: "#/properties/exit_codes/additionalProperties/properties/ok/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
              e === null ? e = [u] : e.push(u), t++;
            }
            if (c.retry !== void 0 && typeof c.retry != "boolean") {
              let u = { instancePath: i + "/exit_codes/" + p.replace(/~/g, "~0").replace(/\//g, "~1") + "/retry", schemaPath: "#/properties/exit_codes/additionalProperties/properties/retry/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
              e === null ? e = [u] : e.push(u), t++;
            }
            if (c.invalidates_cache !== void 0 && typeof c.invalidates_cache != "boolean") {
              let u = { instancePath: i + "/exit_codes/" + p.replace(/~/g, "~0").replace(/\//g, "~1") + "/invalidates_cache", schemaPath: "#/properties/exit_codes/additionalProperties/properties/invalidates_cache/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
              e === null ? e = [u] : e.push(u), t++;
            }
          } else {
            let u = { instancePath: i + "/exit_codes/" + p.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/exit_codes/additionalProperties/type", keyword: "type", params: { type: "object" }, message: "must be object" };
            e === null ? e = [u] : e.push(u), t++;
          }
        }
      } else {
        let p = { instancePath: i + "/exit_codes", schemaPath: "#/properties/exit_codes/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        e === null ? e = [p] : e.push(p), t++;
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
  return Pe.errors = e, t === 0;
}
Pe.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
var jt = $e;
var wt = { title: "Input", type: "object", additionalProperties: !1, properties: { type: { type: "string", description: "A TypeScript type, for the reader; it is not checked." }, scope: { enum: ["tube", "process"], default: "tube", description: "tube: given once, when the tube is loaded. process: given with each epoch." }, default: { description: "The value where none is given." }, required: { type: "boolean", default: !0, description: "Whether it must be given; otherwise it is null." }, description: { type: "string" } } }, Pt = new RegExp("^[\\w\\-/#]+$", "u"), ge = new RegExp("^[A-Za-z_$][\\w$]*$", "u"), Ve = { title: "Asset", type: "object", additionalProperties: !1, properties: { type: { type: "string", minLength: 1, description: "A module and the name it exports: a class, a function, a generator function (set-up, yield, tear-down) or a kind of Asset.", examples: ["./assets.ts#Counter"] }, scope: { enum: ["runner", "process", "node"], description: "How long the object lives: while the runner runs, during one epoch, or during one call of a node." }, params: { type: ["object", "array"], description: "Arguments by name, or in order. A text input.NAME is replaced by that tube input." }, depends: { $ref: "#/$defs/Signal", description: "The signal whose value the asset keeps for the next epoch. For the scope runner only." }, description: { type: "string" } } };
var be = new RegExp("^[A-Za-z_$][\\w$]*\\.[A-Za-z_$][\\w$]*$", "u");
function oe(s, { instancePath: i = "", parentData: x, parentDataProperty: $, rootData: k = s, dynamicAnchors: w = {} } = {}) {
  let e = null, t = 0, f = oe.evaluated;
  if (f.dynamicProps && (f.props = void 0), f.dynamicItems && (f.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    for (let r in s)
      if (!(r === "type" || r === "scope" || r === "params" || r === "depends" || r === "description")) {
        let a = { instancePath: i, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: r }, message: "must NOT have additional properties" };
        e === null ? e = [a] : e.push(a), t++;
      }
    if (s.type !== void 0) {
      let r = s.type;
      if (typeof r == "string") {
        if (ye(r) < 1) {
          let a = { instancePath: i + "/type", schemaPath: "#/properties/type/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          e === null ? e = [a] : e.push(a), t++;
        }
      } else {
        let a = { instancePath: i + "/type", schemaPath: "#/properties/type/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        e === null ? e = [a] : e.push(a), t++;
      }
    }
    if (s.scope !== void 0) {
      let r = s.scope;
      if (!(r === "runner" || r === "process" || r === "node")) {
        let a = { instancePath: i + "/scope", schemaPath: "#/properties/scope/enum", keyword: "enum", params: { allowedValues: Ve.properties.scope.enum }, message: "must be equal to one of the allowed values" };
        e === null ? e = [a] : e.push(a), t++;
      }
    }
    if (s.params !== void 0) {
      let r = s.params;
      if (!r || typeof r != "object") {
        let a = { instancePath: i + "/params", schemaPath: "#/properties/params/type", keyword: "type", params: { type: Ve.properties.params.type }, message: "must be object,array" };
        e === null ? e = [a] : e.push(a), t++;
      }
    }
    if (s.depends !== void 0) {
      let r = s.depends;
      if (typeof r == "string") {
        if (!be.test(r)) {
          let a = { instancePath: i + "/depends", schemaPath: "#/$defs/Signal/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_$][\\w$]*\\.[A-Za-z_$][\\w$]*$" }, message: 'must match pattern "^[A-Za-z_$][\\w$]*\\.[A-Za-z_$][\\w$]*$"' };
          e === null ? e = [a] : e.push(a), t++;
        }
      } else {
        let a = { instancePath: i + "/depends", schemaPath: "#/$defs/Signal/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        e === null ? e = [a] : e.push(a), t++;
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
  return oe.errors = e, t === 0;
}
oe.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
var ze = { title: "Node", type: "object", additionalProperties: !1, properties: { type: { type: "string", minLength: 1, description: "A module and the name it exports, such as ./nodes.ts#multiply, relative to this file; or gather, map, return, tube.", examples: ["./nodes.ts#multiply", "map"] }, depends: { type: ["string", "array"], description: "Where the values come from: one signal for the first slot, or a list of signals and { slot: signal }.", items: { type: ["string", "object"], minProperties: 1, maxProperties: 1, propertyNames: { pattern: "^[A-Za-z_$][\\w$]*$" }, additionalProperties: { $ref: "#/$defs/Signal" }, if: { type: "string" }, then: { $ref: "#/$defs/Signal" } }, if: { type: "string" }, then: { $ref: "#/$defs/Signal" } }, params: { type: "object", description: "Constant values by name. A text input.NAME is replaced by that tube input." }, enabled: { type: ["boolean", "string"], if: { type: "string" }, then: { pattern: "^input\\.[A-Za-z_$][\\w$]*$" }, description: "Whether the node takes part: true, false, or input.NAME. Default: true." }, stateful: { type: "boolean", description: "Whether the node runs in the order of the epochs. Default: what its type says; generators and classes do." }, description: { type: "string" } } }, $t = new RegExp("^input\\.[A-Za-z_$][\\w$]*$", "u");
function ne(s, { instancePath: i = "", parentData: x, parentDataProperty: $, rootData: k = s, dynamicAnchors: w = {} } = {}) {
  let e = null, t = 0, f = ne.evaluated;
  if (f.dynamicProps && (f.props = void 0), f.dynamicItems && (f.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    for (let y in s)
      if (!(y === "type" || y === "depends" || y === "params" || y === "enabled" || y === "stateful" || y === "description")) {
        let h = { instancePath: i, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: y }, message: "must NOT have additional properties" };
        e === null ? e = [h] : e.push(h), t++;
      }
    if (s.type !== void 0) {
      let y = s.type;
      if (typeof y == "string") {
        if (ye(y) < 1) {
          let h = { instancePath: i + "/type", schemaPath: "#/properties/type/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          e === null ? e = [h] : e.push(h), t++;
        }
      } else {
        let h = { instancePath: i + "/type", schemaPath: "#/properties/type/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        e === null ? e = [h] : e.push(h), t++;
      }
    }
    if (s.depends !== void 0) {
      let y = s.depends;
      if (typeof y != "string" && !Array.isArray(y)) {
        let g = { instancePath: i + "/depends", schemaPath: "#/properties/depends/type", keyword: "type", params: { type: ze.properties.depends.type }, message: "must be string,array" };
        e === null ? e = [g] : e.push(g), t++;
      }
      let h = t, b = !0, P = t;
      if (typeof y != "string") {
        let g = {};
        e === null ? e = [g] : e.push(g), t++;
      }
      var r = P === t;
      if (t = h, e !== null && (h ? e.length = h : e = null), r) {
        let g = t;
        if (typeof y == "string") {
          if (!be.test(y)) {
            let A = { instancePath: i + "/depends", schemaPath: "#/$defs/Signal/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_$][\\w$]*\\.[A-Za-z_$][\\w$]*$" }, message: 'must match pattern "^[A-Za-z_$][\\w$]*\\.[A-Za-z_$][\\w$]*$"' };
            e === null ? e = [A] : e.push(A), t++;
          }
        } else {
          let A = { instancePath: i + "/depends", schemaPath: "#/$defs/Signal/type", keyword: "type", params: { type: "string" }, message: "must be string" };
          e === null ? e = [A] : e.push(A), t++;
        }
        var r = g === t;
        b = r;
      }
      if (!b) {
        let g = { instancePath: i + "/depends", schemaPath: "#/properties/depends/if", keyword: "if", params: { failingKeyword: "then" }, message: 'must match "then" schema' };
        e === null ? e = [g] : e.push(g), t++;
      }
      if (Array.isArray(y)) {
        let g = y.length;
        for (let v = 0; v < g; v++) {
          let A = y[v];
          if (typeof A != "string" && !(A && typeof A == "object" && !Array.isArray(A))) {
            let p = { instancePath: i + "/depends/" + v, schemaPath: "#/properties/depends/items/type", keyword: "type", params: { type: ze.properties.depends.items.type }, message: "must be string,object" };
            e === null ? e = [p] : e.push(p), t++;
          }
          let m = t, l = !0, n = t;
          if (typeof A != "string") {
            let p = {};
            e === null ? e = [p] : e.push(p), t++;
          }
          var a = n === t;
          if (t = m, e !== null && (m ? e.length = m : e = null), a) {
            let p = t;
            if (typeof A == "string") {
              if (!be.test(A)) {
                let u = { instancePath: i + "/depends/" + v, schemaPath: "#/$defs/Signal/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_$][\\w$]*\\.[A-Za-z_$][\\w$]*$" }, message: 'must match pattern "^[A-Za-z_$][\\w$]*\\.[A-Za-z_$][\\w$]*$"' };
                e === null ? e = [u] : e.push(u), t++;
              }
            } else {
              let u = { instancePath: i + "/depends/" + v, schemaPath: "#/$defs/Signal/type", keyword: "type", params: { type: "string" }, message: "must be string" };
              e === null ? e = [u] : e.push(u), t++;
            }
            var a = p === t;
            l = a;
          }
          if (!l) {
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
              let c = t;
              if (typeof p == "string" && !ge.test(p)) {
                let u = { instancePath: i + "/depends/" + v, schemaPath: "#/properties/depends/items/propertyNames/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_$][\\w$]*$" }, message: 'must match pattern "^[A-Za-z_$][\\w$]*$"', propertyName: p };
                e === null ? e = [u] : e.push(u), t++;
              }
              var o = c === t;
              if (!o) {
                let u = { instancePath: i + "/depends/" + v, schemaPath: "#/properties/depends/items/propertyNames", keyword: "propertyNames", params: { propertyName: p }, message: "property name must be valid" };
                e === null ? e = [u] : e.push(u), t++;
              }
            }
            for (let p in A) {
              let c = A[p];
              if (typeof c == "string") {
                if (!be.test(c)) {
                  let u = { instancePath: i + "/depends/" + v + "/" + p.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/$defs/Signal/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_$][\\w$]*\\.[A-Za-z_$][\\w$]*$" }, message: 'must match pattern "^[A-Za-z_$][\\w$]*\\.[A-Za-z_$][\\w$]*$"' };
                  e === null ? e = [u] : e.push(u), t++;
                }
              } else {
                let u = { instancePath: i + "/depends/" + v + "/" + p.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/$defs/Signal/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                e === null ? e = [u] : e.push(u), t++;
              }
            }
          }
        }
      }
    }
    if (s.params !== void 0) {
      let y = s.params;
      if (!(y && typeof y == "object" && !Array.isArray(y))) {
        let h = { instancePath: i + "/params", schemaPath: "#/properties/params/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        e === null ? e = [h] : e.push(h), t++;
      }
    }
    if (s.enabled !== void 0) {
      let y = s.enabled;
      if (typeof y != "boolean" && typeof y != "string") {
        let g = { instancePath: i + "/enabled", schemaPath: "#/properties/enabled/type", keyword: "type", params: { type: ze.properties.enabled.type }, message: "must be boolean,string" };
        e === null ? e = [g] : e.push(g), t++;
      }
      let h = t, b = !0, P = t;
      if (typeof y != "string") {
        let g = {};
        e === null ? e = [g] : e.push(g), t++;
      }
      var d = P === t;
      if (t = h, e !== null && (h ? e.length = h : e = null), d) {
        let g = t;
        if (typeof y == "string" && !$t.test(y)) {
          let A = { instancePath: i + "/enabled", schemaPath: "#/properties/enabled/then/pattern", keyword: "pattern", params: { pattern: "^input\\.[A-Za-z_$][\\w$]*$" }, message: 'must match pattern "^input\\.[A-Za-z_$][\\w$]*$"' };
          e === null ? e = [A] : e.push(A), t++;
        }
        var d = g === t;
        b = d;
      }
      if (!b) {
        let g = { instancePath: i + "/enabled", schemaPath: "#/properties/enabled/if", keyword: "if", params: { failingKeyword: "then" }, message: 'must match "then" schema' };
        e === null ? e = [g] : e.push(g), t++;
      }
    }
    if (s.stateful !== void 0 && typeof s.stateful != "boolean") {
      let y = { instancePath: i + "/stateful", schemaPath: "#/properties/stateful/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
      e === null ? e = [y] : e.push(y), t++;
    }
    if (s.description !== void 0 && typeof s.description != "string") {
      let y = { instancePath: i + "/description", schemaPath: "#/properties/description/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [y] : e.push(y), t++;
    }
  } else {
    let y = { instancePath: i, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = [y] : e.push(y), t++;
  }
  return ne.errors = e, t === 0;
}
ne.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
function $e(s, { instancePath: i = "", parentData: x, parentDataProperty: $, rootData: k = s, dynamicAnchors: w = {} } = {}) {
  let e = null, t = 0, f = $e.evaluated;
  f.dynamicProps && (f.props = void 0), f.dynamicItems && (f.items = void 0);
  let r = t, a = !0, o = t;
  if (s && typeof s == "object" && !Array.isArray(s)) {
    let m;
    if (s.extends === void 0 && (m = "extends")) {
      let l = {};
      e === null ? e = [l] : e.push(l), t++;
    } else if (s.extends !== void 0 && !Array.isArray(s.extends)) {
      let l = {};
      e === null ? e = [l] : e.push(l), t++;
    }
  }
  var d = o === t;
  if (t = r, e !== null && (r ? e.length = r : e = null), !d) {
    let m = t;
    if (s && typeof s == "object" && !Array.isArray(s)) {
      if (s.nodes === void 0) {
        let n = { instancePath: i, schemaPath: "#/else/required", keyword: "required", params: { missingProperty: "nodes" }, message: "must have required property 'nodes'" };
        e === null ? e = [n] : e.push(n), t++;
      }
      if (s.nodes !== void 0) {
        let n = s.nodes;
        if (n && typeof n == "object" && !Array.isArray(n))
          for (let p in n) {
            let c = n[p];
            if (c && typeof c == "object" && !Array.isArray(c) && c.type === void 0) {
              let u = { instancePath: i + "/nodes/" + p.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/else/properties/nodes/additionalProperties/required", keyword: "required", params: { missingProperty: "type" }, message: "must have required property 'type'" };
              e === null ? e = [u] : e.push(u), t++;
            }
          }
      }
      if (s.assets !== void 0) {
        let n = s.assets;
        if (n && typeof n == "object" && !Array.isArray(n))
          for (let p in n) {
            let c = n[p];
            if (c && typeof c == "object" && !Array.isArray(c)) {
              if (c.type === void 0) {
                let u = { instancePath: i + "/assets/" + p.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/else/properties/assets/additionalProperties/required", keyword: "required", params: { missingProperty: "type" }, message: "must have required property 'type'" };
                e === null ? e = [u] : e.push(u), t++;
              }
              if (c.scope === void 0) {
                let u = { instancePath: i + "/assets/" + p.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/else/properties/assets/additionalProperties/required", keyword: "required", params: { missingProperty: "scope" }, message: "must have required property 'scope'" };
                e === null ? e = [u] : e.push(u), t++;
              }
            }
          }
      }
      if (s.input !== void 0) {
        let n = s.input;
        if (n && typeof n == "object" && !Array.isArray(n))
          for (let p in n) {
            let c = n[p];
            if (c && typeof c == "object" && !Array.isArray(c) && c.type === void 0) {
              let u = { instancePath: i + "/input/" + p.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/else/properties/input/additionalProperties/required", keyword: "required", params: { missingProperty: "type" }, message: "must have required property 'type'" };
              e === null ? e = [u] : e.push(u), t++;
            }
          }
      }
    }
    var d = m === t;
    if (a = d, a) {
      var y = {};
      y.nodes = !0, y.assets = !0, y.input = !0, y.extends = !0;
    }
  }
  if (!a) {
    let m = { instancePath: i, schemaPath: "#/if", keyword: "if", params: { failingKeyword: "else" }, message: 'must match "else" schema' };
    e === null ? e = [m] : e.push(m), t++;
  }
  if (s && typeof s == "object" && !Array.isArray(s)) {
    for (let m in s)
      if (!(m === "$schema" || m === "id" || m === "description" || m === "extends" || m === "input" || m === "assets" || m === "nodes")) {
        let l = { instancePath: i, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: m }, message: "must NOT have additional properties" };
        e === null ? e = [l] : e.push(l), t++;
      }
    if (s.$schema !== void 0 && typeof s.$schema != "string") {
      let m = { instancePath: i + "/$schema", schemaPath: "#/properties/%24schema/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [m] : e.push(m), t++;
    }
    if (s.id !== void 0) {
      let m = s.id;
      if (typeof m == "string") {
        if (!Pt.test(m)) {
          let l = { instancePath: i + "/id", schemaPath: "#/properties/id/pattern", keyword: "pattern", params: { pattern: "^[\\w\\-/#]+$" }, message: 'must match pattern "^[\\w\\-/#]+$"' };
          e === null ? e = [l] : e.push(l), t++;
        }
      } else {
        let l = { instancePath: i + "/id", schemaPath: "#/properties/id/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        e === null ? e = [l] : e.push(l), t++;
      }
    }
    if (s.description !== void 0 && typeof s.description != "string") {
      let m = { instancePath: i + "/description", schemaPath: "#/properties/description/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [m] : e.push(m), t++;
    }
    if (s.extends !== void 0) {
      let m = s.extends;
      if (Array.isArray(m)) {
        if (m.length < 1) {
          let n = { instancePath: i + "/extends", schemaPath: "#/properties/extends/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
          e === null ? e = [n] : e.push(n), t++;
        }
        let l = m.length;
        for (let n = 0; n < l; n++) {
          let p = m[n];
          if (typeof p == "string") {
            if (ye(p) < 1) {
              let c = { instancePath: i + "/extends/" + n, schemaPath: "#/properties/extends/items/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              e === null ? e = [c] : e.push(c), t++;
            }
          } else {
            let c = { instancePath: i + "/extends/" + n, schemaPath: "#/properties/extends/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            e === null ? e = [c] : e.push(c), t++;
          }
        }
      } else {
        let l = { instancePath: i + "/extends", schemaPath: "#/properties/extends/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        e === null ? e = [l] : e.push(l), t++;
      }
    }
    if (s.input !== void 0) {
      let m = s.input;
      if (m && typeof m == "object" && !Array.isArray(m)) {
        for (let l in m) {
          let n = t, p = t, c = t;
          if (!(l === "assets" || l === "input" || l === "meta" || l === "tube")) {
            let u = {};
            e === null ? e = [u] : e.push(u), t++;
          }
          var h = c === t;
          if (h) {
            let u = { instancePath: i + "/input", schemaPath: "#/$defs/Id/not", keyword: "not", params: {}, message: "must NOT be valid", propertyName: l };
            e === null ? e = [u] : e.push(u), t++;
          } else
            t = p, e !== null && (p ? e.length = p : e = null);
          if (typeof l == "string") {
            if (!ge.test(l)) {
              let u = { instancePath: i + "/input", schemaPath: "#/$defs/Id/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_$][\\w$]*$" }, message: 'must match pattern "^[A-Za-z_$][\\w$]*$"', propertyName: l };
              e === null ? e = [u] : e.push(u), t++;
            }
          } else {
            let u = { instancePath: i + "/input", schemaPath: "#/$defs/Id/type", keyword: "type", params: { type: "string" }, message: "must be string", propertyName: l };
            e === null ? e = [u] : e.push(u), t++;
          }
          var b = n === t;
          if (!b) {
            let u = { instancePath: i + "/input", schemaPath: "#/properties/input/propertyNames", keyword: "propertyNames", params: { propertyName: l }, message: "property name must be valid" };
            e === null ? e = [u] : e.push(u), t++;
          }
        }
        for (let l in m) {
          let n = m[l];
          if (n && typeof n == "object" && !Array.isArray(n)) {
            for (let p in n)
              if (!(p === "type" || p === "scope" || p === "default" || p === "required" || p === "description")) {
                let c = { instancePath: i + "/input/" + l.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/$defs/Input/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: p }, message: "must NOT have additional properties" };
                e === null ? e = [c] : e.push(c), t++;
              }
            if (n.type !== void 0 && typeof n.type != "string") {
              let p = { instancePath: i + "/input/" + l.replace(/~/g, "~0").replace(/\//g, "~1") + "/type", schemaPath: "#/$defs/Input/properties/type/type", keyword: "type", params: { type: "string" }, message: "must be string" };
              e === null ? e = [p] : e.push(p), t++;
            }
            if (n.scope !== void 0) {
              let p = n.scope;
              if (!(p === "tube" || p === "process")) {
                let c = { instancePath: i + "/input/" + l.replace(/~/g, "~0").replace(/\//g, "~1") + "/scope", schemaPath: "#/$defs/Input/properties/scope/enum", keyword: "enum", params: { allowedValues: wt.properties.scope.enum }, message: "must be equal to one of the allowed values" };
                e === null ? e = [c] : e.push(c), t++;
              }
            }
            if (n.required !== void 0 && typeof n.required != "boolean") {
              let p = { instancePath: i + "/input/" + l.replace(/~/g, "~0").replace(/\//g, "~1") + "/required", schemaPath: "#/$defs/Input/properties/required/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
              e === null ? e = [p] : e.push(p), t++;
            }
            if (n.description !== void 0 && typeof n.description != "string") {
              let p = { instancePath: i + "/input/" + l.replace(/~/g, "~0").replace(/\//g, "~1") + "/description", schemaPath: "#/$defs/Input/properties/description/type", keyword: "type", params: { type: "string" }, message: "must be string" };
              e === null ? e = [p] : e.push(p), t++;
            }
          } else {
            let p = { instancePath: i + "/input/" + l.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/$defs/Input/type", keyword: "type", params: { type: "object" }, message: "must be object" };
            e === null ? e = [p] : e.push(p), t++;
          }
        }
      } else {
        let l = { instancePath: i + "/input", schemaPath: "#/properties/input/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        e === null ? e = [l] : e.push(l), t++;
      }
    }
    if (s.assets !== void 0) {
      let m = s.assets;
      if (m && typeof m == "object" && !Array.isArray(m)) {
        for (let l in m) {
          let n = t, p = t, c = t;
          if (!(l === "assets" || l === "input" || l === "meta" || l === "tube")) {
            let u = {};
            e === null ? e = [u] : e.push(u), t++;
          }
          var P = c === t;
          if (P) {
            let u = { instancePath: i + "/assets", schemaPath: "#/$defs/Id/not", keyword: "not", params: {}, message: "must NOT be valid", propertyName: l };
            e === null ? e = [u] : e.push(u), t++;
          } else
            t = p, e !== null && (p ? e.length = p : e = null);
          if (typeof l == "string") {
            if (!ge.test(l)) {
              let u = { instancePath: i + "/assets", schemaPath: "#/$defs/Id/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_$][\\w$]*$" }, message: 'must match pattern "^[A-Za-z_$][\\w$]*$"', propertyName: l };
              e === null ? e = [u] : e.push(u), t++;
            }
          } else {
            let u = { instancePath: i + "/assets", schemaPath: "#/$defs/Id/type", keyword: "type", params: { type: "string" }, message: "must be string", propertyName: l };
            e === null ? e = [u] : e.push(u), t++;
          }
          var g = n === t;
          if (!g) {
            let u = { instancePath: i + "/assets", schemaPath: "#/properties/assets/propertyNames", keyword: "propertyNames", params: { propertyName: l }, message: "property name must be valid" };
            e === null ? e = [u] : e.push(u), t++;
          }
        }
        for (let l in m)
          oe(m[l], { instancePath: i + "/assets/" + l.replace(/~/g, "~0").replace(/\//g, "~1"), parentData: m, parentDataProperty: l, rootData: k, dynamicAnchors: w }) || (e = e === null ? oe.errors : e.concat(oe.errors), t = e.length);
      } else {
        let l = { instancePath: i + "/assets", schemaPath: "#/properties/assets/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        e === null ? e = [l] : e.push(l), t++;
      }
    }
    if (s.nodes !== void 0) {
      let m = s.nodes;
      if (m && typeof m == "object" && !Array.isArray(m)) {
        for (let l in m) {
          let n = t, p = t, c = t;
          if (!(l === "assets" || l === "input" || l === "meta" || l === "tube")) {
            let u = {};
            e === null ? e = [u] : e.push(u), t++;
          }
          var v = c === t;
          if (v) {
            let u = { instancePath: i + "/nodes", schemaPath: "#/$defs/Id/not", keyword: "not", params: {}, message: "must NOT be valid", propertyName: l };
            e === null ? e = [u] : e.push(u), t++;
          } else
            t = p, e !== null && (p ? e.length = p : e = null);
          if (typeof l == "string") {
            if (!ge.test(l)) {
              let u = { instancePath: i + "/nodes", schemaPath: "#/$defs/Id/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_$][\\w$]*$" }, message: 'must match pattern "^[A-Za-z_$][\\w$]*$"', propertyName: l };
              e === null ? e = [u] : e.push(u), t++;
            }
          } else {
            let u = { instancePath: i + "/nodes", schemaPath: "#/$defs/Id/type", keyword: "type", params: { type: "string" }, message: "must be string", propertyName: l };
            e === null ? e = [u] : e.push(u), t++;
          }
          var A = n === t;
          if (!A) {
            let u = { instancePath: i + "/nodes", schemaPath: "#/properties/nodes/propertyNames", keyword: "propertyNames", params: { propertyName: l }, message: "property name must be valid" };
            e === null ? e = [u] : e.push(u), t++;
          }
        }
        for (let l in m)
          ne(m[l], { instancePath: i + "/nodes/" + l.replace(/~/g, "~0").replace(/\//g, "~1"), parentData: m, parentDataProperty: l, rootData: k, dynamicAnchors: w }) || (e = e === null ? ne.errors : e.concat(ne.errors), t = e.length);
      } else {
        let l = { instancePath: i + "/nodes", schemaPath: "#/properties/nodes/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        e === null ? e = [l] : e.push(l), t++;
      }
    }
  } else {
    let m = { instancePath: i, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = [m] : e.push(m), t++;
  }
  return $e.errors = e, t === 0;
}
$e.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
export {
  At as validatePipeline,
  _t as validateRecipe,
  jt as validateTube
};
