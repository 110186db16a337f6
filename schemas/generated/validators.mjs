// Made by recipes/schema-types/generate.ts from pipeline.schema.json, recipe.schema.json, tube.schema.json; do not edit.
var dt = (s, r) => () => {
  try {
    return r || s((r = { exports: {} }).exports, r), r.exports;
  } catch (A) {
    throw r = 0, A;
  }
};

// node_modules/ajv/dist/runtime/ucs2length.js
var Xe = dt((De) => {
  "use strict";
  Object.defineProperty(De, "__esModule", { value: !0 });
  function Ue(s) {
    let r = s.length, A = 0, v = 0, P;
    for (; v < r; )
      A++, P = s.charCodeAt(v++), P >= 55296 && P <= 56319 && v < r && (P = s.charCodeAt(v), (P & 64512) === 56320 && v++);
    return A;
  }
  De.default = Ue;
  Ue.code = 'require("ajv/dist/runtime/ucs2length").default';
});

// <stdin>
var Dt = Ze, Qe = { $schema: "https://json-schema.org/draft/2020-12/schema", $id: "https://pipe-build.dev/schemas/pipeline.schema.json", title: "Pipeline file", description: "A `pipeline.yaml`: tasks that turn members of some repositories into members of others, and what they share. Every path in it is relative to the file's own folder.", type: "object", properties: { $schema: { title: "JSON Schema", description: "The schema of this file, for editors; pipe does not look at it.", type: "string", examples: ["./schemas/pipeline.schema.json"] }, name: { title: "Name", description: "What the pipeline is called in reports and in `PIPE_PIPELINE`. By default the name of its folder.", type: "string", pattern: "^[A-Za-z0-9][A-Za-z0-9_.-]*$", examples: ["books"] }, description: { title: "Description", description: "What the pipeline is for, for people.", type: "string", examples: ["Reports on every book"] }, include: { title: "Included files", description: "Other pipeline files whose tasks, repositories, parameters, quotas and variables become part of this one. Their paths stay relative to their own folder.", type: "array", items: { $ref: "#/$defs/include" }, examples: [["./ocr.pipeline.yaml", { path: "./maps.pipeline.yaml", as: "maps" }]] }, params: { title: "Parameters", description: "Values that templates of this file's own tasks may name, with their defaults. `--param NAME=VALUE` replaces one; its text is read as the type of the default.", type: "object", propertyNames: { $ref: "#/$defs/identifier" }, additionalProperties: { title: "Parameter", description: "The default value, which also gives the type; or a secret, which is taken from a variable and shown nowhere.", type: ["string", "number", "boolean", "object"], properties: { secret: { title: "Secret", description: "Its value is never shown, nor kept: where it would be read, `***` stands.", const: !0, examples: [!0] }, env: { title: "Variable", description: "The environment variable that holds the value, where pipe is called. Jobs get it only through the parameter.", type: "string", pattern: "^[A-Za-z_][A-Za-z0-9_]*$", examples: ["API_TOKEN"] } }, required: ["secret", "env"], additionalProperties: !1, examples: ["en", 80, !0, { secret: !0, env: "API_TOKEN" }] }, examples: [{ language: "en", width: 80, token: { secret: !0, env: "API_TOKEN" } }] }, env: { title: "Variables that count", description: "Environment variables, or `PREFIX*`, that are let through to every job and are part of its definition: a changed value runs the jobs again.", type: "array", items: { $ref: "#/$defs/variablePattern" }, examples: [["LANG", "API_*"]] }, pass_env: { title: "Variables that do not count", description: "Environment variables, or `PREFIX*`, that are let through to every job without being part of its definition.", type: "array", items: { $ref: "#/$defs/variablePattern" }, examples: [["SSH_AUTH_SOCK"]] }, repositories: { title: "Repositories", description: "Keyed collections by name. A path written in a link makes one without a name.", type: "object", propertyNames: { $ref: "#/$defs/plainName" }, additionalProperties: { $ref: "#/$defs/repository" }, examples: [{ books: { type: "file", path: "books/{key}.txt" } }] }, assets: { title: "Assets", description: "Live objects, such as connections, that tasks of the kinds `function` and `tube` are handed. Each is opened at its first use, in the one process that runs the jobs which use any, and closed at the end, the last opened first.", type: "object", propertyNames: { $ref: "#/$defs/identifier" }, additionalProperties: { $ref: "#/$defs/asset" }, examples: [{ db: { type: "./db.ts#openDb", params: { path: "books.db" } } }] }, quotas: { title: "Quota pools", description: "Limits by the name of their pool. Jobs draw on `main` unless their `quota:` names another `pool:`.", type: "object", propertyNames: { $ref: "#/$defs/plainName" }, additionalProperties: { $ref: "#/$defs/pool" }, examples: [{ main: { cpu: 4, memory: "8Gi", launches: "100/min" } }] }, tasks: { title: "Tasks", description: "What is done, by name. A name has letters, digits, `_`, `-` and `.`.", type: "object", propertyNames: { $ref: "#/$defs/taskName" }, additionalProperties: { $ref: "#/$defs/task" }, examples: [{ count: { inputs: { book: "books/{key}.txt" }, outputs: { count: "build/counts/{key}.txt" }, run: "wc -w < {{ book }} > {{ count }}" } }] } }, patternProperties: { "^x-": { title: "Extension", description: "Anything; pipe does not look at it. A place for YAML anchors.", examples: [{ cpu: 1 }] } }, additionalProperties: !1, $defs: { identifier: { title: "Identifier", description: "A name that templates can use.", type: "string", pattern: "^[A-Za-z_][A-Za-z0-9_-]*$", $comment: "a letter or `_`, then letters, digits, `_` or `-`", examples: ["book"] }, linkName: { title: "Name of a link", description: "A name that templates can use; in a namespace of a recipe's ports with the namespace before it, `NAMESPACE.PORT`.", type: "string", pattern: "^[A-Za-z_][A-Za-z0-9_-]*(\\.[A-Za-z_][A-Za-z0-9_-]*)*$", $comment: "a letter or `_`, then letters, digits, `_` or `-`; with dots between several", examples: ["book", "sources.main"] }, plainName: { title: "Plain name", description: "A name without dots or slashes, so that it cannot be taken for a path.", type: "string", pattern: "^[A-Za-z_][A-Za-z0-9_-]*$", $comment: "a letter or `_`, then letters, digits, `_` or `-`", examples: ["books"] }, taskName: { title: "Task name", description: "Names the task in targets and reports.", type: "string", pattern: "^[A-Za-z0-9_][A-Za-z0-9_.-]*$", $comment: "letters, digits, `_`, `-` and `.`, not starting with `-` or `.`", examples: ["report"] }, variablePattern: { title: "Variable", description: "The name of an environment variable, or the start of several with `*`.", type: "string", pattern: "^[A-Za-z_][A-Za-z0-9_]*\\*?$", $comment: "a variable's name, or `PREFIX*`", examples: ["LANG", "API_*"] }, asset: { title: "Asset", description: "A live object.", type: "object", properties: { type: { title: "Type", description: "What makes it, `MODULE#EXPORT`: a class (closed by `Symbol.asyncDispose` or `Symbol.dispose`), a function, a generator function (set-up, `yield` the object, tear-down), a class that extends `Asset`, or what `defineAsset` gives.", type: "string", pattern: "^.+#.+$", $comment: "a module, `#` and the name of its export", examples: ["./db.ts#openDb"] }, params: { title: "Parameters", description: "Its arguments by their names. A text may be a template over the pipeline's parameters.", type: "object", additionalProperties: { title: "Value", description: "Any value.", examples: ["books.db"] }, examples: [{ path: "books.db" }] } }, required: ["type"], additionalProperties: !1, examples: [{ type: "./db.ts#openDb", params: { path: "books.db" } }] }, include: { title: "Include", description: "A pipeline file, or with `as:` the prefix that its names get.", type: ["string", "object"], properties: { path: { title: "Path", description: "The file, relative to this one.", type: "string", examples: ["./maps.pipeline.yaml"] }, as: { title: "Prefix", description: "Its tasks, repositories, parameters and pools are then called `PREFIX.NAME`. Inside the file the short names still hold.", $ref: "#/$defs/plainName", examples: ["maps"] } }, required: ["path"], additionalProperties: !1, examples: ["./ocr.pipeline.yaml", { path: "./maps.pipeline.yaml", as: "maps" }] }, repositoryRef: { title: "Repository reference", description: "A repository's name, or a path, which has `/`, `.`, `{` or `*` in it. A path that ends in `/` is a directory.", type: "string", examples: ["books", "books/{key}.txt", "./stopwords.txt"] }, repository: { title: "Repository", description: "A keyed collection.", type: "object", discriminator: { propertyName: "type" }, required: ["type"], oneOf: [{ $ref: "#/$defs/fileRepository" }, { $ref: "#/$defs/directoryRepository" }, { $ref: "#/$defs/recordRepository" }, { $ref: "#/$defs/compressedRepository" }, { $ref: "#/$defs/tarRepository" }, { $ref: "#/$defs/treeRepository" }, { $ref: "#/$defs/memoryRepository" }, { $ref: "#/$defs/setRepository" }, { $ref: "#/$defs/unlessRepository" }, { $ref: "#/$defs/filterRepository" }, { $ref: "#/$defs/mapRepository" }, { $ref: "#/$defs/relatedRepository" }, { $ref: "#/$defs/fallbackRepository" }], examples: [{ type: "file", path: "books/{key}.txt" }] }, fileRepository: { title: "File repository", description: "Every file whose path matches is a member; a template sees its path.", type: "object", properties: { type: { title: "Kind", description: "Files.", const: "file", examples: ["file"] }, path: { $ref: "#/$defs/pathPattern" }, accept_strays: { $ref: "#/$defs/acceptStrays" }, keep: { $ref: "#/$defs/keep" }, poll: { $ref: "#/$defs/poll" } }, required: ["type", "path"], additionalProperties: !1, examples: [{ type: "file", path: "books/{key}.txt" }] }, directoryRepository: { title: "Directory repository", description: "Every folder whose path matches is a member, with all that is in it.", type: "object", properties: { type: { title: "Kind", description: "Folders.", const: "directory", examples: ["directory"] }, path: { $ref: "#/$defs/pathPattern" }, discard_empty: { title: "Discard empty", description: "An empty folder is no member.", type: "boolean", default: !1, examples: [!0] }, accept_strays: { $ref: "#/$defs/acceptStrays" }, keep: { $ref: "#/$defs/keep" }, poll: { $ref: "#/$defs/poll" } }, required: ["type", "path"], additionalProperties: !1, examples: [{ type: "directory", path: "build/sites/{key}" }] }, recordRepository: { title: "Record repository", description: "Every file that matches holds one record; a template sees its fields. Its order of keys, comments and white space do not count.", type: "object", properties: { type: { title: "Kind", description: "The language of the records.", enum: ["yaml", "json"], examples: ["yaml"] }, path: { $ref: "#/$defs/pathPattern" }, schema: { $ref: "#/$defs/recordSchema" }, accept_strays: { $ref: "#/$defs/acceptStrays" }, keep: { $ref: "#/$defs/keep" }, poll: { $ref: "#/$defs/poll" } }, required: ["type", "path"], additionalProperties: !1, examples: [{ type: "yaml", path: "authors/{key}.yaml", schema: "./author.schema.json" }] }, compressedRepository: { title: "Compressed repository", description: "Files that lie compressed. A job reads and writes plain files, without the `.gz` or `.zst` of the path; pipe compresses what it made and expands what it reads. Only the plain content counts, so compressing a file again is no change.", type: "object", properties: { type: { title: "Kind", description: "Compressed files.", const: "compressed", examples: ["compressed"] }, path: { $ref: "#/$defs/pathPattern" }, codec: { title: "Codec", description: "How members are compressed when they are written: by default as the path ends, `.gz` or `.zst`. What is read may be either.", enum: ["gzip", "zstd"], examples: ["zstd"] }, accept_strays: { $ref: "#/$defs/acceptStrays" }, keep: { $ref: "#/$defs/keep" }, poll: { $ref: "#/$defs/poll" } }, required: ["type", "path"], additionalProperties: !1, examples: [{ type: "compressed", path: "build/pages/{key}.html.gz" }] }, tarRepository: { title: "Tar repository", description: "Folders that lie as one archive each. A job reads and writes a folder, without the `.tar`, `.tar.gz`, `.tgz` or `.tar.zst` of the path. What it holds counts as in a directory repository: names, contents, links and executable bits.", type: "object", properties: { type: { title: "Kind", description: "Archives of folders.", const: "tar", examples: ["tar"] }, path: { $ref: "#/$defs/pathPattern" }, codec: { title: "Codec", description: "How archives are compressed when they are written: by default as the path ends, so a `.tar` is not. What is read may be any.", enum: ["gzip", "zstd"], examples: ["zstd"] }, accept_strays: { $ref: "#/$defs/acceptStrays" }, keep: { $ref: "#/$defs/keep" }, poll: { $ref: "#/$defs/poll" } }, required: ["type", "path"], additionalProperties: !1, examples: [{ type: "tar", path: "build/sites/{key}.tar.gz" }] }, treeRepository: { title: "Tree repository", description: "Folders that lie as a record of what they hold, with the content of every file stored once under its SHA-256, however many folders have it. A job reads and writes a folder, without the `.tree.json`, `.tree` or `.json` of the path.", type: "object", properties: { type: { title: "Kind", description: "Folders with shared contents.", const: "tree", examples: ["tree"] }, path: { $ref: "#/$defs/pathPattern" }, blobs: { title: "Blobs", description: "The folder of the contents, by default `.blobs` in the folder that the path starts with. It belongs to this pipeline: contents that no tree of it names are removed.", type: "string", pattern: "^[^{}*]+$", examples: ["build/blobs"] }, accept_strays: { $ref: "#/$defs/acceptStrays" }, keep: { $ref: "#/$defs/keep" }, poll: { $ref: "#/$defs/poll" } }, required: ["type", "path"], additionalProperties: !1, examples: [{ type: "tree", path: "build/snapshots/{key}.tree.json" }] }, memoryRepository: { title: "Memory repository", description: "Records that live as long as the build: made when a consumer needs them, gone afterwards.", type: "object", properties: { type: { title: "Kind", description: "Memory.", const: "memory", examples: ["memory"] }, schema: { $ref: "#/$defs/recordSchema" }, accept_strays: { $ref: "#/$defs/acceptStrays" } }, required: ["type"], additionalProperties: !1, examples: [{ type: "memory" }] }, setRepository: { title: "And, or", description: "The keys that all (`and`) or any (`or`) of the named repositories have; a value has one field for each of them.", type: "object", properties: { type: { title: "Kind", description: "All of them, or any.", enum: ["and", "or"], examples: ["and"] }, of: { title: "Of", description: "The repositories, by the name that their part of the value gets.", type: "object", minProperties: 1, propertyNames: { $ref: "#/$defs/identifier" }, additionalProperties: { $ref: "#/$defs/repositoryRef" }, examples: [{ book: "books", author: "authors" }] } }, required: ["type", "of"], additionalProperties: !1, examples: [{ type: "and", of: { book: "books", author: "authors" } }] }, unlessRepository: { title: "Unless", description: "The members of one repository whose key another does not have.", type: "object", properties: { type: { title: "Kind", description: "Difference.", const: "unless", examples: ["unless"] }, of: { title: "Of", description: "Where the members come from.", $ref: "#/$defs/repositoryRef", examples: ["books"] }, unless: { title: "Unless", description: "Whose keys are left out.", $ref: "#/$defs/repositoryRef", examples: ["banned"] } }, required: ["type", "of", "unless"], additionalProperties: !1, examples: [{ type: "unless", of: "books", unless: "banned" }] }, filterRepository: { title: "Filter", description: "The members of one repository for which a condition holds.", type: "object", properties: { type: { title: "Kind", description: "Filter.", const: "filter", examples: ["filter"] }, of: { title: "Of", description: "Where the members come from.", $ref: "#/$defs/repositoryRef", examples: ["books"] }, where: { $ref: "#/$defs/condition" }, allow_deletes: { $ref: "#/$defs/allowDeletes" } }, required: ["type", "of", "where"], additionalProperties: !1, examples: [{ type: "filter", of: "books", where: "size > 100000" }] }, mapRepository: { title: "Map", description: "The members of one repository with another value.", type: "object", properties: { type: { title: "Kind", description: "Map.", const: "map", examples: ["map"] }, of: { title: "Of", description: "Where the members come from.", $ref: "#/$defs/repositoryRef", examples: ["authors"] }, value: { title: "Value", description: "A template of the new value, over `key`, the fields, `path`, `size` and the record.", type: "string", examples: ["{{ name }} ({{ born }})"] }, function: { title: "Function", description: "In place of `value`: a function of `{ key, value, path }` that returns the new value, as JSON. It runs in a thread of pipe whenever a member is another, so it should be quick and look at nothing else.", $ref: "#/$defs/functionRef", examples: ["./title.ts#title"] }, where: { $ref: "#/$defs/condition" }, allow_deletes: { $ref: "#/$defs/allowDeletes" } }, required: ["type", "of"], additionalProperties: !1, examples: [{ type: "map", of: "authors", value: "{{ name }}" }] }, relatedRepository: { title: "Related", description: "Members of one repository under other keys: the record that `translator` has for a key is the key of the member.", type: "object", properties: { type: { title: "Kind", description: "Related.", const: "related", examples: ["related"] }, of: { title: "Of", description: "Where the members come from.", $ref: "#/$defs/repositoryRef", examples: ["authors"] }, translator: { title: "Translator", description: "Gives for each key the key of the related member.", $ref: "#/$defs/repositoryRef", examples: ["author_of"] }, allow_deletes: { $ref: "#/$defs/allowDeletes" } }, required: ["type", "of", "translator"], additionalProperties: !1, examples: [{ type: "related", of: "authors", translator: "author_of" }] }, fallbackRepository: { title: "Fallback", description: "The members of one repository, and of another those whose key the first does not have. A task may write it: what the first refuses, such as a record that does not satisfy its schema, goes to the other.", type: "object", properties: { type: { title: "Kind", description: "Fallback.", const: "fallback", examples: ["fallback"] }, of: { title: "Of", description: "Read and written first.", $ref: "#/$defs/repositoryRef", examples: ["records"] }, fallback: { title: "Fallback", description: "Has the rest.", $ref: "#/$defs/repositoryRef", examples: ["raw"] } }, required: ["type", "of", "fallback"], additionalProperties: !1, examples: [{ type: "fallback", of: "records", fallback: "raw" }] }, pathPattern: { title: "Path", description: "`{name}` stands for a part of one segment, `{name**}` for any number of segments; the fields joined by `/` are the key. A path without fields has one member.", type: "string", examples: ["books/{key}.txt", "build/pages/{book}/{page}.txt"] }, acceptStrays: { title: "Accept strays", description: "Where a task writes the repository: files that no job made are members too, and a job does not overwrite one.", type: "boolean", default: !1, examples: [!0] }, keep: { title: "Keep", description: "`needed`: a member is made only when a job that must run reads it, and removed after the last one.", enum: ["always", "needed"], default: "always", examples: ["needed"] }, poll: { title: "Poll", description: "How often a watch lists it, where the file system tells of no changes, such as over a network. It is listed beside what events tell, and whenever a build asks the watch.", $ref: "#/$defs/duration", examples: ["10s"] }, recordSchema: { title: "Schema", description: "A JSON Schema file (JSON or YAML) that every record must satisfy.", type: "string", examples: ["./author.schema.json"] }, condition: { title: "Condition", description: "A Liquid condition over `key`, the fields, `path`, `size` and the record.", type: "string", examples: ["size > 100000"] }, allowDeletes: { title: "Allow deletes", description: "Deleting a member deletes the one behind it.", type: "boolean", default: !1, examples: [!0] }, quantity: { title: "Quantity", description: "A number, or one with a suffix as in Kubernetes: n u m k M G T P E, or Ki Mi Gi Ti Pi Ei.", type: ["number", "string"], minimum: 0, pattern: "^\\+?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+|[numkKMGTPE]|[KMGTPE]i)?$", $comment: "a number, or one with a suffix such as `500m`, `1.5G` or `8Gi`", examples: [1, "500m", "8Gi"] }, amount: { title: "Quantity", description: "A quantity, or a share of what the whole pool has of it, such as `50%`.", type: ["number", "string"], minimum: 0, pattern: "^(\\+?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+|[numkKMGTPE]|[KMGTPE]i)?|[0-9]+(\\.[0-9]+)?%)$", $comment: "a number, one with a suffix such as `500m` or `8Gi`, or a share such as `50%`", examples: [1, "500m", "8Gi", "50%"] }, duration: { title: "Duration", description: "Numbers with the units ms, s, m, h, d, one after the other; a plain number is seconds.", type: ["string", "number"], exclusiveMinimum: 0, pattern: "^([0-9]+(\\.[0-9]+)?(ms|s|m|h|d))+$", $comment: "a duration such as `500ms`, `10m` or `1h30m`, or a number of seconds", examples: ["10m", "1h30m", "500ms"] }, pool: { title: "Quota pool", description: "How much the jobs that run at one time may take together.", type: "object", properties: { cpu: { title: "CPU", description: "Cores.", $ref: "#/$defs/quantity", examples: [4] }, memory: { title: "Memory", description: "Bytes.", $ref: "#/$defs/quantity", examples: ["8Gi"] }, launches: { title: "Launches", description: "How many jobs may start in a window of time: a number, `/`, and `s`, `min`, `h`, `d` or a duration. `100/min` lets 100 start within any minute; those that an earlier call of pipe started count too.", type: "string", pattern: "^0*[1-9][0-9]*/(s|sec|min|m|h|d|[0-9].*)$", $comment: "a number of launches per window, such as `100/min` or `5/10s`", examples: ["100/min", "5/10s"] } }, propertyNames: { $ref: "#/$defs/plainName" }, additionalProperties: { title: "Named unit", description: "Any other thing that there is only so much of.", $ref: "#/$defs/quantity", examples: [2] }, examples: [{ cpu: 4, memory: "8Gi", launches: "100/min", licences: 2 }] }, quota: { title: "Quota", description: "What one job takes of its pool while it runs: amounts by their unit. A text such as `50%` is that share of all that the pool `main` has.", type: ["object", "string"], pattern: "^[0-9]+(\\.[0-9]+)?%$", $comment: "amounts by their unit, or a share of the pool such as `50%`", properties: { pool: { title: "Pool", description: "The pool that it draws on.", type: "string", default: "main", examples: ["main"] }, cpu: { title: "CPU", description: "Cores.", $ref: "#/$defs/amount", examples: [1] }, memory: { title: "Memory", description: "Bytes.", $ref: "#/$defs/amount", examples: ["500Mi"] } }, propertyNames: { $ref: "#/$defs/plainName" }, additionalProperties: { title: "Named unit", description: "Any other unit of the pool.", $ref: "#/$defs/amount", examples: [1] }, examples: [{ cpu: 1, memory: "500Mi" }, { cpu: "50%" }, "100%"] }, pathKind: { title: "Kind of an inline path", description: "What a path written here names. By default a file, or with a `/` at its end a directory.", enum: ["file", "directory", "yaml", "json", "compressed", "tar", "tree"], examples: ["yaml"] }, memberKey: { title: "Key", description: "Which member: a key with the job's fields in braces, or `link.field` for the key that stands in another link's record.", type: "string", examples: ["{book}", "book.author"] }, memberKeys: { title: "Keys", description: "Which members: a pattern of keys with the job's fields in braces and `*` or `**` for the rest. For an output also `digest`: the key is the digest of the content.", type: "string", examples: ["{key}/*", "*"] }, input: { title: "Input", description: "What a job reads, and what counts for whether it is up to date: a repository, or with details.", type: ["string", "object"], properties: { from: { title: "From", description: "The repository or path.", $ref: "#/$defs/repositoryRef", examples: ["authors"] }, type: { $ref: "#/$defs/pathKind" }, key: { $ref: "#/$defs/memberKey" }, keys: { $ref: "#/$defs/memberKeys" }, min: { title: "Least number", description: "Of several members: how many there must be at least.", type: "integer", minimum: 0, default: 1, examples: [0] }, required_for_start: { title: "Required for start", description: "Whether a job needs it to be there.", type: "boolean", default: !0, examples: [!1] } }, required: ["from"], additionalProperties: !1, examples: ["books", "books/{key}.txt", { from: "authors", key: "book.author" }] }, output: { title: "Output", description: "What a job writes: a repository, or with details.", type: ["string", "object"], properties: { to: { title: "To", description: "The repository or path.", $ref: "#/$defs/repositoryRef", examples: ["pages"] }, type: { $ref: "#/$defs/pathKind" }, key: { $ref: "#/$defs/memberKey" }, keys: { $ref: "#/$defs/memberKeys" }, in_place: { title: "In place", description: "The job writes the real path, not a staged one: for incremental tools, huge trees and formatters.", type: "boolean", default: !1, examples: [!0] }, required_for_success: { $ref: "#/$defs/requiredForSuccess" }, cokeyed: { $ref: "#/$defs/cokeyed" }, values: { $ref: "#/$defs/recordValues" } }, required: ["to"], additionalProperties: !1, examples: ["reports", "build/{key}.o", { to: "pages", keys: "{key}/*" }] }, link: { title: "Link", description: "The general form, with every disposition.", type: "object", properties: { repository: { title: "Repository", description: "The repository or path.", $ref: "#/$defs/repositoryRef", examples: ["banned"] }, type: { $ref: "#/$defs/pathKind" }, key: { $ref: "#/$defs/memberKey" }, keys: { $ref: "#/$defs/memberKeys" }, min: { title: "Least number", description: "Of several members: how many there must be at least.", type: "integer", minimum: 0, default: 1, examples: [0] }, in_place: { title: "In place", description: "An output that is written at its real path, not staged.", type: "boolean", default: !1, examples: [!0] }, is_input: { title: "Is input", description: "The job reads it, and a change runs the job again.", type: "boolean", default: !1, examples: [!0] }, is_output: { title: "Is output", description: "The job writes it; it is staged, checked and committed.", type: "boolean", default: !1, examples: [!0] }, is_status: { title: "Is status", description: "Written at every end of a job, also after a failure; never makes a job out of date.", type: "boolean", default: !1, examples: [!0] }, required_for_start: { title: "Required for start", description: "There is no job without it. By default as `is_input`.", type: "boolean", examples: [!0] }, inhibits_start: { title: "Inhibits start", description: "There is no job for a key that it has. A path with `*` holds every job back while it has any member, a group the jobs of that group.", type: "boolean", default: !1, examples: [!0] }, required_for_output: { title: "Required for output", description: "A task plugged onto this one needs it. By default as `is_output`.", type: "boolean", examples: [!0] }, inhibits_output: { title: "Inhibits output", description: "A task plugged onto this one is held back by it.", type: "boolean", default: !1, examples: [!0] }, required_for_success: { $ref: "#/$defs/requiredForSuccess" }, cancels: { title: "Cancels", description: "While it has the member, the job does not start, and is killed if it runs. What the job made before stays; what waits for the job is blocked.", type: "boolean", default: !1, examples: [!0] }, cokeyed: { $ref: "#/$defs/cokeyed" }, values: { $ref: "#/$defs/recordValues" } }, required: ["repository"], additionalProperties: !1, examples: [{ repository: "banned", inhibits_start: !0 }] }, requiredForSuccess: { title: "Required for success", description: "Of an output: whether a job that does not make it has failed; by default yes. Of any other link: tasks that read what this one makes also need this link's member; by default no.", type: "boolean", examples: [!1] }, cokeyed: { title: "Cokeyed", description: "The name of another output with `keys: digest`. What the job writes here under the name of a file that it writes there gets that file's key.", $ref: "#/$defs/identifier", examples: ["crash"] }, recordValues: { title: "Values", description: "Fields that each record made here gets where the job has not written them; lists are joined. Texts are templates over what the job's own texts may name.", type: "object", additionalProperties: { title: "Value", description: "Any value.", examples: ["{{ key }}"] }, examples: [{ found_by: "{{ task }}", book: "{{ key }}" }] }, plug: { title: "Plug", description: "A task whose outputs this one takes over as inputs: its name, or with details.", type: ["string", "object"], properties: { task: { title: "Task", description: "The task.", $ref: "#/$defs/taskName", examples: ["report"] }, outputs: { title: "Outputs", description: "Which of its outputs become inputs; by default all. The others still have to be there.", type: "array", items: { $ref: "#/$defs/identifier" }, examples: [["report"]] }, meta: { title: "Meta", description: "Whether its other links count too: one that is `required_for_output` is required here, one that is `inhibits_output` holds back.", type: "boolean", default: !0, examples: [!1] }, translator: { title: "Translator", description: "A repository of records that gives for each key of this task's jobs the key of the other's.", $ref: "#/$defs/repositoryRef", examples: ["author_of"] }, allow_deletes: { $ref: "#/$defs/allowDeletes" } }, required: ["task"], additionalProperties: !1, examples: ["report", { task: "report", outputs: ["report"] }] }, steps: { title: "Steps", description: "What a job does, one step after another. Each is kept when it has ended, so that a job that was interrupted goes on at its step. Steps see the links and parameters, `ctx`, which earlier steps filled, and `work`, a folder of the job's own.", type: "array", minItems: 1, items: { $ref: "#/$defs/step" }, examples: [[{ run: "./fetch {{ book }} > {{ work }}/raw" }, { run: "./render {{ work }}/raw > {{ report }}" }]] }, step: { title: "Step", description: "A command, a function, a recipe to launch, a choice, a loop, or the end.", type: "object", properties: { name: { title: "Name", description: "What the step is called where its position is shown.", type: "string", pattern: "^[A-Za-z_][A-Za-z0-9_-]*$", $comment: "a letter or `_`, then letters, digits, `_` or `-`", examples: ["fetch"] }, run: { title: "Shell text", description: "A template of shell text. What it appends to the file `$PIPE_CTX`, a JSON object a line, goes into the context.", type: "string", examples: [`echo '{"pages": 3}' >> "$PIPE_CTX"`] }, exec: { title: "Command", description: "A program and its arguments, each a template, run without a shell.", type: "array", minItems: 1, items: { title: "Argument", description: "The program, or one argument.", type: "string", examples: ["{{ book }}"] }, examples: [["gzip", "-k", "{{ book }}"]] }, shell: { title: "Shell", description: "The shell of `run:` with its arguments. By default `/bin/sh -eu`.", type: "array", minItems: 1, items: { title: "Word", description: "The shell's path, or an argument.", type: "string", examples: ["bash"] }, examples: [["bash", "-euo", "pipefail"]] }, function: { $ref: "#/$defs/functionRef" }, launch: { title: "Launch", description: "A recipe that runs as a child of the job; the next step waits for it.", type: "string", examples: ["./recipes/page.yaml"] }, together: { title: "Together", description: "Launches that run beside each other; the next step waits for all of them. If one fails, the others are ended.", type: "array", minItems: 1, items: { $ref: "#/$defs/launch" }, examples: [[{ launch: "./cover.yaml", into: "cover" }, { launch: "./index.yaml", into: "index" }]] }, inputs: { title: "Inputs", description: "What the launched recipe reads, by port. A text is a template; one that is only `{{ \u2026 }}` gives the value as it is.", type: "object", propertyNames: { $ref: "#/$defs/identifier" }, additionalProperties: { title: "Value", description: "A path, or for a record its value.", examples: ["{{ book }}"] }, examples: [{ page: "{{ ctx.page }}" }] }, params: { title: "Parameters", description: "Parameters of the launched recipe, as under `inputs`.", type: "object", propertyNames: { $ref: "#/$defs/identifier" }, additionalProperties: { title: "Value", description: "A value, or a template of one.", examples: ["{{ ctx.width }}"] }, examples: [{ width: 80 }] }, outputs: { title: "Outputs", description: "Where the launched recipe writes, by port, each a template of a path. Without an entry it is a file in a folder of the child's own.", type: "object", propertyNames: { $ref: "#/$defs/identifier" }, additionalProperties: { title: "Path", description: "A template of the path.", type: "string", examples: ["{{ report }}"] }, examples: [{ html: "{{ report }}" }] }, into: { title: "Into", description: "The name in the context for what the child leaves: the paths of its outputs by their ports, and its own context.", type: "string", pattern: "^[A-Za-z_][A-Za-z0-9_-]*$", $comment: "a letter or `_`, then letters, digits, `_` or `-`", examples: ["page"] }, append: { title: "Append", description: "Whether it goes to the end of a list there, rather than in its place.", type: "boolean", default: !1, examples: [!0] }, if: { title: "If", description: "A condition; `then` runs if it holds, else the first of `elif` that does, else `else`.", type: "string", examples: ["ctx.pages > 10"] }, then: { $ref: "#/$defs/steps" }, elif: { title: "Else if", description: "Further conditions, in order.", type: "array", minItems: 1, items: { title: "Branch", description: "A condition with its steps.", type: "object", properties: { if: { title: "If", description: "A condition.", type: "string", examples: ["ctx.pages > 5"] }, then: { $ref: "#/$defs/steps" } }, required: ["if", "then"], additionalProperties: !1, examples: [{ if: "ctx.pages > 5", then: [{ run: "./fold" }] }] }, examples: [[{ if: "ctx.pages > 5", then: [{ run: "./fold" }] }]] }, else: { $ref: "#/$defs/steps" }, while: { title: "While", description: "A condition; `do` runs as long as it holds.", type: "string", examples: ["ctx.page < ctx.pages"] }, do: { $ref: "#/$defs/steps" }, return: { title: "Return", description: "Ends the job: with success for 0 or nothing, else with that exit status.", type: ["integer", "null"], minimum: 0, maximum: 255, examples: [0] } }, additionalProperties: !1, oneOf: [{ required: ["run"] }, { required: ["exec"] }, { required: ["function"] }, { required: ["launch"] }, { required: ["together"] }, { required: ["if"] }, { required: ["while"] }, { required: ["return"] }], dependentRequired: { shell: ["run"], if: ["then"], while: ["do"], then: ["if"], elif: ["if"], else: ["if"], do: ["while"], inputs: ["launch"], params: ["launch"], outputs: ["launch"], into: ["launch"], append: ["into"] }, examples: [{ name: "fetch", run: "./fetch {{ book }} > {{ work }}/raw" }] }, launch: { title: "Launch", description: "A recipe that runs as one of several children.", type: "object", properties: { name: { title: "Name", description: "What the step is called where its position is shown.", type: "string", pattern: "^[A-Za-z_][A-Za-z0-9_-]*$", $comment: "a letter or `_`, then letters, digits, `_` or `-`", examples: ["fetch"] }, launch: { title: "Launch", description: "A recipe that runs as a child of the job; the next step waits for it.", type: "string", examples: ["./recipes/page.yaml"] }, inputs: { title: "Inputs", description: "What the launched recipe reads, by port. A text is a template; one that is only `{{ \u2026 }}` gives the value as it is.", type: "object", propertyNames: { $ref: "#/$defs/identifier" }, additionalProperties: { title: "Value", description: "A path, or for a record its value.", examples: ["{{ book }}"] }, examples: [{ page: "{{ ctx.page }}" }] }, params: { title: "Parameters", description: "Parameters of the launched recipe, as under `inputs`.", type: "object", propertyNames: { $ref: "#/$defs/identifier" }, additionalProperties: { title: "Value", description: "A value, or a template of one.", examples: ["{{ ctx.width }}"] }, examples: [{ width: 80 }] }, outputs: { title: "Outputs", description: "Where the launched recipe writes, by port, each a template of a path. Without an entry it is a file in a folder of the child's own.", type: "object", propertyNames: { $ref: "#/$defs/identifier" }, additionalProperties: { title: "Path", description: "A template of the path.", type: "string", examples: ["{{ report }}"] }, examples: [{ html: "{{ report }}" }] }, into: { title: "Into", description: "The name in the context for what the child leaves: the paths of its outputs by their ports, and its own context.", type: "string", pattern: "^[A-Za-z_][A-Za-z0-9_-]*$", $comment: "a letter or `_`, then letters, digits, `_` or `-`", examples: ["page"] }, append: { title: "Append", description: "Whether it goes to the end of a list there, rather than in its place.", type: "boolean", default: !1, examples: [!0] } }, required: ["launch"], additionalProperties: !1, dependentRequired: { append: ["into"] }, examples: [{ launch: "./cover.yaml", inputs: { book: "{{ book }}" }, into: "cover" }] }, functionRef: { title: "Function", description: "An exported async function of a `.ts` or `.js` module: `path#export`, without `#` the default export. Its module and what that imports are part of the definition.", type: ["string", "object"], properties: { module: { title: "Module", description: "The module's file.", type: "string", examples: ["./count.ts"] }, export: { title: "Export", description: "The name of the export.", type: "string", default: "default", examples: ["countWords"] } }, required: ["module"], additionalProperties: !1, examples: ["./count.ts#countWords", { module: "./count.ts", export: "countWords" }] }, environment: { title: "Environment", description: "Variables that jobs get; the values are templates and part of the definition.", type: "object", propertyNames: { type: "string", pattern: "^[A-Za-z_][A-Za-z0-9_]*$", $comment: "letters, digits and `_`, not starting with a digit" }, additionalProperties: { title: "Value", description: "The value, a template.", type: ["string", "number", "boolean"], examples: ["1", "{{ language }}"] }, examples: [{ OMP_NUM_THREADS: "1" }] }, shell: { title: "Shell", description: "The shell of `run:` with its arguments. By default `/bin/sh -eu`.", type: "array", minItems: 1, items: { title: "Word", description: "The shell's path, or an argument.", type: "string", examples: ["bash"] }, examples: [["bash", "-euo", "pipefail"]] }, retry: { title: "Retry", description: "How often a failed job is tried again in the same build: a number of attempts, or with details.", type: ["integer", "object"], minimum: 1, properties: { attempts: { title: "Attempts", description: "How many in all; 1 is no retry.", type: "integer", minimum: 1, default: 3, examples: [3] }, backoff: { title: "Backoff", description: "The pause before the second attempt; it doubles each time.", $ref: "#/$defs/duration", default: "1s", examples: ["5s"] }, max_backoff: { title: "Longest backoff", description: "No pause is longer.", $ref: "#/$defs/duration", default: "5m", examples: ["5m"] }, on: { title: "On", description: "Which failures are tried again: exit statuses, names of exit codes, `timeout` for a timeout. Without it, any failure.", type: "array", minItems: 1, items: { title: "Failure", description: "An exit status, the name of an exit code, or `timeout`.", type: ["integer", "string"], pattern: "^(timeout|[A-Z][A-Z0-9_]*)$", minimum: 1, maximum: 255, $comment: "an exit status from 1 to 255, the name of an exit code, or `timeout`", examples: [75, "BUSY", "timeout"] }, examples: [[75, "BUSY", "timeout"]] } }, additionalProperties: !1, examples: [3, { attempts: 3, backoff: "5s" }] }, exitName: { title: "Name of an exit code", description: "A name for an exit status, in capital letters.", type: "string", pattern: "^[A-Z][A-Z0-9_]*$", $comment: "capital letters, digits and `_`, with a letter first", examples: ["NO_TEXT"] }, exitCodes: { title: "Exit codes", description: "Names and meanings of exit statuses: shown when a job ends with one, and what then becomes of it.", type: "object", propertyNames: { $ref: "#/$defs/exitName" }, additionalProperties: { title: "Exit code", description: "One exit status.", type: "object", properties: { status: { title: "Status", description: "The number.", type: "integer", minimum: 1, maximum: 255, examples: [3] }, message: { title: "Message", description: "What it means.", type: "string", examples: ["the book has no text"] }, ok: { title: "Counts as success", description: "The job succeeds with it as with 0: its outputs are checked and kept. Part of the definition.", type: "boolean", default: !1, examples: [!0] }, retry: { title: "Retry", description: "Whether `retry:` tries a job again that failed with it. `false` is for what another attempt cannot mend.", type: "boolean", default: !0, examples: [!1] }, invalidates_cache: { title: "Not to be reused", description: "Of a status that counts as success: the job is not up to date after it, and runs again in the next build. A failed job does so in any case.", type: "boolean", default: !1, examples: [!0] } }, required: ["status", "message"], additionalProperties: !1, examples: [{ status: 3, message: "the book has no text", retry: !1 }] }, examples: [{ NO_TEXT: { status: 3, message: "the book has no text", retry: !1 } }] }, readyWhen: { title: "Ready when", description: "When a service counts as ready; all of it has to hold. Without it a service is ready as soon as it is started.", type: "object", minProperties: 1, properties: { line: { title: "Line", description: "A regular expression that a line of what it prints fits.", type: "string", minLength: 1, examples: ["listening on .*:8080"] }, port: { title: "Port", description: "A TCP port of this machine that takes connections.", type: "integer", minimum: 1, maximum: 65535, examples: [8080] }, file: { title: "File", description: "A file, such as a socket, that is made or written anew.", type: "string", minLength: 1, examples: ["run/api.sock"] } }, additionalProperties: !1, examples: [{ port: 8080 }] }, task: { title: "Task", description: "What to do once per key. Exactly one of `use`, `run`, `exec`, `function`, `tube` and `steps` says how.", type: "object", properties: { description: { title: "Description", description: "What the task does, for people.", type: "string", examples: ["Render each book's report"] }, use: { title: "Recipe", description: "A recipe's file, or the name of a built-in one.", type: "string", examples: ["./recipes/report.yaml", "compile-c"] }, run: { title: "Shell text", description: "A template of shell text. Values are quoted as the place needs.", type: "string", examples: ["wc -w < {{ book }} > {{ count }}"] }, exec: { title: "Command", description: "A program and its arguments, each a template, run without a shell.", type: "array", minItems: 1, items: { title: "Argument", description: "The program, or one argument.", type: "string", examples: ["{{ book }}"] }, examples: [["gzip", "-k", "{{ book }}"]] }, function: { $ref: "#/$defs/functionRef" }, steps: { $ref: "#/$defs/steps" }, tube: { title: "Tube", description: "A tube file; a job is one epoch of it. Inputs fill its process inputs by their names, `params` its other inputs, and the entries of its return are written to the outputs.", type: "string", examples: ["./words.tube.yaml"] }, assets: { title: "Assets", description: "Live objects of the pipeline's `assets:` that the function or tube is handed, by their names.", type: "array", items: { $ref: "#/$defs/identifier" }, examples: [["db"]] }, shell: { $ref: "#/$defs/shell" }, cwd: { title: "Working directory", description: "Where jobs run. By default the root pipeline's folder.", type: "string", examples: ["packages/site"] }, inputs: { title: "Inputs", description: "What jobs read, by the name that templates use.", type: "object", propertyNames: { $ref: "#/$defs/linkName" }, additionalProperties: { $ref: "#/$defs/input" }, examples: [{ book: "books/{key}.txt" }] }, outputs: { title: "Outputs", description: "What jobs write, by the name that templates use.", type: "object", propertyNames: { $ref: "#/$defs/linkName" }, additionalProperties: { $ref: "#/$defs/output" }, examples: [{ count: "build/counts/{key}.txt" }] }, links: { title: "Links", description: "Ties to repositories in the general form.", type: "object", propertyNames: { $ref: "#/$defs/linkName" }, additionalProperties: { $ref: "#/$defs/link" }, examples: [{ banned: { repository: "banned", inhibits_start: !0 } }] }, plug: { title: "Plug", description: "Tasks whose outputs this one takes over as inputs, together with what else their links ask of a consumer.", type: "array", minItems: 1, items: { $ref: "#/$defs/plug" }, examples: [["report", { task: "author", translator: "author_of" }]] }, params: { title: "Parameters", description: "Values for the recipe's parameters, or that this task's templates may name. A text may be a template over the pipeline's parameters.", type: "object", propertyNames: { $ref: "#/$defs/identifier" }, additionalProperties: { title: "Value", description: "Any value; a recipe checks it against the port.", examples: [80, "{{ language }}"] }, examples: [{ width: 80 }] }, env: { $ref: "#/$defs/environment" }, stdin: { title: "Standard input", description: "The repository that jobs read as standard input, or the name of one of the inputs.", $ref: "#/$defs/input", examples: ["books"] }, stdout: { title: "Standard output", description: "Where standard output goes: the name of one of the outputs, or a repository, which then is status.", $ref: "#/$defs/output", examples: ["report"] }, stderr: { title: "Standard error", description: "Where standard error goes: the name of one of the outputs, a repository, which then is status, or `stdout` for where standard output goes.", $ref: "#/$defs/output", examples: ["logs"] }, logs: { title: "Logs", description: "A repository that gets every job's log, also after a failure.", $ref: "#/$defs/output", examples: ["logs"] }, done: { title: "Done", description: "A repository that gets a record of every job's end: success, exit code, start and end time, whether it timed out or was cancelled, executor.", $ref: "#/$defs/output", examples: ["done"] }, live: { title: "Live", description: "A repository that has a record of every job while it runs. It belongs to pipe: what lies there when a build begins is removed.", $ref: "#/$defs/output", examples: ["live"] }, quota: { $ref: "#/$defs/quota" }, fallback_quota: { title: "Fallback quota", description: "What a job takes of the same pool when it is tried again after a failure, such as more memory.", $ref: "#/$defs/quota", examples: [{ cpu: 1, memory: "2Gi" }] }, priority: { title: "Priority", description: "Jobs of a higher one start first: a number, a template that renders as one, or a function that returns one. It is worked out when a job could start, and never makes a job out of date.", type: ["number", "string", "object"], pattern: "\\{[{%]", $comment: "a number, a template such as `{{ book.size }}`, or `{ function: MODULE#EXPORT }`", default: 0, properties: { function: { $ref: "#/$defs/functionRef" } }, required: ["function"], additionalProperties: !1, examples: [10, "{{ book.size }}", { function: "./rank.ts#rank" }] }, timeout: { title: "Timeout", description: "A job that runs longer is killed and fails. For a service: how long it may take until it is ready, by default 5m.", $ref: "#/$defs/duration", examples: ["10m"] }, retry: { $ref: "#/$defs/retry" }, rerun: { title: "Rerun", description: "When a job that succeeded runs again: when something changed, never while it is done, or in every build.", enum: ["changed", "once", "always"], default: "changed", examples: ["changed"] }, on_change: { title: "On change", description: "In a watch: what becomes of a job whose inputs change while it runs. Either way its result is dropped and it runs again: `queue` lets it end first, `restart` kills it at once.", enum: ["queue", "restart"], default: "queue", examples: ["restart"] }, failure_ok: { title: "Failure is ok", description: "Consumers start even after this task's job failed.", type: "boolean", default: !1, examples: [!0] }, service: { title: "Service", description: "The job is a process that stays, such as a server: it is started when a job that `needs` it must run, in a watch at once, and ended with the build or the watch. It has no outputs.", type: "boolean", default: !1, examples: [!0] }, ready_when: { $ref: "#/$defs/readyWhen" }, needs: { title: "Needs", description: "Services that have to be ready while this task's jobs run. What a service is started from counts as an input.", type: "array", items: { title: "Service", description: "The name of a task with `service: true`.", type: "string", examples: ["api"] }, uniqueItems: !0, examples: [["api"]] }, long_running: { title: "Long-running", description: "Jobs run for as long as they like, such as a fuzzer or a crawler: no consumer waits for them, they take no slot of other jobs, and to be ended by their `timeout` is their success.", type: "boolean", default: !1, examples: [!0] }, default: { title: "Default", description: "Whether a build without targets includes the task.", type: "boolean", default: !0, examples: [!1] }, disabled: { title: "Disabled", description: "The task is checked but never run, and owns nothing.", type: "boolean", default: !1, examples: [!0] }, tools: { title: "Tools", description: "Programs whose file's content is part of the definition.", type: "array", items: { title: "Tool", description: "A program's name on the PATH, or its path.", type: "string", examples: ["pandoc"] }, examples: [["pandoc"]] }, sources: { title: "Sources", description: "Further files, as globs, that every job of the task depends on; `!` takes out.", type: "array", items: { title: "Glob", description: "A path with `*` and `**`, or with `!` one that is left out.", type: "string", examples: ["templates/**"] }, examples: [["templates/**", "!templates/old/**"]] }, depfile: { title: "Depfile", description: "`make`: the job writes the files it read to `{{ depfile }}`, in Make's format; they count as inputs from then on.", enum: ["make", "none"], default: "none", examples: ["make"] }, max_concurrent: { title: "Most at once", description: "How many jobs of the task may run at once.", type: "integer", minimum: 1, examples: [2] }, replicable: { title: "Replicable", description: "A job may run several times at once as long as no other needs the room. `PIPE_REPLICA` and `REPLICA_ID` number its replicas from 0, and it succeeds when all of them have.", type: "boolean", default: !1, examples: [!0] }, max_replicas: { title: "Most replicas", description: "How many replicas of one job may run at once, the first included. By default as many as there is room for.", type: "integer", minimum: 1, examples: [4] }, priority_factor: { title: "Priority factor", description: "Replica `n` has the job's priority times this `n` times over, so that other jobs' replicas come before it.", type: "number", exclusiveMinimum: 0, maximum: 1, default: 1, examples: [0.5] }, priority_addend: { title: "Priority addend", description: "Replica `n` has the job's priority less `n` times this, before `priority_factor`.", type: "number", minimum: 0, default: 0, examples: [1] }, exit_codes: { $ref: "#/$defs/exitCodes" } }, additionalProperties: !1, oneOf: [{ required: ["use"] }, { required: ["run"] }, { required: ["exec"] }, { required: ["function"] }, { required: ["tube"] }, { required: ["steps"] }], examples: [{ inputs: { book: "books/{key}.txt" }, outputs: { count: "build/counts/{key}.txt" }, run: "wc -w < {{ book }} > {{ count }}" }] } } };
var V = Object.prototype.hasOwnProperty, it = new RegExp("^x-", "u"), ht = new RegExp("^[A-Za-z0-9][A-Za-z0-9_.-]*$", "u"), j = new RegExp("^[A-Za-z_][A-Za-z0-9_-]*$", "u"), Ge = new RegExp("^[A-Za-z_][A-Za-z0-9_]*$", "u"), Ye = new RegExp("^[A-Za-z_][A-Za-z0-9_]*\\*?$", "u"), ct = new RegExp("^.+#.+$", "u"), at = new RegExp("^[A-Za-z0-9_][A-Za-z0-9_.-]*$", "u"), yt = { title: "Include", description: "A pipeline file, or with `as:` the prefix that its names get.", type: ["string", "object"], properties: { path: { title: "Path", description: "The file, relative to this one.", type: "string", examples: ["./maps.pipeline.yaml"] }, as: { title: "Prefix", description: "Its tasks, repositories, parameters and pools are then called `PREFIX.NAME`. Inside the file the short names still hold.", $ref: "#/$defs/plainName", examples: ["maps"] } }, required: ["path"], additionalProperties: !1, examples: ["./ocr.pipeline.yaml", { path: "./maps.pipeline.yaml", as: "maps" }] };
function J(s, { instancePath: r = "", parentData: A, parentDataProperty: v, rootData: P = s, dynamicAnchors: $ = {} } = {}) {
  let e = null, t = 0, g = J.evaluated;
  if (g.dynamicProps && (g.props = void 0), g.dynamicItems && (g.items = void 0), typeof s != "string" && !(s && typeof s == "object" && !Array.isArray(s))) {
    let i = { instancePath: r, schemaPath: "#/type", keyword: "type", params: { type: yt.type }, message: "must be string,object" };
    e === null ? e = [i] : e.push(i), t++;
  }
  if (s && typeof s == "object" && !Array.isArray(s)) {
    if (s.path === void 0) {
      let i = { instancePath: r, schemaPath: "#/required", keyword: "required", params: { missingProperty: "path" }, message: "must have required property 'path'" };
      e === null ? e = [i] : e.push(i), t++;
    }
    for (let i in s)
      if (!(i === "path" || i === "as")) {
        let a = { instancePath: r, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: i }, message: "must NOT have additional properties" };
        e === null ? e = [a] : e.push(a), t++;
      }
    if (s.path !== void 0 && typeof s.path != "string") {
      let i = { instancePath: r + "/path", schemaPath: "#/properties/path/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [i] : e.push(i), t++;
    }
    if (s.as !== void 0) {
      let i = s.as;
      if (typeof i == "string") {
        if (!j.test(i)) {
          let a = { instancePath: r + "/as", schemaPath: "#/$defs/plainName/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_-]*$" }, message: 'must match pattern "^[A-Za-z_][A-Za-z0-9_-]*$"' };
          e === null ? e = [a] : e.push(a), t++;
        }
      } else {
        let a = { instancePath: r + "/as", schemaPath: "#/$defs/plainName/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        e === null ? e = [a] : e.push(a), t++;
      }
    }
  }
  return J.errors = e, t === 0;
}
J.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
var $e = { title: "Keep", description: "`needed`: a member is made only when a job that must run reads it, and removed after the last one.", enum: ["always", "needed"], default: "always", examples: ["needed"] }, L = { title: "Duration", description: "Numbers with the units ms, s, m, h, d, one after the other; a plain number is seconds.", type: ["string", "number"], exclusiveMinimum: 0, pattern: "^([0-9]+(\\.[0-9]+)?(ms|s|m|h|d))+$", $comment: "a duration such as `500ms`, `10m` or `1h30m`, or a number of seconds", examples: ["10m", "1h30m", "500ms"] }, K = new RegExp("^([0-9]+(\\.[0-9]+)?(ms|s|m|h|d))+$", "u");
function U(s, { instancePath: r = "", parentData: A, parentDataProperty: v, rootData: P = s, dynamicAnchors: $ = {} } = {}) {
  let e = null, t = 0, g = U.evaluated;
  if (g.dynamicProps && (g.props = void 0), g.dynamicItems && (g.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    if (s.type === void 0) {
      let i = { instancePath: r, schemaPath: "#/required", keyword: "required", params: { missingProperty: "type" }, message: "must have required property 'type'" };
      e === null ? e = [i] : e.push(i), t++;
    }
    if (s.path === void 0) {
      let i = { instancePath: r, schemaPath: "#/required", keyword: "required", params: { missingProperty: "path" }, message: "must have required property 'path'" };
      e === null ? e = [i] : e.push(i), t++;
    }
    for (let i in s)
      if (!(i === "type" || i === "path" || i === "accept_strays" || i === "keep" || i === "poll")) {
        let a = { instancePath: r, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: i }, message: "must NOT have additional properties" };
        e === null ? e = [a] : e.push(a), t++;
      }
    if (s.type !== void 0 && s.type !== "file") {
      let i = { instancePath: r + "/type", schemaPath: "#/properties/type/const", keyword: "const", params: { allowedValue: "file" }, message: "must be equal to constant" };
      e === null ? e = [i] : e.push(i), t++;
    }
    if (s.path !== void 0 && typeof s.path != "string") {
      let i = { instancePath: r + "/path", schemaPath: "#/$defs/pathPattern/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [i] : e.push(i), t++;
    }
    if (s.accept_strays !== void 0 && typeof s.accept_strays != "boolean") {
      let i = { instancePath: r + "/accept_strays", schemaPath: "#/$defs/acceptStrays/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
      e === null ? e = [i] : e.push(i), t++;
    }
    if (s.keep !== void 0) {
      let i = s.keep;
      if (!(i === "always" || i === "needed")) {
        let a = { instancePath: r + "/keep", schemaPath: "#/$defs/keep/enum", keyword: "enum", params: { allowedValues: $e.enum }, message: "must be equal to one of the allowed values" };
        e === null ? e = [a] : e.push(a), t++;
      }
    }
    if (s.poll !== void 0) {
      let i = s.poll;
      if (typeof i != "string" && !(typeof i == "number" && isFinite(i))) {
        let a = { instancePath: r + "/poll", schemaPath: "#/$defs/poll/type", keyword: "type", params: { type: L.type }, message: "must be string,number" };
        e === null ? e = [a] : e.push(a), t++;
      }
      if (typeof i == "number" && isFinite(i) && (i <= 0 || isNaN(i))) {
        let a = { instancePath: r + "/poll", schemaPath: "#/$defs/poll/exclusiveMinimum", keyword: "exclusiveMinimum", params: { comparison: ">", limit: 0 }, message: "must be > 0" };
        e === null ? e = [a] : e.push(a), t++;
      }
      if (typeof i == "string" && !K.test(i)) {
        let a = { instancePath: r + "/poll", schemaPath: "#/$defs/poll/pattern", keyword: "pattern", params: { pattern: "^([0-9]+(\\.[0-9]+)?(ms|s|m|h|d))+$" }, message: 'must match pattern "^([0-9]+(\\.[0-9]+)?(ms|s|m|h|d))+$"' };
        e === null ? e = [a] : e.push(a), t++;
      }
    }
  } else {
    let i = { instancePath: r, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = [i] : e.push(i), t++;
  }
  return U.errors = e, t === 0;
}
U.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
function X(s, { instancePath: r = "", parentData: A, parentDataProperty: v, rootData: P = s, dynamicAnchors: $ = {} } = {}) {
  let e = null, t = 0, g = X.evaluated;
  if (g.dynamicProps && (g.props = void 0), g.dynamicItems && (g.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    if (s.type === void 0) {
      let i = { instancePath: r, schemaPath: "#/required", keyword: "required", params: { missingProperty: "type" }, message: "must have required property 'type'" };
      e === null ? e = [i] : e.push(i), t++;
    }
    if (s.path === void 0) {
      let i = { instancePath: r, schemaPath: "#/required", keyword: "required", params: { missingProperty: "path" }, message: "must have required property 'path'" };
      e === null ? e = [i] : e.push(i), t++;
    }
    for (let i in s)
      if (!(i === "type" || i === "path" || i === "discard_empty" || i === "accept_strays" || i === "keep" || i === "poll")) {
        let a = { instancePath: r, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: i }, message: "must NOT have additional properties" };
        e === null ? e = [a] : e.push(a), t++;
      }
    if (s.type !== void 0 && s.type !== "directory") {
      let i = { instancePath: r + "/type", schemaPath: "#/properties/type/const", keyword: "const", params: { allowedValue: "directory" }, message: "must be equal to constant" };
      e === null ? e = [i] : e.push(i), t++;
    }
    if (s.path !== void 0 && typeof s.path != "string") {
      let i = { instancePath: r + "/path", schemaPath: "#/$defs/pathPattern/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [i] : e.push(i), t++;
    }
    if (s.discard_empty !== void 0 && typeof s.discard_empty != "boolean") {
      let i = { instancePath: r + "/discard_empty", schemaPath: "#/properties/discard_empty/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
      e === null ? e = [i] : e.push(i), t++;
    }
    if (s.accept_strays !== void 0 && typeof s.accept_strays != "boolean") {
      let i = { instancePath: r + "/accept_strays", schemaPath: "#/$defs/acceptStrays/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
      e === null ? e = [i] : e.push(i), t++;
    }
    if (s.keep !== void 0) {
      let i = s.keep;
      if (!(i === "always" || i === "needed")) {
        let a = { instancePath: r + "/keep", schemaPath: "#/$defs/keep/enum", keyword: "enum", params: { allowedValues: $e.enum }, message: "must be equal to one of the allowed values" };
        e === null ? e = [a] : e.push(a), t++;
      }
    }
    if (s.poll !== void 0) {
      let i = s.poll;
      if (typeof i != "string" && !(typeof i == "number" && isFinite(i))) {
        let a = { instancePath: r + "/poll", schemaPath: "#/$defs/poll/type", keyword: "type", params: { type: L.type }, message: "must be string,number" };
        e === null ? e = [a] : e.push(a), t++;
      }
      if (typeof i == "number" && isFinite(i) && (i <= 0 || isNaN(i))) {
        let a = { instancePath: r + "/poll", schemaPath: "#/$defs/poll/exclusiveMinimum", keyword: "exclusiveMinimum", params: { comparison: ">", limit: 0 }, message: "must be > 0" };
        e === null ? e = [a] : e.push(a), t++;
      }
      if (typeof i == "string" && !K.test(i)) {
        let a = { instancePath: r + "/poll", schemaPath: "#/$defs/poll/pattern", keyword: "pattern", params: { pattern: "^([0-9]+(\\.[0-9]+)?(ms|s|m|h|d))+$" }, message: 'must match pattern "^([0-9]+(\\.[0-9]+)?(ms|s|m|h|d))+$"' };
        e === null ? e = [a] : e.push(a), t++;
      }
    }
  } else {
    let i = { instancePath: r, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = [i] : e.push(i), t++;
  }
  return X.errors = e, t === 0;
}
X.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
var gt = { title: "Record repository", description: "Every file that matches holds one record; a template sees its fields. Its order of keys, comments and white space do not count.", type: "object", properties: { type: { title: "Kind", description: "The language of the records.", enum: ["yaml", "json"], examples: ["yaml"] }, path: { $ref: "#/$defs/pathPattern" }, schema: { $ref: "#/$defs/recordSchema" }, accept_strays: { $ref: "#/$defs/acceptStrays" }, keep: { $ref: "#/$defs/keep" }, poll: { $ref: "#/$defs/poll" } }, required: ["type", "path"], additionalProperties: !1, examples: [{ type: "yaml", path: "authors/{key}.yaml", schema: "./author.schema.json" }] };
function D(s, { instancePath: r = "", parentData: A, parentDataProperty: v, rootData: P = s, dynamicAnchors: $ = {} } = {}) {
  let e = null, t = 0, g = D.evaluated;
  if (g.dynamicProps && (g.props = void 0), g.dynamicItems && (g.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    if (s.type === void 0) {
      let i = { instancePath: r, schemaPath: "#/required", keyword: "required", params: { missingProperty: "type" }, message: "must have required property 'type'" };
      e === null ? e = [i] : e.push(i), t++;
    }
    if (s.path === void 0) {
      let i = { instancePath: r, schemaPath: "#/required", keyword: "required", params: { missingProperty: "path" }, message: "must have required property 'path'" };
      e === null ? e = [i] : e.push(i), t++;
    }
    for (let i in s)
      if (!(i === "type" || i === "path" || i === "schema" || i === "accept_strays" || i === "keep" || i === "poll")) {
        let a = { instancePath: r, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: i }, message: "must NOT have additional properties" };
        e === null ? e = [a] : e.push(a), t++;
      }
    if (s.type !== void 0) {
      let i = s.type;
      if (!(i === "yaml" || i === "json")) {
        let a = { instancePath: r + "/type", schemaPath: "#/properties/type/enum", keyword: "enum", params: { allowedValues: gt.properties.type.enum }, message: "must be equal to one of the allowed values" };
        e === null ? e = [a] : e.push(a), t++;
      }
    }
    if (s.path !== void 0 && typeof s.path != "string") {
      let i = { instancePath: r + "/path", schemaPath: "#/$defs/pathPattern/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [i] : e.push(i), t++;
    }
    if (s.schema !== void 0 && typeof s.schema != "string") {
      let i = { instancePath: r + "/schema", schemaPath: "#/$defs/recordSchema/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [i] : e.push(i), t++;
    }
    if (s.accept_strays !== void 0 && typeof s.accept_strays != "boolean") {
      let i = { instancePath: r + "/accept_strays", schemaPath: "#/$defs/acceptStrays/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
      e === null ? e = [i] : e.push(i), t++;
    }
    if (s.keep !== void 0) {
      let i = s.keep;
      if (!(i === "always" || i === "needed")) {
        let a = { instancePath: r + "/keep", schemaPath: "#/$defs/keep/enum", keyword: "enum", params: { allowedValues: $e.enum }, message: "must be equal to one of the allowed values" };
        e === null ? e = [a] : e.push(a), t++;
      }
    }
    if (s.poll !== void 0) {
      let i = s.poll;
      if (typeof i != "string" && !(typeof i == "number" && isFinite(i))) {
        let a = { instancePath: r + "/poll", schemaPath: "#/$defs/poll/type", keyword: "type", params: { type: L.type }, message: "must be string,number" };
        e === null ? e = [a] : e.push(a), t++;
      }
      if (typeof i == "number" && isFinite(i) && (i <= 0 || isNaN(i))) {
        let a = { instancePath: r + "/poll", schemaPath: "#/$defs/poll/exclusiveMinimum", keyword: "exclusiveMinimum", params: { comparison: ">", limit: 0 }, message: "must be > 0" };
        e === null ? e = [a] : e.push(a), t++;
      }
      if (typeof i == "string" && !K.test(i)) {
        let a = { instancePath: r + "/poll", schemaPath: "#/$defs/poll/pattern", keyword: "pattern", params: { pattern: "^([0-9]+(\\.[0-9]+)?(ms|s|m|h|d))+$" }, message: 'must match pattern "^([0-9]+(\\.[0-9]+)?(ms|s|m|h|d))+$"' };
        e === null ? e = [a] : e.push(a), t++;
      }
    }
  } else {
    let i = { instancePath: r, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = [i] : e.push(i), t++;
  }
  return D.errors = e, t === 0;
}
D.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
var bt = { title: "Compressed repository", description: "Files that lie compressed. A job reads and writes plain files, without the `.gz` or `.zst` of the path; pipe compresses what it made and expands what it reads. Only the plain content counts, so compressing a file again is no change.", type: "object", properties: { type: { title: "Kind", description: "Compressed files.", const: "compressed", examples: ["compressed"] }, path: { $ref: "#/$defs/pathPattern" }, codec: { title: "Codec", description: "How members are compressed when they are written: by default as the path ends, `.gz` or `.zst`. What is read may be either.", enum: ["gzip", "zstd"], examples: ["zstd"] }, accept_strays: { $ref: "#/$defs/acceptStrays" }, keep: { $ref: "#/$defs/keep" }, poll: { $ref: "#/$defs/poll" } }, required: ["type", "path"], additionalProperties: !1, examples: [{ type: "compressed", path: "build/pages/{key}.html.gz" }] };
function Q(s, { instancePath: r = "", parentData: A, parentDataProperty: v, rootData: P = s, dynamicAnchors: $ = {} } = {}) {
  let e = null, t = 0, g = Q.evaluated;
  if (g.dynamicProps && (g.props = void 0), g.dynamicItems && (g.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    if (s.type === void 0) {
      let i = { instancePath: r, schemaPath: "#/required", keyword: "required", params: { missingProperty: "type" }, message: "must have required property 'type'" };
      e === null ? e = [i] : e.push(i), t++;
    }
    if (s.path === void 0) {
      let i = { instancePath: r, schemaPath: "#/required", keyword: "required", params: { missingProperty: "path" }, message: "must have required property 'path'" };
      e === null ? e = [i] : e.push(i), t++;
    }
    for (let i in s)
      if (!(i === "type" || i === "path" || i === "codec" || i === "accept_strays" || i === "keep" || i === "poll")) {
        let a = { instancePath: r, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: i }, message: "must NOT have additional properties" };
        e === null ? e = [a] : e.push(a), t++;
      }
    if (s.type !== void 0 && s.type !== "compressed") {
      let i = { instancePath: r + "/type", schemaPath: "#/properties/type/const", keyword: "const", params: { allowedValue: "compressed" }, message: "must be equal to constant" };
      e === null ? e = [i] : e.push(i), t++;
    }
    if (s.path !== void 0 && typeof s.path != "string") {
      let i = { instancePath: r + "/path", schemaPath: "#/$defs/pathPattern/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [i] : e.push(i), t++;
    }
    if (s.codec !== void 0) {
      let i = s.codec;
      if (!(i === "gzip" || i === "zstd")) {
        let a = { instancePath: r + "/codec", schemaPath: "#/properties/codec/enum", keyword: "enum", params: { allowedValues: bt.properties.codec.enum }, message: "must be equal to one of the allowed values" };
        e === null ? e = [a] : e.push(a), t++;
      }
    }
    if (s.accept_strays !== void 0 && typeof s.accept_strays != "boolean") {
      let i = { instancePath: r + "/accept_strays", schemaPath: "#/$defs/acceptStrays/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
      e === null ? e = [i] : e.push(i), t++;
    }
    if (s.keep !== void 0) {
      let i = s.keep;
      if (!(i === "always" || i === "needed")) {
        let a = { instancePath: r + "/keep", schemaPath: "#/$defs/keep/enum", keyword: "enum", params: { allowedValues: $e.enum }, message: "must be equal to one of the allowed values" };
        e === null ? e = [a] : e.push(a), t++;
      }
    }
    if (s.poll !== void 0) {
      let i = s.poll;
      if (typeof i != "string" && !(typeof i == "number" && isFinite(i))) {
        let a = { instancePath: r + "/poll", schemaPath: "#/$defs/poll/type", keyword: "type", params: { type: L.type }, message: "must be string,number" };
        e === null ? e = [a] : e.push(a), t++;
      }
      if (typeof i == "number" && isFinite(i) && (i <= 0 || isNaN(i))) {
        let a = { instancePath: r + "/poll", schemaPath: "#/$defs/poll/exclusiveMinimum", keyword: "exclusiveMinimum", params: { comparison: ">", limit: 0 }, message: "must be > 0" };
        e === null ? e = [a] : e.push(a), t++;
      }
      if (typeof i == "string" && !K.test(i)) {
        let a = { instancePath: r + "/poll", schemaPath: "#/$defs/poll/pattern", keyword: "pattern", params: { pattern: "^([0-9]+(\\.[0-9]+)?(ms|s|m|h|d))+$" }, message: 'must match pattern "^([0-9]+(\\.[0-9]+)?(ms|s|m|h|d))+$"' };
        e === null ? e = [a] : e.push(a), t++;
      }
    }
  } else {
    let i = { instancePath: r, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = [i] : e.push(i), t++;
  }
  return Q.errors = e, t === 0;
}
Q.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
var wt = { title: "Tar repository", description: "Folders that lie as one archive each. A job reads and writes a folder, without the `.tar`, `.tar.gz`, `.tgz` or `.tar.zst` of the path. What it holds counts as in a directory repository: names, contents, links and executable bits.", type: "object", properties: { type: { title: "Kind", description: "Archives of folders.", const: "tar", examples: ["tar"] }, path: { $ref: "#/$defs/pathPattern" }, codec: { title: "Codec", description: "How archives are compressed when they are written: by default as the path ends, so a `.tar` is not. What is read may be any.", enum: ["gzip", "zstd"], examples: ["zstd"] }, accept_strays: { $ref: "#/$defs/acceptStrays" }, keep: { $ref: "#/$defs/keep" }, poll: { $ref: "#/$defs/poll" } }, required: ["type", "path"], additionalProperties: !1, examples: [{ type: "tar", path: "build/sites/{key}.tar.gz" }] };
function Y(s, { instancePath: r = "", parentData: A, parentDataProperty: v, rootData: P = s, dynamicAnchors: $ = {} } = {}) {
  let e = null, t = 0, g = Y.evaluated;
  if (g.dynamicProps && (g.props = void 0), g.dynamicItems && (g.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    if (s.type === void 0) {
      let i = { instancePath: r, schemaPath: "#/required", keyword: "required", params: { missingProperty: "type" }, message: "must have required property 'type'" };
      e === null ? e = [i] : e.push(i), t++;
    }
    if (s.path === void 0) {
      let i = { instancePath: r, schemaPath: "#/required", keyword: "required", params: { missingProperty: "path" }, message: "must have required property 'path'" };
      e === null ? e = [i] : e.push(i), t++;
    }
    for (let i in s)
      if (!(i === "type" || i === "path" || i === "codec" || i === "accept_strays" || i === "keep" || i === "poll")) {
        let a = { instancePath: r, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: i }, message: "must NOT have additional properties" };
        e === null ? e = [a] : e.push(a), t++;
      }
    if (s.type !== void 0 && s.type !== "tar") {
      let i = { instancePath: r + "/type", schemaPath: "#/properties/type/const", keyword: "const", params: { allowedValue: "tar" }, message: "must be equal to constant" };
      e === null ? e = [i] : e.push(i), t++;
    }
    if (s.path !== void 0 && typeof s.path != "string") {
      let i = { instancePath: r + "/path", schemaPath: "#/$defs/pathPattern/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [i] : e.push(i), t++;
    }
    if (s.codec !== void 0) {
      let i = s.codec;
      if (!(i === "gzip" || i === "zstd")) {
        let a = { instancePath: r + "/codec", schemaPath: "#/properties/codec/enum", keyword: "enum", params: { allowedValues: wt.properties.codec.enum }, message: "must be equal to one of the allowed values" };
        e === null ? e = [a] : e.push(a), t++;
      }
    }
    if (s.accept_strays !== void 0 && typeof s.accept_strays != "boolean") {
      let i = { instancePath: r + "/accept_strays", schemaPath: "#/$defs/acceptStrays/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
      e === null ? e = [i] : e.push(i), t++;
    }
    if (s.keep !== void 0) {
      let i = s.keep;
      if (!(i === "always" || i === "needed")) {
        let a = { instancePath: r + "/keep", schemaPath: "#/$defs/keep/enum", keyword: "enum", params: { allowedValues: $e.enum }, message: "must be equal to one of the allowed values" };
        e === null ? e = [a] : e.push(a), t++;
      }
    }
    if (s.poll !== void 0) {
      let i = s.poll;
      if (typeof i != "string" && !(typeof i == "number" && isFinite(i))) {
        let a = { instancePath: r + "/poll", schemaPath: "#/$defs/poll/type", keyword: "type", params: { type: L.type }, message: "must be string,number" };
        e === null ? e = [a] : e.push(a), t++;
      }
      if (typeof i == "number" && isFinite(i) && (i <= 0 || isNaN(i))) {
        let a = { instancePath: r + "/poll", schemaPath: "#/$defs/poll/exclusiveMinimum", keyword: "exclusiveMinimum", params: { comparison: ">", limit: 0 }, message: "must be > 0" };
        e === null ? e = [a] : e.push(a), t++;
      }
      if (typeof i == "string" && !K.test(i)) {
        let a = { instancePath: r + "/poll", schemaPath: "#/$defs/poll/pattern", keyword: "pattern", params: { pattern: "^([0-9]+(\\.[0-9]+)?(ms|s|m|h|d))+$" }, message: 'must match pattern "^([0-9]+(\\.[0-9]+)?(ms|s|m|h|d))+$"' };
        e === null ? e = [a] : e.push(a), t++;
      }
    }
  } else {
    let i = { instancePath: r, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = [i] : e.push(i), t++;
  }
  return Y.errors = e, t === 0;
}
Y.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
var kt = new RegExp("^[^{}*]+$", "u");
function ee(s, { instancePath: r = "", parentData: A, parentDataProperty: v, rootData: P = s, dynamicAnchors: $ = {} } = {}) {
  let e = null, t = 0, g = ee.evaluated;
  if (g.dynamicProps && (g.props = void 0), g.dynamicItems && (g.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    if (s.type === void 0) {
      let i = { instancePath: r, schemaPath: "#/required", keyword: "required", params: { missingProperty: "type" }, message: "must have required property 'type'" };
      e === null ? e = [i] : e.push(i), t++;
    }
    if (s.path === void 0) {
      let i = { instancePath: r, schemaPath: "#/required", keyword: "required", params: { missingProperty: "path" }, message: "must have required property 'path'" };
      e === null ? e = [i] : e.push(i), t++;
    }
    for (let i in s)
      if (!(i === "type" || i === "path" || i === "blobs" || i === "accept_strays" || i === "keep" || i === "poll")) {
        let a = { instancePath: r, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: i }, message: "must NOT have additional properties" };
        e === null ? e = [a] : e.push(a), t++;
      }
    if (s.type !== void 0 && s.type !== "tree") {
      let i = { instancePath: r + "/type", schemaPath: "#/properties/type/const", keyword: "const", params: { allowedValue: "tree" }, message: "must be equal to constant" };
      e === null ? e = [i] : e.push(i), t++;
    }
    if (s.path !== void 0 && typeof s.path != "string") {
      let i = { instancePath: r + "/path", schemaPath: "#/$defs/pathPattern/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [i] : e.push(i), t++;
    }
    if (s.blobs !== void 0) {
      let i = s.blobs;
      if (typeof i == "string") {
        if (!kt.test(i)) {
          let a = { instancePath: r + "/blobs", schemaPath: "#/properties/blobs/pattern", keyword: "pattern", params: { pattern: "^[^{}*]+$" }, message: 'must match pattern "^[^{}*]+$"' };
          e === null ? e = [a] : e.push(a), t++;
        }
      } else {
        let a = { instancePath: r + "/blobs", schemaPath: "#/properties/blobs/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        e === null ? e = [a] : e.push(a), t++;
      }
    }
    if (s.accept_strays !== void 0 && typeof s.accept_strays != "boolean") {
      let i = { instancePath: r + "/accept_strays", schemaPath: "#/$defs/acceptStrays/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
      e === null ? e = [i] : e.push(i), t++;
    }
    if (s.keep !== void 0) {
      let i = s.keep;
      if (!(i === "always" || i === "needed")) {
        let a = { instancePath: r + "/keep", schemaPath: "#/$defs/keep/enum", keyword: "enum", params: { allowedValues: $e.enum }, message: "must be equal to one of the allowed values" };
        e === null ? e = [a] : e.push(a), t++;
      }
    }
    if (s.poll !== void 0) {
      let i = s.poll;
      if (typeof i != "string" && !(typeof i == "number" && isFinite(i))) {
        let a = { instancePath: r + "/poll", schemaPath: "#/$defs/poll/type", keyword: "type", params: { type: L.type }, message: "must be string,number" };
        e === null ? e = [a] : e.push(a), t++;
      }
      if (typeof i == "number" && isFinite(i) && (i <= 0 || isNaN(i))) {
        let a = { instancePath: r + "/poll", schemaPath: "#/$defs/poll/exclusiveMinimum", keyword: "exclusiveMinimum", params: { comparison: ">", limit: 0 }, message: "must be > 0" };
        e === null ? e = [a] : e.push(a), t++;
      }
      if (typeof i == "string" && !K.test(i)) {
        let a = { instancePath: r + "/poll", schemaPath: "#/$defs/poll/pattern", keyword: "pattern", params: { pattern: "^([0-9]+(\\.[0-9]+)?(ms|s|m|h|d))+$" }, message: 'must match pattern "^([0-9]+(\\.[0-9]+)?(ms|s|m|h|d))+$"' };
        e === null ? e = [a] : e.push(a), t++;
      }
    }
  } else {
    let i = { instancePath: r, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = [i] : e.push(i), t++;
  }
  return ee.errors = e, t === 0;
}
ee.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
function te(s, { instancePath: r = "", parentData: A, parentDataProperty: v, rootData: P = s, dynamicAnchors: $ = {} } = {}) {
  let e = null, t = 0, g = te.evaluated;
  if (g.dynamicProps && (g.props = void 0), g.dynamicItems && (g.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    if (s.type === void 0) {
      let i = { instancePath: r, schemaPath: "#/required", keyword: "required", params: { missingProperty: "type" }, message: "must have required property 'type'" };
      e === null ? e = [i] : e.push(i), t++;
    }
    for (let i in s)
      if (!(i === "type" || i === "schema" || i === "accept_strays")) {
        let a = { instancePath: r, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: i }, message: "must NOT have additional properties" };
        e === null ? e = [a] : e.push(a), t++;
      }
    if (s.type !== void 0 && s.type !== "memory") {
      let i = { instancePath: r + "/type", schemaPath: "#/properties/type/const", keyword: "const", params: { allowedValue: "memory" }, message: "must be equal to constant" };
      e === null ? e = [i] : e.push(i), t++;
    }
    if (s.schema !== void 0 && typeof s.schema != "string") {
      let i = { instancePath: r + "/schema", schemaPath: "#/$defs/recordSchema/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [i] : e.push(i), t++;
    }
    if (s.accept_strays !== void 0 && typeof s.accept_strays != "boolean") {
      let i = { instancePath: r + "/accept_strays", schemaPath: "#/$defs/acceptStrays/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
      e === null ? e = [i] : e.push(i), t++;
    }
  } else {
    let i = { instancePath: r, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = [i] : e.push(i), t++;
  }
  return te.errors = e, t === 0;
}
te.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
var Pt = { title: "And, or", description: "The keys that all (`and`) or any (`or`) of the named repositories have; a value has one field for each of them.", type: "object", properties: { type: { title: "Kind", description: "All of them, or any.", enum: ["and", "or"], examples: ["and"] }, of: { title: "Of", description: "The repositories, by the name that their part of the value gets.", type: "object", minProperties: 1, propertyNames: { $ref: "#/$defs/identifier" }, additionalProperties: { $ref: "#/$defs/repositoryRef" }, examples: [{ book: "books", author: "authors" }] } }, required: ["type", "of"], additionalProperties: !1, examples: [{ type: "and", of: { book: "books", author: "authors" } }] };
function S(s, { instancePath: r = "", parentData: A, parentDataProperty: v, rootData: P = s, dynamicAnchors: $ = {} } = {}) {
  let e = null, t = 0, g = S.evaluated;
  if (g.dynamicProps && (g.props = void 0), g.dynamicItems && (g.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    if (s.type === void 0) {
      let a = { instancePath: r, schemaPath: "#/required", keyword: "required", params: { missingProperty: "type" }, message: "must have required property 'type'" };
      e === null ? e = [a] : e.push(a), t++;
    }
    if (s.of === void 0) {
      let a = { instancePath: r, schemaPath: "#/required", keyword: "required", params: { missingProperty: "of" }, message: "must have required property 'of'" };
      e === null ? e = [a] : e.push(a), t++;
    }
    for (let a in s)
      if (!(a === "type" || a === "of")) {
        let o = { instancePath: r, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: a }, message: "must NOT have additional properties" };
        e === null ? e = [o] : e.push(o), t++;
      }
    if (s.type !== void 0) {
      let a = s.type;
      if (!(a === "and" || a === "or")) {
        let o = { instancePath: r + "/type", schemaPath: "#/properties/type/enum", keyword: "enum", params: { allowedValues: Pt.properties.type.enum }, message: "must be equal to one of the allowed values" };
        e === null ? e = [o] : e.push(o), t++;
      }
    }
    if (s.of !== void 0) {
      let a = s.of;
      if (a && typeof a == "object" && !Array.isArray(a)) {
        if (Object.keys(a).length < 1) {
          let o = { instancePath: r + "/of", schemaPath: "#/properties/of/minProperties", keyword: "minProperties", params: { limit: 1 }, message: "must NOT have fewer than 1 properties" };
          e === null ? e = [o] : e.push(o), t++;
        }
        for (let o in a) {
          let f = t;
          if (typeof o == "string") {
            if (!j.test(o)) {
              let d = { instancePath: r + "/of", schemaPath: "#/$defs/identifier/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_-]*$" }, message: 'must match pattern "^[A-Za-z_][A-Za-z0-9_-]*$"', propertyName: o };
              e === null ? e = [d] : e.push(d), t++;
            }
          } else {
            let d = { instancePath: r + "/of", schemaPath: "#/$defs/identifier/type", keyword: "type", params: { type: "string" }, message: "must be string", propertyName: o };
            e === null ? e = [d] : e.push(d), t++;
          }
          var i = f === t;
          if (!i) {
            let d = { instancePath: r + "/of", schemaPath: "#/properties/of/propertyNames", keyword: "propertyNames", params: { propertyName: o }, message: "property name must be valid" };
            e === null ? e = [d] : e.push(d), t++;
          }
        }
        for (let o in a)
          if (typeof a[o] != "string") {
            let f = { instancePath: r + "/of/" + o.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/$defs/repositoryRef/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            e === null ? e = [f] : e.push(f), t++;
          }
      } else {
        let o = { instancePath: r + "/of", schemaPath: "#/properties/of/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        e === null ? e = [o] : e.push(o), t++;
      }
    }
  } else {
    let a = { instancePath: r, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = [a] : e.push(a), t++;
  }
  return S.errors = e, t === 0;
}
S.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
function se(s, { instancePath: r = "", parentData: A, parentDataProperty: v, rootData: P = s, dynamicAnchors: $ = {} } = {}) {
  let e = null, t = 0, g = se.evaluated;
  if (g.dynamicProps && (g.props = void 0), g.dynamicItems && (g.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    if (s.type === void 0) {
      let i = { instancePath: r, schemaPath: "#/required", keyword: "required", params: { missingProperty: "type" }, message: "must have required property 'type'" };
      e === null ? e = [i] : e.push(i), t++;
    }
    if (s.of === void 0) {
      let i = { instancePath: r, schemaPath: "#/required", keyword: "required", params: { missingProperty: "of" }, message: "must have required property 'of'" };
      e === null ? e = [i] : e.push(i), t++;
    }
    if (s.unless === void 0) {
      let i = { instancePath: r, schemaPath: "#/required", keyword: "required", params: { missingProperty: "unless" }, message: "must have required property 'unless'" };
      e === null ? e = [i] : e.push(i), t++;
    }
    for (let i in s)
      if (!(i === "type" || i === "of" || i === "unless")) {
        let a = { instancePath: r, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: i }, message: "must NOT have additional properties" };
        e === null ? e = [a] : e.push(a), t++;
      }
    if (s.type !== void 0 && s.type !== "unless") {
      let i = { instancePath: r + "/type", schemaPath: "#/properties/type/const", keyword: "const", params: { allowedValue: "unless" }, message: "must be equal to constant" };
      e === null ? e = [i] : e.push(i), t++;
    }
    if (s.of !== void 0 && typeof s.of != "string") {
      let i = { instancePath: r + "/of", schemaPath: "#/$defs/repositoryRef/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [i] : e.push(i), t++;
    }
    if (s.unless !== void 0 && typeof s.unless != "string") {
      let i = { instancePath: r + "/unless", schemaPath: "#/$defs/repositoryRef/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [i] : e.push(i), t++;
    }
  } else {
    let i = { instancePath: r, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = [i] : e.push(i), t++;
  }
  return se.errors = e, t === 0;
}
se.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
function re(s, { instancePath: r = "", parentData: A, parentDataProperty: v, rootData: P = s, dynamicAnchors: $ = {} } = {}) {
  let e = null, t = 0, g = re.evaluated;
  if (g.dynamicProps && (g.props = void 0), g.dynamicItems && (g.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    if (s.type === void 0) {
      let i = { instancePath: r, schemaPath: "#/required", keyword: "required", params: { missingProperty: "type" }, message: "must have required property 'type'" };
      e === null ? e = [i] : e.push(i), t++;
    }
    if (s.of === void 0) {
      let i = { instancePath: r, schemaPath: "#/required", keyword: "required", params: { missingProperty: "of" }, message: "must have required property 'of'" };
      e === null ? e = [i] : e.push(i), t++;
    }
    if (s.where === void 0) {
      let i = { instancePath: r, schemaPath: "#/required", keyword: "required", params: { missingProperty: "where" }, message: "must have required property 'where'" };
      e === null ? e = [i] : e.push(i), t++;
    }
    for (let i in s)
      if (!(i === "type" || i === "of" || i === "where" || i === "allow_deletes")) {
        let a = { instancePath: r, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: i }, message: "must NOT have additional properties" };
        e === null ? e = [a] : e.push(a), t++;
      }
    if (s.type !== void 0 && s.type !== "filter") {
      let i = { instancePath: r + "/type", schemaPath: "#/properties/type/const", keyword: "const", params: { allowedValue: "filter" }, message: "must be equal to constant" };
      e === null ? e = [i] : e.push(i), t++;
    }
    if (s.of !== void 0 && typeof s.of != "string") {
      let i = { instancePath: r + "/of", schemaPath: "#/$defs/repositoryRef/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [i] : e.push(i), t++;
    }
    if (s.where !== void 0 && typeof s.where != "string") {
      let i = { instancePath: r + "/where", schemaPath: "#/$defs/condition/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [i] : e.push(i), t++;
    }
    if (s.allow_deletes !== void 0 && typeof s.allow_deletes != "boolean") {
      let i = { instancePath: r + "/allow_deletes", schemaPath: "#/$defs/allowDeletes/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
      e === null ? e = [i] : e.push(i), t++;
    }
  } else {
    let i = { instancePath: r, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = [i] : e.push(i), t++;
  }
  return re.errors = e, t === 0;
}
re.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
var Te = { title: "Function", description: "An exported async function of a `.ts` or `.js` module: `path#export`, without `#` the default export. Its module and what that imports are part of the definition.", type: ["string", "object"], properties: { module: { title: "Module", description: "The module's file.", type: "string", examples: ["./count.ts"] }, export: { title: "Export", description: "The name of the export.", type: "string", default: "default", examples: ["countWords"] } }, required: ["module"], additionalProperties: !1, examples: ["./count.ts#countWords", { module: "./count.ts", export: "countWords" }] };
function ie(s, { instancePath: r = "", parentData: A, parentDataProperty: v, rootData: P = s, dynamicAnchors: $ = {} } = {}) {
  let e = null, t = 0, g = ie.evaluated;
  if (g.dynamicProps && (g.props = void 0), g.dynamicItems && (g.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    if (s.type === void 0) {
      let i = { instancePath: r, schemaPath: "#/required", keyword: "required", params: { missingProperty: "type" }, message: "must have required property 'type'" };
      e === null ? e = [i] : e.push(i), t++;
    }
    if (s.of === void 0) {
      let i = { instancePath: r, schemaPath: "#/required", keyword: "required", params: { missingProperty: "of" }, message: "must have required property 'of'" };
      e === null ? e = [i] : e.push(i), t++;
    }
    for (let i in s)
      if (!(i === "type" || i === "of" || i === "value" || i === "function" || i === "where" || i === "allow_deletes")) {
        let a = { instancePath: r, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: i }, message: "must NOT have additional properties" };
        e === null ? e = [a] : e.push(a), t++;
      }
    if (s.type !== void 0 && s.type !== "map") {
      let i = { instancePath: r + "/type", schemaPath: "#/properties/type/const", keyword: "const", params: { allowedValue: "map" }, message: "must be equal to constant" };
      e === null ? e = [i] : e.push(i), t++;
    }
    if (s.of !== void 0 && typeof s.of != "string") {
      let i = { instancePath: r + "/of", schemaPath: "#/$defs/repositoryRef/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [i] : e.push(i), t++;
    }
    if (s.value !== void 0 && typeof s.value != "string") {
      let i = { instancePath: r + "/value", schemaPath: "#/properties/value/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [i] : e.push(i), t++;
    }
    if (s.function !== void 0) {
      let i = s.function;
      if (typeof i != "string" && !(i && typeof i == "object" && !Array.isArray(i))) {
        let a = { instancePath: r + "/function", schemaPath: "#/$defs/functionRef/type", keyword: "type", params: { type: Te.type }, message: "must be string,object" };
        e === null ? e = [a] : e.push(a), t++;
      }
      if (i && typeof i == "object" && !Array.isArray(i)) {
        if (i.module === void 0) {
          let a = { instancePath: r + "/function", schemaPath: "#/$defs/functionRef/required", keyword: "required", params: { missingProperty: "module" }, message: "must have required property 'module'" };
          e === null ? e = [a] : e.push(a), t++;
        }
        for (let a in i)
          if (!(a === "module" || a === "export")) {
            let o = { instancePath: r + "/function", schemaPath: "#/$defs/functionRef/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: a }, message: "must NOT have additional properties" };
            e === null ? e = [o] : e.push(o), t++;
          }
        if (i.module !== void 0 && typeof i.module != "string") {
          let a = { instancePath: r + "/function/module", schemaPath: "#/$defs/functionRef/properties/module/type", keyword: "type", params: { type: "string" }, message: "must be string" };
          e === null ? e = [a] : e.push(a), t++;
        }
        if (i.export !== void 0 && typeof i.export != "string") {
          let a = { instancePath: r + "/function/export", schemaPath: "#/$defs/functionRef/properties/export/type", keyword: "type", params: { type: "string" }, message: "must be string" };
          e === null ? e = [a] : e.push(a), t++;
        }
      }
    }
    if (s.where !== void 0 && typeof s.where != "string") {
      let i = { instancePath: r + "/where", schemaPath: "#/$defs/condition/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [i] : e.push(i), t++;
    }
    if (s.allow_deletes !== void 0 && typeof s.allow_deletes != "boolean") {
      let i = { instancePath: r + "/allow_deletes", schemaPath: "#/$defs/allowDeletes/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
      e === null ? e = [i] : e.push(i), t++;
    }
  } else {
    let i = { instancePath: r, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = [i] : e.push(i), t++;
  }
  return ie.errors = e, t === 0;
}
ie.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
function ae(s, { instancePath: r = "", parentData: A, parentDataProperty: v, rootData: P = s, dynamicAnchors: $ = {} } = {}) {
  let e = null, t = 0, g = ae.evaluated;
  if (g.dynamicProps && (g.props = void 0), g.dynamicItems && (g.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    if (s.type === void 0) {
      let i = { instancePath: r, schemaPath: "#/required", keyword: "required", params: { missingProperty: "type" }, message: "must have required property 'type'" };
      e === null ? e = [i] : e.push(i), t++;
    }
    if (s.of === void 0) {
      let i = { instancePath: r, schemaPath: "#/required", keyword: "required", params: { missingProperty: "of" }, message: "must have required property 'of'" };
      e === null ? e = [i] : e.push(i), t++;
    }
    if (s.translator === void 0) {
      let i = { instancePath: r, schemaPath: "#/required", keyword: "required", params: { missingProperty: "translator" }, message: "must have required property 'translator'" };
      e === null ? e = [i] : e.push(i), t++;
    }
    for (let i in s)
      if (!(i === "type" || i === "of" || i === "translator" || i === "allow_deletes")) {
        let a = { instancePath: r, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: i }, message: "must NOT have additional properties" };
        e === null ? e = [a] : e.push(a), t++;
      }
    if (s.type !== void 0 && s.type !== "related") {
      let i = { instancePath: r + "/type", schemaPath: "#/properties/type/const", keyword: "const", params: { allowedValue: "related" }, message: "must be equal to constant" };
      e === null ? e = [i] : e.push(i), t++;
    }
    if (s.of !== void 0 && typeof s.of != "string") {
      let i = { instancePath: r + "/of", schemaPath: "#/$defs/repositoryRef/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [i] : e.push(i), t++;
    }
    if (s.translator !== void 0 && typeof s.translator != "string") {
      let i = { instancePath: r + "/translator", schemaPath: "#/$defs/repositoryRef/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [i] : e.push(i), t++;
    }
    if (s.allow_deletes !== void 0 && typeof s.allow_deletes != "boolean") {
      let i = { instancePath: r + "/allow_deletes", schemaPath: "#/$defs/allowDeletes/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
      e === null ? e = [i] : e.push(i), t++;
    }
  } else {
    let i = { instancePath: r, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = [i] : e.push(i), t++;
  }
  return ae.errors = e, t === 0;
}
ae.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
function oe(s, { instancePath: r = "", parentData: A, parentDataProperty: v, rootData: P = s, dynamicAnchors: $ = {} } = {}) {
  let e = null, t = 0, g = oe.evaluated;
  if (g.dynamicProps && (g.props = void 0), g.dynamicItems && (g.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    if (s.type === void 0) {
      let i = { instancePath: r, schemaPath: "#/required", keyword: "required", params: { missingProperty: "type" }, message: "must have required property 'type'" };
      e === null ? e = [i] : e.push(i), t++;
    }
    if (s.of === void 0) {
      let i = { instancePath: r, schemaPath: "#/required", keyword: "required", params: { missingProperty: "of" }, message: "must have required property 'of'" };
      e === null ? e = [i] : e.push(i), t++;
    }
    if (s.fallback === void 0) {
      let i = { instancePath: r, schemaPath: "#/required", keyword: "required", params: { missingProperty: "fallback" }, message: "must have required property 'fallback'" };
      e === null ? e = [i] : e.push(i), t++;
    }
    for (let i in s)
      if (!(i === "type" || i === "of" || i === "fallback")) {
        let a = { instancePath: r, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: i }, message: "must NOT have additional properties" };
        e === null ? e = [a] : e.push(a), t++;
      }
    if (s.type !== void 0 && s.type !== "fallback") {
      let i = { instancePath: r + "/type", schemaPath: "#/properties/type/const", keyword: "const", params: { allowedValue: "fallback" }, message: "must be equal to constant" };
      e === null ? e = [i] : e.push(i), t++;
    }
    if (s.of !== void 0 && typeof s.of != "string") {
      let i = { instancePath: r + "/of", schemaPath: "#/$defs/repositoryRef/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [i] : e.push(i), t++;
    }
    if (s.fallback !== void 0 && typeof s.fallback != "string") {
      let i = { instancePath: r + "/fallback", schemaPath: "#/$defs/repositoryRef/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [i] : e.push(i), t++;
    }
  } else {
    let i = { instancePath: r, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = [i] : e.push(i), t++;
  }
  return oe.errors = e, t === 0;
}
oe.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
function ne(s, { instancePath: r = "", parentData: A, parentDataProperty: v, rootData: P = s, dynamicAnchors: $ = {} } = {}) {
  let e = null, t = 0, g = ne.evaluated;
  if (g.dynamicProps && (g.props = void 0), g.dynamicItems && (g.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    if (s.type === void 0) {
      let o = { instancePath: r, schemaPath: "#/required", keyword: "required", params: { missingProperty: "type" }, message: "must have required property 'type'" };
      e === null ? e = [o] : e.push(o), t++;
    }
    let a = s.type;
    if (typeof a == "string")
      if (a === "file") {
        U(s, { instancePath: r, parentData: A, parentDataProperty: v, rootData: P, dynamicAnchors: $ }) || (e = e === null ? U.errors : e.concat(U.errors), t = e.length);
        var i = !0;
      } else if (a === "directory")
        X(s, { instancePath: r, parentData: A, parentDataProperty: v, rootData: P, dynamicAnchors: $ }) || (e = e === null ? X.errors : e.concat(X.errors), t = e.length), i !== !0 && (i = !0);
      else if (a === "yaml")
        D(s, { instancePath: r, parentData: A, parentDataProperty: v, rootData: P, dynamicAnchors: $ }) || (e = e === null ? D.errors : e.concat(D.errors), t = e.length), i !== !0 && (i = !0);
      else if (a === "json")
        D(s, { instancePath: r, parentData: A, parentDataProperty: v, rootData: P, dynamicAnchors: $ }) || (e = e === null ? D.errors : e.concat(D.errors), t = e.length), i !== !0 && (i = !0);
      else if (a === "compressed")
        Q(s, { instancePath: r, parentData: A, parentDataProperty: v, rootData: P, dynamicAnchors: $ }) || (e = e === null ? Q.errors : e.concat(Q.errors), t = e.length), i !== !0 && (i = !0);
      else if (a === "tar")
        Y(s, { instancePath: r, parentData: A, parentDataProperty: v, rootData: P, dynamicAnchors: $ }) || (e = e === null ? Y.errors : e.concat(Y.errors), t = e.length), i !== !0 && (i = !0);
      else if (a === "tree")
        ee(s, { instancePath: r, parentData: A, parentDataProperty: v, rootData: P, dynamicAnchors: $ }) || (e = e === null ? ee.errors : e.concat(ee.errors), t = e.length), i !== !0 && (i = !0);
      else if (a === "memory")
        te(s, { instancePath: r, parentData: A, parentDataProperty: v, rootData: P, dynamicAnchors: $ }) || (e = e === null ? te.errors : e.concat(te.errors), t = e.length), i !== !0 && (i = !0);
      else if (a === "and")
        S(s, { instancePath: r, parentData: A, parentDataProperty: v, rootData: P, dynamicAnchors: $ }) || (e = e === null ? S.errors : e.concat(S.errors), t = e.length), i !== !0 && (i = !0);
      else if (a === "or")
        S(s, { instancePath: r, parentData: A, parentDataProperty: v, rootData: P, dynamicAnchors: $ }) || (e = e === null ? S.errors : e.concat(S.errors), t = e.length), i !== !0 && (i = !0);
      else if (a === "unless")
        se(s, { instancePath: r, parentData: A, parentDataProperty: v, rootData: P, dynamicAnchors: $ }) || (e = e === null ? se.errors : e.concat(se.errors), t = e.length), i !== !0 && (i = !0);
      else if (a === "filter")
        re(s, { instancePath: r, parentData: A, parentDataProperty: v, rootData: P, dynamicAnchors: $ }) || (e = e === null ? re.errors : e.concat(re.errors), t = e.length), i !== !0 && (i = !0);
      else if (a === "map")
        ie(s, { instancePath: r, parentData: A, parentDataProperty: v, rootData: P, dynamicAnchors: $ }) || (e = e === null ? ie.errors : e.concat(ie.errors), t = e.length), i !== !0 && (i = !0);
      else if (a === "related")
        ae(s, { instancePath: r, parentData: A, parentDataProperty: v, rootData: P, dynamicAnchors: $ }) || (e = e === null ? ae.errors : e.concat(ae.errors), t = e.length), i !== !0 && (i = !0);
      else if (a === "fallback")
        oe(s, { instancePath: r, parentData: A, parentDataProperty: v, rootData: P, dynamicAnchors: $ }) || (e = e === null ? oe.errors : e.concat(oe.errors), t = e.length), i !== !0 && (i = !0);
      else {
        let o = { instancePath: r, schemaPath: "#/discriminator", keyword: "discriminator", params: { error: "mapping", tag: "type", tagValue: a }, message: 'value of tag "type" must be in oneOf' };
        e === null ? e = [o] : e.push(o), t++;
      }
    else {
      let o = { instancePath: r, schemaPath: "#/discriminator", keyword: "discriminator", params: { error: "tag", tag: "type", tagValue: a }, message: 'tag "type" must be string' };
      e === null ? e = [o] : e.push(o), t++;
    }
  } else {
    let a = { instancePath: r, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = [a] : e.push(a), t++;
  }
  return ne.errors = e, g.props = i, t === 0;
}
ne.evaluated = { dynamicProps: !0, dynamicItems: !1 };
var Se = { title: "Quantity", description: "A number, or one with a suffix as in Kubernetes: n u m k M G T P E, or Ki Mi Gi Ti Pi Ei.", type: ["number", "string"], minimum: 0, pattern: "^\\+?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+|[numkKMGTPE]|[KMGTPE]i)?$", $comment: "a number, or one with a suffix such as `500m`, `1.5G` or `8Gi`", examples: [1, "500m", "8Gi"] }, Fe = new RegExp("^\\+?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+|[numkKMGTPE]|[KMGTPE]i)?$", "u"), $t = new RegExp("^0*[1-9][0-9]*/(s|sec|min|m|h|d|[0-9].*)$", "u");
function pe(s, { instancePath: r = "", parentData: A, parentDataProperty: v, rootData: P = s, dynamicAnchors: $ = {} } = {}) {
  let e = null, t = 0, g = pe.evaluated;
  if (g.dynamicProps && (g.props = void 0), g.dynamicItems && (g.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    for (let a in s) {
      let o = t;
      if (typeof a == "string") {
        if (!j.test(a)) {
          let f = { instancePath: r, schemaPath: "#/$defs/plainName/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_-]*$" }, message: 'must match pattern "^[A-Za-z_][A-Za-z0-9_-]*$"', propertyName: a };
          e === null ? e = [f] : e.push(f), t++;
        }
      } else {
        let f = { instancePath: r, schemaPath: "#/$defs/plainName/type", keyword: "type", params: { type: "string" }, message: "must be string", propertyName: a };
        e === null ? e = [f] : e.push(f), t++;
      }
      var i = o === t;
      if (!i) {
        let f = { instancePath: r, schemaPath: "#/propertyNames", keyword: "propertyNames", params: { propertyName: a }, message: "property name must be valid" };
        e === null ? e = [f] : e.push(f), t++;
      }
    }
    for (let a in s)
      if (!(a === "cpu" || a === "memory" || a === "launches")) {
        let o = s[a];
        if (!(typeof o == "number" && isFinite(o)) && typeof o != "string") {
          let f = { instancePath: r + "/" + a.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/$defs/quantity/type", keyword: "type", params: { type: Se.type }, message: "must be number,string" };
          e === null ? e = [f] : e.push(f), t++;
        }
        if (typeof o == "number" && isFinite(o) && (o < 0 || isNaN(o))) {
          let f = { instancePath: r + "/" + a.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/$defs/quantity/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
          e === null ? e = [f] : e.push(f), t++;
        }
        if (typeof o == "string" && !Fe.test(o)) {
          let f = { instancePath: r + "/" + a.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/$defs/quantity/pattern", keyword: "pattern", params: { pattern: "^\\+?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+|[numkKMGTPE]|[KMGTPE]i)?$" }, message: 'must match pattern "^\\+?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+|[numkKMGTPE]|[KMGTPE]i)?$"' };
          e === null ? e = [f] : e.push(f), t++;
        }
      }
    if (s.cpu !== void 0) {
      let a = s.cpu;
      if (!(typeof a == "number" && isFinite(a)) && typeof a != "string") {
        let o = { instancePath: r + "/cpu", schemaPath: "#/$defs/quantity/type", keyword: "type", params: { type: Se.type }, message: "must be number,string" };
        e === null ? e = [o] : e.push(o), t++;
      }
      if (typeof a == "number" && isFinite(a) && (a < 0 || isNaN(a))) {
        let o = { instancePath: r + "/cpu", schemaPath: "#/$defs/quantity/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
        e === null ? e = [o] : e.push(o), t++;
      }
      if (typeof a == "string" && !Fe.test(a)) {
        let o = { instancePath: r + "/cpu", schemaPath: "#/$defs/quantity/pattern", keyword: "pattern", params: { pattern: "^\\+?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+|[numkKMGTPE]|[KMGTPE]i)?$" }, message: 'must match pattern "^\\+?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+|[numkKMGTPE]|[KMGTPE]i)?$"' };
        e === null ? e = [o] : e.push(o), t++;
      }
    }
    if (s.memory !== void 0) {
      let a = s.memory;
      if (!(typeof a == "number" && isFinite(a)) && typeof a != "string") {
        let o = { instancePath: r + "/memory", schemaPath: "#/$defs/quantity/type", keyword: "type", params: { type: Se.type }, message: "must be number,string" };
        e === null ? e = [o] : e.push(o), t++;
      }
      if (typeof a == "number" && isFinite(a) && (a < 0 || isNaN(a))) {
        let o = { instancePath: r + "/memory", schemaPath: "#/$defs/quantity/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
        e === null ? e = [o] : e.push(o), t++;
      }
      if (typeof a == "string" && !Fe.test(a)) {
        let o = { instancePath: r + "/memory", schemaPath: "#/$defs/quantity/pattern", keyword: "pattern", params: { pattern: "^\\+?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+|[numkKMGTPE]|[KMGTPE]i)?$" }, message: 'must match pattern "^\\+?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+|[numkKMGTPE]|[KMGTPE]i)?$"' };
        e === null ? e = [o] : e.push(o), t++;
      }
    }
    if (s.launches !== void 0) {
      let a = s.launches;
      if (typeof a == "string") {
        if (!$t.test(a)) {
          let o = { instancePath: r + "/launches", schemaPath: "#/properties/launches/pattern", keyword: "pattern", params: { pattern: "^0*[1-9][0-9]*/(s|sec|min|m|h|d|[0-9].*)$" }, message: 'must match pattern "^0*[1-9][0-9]*/(s|sec|min|m|h|d|[0-9].*)$"' };
          e === null ? e = [o] : e.push(o), t++;
        }
      } else {
        let o = { instancePath: r + "/launches", schemaPath: "#/properties/launches/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        e === null ? e = [o] : e.push(o), t++;
      }
    }
  } else {
    let a = { instancePath: r, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = [a] : e.push(a), t++;
  }
  return pe.errors = e, t === 0;
}
pe.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
var xe = { title: "Task", description: "What to do once per key. Exactly one of `use`, `run`, `exec`, `function`, `tube` and `steps` says how.", type: "object", properties: { description: { title: "Description", description: "What the task does, for people.", type: "string", examples: ["Render each book's report"] }, use: { title: "Recipe", description: "A recipe's file, or the name of a built-in one.", type: "string", examples: ["./recipes/report.yaml", "compile-c"] }, run: { title: "Shell text", description: "A template of shell text. Values are quoted as the place needs.", type: "string", examples: ["wc -w < {{ book }} > {{ count }}"] }, exec: { title: "Command", description: "A program and its arguments, each a template, run without a shell.", type: "array", minItems: 1, items: { title: "Argument", description: "The program, or one argument.", type: "string", examples: ["{{ book }}"] }, examples: [["gzip", "-k", "{{ book }}"]] }, function: { $ref: "#/$defs/functionRef" }, steps: { $ref: "#/$defs/steps" }, tube: { title: "Tube", description: "A tube file; a job is one epoch of it. Inputs fill its process inputs by their names, `params` its other inputs, and the entries of its return are written to the outputs.", type: "string", examples: ["./words.tube.yaml"] }, assets: { title: "Assets", description: "Live objects of the pipeline's `assets:` that the function or tube is handed, by their names.", type: "array", items: { $ref: "#/$defs/identifier" }, examples: [["db"]] }, shell: { $ref: "#/$defs/shell" }, cwd: { title: "Working directory", description: "Where jobs run. By default the root pipeline's folder.", type: "string", examples: ["packages/site"] }, inputs: { title: "Inputs", description: "What jobs read, by the name that templates use.", type: "object", propertyNames: { $ref: "#/$defs/linkName" }, additionalProperties: { $ref: "#/$defs/input" }, examples: [{ book: "books/{key}.txt" }] }, outputs: { title: "Outputs", description: "What jobs write, by the name that templates use.", type: "object", propertyNames: { $ref: "#/$defs/linkName" }, additionalProperties: { $ref: "#/$defs/output" }, examples: [{ count: "build/counts/{key}.txt" }] }, links: { title: "Links", description: "Ties to repositories in the general form.", type: "object", propertyNames: { $ref: "#/$defs/linkName" }, additionalProperties: { $ref: "#/$defs/link" }, examples: [{ banned: { repository: "banned", inhibits_start: !0 } }] }, plug: { title: "Plug", description: "Tasks whose outputs this one takes over as inputs, together with what else their links ask of a consumer.", type: "array", minItems: 1, items: { $ref: "#/$defs/plug" }, examples: [["report", { task: "author", translator: "author_of" }]] }, params: { title: "Parameters", description: "Values for the recipe's parameters, or that this task's templates may name. A text may be a template over the pipeline's parameters.", type: "object", propertyNames: { $ref: "#/$defs/identifier" }, additionalProperties: { title: "Value", description: "Any value; a recipe checks it against the port.", examples: [80, "{{ language }}"] }, examples: [{ width: 80 }] }, env: { $ref: "#/$defs/environment" }, stdin: { title: "Standard input", description: "The repository that jobs read as standard input, or the name of one of the inputs.", $ref: "#/$defs/input", examples: ["books"] }, stdout: { title: "Standard output", description: "Where standard output goes: the name of one of the outputs, or a repository, which then is status.", $ref: "#/$defs/output", examples: ["report"] }, stderr: { title: "Standard error", description: "Where standard error goes: the name of one of the outputs, a repository, which then is status, or `stdout` for where standard output goes.", $ref: "#/$defs/output", examples: ["logs"] }, logs: { title: "Logs", description: "A repository that gets every job's log, also after a failure.", $ref: "#/$defs/output", examples: ["logs"] }, done: { title: "Done", description: "A repository that gets a record of every job's end: success, exit code, start and end time, whether it timed out or was cancelled, executor.", $ref: "#/$defs/output", examples: ["done"] }, live: { title: "Live", description: "A repository that has a record of every job while it runs. It belongs to pipe: what lies there when a build begins is removed.", $ref: "#/$defs/output", examples: ["live"] }, quota: { $ref: "#/$defs/quota" }, fallback_quota: { title: "Fallback quota", description: "What a job takes of the same pool when it is tried again after a failure, such as more memory.", $ref: "#/$defs/quota", examples: [{ cpu: 1, memory: "2Gi" }] }, priority: { title: "Priority", description: "Jobs of a higher one start first: a number, a template that renders as one, or a function that returns one. It is worked out when a job could start, and never makes a job out of date.", type: ["number", "string", "object"], pattern: "\\{[{%]", $comment: "a number, a template such as `{{ book.size }}`, or `{ function: MODULE#EXPORT }`", default: 0, properties: { function: { $ref: "#/$defs/functionRef" } }, required: ["function"], additionalProperties: !1, examples: [10, "{{ book.size }}", { function: "./rank.ts#rank" }] }, timeout: { title: "Timeout", description: "A job that runs longer is killed and fails. For a service: how long it may take until it is ready, by default 5m.", $ref: "#/$defs/duration", examples: ["10m"] }, retry: { $ref: "#/$defs/retry" }, rerun: { title: "Rerun", description: "When a job that succeeded runs again: when something changed, never while it is done, or in every build.", enum: ["changed", "once", "always"], default: "changed", examples: ["changed"] }, on_change: { title: "On change", description: "In a watch: what becomes of a job whose inputs change while it runs. Either way its result is dropped and it runs again: `queue` lets it end first, `restart` kills it at once.", enum: ["queue", "restart"], default: "queue", examples: ["restart"] }, failure_ok: { title: "Failure is ok", description: "Consumers start even after this task's job failed.", type: "boolean", default: !1, examples: [!0] }, service: { title: "Service", description: "The job is a process that stays, such as a server: it is started when a job that `needs` it must run, in a watch at once, and ended with the build or the watch. It has no outputs.", type: "boolean", default: !1, examples: [!0] }, ready_when: { $ref: "#/$defs/readyWhen" }, needs: { title: "Needs", description: "Services that have to be ready while this task's jobs run. What a service is started from counts as an input.", type: "array", items: { title: "Service", description: "The name of a task with `service: true`.", type: "string", examples: ["api"] }, uniqueItems: !0, examples: [["api"]] }, long_running: { title: "Long-running", description: "Jobs run for as long as they like, such as a fuzzer or a crawler: no consumer waits for them, they take no slot of other jobs, and to be ended by their `timeout` is their success.", type: "boolean", default: !1, examples: [!0] }, default: { title: "Default", description: "Whether a build without targets includes the task.", type: "boolean", default: !0, examples: [!1] }, disabled: { title: "Disabled", description: "The task is checked but never run, and owns nothing.", type: "boolean", default: !1, examples: [!0] }, tools: { title: "Tools", description: "Programs whose file's content is part of the definition.", type: "array", items: { title: "Tool", description: "A program's name on the PATH, or its path.", type: "string", examples: ["pandoc"] }, examples: [["pandoc"]] }, sources: { title: "Sources", description: "Further files, as globs, that every job of the task depends on; `!` takes out.", type: "array", items: { title: "Glob", description: "A path with `*` and `**`, or with `!` one that is left out.", type: "string", examples: ["templates/**"] }, examples: [["templates/**", "!templates/old/**"]] }, depfile: { title: "Depfile", description: "`make`: the job writes the files it read to `{{ depfile }}`, in Make's format; they count as inputs from then on.", enum: ["make", "none"], default: "none", examples: ["make"] }, max_concurrent: { title: "Most at once", description: "How many jobs of the task may run at once.", type: "integer", minimum: 1, examples: [2] }, replicable: { title: "Replicable", description: "A job may run several times at once as long as no other needs the room. `PIPE_REPLICA` and `REPLICA_ID` number its replicas from 0, and it succeeds when all of them have.", type: "boolean", default: !1, examples: [!0] }, max_replicas: { title: "Most replicas", description: "How many replicas of one job may run at once, the first included. By default as many as there is room for.", type: "integer", minimum: 1, examples: [4] }, priority_factor: { title: "Priority factor", description: "Replica `n` has the job's priority times this `n` times over, so that other jobs' replicas come before it.", type: "number", exclusiveMinimum: 0, maximum: 1, default: 1, examples: [0.5] }, priority_addend: { title: "Priority addend", description: "Replica `n` has the job's priority less `n` times this, before `priority_factor`.", type: "number", minimum: 0, default: 0, examples: [1] }, exit_codes: { $ref: "#/$defs/exitCodes" } }, additionalProperties: !1, oneOf: [{ required: ["use"] }, { required: ["run"] }, { required: ["exec"] }, { required: ["function"] }, { required: ["tube"] }, { required: ["steps"] }], examples: [{ inputs: { book: "books/{key}.txt" }, outputs: { count: "build/counts/{key}.txt" }, run: "wc -w < {{ book }} > {{ count }}" }] };
var xt = { title: "Environment", description: "Variables that jobs get; the values are templates and part of the definition.", type: "object", propertyNames: { type: "string", pattern: "^[A-Za-z_][A-Za-z0-9_]*$", $comment: "letters, digits and `_`, not starting with a digit" }, additionalProperties: { title: "Value", description: "The value, a template.", type: ["string", "number", "boolean"], examples: ["1", "{{ language }}"] }, examples: [{ OMP_NUM_THREADS: "1" }] };
var je = Xe().default;
var et = { title: "Step", description: "A command, a function, a recipe to launch, a choice, a loop, or the end.", type: "object", properties: { name: { title: "Name", description: "What the step is called where its position is shown.", type: "string", pattern: "^[A-Za-z_][A-Za-z0-9_-]*$", $comment: "a letter or `_`, then letters, digits, `_` or `-`", examples: ["fetch"] }, run: { title: "Shell text", description: "A template of shell text. What it appends to the file `$PIPE_CTX`, a JSON object a line, goes into the context.", type: "string", examples: [`echo '{"pages": 3}' >> "$PIPE_CTX"`] }, exec: { title: "Command", description: "A program and its arguments, each a template, run without a shell.", type: "array", minItems: 1, items: { title: "Argument", description: "The program, or one argument.", type: "string", examples: ["{{ book }}"] }, examples: [["gzip", "-k", "{{ book }}"]] }, shell: { title: "Shell", description: "The shell of `run:` with its arguments. By default `/bin/sh -eu`.", type: "array", minItems: 1, items: { title: "Word", description: "The shell's path, or an argument.", type: "string", examples: ["bash"] }, examples: [["bash", "-euo", "pipefail"]] }, function: { $ref: "#/$defs/functionRef" }, launch: { title: "Launch", description: "A recipe that runs as a child of the job; the next step waits for it.", type: "string", examples: ["./recipes/page.yaml"] }, together: { title: "Together", description: "Launches that run beside each other; the next step waits for all of them. If one fails, the others are ended.", type: "array", minItems: 1, items: { $ref: "#/$defs/launch" }, examples: [[{ launch: "./cover.yaml", into: "cover" }, { launch: "./index.yaml", into: "index" }]] }, inputs: { title: "Inputs", description: "What the launched recipe reads, by port. A text is a template; one that is only `{{ \u2026 }}` gives the value as it is.", type: "object", propertyNames: { $ref: "#/$defs/identifier" }, additionalProperties: { title: "Value", description: "A path, or for a record its value.", examples: ["{{ book }}"] }, examples: [{ page: "{{ ctx.page }}" }] }, params: { title: "Parameters", description: "Parameters of the launched recipe, as under `inputs`.", type: "object", propertyNames: { $ref: "#/$defs/identifier" }, additionalProperties: { title: "Value", description: "A value, or a template of one.", examples: ["{{ ctx.width }}"] }, examples: [{ width: 80 }] }, outputs: { title: "Outputs", description: "Where the launched recipe writes, by port, each a template of a path. Without an entry it is a file in a folder of the child's own.", type: "object", propertyNames: { $ref: "#/$defs/identifier" }, additionalProperties: { title: "Path", description: "A template of the path.", type: "string", examples: ["{{ report }}"] }, examples: [{ html: "{{ report }}" }] }, into: { title: "Into", description: "The name in the context for what the child leaves: the paths of its outputs by their ports, and its own context.", type: "string", pattern: "^[A-Za-z_][A-Za-z0-9_-]*$", $comment: "a letter or `_`, then letters, digits, `_` or `-`", examples: ["page"] }, append: { title: "Append", description: "Whether it goes to the end of a list there, rather than in its place.", type: "boolean", default: !1, examples: [!0] }, if: { title: "If", description: "A condition; `then` runs if it holds, else the first of `elif` that does, else `else`.", type: "string", examples: ["ctx.pages > 10"] }, then: { $ref: "#/$defs/steps" }, elif: { title: "Else if", description: "Further conditions, in order.", type: "array", minItems: 1, items: { title: "Branch", description: "A condition with its steps.", type: "object", properties: { if: { title: "If", description: "A condition.", type: "string", examples: ["ctx.pages > 5"] }, then: { $ref: "#/$defs/steps" } }, required: ["if", "then"], additionalProperties: !1, examples: [{ if: "ctx.pages > 5", then: [{ run: "./fold" }] }] }, examples: [[{ if: "ctx.pages > 5", then: [{ run: "./fold" }] }]] }, else: { $ref: "#/$defs/steps" }, while: { title: "While", description: "A condition; `do` runs as long as it holds.", type: "string", examples: ["ctx.page < ctx.pages"] }, do: { $ref: "#/$defs/steps" }, return: { title: "Return", description: "Ends the job: with success for 0 or nothing, else with that exit status.", type: ["integer", "null"], minimum: 0, maximum: 255, examples: [0] } }, additionalProperties: !1, oneOf: [{ required: ["run"] }, { required: ["exec"] }, { required: ["function"] }, { required: ["launch"] }, { required: ["together"] }, { required: ["if"] }, { required: ["while"] }, { required: ["return"] }], dependentRequired: { shell: ["run"], if: ["then"], while: ["do"], then: ["if"], elif: ["if"], else: ["if"], do: ["while"], inputs: ["launch"], params: ["launch"], outputs: ["launch"], into: ["launch"], append: ["into"] }, examples: [{ name: "fetch", run: "./fetch {{ book }} > {{ work }}/raw" }] };
function le(s, { instancePath: r = "", parentData: A, parentDataProperty: v, rootData: P = s, dynamicAnchors: $ = {} } = {}) {
  let e = null, t = 0, g = le.evaluated;
  if (g.dynamicProps && (g.props = void 0), g.dynamicItems && (g.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    if (s.launch === void 0) {
      let f = { instancePath: r, schemaPath: "#/required", keyword: "required", params: { missingProperty: "launch" }, message: "must have required property 'launch'" };
      e === null ? e = [f] : e.push(f), t++;
    }
    for (let f in s)
      if (!(f === "name" || f === "launch" || f === "inputs" || f === "params" || f === "outputs" || f === "into" || f === "append")) {
        let d = { instancePath: r, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: f }, message: "must NOT have additional properties" };
        e === null ? e = [d] : e.push(d), t++;
      }
    if (s.name !== void 0) {
      let f = s.name;
      if (typeof f == "string") {
        if (!j.test(f)) {
          let d = { instancePath: r + "/name", schemaPath: "#/properties/name/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_-]*$" }, message: 'must match pattern "^[A-Za-z_][A-Za-z0-9_-]*$"' };
          e === null ? e = [d] : e.push(d), t++;
        }
      } else {
        let d = { instancePath: r + "/name", schemaPath: "#/properties/name/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        e === null ? e = [d] : e.push(d), t++;
      }
    }
    if (s.launch !== void 0 && typeof s.launch != "string") {
      let f = { instancePath: r + "/launch", schemaPath: "#/properties/launch/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [f] : e.push(f), t++;
    }
    if (s.inputs !== void 0) {
      let f = s.inputs;
      if (f && typeof f == "object" && !Array.isArray(f))
        for (let d in f) {
          let y = t;
          if (typeof d == "string") {
            if (!j.test(d)) {
              let b = { instancePath: r + "/inputs", schemaPath: "#/$defs/identifier/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_-]*$" }, message: 'must match pattern "^[A-Za-z_][A-Za-z0-9_-]*$"', propertyName: d };
              e === null ? e = [b] : e.push(b), t++;
            }
          } else {
            let b = { instancePath: r + "/inputs", schemaPath: "#/$defs/identifier/type", keyword: "type", params: { type: "string" }, message: "must be string", propertyName: d };
            e === null ? e = [b] : e.push(b), t++;
          }
          var i = y === t;
          if (!i) {
            let b = { instancePath: r + "/inputs", schemaPath: "#/properties/inputs/propertyNames", keyword: "propertyNames", params: { propertyName: d }, message: "property name must be valid" };
            e === null ? e = [b] : e.push(b), t++;
          }
        }
      else {
        let d = { instancePath: r + "/inputs", schemaPath: "#/properties/inputs/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        e === null ? e = [d] : e.push(d), t++;
      }
    }
    if (s.params !== void 0) {
      let f = s.params;
      if (f && typeof f == "object" && !Array.isArray(f))
        for (let d in f) {
          let y = t;
          if (typeof d == "string") {
            if (!j.test(d)) {
              let b = { instancePath: r + "/params", schemaPath: "#/$defs/identifier/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_-]*$" }, message: 'must match pattern "^[A-Za-z_][A-Za-z0-9_-]*$"', propertyName: d };
              e === null ? e = [b] : e.push(b), t++;
            }
          } else {
            let b = { instancePath: r + "/params", schemaPath: "#/$defs/identifier/type", keyword: "type", params: { type: "string" }, message: "must be string", propertyName: d };
            e === null ? e = [b] : e.push(b), t++;
          }
          var a = y === t;
          if (!a) {
            let b = { instancePath: r + "/params", schemaPath: "#/properties/params/propertyNames", keyword: "propertyNames", params: { propertyName: d }, message: "property name must be valid" };
            e === null ? e = [b] : e.push(b), t++;
          }
        }
      else {
        let d = { instancePath: r + "/params", schemaPath: "#/properties/params/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        e === null ? e = [d] : e.push(d), t++;
      }
    }
    if (s.outputs !== void 0) {
      let f = s.outputs;
      if (f && typeof f == "object" && !Array.isArray(f)) {
        for (let d in f) {
          let y = t;
          if (typeof d == "string") {
            if (!j.test(d)) {
              let b = { instancePath: r + "/outputs", schemaPath: "#/$defs/identifier/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_-]*$" }, message: 'must match pattern "^[A-Za-z_][A-Za-z0-9_-]*$"', propertyName: d };
              e === null ? e = [b] : e.push(b), t++;
            }
          } else {
            let b = { instancePath: r + "/outputs", schemaPath: "#/$defs/identifier/type", keyword: "type", params: { type: "string" }, message: "must be string", propertyName: d };
            e === null ? e = [b] : e.push(b), t++;
          }
          var o = y === t;
          if (!o) {
            let b = { instancePath: r + "/outputs", schemaPath: "#/properties/outputs/propertyNames", keyword: "propertyNames", params: { propertyName: d }, message: "property name must be valid" };
            e === null ? e = [b] : e.push(b), t++;
          }
        }
        for (let d in f)
          if (typeof f[d] != "string") {
            let y = { instancePath: r + "/outputs/" + d.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/outputs/additionalProperties/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            e === null ? e = [y] : e.push(y), t++;
          }
      } else {
        let d = { instancePath: r + "/outputs", schemaPath: "#/properties/outputs/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        e === null ? e = [d] : e.push(d), t++;
      }
    }
    if (s.into !== void 0) {
      let f = s.into;
      if (typeof f == "string") {
        if (!j.test(f)) {
          let d = { instancePath: r + "/into", schemaPath: "#/properties/into/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_-]*$" }, message: 'must match pattern "^[A-Za-z_][A-Za-z0-9_-]*$"' };
          e === null ? e = [d] : e.push(d), t++;
        }
      } else {
        let d = { instancePath: r + "/into", schemaPath: "#/properties/into/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        e === null ? e = [d] : e.push(d), t++;
      }
    }
    if (s.append !== void 0 && typeof s.append != "boolean") {
      let f = { instancePath: r + "/append", schemaPath: "#/properties/append/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
      e === null ? e = [f] : e.push(f), t++;
    }
    if (s.append !== void 0 && s.into === void 0) {
      let f = { instancePath: r, schemaPath: "#/dependentRequired", keyword: "dependentRequired", params: {
        property: "append",
        missingProperty: "into",
        depsCount: 1,
        deps: "into"
      }, message: "must have property into when property append is present" };
      e === null ? e = [f] : e.push(f), t++;
    }
  } else {
    let f = { instancePath: r, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = [f] : e.push(f), t++;
  }
  return le.errors = e, t === 0;
}
le.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
var I = { validate: G };
function me(s, { instancePath: r = "", parentData: A, parentDataProperty: v, rootData: P = s, dynamicAnchors: $ = {} } = {}) {
  let e = null, t = 0, g = me.evaluated;
  g.dynamicProps && (g.props = void 0), g.dynamicItems && (g.items = void 0);
  let i = t, a = !1, o = null, f = t;
  if (s && typeof s == "object" && !Array.isArray(s) && s.run === void 0) {
    let m = { instancePath: r, schemaPath: "#/oneOf/0/required", keyword: "required", params: { missingProperty: "run" }, message: "must have required property 'run'" };
    e === null ? e = [m] : e.push(m), t++;
  }
  var y = f === t;
  y && (a = !0, o = 0);
  let d = t;
  if (s && typeof s == "object" && !Array.isArray(s) && s.exec === void 0) {
    let m = { instancePath: r, schemaPath: "#/oneOf/1/required", keyword: "required", params: { missingProperty: "exec" }, message: "must have required property 'exec'" };
    e === null ? e = [m] : e.push(m), t++;
  }
  var y = d === t;
  if (y && a)
    a = !1, o = [o, 1];
  else {
    y && (a = !0, o = 1);
    let m = t;
    if (s && typeof s == "object" && !Array.isArray(s) && s.function === void 0) {
      let p = { instancePath: r, schemaPath: "#/oneOf/2/required", keyword: "required", params: { missingProperty: "function" }, message: "must have required property 'function'" };
      e === null ? e = [p] : e.push(p), t++;
    }
    var y = m === t;
    if (y && a)
      a = !1, o = [o, 2];
    else {
      y && (a = !0, o = 2);
      let p = t;
      if (s && typeof s == "object" && !Array.isArray(s) && s.launch === void 0) {
        let l = { instancePath: r, schemaPath: "#/oneOf/3/required", keyword: "required", params: { missingProperty: "launch" }, message: "must have required property 'launch'" };
        e === null ? e = [l] : e.push(l), t++;
      }
      var y = p === t;
      if (y && a)
        a = !1, o = [o, 3];
      else {
        y && (a = !0, o = 3);
        let l = t;
        if (s && typeof s == "object" && !Array.isArray(s) && s.together === void 0) {
          let w = { instancePath: r, schemaPath: "#/oneOf/4/required", keyword: "required", params: { missingProperty: "together" }, message: "must have required property 'together'" };
          e === null ? e = [w] : e.push(w), t++;
        }
        var y = l === t;
        if (y && a)
          a = !1, o = [o, 4];
        else {
          y && (a = !0, o = 4);
          let w = t;
          if (s && typeof s == "object" && !Array.isArray(s) && s.if === void 0) {
            let _ = { instancePath: r, schemaPath: "#/oneOf/5/required", keyword: "required", params: { missingProperty: "if" }, message: "must have required property 'if'" };
            e === null ? e = [_] : e.push(_), t++;
          }
          var y = w === t;
          if (y && a)
            a = !1, o = [o, 5];
          else {
            y && (a = !0, o = 5);
            let _ = t;
            if (s && typeof s == "object" && !Array.isArray(s) && s.while === void 0) {
              let z = { instancePath: r, schemaPath: "#/oneOf/6/required", keyword: "required", params: { missingProperty: "while" }, message: "must have required property 'while'" };
              e === null ? e = [z] : e.push(z), t++;
            }
            var y = _ === t;
            if (y && a)
              a = !1, o = [o, 6];
            else {
              y && (a = !0, o = 6);
              let z = t;
              if (s && typeof s == "object" && !Array.isArray(s) && s.return === void 0) {
                let C = { instancePath: r, schemaPath: "#/oneOf/7/required", keyword: "required", params: { missingProperty: "return" }, message: "must have required property 'return'" };
                e === null ? e = [C] : e.push(C), t++;
              }
              var y = z === t;
              y && a ? (a = !1, o = [o, 7]) : y && (a = !0, o = 7);
            }
          }
        }
      }
    }
  }
  if (a)
    t = i, e !== null && (i ? e.length = i : e = null);
  else {
    let m = { instancePath: r, schemaPath: "#/oneOf", keyword: "oneOf", params: { passingSchemas: o }, message: "must match exactly one schema in oneOf" };
    e === null ? e = [m] : e.push(m), t++;
  }
  if (s && typeof s == "object" && !Array.isArray(s)) {
    for (let m in s)
      if (!V.call(et.properties, m)) {
        let h = { instancePath: r, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: m }, message: "must NOT have additional properties" };
        e === null ? e = [h] : e.push(h), t++;
      }
    if (s.name !== void 0) {
      let m = s.name;
      if (typeof m == "string") {
        if (!j.test(m)) {
          let h = { instancePath: r + "/name", schemaPath: "#/properties/name/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_-]*$" }, message: 'must match pattern "^[A-Za-z_][A-Za-z0-9_-]*$"' };
          e === null ? e = [h] : e.push(h), t++;
        }
      } else {
        let h = { instancePath: r + "/name", schemaPath: "#/properties/name/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        e === null ? e = [h] : e.push(h), t++;
      }
    }
    if (s.run !== void 0 && typeof s.run != "string") {
      let m = { instancePath: r + "/run", schemaPath: "#/properties/run/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [m] : e.push(m), t++;
    }
    if (s.exec !== void 0) {
      let m = s.exec;
      if (Array.isArray(m)) {
        if (m.length < 1) {
          let p = { instancePath: r + "/exec", schemaPath: "#/properties/exec/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
          e === null ? e = [p] : e.push(p), t++;
        }
        let h = m.length;
        for (let p = 0; p < h; p++)
          if (typeof m[p] != "string") {
            let n = { instancePath: r + "/exec/" + p, schemaPath: "#/properties/exec/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            e === null ? e = [n] : e.push(n), t++;
          }
      } else {
        let h = { instancePath: r + "/exec", schemaPath: "#/properties/exec/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        e === null ? e = [h] : e.push(h), t++;
      }
    }
    if (s.shell !== void 0) {
      let m = s.shell;
      if (Array.isArray(m)) {
        if (m.length < 1) {
          let p = { instancePath: r + "/shell", schemaPath: "#/properties/shell/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
          e === null ? e = [p] : e.push(p), t++;
        }
        let h = m.length;
        for (let p = 0; p < h; p++)
          if (typeof m[p] != "string") {
            let n = { instancePath: r + "/shell/" + p, schemaPath: "#/properties/shell/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            e === null ? e = [n] : e.push(n), t++;
          }
      } else {
        let h = { instancePath: r + "/shell", schemaPath: "#/properties/shell/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        e === null ? e = [h] : e.push(h), t++;
      }
    }
    if (s.function !== void 0) {
      let m = s.function;
      if (typeof m != "string" && !(m && typeof m == "object" && !Array.isArray(m))) {
        let h = { instancePath: r + "/function", schemaPath: "#/$defs/functionRef/type", keyword: "type", params: { type: Te.type }, message: "must be string,object" };
        e === null ? e = [h] : e.push(h), t++;
      }
      if (m && typeof m == "object" && !Array.isArray(m)) {
        if (m.module === void 0) {
          let h = { instancePath: r + "/function", schemaPath: "#/$defs/functionRef/required", keyword: "required", params: { missingProperty: "module" }, message: "must have required property 'module'" };
          e === null ? e = [h] : e.push(h), t++;
        }
        for (let h in m)
          if (!(h === "module" || h === "export")) {
            let p = { instancePath: r + "/function", schemaPath: "#/$defs/functionRef/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: h }, message: "must NOT have additional properties" };
            e === null ? e = [p] : e.push(p), t++;
          }
        if (m.module !== void 0 && typeof m.module != "string") {
          let h = { instancePath: r + "/function/module", schemaPath: "#/$defs/functionRef/properties/module/type", keyword: "type", params: { type: "string" }, message: "must be string" };
          e === null ? e = [h] : e.push(h), t++;
        }
        if (m.export !== void 0 && typeof m.export != "string") {
          let h = { instancePath: r + "/function/export", schemaPath: "#/$defs/functionRef/properties/export/type", keyword: "type", params: { type: "string" }, message: "must be string" };
          e === null ? e = [h] : e.push(h), t++;
        }
      }
    }
    if (s.launch !== void 0 && typeof s.launch != "string") {
      let m = { instancePath: r + "/launch", schemaPath: "#/properties/launch/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [m] : e.push(m), t++;
    }
    if (s.together !== void 0) {
      let m = s.together;
      if (Array.isArray(m)) {
        if (m.length < 1) {
          let p = { instancePath: r + "/together", schemaPath: "#/properties/together/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
          e === null ? e = [p] : e.push(p), t++;
        }
        let h = m.length;
        for (let p = 0; p < h; p++)
          le(m[p], { instancePath: r + "/together/" + p, parentData: m, parentDataProperty: p, rootData: P, dynamicAnchors: $ }) || (e = e === null ? le.errors : e.concat(le.errors), t = e.length);
      } else {
        let h = { instancePath: r + "/together", schemaPath: "#/properties/together/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        e === null ? e = [h] : e.push(h), t++;
      }
    }
    if (s.inputs !== void 0) {
      let m = s.inputs;
      if (m && typeof m == "object" && !Array.isArray(m))
        for (let h in m) {
          let p = t;
          if (typeof h == "string") {
            if (!j.test(h)) {
              let n = { instancePath: r + "/inputs", schemaPath: "#/$defs/identifier/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_-]*$" }, message: 'must match pattern "^[A-Za-z_][A-Za-z0-9_-]*$"', propertyName: h };
              e === null ? e = [n] : e.push(n), t++;
            }
          } else {
            let n = { instancePath: r + "/inputs", schemaPath: "#/$defs/identifier/type", keyword: "type", params: { type: "string" }, message: "must be string", propertyName: h };
            e === null ? e = [n] : e.push(n), t++;
          }
          var b = p === t;
          if (!b) {
            let n = { instancePath: r + "/inputs", schemaPath: "#/properties/inputs/propertyNames", keyword: "propertyNames", params: { propertyName: h }, message: "property name must be valid" };
            e === null ? e = [n] : e.push(n), t++;
          }
        }
      else {
        let h = { instancePath: r + "/inputs", schemaPath: "#/properties/inputs/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        e === null ? e = [h] : e.push(h), t++;
      }
    }
    if (s.params !== void 0) {
      let m = s.params;
      if (m && typeof m == "object" && !Array.isArray(m))
        for (let h in m) {
          let p = t;
          if (typeof h == "string") {
            if (!j.test(h)) {
              let n = { instancePath: r + "/params", schemaPath: "#/$defs/identifier/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_-]*$" }, message: 'must match pattern "^[A-Za-z_][A-Za-z0-9_-]*$"', propertyName: h };
              e === null ? e = [n] : e.push(n), t++;
            }
          } else {
            let n = { instancePath: r + "/params", schemaPath: "#/$defs/identifier/type", keyword: "type", params: { type: "string" }, message: "must be string", propertyName: h };
            e === null ? e = [n] : e.push(n), t++;
          }
          var x = p === t;
          if (!x) {
            let n = { instancePath: r + "/params", schemaPath: "#/properties/params/propertyNames", keyword: "propertyNames", params: { propertyName: h }, message: "property name must be valid" };
            e === null ? e = [n] : e.push(n), t++;
          }
        }
      else {
        let h = { instancePath: r + "/params", schemaPath: "#/properties/params/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        e === null ? e = [h] : e.push(h), t++;
      }
    }
    if (s.outputs !== void 0) {
      let m = s.outputs;
      if (m && typeof m == "object" && !Array.isArray(m)) {
        for (let h in m) {
          let p = t;
          if (typeof h == "string") {
            if (!j.test(h)) {
              let n = { instancePath: r + "/outputs", schemaPath: "#/$defs/identifier/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_-]*$" }, message: 'must match pattern "^[A-Za-z_][A-Za-z0-9_-]*$"', propertyName: h };
              e === null ? e = [n] : e.push(n), t++;
            }
          } else {
            let n = { instancePath: r + "/outputs", schemaPath: "#/$defs/identifier/type", keyword: "type", params: { type: "string" }, message: "must be string", propertyName: h };
            e === null ? e = [n] : e.push(n), t++;
          }
          var k = p === t;
          if (!k) {
            let n = { instancePath: r + "/outputs", schemaPath: "#/properties/outputs/propertyNames", keyword: "propertyNames", params: { propertyName: h }, message: "property name must be valid" };
            e === null ? e = [n] : e.push(n), t++;
          }
        }
        for (let h in m)
          if (typeof m[h] != "string") {
            let p = { instancePath: r + "/outputs/" + h.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/outputs/additionalProperties/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            e === null ? e = [p] : e.push(p), t++;
          }
      } else {
        let h = { instancePath: r + "/outputs", schemaPath: "#/properties/outputs/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        e === null ? e = [h] : e.push(h), t++;
      }
    }
    if (s.into !== void 0) {
      let m = s.into;
      if (typeof m == "string") {
        if (!j.test(m)) {
          let h = { instancePath: r + "/into", schemaPath: "#/properties/into/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_-]*$" }, message: 'must match pattern "^[A-Za-z_][A-Za-z0-9_-]*$"' };
          e === null ? e = [h] : e.push(h), t++;
        }
      } else {
        let h = { instancePath: r + "/into", schemaPath: "#/properties/into/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        e === null ? e = [h] : e.push(h), t++;
      }
    }
    if (s.append !== void 0 && typeof s.append != "boolean") {
      let m = { instancePath: r + "/append", schemaPath: "#/properties/append/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
      e === null ? e = [m] : e.push(m), t++;
    }
    if (s.if !== void 0 && typeof s.if != "string") {
      let m = { instancePath: r + "/if", schemaPath: "#/properties/if/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [m] : e.push(m), t++;
    }
    if (s.then !== void 0 && (I.validate(s.then, { instancePath: r + "/then", parentData: s, parentDataProperty: "then", rootData: P, dynamicAnchors: $ }) || (e = e === null ? I.validate.errors : e.concat(I.validate.errors), t = e.length)), s.elif !== void 0) {
      let m = s.elif;
      if (Array.isArray(m)) {
        if (m.length < 1) {
          let p = { instancePath: r + "/elif", schemaPath: "#/properties/elif/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
          e === null ? e = [p] : e.push(p), t++;
        }
        let h = m.length;
        for (let p = 0; p < h; p++) {
          let n = m[p];
          if (n && typeof n == "object" && !Array.isArray(n)) {
            if (n.if === void 0) {
              let l = { instancePath: r + "/elif/" + p, schemaPath: "#/properties/elif/items/required", keyword: "required", params: { missingProperty: "if" }, message: "must have required property 'if'" };
              e === null ? e = [l] : e.push(l), t++;
            }
            if (n.then === void 0) {
              let l = { instancePath: r + "/elif/" + p, schemaPath: "#/properties/elif/items/required", keyword: "required", params: { missingProperty: "then" }, message: "must have required property 'then'" };
              e === null ? e = [l] : e.push(l), t++;
            }
            for (let l in n)
              if (!(l === "if" || l === "then")) {
                let u = { instancePath: r + "/elif/" + p, schemaPath: "#/properties/elif/items/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: l }, message: "must NOT have additional properties" };
                e === null ? e = [u] : e.push(u), t++;
              }
            if (n.if !== void 0 && typeof n.if != "string") {
              let l = { instancePath: r + "/elif/" + p + "/if", schemaPath: "#/properties/elif/items/properties/if/type", keyword: "type", params: { type: "string" }, message: "must be string" };
              e === null ? e = [l] : e.push(l), t++;
            }
            n.then !== void 0 && (I.validate(n.then, { instancePath: r + "/elif/" + p + "/then", parentData: n, parentDataProperty: "then", rootData: P, dynamicAnchors: $ }) || (e = e === null ? I.validate.errors : e.concat(I.validate.errors), t = e.length));
          } else {
            let l = { instancePath: r + "/elif/" + p, schemaPath: "#/properties/elif/items/type", keyword: "type", params: { type: "object" }, message: "must be object" };
            e === null ? e = [l] : e.push(l), t++;
          }
        }
      } else {
        let h = { instancePath: r + "/elif", schemaPath: "#/properties/elif/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        e === null ? e = [h] : e.push(h), t++;
      }
    }
    if (s.else !== void 0 && (I.validate(s.else, { instancePath: r + "/else", parentData: s, parentDataProperty: "else", rootData: P, dynamicAnchors: $ }) || (e = e === null ? I.validate.errors : e.concat(I.validate.errors), t = e.length)), s.while !== void 0 && typeof s.while != "string") {
      let m = { instancePath: r + "/while", schemaPath: "#/properties/while/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [m] : e.push(m), t++;
    }
    if (s.do !== void 0 && (I.validate(s.do, { instancePath: r + "/do", parentData: s, parentDataProperty: "do", rootData: P, dynamicAnchors: $ }) || (e = e === null ? I.validate.errors : e.concat(I.validate.errors), t = e.length)), s.return !== void 0) {
      let m = s.return;
      if (!(typeof m == "number" && !(m % 1) && !isNaN(m) && isFinite(m)) && m !== null) {
        let h = { instancePath: r + "/return", schemaPath: "#/properties/return/type", keyword: "type", params: { type: et.properties.return.type }, message: "must be integer,null" };
        e === null ? e = [h] : e.push(h), t++;
      }
      if (typeof m == "number" && isFinite(m)) {
        if (m > 255 || isNaN(m)) {
          let h = { instancePath: r + "/return", schemaPath: "#/properties/return/maximum", keyword: "maximum", params: { comparison: "<=", limit: 255 }, message: "must be <= 255" };
          e === null ? e = [h] : e.push(h), t++;
        }
        if (m < 0 || isNaN(m)) {
          let h = { instancePath: r + "/return", schemaPath: "#/properties/return/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
          e === null ? e = [h] : e.push(h), t++;
        }
      }
    }
    if (s.shell !== void 0 && s.run === void 0) {
      let m = { instancePath: r, schemaPath: "#/dependentRequired", keyword: "dependentRequired", params: {
        property: "shell",
        missingProperty: "run",
        depsCount: 1,
        deps: "run"
      }, message: "must have property run when property shell is present" };
      e === null ? e = [m] : e.push(m), t++;
    }
    if (s.if !== void 0 && s.then === void 0) {
      let m = { instancePath: r, schemaPath: "#/dependentRequired", keyword: "dependentRequired", params: {
        property: "if",
        missingProperty: "then",
        depsCount: 1,
        deps: "then"
      }, message: "must have property then when property if is present" };
      e === null ? e = [m] : e.push(m), t++;
    }
    if (s.while !== void 0 && s.do === void 0) {
      let m = { instancePath: r, schemaPath: "#/dependentRequired", keyword: "dependentRequired", params: {
        property: "while",
        missingProperty: "do",
        depsCount: 1,
        deps: "do"
      }, message: "must have property do when property while is present" };
      e === null ? e = [m] : e.push(m), t++;
    }
    if (s.then !== void 0 && s.if === void 0) {
      let m = { instancePath: r, schemaPath: "#/dependentRequired", keyword: "dependentRequired", params: {
        property: "then",
        missingProperty: "if",
        depsCount: 1,
        deps: "if"
      }, message: "must have property if when property then is present" };
      e === null ? e = [m] : e.push(m), t++;
    }
    if (s.elif !== void 0 && s.if === void 0) {
      let m = { instancePath: r, schemaPath: "#/dependentRequired", keyword: "dependentRequired", params: {
        property: "elif",
        missingProperty: "if",
        depsCount: 1,
        deps: "if"
      }, message: "must have property if when property elif is present" };
      e === null ? e = [m] : e.push(m), t++;
    }
    if (s.else !== void 0 && s.if === void 0) {
      let m = { instancePath: r, schemaPath: "#/dependentRequired", keyword: "dependentRequired", params: {
        property: "else",
        missingProperty: "if",
        depsCount: 1,
        deps: "if"
      }, message: "must have property if when property else is present" };
      e === null ? e = [m] : e.push(m), t++;
    }
    if (s.do !== void 0 && s.while === void 0) {
      let m = { instancePath: r, schemaPath: "#/dependentRequired", keyword: "dependentRequired", params: {
        property: "do",
        missingProperty: "while",
        depsCount: 1,
        deps: "while"
      }, message: "must have property while when property do is present" };
      e === null ? e = [m] : e.push(m), t++;
    }
    if (s.inputs !== void 0 && s.launch === void 0) {
      let m = { instancePath: r, schemaPath: "#/dependentRequired", keyword: "dependentRequired", params: {
        property: "inputs",
        missingProperty: "launch",
        depsCount: 1,
        deps: "launch"
      }, message: "must have property launch when property inputs is present" };
      e === null ? e = [m] : e.push(m), t++;
    }
    if (s.params !== void 0 && s.launch === void 0) {
      let m = { instancePath: r, schemaPath: "#/dependentRequired", keyword: "dependentRequired", params: {
        property: "params",
        missingProperty: "launch",
        depsCount: 1,
        deps: "launch"
      }, message: "must have property launch when property params is present" };
      e === null ? e = [m] : e.push(m), t++;
    }
    if (s.outputs !== void 0 && s.launch === void 0) {
      let m = { instancePath: r, schemaPath: "#/dependentRequired", keyword: "dependentRequired", params: {
        property: "outputs",
        missingProperty: "launch",
        depsCount: 1,
        deps: "launch"
      }, message: "must have property launch when property outputs is present" };
      e === null ? e = [m] : e.push(m), t++;
    }
    if (s.into !== void 0 && s.launch === void 0) {
      let m = { instancePath: r, schemaPath: "#/dependentRequired", keyword: "dependentRequired", params: {
        property: "into",
        missingProperty: "launch",
        depsCount: 1,
        deps: "launch"
      }, message: "must have property launch when property into is present" };
      e === null ? e = [m] : e.push(m), t++;
    }
    if (s.append !== void 0 && s.into === void 0) {
      let m = { instancePath: r, schemaPath: "#/dependentRequired", keyword: "dependentRequired", params: {
        property: "append",
        missingProperty: "into",
        depsCount: 1,
        deps: "into"
      }, message: "must have property into when property append is present" };
      e === null ? e = [m] : e.push(m), t++;
    }
  } else {
    let m = { instancePath: r, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = [m] : e.push(m), t++;
  }
  return me.errors = e, t === 0;
}
me.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
function G(s, { instancePath: r = "", parentData: A, parentDataProperty: v, rootData: P = s, dynamicAnchors: $ = {} } = {}) {
  let e = null, t = 0, g = G.evaluated;
  if (g.dynamicProps && (g.props = void 0), g.dynamicItems && (g.items = void 0), Array.isArray(s)) {
    if (s.length < 1) {
      let a = { instancePath: r, schemaPath: "#/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
      e === null ? e = [a] : e.push(a), t++;
    }
    let i = s.length;
    for (let a = 0; a < i; a++)
      me(s[a], { instancePath: r + "/" + a, parentData: s, parentDataProperty: a, rootData: P, dynamicAnchors: $ }) || (e = e === null ? me.errors : e.concat(me.errors), t = e.length);
  } else {
    let i = { instancePath: r, schemaPath: "#/type", keyword: "type", params: { type: "array" }, message: "must be array" };
    e === null ? e = [i] : e.push(i), t++;
  }
  return G.errors = e, t === 0;
}
G.evaluated = { items: !0, dynamicProps: !1, dynamicItems: !1 };
var vt = { title: "Input", description: "What a job reads, and what counts for whether it is up to date: a repository, or with details.", type: ["string", "object"], properties: { from: { title: "From", description: "The repository or path.", $ref: "#/$defs/repositoryRef", examples: ["authors"] }, type: { $ref: "#/$defs/pathKind" }, key: { $ref: "#/$defs/memberKey" }, keys: { $ref: "#/$defs/memberKeys" }, min: { title: "Least number", description: "Of several members: how many there must be at least.", type: "integer", minimum: 0, default: 1, examples: [0] }, required_for_start: { title: "Required for start", description: "Whether a job needs it to be there.", type: "boolean", default: !0, examples: [!1] } }, required: ["from"], additionalProperties: !1, examples: ["books", "books/{key}.txt", { from: "authors", key: "book.author" }] }, He = { title: "Kind of an inline path", description: "What a path written here names. By default a file, or with a `/` at its end a directory.", enum: ["file", "directory", "yaml", "json", "compressed", "tar", "tree"], examples: ["yaml"] };
function F(s, { instancePath: r = "", parentData: A, parentDataProperty: v, rootData: P = s, dynamicAnchors: $ = {} } = {}) {
  let e = null, t = 0, g = F.evaluated;
  if (g.dynamicProps && (g.props = void 0), g.dynamicItems && (g.items = void 0), typeof s != "string" && !(s && typeof s == "object" && !Array.isArray(s))) {
    let i = { instancePath: r, schemaPath: "#/type", keyword: "type", params: { type: vt.type }, message: "must be string,object" };
    e === null ? e = [i] : e.push(i), t++;
  }
  if (s && typeof s == "object" && !Array.isArray(s)) {
    if (s.from === void 0) {
      let i = { instancePath: r, schemaPath: "#/required", keyword: "required", params: { missingProperty: "from" }, message: "must have required property 'from'" };
      e === null ? e = [i] : e.push(i), t++;
    }
    for (let i in s)
      if (!(i === "from" || i === "type" || i === "key" || i === "keys" || i === "min" || i === "required_for_start")) {
        let a = { instancePath: r, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: i }, message: "must NOT have additional properties" };
        e === null ? e = [a] : e.push(a), t++;
      }
    if (s.from !== void 0 && typeof s.from != "string") {
      let i = { instancePath: r + "/from", schemaPath: "#/$defs/repositoryRef/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [i] : e.push(i), t++;
    }
    if (s.type !== void 0) {
      let i = s.type;
      if (!(i === "file" || i === "directory" || i === "yaml" || i === "json" || i === "compressed" || i === "tar" || i === "tree")) {
        let a = { instancePath: r + "/type", schemaPath: "#/$defs/pathKind/enum", keyword: "enum", params: { allowedValues: He.enum }, message: "must be equal to one of the allowed values" };
        e === null ? e = [a] : e.push(a), t++;
      }
    }
    if (s.key !== void 0 && typeof s.key != "string") {
      let i = { instancePath: r + "/key", schemaPath: "#/$defs/memberKey/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [i] : e.push(i), t++;
    }
    if (s.keys !== void 0 && typeof s.keys != "string") {
      let i = { instancePath: r + "/keys", schemaPath: "#/$defs/memberKeys/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [i] : e.push(i), t++;
    }
    if (s.min !== void 0) {
      let i = s.min;
      if (!(typeof i == "number" && !(i % 1) && !isNaN(i) && isFinite(i))) {
        let a = { instancePath: r + "/min", schemaPath: "#/properties/min/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        e === null ? e = [a] : e.push(a), t++;
      }
      if (typeof i == "number" && isFinite(i) && (i < 0 || isNaN(i))) {
        let a = { instancePath: r + "/min", schemaPath: "#/properties/min/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
        e === null ? e = [a] : e.push(a), t++;
      }
    }
    if (s.required_for_start !== void 0 && typeof s.required_for_start != "boolean") {
      let i = { instancePath: r + "/required_for_start", schemaPath: "#/properties/required_for_start/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
      e === null ? e = [i] : e.push(i), t++;
    }
  }
  return F.errors = e, t === 0;
}
F.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
var At = { title: "Output", description: "What a job writes: a repository, or with details.", type: ["string", "object"], properties: { to: { title: "To", description: "The repository or path.", $ref: "#/$defs/repositoryRef", examples: ["pages"] }, type: { $ref: "#/$defs/pathKind" }, key: { $ref: "#/$defs/memberKey" }, keys: { $ref: "#/$defs/memberKeys" }, in_place: { title: "In place", description: "The job writes the real path, not a staged one: for incremental tools, huge trees and formatters.", type: "boolean", default: !1, examples: [!0] }, required_for_success: { $ref: "#/$defs/requiredForSuccess" }, cokeyed: { $ref: "#/$defs/cokeyed" }, values: { $ref: "#/$defs/recordValues" } }, required: ["to"], additionalProperties: !1, examples: ["reports", "build/{key}.o", { to: "pages", keys: "{key}/*" }] };
function q(s, { instancePath: r = "", parentData: A, parentDataProperty: v, rootData: P = s, dynamicAnchors: $ = {} } = {}) {
  let e = null, t = 0, g = q.evaluated;
  if (g.dynamicProps && (g.props = void 0), g.dynamicItems && (g.items = void 0), typeof s != "string" && !(s && typeof s == "object" && !Array.isArray(s))) {
    let i = { instancePath: r, schemaPath: "#/type", keyword: "type", params: { type: At.type }, message: "must be string,object" };
    e === null ? e = [i] : e.push(i), t++;
  }
  if (s && typeof s == "object" && !Array.isArray(s)) {
    if (s.to === void 0) {
      let i = { instancePath: r, schemaPath: "#/required", keyword: "required", params: { missingProperty: "to" }, message: "must have required property 'to'" };
      e === null ? e = [i] : e.push(i), t++;
    }
    for (let i in s)
      if (!(i === "to" || i === "type" || i === "key" || i === "keys" || i === "in_place" || i === "required_for_success" || i === "cokeyed" || i === "values")) {
        let a = { instancePath: r, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: i }, message: "must NOT have additional properties" };
        e === null ? e = [a] : e.push(a), t++;
      }
    if (s.to !== void 0 && typeof s.to != "string") {
      let i = { instancePath: r + "/to", schemaPath: "#/$defs/repositoryRef/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [i] : e.push(i), t++;
    }
    if (s.type !== void 0) {
      let i = s.type;
      if (!(i === "file" || i === "directory" || i === "yaml" || i === "json" || i === "compressed" || i === "tar" || i === "tree")) {
        let a = { instancePath: r + "/type", schemaPath: "#/$defs/pathKind/enum", keyword: "enum", params: { allowedValues: He.enum }, message: "must be equal to one of the allowed values" };
        e === null ? e = [a] : e.push(a), t++;
      }
    }
    if (s.key !== void 0 && typeof s.key != "string") {
      let i = { instancePath: r + "/key", schemaPath: "#/$defs/memberKey/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [i] : e.push(i), t++;
    }
    if (s.keys !== void 0 && typeof s.keys != "string") {
      let i = { instancePath: r + "/keys", schemaPath: "#/$defs/memberKeys/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [i] : e.push(i), t++;
    }
    if (s.in_place !== void 0 && typeof s.in_place != "boolean") {
      let i = { instancePath: r + "/in_place", schemaPath: "#/properties/in_place/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
      e === null ? e = [i] : e.push(i), t++;
    }
    if (s.required_for_success !== void 0 && typeof s.required_for_success != "boolean") {
      let i = { instancePath: r + "/required_for_success", schemaPath: "#/$defs/requiredForSuccess/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
      e === null ? e = [i] : e.push(i), t++;
    }
    if (s.cokeyed !== void 0) {
      let i = s.cokeyed;
      if (typeof i == "string") {
        if (!j.test(i)) {
          let a = { instancePath: r + "/cokeyed", schemaPath: "#/$defs/cokeyed/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_-]*$" }, message: 'must match pattern "^[A-Za-z_][A-Za-z0-9_-]*$"' };
          e === null ? e = [a] : e.push(a), t++;
        }
      } else {
        let a = { instancePath: r + "/cokeyed", schemaPath: "#/$defs/cokeyed/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        e === null ? e = [a] : e.push(a), t++;
      }
    }
    if (s.values !== void 0) {
      let i = s.values;
      if (!(i && typeof i == "object" && !Array.isArray(i))) {
        let a = { instancePath: r + "/values", schemaPath: "#/$defs/recordValues/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        e === null ? e = [a] : e.push(a), t++;
      }
    }
  }
  return q.errors = e, t === 0;
}
q.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
var _t = { title: "Link", description: "The general form, with every disposition.", type: "object", properties: { repository: { title: "Repository", description: "The repository or path.", $ref: "#/$defs/repositoryRef", examples: ["banned"] }, type: { $ref: "#/$defs/pathKind" }, key: { $ref: "#/$defs/memberKey" }, keys: { $ref: "#/$defs/memberKeys" }, min: { title: "Least number", description: "Of several members: how many there must be at least.", type: "integer", minimum: 0, default: 1, examples: [0] }, in_place: { title: "In place", description: "An output that is written at its real path, not staged.", type: "boolean", default: !1, examples: [!0] }, is_input: { title: "Is input", description: "The job reads it, and a change runs the job again.", type: "boolean", default: !1, examples: [!0] }, is_output: { title: "Is output", description: "The job writes it; it is staged, checked and committed.", type: "boolean", default: !1, examples: [!0] }, is_status: { title: "Is status", description: "Written at every end of a job, also after a failure; never makes a job out of date.", type: "boolean", default: !1, examples: [!0] }, required_for_start: { title: "Required for start", description: "There is no job without it. By default as `is_input`.", type: "boolean", examples: [!0] }, inhibits_start: { title: "Inhibits start", description: "There is no job for a key that it has. A path with `*` holds every job back while it has any member, a group the jobs of that group.", type: "boolean", default: !1, examples: [!0] }, required_for_output: { title: "Required for output", description: "A task plugged onto this one needs it. By default as `is_output`.", type: "boolean", examples: [!0] }, inhibits_output: { title: "Inhibits output", description: "A task plugged onto this one is held back by it.", type: "boolean", default: !1, examples: [!0] }, required_for_success: { $ref: "#/$defs/requiredForSuccess" }, cancels: { title: "Cancels", description: "While it has the member, the job does not start, and is killed if it runs. What the job made before stays; what waits for the job is blocked.", type: "boolean", default: !1, examples: [!0] }, cokeyed: { $ref: "#/$defs/cokeyed" }, values: { $ref: "#/$defs/recordValues" } }, required: ["repository"], additionalProperties: !1, examples: [{ repository: "banned", inhibits_start: !0 }] };
function ue(s, { instancePath: r = "", parentData: A, parentDataProperty: v, rootData: P = s, dynamicAnchors: $ = {} } = {}) {
  let e = null, t = 0, g = ue.evaluated;
  if (g.dynamicProps && (g.props = void 0), g.dynamicItems && (g.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    if (s.repository === void 0) {
      let i = { instancePath: r, schemaPath: "#/required", keyword: "required", params: { missingProperty: "repository" }, message: "must have required property 'repository'" };
      e === null ? e = [i] : e.push(i), t++;
    }
    for (let i in s)
      if (!V.call(_t.properties, i)) {
        let a = { instancePath: r, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: i }, message: "must NOT have additional properties" };
        e === null ? e = [a] : e.push(a), t++;
      }
    if (s.repository !== void 0 && typeof s.repository != "string") {
      let i = { instancePath: r + "/repository", schemaPath: "#/$defs/repositoryRef/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [i] : e.push(i), t++;
    }
    if (s.type !== void 0) {
      let i = s.type;
      if (!(i === "file" || i === "directory" || i === "yaml" || i === "json" || i === "compressed" || i === "tar" || i === "tree")) {
        let a = { instancePath: r + "/type", schemaPath: "#/$defs/pathKind/enum", keyword: "enum", params: { allowedValues: He.enum }, message: "must be equal to one of the allowed values" };
        e === null ? e = [a] : e.push(a), t++;
      }
    }
    if (s.key !== void 0 && typeof s.key != "string") {
      let i = { instancePath: r + "/key", schemaPath: "#/$defs/memberKey/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [i] : e.push(i), t++;
    }
    if (s.keys !== void 0 && typeof s.keys != "string") {
      let i = { instancePath: r + "/keys", schemaPath: "#/$defs/memberKeys/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [i] : e.push(i), t++;
    }
    if (s.min !== void 0) {
      let i = s.min;
      if (!(typeof i == "number" && !(i % 1) && !isNaN(i) && isFinite(i))) {
        let a = { instancePath: r + "/min", schemaPath: "#/properties/min/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        e === null ? e = [a] : e.push(a), t++;
      }
      if (typeof i == "number" && isFinite(i) && (i < 0 || isNaN(i))) {
        let a = { instancePath: r + "/min", schemaPath: "#/properties/min/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
        e === null ? e = [a] : e.push(a), t++;
      }
    }
    if (s.in_place !== void 0 && typeof s.in_place != "boolean") {
      let i = { instancePath: r + "/in_place", schemaPath: "#/properties/in_place/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
      e === null ? e = [i] : e.push(i), t++;
    }
    if (s.is_input !== void 0 && typeof s.is_input != "boolean") {
      let i = { instancePath: r + "/is_input", schemaPath: "#/properties/is_input/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
      e === null ? e = [i] : e.push(i), t++;
    }
    if (s.is_output !== void 0 && typeof s.is_output != "boolean") {
      let i = { instancePath: r + "/is_output", schemaPath: "#/properties/is_output/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
      e === null ? e = [i] : e.push(i), t++;
    }
    if (s.is_status !== void 0 && typeof s.is_status != "boolean") {
      let i = { instancePath: r + "/is_status", schemaPath: "#/properties/is_status/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
      e === null ? e = [i] : e.push(i), t++;
    }
    if (s.required_for_start !== void 0 && typeof s.required_for_start != "boolean") {
      let i = { instancePath: r + "/required_for_start", schemaPath: "#/properties/required_for_start/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
      e === null ? e = [i] : e.push(i), t++;
    }
    if (s.inhibits_start !== void 0 && typeof s.inhibits_start != "boolean") {
      let i = { instancePath: r + "/inhibits_start", schemaPath: "#/properties/inhibits_start/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
      e === null ? e = [i] : e.push(i), t++;
    }
    if (s.required_for_output !== void 0 && typeof s.required_for_output != "boolean") {
      let i = { instancePath: r + "/required_for_output", schemaPath: "#/properties/required_for_output/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
      e === null ? e = [i] : e.push(i), t++;
    }
    if (s.inhibits_output !== void 0 && typeof s.inhibits_output != "boolean") {
      let i = { instancePath: r + "/inhibits_output", schemaPath: "#/properties/inhibits_output/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
      e === null ? e = [i] : e.push(i), t++;
    }
    if (s.required_for_success !== void 0 && typeof s.required_for_success != "boolean") {
      let i = { instancePath: r + "/required_for_success", schemaPath: "#/$defs/requiredForSuccess/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
      e === null ? e = [i] : e.push(i), t++;
    }
    if (s.cancels !== void 0 && typeof s.cancels != "boolean") {
      let i = { instancePath: r + "/cancels", schemaPath: "#/properties/cancels/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
      e === null ? e = [i] : e.push(i), t++;
    }
    if (s.cokeyed !== void 0) {
      let i = s.cokeyed;
      if (typeof i == "string") {
        if (!j.test(i)) {
          let a = { instancePath: r + "/cokeyed", schemaPath: "#/$defs/cokeyed/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_-]*$" }, message: 'must match pattern "^[A-Za-z_][A-Za-z0-9_-]*$"' };
          e === null ? e = [a] : e.push(a), t++;
        }
      } else {
        let a = { instancePath: r + "/cokeyed", schemaPath: "#/$defs/cokeyed/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        e === null ? e = [a] : e.push(a), t++;
      }
    }
    if (s.values !== void 0) {
      let i = s.values;
      if (!(i && typeof i == "object" && !Array.isArray(i))) {
        let a = { instancePath: r + "/values", schemaPath: "#/$defs/recordValues/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        e === null ? e = [a] : e.push(a), t++;
      }
    }
  } else {
    let i = { instancePath: r, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = [i] : e.push(i), t++;
  }
  return ue.errors = e, t === 0;
}
ue.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
var jt = { title: "Plug", description: "A task whose outputs this one takes over as inputs: its name, or with details.", type: ["string", "object"], properties: { task: { title: "Task", description: "The task.", $ref: "#/$defs/taskName", examples: ["report"] }, outputs: { title: "Outputs", description: "Which of its outputs become inputs; by default all. The others still have to be there.", type: "array", items: { $ref: "#/$defs/identifier" }, examples: [["report"]] }, meta: { title: "Meta", description: "Whether its other links count too: one that is `required_for_output` is required here, one that is `inhibits_output` holds back.", type: "boolean", default: !0, examples: [!1] }, translator: { title: "Translator", description: "A repository of records that gives for each key of this task's jobs the key of the other's.", $ref: "#/$defs/repositoryRef", examples: ["author_of"] }, allow_deletes: { $ref: "#/$defs/allowDeletes" } }, required: ["task"], additionalProperties: !1, examples: ["report", { task: "report", outputs: ["report"] }] };
function fe(s, { instancePath: r = "", parentData: A, parentDataProperty: v, rootData: P = s, dynamicAnchors: $ = {} } = {}) {
  let e = null, t = 0, g = fe.evaluated;
  if (g.dynamicProps && (g.props = void 0), g.dynamicItems && (g.items = void 0), typeof s != "string" && !(s && typeof s == "object" && !Array.isArray(s))) {
    let i = { instancePath: r, schemaPath: "#/type", keyword: "type", params: { type: jt.type }, message: "must be string,object" };
    e === null ? e = [i] : e.push(i), t++;
  }
  if (s && typeof s == "object" && !Array.isArray(s)) {
    if (s.task === void 0) {
      let i = { instancePath: r, schemaPath: "#/required", keyword: "required", params: { missingProperty: "task" }, message: "must have required property 'task'" };
      e === null ? e = [i] : e.push(i), t++;
    }
    for (let i in s)
      if (!(i === "task" || i === "outputs" || i === "meta" || i === "translator" || i === "allow_deletes")) {
        let a = { instancePath: r, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: i }, message: "must NOT have additional properties" };
        e === null ? e = [a] : e.push(a), t++;
      }
    if (s.task !== void 0) {
      let i = s.task;
      if (typeof i == "string") {
        if (!at.test(i)) {
          let a = { instancePath: r + "/task", schemaPath: "#/$defs/taskName/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9_][A-Za-z0-9_.-]*$" }, message: 'must match pattern "^[A-Za-z0-9_][A-Za-z0-9_.-]*$"' };
          e === null ? e = [a] : e.push(a), t++;
        }
      } else {
        let a = { instancePath: r + "/task", schemaPath: "#/$defs/taskName/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        e === null ? e = [a] : e.push(a), t++;
      }
    }
    if (s.outputs !== void 0) {
      let i = s.outputs;
      if (Array.isArray(i)) {
        let a = i.length;
        for (let o = 0; o < a; o++) {
          let f = i[o];
          if (typeof f == "string") {
            if (!j.test(f)) {
              let d = { instancePath: r + "/outputs/" + o, schemaPath: "#/$defs/identifier/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_-]*$" }, message: 'must match pattern "^[A-Za-z_][A-Za-z0-9_-]*$"' };
              e === null ? e = [d] : e.push(d), t++;
            }
          } else {
            let d = { instancePath: r + "/outputs/" + o, schemaPath: "#/$defs/identifier/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            e === null ? e = [d] : e.push(d), t++;
          }
        }
      } else {
        let a = { instancePath: r + "/outputs", schemaPath: "#/properties/outputs/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        e === null ? e = [a] : e.push(a), t++;
      }
    }
    if (s.meta !== void 0 && typeof s.meta != "boolean") {
      let i = { instancePath: r + "/meta", schemaPath: "#/properties/meta/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
      e === null ? e = [i] : e.push(i), t++;
    }
    if (s.translator !== void 0 && typeof s.translator != "string") {
      let i = { instancePath: r + "/translator", schemaPath: "#/$defs/repositoryRef/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [i] : e.push(i), t++;
    }
    if (s.allow_deletes !== void 0 && typeof s.allow_deletes != "boolean") {
      let i = { instancePath: r + "/allow_deletes", schemaPath: "#/$defs/allowDeletes/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
      e === null ? e = [i] : e.push(i), t++;
    }
  }
  return fe.errors = e, t === 0;
}
fe.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
var qt = { title: "Quota", description: "What one job takes of its pool while it runs: amounts by their unit. A text such as `50%` is that share of all that the pool `main` has.", type: ["object", "string"], pattern: "^[0-9]+(\\.[0-9]+)?%$", $comment: "amounts by their unit, or a share of the pool such as `50%`", properties: { pool: { title: "Pool", description: "The pool that it draws on.", type: "string", default: "main", examples: ["main"] }, cpu: { title: "CPU", description: "Cores.", $ref: "#/$defs/amount", examples: [1] }, memory: { title: "Memory", description: "Bytes.", $ref: "#/$defs/amount", examples: ["500Mi"] } }, propertyNames: { $ref: "#/$defs/plainName" }, additionalProperties: { title: "Named unit", description: "Any other unit of the pool.", $ref: "#/$defs/amount", examples: [1] }, examples: [{ cpu: 1, memory: "500Mi" }, { cpu: "50%" }, "100%"] }, Me = { title: "Quantity", description: "A quantity, or a share of what the whole pool has of it, such as `50%`.", type: ["number", "string"], minimum: 0, pattern: "^(\\+?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+|[numkKMGTPE]|[KMGTPE]i)?|[0-9]+(\\.[0-9]+)?%)$", $comment: "a number, one with a suffix such as `500m` or `8Gi`, or a share such as `50%`", examples: [1, "500m", "8Gi", "50%"] }, Nt = new RegExp("^[0-9]+(\\.[0-9]+)?%$", "u"), Le = new RegExp("^(\\+?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+|[numkKMGTPE]|[KMGTPE]i)?|[0-9]+(\\.[0-9]+)?%)$", "u");
function M(s, { instancePath: r = "", parentData: A, parentDataProperty: v, rootData: P = s, dynamicAnchors: $ = {} } = {}) {
  let e = null, t = 0, g = M.evaluated;
  if (g.dynamicProps && (g.props = void 0), g.dynamicItems && (g.items = void 0), !(s && typeof s == "object" && !Array.isArray(s)) && typeof s != "string") {
    let a = { instancePath: r, schemaPath: "#/type", keyword: "type", params: { type: qt.type }, message: "must be object,string" };
    e === null ? e = [a] : e.push(a), t++;
  }
  if (typeof s == "string" && !Nt.test(s)) {
    let a = { instancePath: r, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^[0-9]+(\\.[0-9]+)?%$" }, message: 'must match pattern "^[0-9]+(\\.[0-9]+)?%$"' };
    e === null ? e = [a] : e.push(a), t++;
  }
  if (s && typeof s == "object" && !Array.isArray(s)) {
    for (let a in s) {
      let o = t;
      if (typeof a == "string") {
        if (!j.test(a)) {
          let f = { instancePath: r, schemaPath: "#/$defs/plainName/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_-]*$" }, message: 'must match pattern "^[A-Za-z_][A-Za-z0-9_-]*$"', propertyName: a };
          e === null ? e = [f] : e.push(f), t++;
        }
      } else {
        let f = { instancePath: r, schemaPath: "#/$defs/plainName/type", keyword: "type", params: { type: "string" }, message: "must be string", propertyName: a };
        e === null ? e = [f] : e.push(f), t++;
      }
      var i = o === t;
      if (!i) {
        let f = { instancePath: r, schemaPath: "#/propertyNames", keyword: "propertyNames", params: { propertyName: a }, message: "property name must be valid" };
        e === null ? e = [f] : e.push(f), t++;
      }
    }
    for (let a in s)
      if (!(a === "pool" || a === "cpu" || a === "memory")) {
        let o = s[a];
        if (!(typeof o == "number" && isFinite(o)) && typeof o != "string") {
          let f = { instancePath: r + "/" + a.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/$defs/amount/type", keyword: "type", params: { type: Me.type }, message: "must be number,string" };
          e === null ? e = [f] : e.push(f), t++;
        }
        if (typeof o == "number" && isFinite(o) && (o < 0 || isNaN(o))) {
          let f = { instancePath: r + "/" + a.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/$defs/amount/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
          e === null ? e = [f] : e.push(f), t++;
        }
        if (typeof o == "string" && !Le.test(o)) {
          let f = { instancePath: r + "/" + a.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/$defs/amount/pattern", keyword: "pattern", params: { pattern: "^(\\+?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+|[numkKMGTPE]|[KMGTPE]i)?|[0-9]+(\\.[0-9]+)?%)$" }, message: 'must match pattern "^(\\+?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+|[numkKMGTPE]|[KMGTPE]i)?|[0-9]+(\\.[0-9]+)?%)$"' };
          e === null ? e = [f] : e.push(f), t++;
        }
      }
    if (s.pool !== void 0 && typeof s.pool != "string") {
      let a = { instancePath: r + "/pool", schemaPath: "#/properties/pool/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [a] : e.push(a), t++;
    }
    if (s.cpu !== void 0) {
      let a = s.cpu;
      if (!(typeof a == "number" && isFinite(a)) && typeof a != "string") {
        let o = { instancePath: r + "/cpu", schemaPath: "#/$defs/amount/type", keyword: "type", params: { type: Me.type }, message: "must be number,string" };
        e === null ? e = [o] : e.push(o), t++;
      }
      if (typeof a == "number" && isFinite(a) && (a < 0 || isNaN(a))) {
        let o = { instancePath: r + "/cpu", schemaPath: "#/$defs/amount/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
        e === null ? e = [o] : e.push(o), t++;
      }
      if (typeof a == "string" && !Le.test(a)) {
        let o = { instancePath: r + "/cpu", schemaPath: "#/$defs/amount/pattern", keyword: "pattern", params: { pattern: "^(\\+?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+|[numkKMGTPE]|[KMGTPE]i)?|[0-9]+(\\.[0-9]+)?%)$" }, message: 'must match pattern "^(\\+?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+|[numkKMGTPE]|[KMGTPE]i)?|[0-9]+(\\.[0-9]+)?%)$"' };
        e === null ? e = [o] : e.push(o), t++;
      }
    }
    if (s.memory !== void 0) {
      let a = s.memory;
      if (!(typeof a == "number" && isFinite(a)) && typeof a != "string") {
        let o = { instancePath: r + "/memory", schemaPath: "#/$defs/amount/type", keyword: "type", params: { type: Me.type }, message: "must be number,string" };
        e === null ? e = [o] : e.push(o), t++;
      }
      if (typeof a == "number" && isFinite(a) && (a < 0 || isNaN(a))) {
        let o = { instancePath: r + "/memory", schemaPath: "#/$defs/amount/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
        e === null ? e = [o] : e.push(o), t++;
      }
      if (typeof a == "string" && !Le.test(a)) {
        let o = { instancePath: r + "/memory", schemaPath: "#/$defs/amount/pattern", keyword: "pattern", params: { pattern: "^(\\+?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+|[numkKMGTPE]|[KMGTPE]i)?|[0-9]+(\\.[0-9]+)?%)$" }, message: 'must match pattern "^(\\+?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+|[numkKMGTPE]|[KMGTPE]i)?|[0-9]+(\\.[0-9]+)?%)$"' };
        e === null ? e = [o] : e.push(o), t++;
      }
    }
  }
  return M.errors = e, t === 0;
}
M.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
var tt = { title: "Retry", description: "How often a failed job is tried again in the same build: a number of attempts, or with details.", type: ["integer", "object"], minimum: 1, properties: { attempts: { title: "Attempts", description: "How many in all; 1 is no retry.", type: "integer", minimum: 1, default: 3, examples: [3] }, backoff: { title: "Backoff", description: "The pause before the second attempt; it doubles each time.", $ref: "#/$defs/duration", default: "1s", examples: ["5s"] }, max_backoff: { title: "Longest backoff", description: "No pause is longer.", $ref: "#/$defs/duration", default: "5m", examples: ["5m"] }, on: { title: "On", description: "Which failures are tried again: exit statuses, names of exit codes, `timeout` for a timeout. Without it, any failure.", type: "array", minItems: 1, items: { title: "Failure", description: "An exit status, the name of an exit code, or `timeout`.", type: ["integer", "string"], pattern: "^(timeout|[A-Z][A-Z0-9_]*)$", minimum: 1, maximum: 255, $comment: "an exit status from 1 to 255, the name of an exit code, or `timeout`", examples: [75, "BUSY", "timeout"] }, examples: [[75, "BUSY", "timeout"]] } }, additionalProperties: !1, examples: [3, { attempts: 3, backoff: "5s" }] }, zt = new RegExp("^(timeout|[A-Z][A-Z0-9_]*)$", "u");
function de(s, { instancePath: r = "", parentData: A, parentDataProperty: v, rootData: P = s, dynamicAnchors: $ = {} } = {}) {
  let e = null, t = 0, g = de.evaluated;
  if (g.dynamicProps && (g.props = void 0), g.dynamicItems && (g.items = void 0), !(typeof s == "number" && !(s % 1) && !isNaN(s) && isFinite(s)) && !(s && typeof s == "object" && !Array.isArray(s))) {
    let i = { instancePath: r, schemaPath: "#/type", keyword: "type", params: { type: tt.type }, message: "must be integer,object" };
    e === null ? e = [i] : e.push(i), t++;
  }
  if (typeof s == "number" && isFinite(s) && (s < 1 || isNaN(s))) {
    let i = { instancePath: r, schemaPath: "#/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
    e === null ? e = [i] : e.push(i), t++;
  }
  if (s && typeof s == "object" && !Array.isArray(s)) {
    for (let i in s)
      if (!(i === "attempts" || i === "backoff" || i === "max_backoff" || i === "on")) {
        let a = { instancePath: r, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: i }, message: "must NOT have additional properties" };
        e === null ? e = [a] : e.push(a), t++;
      }
    if (s.attempts !== void 0) {
      let i = s.attempts;
      if (!(typeof i == "number" && !(i % 1) && !isNaN(i) && isFinite(i))) {
        let a = { instancePath: r + "/attempts", schemaPath: "#/properties/attempts/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        e === null ? e = [a] : e.push(a), t++;
      }
      if (typeof i == "number" && isFinite(i) && (i < 1 || isNaN(i))) {
        let a = { instancePath: r + "/attempts", schemaPath: "#/properties/attempts/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
        e === null ? e = [a] : e.push(a), t++;
      }
    }
    if (s.backoff !== void 0) {
      let i = s.backoff;
      if (typeof i != "string" && !(typeof i == "number" && isFinite(i))) {
        let a = { instancePath: r + "/backoff", schemaPath: "#/$defs/duration/type", keyword: "type", params: { type: L.type }, message: "must be string,number" };
        e === null ? e = [a] : e.push(a), t++;
      }
      if (typeof i == "number" && isFinite(i) && (i <= 0 || isNaN(i))) {
        let a = { instancePath: r + "/backoff", schemaPath: "#/$defs/duration/exclusiveMinimum", keyword: "exclusiveMinimum", params: { comparison: ">", limit: 0 }, message: "must be > 0" };
        e === null ? e = [a] : e.push(a), t++;
      }
      if (typeof i == "string" && !K.test(i)) {
        let a = { instancePath: r + "/backoff", schemaPath: "#/$defs/duration/pattern", keyword: "pattern", params: { pattern: "^([0-9]+(\\.[0-9]+)?(ms|s|m|h|d))+$" }, message: 'must match pattern "^([0-9]+(\\.[0-9]+)?(ms|s|m|h|d))+$"' };
        e === null ? e = [a] : e.push(a), t++;
      }
    }
    if (s.max_backoff !== void 0) {
      let i = s.max_backoff;
      if (typeof i != "string" && !(typeof i == "number" && isFinite(i))) {
        let a = { instancePath: r + "/max_backoff", schemaPath: "#/$defs/duration/type", keyword: "type", params: { type: L.type }, message: "must be string,number" };
        e === null ? e = [a] : e.push(a), t++;
      }
      if (typeof i == "number" && isFinite(i) && (i <= 0 || isNaN(i))) {
        let a = { instancePath: r + "/max_backoff", schemaPath: "#/$defs/duration/exclusiveMinimum", keyword: "exclusiveMinimum", params: { comparison: ">", limit: 0 }, message: "must be > 0" };
        e === null ? e = [a] : e.push(a), t++;
      }
      if (typeof i == "string" && !K.test(i)) {
        let a = { instancePath: r + "/max_backoff", schemaPath: "#/$defs/duration/pattern", keyword: "pattern", params: { pattern: "^([0-9]+(\\.[0-9]+)?(ms|s|m|h|d))+$" }, message: 'must match pattern "^([0-9]+(\\.[0-9]+)?(ms|s|m|h|d))+$"' };
        e === null ? e = [a] : e.push(a), t++;
      }
    }
    if (s.on !== void 0) {
      let i = s.on;
      if (Array.isArray(i)) {
        if (i.length < 1) {
          let o = { instancePath: r + "/on", schemaPath: "#/properties/on/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
          e === null ? e = [o] : e.push(o), t++;
        }
        let a = i.length;
        for (let o = 0; o < a; o++) {
          let f = i[o];
          if (!(typeof f == "number" && !(f % 1) && !isNaN(f) && isFinite(f)) && typeof f != "string") {
            let d = { instancePath: r + "/on/" + o, schemaPath: "#/properties/on/items/type", keyword: "type", params: { type: tt.properties.on.items.type }, message: "must be integer,string" };
            e === null ? e = [d] : e.push(d), t++;
          }
          if (typeof f == "number" && isFinite(f)) {
            if (f > 255 || isNaN(f)) {
              let d = { instancePath: r + "/on/" + o, schemaPath: "#/properties/on/items/maximum", keyword: "maximum", params: { comparison: "<=", limit: 255 }, message: "must be <= 255" };
              e === null ? e = [d] : e.push(d), t++;
            }
            if (f < 1 || isNaN(f)) {
              let d = { instancePath: r + "/on/" + o, schemaPath: "#/properties/on/items/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
              e === null ? e = [d] : e.push(d), t++;
            }
          }
          if (typeof f == "string" && !zt.test(f)) {
            let d = { instancePath: r + "/on/" + o, schemaPath: "#/properties/on/items/pattern", keyword: "pattern", params: { pattern: "^(timeout|[A-Z][A-Z0-9_]*)$" }, message: 'must match pattern "^(timeout|[A-Z][A-Z0-9_]*)$"' };
            e === null ? e = [d] : e.push(d), t++;
          }
        }
      } else {
        let a = { instancePath: r + "/on", schemaPath: "#/properties/on/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        e === null ? e = [a] : e.push(a), t++;
      }
    }
  }
  return de.errors = e, t === 0;
}
de.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
var ot = new RegExp("^[A-Z][A-Z0-9_]*$", "u");
function he(s, { instancePath: r = "", parentData: A, parentDataProperty: v, rootData: P = s, dynamicAnchors: $ = {} } = {}) {
  let e = null, t = 0, g = he.evaluated;
  if (g.dynamicProps && (g.props = void 0), g.dynamicItems && (g.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    for (let a in s) {
      let o = t;
      if (typeof a == "string") {
        if (!ot.test(a)) {
          let f = { instancePath: r, schemaPath: "#/$defs/exitName/pattern", keyword: "pattern", params: { pattern: "^[A-Z][A-Z0-9_]*$" }, message: 'must match pattern "^[A-Z][A-Z0-9_]*$"', propertyName: a };
          e === null ? e = [f] : e.push(f), t++;
        }
      } else {
        let f = { instancePath: r, schemaPath: "#/$defs/exitName/type", keyword: "type", params: { type: "string" }, message: "must be string", propertyName: a };
        e === null ? e = [f] : e.push(f), t++;
      }
      var i = o === t;
      if (!i) {
        let f = { instancePath: r, schemaPath: "#/propertyNames", keyword: "propertyNames", params: { propertyName: a }, message: "property name must be valid" };
        e === null ? e = [f] : e.push(f), t++;
      }
    }
    for (let a in s) {
      let o = s[a];
      if (o && typeof o == "object" && !Array.isArray(o)) {
        if (o.status === void 0) {
          let f = { instancePath: r + "/" + a.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/additionalProperties/required", keyword: "required", params: { missingProperty: "status" }, message: "must have required property 'status'" };
          e === null ? e = [f] : e.push(f), t++;
        }
        if (o.message === void 0) {
          let f = { instancePath: r + "/" + a.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/additionalProperties/required", keyword: "required", params: { missingProperty: "message" }, message: "must have required property 'message'" };
          e === null ? e = [f] : e.push(f), t++;
        }
        for (let f in o)
          if (!(f === "status" || f === "message" || f === "ok" || f === "retry" || f === "invalidates_cache")) {
            let d = { instancePath: r + "/" + a.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/additionalProperties/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: f }, message: "must NOT have additional properties" };
            e === null ? e = [d] : e.push(d), t++;
          }
        if (o.status !== void 0) {
          let f = o.status;
          if (!(typeof f == "number" && !(f % 1) && !isNaN(f) && isFinite(f))) {
            let d = { instancePath: r + "/" + a.replace(/~/g, "~0").replace(/\//g, "~1") + "/status", schemaPath: "#/additionalProperties/properties/status/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
            e === null ? e = [d] : e.push(d), t++;
          }
          if (typeof f == "number" && isFinite(f)) {
            if (f > 255 || isNaN(f)) {
              let d = { instancePath: r + "/" + a.replace(/~/g, "~0").replace(/\//g, "~1") + "/status", schemaPath: "#/additionalProperties/properties/status/maximum", keyword: "maximum", params: { comparison: "<=", limit: 255 }, message: "must be <= 255" };
              e === null ? e = [d] : e.push(d), t++;
            }
            if (f < 1 || isNaN(f)) {
              let d = { instancePath: r + "/" + a.replace(/~/g, "~0").replace(/\//g, "~1") + "/status", schemaPath: "#/additionalProperties/properties/status/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
              e === null ? e = [d] : e.push(d), t++;
            }
          }
        }
        if (o.message !== void 0 && typeof o.message != "string") {
          let f = { instancePath: r + "/" + a.replace(/~/g, "~0").replace(/\//g, "~1") + "/message", schemaPath: "#/additionalProperties/properties/message/type", keyword: "type", params: { type: "string" }, message: "must be string" };
          e === null ? e = [f] : e.push(f), t++;
        }
        if (o.ok !== void 0 && typeof o.ok != "boolean") {
          let f = { instancePath: r + "/" + a.replace(/~/g, "~0").replace(/\//g, "~1") + "/ok", schemaPath: "#/additionalProperties/properties/ok/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
          e === null ? e = [f] : e.push(f), t++;
        }
        if (o.retry !== void 0 && typeof o.retry != "boolean") {
          let f = { instancePath: r + "/" + a.replace(/~/g, "~0").replace(/\//g, "~1") + "/retry", schemaPath: "#/additionalProperties/properties/retry/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
          e === null ? e = [f] : e.push(f), t++;
        }
        if (o.invalidates_cache !== void 0 && typeof o.invalidates_cache != "boolean") {
          let f = { instancePath: r + "/" + a.replace(/~/g, "~0").replace(/\//g, "~1") + "/invalidates_cache", schemaPath: "#/additionalProperties/properties/invalidates_cache/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
          e === null ? e = [f] : e.push(f), t++;
        }
      } else {
        let f = { instancePath: r + "/" + a.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/additionalProperties/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        e === null ? e = [f] : e.push(f), t++;
      }
    }
  } else {
    let a = { instancePath: r, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = [a] : e.push(a), t++;
  }
  return he.errors = e, t === 0;
}
he.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
var _e = new RegExp("^[A-Za-z_][A-Za-z0-9_-]*(\\.[A-Za-z_][A-Za-z0-9_-]*)*$", "u"), Tt = new RegExp("\\{[{%]", "u");
function ce(s, { instancePath: r = "", parentData: A, parentDataProperty: v, rootData: P = s, dynamicAnchors: $ = {} } = {}) {
  let e = null, t = 0, g = ce.evaluated;
  g.dynamicProps && (g.props = void 0), g.dynamicItems && (g.items = void 0);
  let i = t, a = !1, o = null, f = t;
  if (s && typeof s == "object" && !Array.isArray(s) && s.use === void 0) {
    let p = { instancePath: r, schemaPath: "#/oneOf/0/required", keyword: "required", params: { missingProperty: "use" }, message: "must have required property 'use'" };
    e === null ? e = [p] : e.push(p), t++;
  }
  var y = f === t;
  y && (a = !0, o = 0);
  let d = t;
  if (s && typeof s == "object" && !Array.isArray(s) && s.run === void 0) {
    let p = { instancePath: r, schemaPath: "#/oneOf/1/required", keyword: "required", params: { missingProperty: "run" }, message: "must have required property 'run'" };
    e === null ? e = [p] : e.push(p), t++;
  }
  var y = d === t;
  if (y && a)
    a = !1, o = [o, 1];
  else {
    y && (a = !0, o = 1);
    let p = t;
    if (s && typeof s == "object" && !Array.isArray(s) && s.exec === void 0) {
      let l = { instancePath: r, schemaPath: "#/oneOf/2/required", keyword: "required", params: { missingProperty: "exec" }, message: "must have required property 'exec'" };
      e === null ? e = [l] : e.push(l), t++;
    }
    var y = p === t;
    if (y && a)
      a = !1, o = [o, 2];
    else {
      y && (a = !0, o = 2);
      let l = t;
      if (s && typeof s == "object" && !Array.isArray(s) && s.function === void 0) {
        let w = { instancePath: r, schemaPath: "#/oneOf/3/required", keyword: "required", params: { missingProperty: "function" }, message: "must have required property 'function'" };
        e === null ? e = [w] : e.push(w), t++;
      }
      var y = l === t;
      if (y && a)
        a = !1, o = [o, 3];
      else {
        y && (a = !0, o = 3);
        let w = t;
        if (s && typeof s == "object" && !Array.isArray(s) && s.tube === void 0) {
          let _ = { instancePath: r, schemaPath: "#/oneOf/4/required", keyword: "required", params: { missingProperty: "tube" }, message: "must have required property 'tube'" };
          e === null ? e = [_] : e.push(_), t++;
        }
        var y = w === t;
        if (y && a)
          a = !1, o = [o, 4];
        else {
          y && (a = !0, o = 4);
          let _ = t;
          if (s && typeof s == "object" && !Array.isArray(s) && s.steps === void 0) {
            let z = { instancePath: r, schemaPath: "#/oneOf/5/required", keyword: "required", params: { missingProperty: "steps" }, message: "must have required property 'steps'" };
            e === null ? e = [z] : e.push(z), t++;
          }
          var y = _ === t;
          y && a ? (a = !1, o = [o, 5]) : y && (a = !0, o = 5);
        }
      }
    }
  }
  if (a)
    t = i, e !== null && (i ? e.length = i : e = null);
  else {
    let p = { instancePath: r, schemaPath: "#/oneOf", keyword: "oneOf", params: { passingSchemas: o }, message: "must match exactly one schema in oneOf" };
    e === null ? e = [p] : e.push(p), t++;
  }
  if (s && typeof s == "object" && !Array.isArray(s)) {
    for (let p in s)
      if (!V.call(xe.properties, p)) {
        let n = { instancePath: r, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: p }, message: "must NOT have additional properties" };
        e === null ? e = [n] : e.push(n), t++;
      }
    if (s.description !== void 0 && typeof s.description != "string") {
      let p = { instancePath: r + "/description", schemaPath: "#/properties/description/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [p] : e.push(p), t++;
    }
    if (s.use !== void 0 && typeof s.use != "string") {
      let p = { instancePath: r + "/use", schemaPath: "#/properties/use/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [p] : e.push(p), t++;
    }
    if (s.run !== void 0 && typeof s.run != "string") {
      let p = { instancePath: r + "/run", schemaPath: "#/properties/run/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [p] : e.push(p), t++;
    }
    if (s.exec !== void 0) {
      let p = s.exec;
      if (Array.isArray(p)) {
        if (p.length < 1) {
          let l = { instancePath: r + "/exec", schemaPath: "#/properties/exec/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
          e === null ? e = [l] : e.push(l), t++;
        }
        let n = p.length;
        for (let l = 0; l < n; l++)
          if (typeof p[l] != "string") {
            let u = { instancePath: r + "/exec/" + l, schemaPath: "#/properties/exec/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            e === null ? e = [u] : e.push(u), t++;
          }
      } else {
        let n = { instancePath: r + "/exec", schemaPath: "#/properties/exec/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        e === null ? e = [n] : e.push(n), t++;
      }
    }
    if (s.function !== void 0) {
      let p = s.function;
      if (typeof p != "string" && !(p && typeof p == "object" && !Array.isArray(p))) {
        let n = { instancePath: r + "/function", schemaPath: "#/$defs/functionRef/type", keyword: "type", params: { type: Te.type }, message: "must be string,object" };
        e === null ? e = [n] : e.push(n), t++;
      }
      if (p && typeof p == "object" && !Array.isArray(p)) {
        if (p.module === void 0) {
          let n = { instancePath: r + "/function", schemaPath: "#/$defs/functionRef/required", keyword: "required", params: { missingProperty: "module" }, message: "must have required property 'module'" };
          e === null ? e = [n] : e.push(n), t++;
        }
        for (let n in p)
          if (!(n === "module" || n === "export")) {
            let l = { instancePath: r + "/function", schemaPath: "#/$defs/functionRef/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: n }, message: "must NOT have additional properties" };
            e === null ? e = [l] : e.push(l), t++;
          }
        if (p.module !== void 0 && typeof p.module != "string") {
          let n = { instancePath: r + "/function/module", schemaPath: "#/$defs/functionRef/properties/module/type", keyword: "type", params: { type: "string" }, message: "must be string" };
          e === null ? e = [n] : e.push(n), t++;
        }
        if (p.export !== void 0 && typeof p.export != "string") {
          let n = { instancePath: r + "/function/export", schemaPath: "#/$defs/functionRef/properties/export/type", keyword: "type", params: { type: "string" }, message: "must be string" };
          e === null ? e = [n] : e.push(n), t++;
        }
      }
    }
    if (s.steps !== void 0 && (G(s.steps, { instancePath: r + "/steps", parentData: s, parentDataProperty: "steps", rootData: P, dynamicAnchors: $ }) || (e = e === null ? G.errors : e.concat(G.errors), t = e.length)), s.tube !== void 0 && typeof s.tube != "string") {
      let p = { instancePath: r + "/tube", schemaPath: "#/properties/tube/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [p] : e.push(p), t++;
    }
    if (s.assets !== void 0) {
      let p = s.assets;
      if (Array.isArray(p)) {
        let n = p.length;
        for (let l = 0; l < n; l++) {
          let u = p[l];
          if (typeof u == "string") {
            if (!j.test(u)) {
              let w = { instancePath: r + "/assets/" + l, schemaPath: "#/$defs/identifier/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_-]*$" }, message: 'must match pattern "^[A-Za-z_][A-Za-z0-9_-]*$"' };
              e === null ? e = [w] : e.push(w), t++;
            }
          } else {
            let w = { instancePath: r + "/assets/" + l, schemaPath: "#/$defs/identifier/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            e === null ? e = [w] : e.push(w), t++;
          }
        }
      } else {
        let n = { instancePath: r + "/assets", schemaPath: "#/properties/assets/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        e === null ? e = [n] : e.push(n), t++;
      }
    }
    if (s.shell !== void 0) {
      let p = s.shell;
      if (Array.isArray(p)) {
        if (p.length < 1) {
          let l = { instancePath: r + "/shell", schemaPath: "#/$defs/shell/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
          e === null ? e = [l] : e.push(l), t++;
        }
        let n = p.length;
        for (let l = 0; l < n; l++)
          if (typeof p[l] != "string") {
            let u = { instancePath: r + "/shell/" + l, schemaPath: "#/$defs/shell/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            e === null ? e = [u] : e.push(u), t++;
          }
      } else {
        let n = { instancePath: r + "/shell", schemaPath: "#/$defs/shell/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        e === null ? e = [n] : e.push(n), t++;
      }
    }
    if (s.cwd !== void 0 && typeof s.cwd != "string") {
      let p = { instancePath: r + "/cwd", schemaPath: "#/properties/cwd/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [p] : e.push(p), t++;
    }
    if (s.inputs !== void 0) {
      let p = s.inputs;
      if (p && typeof p == "object" && !Array.isArray(p)) {
        for (let n in p) {
          let l = t;
          if (typeof n == "string") {
            if (!_e.test(n)) {
              let u = { instancePath: r + "/inputs", schemaPath: "#/$defs/linkName/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_-]*(\\.[A-Za-z_][A-Za-z0-9_-]*)*$" }, message: 'must match pattern "^[A-Za-z_][A-Za-z0-9_-]*(\\.[A-Za-z_][A-Za-z0-9_-]*)*$"', propertyName: n };
              e === null ? e = [u] : e.push(u), t++;
            }
          } else {
            let u = { instancePath: r + "/inputs", schemaPath: "#/$defs/linkName/type", keyword: "type", params: { type: "string" }, message: "must be string", propertyName: n };
            e === null ? e = [u] : e.push(u), t++;
          }
          var b = l === t;
          if (!b) {
            let u = { instancePath: r + "/inputs", schemaPath: "#/properties/inputs/propertyNames", keyword: "propertyNames", params: { propertyName: n }, message: "property name must be valid" };
            e === null ? e = [u] : e.push(u), t++;
          }
        }
        for (let n in p)
          F(p[n], { instancePath: r + "/inputs/" + n.replace(/~/g, "~0").replace(/\//g, "~1"), parentData: p, parentDataProperty: n, rootData: P, dynamicAnchors: $ }) || (e = e === null ? F.errors : e.concat(F.errors), t = e.length);
      } else {
        let n = { instancePath: r + "/inputs", schemaPath: "#/properties/inputs/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        e === null ? e = [n] : e.push(n), t++;
      }
    }
    if (s.outputs !== void 0) {
      let p = s.outputs;
      if (p && typeof p == "object" && !Array.isArray(p)) {
        for (let n in p) {
          let l = t;
          if (typeof n == "string") {
            if (!_e.test(n)) {
              let u = { instancePath: r + "/outputs", schemaPath: "#/$defs/linkName/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_-]*(\\.[A-Za-z_][A-Za-z0-9_-]*)*$" }, message: 'must match pattern "^[A-Za-z_][A-Za-z0-9_-]*(\\.[A-Za-z_][A-Za-z0-9_-]*)*$"', propertyName: n };
              e === null ? e = [u] : e.push(u), t++;
            }
          } else {
            let u = { instancePath: r + "/outputs", schemaPath: "#/$defs/linkName/type", keyword: "type", params: { type: "string" }, message: "must be string", propertyName: n };
            e === null ? e = [u] : e.push(u), t++;
          }
          var x = l === t;
          if (!x) {
            let u = { instancePath: r + "/outputs", schemaPath: "#/properties/outputs/propertyNames", keyword: "propertyNames", params: { propertyName: n }, message: "property name must be valid" };
            e === null ? e = [u] : e.push(u), t++;
          }
        }
        for (let n in p)
          q(p[n], { instancePath: r + "/outputs/" + n.replace(/~/g, "~0").replace(/\//g, "~1"), parentData: p, parentDataProperty: n, rootData: P, dynamicAnchors: $ }) || (e = e === null ? q.errors : e.concat(q.errors), t = e.length);
      } else {
        let n = { instancePath: r + "/outputs", schemaPath: "#/properties/outputs/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        e === null ? e = [n] : e.push(n), t++;
      }
    }
    if (s.links !== void 0) {
      let p = s.links;
      if (p && typeof p == "object" && !Array.isArray(p)) {
        for (let n in p) {
          let l = t;
          if (typeof n == "string") {
            if (!_e.test(n)) {
              let u = { instancePath: r + "/links", schemaPath: "#/$defs/linkName/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_-]*(\\.[A-Za-z_][A-Za-z0-9_-]*)*$" }, message: 'must match pattern "^[A-Za-z_][A-Za-z0-9_-]*(\\.[A-Za-z_][A-Za-z0-9_-]*)*$"', propertyName: n };
              e === null ? e = [u] : e.push(u), t++;
            }
          } else {
            let u = { instancePath: r + "/links", schemaPath: "#/$defs/linkName/type", keyword: "type", params: { type: "string" }, message: "must be string", propertyName: n };
            e === null ? e = [u] : e.push(u), t++;
          }
          var k = l === t;
          if (!k) {
            let u = { instancePath: r + "/links", schemaPath: "#/properties/links/propertyNames", keyword: "propertyNames", params: { propertyName: n }, message: "property name must be valid" };
            e === null ? e = [u] : e.push(u), t++;
          }
        }
        for (let n in p)
          ue(p[n], { instancePath: r + "/links/" + n.replace(/~/g, "~0").replace(/\//g, "~1"), parentData: p, parentDataProperty: n, rootData: P, dynamicAnchors: $ }) || (e = e === null ? ue.errors : e.concat(ue.errors), t = e.length);
      } else {
        let n = { instancePath: r + "/links", schemaPath: "#/properties/links/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        e === null ? e = [n] : e.push(n), t++;
      }
    }
    if (s.plug !== void 0) {
      let p = s.plug;
      if (Array.isArray(p)) {
        if (p.length < 1) {
          let l = { instancePath: r + "/plug", schemaPath: "#/properties/plug/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
          e === null ? e = [l] : e.push(l), t++;
        }
        let n = p.length;
        for (let l = 0; l < n; l++)
          fe(p[l], { instancePath: r + "/plug/" + l, parentData: p, parentDataProperty: l, rootData: P, dynamicAnchors: $ }) || (e = e === null ? fe.errors : e.concat(fe.errors), t = e.length);
      } else {
        let n = { instancePath: r + "/plug", schemaPath: "#/properties/plug/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        e === null ? e = [n] : e.push(n), t++;
      }
    }
    if (s.params !== void 0) {
      let p = s.params;
      if (p && typeof p == "object" && !Array.isArray(p))
        for (let n in p) {
          let l = t;
          if (typeof n == "string") {
            if (!j.test(n)) {
              let u = { instancePath: r + "/params", schemaPath: "#/$defs/identifier/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_-]*$" }, message: 'must match pattern "^[A-Za-z_][A-Za-z0-9_-]*$"', propertyName: n };
              e === null ? e = [u] : e.push(u), t++;
            }
          } else {
            let u = { instancePath: r + "/params", schemaPath: "#/$defs/identifier/type", keyword: "type", params: { type: "string" }, message: "must be string", propertyName: n };
            e === null ? e = [u] : e.push(u), t++;
          }
          var m = l === t;
          if (!m) {
            let u = { instancePath: r + "/params", schemaPath: "#/properties/params/propertyNames", keyword: "propertyNames", params: { propertyName: n }, message: "property name must be valid" };
            e === null ? e = [u] : e.push(u), t++;
          }
        }
      else {
        let n = { instancePath: r + "/params", schemaPath: "#/properties/params/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        e === null ? e = [n] : e.push(n), t++;
      }
    }
    if (s.env !== void 0) {
      let p = s.env;
      if (p && typeof p == "object" && !Array.isArray(p)) {
        for (let n in p) {
          let l = t;
          if (typeof n == "string") {
            if (!Ge.test(n)) {
              let u = { instancePath: r + "/env", schemaPath: "#/$defs/environment/propertyNames/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_]*$" }, message: 'must match pattern "^[A-Za-z_][A-Za-z0-9_]*$"', propertyName: n };
              e === null ? e = [u] : e.push(u), t++;
            }
          } else {
            let u = { instancePath: r + "/env", schemaPath: "#/$defs/environment/propertyNames/type", keyword: "type", params: { type: "string" }, message: "must be string", propertyName: n };
            e === null ? e = [u] : e.push(u), t++;
          }
          var h = l === t;
          if (!h) {
            let u = { instancePath: r + "/env", schemaPath: "#/$defs/environment/propertyNames", keyword: "propertyNames", params: { propertyName: n }, message: "property name must be valid" };
            e === null ? e = [u] : e.push(u), t++;
          }
        }
        for (let n in p) {
          let l = p[n];
          if (typeof l != "string" && !(typeof l == "number" && isFinite(l)) && typeof l != "boolean") {
            let u = { instancePath: r + "/env/" + n.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/$defs/environment/additionalProperties/type", keyword: "type", params: { type: xt.additionalProperties.type }, message: "must be string,number,boolean" };
            e === null ? e = [u] : e.push(u), t++;
          }
        }
      } else {
        let n = { instancePath: r + "/env", schemaPath: "#/$defs/environment/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        e === null ? e = [n] : e.push(n), t++;
      }
    }
    if (s.stdin !== void 0 && (F(s.stdin, { instancePath: r + "/stdin", parentData: s, parentDataProperty: "stdin", rootData: P, dynamicAnchors: $ }) || (e = e === null ? F.errors : e.concat(F.errors), t = e.length)), s.stdout !== void 0 && (q(s.stdout, { instancePath: r + "/stdout", parentData: s, parentDataProperty: "stdout", rootData: P, dynamicAnchors: $ }) || (e = e === null ? q.errors : e.concat(q.errors), t = e.length)), s.stderr !== void 0 && (q(s.stderr, { instancePath: r + "/stderr", parentData: s, parentDataProperty: "stderr", rootData: P, dynamicAnchors: $ }) || (e = e === null ? q.errors : e.concat(q.errors), t = e.length)), s.logs !== void 0 && (q(s.logs, { instancePath: r + "/logs", parentData: s, parentDataProperty: "logs", rootData: P, dynamicAnchors: $ }) || (e = e === null ? q.errors : e.concat(q.errors), t = e.length)), s.done !== void 0 && (q(s.done, { instancePath: r + "/done", parentData: s, parentDataProperty: "done", rootData: P, dynamicAnchors: $ }) || (e = e === null ? q.errors : e.concat(q.errors), t = e.length)), s.live !== void 0 && (q(s.live, { instancePath: r + "/live", parentData: s, parentDataProperty: "live", rootData: P, dynamicAnchors: $ }) || (e = e === null ? q.errors : e.concat(q.errors), t = e.length)), s.quota !== void 0 && (M(s.quota, { instancePath: r + "/quota", parentData: s, parentDataProperty: "quota", rootData: P, dynamicAnchors: $ }) || (e = e === null ? M.errors : e.concat(M.errors), t = e.length)), s.fallback_quota !== void 0 && (M(s.fallback_quota, { instancePath: r + "/fallback_quota", parentData: s, parentDataProperty: "fallback_quota", rootData: P, dynamicAnchors: $ }) || (e = e === null ? M.errors : e.concat(M.errors), t = e.length)), s.priority !== void 0) {
      let p = s.priority;
      if (!(typeof p == "number" && isFinite(p)) && typeof p != "string" && !(p && typeof p == "object" && !Array.isArray(p))) {
        let n = { instancePath: r + "/priority", schemaPath: "#/properties/priority/type", keyword: "type", params: { type: xe.properties.priority.type }, message: "must be number,string,object" };
        e === null ? e = [n] : e.push(n), t++;
      }
      if (typeof p == "string" && !Tt.test(p)) {
        let n = { instancePath: r + "/priority", schemaPath: "#/properties/priority/pattern", keyword: "pattern", params: { pattern: "\\{[{%]" }, message: 'must match pattern "\\{[{%]"' };
        e === null ? e = [n] : e.push(n), t++;
      }
      if (p && typeof p == "object" && !Array.isArray(p)) {
        if (p.function === void 0) {
          let n = { instancePath: r + "/priority", schemaPath: "#/properties/priority/required", keyword: "required", params: { missingProperty: "function" }, message: "must have required property 'function'" };
          e === null ? e = [n] : e.push(n), t++;
        }
        for (let n in p)
          if (n !== "function") {
            let l = { instancePath: r + "/priority", schemaPath: "#/properties/priority/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: n }, message: "must NOT have additional properties" };
            e === null ? e = [l] : e.push(l), t++;
          }
        if (p.function !== void 0) {
          let n = p.function;
          if (typeof n != "string" && !(n && typeof n == "object" && !Array.isArray(n))) {
            let l = { instancePath: r + "/priority/function", schemaPath: "#/$defs/functionRef/type", keyword: "type", params: { type: Te.type }, message: "must be string,object" };
            e === null ? e = [l] : e.push(l), t++;
          }
          if (n && typeof n == "object" && !Array.isArray(n)) {
            if (n.module === void 0) {
              let l = { instancePath: r + "/priority/function", schemaPath: "#/$defs/functionRef/required", keyword: "required", params: { missingProperty: "module" }, message: "must have required property 'module'" };
              e === null ? e = [l] : e.push(l), t++;
            }
            for (let l in n)
              if (!(l === "module" || l === "export")) {
                let u = { instancePath: r + "/priority/function", schemaPath: "#/$defs/functionRef/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: l }, message: "must NOT have additional properties" };
                e === null ? e = [u] : e.push(u), t++;
              }
            if (n.module !== void 0 && typeof n.module != "string") {
              let l = { instancePath: r + "/priority/function/module", schemaPath: "#/$defs/functionRef/properties/module/type", keyword: "type", params: { type: "string" }, message: "must be string" };
              e === null ? e = [l] : e.push(l), t++;
            }
            if (n.export !== void 0 && typeof n.export != "string") {
              let l = { instancePath: r + "/priority/function/export", schemaPath: "#/$defs/functionRef/properties/export/type", keyword: "type", params: { type: "string" }, message: "must be string" };
              e === null ? e = [l] : e.push(l), t++;
            }
          }
        }
      }
    }
    if (s.timeout !== void 0) {
      let p = s.timeout;
      if (typeof p != "string" && !(typeof p == "number" && isFinite(p))) {
        let n = { instancePath: r + "/timeout", schemaPath: "#/$defs/duration/type", keyword: "type", params: { type: L.type }, message: "must be string,number" };
        e === null ? e = [n] : e.push(n), t++;
      }
      if (typeof p == "number" && isFinite(p) && (p <= 0 || isNaN(p))) {
        let n = { instancePath: r + "/timeout", schemaPath: "#/$defs/duration/exclusiveMinimum", keyword: "exclusiveMinimum", params: { comparison: ">", limit: 0 }, message: "must be > 0" };
        e === null ? e = [n] : e.push(n), t++;
      }
      if (typeof p == "string" && !K.test(p)) {
        let n = { instancePath: r + "/timeout", schemaPath: "#/$defs/duration/pattern", keyword: "pattern", params: { pattern: "^([0-9]+(\\.[0-9]+)?(ms|s|m|h|d))+$" }, message: 'must match pattern "^([0-9]+(\\.[0-9]+)?(ms|s|m|h|d))+$"' };
        e === null ? e = [n] : e.push(n), t++;
      }
    }
    if (s.retry !== void 0 && (de(s.retry, { instancePath: r + "/retry", parentData: s, parentDataProperty: "retry", rootData: P, dynamicAnchors: $ }) || (e = e === null ? de.errors : e.concat(de.errors), t = e.length)), s.rerun !== void 0) {
      let p = s.rerun;
      if (!(p === "changed" || p === "once" || p === "always")) {
        let n = { instancePath: r + "/rerun", schemaPath: "#/properties/rerun/enum", keyword: "enum", params: { allowedValues: xe.properties.rerun.enum }, message: "must be equal to one of the allowed values" };
        e === null ? e = [n] : e.push(n), t++;
      }
    }
    if (s.on_change !== void 0) {
      let p = s.on_change;
      if (!(p === "queue" || p === "restart")) {
        let n = { instancePath: r + "/on_change", schemaPath: "#/properties/on_change/enum", keyword: "enum", params: { allowedValues: xe.properties.on_change.enum }, message: "must be equal to one of the allowed values" };
        e === null ? e = [n] : e.push(n), t++;
      }
    }
    if (s.failure_ok !== void 0 && typeof s.failure_ok != "boolean") {
      let p = { instancePath: r + "/failure_ok", schemaPath: "#/properties/failure_ok/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
      e === null ? e = [p] : e.push(p), t++;
    }
    if (s.service !== void 0 && typeof s.service != "boolean") {
      let p = { instancePath: r + "/service", schemaPath: "#/properties/service/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
      e === null ? e = [p] : e.push(p), t++;
    }
    if (s.ready_when !== void 0) {
      let p = s.ready_when;
      if (p && typeof p == "object" && !Array.isArray(p)) {
        if (Object.keys(p).length < 1) {
          let n = { instancePath: r + "/ready_when", schemaPath: "#/$defs/readyWhen/minProperties", keyword: "minProperties", params: { limit: 1 }, message: "must NOT have fewer than 1 properties" };
          e === null ? e = [n] : e.push(n), t++;
        }
        for (let n in p)
          if (!(n === "line" || n === "port" || n === "file")) {
            let l = { instancePath: r + "/ready_when", schemaPath: "#/$defs/readyWhen/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: n }, message: "must NOT have additional properties" };
            e === null ? e = [l] : e.push(l), t++;
          }
        if (p.line !== void 0) {
          let n = p.line;
          if (typeof n == "string") {
            if (je(n) < 1) {
              let l = { instancePath: r + "/ready_when/line", schemaPath: "#/$defs/readyWhen/properties/line/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              e === null ? e = [l] : e.push(l), t++;
            }
          } else {
            let l = { instancePath: r + "/ready_when/line", schemaPath: "#/$defs/readyWhen/properties/line/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            e === null ? e = [l] : e.push(l), t++;
          }
        }
        if (p.port !== void 0) {
          let n = p.port;
          if (!(typeof n == "number" && !(n % 1) && !isNaN(n) && isFinite(n))) {
            let l = { instancePath: r + "/ready_when/port", schemaPath: "#/$defs/readyWhen/properties/port/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
            e === null ? e = [l] : e.push(l), t++;
          }
          if (typeof n == "number" && isFinite(n)) {
            if (n > 65535 || isNaN(n)) {
              let l = { instancePath: r + "/ready_when/port", schemaPath: "#/$defs/readyWhen/properties/port/maximum", keyword: "maximum", params: { comparison: "<=", limit: 65535 }, message: "must be <= 65535" };
              e === null ? e = [l] : e.push(l), t++;
            }
            if (n < 1 || isNaN(n)) {
              let l = { instancePath: r + "/ready_when/port", schemaPath: "#/$defs/readyWhen/properties/port/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
              e === null ? e = [l] : e.push(l), t++;
            }
          }
        }
        if (p.file !== void 0) {
          let n = p.file;
          if (typeof n == "string") {
            if (je(n) < 1) {
              let l = { instancePath: r + "/ready_when/file", schemaPath: "#/$defs/readyWhen/properties/file/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              e === null ? e = [l] : e.push(l), t++;
            }
          } else {
            let l = { instancePath: r + "/ready_when/file", schemaPath: "#/$defs/readyWhen/properties/file/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            e === null ? e = [l] : e.push(l), t++;
          }
        }
      } else {
        let n = { instancePath: r + "/ready_when", schemaPath: "#/$defs/readyWhen/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        e === null ? e = [n] : e.push(n), t++;
      }
    }
    if (s.needs !== void 0) {
      let p = s.needs;
      if (Array.isArray(p)) {
        let n = p.length;
        for (let w = 0; w < n; w++)
          if (typeof p[w] != "string") {
            let c = { instancePath: r + "/needs/" + w, schemaPath: "#/properties/needs/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            e === null ? e = [c] : e.push(c), t++;
          }
        let l = p.length, u;
        if (l > 1) {
          let w = {};
          for (; l--; ) {
            let c = p[l];
            if (typeof c == "string") {
              if (typeof w[c] == "number") {
                u = w[c];
                let _ = { instancePath: r + "/needs", schemaPath: "#/properties/needs/uniqueItems", keyword: "uniqueItems", params: { i: l, j: u }, message: "must NOT have duplicate items (items ## " + u + " and " + l + " are identical)" };
                e === null ? e = [_] : e.push(_), t++;
                break;
              }
              w[c] = l;
            }
          }
        }
      } else {
        let n = { instancePath: r + "/needs", schemaPath: "#/properties/needs/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        e === null ? e = [n] : e.push(n), t++;
      }
    }
    if (s.long_running !== void 0 && typeof s.long_running != "boolean") {
      let p = { instancePath: r + "/long_running", schemaPath: "#/properties/long_running/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
      e === null ? e = [p] : e.push(p), t++;
    }
    if (s.default !== void 0 && typeof s.default != "boolean") {
      let p = { instancePath: r + "/default", schemaPath: "#/properties/default/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
      e === null ? e = [p] : e.push(p), t++;
    }
    if (s.disabled !== void 0 && typeof s.disabled != "boolean") {
      let p = { instancePath: r + "/disabled", schemaPath: "#/properties/disabled/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
      e === null ? e = [p] : e.push(p), t++;
    }
    if (s.tools !== void 0) {
      let p = s.tools;
      if (Array.isArray(p)) {
        let n = p.length;
        for (let l = 0; l < n; l++)
          if (typeof p[l] != "string") {
            let u = { instancePath: r + "/tools/" + l, schemaPath: "#/properties/tools/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            e === null ? e = [u] : e.push(u), t++;
          }
      } else {
        let n = { instancePath: r + "/tools", schemaPath: "#/properties/tools/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        e === null ? e = [n] : e.push(n), t++;
      }
    }
    if (s.sources !== void 0) {
      let p = s.sources;
      if (Array.isArray(p)) {
        let n = p.length;
        for (let l = 0; l < n; l++)
          if (typeof p[l] != "string") {
            let u = { instancePath: r + "/sources/" + l, schemaPath: "#/properties/sources/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            e === null ? e = [u] : e.push(u), t++;
          }
      } else {
        let n = { instancePath: r + "/sources", schemaPath: "#/properties/sources/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        e === null ? e = [n] : e.push(n), t++;
      }
    }
    if (s.depfile !== void 0) {
      let p = s.depfile;
      if (!(p === "make" || p === "none")) {
        let n = { instancePath: r + "/depfile", schemaPath: "#/properties/depfile/enum", keyword: "enum", params: { allowedValues: xe.properties.depfile.enum }, message: "must be equal to one of the allowed values" };
        e === null ? e = [n] : e.push(n), t++;
      }
    }
    if (s.max_concurrent !== void 0) {
      let p = s.max_concurrent;
      if (!(typeof p == "number" && !(p % 1) && !isNaN(p) && isFinite(p))) {
        let n = { instancePath: r + "/max_concurrent", schemaPath: "#/properties/max_concurrent/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        e === null ? e = [n] : e.push(n), t++;
      }
      if (typeof p == "number" && isFinite(p) && (p < 1 || isNaN(p))) {
        let n = { instancePath: r + "/max_concurrent", schemaPath: "#/properties/max_concurrent/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
        e === null ? e = [n] : e.push(n), t++;
      }
    }
    if (s.replicable !== void 0 && typeof s.replicable != "boolean") {
      let p = { instancePath: r + "/replicable", schemaPath: "#/properties/replicable/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
      e === null ? e = [p] : e.push(p), t++;
    }
    if (s.max_replicas !== void 0) {
      let p = s.max_replicas;
      if (!(typeof p == "number" && !(p % 1) && !isNaN(p) && isFinite(p))) {
        let n = { instancePath: r + "/max_replicas", schemaPath: "#/properties/max_replicas/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        e === null ? e = [n] : e.push(n), t++;
      }
      if (typeof p == "number" && isFinite(p) && (p < 1 || isNaN(p))) {
        let n = { instancePath: r + "/max_replicas", schemaPath: "#/properties/max_replicas/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
        e === null ? e = [n] : e.push(n), t++;
      }
    }
    if (s.priority_factor !== void 0) {
      let p = s.priority_factor;
      if (typeof p == "number" && isFinite(p)) {
        if (p > 1 || isNaN(p)) {
          let n = { instancePath: r + "/priority_factor", schemaPath: "#/properties/priority_factor/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1 }, message: "must be <= 1" };
          e === null ? e = [n] : e.push(n), t++;
        }
        if (p <= 0 || isNaN(p)) {
          let n = { instancePath: r + "/priority_factor", schemaPath: "#/properties/priority_factor/exclusiveMinimum", keyword: "exclusiveMinimum", params: { comparison: ">", limit: 0 }, message: "must be > 0" };
          e === null ? e = [n] : e.push(n), t++;
        }
      } else {
        let n = { instancePath: r + "/priority_factor", schemaPath: "#/properties/priority_factor/type", keyword: "type", params: { type: "number" }, message: "must be number" };
        e === null ? e = [n] : e.push(n), t++;
      }
    }
    if (s.priority_addend !== void 0) {
      let p = s.priority_addend;
      if (typeof p == "number" && isFinite(p)) {
        if (p < 0 || isNaN(p)) {
          let n = { instancePath: r + "/priority_addend", schemaPath: "#/properties/priority_addend/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
          e === null ? e = [n] : e.push(n), t++;
        }
      } else {
        let n = { instancePath: r + "/priority_addend", schemaPath: "#/properties/priority_addend/type", keyword: "type", params: { type: "number" }, message: "must be number" };
        e === null ? e = [n] : e.push(n), t++;
      }
    }
    s.exit_codes !== void 0 && (he(s.exit_codes, { instancePath: r + "/exit_codes", parentData: s, parentDataProperty: "exit_codes", rootData: P, dynamicAnchors: $ }) || (e = e === null ? he.errors : e.concat(he.errors), t = e.length));
  } else {
    let p = { instancePath: r, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = [p] : e.push(p), t++;
  }
  return ce.errors = e, t === 0;
}
ce.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
function Ze(s, { instancePath: r = "", parentData: A, parentDataProperty: v, rootData: P = s, dynamicAnchors: $ = {} } = {}) {
  let e = null, t = 0, g = Ze.evaluated;
  if (g.dynamicProps && (g.props = void 0), g.dynamicItems && (g.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    for (let y in s)
      if (!(V.call(Qe.properties, y) || it.test(y))) {
        let b = { instancePath: r, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: y }, message: "must NOT have additional properties" };
        e === null ? e = [b] : e.push(b), t++;
      }
    if (s.$schema !== void 0 && typeof s.$schema != "string") {
      let y = { instancePath: r + "/$schema", schemaPath: "#/properties/%24schema/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [y] : e.push(y), t++;
    }
    if (s.name !== void 0) {
      let y = s.name;
      if (typeof y == "string") {
        if (!ht.test(y)) {
          let b = { instancePath: r + "/name", schemaPath: "#/properties/name/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9][A-Za-z0-9_.-]*$" }, message: 'must match pattern "^[A-Za-z0-9][A-Za-z0-9_.-]*$"' };
          e === null ? e = [b] : e.push(b), t++;
        }
      } else {
        let b = { instancePath: r + "/name", schemaPath: "#/properties/name/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        e === null ? e = [b] : e.push(b), t++;
      }
    }
    if (s.description !== void 0 && typeof s.description != "string") {
      let y = { instancePath: r + "/description", schemaPath: "#/properties/description/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [y] : e.push(y), t++;
    }
    if (s.include !== void 0) {
      let y = s.include;
      if (Array.isArray(y)) {
        let b = y.length;
        for (let x = 0; x < b; x++)
          J(y[x], { instancePath: r + "/include/" + x, parentData: y, parentDataProperty: x, rootData: P, dynamicAnchors: $ }) || (e = e === null ? J.errors : e.concat(J.errors), t = e.length);
      } else {
        let b = { instancePath: r + "/include", schemaPath: "#/properties/include/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        e === null ? e = [b] : e.push(b), t++;
      }
    }
    if (s.params !== void 0) {
      let y = s.params;
      if (y && typeof y == "object" && !Array.isArray(y)) {
        for (let b in y) {
          let x = t;
          if (typeof b == "string") {
            if (!j.test(b)) {
              let k = { instancePath: r + "/params", schemaPath: "#/$defs/identifier/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_-]*$" }, message: 'must match pattern "^[A-Za-z_][A-Za-z0-9_-]*$"', propertyName: b };
              e === null ? e = [k] : e.push(k), t++;
            }
          } else {
            let k = { instancePath: r + "/params", schemaPath: "#/$defs/identifier/type", keyword: "type", params: { type: "string" }, message: "must be string", propertyName: b };
            e === null ? e = [k] : e.push(k), t++;
          }
          var i = x === t;
          if (!i) {
            let k = { instancePath: r + "/params", schemaPath: "#/properties/params/propertyNames", keyword: "propertyNames", params: { propertyName: b }, message: "property name must be valid" };
            e === null ? e = [k] : e.push(k), t++;
          }
        }
        for (let b in y) {
          let x = y[b];
          if (typeof x != "string" && !(typeof x == "number" && isFinite(x)) && typeof x != "boolean" && !(x && typeof x == "object" && !Array.isArray(x))) {
            let k = { instancePath: r + "/params/" + b.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/params/additionalProperties/type", keyword: "type", params: { type: Qe.properties.params.additionalProperties.type }, message: "must be string,number,boolean,object" };
            e === null ? e = [k] : e.push(k), t++;
          }
          if (x && typeof x == "object" && !Array.isArray(x)) {
            if (x.secret === void 0) {
              let k = { instancePath: r + "/params/" + b.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/params/additionalProperties/required", keyword: "required", params: { missingProperty: "secret" }, message: "must have required property 'secret'" };
              e === null ? e = [k] : e.push(k), t++;
            }
            if (x.env === void 0) {
              let k = { instancePath: r + "/params/" + b.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/params/additionalProperties/required", keyword: "required", params: { missingProperty: "env" }, message: "must have required property 'env'" };
              e === null ? e = [k] : e.push(k), t++;
            }
            for (let k in x)
              if (!(k === "secret" || k === "env")) {
                let m = { instancePath: r + "/params/" + b.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/params/additionalProperties/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: k }, message: "must NOT have additional properties" };
                e === null ? e = [m] : e.push(m), t++;
              }
            if (x.secret !== void 0 && x.secret !== !0) {
              let k = { instancePath: r + "/params/" + b.replace(/~/g, "~0").replace(/\//g, "~1") + "/secret", schemaPath: "#/properties/params/additionalProperties/properties/secret/const", keyword: "const", params: { allowedValue: !0 }, message: "must be equal to constant" };
              e === null ? e = [k] : e.push(k), t++;
            }
            if (x.env !== void 0) {
              let k = x.env;
              if (typeof k == "string") {
                if (!Ge.test(k)) {
                  let m = { instancePath: r + "/params/" + b.replace(/~/g, "~0").replace(/\//g, "~1") + "/env", schemaPath: "#/properties/params/additionalProperties/properties/env/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_]*$" }, message: 'must match pattern "^[A-Za-z_][A-Za-z0-9_]*$"' };
                  e === null ? e = [m] : e.push(m), t++;
                }
              } else {
                let m = { instancePath: r + "/params/" + b.replace(/~/g, "~0").replace(/\//g, "~1") + "/env", schemaPath: "#/properties/params/additionalProperties/properties/env/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                e === null ? e = [m] : e.push(m), t++;
              }
            }
          }
        }
      } else {
        let b = { instancePath: r + "/params", schemaPath: "#/properties/params/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        e === null ? e = [b] : e.push(b), t++;
      }
    }
    if (s.env !== void 0) {
      let y = s.env;
      if (Array.isArray(y)) {
        let b = y.length;
        for (let x = 0; x < b; x++) {
          let k = y[x];
          if (typeof k == "string") {
            if (!Ye.test(k)) {
              let m = { instancePath: r + "/env/" + x, schemaPath: "#/$defs/variablePattern/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_]*\\*?$" }, message: 'must match pattern "^[A-Za-z_][A-Za-z0-9_]*\\*?$"' };
              e === null ? e = [m] : e.push(m), t++;
            }
          } else {
            let m = { instancePath: r + "/env/" + x, schemaPath: "#/$defs/variablePattern/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            e === null ? e = [m] : e.push(m), t++;
          }
        }
      } else {
        let b = { instancePath: r + "/env", schemaPath: "#/properties/env/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        e === null ? e = [b] : e.push(b), t++;
      }
    }
    if (s.pass_env !== void 0) {
      let y = s.pass_env;
      if (Array.isArray(y)) {
        let b = y.length;
        for (let x = 0; x < b; x++) {
          let k = y[x];
          if (typeof k == "string") {
            if (!Ye.test(k)) {
              let m = { instancePath: r + "/pass_env/" + x, schemaPath: "#/$defs/variablePattern/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_]*\\*?$" }, message: 'must match pattern "^[A-Za-z_][A-Za-z0-9_]*\\*?$"' };
              e === null ? e = [m] : e.push(m), t++;
            }
          } else {
            let m = { instancePath: r + "/pass_env/" + x, schemaPath: "#/$defs/variablePattern/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            e === null ? e = [m] : e.push(m), t++;
          }
        }
      } else {
        let b = { instancePath: r + "/pass_env", schemaPath: "#/properties/pass_env/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        e === null ? e = [b] : e.push(b), t++;
      }
    }
    if (s.repositories !== void 0) {
      let y = s.repositories;
      if (y && typeof y == "object" && !Array.isArray(y)) {
        for (let b in y) {
          let x = t;
          if (typeof b == "string") {
            if (!j.test(b)) {
              let k = { instancePath: r + "/repositories", schemaPath: "#/$defs/plainName/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_-]*$" }, message: 'must match pattern "^[A-Za-z_][A-Za-z0-9_-]*$"', propertyName: b };
              e === null ? e = [k] : e.push(k), t++;
            }
          } else {
            let k = { instancePath: r + "/repositories", schemaPath: "#/$defs/plainName/type", keyword: "type", params: { type: "string" }, message: "must be string", propertyName: b };
            e === null ? e = [k] : e.push(k), t++;
          }
          var a = x === t;
          if (!a) {
            let k = { instancePath: r + "/repositories", schemaPath: "#/properties/repositories/propertyNames", keyword: "propertyNames", params: { propertyName: b }, message: "property name must be valid" };
            e === null ? e = [k] : e.push(k), t++;
          }
        }
        for (let b in y)
          ne(y[b], { instancePath: r + "/repositories/" + b.replace(/~/g, "~0").replace(/\//g, "~1"), parentData: y, parentDataProperty: b, rootData: P, dynamicAnchors: $ }) || (e = e === null ? ne.errors : e.concat(ne.errors), t = e.length);
      } else {
        let b = { instancePath: r + "/repositories", schemaPath: "#/properties/repositories/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        e === null ? e = [b] : e.push(b), t++;
      }
    }
    if (s.assets !== void 0) {
      let y = s.assets;
      if (y && typeof y == "object" && !Array.isArray(y)) {
        for (let b in y) {
          let x = t;
          if (typeof b == "string") {
            if (!j.test(b)) {
              let k = { instancePath: r + "/assets", schemaPath: "#/$defs/identifier/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_-]*$" }, message: 'must match pattern "^[A-Za-z_][A-Za-z0-9_-]*$"', propertyName: b };
              e === null ? e = [k] : e.push(k), t++;
            }
          } else {
            let k = { instancePath: r + "/assets", schemaPath: "#/$defs/identifier/type", keyword: "type", params: { type: "string" }, message: "must be string", propertyName: b };
            e === null ? e = [k] : e.push(k), t++;
          }
          var o = x === t;
          if (!o) {
            let k = { instancePath: r + "/assets", schemaPath: "#/properties/assets/propertyNames", keyword: "propertyNames", params: { propertyName: b }, message: "property name must be valid" };
            e === null ? e = [k] : e.push(k), t++;
          }
        }
        for (let b in y) {
          let x = y[b];
          if (x && typeof x == "object" && !Array.isArray(x)) {
            if (x.type === void 0) {
              let k = { instancePath: r + "/assets/" + b.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/$defs/asset/required", keyword: "required", params: { missingProperty: "type" }, message: "must have required property 'type'" };
              e === null ? e = [k] : e.push(k), t++;
            }
            for (let k in x)
              if (!(k === "type" || k === "params")) {
                let m = { instancePath: r + "/assets/" + b.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/$defs/asset/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: k }, message: "must NOT have additional properties" };
                e === null ? e = [m] : e.push(m), t++;
              }
            if (x.type !== void 0) {
              let k = x.type;
              if (typeof k == "string") {
                if (!ct.test(k)) {
                  let m = { instancePath: r + "/assets/" + b.replace(/~/g, "~0").replace(/\//g, "~1") + "/type", schemaPath: "#/$defs/asset/properties/type/pattern", keyword: "pattern", params: { pattern: "^.+#.+$" }, message: 'must match pattern "^.+#.+$"' };
                  e === null ? e = [m] : e.push(m), t++;
                }
              } else {
                let m = { instancePath: r + "/assets/" + b.replace(/~/g, "~0").replace(/\//g, "~1") + "/type", schemaPath: "#/$defs/asset/properties/type/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                e === null ? e = [m] : e.push(m), t++;
              }
            }
            if (x.params !== void 0) {
              let k = x.params;
              if (!(k && typeof k == "object" && !Array.isArray(k))) {
                let m = { instancePath: r + "/assets/" + b.replace(/~/g, "~0").replace(/\//g, "~1") + "/params", schemaPath: "#/$defs/asset/properties/params/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                e === null ? e = [m] : e.push(m), t++;
              }
            }
          } else {
            let k = { instancePath: r + "/assets/" + b.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/$defs/asset/type", keyword: "type", params: { type: "object" }, message: "must be object" };
            e === null ? e = [k] : e.push(k), t++;
          }
        }
      } else {
        let b = { instancePath: r + "/assets", schemaPath: "#/properties/assets/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        e === null ? e = [b] : e.push(b), t++;
      }
    }
    if (s.quotas !== void 0) {
      let y = s.quotas;
      if (y && typeof y == "object" && !Array.isArray(y)) {
        for (let b in y) {
          let x = t;
          if (typeof b == "string") {
            if (!j.test(b)) {
              let k = { instancePath: r + "/quotas", schemaPath: "#/$defs/plainName/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_-]*$" }, message: 'must match pattern "^[A-Za-z_][A-Za-z0-9_-]*$"', propertyName: b };
              e === null ? e = [k] : e.push(k), t++;
            }
          } else {
            let k = { instancePath: r + "/quotas", schemaPath: "#/$defs/plainName/type", keyword: "type", params: { type: "string" }, message: "must be string", propertyName: b };
            e === null ? e = [k] : e.push(k), t++;
          }
          var f = x === t;
          if (!f) {
            let k = { instancePath: r + "/quotas", schemaPath: "#/properties/quotas/propertyNames", keyword: "propertyNames", params: { propertyName: b }, message: "property name must be valid" };
            e === null ? e = [k] : e.push(k), t++;
          }
        }
        for (let b in y)
          pe(y[b], { instancePath: r + "/quotas/" + b.replace(/~/g, "~0").replace(/\//g, "~1"), parentData: y, parentDataProperty: b, rootData: P, dynamicAnchors: $ }) || (e = e === null ? pe.errors : e.concat(pe.errors), t = e.length);
      } else {
        let b = { instancePath: r + "/quotas", schemaPath: "#/properties/quotas/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        e === null ? e = [b] : e.push(b), t++;
      }
    }
    if (s.tasks !== void 0) {
      let y = s.tasks;
      if (y && typeof y == "object" && !Array.isArray(y)) {
        for (let b in y) {
          let x = t;
          if (typeof b == "string") {
            if (!at.test(b)) {
              let k = { instancePath: r + "/tasks", schemaPath: "#/$defs/taskName/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9_][A-Za-z0-9_.-]*$" }, message: 'must match pattern "^[A-Za-z0-9_][A-Za-z0-9_.-]*$"', propertyName: b };
              e === null ? e = [k] : e.push(k), t++;
            }
          } else {
            let k = { instancePath: r + "/tasks", schemaPath: "#/$defs/taskName/type", keyword: "type", params: { type: "string" }, message: "must be string", propertyName: b };
            e === null ? e = [k] : e.push(k), t++;
          }
          var d = x === t;
          if (!d) {
            let k = { instancePath: r + "/tasks", schemaPath: "#/properties/tasks/propertyNames", keyword: "propertyNames", params: { propertyName: b }, message: "property name must be valid" };
            e === null ? e = [k] : e.push(k), t++;
          }
        }
        for (let b in y)
          ce(y[b], { instancePath: r + "/tasks/" + b.replace(/~/g, "~0").replace(/\//g, "~1"), parentData: y, parentDataProperty: b, rootData: P, dynamicAnchors: $ }) || (e = e === null ? ce.errors : e.concat(ce.errors), t = e.length);
      } else {
        let b = { instancePath: r + "/tasks", schemaPath: "#/properties/tasks/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        e === null ? e = [b] : e.push(b), t++;
      }
    }
  } else {
    let y = { instancePath: r, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = [y] : e.push(y), t++;
  }
  return Ze.errors = e, t === 0;
}
Ze.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
var St = Oe, qe = { $schema: "https://json-schema.org/draft/2020-12/schema", $id: "https://pipe-build.dev/schemas/recipe.schema.json", title: "Recipe file", description: "A reusable description of what a job does, with typed ports. One of `run`, `exec`, `function`, `tube` and `steps` says how; a recipe that others only extend or take ports from needs none.", type: "object", properties: { $schema: { title: "JSON Schema", description: "The schema of this file, for editors; pipe does not look at it.", type: "string", examples: ["./schemas/recipe.schema.json"] }, extends: { title: "Extends", description: "A recipe, a file or the name of a built-in one, that this one is a variant of. Its ports, parameters, exit codes and variables hold here too, and what it does, unless this file says otherwise; tools and sources are added.", type: "string", examples: ["./report.recipe.yaml"] }, description: { title: "Description", description: "What the recipe does, for people.", type: "string", examples: ["Render a report"] }, inputs: { title: "Inputs", description: "What a job reads, by the name that templates use.", type: "object", propertyNames: { $ref: "#/$defs/identifier" }, additionalProperties: { $ref: "#/$defs/port" }, examples: [{ book: { kind: "path" } }] }, outputs: { title: "Outputs", description: "What a job writes, by the name that templates use.", type: "object", propertyNames: { $ref: "#/$defs/identifier" }, additionalProperties: { $ref: "#/$defs/port" }, examples: [{ report: { kind: "path" } }] }, params: { title: "Parameters", description: "Values that a task may set, by the name that templates use.", type: "object", propertyNames: { $ref: "#/$defs/identifier" }, additionalProperties: { $ref: "#/$defs/param" }, examples: [{ width: { type: "integer", default: 80, minimum: 20 } }] }, namespaces: { title: "Properties of the namespaces", description: "What holds for all inputs, all outputs or all parameters together.", type: "object", properties: { inputs: { $ref: "#/$defs/namespace" }, outputs: { $ref: "#/$defs/namespace" }, params: { $ref: "#/$defs/namespace" } }, additionalProperties: !1, examples: [{ params: { validator: "width <= height" } }] }, expose: { title: "Expose", description: "Ports that are taken over from another recipe, or a list of that, one after the other.", type: ["object", "array"], properties: { from: { title: "From", description: "The recipe's file, or the name of a built-in one.", type: "string", examples: ["./count.recipe.yaml"] }, namespace: { title: "Namespace", description: "Where they go on each side, a dotted path; by default beside the recipe's own.", type: "string", pattern: "^[A-Za-z_][A-Za-z0-9_-]*(\\.[A-Za-z_][A-Za-z0-9_-]*)*$", $comment: "names with dots between them", examples: ["count"] }, include: { title: "Include", description: "Only these: dotted paths that start with `inputs`, `outputs` or `params`. A namespace means all of it.", type: "array", minItems: 1, items: { $ref: "#/$defs/portPath" }, examples: [["params", "inputs.book"]] }, exclude: { title: "Exclude", description: "All but these.", type: "array", minItems: 1, items: { $ref: "#/$defs/portPath" }, examples: [["outputs"]] }, options: { title: "Options", description: "Properties of the namespaces that get the ports, in place of those that they had.", $ref: "#/$defs/namespace" } }, required: ["from"], additionalProperties: !1, minItems: 1, items: { $ref: "#/$defs/exposure" }, examples: [{ from: "./count.recipe.yaml", namespace: "count" }] }, run: { title: "Shell text", description: "A template of shell text. Values are quoted as the place needs.", type: "string", examples: ["./render --width {{ width }} {{ book }} > {{ report }}"] }, exec: { title: "Command", description: "A program and its arguments, each a template, run without a shell.", type: "array", minItems: 1, items: { title: "Argument", description: "The program, or one argument.", type: "string", examples: ["{{ book }}"] }, examples: [["gzip", "-k", "{{ book }}"]] }, function: { $ref: "#/$defs/functionRef" }, steps: { $ref: "#/$defs/steps" }, tube: { title: "Tube", description: "A tube file; a job is one epoch of it. Inputs fill its process inputs by their names, `params` its other inputs, and the entries of its return are written to the outputs.", type: "string", examples: ["./words.tube.yaml"] }, shell: { title: "Shell", description: "The shell of `run:` with its arguments. By default `/bin/sh -eu`.", type: "array", minItems: 1, items: { title: "Word", description: "The shell's path, or an argument.", type: "string", examples: ["bash"] }, examples: [["bash", "-euo", "pipefail"]] }, env: { title: "Environment", description: "Variables that jobs get; the values are templates. A task's own win.", type: "object", propertyNames: { type: "string", pattern: "^[A-Za-z_][A-Za-z0-9_]*$", $comment: "letters, digits and `_`, not starting with a digit" }, additionalProperties: { title: "Value", description: "The value, a template.", type: ["string", "number", "boolean"], examples: ["1", "{{ width }}"] }, examples: [{ OMP_NUM_THREADS: "1" }] }, tools: { title: "Tools", description: "Programs whose file's content is part of the definition.", type: "array", items: { title: "Tool", description: "A program's name on the PATH, or its path.", type: "string", examples: ["pandoc"] }, examples: [["pandoc"]] }, sources: { title: "Sources", description: "Further files of the recipe, as globs from its folder, that every job depends on; `!` takes out. Files that a template names as `{{ recipe.dir }}/FILE` count by themselves.", type: "array", items: { title: "Glob", description: "A path with `*` and `**`, or with `!` one that is left out.", type: "string", examples: ["templates/**"] }, examples: [["templates/**"]] }, depfile: { title: "Depfile", description: "`make`: the job writes the files it read to `{{ depfile }}`, in Make's format; they count as inputs from then on.", enum: ["make", "none"], default: "none", examples: ["make"] }, exit_codes: { title: "Exit codes", description: "Names and meanings of exit statuses: shown when a job ends with one, and what then becomes of it.", type: "object", propertyNames: { $ref: "#/$defs/exitName" }, additionalProperties: { title: "Exit code", description: "One exit status.", type: "object", properties: { status: { title: "Status", description: "The number.", type: "integer", minimum: 1, maximum: 255, examples: [3] }, message: { title: "Message", description: "What it means.", type: "string", examples: ["the book has no text"] }, ok: { title: "Counts as success", description: "The job succeeds with it as with 0: its outputs are checked and kept. Part of the definition.", type: "boolean", default: !1, examples: [!0] }, retry: { title: "Retry", description: "Whether `retry:` tries a job again that failed with it. `false` is for what another attempt cannot mend.", type: "boolean", default: !0, examples: [!1] }, invalidates_cache: { title: "Not to be reused", description: "Of a status that counts as success: the job is not up to date after it, and runs again in the next build. A failed job does so in any case.", type: "boolean", default: !1, examples: [!0] } }, required: ["status", "message"], additionalProperties: !1, examples: [{ status: 3, message: "the book has no text", retry: !1 }] }, examples: [{ NO_TEXT: { status: 3, message: "the book has no text", retry: !1 } }] }, example: { title: "Example", description: "How a task uses the recipe, as YAML text for its page.", type: "string", examples: [`report:
  use: ./recipes/report.yaml
`] } }, patternProperties: { "^x-": { title: "Extension", description: "Anything; pipe does not look at it. A place for YAML anchors.", examples: [{ cpu: 1 }] } }, additionalProperties: !1, oneOf: [{ required: ["run"] }, { required: ["exec"] }, { required: ["function"] }, { required: ["tube"] }, { required: ["steps"] }, { not: { anyOf: [{ required: ["run"] }, { required: ["exec"] }, { required: ["function"] }, { required: ["tube"] }, { required: ["steps"] }] } }], $defs: { identifier: { title: "Identifier", description: "A name that templates can use.", type: "string", pattern: "^[A-Za-z_][A-Za-z0-9_-]*$", $comment: "a letter or `_`, then letters, digits, `_` or `-`", examples: ["book"] }, exitName: { title: "Name of an exit code", description: "A name for an exit status, in capital letters.", type: "string", pattern: "^[A-Z][A-Z0-9_]*$", $comment: "capital letters, digits and `_`, with a letter first", examples: ["NO_TEXT"] }, port: { title: "Port", description: "A typed input or output. One with `ports` or `dynamic` is a namespace: ports under a name, nested as deep as wished, linked as `NAMESPACE.PORT`. An output without `kind` is a value that jobs emit.", type: "object", properties: { kind: { title: "Kind", description: "One path or record, or several.", enum: ["path", "paths", "record", "records"], examples: ["path"] }, required: { title: "Required", description: "Whether a task must link it. Of an output that is emitted: whether a job must emit it.", type: "boolean", default: !0, examples: [!1] }, help: { title: "Help", description: "What it is, for people.", type: "string", examples: ["The book's text, UTF-8"] }, type: { title: "Type", description: "The JSON type of a record, or of a value that jobs emit; or several. Of a namespace: of what stands under names that it does not list.", $ref: "#/$defs/valueType", examples: ["integer"] }, schema: { title: "Schema", description: "A JSON Schema (2020-12) that the value must satisfy: as a map, or the path of its file.", type: ["string", "object"], examples: ["./author.schema.json", { type: "object", required: ["name"] }] }, enum: { title: "Allowed values", description: "The value is one of these.", type: "array", minItems: 1, items: { title: "Value", description: "An allowed value.", type: ["string", "number", "boolean"], examples: ["html"] }, examples: [["html", "pdf"]] }, minimum: { title: "Minimum", description: "The least number.", type: "number", examples: [20] }, maximum: { title: "Maximum", description: "The greatest number.", type: "number", examples: [200] }, pattern: { title: "Pattern", description: "A regular expression that a text must match.", type: "string", examples: ["^[a-z]+$"] }, minLength: { title: "Least length", description: "The least number of characters of a text.", type: "integer", minimum: 0, examples: [1] }, maxLength: { title: "Greatest length", description: "The greatest number of characters of a text.", type: "integer", minimum: 0, examples: [80] }, items: { title: "Items", description: "The type of an array's items.", enum: ["string", "integer", "number", "boolean"], examples: ["string"] }, validator: { $ref: "#/$defs/validator" }, ports: { title: "Ports", description: "Makes it a namespace of these.", type: "object", propertyNames: { $ref: "#/$defs/identifier" }, additionalProperties: { $ref: "#/$defs/port" }, examples: [{ words: { type: "integer" } }] }, dynamic: { title: "Dynamic", description: "Makes it a namespace that also takes values under names that it does not list; with `type` or `schema` each must suit that.", type: "boolean", default: !1, examples: [!0] } }, additionalProperties: !1, examples: [{ kind: "path", help: "The book's text, UTF-8" }] }, param: { title: "Parameter port", description: "A typed value. It must be set unless it has a default or `required: false`. One with `ports` or `dynamic` is a namespace: ports under a name, nested as deep as wished.", type: "object", properties: { type: { title: "Type", description: "The JSON type of the value, or several. Of a namespace: of the values under names that it does not list.", $ref: "#/$defs/valueType", examples: ["integer"] }, default: { title: "Default", description: "The value where a task sets none.", examples: [80] }, generate: { title: "Generated default", description: "Makes the value where a task sets none, anew for each attempt of a job: `uuid`, `now` (a time as ISO 8601 has it), or from the job's name and so always the same for it: `key`, `key_uuid`, `key_number` (0 to 2147483647). The name of the generator is part of the definition, what it makes is not: it never runs a job.", enum: ["uuid", "now", "key", "key_uuid", "key_number"], examples: ["key_uuid"] }, required: { title: "Required", description: "Whether a task must set it. By default where there is no default.", type: "boolean", examples: [!1] }, schema: { title: "Schema", description: "A JSON Schema (2020-12) that the value must satisfy: as a map, or the path of its file.", type: ["string", "object"], examples: ["./author.schema.json", { type: "object", required: ["name"] }] }, enum: { title: "Allowed values", description: "The value is one of these.", type: "array", minItems: 1, items: { title: "Value", description: "An allowed value.", type: ["string", "number", "boolean"], examples: ["html"] }, examples: [["html", "pdf"]] }, minimum: { title: "Minimum", description: "The least number.", type: "number", examples: [20] }, maximum: { title: "Maximum", description: "The greatest number.", type: "number", examples: [200] }, pattern: { title: "Pattern", description: "A regular expression that a text must match.", type: "string", examples: ["^[a-z]+$"] }, minLength: { title: "Least length", description: "The least number of characters of a text.", type: "integer", minimum: 0, examples: [1] }, maxLength: { title: "Greatest length", description: "The greatest number of characters of a text.", type: "integer", minimum: 0, examples: [80] }, items: { title: "Items", description: "The type of an array's items.", enum: ["string", "integer", "number", "boolean"], examples: ["string"] }, validator: { $ref: "#/$defs/validator" }, help: { title: "Help", description: "What it is, for people.", type: "string", examples: ["Columns of the report"] }, ports: { title: "Ports", description: "Makes it a namespace of these.", type: "object", propertyNames: { $ref: "#/$defs/identifier" }, additionalProperties: { $ref: "#/$defs/param" }, examples: [{ width: { type: "integer", default: 80 } }] }, dynamic: { title: "Dynamic", description: "Makes it a namespace that also takes values under names that it does not list; with `type` or `schema` each must suit that.", type: "boolean", default: !1, examples: [!0] }, populate_defaults: { title: "Populate defaults", description: "Of a namespace: `false` leaves it absent where nothing of it is given, whatever defaults its ports have.", type: "boolean", default: !0, examples: [!1] } }, additionalProperties: !1, examples: [{ type: "integer", default: 80, minimum: 20 }] }, namespace: { title: "Properties of a namespace", description: "What holds for a namespace of ports as a whole.", type: "object", properties: { required: { title: "Required", description: "`false`: where nothing of it is given, its required ports are not missed.", type: "boolean", default: !0, examples: [!1] }, help: { title: "Help", description: "What it is, for people.", type: "string", examples: ["How the page looks"] }, type: { title: "Type", description: "The JSON type of the value, or several. Of a namespace: of the values under names that it does not list.", $ref: "#/$defs/valueType", examples: ["integer"] }, schema: { title: "Schema", description: "A JSON Schema (2020-12) that the value must satisfy: as a map, or the path of its file.", type: ["string", "object"], examples: ["./author.schema.json", { type: "object", required: ["name"] }] }, validator: { $ref: "#/$defs/validator" }, dynamic: { title: "Dynamic", description: "It also takes values under names that it does not list; with `type` or `schema` each must suit that.", type: "boolean", default: !1, examples: [!0] }, populate_defaults: { title: "Populate defaults", description: "Of a namespace: `false` leaves it absent where nothing of it is given, whatever defaults its ports have.", type: "boolean", default: !0, examples: [!1] } }, additionalProperties: !1, examples: [{ required: !1 }] }, validator: { title: "Validator", description: "What a value must satisfy beside its type: a Liquid condition over `value`, and for a map over the names in it. Of inputs the values are true where something is linked.", type: ["string", "object"], properties: { expression: { title: "Expression", description: "The condition.", type: "string", examples: ["value > 3"] }, function: { title: "Function", description: "In its place an exported function of a `.ts` or `.js` module, `path#export`: it gets the value, and returns what is wrong with it, or nothing.", type: "string", examples: ["./check.ts#isPalette"] }, message: { title: "Message", description: "What is said where it does not hold.", type: "string", examples: ["exactly one of a and b"] } }, additionalProperties: !1, examples: ["value > 3", { expression: "a or b", message: "one of a and b" }] }, exposure: { title: "Exposed ports", description: "Takes over ports of another recipe.", type: "object", properties: { from: { title: "From", description: "The recipe's file, or the name of a built-in one.", type: "string", examples: ["./count.recipe.yaml"] }, namespace: { title: "Namespace", description: "Where they go on each side, a dotted path; by default beside the recipe's own.", type: "string", pattern: "^[A-Za-z_][A-Za-z0-9_-]*(\\.[A-Za-z_][A-Za-z0-9_-]*)*$", $comment: "names with dots between them", examples: ["count"] }, include: { title: "Include", description: "Only these: dotted paths that start with `inputs`, `outputs` or `params`. A namespace means all of it.", type: "array", minItems: 1, items: { $ref: "#/$defs/portPath" }, examples: [["params", "inputs.book"]] }, exclude: { title: "Exclude", description: "All but these.", type: "array", minItems: 1, items: { $ref: "#/$defs/portPath" }, examples: [["outputs"]] }, options: { title: "Options", description: "Properties of the namespaces that get the ports, in place of those that they had.", $ref: "#/$defs/namespace" } }, required: ["from"], additionalProperties: !1, examples: [{ from: "./count.recipe.yaml", namespace: "count", exclude: ["outputs"] }] }, portPath: { title: "Path of a port", description: "A dotted path that starts with its side.", type: "string", pattern: "^(inputs|outputs|params)(\\.[A-Za-z_][A-Za-z0-9_-]*)*$", $comment: "`inputs`, `outputs` or `params`, then names with dots between them", examples: ["params.render.width"] }, valueType: { title: "JSON type", description: "A JSON type, or a list of them.", type: ["string", "array"], pattern: "^(string|integer|number|boolean|array|object|null)$", items: { title: "Type", description: "One of them.", enum: ["string", "integer", "number", "boolean", "array", "object", "null"], examples: ["string"] }, minItems: 1, $comment: "one of: string, integer, number, boolean, array, object, null", examples: ["integer", ["string", "null"]] }, steps: { title: "Steps", description: "What a job does, one step after another. Each is kept when it has ended, so that a job that was interrupted goes on at its step. Steps see the links and parameters, `ctx`, which earlier steps filled, and `work`, a folder of the job's own.", type: "array", minItems: 1, items: { $ref: "#/$defs/step" }, examples: [[{ run: "./fetch {{ book }} > {{ work }}/raw" }, { run: "./render {{ work }}/raw > {{ report }}" }]] }, step: { title: "Step", description: "A command, a function, a recipe to launch, a choice, a loop, or the end.", type: "object", properties: { name: { title: "Name", description: "What the step is called where its position is shown.", type: "string", pattern: "^[A-Za-z_][A-Za-z0-9_-]*$", $comment: "a letter or `_`, then letters, digits, `_` or `-`", examples: ["fetch"] }, run: { title: "Shell text", description: "A template of shell text. What it appends to the file `$PIPE_CTX`, a JSON object a line, goes into the context.", type: "string", examples: [`echo '{"pages": 3}' >> "$PIPE_CTX"`] }, exec: { title: "Command", description: "A program and its arguments, each a template, run without a shell.", type: "array", minItems: 1, items: { title: "Argument", description: "The program, or one argument.", type: "string", examples: ["{{ book }}"] }, examples: [["gzip", "-k", "{{ book }}"]] }, shell: { title: "Shell", description: "The shell of `run:` with its arguments. By default `/bin/sh -eu`.", type: "array", minItems: 1, items: { title: "Word", description: "The shell's path, or an argument.", type: "string", examples: ["bash"] }, examples: [["bash", "-euo", "pipefail"]] }, function: { $ref: "#/$defs/functionRef" }, launch: { title: "Launch", description: "A recipe that runs as a child of the job; the next step waits for it.", type: "string", examples: ["./recipes/page.yaml"] }, together: { title: "Together", description: "Launches that run beside each other; the next step waits for all of them. If one fails, the others are ended.", type: "array", minItems: 1, items: { $ref: "#/$defs/launch" }, examples: [[{ launch: "./cover.yaml", into: "cover" }, { launch: "./index.yaml", into: "index" }]] }, inputs: { title: "Inputs", description: "What the launched recipe reads, by port. A text is a template; one that is only `{{ \u2026 }}` gives the value as it is.", type: "object", propertyNames: { $ref: "#/$defs/identifier" }, additionalProperties: { title: "Value", description: "A path, or for a record its value.", examples: ["{{ book }}"] }, examples: [{ page: "{{ ctx.page }}" }] }, params: { title: "Parameters", description: "Parameters of the launched recipe, as under `inputs`.", type: "object", propertyNames: { $ref: "#/$defs/identifier" }, additionalProperties: { title: "Value", description: "A value, or a template of one.", examples: ["{{ ctx.width }}"] }, examples: [{ width: 80 }] }, outputs: { title: "Outputs", description: "Where the launched recipe writes, by port, each a template of a path. Without an entry it is a file in a folder of the child's own.", type: "object", propertyNames: { $ref: "#/$defs/identifier" }, additionalProperties: { title: "Path", description: "A template of the path.", type: "string", examples: ["{{ report }}"] }, examples: [{ html: "{{ report }}" }] }, into: { title: "Into", description: "The name in the context for what the child leaves: the paths of its outputs by their ports, and its own context.", type: "string", pattern: "^[A-Za-z_][A-Za-z0-9_-]*$", $comment: "a letter or `_`, then letters, digits, `_` or `-`", examples: ["page"] }, append: { title: "Append", description: "Whether it goes to the end of a list there, rather than in its place.", type: "boolean", default: !1, examples: [!0] }, if: { title: "If", description: "A condition; `then` runs if it holds, else the first of `elif` that does, else `else`.", type: "string", examples: ["ctx.pages > 10"] }, then: { $ref: "#/$defs/steps" }, elif: { title: "Else if", description: "Further conditions, in order.", type: "array", minItems: 1, items: { title: "Branch", description: "A condition with its steps.", type: "object", properties: { if: { title: "If", description: "A condition.", type: "string", examples: ["ctx.pages > 5"] }, then: { $ref: "#/$defs/steps" } }, required: ["if", "then"], additionalProperties: !1, examples: [{ if: "ctx.pages > 5", then: [{ run: "./fold" }] }] }, examples: [[{ if: "ctx.pages > 5", then: [{ run: "./fold" }] }]] }, else: { $ref: "#/$defs/steps" }, while: { title: "While", description: "A condition; `do` runs as long as it holds.", type: "string", examples: ["ctx.page < ctx.pages"] }, do: { $ref: "#/$defs/steps" }, return: { title: "Return", description: "Ends the job: with success for 0 or nothing, else with that exit status.", type: ["integer", "null"], minimum: 0, maximum: 255, examples: [0] } }, additionalProperties: !1, oneOf: [{ required: ["run"] }, { required: ["exec"] }, { required: ["function"] }, { required: ["launch"] }, { required: ["together"] }, { required: ["if"] }, { required: ["while"] }, { required: ["return"] }], dependentRequired: { shell: ["run"], if: ["then"], while: ["do"], then: ["if"], elif: ["if"], else: ["if"], do: ["while"], inputs: ["launch"], params: ["launch"], outputs: ["launch"], into: ["launch"], append: ["into"] }, examples: [{ name: "fetch", run: "./fetch {{ book }} > {{ work }}/raw" }] }, launch: { title: "Launch", description: "A recipe that runs as one of several children.", type: "object", properties: { name: { title: "Name", description: "What the step is called where its position is shown.", type: "string", pattern: "^[A-Za-z_][A-Za-z0-9_-]*$", $comment: "a letter or `_`, then letters, digits, `_` or `-`", examples: ["fetch"] }, launch: { title: "Launch", description: "A recipe that runs as a child of the job; the next step waits for it.", type: "string", examples: ["./recipes/page.yaml"] }, inputs: { title: "Inputs", description: "What the launched recipe reads, by port. A text is a template; one that is only `{{ \u2026 }}` gives the value as it is.", type: "object", propertyNames: { $ref: "#/$defs/identifier" }, additionalProperties: { title: "Value", description: "A path, or for a record its value.", examples: ["{{ book }}"] }, examples: [{ page: "{{ ctx.page }}" }] }, params: { title: "Parameters", description: "Parameters of the launched recipe, as under `inputs`.", type: "object", propertyNames: { $ref: "#/$defs/identifier" }, additionalProperties: { title: "Value", description: "A value, or a template of one.", examples: ["{{ ctx.width }}"] }, examples: [{ width: 80 }] }, outputs: { title: "Outputs", description: "Where the launched recipe writes, by port, each a template of a path. Without an entry it is a file in a folder of the child's own.", type: "object", propertyNames: { $ref: "#/$defs/identifier" }, additionalProperties: { title: "Path", description: "A template of the path.", type: "string", examples: ["{{ report }}"] }, examples: [{ html: "{{ report }}" }] }, into: { title: "Into", description: "The name in the context for what the child leaves: the paths of its outputs by their ports, and its own context.", type: "string", pattern: "^[A-Za-z_][A-Za-z0-9_-]*$", $comment: "a letter or `_`, then letters, digits, `_` or `-`", examples: ["page"] }, append: { title: "Append", description: "Whether it goes to the end of a list there, rather than in its place.", type: "boolean", default: !1, examples: [!0] } }, required: ["launch"], additionalProperties: !1, dependentRequired: { append: ["into"] }, examples: [{ launch: "./cover.yaml", inputs: { book: "{{ book }}" }, into: "cover" }] }, functionRef: { title: "Function", description: "An exported async function of a `.ts` or `.js` module: `path#export`, without `#` the default export. Its module and what that imports are part of the definition.", type: ["string", "object"], properties: { module: { title: "Module", description: "The module's file.", type: "string", examples: ["./count.ts"] }, export: { title: "Export", description: "The name of the export.", type: "string", default: "default", examples: ["countWords"] } }, required: ["module"], additionalProperties: !1, examples: ["./count.ts#countWords"] } } };
var nt = { title: "Function", description: "An exported async function of a `.ts` or `.js` module: `path#export`, without `#` the default export. Its module and what that imports are part of the definition.", type: ["string", "object"], properties: { module: { title: "Module", description: "The module's file.", type: "string", examples: ["./count.ts"] }, export: { title: "Export", description: "The name of the export.", type: "string", default: "default", examples: ["countWords"] } }, required: ["module"], additionalProperties: !1, examples: ["./count.ts#countWords"] };
var Ie = new RegExp("^(inputs|outputs|params)(\\.[A-Za-z_][A-Za-z0-9_-]*)*$", "u"), ve = { title: "Port", description: "A typed input or output. One with `ports` or `dynamic` is a namespace: ports under a name, nested as deep as wished, linked as `NAMESPACE.PORT`. An output without `kind` is a value that jobs emit.", type: "object", properties: { kind: { title: "Kind", description: "One path or record, or several.", enum: ["path", "paths", "record", "records"], examples: ["path"] }, required: { title: "Required", description: "Whether a task must link it. Of an output that is emitted: whether a job must emit it.", type: "boolean", default: !0, examples: [!1] }, help: { title: "Help", description: "What it is, for people.", type: "string", examples: ["The book's text, UTF-8"] }, type: { title: "Type", description: "The JSON type of a record, or of a value that jobs emit; or several. Of a namespace: of what stands under names that it does not list.", $ref: "#/$defs/valueType", examples: ["integer"] }, schema: { title: "Schema", description: "A JSON Schema (2020-12) that the value must satisfy: as a map, or the path of its file.", type: ["string", "object"], examples: ["./author.schema.json", { type: "object", required: ["name"] }] }, enum: { title: "Allowed values", description: "The value is one of these.", type: "array", minItems: 1, items: { title: "Value", description: "An allowed value.", type: ["string", "number", "boolean"], examples: ["html"] }, examples: [["html", "pdf"]] }, minimum: { title: "Minimum", description: "The least number.", type: "number", examples: [20] }, maximum: { title: "Maximum", description: "The greatest number.", type: "number", examples: [200] }, pattern: { title: "Pattern", description: "A regular expression that a text must match.", type: "string", examples: ["^[a-z]+$"] }, minLength: { title: "Least length", description: "The least number of characters of a text.", type: "integer", minimum: 0, examples: [1] }, maxLength: { title: "Greatest length", description: "The greatest number of characters of a text.", type: "integer", minimum: 0, examples: [80] }, items: { title: "Items", description: "The type of an array's items.", enum: ["string", "integer", "number", "boolean"], examples: ["string"] }, validator: { $ref: "#/$defs/validator" }, ports: { title: "Ports", description: "Makes it a namespace of these.", type: "object", propertyNames: { $ref: "#/$defs/identifier" }, additionalProperties: { $ref: "#/$defs/port" }, examples: [{ words: { type: "integer" } }] }, dynamic: { title: "Dynamic", description: "Makes it a namespace that also takes values under names that it does not list; with `type` or `schema` each must suit that.", type: "boolean", default: !1, examples: [!0] } }, additionalProperties: !1, examples: [{ kind: "path", help: "The book's text, UTF-8" }] }, Pe = { title: "JSON type", description: "A JSON type, or a list of them.", type: ["string", "array"], pattern: "^(string|integer|number|boolean|array|object|null)$", items: { title: "Type", description: "One of them.", enum: ["string", "integer", "number", "boolean", "array", "object", "null"], examples: ["string"] }, minItems: 1, $comment: "one of: string, integer, number, boolean, array, object, null", examples: ["integer", ["string", "null"]] }, Be = { title: "Validator", description: "What a value must satisfy beside its type: a Liquid condition over `value`, and for a map over the names in it. Of inputs the values are true where something is linked.", type: ["string", "object"], properties: { expression: { title: "Expression", description: "The condition.", type: "string", examples: ["value > 3"] }, function: { title: "Function", description: "In its place an exported function of a `.ts` or `.js` module, `path#export`: it gets the value, and returns what is wrong with it, or nothing.", type: "string", examples: ["./check.ts#isPalette"] }, message: { title: "Message", description: "What is said where it does not hold.", type: "string", examples: ["exactly one of a and b"] } }, additionalProperties: !1, examples: ["value > 3", { expression: "a or b", message: "one of a and b" }] }, Je = new RegExp("^(string|integer|number|boolean|array|object|null)$", "u"), Ke = { validate: W };
function W(s, { instancePath: r = "", parentData: A, parentDataProperty: v, rootData: P = s, dynamicAnchors: $ = {} } = {}) {
  let e = null, t = 0, g = W.evaluated;
  if (g.dynamicProps && (g.props = void 0), g.dynamicItems && (g.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    for (let a in s)
      if (!V.call(ve.properties, a)) {
        let o = { instancePath: r, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: a }, message: "must NOT have additional properties" };
        e === null ? e = [o] : e.push(o), t++;
      }
    if (s.kind !== void 0) {
      let a = s.kind;
      if (!(a === "path" || a === "paths" || a === "record" || a === "records")) {
        let o = { instancePath: r + "/kind", schemaPath: "#/properties/kind/enum", keyword: "enum", params: { allowedValues: ve.properties.kind.enum }, message: "must be equal to one of the allowed values" };
        e === null ? e = [o] : e.push(o), t++;
      }
    }
    if (s.required !== void 0 && typeof s.required != "boolean") {
      let a = { instancePath: r + "/required", schemaPath: "#/properties/required/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
      e === null ? e = [a] : e.push(a), t++;
    }
    if (s.help !== void 0 && typeof s.help != "string") {
      let a = { instancePath: r + "/help", schemaPath: "#/properties/help/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [a] : e.push(a), t++;
    }
    if (s.type !== void 0) {
      let a = s.type;
      if (typeof a != "string" && !Array.isArray(a)) {
        let o = { instancePath: r + "/type", schemaPath: "#/$defs/valueType/type", keyword: "type", params: { type: Pe.type }, message: "must be string,array" };
        e === null ? e = [o] : e.push(o), t++;
      }
      if (typeof a == "string" && !Je.test(a)) {
        let o = { instancePath: r + "/type", schemaPath: "#/$defs/valueType/pattern", keyword: "pattern", params: { pattern: "^(string|integer|number|boolean|array|object|null)$" }, message: 'must match pattern "^(string|integer|number|boolean|array|object|null)$"' };
        e === null ? e = [o] : e.push(o), t++;
      }
      if (Array.isArray(a)) {
        if (a.length < 1) {
          let f = { instancePath: r + "/type", schemaPath: "#/$defs/valueType/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
          e === null ? e = [f] : e.push(f), t++;
        }
        let o = a.length;
        for (let f = 0; f < o; f++) {
          let d = a[f];
          if (!(d === "string" || d === "integer" || d === "number" || d === "boolean" || d === "array" || d === "object" || d === "null")) {
            let y = { instancePath: r + "/type/" + f, schemaPath: "#/$defs/valueType/items/enum", keyword: "enum", params: { allowedValues: Pe.items.enum }, message: "must be equal to one of the allowed values" };
            e === null ? e = [y] : e.push(y), t++;
          }
        }
      }
    }
    if (s.schema !== void 0) {
      let a = s.schema;
      if (typeof a != "string" && !(a && typeof a == "object" && !Array.isArray(a))) {
        let o = { instancePath: r + "/schema", schemaPath: "#/properties/schema/type", keyword: "type", params: { type: ve.properties.schema.type }, message: "must be string,object" };
        e === null ? e = [o] : e.push(o), t++;
      }
    }
    if (s.enum !== void 0) {
      let a = s.enum;
      if (Array.isArray(a)) {
        if (a.length < 1) {
          let f = { instancePath: r + "/enum", schemaPath: "#/properties/enum/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
          e === null ? e = [f] : e.push(f), t++;
        }
        let o = a.length;
        for (let f = 0; f < o; f++) {
          let d = a[f];
          if (typeof d != "string" && !(typeof d == "number" && isFinite(d)) && typeof d != "boolean") {
            let y = { instancePath: r + "/enum/" + f, schemaPath: "#/properties/enum/items/type", keyword: "type", params: { type: ve.properties.enum.items.type }, message: "must be string,number,boolean" };
            e === null ? e = [y] : e.push(y), t++;
          }
        }
      } else {
        let o = { instancePath: r + "/enum", schemaPath: "#/properties/enum/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        e === null ? e = [o] : e.push(o), t++;
      }
    }
    if (s.minimum !== void 0) {
      let a = s.minimum;
      if (!(typeof a == "number" && isFinite(a))) {
        let o = { instancePath: r + "/minimum", schemaPath: "#/properties/minimum/type", keyword: "type", params: { type: "number" }, message: "must be number" };
        e === null ? e = [o] : e.push(o), t++;
      }
    }
    if (s.maximum !== void 0) {
      let a = s.maximum;
      if (!(typeof a == "number" && isFinite(a))) {
        let o = { instancePath: r + "/maximum", schemaPath: "#/properties/maximum/type", keyword: "type", params: { type: "number" }, message: "must be number" };
        e === null ? e = [o] : e.push(o), t++;
      }
    }
    if (s.pattern !== void 0 && typeof s.pattern != "string") {
      let a = { instancePath: r + "/pattern", schemaPath: "#/properties/pattern/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [a] : e.push(a), t++;
    }
    if (s.minLength !== void 0) {
      let a = s.minLength;
      if (!(typeof a == "number" && !(a % 1) && !isNaN(a) && isFinite(a))) {
        let o = { instancePath: r + "/minLength", schemaPath: "#/properties/minLength/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        e === null ? e = [o] : e.push(o), t++;
      }
      if (typeof a == "number" && isFinite(a) && (a < 0 || isNaN(a))) {
        let o = { instancePath: r + "/minLength", schemaPath: "#/properties/minLength/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
        e === null ? e = [o] : e.push(o), t++;
      }
    }
    if (s.maxLength !== void 0) {
      let a = s.maxLength;
      if (!(typeof a == "number" && !(a % 1) && !isNaN(a) && isFinite(a))) {
        let o = { instancePath: r + "/maxLength", schemaPath: "#/properties/maxLength/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        e === null ? e = [o] : e.push(o), t++;
      }
      if (typeof a == "number" && isFinite(a) && (a < 0 || isNaN(a))) {
        let o = { instancePath: r + "/maxLength", schemaPath: "#/properties/maxLength/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
        e === null ? e = [o] : e.push(o), t++;
      }
    }
    if (s.items !== void 0) {
      let a = s.items;
      if (!(a === "string" || a === "integer" || a === "number" || a === "boolean")) {
        let o = { instancePath: r + "/items", schemaPath: "#/properties/items/enum", keyword: "enum", params: { allowedValues: ve.properties.items.enum }, message: "must be equal to one of the allowed values" };
        e === null ? e = [o] : e.push(o), t++;
      }
    }
    if (s.validator !== void 0) {
      let a = s.validator;
      if (typeof a != "string" && !(a && typeof a == "object" && !Array.isArray(a))) {
        let o = { instancePath: r + "/validator", schemaPath: "#/$defs/validator/type", keyword: "type", params: { type: Be.type }, message: "must be string,object" };
        e === null ? e = [o] : e.push(o), t++;
      }
      if (a && typeof a == "object" && !Array.isArray(a)) {
        for (let o in a)
          if (!(o === "expression" || o === "function" || o === "message")) {
            let f = { instancePath: r + "/validator", schemaPath: "#/$defs/validator/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: o }, message: "must NOT have additional properties" };
            e === null ? e = [f] : e.push(f), t++;
          }
        if (a.expression !== void 0 && typeof a.expression != "string") {
          let o = { instancePath: r + "/validator/expression", schemaPath: "#/$defs/validator/properties/expression/type", keyword: "type", params: { type: "string" }, message: "must be string" };
          e === null ? e = [o] : e.push(o), t++;
        }
        if (a.function !== void 0 && typeof a.function != "string") {
          let o = { instancePath: r + "/validator/function", schemaPath: "#/$defs/validator/properties/function/type", keyword: "type", params: { type: "string" }, message: "must be string" };
          e === null ? e = [o] : e.push(o), t++;
        }
        if (a.message !== void 0 && typeof a.message != "string") {
          let o = { instancePath: r + "/validator/message", schemaPath: "#/$defs/validator/properties/message/type", keyword: "type", params: { type: "string" }, message: "must be string" };
          e === null ? e = [o] : e.push(o), t++;
        }
      }
    }
    if (s.ports !== void 0) {
      let a = s.ports;
      if (a && typeof a == "object" && !Array.isArray(a)) {
        for (let o in a) {
          let f = t;
          if (typeof o == "string") {
            if (!j.test(o)) {
              let d = { instancePath: r + "/ports", schemaPath: "#/$defs/identifier/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_-]*$" }, message: 'must match pattern "^[A-Za-z_][A-Za-z0-9_-]*$"', propertyName: o };
              e === null ? e = [d] : e.push(d), t++;
            }
          } else {
            let d = { instancePath: r + "/ports", schemaPath: "#/$defs/identifier/type", keyword: "type", params: { type: "string" }, message: "must be string", propertyName: o };
            e === null ? e = [d] : e.push(d), t++;
          }
          var i = f === t;
          if (!i) {
            let d = { instancePath: r + "/ports", schemaPath: "#/properties/ports/propertyNames", keyword: "propertyNames", params: { propertyName: o }, message: "property name must be valid" };
            e === null ? e = [d] : e.push(d), t++;
          }
        }
        for (let o in a)
          Ke.validate(a[o], { instancePath: r + "/ports/" + o.replace(/~/g, "~0").replace(/\//g, "~1"), parentData: a, parentDataProperty: o, rootData: P, dynamicAnchors: $ }) || (e = e === null ? Ke.validate.errors : e.concat(Ke.validate.errors), t = e.length);
      } else {
        let o = { instancePath: r + "/ports", schemaPath: "#/properties/ports/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        e === null ? e = [o] : e.push(o), t++;
      }
    }
    if (s.dynamic !== void 0 && typeof s.dynamic != "boolean") {
      let a = { instancePath: r + "/dynamic", schemaPath: "#/properties/dynamic/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
      e === null ? e = [a] : e.push(a), t++;
    }
  } else {
    let a = { instancePath: r, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = [a] : e.push(a), t++;
  }
  return W.errors = e, t === 0;
}
W.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
var Ae = { title: "Parameter port", description: "A typed value. It must be set unless it has a default or `required: false`. One with `ports` or `dynamic` is a namespace: ports under a name, nested as deep as wished.", type: "object", properties: { type: { title: "Type", description: "The JSON type of the value, or several. Of a namespace: of the values under names that it does not list.", $ref: "#/$defs/valueType", examples: ["integer"] }, default: { title: "Default", description: "The value where a task sets none.", examples: [80] }, generate: { title: "Generated default", description: "Makes the value where a task sets none, anew for each attempt of a job: `uuid`, `now` (a time as ISO 8601 has it), or from the job's name and so always the same for it: `key`, `key_uuid`, `key_number` (0 to 2147483647). The name of the generator is part of the definition, what it makes is not: it never runs a job.", enum: ["uuid", "now", "key", "key_uuid", "key_number"], examples: ["key_uuid"] }, required: { title: "Required", description: "Whether a task must set it. By default where there is no default.", type: "boolean", examples: [!1] }, schema: { title: "Schema", description: "A JSON Schema (2020-12) that the value must satisfy: as a map, or the path of its file.", type: ["string", "object"], examples: ["./author.schema.json", { type: "object", required: ["name"] }] }, enum: { title: "Allowed values", description: "The value is one of these.", type: "array", minItems: 1, items: { title: "Value", description: "An allowed value.", type: ["string", "number", "boolean"], examples: ["html"] }, examples: [["html", "pdf"]] }, minimum: { title: "Minimum", description: "The least number.", type: "number", examples: [20] }, maximum: { title: "Maximum", description: "The greatest number.", type: "number", examples: [200] }, pattern: { title: "Pattern", description: "A regular expression that a text must match.", type: "string", examples: ["^[a-z]+$"] }, minLength: { title: "Least length", description: "The least number of characters of a text.", type: "integer", minimum: 0, examples: [1] }, maxLength: { title: "Greatest length", description: "The greatest number of characters of a text.", type: "integer", minimum: 0, examples: [80] }, items: { title: "Items", description: "The type of an array's items.", enum: ["string", "integer", "number", "boolean"], examples: ["string"] }, validator: { $ref: "#/$defs/validator" }, help: { title: "Help", description: "What it is, for people.", type: "string", examples: ["Columns of the report"] }, ports: { title: "Ports", description: "Makes it a namespace of these.", type: "object", propertyNames: { $ref: "#/$defs/identifier" }, additionalProperties: { $ref: "#/$defs/param" }, examples: [{ width: { type: "integer", default: 80 } }] }, dynamic: { title: "Dynamic", description: "Makes it a namespace that also takes values under names that it does not list; with `type` or `schema` each must suit that.", type: "boolean", default: !1, examples: [!0] }, populate_defaults: { title: "Populate defaults", description: "Of a namespace: `false` leaves it absent where nothing of it is given, whatever defaults its ports have.", type: "boolean", default: !0, examples: [!1] } }, additionalProperties: !1, examples: [{ type: "integer", default: 80, minimum: 20 }] }, Ve = { validate: H };
function H(s, { instancePath: r = "", parentData: A, parentDataProperty: v, rootData: P = s, dynamicAnchors: $ = {} } = {}) {
  let e = null, t = 0, g = H.evaluated;
  if (g.dynamicProps && (g.props = void 0), g.dynamicItems && (g.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    for (let a in s)
      if (!V.call(Ae.properties, a)) {
        let o = { instancePath: r, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: a }, message: "must NOT have additional properties" };
        e === null ? e = [o] : e.push(o), t++;
      }
    if (s.type !== void 0) {
      let a = s.type;
      if (typeof a != "string" && !Array.isArray(a)) {
        let o = { instancePath: r + "/type", schemaPath: "#/$defs/valueType/type", keyword: "type", params: { type: Pe.type }, message: "must be string,array" };
        e === null ? e = [o] : e.push(o), t++;
      }
      if (typeof a == "string" && !Je.test(a)) {
        let o = { instancePath: r + "/type", schemaPath: "#/$defs/valueType/pattern", keyword: "pattern", params: { pattern: "^(string|integer|number|boolean|array|object|null)$" }, message: 'must match pattern "^(string|integer|number|boolean|array|object|null)$"' };
        e === null ? e = [o] : e.push(o), t++;
      }
      if (Array.isArray(a)) {
        if (a.length < 1) {
          let f = { instancePath: r + "/type", schemaPath: "#/$defs/valueType/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
          e === null ? e = [f] : e.push(f), t++;
        }
        let o = a.length;
        for (let f = 0; f < o; f++) {
          let d = a[f];
          if (!(d === "string" || d === "integer" || d === "number" || d === "boolean" || d === "array" || d === "object" || d === "null")) {
            let y = { instancePath: r + "/type/" + f, schemaPath: "#/$defs/valueType/items/enum", keyword: "enum", params: { allowedValues: Pe.items.enum }, message: "must be equal to one of the allowed values" };
            e === null ? e = [y] : e.push(y), t++;
          }
        }
      }
    }
    if (s.generate !== void 0) {
      let a = s.generate;
      if (!(a === "uuid" || a === "now" || a === "key" || a === "key_uuid" || a === "key_number")) {
        let o = { instancePath: r + "/generate", schemaPath: "#/properties/generate/enum", keyword: "enum", params: { allowedValues: Ae.properties.generate.enum }, message: "must be equal to one of the allowed values" };
        e === null ? e = [o] : e.push(o), t++;
      }
    }
    if (s.required !== void 0 && typeof s.required != "boolean") {
      let a = { instancePath: r + "/required", schemaPath: "#/properties/required/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
      e === null ? e = [a] : e.push(a), t++;
    }
    if (s.schema !== void 0) {
      let a = s.schema;
      if (typeof a != "string" && !(a && typeof a == "object" && !Array.isArray(a))) {
        let o = { instancePath: r + "/schema", schemaPath: "#/properties/schema/type", keyword: "type", params: { type: Ae.properties.schema.type }, message: "must be string,object" };
        e === null ? e = [o] : e.push(o), t++;
      }
    }
    if (s.enum !== void 0) {
      let a = s.enum;
      if (Array.isArray(a)) {
        if (a.length < 1) {
          let f = { instancePath: r + "/enum", schemaPath: "#/properties/enum/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
          e === null ? e = [f] : e.push(f), t++;
        }
        let o = a.length;
        for (let f = 0; f < o; f++) {
          let d = a[f];
          if (typeof d != "string" && !(typeof d == "number" && isFinite(d)) && typeof d != "boolean") {
            let y = { instancePath: r + "/enum/" + f, schemaPath: "#/properties/enum/items/type", keyword: "type", params: { type: Ae.properties.enum.items.type }, message: "must be string,number,boolean" };
            e === null ? e = [y] : e.push(y), t++;
          }
        }
      } else {
        let o = { instancePath: r + "/enum", schemaPath: "#/properties/enum/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        e === null ? e = [o] : e.push(o), t++;
      }
    }
    if (s.minimum !== void 0) {
      let a = s.minimum;
      if (!(typeof a == "number" && isFinite(a))) {
        let o = { instancePath: r + "/minimum", schemaPath: "#/properties/minimum/type", keyword: "type", params: { type: "number" }, message: "must be number" };
        e === null ? e = [o] : e.push(o), t++;
      }
    }
    if (s.maximum !== void 0) {
      let a = s.maximum;
      if (!(typeof a == "number" && isFinite(a))) {
        let o = { instancePath: r + "/maximum", schemaPath: "#/properties/maximum/type", keyword: "type", params: { type: "number" }, message: "must be number" };
        e === null ? e = [o] : e.push(o), t++;
      }
    }
    if (s.pattern !== void 0 && typeof s.pattern != "string") {
      let a = { instancePath: r + "/pattern", schemaPath: "#/properties/pattern/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [a] : e.push(a), t++;
    }
    if (s.minLength !== void 0) {
      let a = s.minLength;
      if (!(typeof a == "number" && !(a % 1) && !isNaN(a) && isFinite(a))) {
        let o = { instancePath: r + "/minLength", schemaPath: "#/properties/minLength/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        e === null ? e = [o] : e.push(o), t++;
      }
      if (typeof a == "number" && isFinite(a) && (a < 0 || isNaN(a))) {
        let o = { instancePath: r + "/minLength", schemaPath: "#/properties/minLength/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
        e === null ? e = [o] : e.push(o), t++;
      }
    }
    if (s.maxLength !== void 0) {
      let a = s.maxLength;
      if (!(typeof a == "number" && !(a % 1) && !isNaN(a) && isFinite(a))) {
        let o = { instancePath: r + "/maxLength", schemaPath: "#/properties/maxLength/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        e === null ? e = [o] : e.push(o), t++;
      }
      if (typeof a == "number" && isFinite(a) && (a < 0 || isNaN(a))) {
        let o = { instancePath: r + "/maxLength", schemaPath: "#/properties/maxLength/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
        e === null ? e = [o] : e.push(o), t++;
      }
    }
    if (s.items !== void 0) {
      let a = s.items;
      if (!(a === "string" || a === "integer" || a === "number" || a === "boolean")) {
        let o = { instancePath: r + "/items", schemaPath: "#/properties/items/enum", keyword: "enum", params: { allowedValues: Ae.properties.items.enum }, message: "must be equal to one of the allowed values" };
        e === null ? e = [o] : e.push(o), t++;
      }
    }
    if (s.validator !== void 0) {
      let a = s.validator;
      if (typeof a != "string" && !(a && typeof a == "object" && !Array.isArray(a))) {
        let o = { instancePath: r + "/validator", schemaPath: "#/$defs/validator/type", keyword: "type", params: { type: Be.type }, message: "must be string,object" };
        e === null ? e = [o] : e.push(o), t++;
      }
      if (a && typeof a == "object" && !Array.isArray(a)) {
        for (let o in a)
          if (!(o === "expression" || o === "function" || o === "message")) {
            let f = { instancePath: r + "/validator", schemaPath: "#/$defs/validator/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: o }, message: "must NOT have additional properties" };
            e === null ? e = [f] : e.push(f), t++;
          }
        if (a.expression !== void 0 && typeof a.expression != "string") {
          let o = { instancePath: r + "/validator/expression", schemaPath: "#/$defs/validator/properties/expression/type", keyword: "type", params: { type: "string" }, message: "must be string" };
          e === null ? e = [o] : e.push(o), t++;
        }
        if (a.function !== void 0 && typeof a.function != "string") {
          let o = { instancePath: r + "/validator/function", schemaPath: "#/$defs/validator/properties/function/type", keyword: "type", params: { type: "string" }, message: "must be string" };
          e === null ? e = [o] : e.push(o), t++;
        }
        if (a.message !== void 0 && typeof a.message != "string") {
          let o = { instancePath: r + "/validator/message", schemaPath: "#/$defs/validator/properties/message/type", keyword: "type", params: { type: "string" }, message: "must be string" };
          e === null ? e = [o] : e.push(o), t++;
        }
      }
    }
    if (s.help !== void 0 && typeof s.help != "string") {
      let a = { instancePath: r + "/help", schemaPath: "#/properties/help/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [a] : e.push(a), t++;
    }
    if (s.ports !== void 0) {
      let a = s.ports;
      if (a && typeof a == "object" && !Array.isArray(a)) {
        for (let o in a) {
          let f = t;
          if (typeof o == "string") {
            if (!j.test(o)) {
              let d = { instancePath: r + "/ports", schemaPath: "#/$defs/identifier/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_-]*$" }, message: 'must match pattern "^[A-Za-z_][A-Za-z0-9_-]*$"', propertyName: o };
              e === null ? e = [d] : e.push(d), t++;
            }
          } else {
            let d = { instancePath: r + "/ports", schemaPath: "#/$defs/identifier/type", keyword: "type", params: { type: "string" }, message: "must be string", propertyName: o };
            e === null ? e = [d] : e.push(d), t++;
          }
          var i = f === t;
          if (!i) {
            let d = { instancePath: r + "/ports", schemaPath: "#/properties/ports/propertyNames", keyword: "propertyNames", params: { propertyName: o }, message: "property name must be valid" };
            e === null ? e = [d] : e.push(d), t++;
          }
        }
        for (let o in a)
          Ve.validate(a[o], { instancePath: r + "/ports/" + o.replace(/~/g, "~0").replace(/\//g, "~1"), parentData: a, parentDataProperty: o, rootData: P, dynamicAnchors: $ }) || (e = e === null ? Ve.validate.errors : e.concat(Ve.validate.errors), t = e.length);
      } else {
        let o = { instancePath: r + "/ports", schemaPath: "#/properties/ports/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        e === null ? e = [o] : e.push(o), t++;
      }
    }
    if (s.dynamic !== void 0 && typeof s.dynamic != "boolean") {
      let a = { instancePath: r + "/dynamic", schemaPath: "#/properties/dynamic/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
      e === null ? e = [a] : e.push(a), t++;
    }
    if (s.populate_defaults !== void 0 && typeof s.populate_defaults != "boolean") {
      let a = { instancePath: r + "/populate_defaults", schemaPath: "#/properties/populate_defaults/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
      e === null ? e = [a] : e.push(a), t++;
    }
  } else {
    let a = { instancePath: r, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = [a] : e.push(a), t++;
  }
  return H.errors = e, t === 0;
}
H.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
var Zt = { title: "Properties of a namespace", description: "What holds for a namespace of ports as a whole.", type: "object", properties: { required: { title: "Required", description: "`false`: where nothing of it is given, its required ports are not missed.", type: "boolean", default: !0, examples: [!1] }, help: { title: "Help", description: "What it is, for people.", type: "string", examples: ["How the page looks"] }, type: { title: "Type", description: "The JSON type of the value, or several. Of a namespace: of the values under names that it does not list.", $ref: "#/$defs/valueType", examples: ["integer"] }, schema: { title: "Schema", description: "A JSON Schema (2020-12) that the value must satisfy: as a map, or the path of its file.", type: ["string", "object"], examples: ["./author.schema.json", { type: "object", required: ["name"] }] }, validator: { $ref: "#/$defs/validator" }, dynamic: { title: "Dynamic", description: "It also takes values under names that it does not list; with `type` or `schema` each must suit that.", type: "boolean", default: !1, examples: [!0] }, populate_defaults: { title: "Populate defaults", description: "Of a namespace: `false` leaves it absent where nothing of it is given, whatever defaults its ports have.", type: "boolean", default: !0, examples: [!1] } }, additionalProperties: !1, examples: [{ required: !1 }] };
function N(s, { instancePath: r = "", parentData: A, parentDataProperty: v, rootData: P = s, dynamicAnchors: $ = {} } = {}) {
  let e = null, t = 0, g = N.evaluated;
  if (g.dynamicProps && (g.props = void 0), g.dynamicItems && (g.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    for (let i in s)
      if (!(i === "required" || i === "help" || i === "type" || i === "schema" || i === "validator" || i === "dynamic" || i === "populate_defaults")) {
        let a = { instancePath: r, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: i }, message: "must NOT have additional properties" };
        e === null ? e = [a] : e.push(a), t++;
      }
    if (s.required !== void 0 && typeof s.required != "boolean") {
      let i = { instancePath: r + "/required", schemaPath: "#/properties/required/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
      e === null ? e = [i] : e.push(i), t++;
    }
    if (s.help !== void 0 && typeof s.help != "string") {
      let i = { instancePath: r + "/help", schemaPath: "#/properties/help/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [i] : e.push(i), t++;
    }
    if (s.type !== void 0) {
      let i = s.type;
      if (typeof i != "string" && !Array.isArray(i)) {
        let a = { instancePath: r + "/type", schemaPath: "#/$defs/valueType/type", keyword: "type", params: { type: Pe.type }, message: "must be string,array" };
        e === null ? e = [a] : e.push(a), t++;
      }
      if (typeof i == "string" && !Je.test(i)) {
        let a = { instancePath: r + "/type", schemaPath: "#/$defs/valueType/pattern", keyword: "pattern", params: { pattern: "^(string|integer|number|boolean|array|object|null)$" }, message: 'must match pattern "^(string|integer|number|boolean|array|object|null)$"' };
        e === null ? e = [a] : e.push(a), t++;
      }
      if (Array.isArray(i)) {
        if (i.length < 1) {
          let o = { instancePath: r + "/type", schemaPath: "#/$defs/valueType/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
          e === null ? e = [o] : e.push(o), t++;
        }
        let a = i.length;
        for (let o = 0; o < a; o++) {
          let f = i[o];
          if (!(f === "string" || f === "integer" || f === "number" || f === "boolean" || f === "array" || f === "object" || f === "null")) {
            let d = { instancePath: r + "/type/" + o, schemaPath: "#/$defs/valueType/items/enum", keyword: "enum", params: { allowedValues: Pe.items.enum }, message: "must be equal to one of the allowed values" };
            e === null ? e = [d] : e.push(d), t++;
          }
        }
      }
    }
    if (s.schema !== void 0) {
      let i = s.schema;
      if (typeof i != "string" && !(i && typeof i == "object" && !Array.isArray(i))) {
        let a = { instancePath: r + "/schema", schemaPath: "#/properties/schema/type", keyword: "type", params: { type: Zt.properties.schema.type }, message: "must be string,object" };
        e === null ? e = [a] : e.push(a), t++;
      }
    }
    if (s.validator !== void 0) {
      let i = s.validator;
      if (typeof i != "string" && !(i && typeof i == "object" && !Array.isArray(i))) {
        let a = { instancePath: r + "/validator", schemaPath: "#/$defs/validator/type", keyword: "type", params: { type: Be.type }, message: "must be string,object" };
        e === null ? e = [a] : e.push(a), t++;
      }
      if (i && typeof i == "object" && !Array.isArray(i)) {
        for (let a in i)
          if (!(a === "expression" || a === "function" || a === "message")) {
            let o = { instancePath: r + "/validator", schemaPath: "#/$defs/validator/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: a }, message: "must NOT have additional properties" };
            e === null ? e = [o] : e.push(o), t++;
          }
        if (i.expression !== void 0 && typeof i.expression != "string") {
          let a = { instancePath: r + "/validator/expression", schemaPath: "#/$defs/validator/properties/expression/type", keyword: "type", params: { type: "string" }, message: "must be string" };
          e === null ? e = [a] : e.push(a), t++;
        }
        if (i.function !== void 0 && typeof i.function != "string") {
          let a = { instancePath: r + "/validator/function", schemaPath: "#/$defs/validator/properties/function/type", keyword: "type", params: { type: "string" }, message: "must be string" };
          e === null ? e = [a] : e.push(a), t++;
        }
        if (i.message !== void 0 && typeof i.message != "string") {
          let a = { instancePath: r + "/validator/message", schemaPath: "#/$defs/validator/properties/message/type", keyword: "type", params: { type: "string" }, message: "must be string" };
          e === null ? e = [a] : e.push(a), t++;
        }
      }
    }
    if (s.dynamic !== void 0 && typeof s.dynamic != "boolean") {
      let i = { instancePath: r + "/dynamic", schemaPath: "#/properties/dynamic/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
      e === null ? e = [i] : e.push(i), t++;
    }
    if (s.populate_defaults !== void 0 && typeof s.populate_defaults != "boolean") {
      let i = { instancePath: r + "/populate_defaults", schemaPath: "#/properties/populate_defaults/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
      e === null ? e = [i] : e.push(i), t++;
    }
  } else {
    let i = { instancePath: r, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = [i] : e.push(i), t++;
  }
  return N.errors = e, t === 0;
}
N.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
function ye(s, { instancePath: r = "", parentData: A, parentDataProperty: v, rootData: P = s, dynamicAnchors: $ = {} } = {}) {
  let e = null, t = 0, g = ye.evaluated;
  if (g.dynamicProps && (g.props = void 0), g.dynamicItems && (g.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    if (s.from === void 0) {
      let i = { instancePath: r, schemaPath: "#/required", keyword: "required", params: { missingProperty: "from" }, message: "must have required property 'from'" };
      e === null ? e = [i] : e.push(i), t++;
    }
    for (let i in s)
      if (!(i === "from" || i === "namespace" || i === "include" || i === "exclude" || i === "options")) {
        let a = { instancePath: r, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: i }, message: "must NOT have additional properties" };
        e === null ? e = [a] : e.push(a), t++;
      }
    if (s.from !== void 0 && typeof s.from != "string") {
      let i = { instancePath: r + "/from", schemaPath: "#/properties/from/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [i] : e.push(i), t++;
    }
    if (s.namespace !== void 0) {
      let i = s.namespace;
      if (typeof i == "string") {
        if (!_e.test(i)) {
          let a = { instancePath: r + "/namespace", schemaPath: "#/properties/namespace/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_-]*(\\.[A-Za-z_][A-Za-z0-9_-]*)*$" }, message: 'must match pattern "^[A-Za-z_][A-Za-z0-9_-]*(\\.[A-Za-z_][A-Za-z0-9_-]*)*$"' };
          e === null ? e = [a] : e.push(a), t++;
        }
      } else {
        let a = { instancePath: r + "/namespace", schemaPath: "#/properties/namespace/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        e === null ? e = [a] : e.push(a), t++;
      }
    }
    if (s.include !== void 0) {
      let i = s.include;
      if (Array.isArray(i)) {
        if (i.length < 1) {
          let o = { instancePath: r + "/include", schemaPath: "#/properties/include/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
          e === null ? e = [o] : e.push(o), t++;
        }
        let a = i.length;
        for (let o = 0; o < a; o++) {
          let f = i[o];
          if (typeof f == "string") {
            if (!Ie.test(f)) {
              let d = { instancePath: r + "/include/" + o, schemaPath: "#/$defs/portPath/pattern", keyword: "pattern", params: { pattern: "^(inputs|outputs|params)(\\.[A-Za-z_][A-Za-z0-9_-]*)*$" }, message: 'must match pattern "^(inputs|outputs|params)(\\.[A-Za-z_][A-Za-z0-9_-]*)*$"' };
              e === null ? e = [d] : e.push(d), t++;
            }
          } else {
            let d = { instancePath: r + "/include/" + o, schemaPath: "#/$defs/portPath/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            e === null ? e = [d] : e.push(d), t++;
          }
        }
      } else {
        let a = { instancePath: r + "/include", schemaPath: "#/properties/include/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        e === null ? e = [a] : e.push(a), t++;
      }
    }
    if (s.exclude !== void 0) {
      let i = s.exclude;
      if (Array.isArray(i)) {
        if (i.length < 1) {
          let o = { instancePath: r + "/exclude", schemaPath: "#/properties/exclude/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
          e === null ? e = [o] : e.push(o), t++;
        }
        let a = i.length;
        for (let o = 0; o < a; o++) {
          let f = i[o];
          if (typeof f == "string") {
            if (!Ie.test(f)) {
              let d = { instancePath: r + "/exclude/" + o, schemaPath: "#/$defs/portPath/pattern", keyword: "pattern", params: { pattern: "^(inputs|outputs|params)(\\.[A-Za-z_][A-Za-z0-9_-]*)*$" }, message: 'must match pattern "^(inputs|outputs|params)(\\.[A-Za-z_][A-Za-z0-9_-]*)*$"' };
              e === null ? e = [d] : e.push(d), t++;
            }
          } else {
            let d = { instancePath: r + "/exclude/" + o, schemaPath: "#/$defs/portPath/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            e === null ? e = [d] : e.push(d), t++;
          }
        }
      } else {
        let a = { instancePath: r + "/exclude", schemaPath: "#/properties/exclude/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        e === null ? e = [a] : e.push(a), t++;
      }
    }
    s.options !== void 0 && (N(s.options, { instancePath: r + "/options", parentData: s, parentDataProperty: "options", rootData: P, dynamicAnchors: $ }) || (e = e === null ? N.errors : e.concat(N.errors), t = e.length));
  } else {
    let i = { instancePath: r, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = [i] : e.push(i), t++;
  }
  return ye.errors = e, t === 0;
}
ye.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
var st = { title: "Step", description: "A command, a function, a recipe to launch, a choice, a loop, or the end.", type: "object", properties: { name: { title: "Name", description: "What the step is called where its position is shown.", type: "string", pattern: "^[A-Za-z_][A-Za-z0-9_-]*$", $comment: "a letter or `_`, then letters, digits, `_` or `-`", examples: ["fetch"] }, run: { title: "Shell text", description: "A template of shell text. What it appends to the file `$PIPE_CTX`, a JSON object a line, goes into the context.", type: "string", examples: [`echo '{"pages": 3}' >> "$PIPE_CTX"`] }, exec: { title: "Command", description: "A program and its arguments, each a template, run without a shell.", type: "array", minItems: 1, items: { title: "Argument", description: "The program, or one argument.", type: "string", examples: ["{{ book }}"] }, examples: [["gzip", "-k", "{{ book }}"]] }, shell: { title: "Shell", description: "The shell of `run:` with its arguments. By default `/bin/sh -eu`.", type: "array", minItems: 1, items: { title: "Word", description: "The shell's path, or an argument.", type: "string", examples: ["bash"] }, examples: [["bash", "-euo", "pipefail"]] }, function: { $ref: "#/$defs/functionRef" }, launch: { title: "Launch", description: "A recipe that runs as a child of the job; the next step waits for it.", type: "string", examples: ["./recipes/page.yaml"] }, together: { title: "Together", description: "Launches that run beside each other; the next step waits for all of them. If one fails, the others are ended.", type: "array", minItems: 1, items: { $ref: "#/$defs/launch" }, examples: [[{ launch: "./cover.yaml", into: "cover" }, { launch: "./index.yaml", into: "index" }]] }, inputs: { title: "Inputs", description: "What the launched recipe reads, by port. A text is a template; one that is only `{{ \u2026 }}` gives the value as it is.", type: "object", propertyNames: { $ref: "#/$defs/identifier" }, additionalProperties: { title: "Value", description: "A path, or for a record its value.", examples: ["{{ book }}"] }, examples: [{ page: "{{ ctx.page }}" }] }, params: { title: "Parameters", description: "Parameters of the launched recipe, as under `inputs`.", type: "object", propertyNames: { $ref: "#/$defs/identifier" }, additionalProperties: { title: "Value", description: "A value, or a template of one.", examples: ["{{ ctx.width }}"] }, examples: [{ width: 80 }] }, outputs: { title: "Outputs", description: "Where the launched recipe writes, by port, each a template of a path. Without an entry it is a file in a folder of the child's own.", type: "object", propertyNames: { $ref: "#/$defs/identifier" }, additionalProperties: { title: "Path", description: "A template of the path.", type: "string", examples: ["{{ report }}"] }, examples: [{ html: "{{ report }}" }] }, into: { title: "Into", description: "The name in the context for what the child leaves: the paths of its outputs by their ports, and its own context.", type: "string", pattern: "^[A-Za-z_][A-Za-z0-9_-]*$", $comment: "a letter or `_`, then letters, digits, `_` or `-`", examples: ["page"] }, append: { title: "Append", description: "Whether it goes to the end of a list there, rather than in its place.", type: "boolean", default: !1, examples: [!0] }, if: { title: "If", description: "A condition; `then` runs if it holds, else the first of `elif` that does, else `else`.", type: "string", examples: ["ctx.pages > 10"] }, then: { $ref: "#/$defs/steps" }, elif: { title: "Else if", description: "Further conditions, in order.", type: "array", minItems: 1, items: { title: "Branch", description: "A condition with its steps.", type: "object", properties: { if: { title: "If", description: "A condition.", type: "string", examples: ["ctx.pages > 5"] }, then: { $ref: "#/$defs/steps" } }, required: ["if", "then"], additionalProperties: !1, examples: [{ if: "ctx.pages > 5", then: [{ run: "./fold" }] }] }, examples: [[{ if: "ctx.pages > 5", then: [{ run: "./fold" }] }]] }, else: { $ref: "#/$defs/steps" }, while: { title: "While", description: "A condition; `do` runs as long as it holds.", type: "string", examples: ["ctx.page < ctx.pages"] }, do: { $ref: "#/$defs/steps" }, return: { title: "Return", description: "Ends the job: with success for 0 or nothing, else with that exit status.", type: ["integer", "null"], minimum: 0, maximum: 255, examples: [0] } }, additionalProperties: !1, oneOf: [{ required: ["run"] }, { required: ["exec"] }, { required: ["function"] }, { required: ["launch"] }, { required: ["together"] }, { required: ["if"] }, { required: ["while"] }, { required: ["return"] }], dependentRequired: { shell: ["run"], if: ["then"], while: ["do"], then: ["if"], elif: ["if"], else: ["if"], do: ["while"], inputs: ["launch"], params: ["launch"], outputs: ["launch"], into: ["launch"], append: ["into"] }, examples: [{ name: "fetch", run: "./fetch {{ book }} > {{ work }}/raw" }] };
function ge(s, { instancePath: r = "", parentData: A, parentDataProperty: v, rootData: P = s, dynamicAnchors: $ = {} } = {}) {
  let e = null, t = 0, g = ge.evaluated;
  if (g.dynamicProps && (g.props = void 0), g.dynamicItems && (g.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    if (s.launch === void 0) {
      let f = { instancePath: r, schemaPath: "#/required", keyword: "required", params: { missingProperty: "launch" }, message: "must have required property 'launch'" };
      e === null ? e = [f] : e.push(f), t++;
    }
    for (let f in s)
      if (!(f === "name" || f === "launch" || f === "inputs" || f === "params" || f === "outputs" || f === "into" || f === "append")) {
        let d = { instancePath: r, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: f }, message: "must NOT have additional properties" };
        e === null ? e = [d] : e.push(d), t++;
      }
    if (s.name !== void 0) {
      let f = s.name;
      if (typeof f == "string") {
        if (!j.test(f)) {
          let d = { instancePath: r + "/name", schemaPath: "#/properties/name/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_-]*$" }, message: 'must match pattern "^[A-Za-z_][A-Za-z0-9_-]*$"' };
          e === null ? e = [d] : e.push(d), t++;
        }
      } else {
        let d = { instancePath: r + "/name", schemaPath: "#/properties/name/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        e === null ? e = [d] : e.push(d), t++;
      }
    }
    if (s.launch !== void 0 && typeof s.launch != "string") {
      let f = { instancePath: r + "/launch", schemaPath: "#/properties/launch/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [f] : e.push(f), t++;
    }
    if (s.inputs !== void 0) {
      let f = s.inputs;
      if (f && typeof f == "object" && !Array.isArray(f))
        for (let d in f) {
          let y = t;
          if (typeof d == "string") {
            if (!j.test(d)) {
              let b = { instancePath: r + "/inputs", schemaPath: "#/$defs/identifier/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_-]*$" }, message: 'must match pattern "^[A-Za-z_][A-Za-z0-9_-]*$"', propertyName: d };
              e === null ? e = [b] : e.push(b), t++;
            }
          } else {
            let b = { instancePath: r + "/inputs", schemaPath: "#/$defs/identifier/type", keyword: "type", params: { type: "string" }, message: "must be string", propertyName: d };
            e === null ? e = [b] : e.push(b), t++;
          }
          var i = y === t;
          if (!i) {
            let b = { instancePath: r + "/inputs", schemaPath: "#/properties/inputs/propertyNames", keyword: "propertyNames", params: { propertyName: d }, message: "property name must be valid" };
            e === null ? e = [b] : e.push(b), t++;
          }
        }
      else {
        let d = { instancePath: r + "/inputs", schemaPath: "#/properties/inputs/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        e === null ? e = [d] : e.push(d), t++;
      }
    }
    if (s.params !== void 0) {
      let f = s.params;
      if (f && typeof f == "object" && !Array.isArray(f))
        for (let d in f) {
          let y = t;
          if (typeof d == "string") {
            if (!j.test(d)) {
              let b = { instancePath: r + "/params", schemaPath: "#/$defs/identifier/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_-]*$" }, message: 'must match pattern "^[A-Za-z_][A-Za-z0-9_-]*$"', propertyName: d };
              e === null ? e = [b] : e.push(b), t++;
            }
          } else {
            let b = { instancePath: r + "/params", schemaPath: "#/$defs/identifier/type", keyword: "type", params: { type: "string" }, message: "must be string", propertyName: d };
            e === null ? e = [b] : e.push(b), t++;
          }
          var a = y === t;
          if (!a) {
            let b = { instancePath: r + "/params", schemaPath: "#/properties/params/propertyNames", keyword: "propertyNames", params: { propertyName: d }, message: "property name must be valid" };
            e === null ? e = [b] : e.push(b), t++;
          }
        }
      else {
        let d = { instancePath: r + "/params", schemaPath: "#/properties/params/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        e === null ? e = [d] : e.push(d), t++;
      }
    }
    if (s.outputs !== void 0) {
      let f = s.outputs;
      if (f && typeof f == "object" && !Array.isArray(f)) {
        for (let d in f) {
          let y = t;
          if (typeof d == "string") {
            if (!j.test(d)) {
              let b = { instancePath: r + "/outputs", schemaPath: "#/$defs/identifier/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_-]*$" }, message: 'must match pattern "^[A-Za-z_][A-Za-z0-9_-]*$"', propertyName: d };
              e === null ? e = [b] : e.push(b), t++;
            }
          } else {
            let b = { instancePath: r + "/outputs", schemaPath: "#/$defs/identifier/type", keyword: "type", params: { type: "string" }, message: "must be string", propertyName: d };
            e === null ? e = [b] : e.push(b), t++;
          }
          var o = y === t;
          if (!o) {
            let b = { instancePath: r + "/outputs", schemaPath: "#/properties/outputs/propertyNames", keyword: "propertyNames", params: { propertyName: d }, message: "property name must be valid" };
            e === null ? e = [b] : e.push(b), t++;
          }
        }
        for (let d in f)
          if (typeof f[d] != "string") {
            let y = { instancePath: r + "/outputs/" + d.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/outputs/additionalProperties/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            e === null ? e = [y] : e.push(y), t++;
          }
      } else {
        let d = { instancePath: r + "/outputs", schemaPath: "#/properties/outputs/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        e === null ? e = [d] : e.push(d), t++;
      }
    }
    if (s.into !== void 0) {
      let f = s.into;
      if (typeof f == "string") {
        if (!j.test(f)) {
          let d = { instancePath: r + "/into", schemaPath: "#/properties/into/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_-]*$" }, message: 'must match pattern "^[A-Za-z_][A-Za-z0-9_-]*$"' };
          e === null ? e = [d] : e.push(d), t++;
        }
      } else {
        let d = { instancePath: r + "/into", schemaPath: "#/properties/into/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        e === null ? e = [d] : e.push(d), t++;
      }
    }
    if (s.append !== void 0 && typeof s.append != "boolean") {
      let f = { instancePath: r + "/append", schemaPath: "#/properties/append/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
      e === null ? e = [f] : e.push(f), t++;
    }
    if (s.append !== void 0 && s.into === void 0) {
      let f = { instancePath: r, schemaPath: "#/dependentRequired", keyword: "dependentRequired", params: {
        property: "append",
        missingProperty: "into",
        depsCount: 1,
        deps: "into"
      }, message: "must have property into when property append is present" };
      e === null ? e = [f] : e.push(f), t++;
    }
  } else {
    let f = { instancePath: r, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = [f] : e.push(f), t++;
  }
  return ge.errors = e, t === 0;
}
ge.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
var O = { validate: B };
function be(s, { instancePath: r = "", parentData: A, parentDataProperty: v, rootData: P = s, dynamicAnchors: $ = {} } = {}) {
  let e = null, t = 0, g = be.evaluated;
  g.dynamicProps && (g.props = void 0), g.dynamicItems && (g.items = void 0);
  let i = t, a = !1, o = null, f = t;
  if (s && typeof s == "object" && !Array.isArray(s) && s.run === void 0) {
    let m = { instancePath: r, schemaPath: "#/oneOf/0/required", keyword: "required", params: { missingProperty: "run" }, message: "must have required property 'run'" };
    e === null ? e = [m] : e.push(m), t++;
  }
  var y = f === t;
  y && (a = !0, o = 0);
  let d = t;
  if (s && typeof s == "object" && !Array.isArray(s) && s.exec === void 0) {
    let m = { instancePath: r, schemaPath: "#/oneOf/1/required", keyword: "required", params: { missingProperty: "exec" }, message: "must have required property 'exec'" };
    e === null ? e = [m] : e.push(m), t++;
  }
  var y = d === t;
  if (y && a)
    a = !1, o = [o, 1];
  else {
    y && (a = !0, o = 1);
    let m = t;
    if (s && typeof s == "object" && !Array.isArray(s) && s.function === void 0) {
      let p = { instancePath: r, schemaPath: "#/oneOf/2/required", keyword: "required", params: { missingProperty: "function" }, message: "must have required property 'function'" };
      e === null ? e = [p] : e.push(p), t++;
    }
    var y = m === t;
    if (y && a)
      a = !1, o = [o, 2];
    else {
      y && (a = !0, o = 2);
      let p = t;
      if (s && typeof s == "object" && !Array.isArray(s) && s.launch === void 0) {
        let l = { instancePath: r, schemaPath: "#/oneOf/3/required", keyword: "required", params: { missingProperty: "launch" }, message: "must have required property 'launch'" };
        e === null ? e = [l] : e.push(l), t++;
      }
      var y = p === t;
      if (y && a)
        a = !1, o = [o, 3];
      else {
        y && (a = !0, o = 3);
        let l = t;
        if (s && typeof s == "object" && !Array.isArray(s) && s.together === void 0) {
          let w = { instancePath: r, schemaPath: "#/oneOf/4/required", keyword: "required", params: { missingProperty: "together" }, message: "must have required property 'together'" };
          e === null ? e = [w] : e.push(w), t++;
        }
        var y = l === t;
        if (y && a)
          a = !1, o = [o, 4];
        else {
          y && (a = !0, o = 4);
          let w = t;
          if (s && typeof s == "object" && !Array.isArray(s) && s.if === void 0) {
            let _ = { instancePath: r, schemaPath: "#/oneOf/5/required", keyword: "required", params: { missingProperty: "if" }, message: "must have required property 'if'" };
            e === null ? e = [_] : e.push(_), t++;
          }
          var y = w === t;
          if (y && a)
            a = !1, o = [o, 5];
          else {
            y && (a = !0, o = 5);
            let _ = t;
            if (s && typeof s == "object" && !Array.isArray(s) && s.while === void 0) {
              let z = { instancePath: r, schemaPath: "#/oneOf/6/required", keyword: "required", params: { missingProperty: "while" }, message: "must have required property 'while'" };
              e === null ? e = [z] : e.push(z), t++;
            }
            var y = _ === t;
            if (y && a)
              a = !1, o = [o, 6];
            else {
              y && (a = !0, o = 6);
              let z = t;
              if (s && typeof s == "object" && !Array.isArray(s) && s.return === void 0) {
                let C = { instancePath: r, schemaPath: "#/oneOf/7/required", keyword: "required", params: { missingProperty: "return" }, message: "must have required property 'return'" };
                e === null ? e = [C] : e.push(C), t++;
              }
              var y = z === t;
              y && a ? (a = !1, o = [o, 7]) : y && (a = !0, o = 7);
            }
          }
        }
      }
    }
  }
  if (a)
    t = i, e !== null && (i ? e.length = i : e = null);
  else {
    let m = { instancePath: r, schemaPath: "#/oneOf", keyword: "oneOf", params: { passingSchemas: o }, message: "must match exactly one schema in oneOf" };
    e === null ? e = [m] : e.push(m), t++;
  }
  if (s && typeof s == "object" && !Array.isArray(s)) {
    for (let m in s)
      if (!V.call(st.properties, m)) {
        let h = { instancePath: r, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: m }, message: "must NOT have additional properties" };
        e === null ? e = [h] : e.push(h), t++;
      }
    if (s.name !== void 0) {
      let m = s.name;
      if (typeof m == "string") {
        if (!j.test(m)) {
          let h = { instancePath: r + "/name", schemaPath: "#/properties/name/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_-]*$" }, message: 'must match pattern "^[A-Za-z_][A-Za-z0-9_-]*$"' };
          e === null ? e = [h] : e.push(h), t++;
        }
      } else {
        let h = { instancePath: r + "/name", schemaPath: "#/properties/name/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        e === null ? e = [h] : e.push(h), t++;
      }
    }
    if (s.run !== void 0 && typeof s.run != "string") {
      let m = { instancePath: r + "/run", schemaPath: "#/properties/run/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [m] : e.push(m), t++;
    }
    if (s.exec !== void 0) {
      let m = s.exec;
      if (Array.isArray(m)) {
        if (m.length < 1) {
          let p = { instancePath: r + "/exec", schemaPath: "#/properties/exec/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
          e === null ? e = [p] : e.push(p), t++;
        }
        let h = m.length;
        for (let p = 0; p < h; p++)
          if (typeof m[p] != "string") {
            let n = { instancePath: r + "/exec/" + p, schemaPath: "#/properties/exec/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            e === null ? e = [n] : e.push(n), t++;
          }
      } else {
        let h = { instancePath: r + "/exec", schemaPath: "#/properties/exec/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        e === null ? e = [h] : e.push(h), t++;
      }
    }
    if (s.shell !== void 0) {
      let m = s.shell;
      if (Array.isArray(m)) {
        if (m.length < 1) {
          let p = { instancePath: r + "/shell", schemaPath: "#/properties/shell/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
          e === null ? e = [p] : e.push(p), t++;
        }
        let h = m.length;
        for (let p = 0; p < h; p++)
          if (typeof m[p] != "string") {
            let n = { instancePath: r + "/shell/" + p, schemaPath: "#/properties/shell/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            e === null ? e = [n] : e.push(n), t++;
          }
      } else {
        let h = { instancePath: r + "/shell", schemaPath: "#/properties/shell/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        e === null ? e = [h] : e.push(h), t++;
      }
    }
    if (s.function !== void 0) {
      let m = s.function;
      if (typeof m != "string" && !(m && typeof m == "object" && !Array.isArray(m))) {
        let h = { instancePath: r + "/function", schemaPath: "#/$defs/functionRef/type", keyword: "type", params: { type: nt.type }, message: "must be string,object" };
        e === null ? e = [h] : e.push(h), t++;
      }
      if (m && typeof m == "object" && !Array.isArray(m)) {
        if (m.module === void 0) {
          let h = { instancePath: r + "/function", schemaPath: "#/$defs/functionRef/required", keyword: "required", params: { missingProperty: "module" }, message: "must have required property 'module'" };
          e === null ? e = [h] : e.push(h), t++;
        }
        for (let h in m)
          if (!(h === "module" || h === "export")) {
            let p = { instancePath: r + "/function", schemaPath: "#/$defs/functionRef/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: h }, message: "must NOT have additional properties" };
            e === null ? e = [p] : e.push(p), t++;
          }
        if (m.module !== void 0 && typeof m.module != "string") {
          let h = { instancePath: r + "/function/module", schemaPath: "#/$defs/functionRef/properties/module/type", keyword: "type", params: { type: "string" }, message: "must be string" };
          e === null ? e = [h] : e.push(h), t++;
        }
        if (m.export !== void 0 && typeof m.export != "string") {
          let h = { instancePath: r + "/function/export", schemaPath: "#/$defs/functionRef/properties/export/type", keyword: "type", params: { type: "string" }, message: "must be string" };
          e === null ? e = [h] : e.push(h), t++;
        }
      }
    }
    if (s.launch !== void 0 && typeof s.launch != "string") {
      let m = { instancePath: r + "/launch", schemaPath: "#/properties/launch/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [m] : e.push(m), t++;
    }
    if (s.together !== void 0) {
      let m = s.together;
      if (Array.isArray(m)) {
        if (m.length < 1) {
          let p = { instancePath: r + "/together", schemaPath: "#/properties/together/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
          e === null ? e = [p] : e.push(p), t++;
        }
        let h = m.length;
        for (let p = 0; p < h; p++)
          ge(m[p], { instancePath: r + "/together/" + p, parentData: m, parentDataProperty: p, rootData: P, dynamicAnchors: $ }) || (e = e === null ? ge.errors : e.concat(ge.errors), t = e.length);
      } else {
        let h = { instancePath: r + "/together", schemaPath: "#/properties/together/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        e === null ? e = [h] : e.push(h), t++;
      }
    }
    if (s.inputs !== void 0) {
      let m = s.inputs;
      if (m && typeof m == "object" && !Array.isArray(m))
        for (let h in m) {
          let p = t;
          if (typeof h == "string") {
            if (!j.test(h)) {
              let n = { instancePath: r + "/inputs", schemaPath: "#/$defs/identifier/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_-]*$" }, message: 'must match pattern "^[A-Za-z_][A-Za-z0-9_-]*$"', propertyName: h };
              e === null ? e = [n] : e.push(n), t++;
            }
          } else {
            let n = { instancePath: r + "/inputs", schemaPath: "#/$defs/identifier/type", keyword: "type", params: { type: "string" }, message: "must be string", propertyName: h };
            e === null ? e = [n] : e.push(n), t++;
          }
          var b = p === t;
          if (!b) {
            let n = { instancePath: r + "/inputs", schemaPath: "#/properties/inputs/propertyNames", keyword: "propertyNames", params: { propertyName: h }, message: "property name must be valid" };
            e === null ? e = [n] : e.push(n), t++;
          }
        }
      else {
        let h = { instancePath: r + "/inputs", schemaPath: "#/properties/inputs/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        e === null ? e = [h] : e.push(h), t++;
      }
    }
    if (s.params !== void 0) {
      let m = s.params;
      if (m && typeof m == "object" && !Array.isArray(m))
        for (let h in m) {
          let p = t;
          if (typeof h == "string") {
            if (!j.test(h)) {
              let n = { instancePath: r + "/params", schemaPath: "#/$defs/identifier/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_-]*$" }, message: 'must match pattern "^[A-Za-z_][A-Za-z0-9_-]*$"', propertyName: h };
              e === null ? e = [n] : e.push(n), t++;
            }
          } else {
            let n = { instancePath: r + "/params", schemaPath: "#/$defs/identifier/type", keyword: "type", params: { type: "string" }, message: "must be string", propertyName: h };
            e === null ? e = [n] : e.push(n), t++;
          }
          var x = p === t;
          if (!x) {
            let n = { instancePath: r + "/params", schemaPath: "#/properties/params/propertyNames", keyword: "propertyNames", params: { propertyName: h }, message: "property name must be valid" };
            e === null ? e = [n] : e.push(n), t++;
          }
        }
      else {
        let h = { instancePath: r + "/params", schemaPath: "#/properties/params/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        e === null ? e = [h] : e.push(h), t++;
      }
    }
    if (s.outputs !== void 0) {
      let m = s.outputs;
      if (m && typeof m == "object" && !Array.isArray(m)) {
        for (let h in m) {
          let p = t;
          if (typeof h == "string") {
            if (!j.test(h)) {
              let n = { instancePath: r + "/outputs", schemaPath: "#/$defs/identifier/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_-]*$" }, message: 'must match pattern "^[A-Za-z_][A-Za-z0-9_-]*$"', propertyName: h };
              e === null ? e = [n] : e.push(n), t++;
            }
          } else {
            let n = { instancePath: r + "/outputs", schemaPath: "#/$defs/identifier/type", keyword: "type", params: { type: "string" }, message: "must be string", propertyName: h };
            e === null ? e = [n] : e.push(n), t++;
          }
          var k = p === t;
          if (!k) {
            let n = { instancePath: r + "/outputs", schemaPath: "#/properties/outputs/propertyNames", keyword: "propertyNames", params: { propertyName: h }, message: "property name must be valid" };
            e === null ? e = [n] : e.push(n), t++;
          }
        }
        for (let h in m)
          if (typeof m[h] != "string") {
            let p = { instancePath: r + "/outputs/" + h.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/outputs/additionalProperties/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            e === null ? e = [p] : e.push(p), t++;
          }
      } else {
        let h = { instancePath: r + "/outputs", schemaPath: "#/properties/outputs/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        e === null ? e = [h] : e.push(h), t++;
      }
    }
    if (s.into !== void 0) {
      let m = s.into;
      if (typeof m == "string") {
        if (!j.test(m)) {
          let h = { instancePath: r + "/into", schemaPath: "#/properties/into/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_-]*$" }, message: 'must match pattern "^[A-Za-z_][A-Za-z0-9_-]*$"' };
          e === null ? e = [h] : e.push(h), t++;
        }
      } else {
        let h = { instancePath: r + "/into", schemaPath: "#/properties/into/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        e === null ? e = [h] : e.push(h), t++;
      }
    }
    if (s.append !== void 0 && typeof s.append != "boolean") {
      let m = { instancePath: r + "/append", schemaPath: "#/properties/append/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
      e === null ? e = [m] : e.push(m), t++;
    }
    if (s.if !== void 0 && typeof s.if != "string") {
      let m = { instancePath: r + "/if", schemaPath: "#/properties/if/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [m] : e.push(m), t++;
    }
    if (s.then !== void 0 && (O.validate(s.then, { instancePath: r + "/then", parentData: s, parentDataProperty: "then", rootData: P, dynamicAnchors: $ }) || (e = e === null ? O.validate.errors : e.concat(O.validate.errors), t = e.length)), s.elif !== void 0) {
      let m = s.elif;
      if (Array.isArray(m)) {
        if (m.length < 1) {
          let p = { instancePath: r + "/elif", schemaPath: "#/properties/elif/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
          e === null ? e = [p] : e.push(p), t++;
        }
        let h = m.length;
        for (let p = 0; p < h; p++) {
          let n = m[p];
          if (n && typeof n == "object" && !Array.isArray(n)) {
            if (n.if === void 0) {
              let l = { instancePath: r + "/elif/" + p, schemaPath: "#/properties/elif/items/required", keyword: "required", params: { missingProperty: "if" }, message: "must have required property 'if'" };
              e === null ? e = [l] : e.push(l), t++;
            }
            if (n.then === void 0) {
              let l = { instancePath: r + "/elif/" + p, schemaPath: "#/properties/elif/items/required", keyword: "required", params: { missingProperty: "then" }, message: "must have required property 'then'" };
              e === null ? e = [l] : e.push(l), t++;
            }
            for (let l in n)
              if (!(l === "if" || l === "then")) {
                let u = { instancePath: r + "/elif/" + p, schemaPath: "#/properties/elif/items/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: l }, message: "must NOT have additional properties" };
                e === null ? e = [u] : e.push(u), t++;
              }
            if (n.if !== void 0 && typeof n.if != "string") {
              let l = { instancePath: r + "/elif/" + p + "/if", schemaPath: "#/properties/elif/items/properties/if/type", keyword: "type", params: { type: "string" }, message: "must be string" };
              e === null ? e = [l] : e.push(l), t++;
            }
            n.then !== void 0 && (O.validate(n.then, { instancePath: r + "/elif/" + p + "/then", parentData: n, parentDataProperty: "then", rootData: P, dynamicAnchors: $ }) || (e = e === null ? O.validate.errors : e.concat(O.validate.errors), t = e.length));
          } else {
            let l = { instancePath: r + "/elif/" + p, schemaPath: "#/properties/elif/items/type", keyword: "type", params: { type: "object" }, message: "must be object" };
            e === null ? e = [l] : e.push(l), t++;
          }
        }
      } else {
        let h = { instancePath: r + "/elif", schemaPath: "#/properties/elif/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        e === null ? e = [h] : e.push(h), t++;
      }
    }
    if (s.else !== void 0 && (O.validate(s.else, { instancePath: r + "/else", parentData: s, parentDataProperty: "else", rootData: P, dynamicAnchors: $ }) || (e = e === null ? O.validate.errors : e.concat(O.validate.errors), t = e.length)), s.while !== void 0 && typeof s.while != "string") {
      let m = { instancePath: r + "/while", schemaPath: "#/properties/while/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [m] : e.push(m), t++;
    }
    if (s.do !== void 0 && (O.validate(s.do, { instancePath: r + "/do", parentData: s, parentDataProperty: "do", rootData: P, dynamicAnchors: $ }) || (e = e === null ? O.validate.errors : e.concat(O.validate.errors), t = e.length)), s.return !== void 0) {
      let m = s.return;
      if (!(typeof m == "number" && !(m % 1) && !isNaN(m) && isFinite(m)) && m !== null) {
        let h = { instancePath: r + "/return", schemaPath: "#/properties/return/type", keyword: "type", params: { type: st.properties.return.type }, message: "must be integer,null" };
        e === null ? e = [h] : e.push(h), t++;
      }
      if (typeof m == "number" && isFinite(m)) {
        if (m > 255 || isNaN(m)) {
          let h = { instancePath: r + "/return", schemaPath: "#/properties/return/maximum", keyword: "maximum", params: { comparison: "<=", limit: 255 }, message: "must be <= 255" };
          e === null ? e = [h] : e.push(h), t++;
        }
        if (m < 0 || isNaN(m)) {
          let h = { instancePath: r + "/return", schemaPath: "#/properties/return/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
          e === null ? e = [h] : e.push(h), t++;
        }
      }
    }
    if (s.shell !== void 0 && s.run === void 0) {
      let m = { instancePath: r, schemaPath: "#/dependentRequired", keyword: "dependentRequired", params: {
        property: "shell",
        missingProperty: "run",
        depsCount: 1,
        deps: "run"
      }, message: "must have property run when property shell is present" };
      e === null ? e = [m] : e.push(m), t++;
    }
    if (s.if !== void 0 && s.then === void 0) {
      let m = { instancePath: r, schemaPath: "#/dependentRequired", keyword: "dependentRequired", params: {
        property: "if",
        missingProperty: "then",
        depsCount: 1,
        deps: "then"
      }, message: "must have property then when property if is present" };
      e === null ? e = [m] : e.push(m), t++;
    }
    if (s.while !== void 0 && s.do === void 0) {
      let m = { instancePath: r, schemaPath: "#/dependentRequired", keyword: "dependentRequired", params: {
        property: "while",
        missingProperty: "do",
        depsCount: 1,
        deps: "do"
      }, message: "must have property do when property while is present" };
      e === null ? e = [m] : e.push(m), t++;
    }
    if (s.then !== void 0 && s.if === void 0) {
      let m = { instancePath: r, schemaPath: "#/dependentRequired", keyword: "dependentRequired", params: {
        property: "then",
        missingProperty: "if",
        depsCount: 1,
        deps: "if"
      }, message: "must have property if when property then is present" };
      e === null ? e = [m] : e.push(m), t++;
    }
    if (s.elif !== void 0 && s.if === void 0) {
      let m = { instancePath: r, schemaPath: "#/dependentRequired", keyword: "dependentRequired", params: {
        property: "elif",
        missingProperty: "if",
        depsCount: 1,
        deps: "if"
      }, message: "must have property if when property elif is present" };
      e === null ? e = [m] : e.push(m), t++;
    }
    if (s.else !== void 0 && s.if === void 0) {
      let m = { instancePath: r, schemaPath: "#/dependentRequired", keyword: "dependentRequired", params: {
        property: "else",
        missingProperty: "if",
        depsCount: 1,
        deps: "if"
      }, message: "must have property if when property else is present" };
      e === null ? e = [m] : e.push(m), t++;
    }
    if (s.do !== void 0 && s.while === void 0) {
      let m = { instancePath: r, schemaPath: "#/dependentRequired", keyword: "dependentRequired", params: {
        property: "do",
        missingProperty: "while",
        depsCount: 1,
        deps: "while"
      }, message: "must have property while when property do is present" };
      e === null ? e = [m] : e.push(m), t++;
    }
    if (s.inputs !== void 0 && s.launch === void 0) {
      let m = { instancePath: r, schemaPath: "#/dependentRequired", keyword: "dependentRequired", params: {
        property: "inputs",
        missingProperty: "launch",
        depsCount: 1,
        deps: "launch"
      }, message: "must have property launch when property inputs is present" };
      e === null ? e = [m] : e.push(m), t++;
    }
    if (s.params !== void 0 && s.launch === void 0) {
      let m = { instancePath: r, schemaPath: "#/dependentRequired", keyword: "dependentRequired", params: {
        property: "params",
        missingProperty: "launch",
        depsCount: 1,
        deps: "launch"
      }, message: "must have property launch when property params is present" };
      e === null ? e = [m] : e.push(m), t++;
    }
    if (s.outputs !== void 0 && s.launch === void 0) {
      let m = { instancePath: r, schemaPath: "#/dependentRequired", keyword: "dependentRequired", params: {
        property: "outputs",
        missingProperty: "launch",
        depsCount: 1,
        deps: "launch"
      }, message: "must have property launch when property outputs is present" };
      e === null ? e = [m] : e.push(m), t++;
    }
    if (s.into !== void 0 && s.launch === void 0) {
      let m = { instancePath: r, schemaPath: "#/dependentRequired", keyword: "dependentRequired", params: {
        property: "into",
        missingProperty: "launch",
        depsCount: 1,
        deps: "launch"
      }, message: "must have property launch when property into is present" };
      e === null ? e = [m] : e.push(m), t++;
    }
    if (s.append !== void 0 && s.into === void 0) {
      let m = { instancePath: r, schemaPath: "#/dependentRequired", keyword: "dependentRequired", params: {
        property: "append",
        missingProperty: "into",
        depsCount: 1,
        deps: "into"
      }, message: "must have property into when property append is present" };
      e === null ? e = [m] : e.push(m), t++;
    }
  } else {
    let m = { instancePath: r, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = [m] : e.push(m), t++;
  }
  return be.errors = e, t === 0;
}
be.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
function B(s, { instancePath: r = "", parentData: A, parentDataProperty: v, rootData: P = s, dynamicAnchors: $ = {} } = {}) {
  let e = null, t = 0, g = B.evaluated;
  if (g.dynamicProps && (g.props = void 0), g.dynamicItems && (g.items = void 0), Array.isArray(s)) {
    if (s.length < 1) {
      let a = { instancePath: r, schemaPath: "#/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
      e === null ? e = [a] : e.push(a), t++;
    }
    let i = s.length;
    for (let a = 0; a < i; a++)
      be(s[a], { instancePath: r + "/" + a, parentData: s, parentDataProperty: a, rootData: P, dynamicAnchors: $ }) || (e = e === null ? be.errors : e.concat(be.errors), t = e.length);
  } else {
    let i = { instancePath: r, schemaPath: "#/type", keyword: "type", params: { type: "array" }, message: "must be array" };
    e === null ? e = [i] : e.push(i), t++;
  }
  return B.errors = e, t === 0;
}
B.evaluated = { items: !0, dynamicProps: !1, dynamicItems: !1 };
function Oe(s, { instancePath: r = "", parentData: A, parentDataProperty: v, rootData: P = s, dynamicAnchors: $ = {} } = {}) {
  let e = null, t = 0, g = Oe.evaluated;
  g.dynamicProps && (g.props = void 0), g.dynamicItems && (g.items = void 0);
  let i = t, a = !1, o = null, f = t;
  if (s && typeof s == "object" && !Array.isArray(s) && s.run === void 0) {
    let l = { instancePath: r, schemaPath: "#/oneOf/0/required", keyword: "required", params: { missingProperty: "run" }, message: "must have required property 'run'" };
    e === null ? e = [l] : e.push(l), t++;
  }
  var y = f === t;
  y && (a = !0, o = 0);
  let d = t;
  if (s && typeof s == "object" && !Array.isArray(s) && s.exec === void 0) {
    let l = { instancePath: r, schemaPath: "#/oneOf/1/required", keyword: "required", params: { missingProperty: "exec" }, message: "must have required property 'exec'" };
    e === null ? e = [l] : e.push(l), t++;
  }
  var y = d === t;
  if (y && a)
    a = !1, o = [o, 1];
  else {
    y && (a = !0, o = 1);
    let l = t;
    if (s && typeof s == "object" && !Array.isArray(s) && s.function === void 0) {
      let w = { instancePath: r, schemaPath: "#/oneOf/2/required", keyword: "required", params: { missingProperty: "function" }, message: "must have required property 'function'" };
      e === null ? e = [w] : e.push(w), t++;
    }
    var y = l === t;
    if (y && a)
      a = !1, o = [o, 2];
    else {
      y && (a = !0, o = 2);
      let w = t;
      if (s && typeof s == "object" && !Array.isArray(s) && s.tube === void 0) {
        let _ = { instancePath: r, schemaPath: "#/oneOf/3/required", keyword: "required", params: { missingProperty: "tube" }, message: "must have required property 'tube'" };
        e === null ? e = [_] : e.push(_), t++;
      }
      var y = w === t;
      if (y && a)
        a = !1, o = [o, 3];
      else {
        y && (a = !0, o = 3);
        let _ = t;
        if (s && typeof s == "object" && !Array.isArray(s) && s.steps === void 0) {
          let z = { instancePath: r, schemaPath: "#/oneOf/4/required", keyword: "required", params: { missingProperty: "steps" }, message: "must have required property 'steps'" };
          e === null ? e = [z] : e.push(z), t++;
        }
        var y = _ === t;
        if (y && a)
          a = !1, o = [o, 4];
        else {
          y && (a = !0, o = 4);
          let z = t, Ee = t, C = t, We = t, E = !1, pt = t;
          if (s && typeof s == "object" && !Array.isArray(s)) {
            let T;
            if (s.run === void 0 && (T = "run")) {
              let Z = {};
              e === null ? e = [Z] : e.push(Z), t++;
            }
          }
          var b = pt === t;
          E = E || b;
          let lt = t;
          if (s && typeof s == "object" && !Array.isArray(s)) {
            let T;
            if (s.exec === void 0 && (T = "exec")) {
              let Z = {};
              e === null ? e = [Z] : e.push(Z), t++;
            }
          }
          var b = lt === t;
          E = E || b;
          let mt = t;
          if (s && typeof s == "object" && !Array.isArray(s)) {
            let T;
            if (s.function === void 0 && (T = "function")) {
              let Z = {};
              e === null ? e = [Z] : e.push(Z), t++;
            }
          }
          var b = mt === t;
          E = E || b;
          let ut = t;
          if (s && typeof s == "object" && !Array.isArray(s)) {
            let T;
            if (s.tube === void 0 && (T = "tube")) {
              let Z = {};
              e === null ? e = [Z] : e.push(Z), t++;
            }
          }
          var b = ut === t;
          E = E || b;
          let ft = t;
          if (s && typeof s == "object" && !Array.isArray(s)) {
            let T;
            if (s.steps === void 0 && (T = "steps")) {
              let Z = {};
              e === null ? e = [Z] : e.push(Z), t++;
            }
          }
          var b = ft === t;
          if (E = E || b, E)
            t = We, e !== null && (We ? e.length = We : e = null);
          else {
            let T = {};
            e === null ? e = [T] : e.push(T), t++;
          }
          var x = C === t;
          if (x) {
            let T = { instancePath: r, schemaPath: "#/oneOf/5/not", keyword: "not", params: {}, message: "must NOT be valid" };
            e === null ? e = [T] : e.push(T), t++;
          } else
            t = Ee, e !== null && (Ee ? e.length = Ee : e = null);
          var y = z === t;
          y && a ? (a = !1, o = [o, 5]) : y && (a = !0, o = 5);
        }
      }
    }
  }
  if (a)
    t = i, e !== null && (i ? e.length = i : e = null);
  else {
    let l = { instancePath: r, schemaPath: "#/oneOf", keyword: "oneOf", params: { passingSchemas: o }, message: "must match exactly one schema in oneOf" };
    e === null ? e = [l] : e.push(l), t++;
  }
  if (s && typeof s == "object" && !Array.isArray(s)) {
    for (let l in s)
      if (!(V.call(qe.properties, l) || it.test(l))) {
        let u = { instancePath: r, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: l }, message: "must NOT have additional properties" };
        e === null ? e = [u] : e.push(u), t++;
      }
    if (s.$schema !== void 0 && typeof s.$schema != "string") {
      let l = { instancePath: r + "/$schema", schemaPath: "#/properties/%24schema/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [l] : e.push(l), t++;
    }
    if (s.extends !== void 0 && typeof s.extends != "string") {
      let l = { instancePath: r + "/extends", schemaPath: "#/properties/extends/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [l] : e.push(l), t++;
    }
    if (s.description !== void 0 && typeof s.description != "string") {
      let l = { instancePath: r + "/description", schemaPath: "#/properties/description/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [l] : e.push(l), t++;
    }
    if (s.inputs !== void 0) {
      let l = s.inputs;
      if (l && typeof l == "object" && !Array.isArray(l)) {
        for (let u in l) {
          let w = t;
          if (typeof u == "string") {
            if (!j.test(u)) {
              let c = { instancePath: r + "/inputs", schemaPath: "#/$defs/identifier/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_-]*$" }, message: 'must match pattern "^[A-Za-z_][A-Za-z0-9_-]*$"', propertyName: u };
              e === null ? e = [c] : e.push(c), t++;
            }
          } else {
            let c = { instancePath: r + "/inputs", schemaPath: "#/$defs/identifier/type", keyword: "type", params: { type: "string" }, message: "must be string", propertyName: u };
            e === null ? e = [c] : e.push(c), t++;
          }
          var k = w === t;
          if (!k) {
            let c = { instancePath: r + "/inputs", schemaPath: "#/properties/inputs/propertyNames", keyword: "propertyNames", params: { propertyName: u }, message: "property name must be valid" };
            e === null ? e = [c] : e.push(c), t++;
          }
        }
        for (let u in l)
          W(l[u], { instancePath: r + "/inputs/" + u.replace(/~/g, "~0").replace(/\//g, "~1"), parentData: l, parentDataProperty: u, rootData: P, dynamicAnchors: $ }) || (e = e === null ? W.errors : e.concat(W.errors), t = e.length);
      } else {
        let u = { instancePath: r + "/inputs", schemaPath: "#/properties/inputs/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        e === null ? e = [u] : e.push(u), t++;
      }
    }
    if (s.outputs !== void 0) {
      let l = s.outputs;
      if (l && typeof l == "object" && !Array.isArray(l)) {
        for (let u in l) {
          let w = t;
          if (typeof u == "string") {
            if (!j.test(u)) {
              let c = { instancePath: r + "/outputs", schemaPath: "#/$defs/identifier/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_-]*$" }, message: 'must match pattern "^[A-Za-z_][A-Za-z0-9_-]*$"', propertyName: u };
              e === null ? e = [c] : e.push(c), t++;
            }
          } else {
            let c = { instancePath: r + "/outputs", schemaPath: "#/$defs/identifier/type", keyword: "type", params: { type: "string" }, message: "must be string", propertyName: u };
            e === null ? e = [c] : e.push(c), t++;
          }
          var m = w === t;
          if (!m) {
            let c = { instancePath: r + "/outputs", schemaPath: "#/properties/outputs/propertyNames", keyword: "propertyNames", params: { propertyName: u }, message: "property name must be valid" };
            e === null ? e = [c] : e.push(c), t++;
          }
        }
        for (let u in l)
          W(l[u], { instancePath: r + "/outputs/" + u.replace(/~/g, "~0").replace(/\//g, "~1"), parentData: l, parentDataProperty: u, rootData: P, dynamicAnchors: $ }) || (e = e === null ? W.errors : e.concat(W.errors), t = e.length);
      } else {
        let u = { instancePath: r + "/outputs", schemaPath: "#/properties/outputs/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        e === null ? e = [u] : e.push(u), t++;
      }
    }
    if (s.params !== void 0) {
      let l = s.params;
      if (l && typeof l == "object" && !Array.isArray(l)) {
        for (let u in l) {
          let w = t;
          if (typeof u == "string") {
            if (!j.test(u)) {
              let c = { instancePath: r + "/params", schemaPath: "#/$defs/identifier/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_-]*$" }, message: 'must match pattern "^[A-Za-z_][A-Za-z0-9_-]*$"', propertyName: u };
              e === null ? e = [c] : e.push(c), t++;
            }
          } else {
            let c = { instancePath: r + "/params", schemaPath: "#/$defs/identifier/type", keyword: "type", params: { type: "string" }, message: "must be string", propertyName: u };
            e === null ? e = [c] : e.push(c), t++;
          }
          var h = w === t;
          if (!h) {
            let c = { instancePath: r + "/params", schemaPath: "#/properties/params/propertyNames", keyword: "propertyNames", params: { propertyName: u }, message: "property name must be valid" };
            e === null ? e = [c] : e.push(c), t++;
          }
        }
        for (let u in l)
          H(l[u], { instancePath: r + "/params/" + u.replace(/~/g, "~0").replace(/\//g, "~1"), parentData: l, parentDataProperty: u, rootData: P, dynamicAnchors: $ }) || (e = e === null ? H.errors : e.concat(H.errors), t = e.length);
      } else {
        let u = { instancePath: r + "/params", schemaPath: "#/properties/params/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        e === null ? e = [u] : e.push(u), t++;
      }
    }
    if (s.namespaces !== void 0) {
      let l = s.namespaces;
      if (l && typeof l == "object" && !Array.isArray(l)) {
        for (let u in l)
          if (!(u === "inputs" || u === "outputs" || u === "params")) {
            let w = { instancePath: r + "/namespaces", schemaPath: "#/properties/namespaces/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: u }, message: "must NOT have additional properties" };
            e === null ? e = [w] : e.push(w), t++;
          }
        l.inputs !== void 0 && (N(l.inputs, { instancePath: r + "/namespaces/inputs", parentData: l, parentDataProperty: "inputs", rootData: P, dynamicAnchors: $ }) || (e = e === null ? N.errors : e.concat(N.errors), t = e.length)), l.outputs !== void 0 && (N(l.outputs, { instancePath: r + "/namespaces/outputs", parentData: l, parentDataProperty: "outputs", rootData: P, dynamicAnchors: $ }) || (e = e === null ? N.errors : e.concat(N.errors), t = e.length)), l.params !== void 0 && (N(l.params, { instancePath: r + "/namespaces/params", parentData: l, parentDataProperty: "params", rootData: P, dynamicAnchors: $ }) || (e = e === null ? N.errors : e.concat(N.errors), t = e.length));
      } else {
        let u = { instancePath: r + "/namespaces", schemaPath: "#/properties/namespaces/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        e === null ? e = [u] : e.push(u), t++;
      }
    }
    if (s.expose !== void 0) {
      let l = s.expose;
      if (!l || typeof l != "object") {
        let u = { instancePath: r + "/expose", schemaPath: "#/properties/expose/type", keyword: "type", params: { type: qe.properties.expose.type }, message: "must be object,array" };
        e === null ? e = [u] : e.push(u), t++;
      }
      if (Array.isArray(l)) {
        if (l.length < 1) {
          let w = { instancePath: r + "/expose", schemaPath: "#/properties/expose/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
          e === null ? e = [w] : e.push(w), t++;
        }
        let u = l.length;
        for (let w = 0; w < u; w++)
          ye(l[w], { instancePath: r + "/expose/" + w, parentData: l, parentDataProperty: w, rootData: P, dynamicAnchors: $ }) || (e = e === null ? ye.errors : e.concat(ye.errors), t = e.length);
      }
      if (l && typeof l == "object" && !Array.isArray(l)) {
        if (l.from === void 0) {
          let u = { instancePath: r + "/expose", schemaPath: "#/properties/expose/required", keyword: "required", params: { missingProperty: "from" }, message: "must have required property 'from'" };
          e === null ? e = [u] : e.push(u), t++;
        }
        for (let u in l)
          if (!(u === "from" || u === "namespace" || u === "include" || u === "exclude" || u === "options")) {
            let w = { instancePath: r + "/expose", schemaPath: "#/properties/expose/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: u }, message: "must NOT have additional properties" };
            e === null ? e = [w] : e.push(w), t++;
          }
        if (l.from !== void 0 && typeof l.from != "string") {
          let u = { instancePath: r + "/expose/from", schemaPath: "#/properties/expose/properties/from/type", keyword: "type", params: { type: "string" }, message: "must be string" };
          e === null ? e = [u] : e.push(u), t++;
        }
        if (l.namespace !== void 0) {
          let u = l.namespace;
          if (typeof u == "string") {
            if (!_e.test(u)) {
              let w = { instancePath: r + "/expose/namespace", schemaPath: "#/properties/expose/properties/namespace/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_-]*(\\.[A-Za-z_][A-Za-z0-9_-]*)*$" }, message: 'must match pattern "^[A-Za-z_][A-Za-z0-9_-]*(\\.[A-Za-z_][A-Za-z0-9_-]*)*$"' };
              e === null ? e = [w] : e.push(w), t++;
            }
          } else {
            let w = { instancePath: r + "/expose/namespace", schemaPath: "#/properties/expose/properties/namespace/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            e === null ? e = [w] : e.push(w), t++;
          }
        }
        if (l.include !== void 0) {
          let u = l.include;
          if (Array.isArray(u)) {
            if (u.length < 1) {
              let c = { instancePath: r + "/expose/include", schemaPath: "#/properties/expose/properties/include/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
              e === null ? e = [c] : e.push(c), t++;
            }
            let w = u.length;
            for (let c = 0; c < w; c++) {
              let _ = u[c];
              if (typeof _ == "string") {
                if (!Ie.test(_)) {
                  let R = { instancePath: r + "/expose/include/" + c, schemaPath: "#/$defs/portPath/pattern", keyword: "pattern", params: { pattern: "^(inputs|outputs|params)(\\.[A-Za-z_][A-Za-z0-9_-]*)*$" }, message: 'must match pattern "^(inputs|outputs|params)(\\.[A-Za-z_][A-Za-z0-9_-]*)*$"' };
                  e === null ? e = [R] : e.push(R), t++;
                }
              } else {
                let R = { instancePath: r + "/expose/include/" + c, schemaPath: "#/$defs/portPath/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                e === null ? e = [R] : e.push(R), t++;
              }
            }
          } else {
            let w = { instancePath: r + "/expose/include", schemaPath: "#/properties/expose/properties/include/type", keyword: "type", params: { type: "array" }, message: "must be array" };
            e === null ? e = [w] : e.push(w), t++;
          }
        }
        if (l.exclude !== void 0) {
          let u = l.exclude;
          if (Array.isArray(u)) {
            if (u.length < 1) {
              let c = { instancePath: r + "/expose/exclude", schemaPath: "#/properties/expose/properties/exclude/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
              e === null ? e = [c] : e.push(c), t++;
            }
            let w = u.length;
            for (let c = 0; c < w; c++) {
              let _ = u[c];
              if (typeof _ == "string") {
                if (!Ie.test(_)) {
                  let R = { instancePath: r + "/expose/exclude/" + c, schemaPath: "#/$defs/portPath/pattern", keyword: "pattern", params: { pattern: "^(inputs|outputs|params)(\\.[A-Za-z_][A-Za-z0-9_-]*)*$" }, message: 'must match pattern "^(inputs|outputs|params)(\\.[A-Za-z_][A-Za-z0-9_-]*)*$"' };
                  e === null ? e = [R] : e.push(R), t++;
                }
              } else {
                let R = { instancePath: r + "/expose/exclude/" + c, schemaPath: "#/$defs/portPath/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                e === null ? e = [R] : e.push(R), t++;
              }
            }
          } else {
            let w = { instancePath: r + "/expose/exclude", schemaPath: "#/properties/expose/properties/exclude/type", keyword: "type", params: { type: "array" }, message: "must be array" };
            e === null ? e = [w] : e.push(w), t++;
          }
        }
        l.options !== void 0 && (N(l.options, { instancePath: r + "/expose/options", parentData: l, parentDataProperty: "options", rootData: P, dynamicAnchors: $ }) || (e = e === null ? N.errors : e.concat(N.errors), t = e.length));
      }
    }
    if (s.run !== void 0 && typeof s.run != "string") {
      let l = { instancePath: r + "/run", schemaPath: "#/properties/run/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [l] : e.push(l), t++;
    }
    if (s.exec !== void 0) {
      let l = s.exec;
      if (Array.isArray(l)) {
        if (l.length < 1) {
          let w = { instancePath: r + "/exec", schemaPath: "#/properties/exec/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
          e === null ? e = [w] : e.push(w), t++;
        }
        let u = l.length;
        for (let w = 0; w < u; w++)
          if (typeof l[w] != "string") {
            let c = { instancePath: r + "/exec/" + w, schemaPath: "#/properties/exec/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            e === null ? e = [c] : e.push(c), t++;
          }
      } else {
        let u = { instancePath: r + "/exec", schemaPath: "#/properties/exec/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        e === null ? e = [u] : e.push(u), t++;
      }
    }
    if (s.function !== void 0) {
      let l = s.function;
      if (typeof l != "string" && !(l && typeof l == "object" && !Array.isArray(l))) {
        let u = { instancePath: r + "/function", schemaPath: "#/$defs/functionRef/type", keyword: "type", params: { type: nt.type }, message: "must be string,object" };
        e === null ? e = [u] : e.push(u), t++;
      }
      if (l && typeof l == "object" && !Array.isArray(l)) {
        if (l.module === void 0) {
          let u = { instancePath: r + "/function", schemaPath: "#/$defs/functionRef/required", keyword: "required", params: { missingProperty: "module" }, message: "must have required property 'module'" };
          e === null ? e = [u] : e.push(u), t++;
        }
        for (let u in l)
          if (!(u === "module" || u === "export")) {
            let w = { instancePath: r + "/function", schemaPath: "#/$defs/functionRef/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: u }, message: "must NOT have additional properties" };
            e === null ? e = [w] : e.push(w), t++;
          }
        if (l.module !== void 0 && typeof l.module != "string") {
          let u = { instancePath: r + "/function/module", schemaPath: "#/$defs/functionRef/properties/module/type", keyword: "type", params: { type: "string" }, message: "must be string" };
          e === null ? e = [u] : e.push(u), t++;
        }
        if (l.export !== void 0 && typeof l.export != "string") {
          let u = { instancePath: r + "/function/export", schemaPath: "#/$defs/functionRef/properties/export/type", keyword: "type", params: { type: "string" }, message: "must be string" };
          e === null ? e = [u] : e.push(u), t++;
        }
      }
    }
    if (s.steps !== void 0 && (B(s.steps, { instancePath: r + "/steps", parentData: s, parentDataProperty: "steps", rootData: P, dynamicAnchors: $ }) || (e = e === null ? B.errors : e.concat(B.errors), t = e.length)), s.tube !== void 0 && typeof s.tube != "string") {
      let l = { instancePath: r + "/tube", schemaPath: "#/properties/tube/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [l] : e.push(l), t++;
    }
    if (s.shell !== void 0) {
      let l = s.shell;
      if (Array.isArray(l)) {
        if (l.length < 1) {
          let w = { instancePath: r + "/shell", schemaPath: "#/properties/shell/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
          e === null ? e = [w] : e.push(w), t++;
        }
        let u = l.length;
        for (let w = 0; w < u; w++)
          if (typeof l[w] != "string") {
            let c = { instancePath: r + "/shell/" + w, schemaPath: "#/properties/shell/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            e === null ? e = [c] : e.push(c), t++;
          }
      } else {
        let u = { instancePath: r + "/shell", schemaPath: "#/properties/shell/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        e === null ? e = [u] : e.push(u), t++;
      }
    }
    if (s.env !== void 0) {
      let l = s.env;
      if (l && typeof l == "object" && !Array.isArray(l)) {
        for (let u in l) {
          let w = t;
          if (typeof u == "string") {
            if (!Ge.test(u)) {
              let c = { instancePath: r + "/env", schemaPath: "#/properties/env/propertyNames/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_]*$" }, message: 'must match pattern "^[A-Za-z_][A-Za-z0-9_]*$"', propertyName: u };
              e === null ? e = [c] : e.push(c), t++;
            }
          } else {
            let c = { instancePath: r + "/env", schemaPath: "#/properties/env/propertyNames/type", keyword: "type", params: { type: "string" }, message: "must be string", propertyName: u };
            e === null ? e = [c] : e.push(c), t++;
          }
          var p = w === t;
          if (!p) {
            let c = { instancePath: r + "/env", schemaPath: "#/properties/env/propertyNames", keyword: "propertyNames", params: { propertyName: u }, message: "property name must be valid" };
            e === null ? e = [c] : e.push(c), t++;
          }
        }
        for (let u in l) {
          let w = l[u];
          if (typeof w != "string" && !(typeof w == "number" && isFinite(w)) && typeof w != "boolean") {
            let c = { instancePath: r + "/env/" + u.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/env/additionalProperties/type", keyword: "type", params: { type: qe.properties.env.additionalProperties.type }, message: "must be string,number,boolean" };
            e === null ? e = [c] : e.push(c), t++;
          }
        }
      } else {
        let u = { instancePath: r + "/env", schemaPath: "#/properties/env/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        e === null ? e = [u] : e.push(u), t++;
      }
    }
    if (s.tools !== void 0) {
      let l = s.tools;
      if (Array.isArray(l)) {
        let u = l.length;
        for (let w = 0; w < u; w++)
          if (typeof l[w] != "string") {
            let c = { instancePath: r + "/tools/" + w, schemaPath: "#/properties/tools/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            e === null ? e = [c] : e.push(c), t++;
          }
      } else {
        let u = { instancePath: r + "/tools", schemaPath: "#/properties/tools/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        e === null ? e = [u] : e.push(u), t++;
      }
    }
    if (s.sources !== void 0) {
      let l = s.sources;
      if (Array.isArray(l)) {
        let u = l.length;
        for (let w = 0; w < u; w++)
          if (typeof l[w] != "string") {
            let c = { instancePath: r + "/sources/" + w, schemaPath: "#/properties/sources/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            e === null ? e = [c] : e.push(c), t++;
          }
      } else {
        let u = { instancePath: r + "/sources", schemaPath: "#/properties/sources/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        e === null ? e = [u] : e.push(u), t++;
      }
    }
    if (s.depfile !== void 0) {
      let l = s.depfile;
      if (!(l === "make" || l === "none")) {
        let u = { instancePath: r + "/depfile", schemaPath: "#/properties/depfile/enum", keyword: "enum", params: { allowedValues: qe.properties.depfile.enum }, message: "must be equal to one of the allowed values" };
        e === null ? e = [u] : e.push(u), t++;
      }
    }
    if (s.exit_codes !== void 0) {
      let l = s.exit_codes;
      if (l && typeof l == "object" && !Array.isArray(l)) {
        for (let u in l) {
          let w = t;
          if (typeof u == "string") {
            if (!ot.test(u)) {
              let c = { instancePath: r + "/exit_codes", schemaPath: "#/$defs/exitName/pattern", keyword: "pattern", params: { pattern: "^[A-Z][A-Z0-9_]*$" }, message: 'must match pattern "^[A-Z][A-Z0-9_]*$"', propertyName: u };
              e === null ? e = [c] : e.push(c), t++;
            }
          } else {
            let c = { instancePath: r + "/exit_codes", schemaPath: "#/$defs/exitName/type", keyword: "type", params: { type: "string" }, message: "must be string", propertyName: u };
            e === null ? e = [c] : e.push(c), t++;
          }
          var n = w === t;
          if (!n) {
            let c = { instancePath: r + "/exit_codes", schemaPath: "#/properties/exit_codes/propertyNames", keyword: "propertyNames", params: { propertyName: u }, message: "property name must be valid" };
            e === null ? e = [c] : e.push(c), t++;
          }
        }
        for (let u in l) {
          let w = l[u];
          if (w && typeof w == "object" && !Array.isArray(w)) {
            if (w.status === void 0) {
              let c = { instancePath: r + "/exit_codes/" + u.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/exit_codes/additionalProperties/required", keyword: "required", params: { missingProperty: "status" }, message: "must have required property 'status'" };
              e === null ? e = [c] : e.push(c), t++;
            }
            if (w.message === void 0) {
              let c = { instancePath: r + "/exit_codes/" + u.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/exit_codes/additionalProperties/required", keyword: "required", params: { missingProperty: "message" }, message: "must have required property 'message'" };
              e === null ? e = [c] : e.push(c), t++;
            }
            for (let c in w)
              if (!(c === "status" || c === "message" || c === "ok" || c === "retry" || c === "invalidates_cache")) {
                let _ = { instancePath: r + "/exit_codes/" + u.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/exit_codes/additionalProperties/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: c }, message: "must NOT have additional properties" };
                e === null ? e = [_] : e.push(_), t++;
              }
            if (w.status !== void 0) {
              let c = w.status;
              if (!(typeof c == "number" && !(c % 1) && !isNaN(c) && isFinite(c))) {
                let _ = { instancePath: r + "/exit_codes/" + u.replace(/~/g, "~0").replace(/\//g, "~1") + "/status", schemaPath: "#/properties/exit_codes/additionalProperties/properties/status/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
                e === null ? e = [_] : e.push(_), t++;
              }
              if (typeof c == "number" && isFinite(c)) {
                if (c > 255 || isNaN(c)) {
                  let _ = { instancePath: r + "/exit_codes/" + u.replace(/~/g, "~0").replace(/\//g, "~1") + "/status", schemaPath: "#/properties/exit_codes/additionalProperties/properties/status/maximum", keyword: "maximum", params: { comparison: "<=", limit: 255 }, message: "must be <= 255" };
                  e === null ? e = [_] : e.push(_), t++;
                }
                if (c < 1 || isNaN(c)) {
                  let _ = { instancePath: r + "/exit_codes/" + u.replace(/~/g, "~0").replace(/\//g, "~1") + "/status", schemaPath: "#/properties/exit_codes/additionalProperties/properties/status/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
                  e === null ? e = [_] : e.push(_), t++;
                }
              }
            }
            if (w.message !== void 0 && typeof w.message != "string") {
              let c = { instancePath: r + "/exit_codes/" + u.replace(/~/g, "~0").replace(/\//g, "~1") + "/message", schemaPath: "#/properties/exit_codes/additionalProperties/properties/message/type", keyword: "type", params: { type: "string" }, message: "must be string" };
              e === null ? e = [c] : e.push(c), t++;
            }
            if (w.ok !== void 0 && typeof w.ok != "boolean") {
              let c = { instancePath: r + "/exit_codes/" + u.replace(/~/g, "~0").replace(/\//g, "~1") + "/ok", schemaPath: "#/properties/exit_codes/additionalProperties/properties/ok/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
              e === null ? e = [c] : e.push(c), t++;
            }
            if (w.retry !== void 0 && typeof w.retry != "boolean") {
              let c = { instancePath: r + "/exit_codes/" + u.replace(/~/g, "~0").replace(/\//g, "~1") + "/retry", schemaPath: "#/properties/exit_codes/additionalProperties/properties/retry/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
              e === null ? e = [c] : e.push(c), t++;
            }
            if (w.invalidates_cache !== void 0 && typeof w.invalidates_cache != "boolean") {
              let c = { instancePath: r + "/exit_codes/" + u.replace(/~/g, "~0").replace(/\//g, "~1") + "/invalidates_cache", schemaPath: "#/properties/exit_codes/additionalProperties/properties/invalidates_cache/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
              e === null ? e = [c] : e.push(c), t++;
            }
          } else {
            let c = { instancePath: r + "/exit_codes/" + u.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/exit_codes/additionalProperties/type", keyword: "type", params: { type: "object" }, message: "must be object" };
            e === null ? e = [c] : e.push(c), t++;
          }
        }
      } else {
        let u = { instancePath: r + "/exit_codes", schemaPath: "#/properties/exit_codes/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        e === null ? e = [u] : e.push(u), t++;
      }
    }
    if (s.example !== void 0 && typeof s.example != "string") {
      let l = { instancePath: r + "/example", schemaPath: "#/properties/example/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [l] : e.push(l), t++;
    }
  } else {
    let l = { instancePath: r, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = [l] : e.push(l), t++;
  }
  return Oe.errors = e, t === 0;
}
Oe.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
var Ft = Re;
var It = { title: "Input", type: "object", additionalProperties: !1, properties: { type: { type: "string", description: "A TypeScript type, for the reader; it is not checked." }, scope: { enum: ["tube", "process"], default: "tube", description: "tube: given once, when the tube is loaded. process: given with each epoch." }, default: { description: "The value where none is given." }, required: { type: "boolean", default: !0, description: "Whether it must be given; otherwise it is null." }, description: { type: "string" } } }, Ot = new RegExp("^[\\w\\-/#]+$", "u"), Ne = new RegExp("^[A-Za-z_$][\\w$]*$", "u"), rt = { title: "Asset", type: "object", additionalProperties: !1, properties: { type: { type: "string", minLength: 1, description: "A module and the name it exports: a class, a function, a generator function (set-up, yield, tear-down) or a kind of Asset.", examples: ["./assets.ts#Counter"] }, scope: { enum: ["runner", "process", "node"], description: "How long the object lives: while the runner runs, during one epoch, or during one call of a node." }, params: { type: ["object", "array"], description: "Arguments by name, or in order. A text input.NAME is replaced by that tube input." }, depends: { $ref: "#/$defs/Signal", description: "The signal whose value the asset keeps for the next epoch. For the scope runner only." }, description: { type: "string" } } };
var ze = new RegExp("^[A-Za-z_$][\\w$]*\\.[A-Za-z_$][\\w$]*$", "u");
function we(s, { instancePath: r = "", parentData: A, parentDataProperty: v, rootData: P = s, dynamicAnchors: $ = {} } = {}) {
  let e = null, t = 0, g = we.evaluated;
  if (g.dynamicProps && (g.props = void 0), g.dynamicItems && (g.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    for (let i in s)
      if (!(i === "type" || i === "scope" || i === "params" || i === "depends" || i === "description")) {
        let a = { instancePath: r, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: i }, message: "must NOT have additional properties" };
        e === null ? e = [a] : e.push(a), t++;
      }
    if (s.type !== void 0) {
      let i = s.type;
      if (typeof i == "string") {
        if (je(i) < 1) {
          let a = { instancePath: r + "/type", schemaPath: "#/properties/type/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          e === null ? e = [a] : e.push(a), t++;
        }
      } else {
        let a = { instancePath: r + "/type", schemaPath: "#/properties/type/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        e === null ? e = [a] : e.push(a), t++;
      }
    }
    if (s.scope !== void 0) {
      let i = s.scope;
      if (!(i === "runner" || i === "process" || i === "node")) {
        let a = { instancePath: r + "/scope", schemaPath: "#/properties/scope/enum", keyword: "enum", params: { allowedValues: rt.properties.scope.enum }, message: "must be equal to one of the allowed values" };
        e === null ? e = [a] : e.push(a), t++;
      }
    }
    if (s.params !== void 0) {
      let i = s.params;
      if (!i || typeof i != "object") {
        let a = { instancePath: r + "/params", schemaPath: "#/properties/params/type", keyword: "type", params: { type: rt.properties.params.type }, message: "must be object,array" };
        e === null ? e = [a] : e.push(a), t++;
      }
    }
    if (s.depends !== void 0) {
      let i = s.depends;
      if (typeof i == "string") {
        if (!ze.test(i)) {
          let a = { instancePath: r + "/depends", schemaPath: "#/$defs/Signal/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_$][\\w$]*\\.[A-Za-z_$][\\w$]*$" }, message: 'must match pattern "^[A-Za-z_$][\\w$]*\\.[A-Za-z_$][\\w$]*$"' };
          e === null ? e = [a] : e.push(a), t++;
        }
      } else {
        let a = { instancePath: r + "/depends", schemaPath: "#/$defs/Signal/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        e === null ? e = [a] : e.push(a), t++;
      }
    }
    if (s.description !== void 0 && typeof s.description != "string") {
      let i = { instancePath: r + "/description", schemaPath: "#/properties/description/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [i] : e.push(i), t++;
    }
  } else {
    let i = { instancePath: r, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = [i] : e.push(i), t++;
  }
  return we.errors = e, t === 0;
}
we.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
var Ce = { title: "Node", type: "object", additionalProperties: !1, properties: { type: { type: "string", minLength: 1, description: "A module and the name it exports, such as ./nodes.ts#multiply, relative to this file; or gather, map, return, tube.", examples: ["./nodes.ts#multiply", "map"] }, depends: { type: ["string", "array"], description: "Where the values come from: one signal for the first slot, or a list of signals and { slot: signal }.", items: { type: ["string", "object"], minProperties: 1, maxProperties: 1, propertyNames: { pattern: "^[A-Za-z_$][\\w$]*$" }, additionalProperties: { $ref: "#/$defs/Signal" }, if: { type: "string" }, then: { $ref: "#/$defs/Signal" } }, if: { type: "string" }, then: { $ref: "#/$defs/Signal" } }, params: { type: "object", description: "Constant values by name. A text input.NAME is replaced by that tube input." }, enabled: { type: ["boolean", "string"], if: { type: "string" }, then: { pattern: "^input\\.[A-Za-z_$][\\w$]*$" }, description: "Whether the node takes part: true, false, or input.NAME. Default: true." }, stateful: { type: "boolean", description: "Whether the node runs in the order of the epochs. Default: what its type says; generators and classes do." }, description: { type: "string" } } }, Rt = new RegExp("^input\\.[A-Za-z_$][\\w$]*$", "u");
function ke(s, { instancePath: r = "", parentData: A, parentDataProperty: v, rootData: P = s, dynamicAnchors: $ = {} } = {}) {
  let e = null, t = 0, g = ke.evaluated;
  if (g.dynamicProps && (g.props = void 0), g.dynamicItems && (g.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    for (let d in s)
      if (!(d === "type" || d === "depends" || d === "params" || d === "enabled" || d === "stateful" || d === "description")) {
        let y = { instancePath: r, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: d }, message: "must NOT have additional properties" };
        e === null ? e = [y] : e.push(y), t++;
      }
    if (s.type !== void 0) {
      let d = s.type;
      if (typeof d == "string") {
        if (je(d) < 1) {
          let y = { instancePath: r + "/type", schemaPath: "#/properties/type/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          e === null ? e = [y] : e.push(y), t++;
        }
      } else {
        let y = { instancePath: r + "/type", schemaPath: "#/properties/type/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        e === null ? e = [y] : e.push(y), t++;
      }
    }
    if (s.depends !== void 0) {
      let d = s.depends;
      if (typeof d != "string" && !Array.isArray(d)) {
        let k = { instancePath: r + "/depends", schemaPath: "#/properties/depends/type", keyword: "type", params: { type: Ce.properties.depends.type }, message: "must be string,array" };
        e === null ? e = [k] : e.push(k), t++;
      }
      let y = t, b = !0, x = t;
      if (typeof d != "string") {
        let k = {};
        e === null ? e = [k] : e.push(k), t++;
      }
      var i = x === t;
      if (t = y, e !== null && (y ? e.length = y : e = null), i) {
        let k = t;
        if (typeof d == "string") {
          if (!ze.test(d)) {
            let h = { instancePath: r + "/depends", schemaPath: "#/$defs/Signal/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_$][\\w$]*\\.[A-Za-z_$][\\w$]*$" }, message: 'must match pattern "^[A-Za-z_$][\\w$]*\\.[A-Za-z_$][\\w$]*$"' };
            e === null ? e = [h] : e.push(h), t++;
          }
        } else {
          let h = { instancePath: r + "/depends", schemaPath: "#/$defs/Signal/type", keyword: "type", params: { type: "string" }, message: "must be string" };
          e === null ? e = [h] : e.push(h), t++;
        }
        var i = k === t;
        b = i;
      }
      if (!b) {
        let k = { instancePath: r + "/depends", schemaPath: "#/properties/depends/if", keyword: "if", params: { failingKeyword: "then" }, message: 'must match "then" schema' };
        e === null ? e = [k] : e.push(k), t++;
      }
      if (Array.isArray(d)) {
        let k = d.length;
        for (let m = 0; m < k; m++) {
          let h = d[m];
          if (typeof h != "string" && !(h && typeof h == "object" && !Array.isArray(h))) {
            let u = { instancePath: r + "/depends/" + m, schemaPath: "#/properties/depends/items/type", keyword: "type", params: { type: Ce.properties.depends.items.type }, message: "must be string,object" };
            e === null ? e = [u] : e.push(u), t++;
          }
          let p = t, n = !0, l = t;
          if (typeof h != "string") {
            let u = {};
            e === null ? e = [u] : e.push(u), t++;
          }
          var a = l === t;
          if (t = p, e !== null && (p ? e.length = p : e = null), a) {
            let u = t;
            if (typeof h == "string") {
              if (!ze.test(h)) {
                let c = { instancePath: r + "/depends/" + m, schemaPath: "#/$defs/Signal/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_$][\\w$]*\\.[A-Za-z_$][\\w$]*$" }, message: 'must match pattern "^[A-Za-z_$][\\w$]*\\.[A-Za-z_$][\\w$]*$"' };
                e === null ? e = [c] : e.push(c), t++;
              }
            } else {
              let c = { instancePath: r + "/depends/" + m, schemaPath: "#/$defs/Signal/type", keyword: "type", params: { type: "string" }, message: "must be string" };
              e === null ? e = [c] : e.push(c), t++;
            }
            var a = u === t;
            n = a;
          }
          if (!n) {
            let u = { instancePath: r + "/depends/" + m, schemaPath: "#/properties/depends/items/if", keyword: "if", params: { failingKeyword: "then" }, message: 'must match "then" schema' };
            e === null ? e = [u] : e.push(u), t++;
          }
          if (h && typeof h == "object" && !Array.isArray(h)) {
            if (Object.keys(h).length > 1) {
              let u = { instancePath: r + "/depends/" + m, schemaPath: "#/properties/depends/items/maxProperties", keyword: "maxProperties", params: { limit: 1 }, message: "must NOT have more than 1 properties" };
              e === null ? e = [u] : e.push(u), t++;
            }
            if (Object.keys(h).length < 1) {
              let u = { instancePath: r + "/depends/" + m, schemaPath: "#/properties/depends/items/minProperties", keyword: "minProperties", params: { limit: 1 }, message: "must NOT have fewer than 1 properties" };
              e === null ? e = [u] : e.push(u), t++;
            }
            for (let u in h) {
              let w = t;
              if (typeof u == "string" && !Ne.test(u)) {
                let c = { instancePath: r + "/depends/" + m, schemaPath: "#/properties/depends/items/propertyNames/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_$][\\w$]*$" }, message: 'must match pattern "^[A-Za-z_$][\\w$]*$"', propertyName: u };
                e === null ? e = [c] : e.push(c), t++;
              }
              var o = w === t;
              if (!o) {
                let c = { instancePath: r + "/depends/" + m, schemaPath: "#/properties/depends/items/propertyNames", keyword: "propertyNames", params: { propertyName: u }, message: "property name must be valid" };
                e === null ? e = [c] : e.push(c), t++;
              }
            }
            for (let u in h) {
              let w = h[u];
              if (typeof w == "string") {
                if (!ze.test(w)) {
                  let c = { instancePath: r + "/depends/" + m + "/" + u.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/$defs/Signal/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_$][\\w$]*\\.[A-Za-z_$][\\w$]*$" }, message: 'must match pattern "^[A-Za-z_$][\\w$]*\\.[A-Za-z_$][\\w$]*$"' };
                  e === null ? e = [c] : e.push(c), t++;
                }
              } else {
                let c = { instancePath: r + "/depends/" + m + "/" + u.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/$defs/Signal/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                e === null ? e = [c] : e.push(c), t++;
              }
            }
          }
        }
      }
    }
    if (s.params !== void 0) {
      let d = s.params;
      if (!(d && typeof d == "object" && !Array.isArray(d))) {
        let y = { instancePath: r + "/params", schemaPath: "#/properties/params/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        e === null ? e = [y] : e.push(y), t++;
      }
    }
    if (s.enabled !== void 0) {
      let d = s.enabled;
      if (typeof d != "boolean" && typeof d != "string") {
        let k = { instancePath: r + "/enabled", schemaPath: "#/properties/enabled/type", keyword: "type", params: { type: Ce.properties.enabled.type }, message: "must be boolean,string" };
        e === null ? e = [k] : e.push(k), t++;
      }
      let y = t, b = !0, x = t;
      if (typeof d != "string") {
        let k = {};
        e === null ? e = [k] : e.push(k), t++;
      }
      var f = x === t;
      if (t = y, e !== null && (y ? e.length = y : e = null), f) {
        let k = t;
        if (typeof d == "string" && !Rt.test(d)) {
          let h = { instancePath: r + "/enabled", schemaPath: "#/properties/enabled/then/pattern", keyword: "pattern", params: { pattern: "^input\\.[A-Za-z_$][\\w$]*$" }, message: 'must match pattern "^input\\.[A-Za-z_$][\\w$]*$"' };
          e === null ? e = [h] : e.push(h), t++;
        }
        var f = k === t;
        b = f;
      }
      if (!b) {
        let k = { instancePath: r + "/enabled", schemaPath: "#/properties/enabled/if", keyword: "if", params: { failingKeyword: "then" }, message: 'must match "then" schema' };
        e === null ? e = [k] : e.push(k), t++;
      }
    }
    if (s.stateful !== void 0 && typeof s.stateful != "boolean") {
      let d = { instancePath: r + "/stateful", schemaPath: "#/properties/stateful/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
      e === null ? e = [d] : e.push(d), t++;
    }
    if (s.description !== void 0 && typeof s.description != "string") {
      let d = { instancePath: r + "/description", schemaPath: "#/properties/description/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [d] : e.push(d), t++;
    }
  } else {
    let d = { instancePath: r, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = [d] : e.push(d), t++;
  }
  return ke.errors = e, t === 0;
}
ke.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
function Re(s, { instancePath: r = "", parentData: A, parentDataProperty: v, rootData: P = s, dynamicAnchors: $ = {} } = {}) {
  let e = null, t = 0, g = Re.evaluated;
  g.dynamicProps && (g.props = void 0), g.dynamicItems && (g.items = void 0);
  let i = t, a = !0, o = t;
  if (s && typeof s == "object" && !Array.isArray(s)) {
    let p;
    if (s.extends === void 0 && (p = "extends")) {
      let n = {};
      e === null ? e = [n] : e.push(n), t++;
    } else if (s.extends !== void 0 && !Array.isArray(s.extends)) {
      let n = {};
      e === null ? e = [n] : e.push(n), t++;
    }
  }
  var f = o === t;
  if (t = i, e !== null && (i ? e.length = i : e = null), !f) {
    let p = t;
    if (s && typeof s == "object" && !Array.isArray(s)) {
      if (s.nodes === void 0) {
        let l = { instancePath: r, schemaPath: "#/else/required", keyword: "required", params: { missingProperty: "nodes" }, message: "must have required property 'nodes'" };
        e === null ? e = [l] : e.push(l), t++;
      }
      if (s.nodes !== void 0) {
        let l = s.nodes;
        if (l && typeof l == "object" && !Array.isArray(l))
          for (let u in l) {
            let w = l[u];
            if (w && typeof w == "object" && !Array.isArray(w) && w.type === void 0) {
              let c = { instancePath: r + "/nodes/" + u.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/else/properties/nodes/additionalProperties/required", keyword: "required", params: { missingProperty: "type" }, message: "must have required property 'type'" };
              e === null ? e = [c] : e.push(c), t++;
            }
          }
      }
      if (s.assets !== void 0) {
        let l = s.assets;
        if (l && typeof l == "object" && !Array.isArray(l))
          for (let u in l) {
            let w = l[u];
            if (w && typeof w == "object" && !Array.isArray(w)) {
              if (w.type === void 0) {
                let c = { instancePath: r + "/assets/" + u.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/else/properties/assets/additionalProperties/required", keyword: "required", params: { missingProperty: "type" }, message: "must have required property 'type'" };
                e === null ? e = [c] : e.push(c), t++;
              }
              if (w.scope === void 0) {
                let c = { instancePath: r + "/assets/" + u.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/else/properties/assets/additionalProperties/required", keyword: "required", params: { missingProperty: "scope" }, message: "must have required property 'scope'" };
                e === null ? e = [c] : e.push(c), t++;
              }
            }
          }
      }
      if (s.input !== void 0) {
        let l = s.input;
        if (l && typeof l == "object" && !Array.isArray(l))
          for (let u in l) {
            let w = l[u];
            if (w && typeof w == "object" && !Array.isArray(w) && w.type === void 0) {
              let c = { instancePath: r + "/input/" + u.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/else/properties/input/additionalProperties/required", keyword: "required", params: { missingProperty: "type" }, message: "must have required property 'type'" };
              e === null ? e = [c] : e.push(c), t++;
            }
          }
      }
    }
    var f = p === t;
    if (a = f, a) {
      var d = {};
      d.nodes = !0, d.assets = !0, d.input = !0, d.extends = !0;
    }
  }
  if (!a) {
    let p = { instancePath: r, schemaPath: "#/if", keyword: "if", params: { failingKeyword: "else" }, message: 'must match "else" schema' };
    e === null ? e = [p] : e.push(p), t++;
  }
  if (s && typeof s == "object" && !Array.isArray(s)) {
    for (let p in s)
      if (!(p === "$schema" || p === "id" || p === "description" || p === "extends" || p === "input" || p === "assets" || p === "nodes")) {
        let n = { instancePath: r, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: p }, message: "must NOT have additional properties" };
        e === null ? e = [n] : e.push(n), t++;
      }
    if (s.$schema !== void 0 && typeof s.$schema != "string") {
      let p = { instancePath: r + "/$schema", schemaPath: "#/properties/%24schema/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [p] : e.push(p), t++;
    }
    if (s.id !== void 0) {
      let p = s.id;
      if (typeof p == "string") {
        if (!Ot.test(p)) {
          let n = { instancePath: r + "/id", schemaPath: "#/properties/id/pattern", keyword: "pattern", params: { pattern: "^[\\w\\-/#]+$" }, message: 'must match pattern "^[\\w\\-/#]+$"' };
          e === null ? e = [n] : e.push(n), t++;
        }
      } else {
        let n = { instancePath: r + "/id", schemaPath: "#/properties/id/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        e === null ? e = [n] : e.push(n), t++;
      }
    }
    if (s.description !== void 0 && typeof s.description != "string") {
      let p = { instancePath: r + "/description", schemaPath: "#/properties/description/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [p] : e.push(p), t++;
    }
    if (s.extends !== void 0) {
      let p = s.extends;
      if (Array.isArray(p)) {
        if (p.length < 1) {
          let l = { instancePath: r + "/extends", schemaPath: "#/properties/extends/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
          e === null ? e = [l] : e.push(l), t++;
        }
        let n = p.length;
        for (let l = 0; l < n; l++) {
          let u = p[l];
          if (typeof u == "string") {
            if (je(u) < 1) {
              let w = { instancePath: r + "/extends/" + l, schemaPath: "#/properties/extends/items/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              e === null ? e = [w] : e.push(w), t++;
            }
          } else {
            let w = { instancePath: r + "/extends/" + l, schemaPath: "#/properties/extends/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            e === null ? e = [w] : e.push(w), t++;
          }
        }
      } else {
        let n = { instancePath: r + "/extends", schemaPath: "#/properties/extends/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        e === null ? e = [n] : e.push(n), t++;
      }
    }
    if (s.input !== void 0) {
      let p = s.input;
      if (p && typeof p == "object" && !Array.isArray(p)) {
        for (let n in p) {
          let l = t, u = t, w = t;
          if (!(n === "assets" || n === "input" || n === "meta" || n === "tube")) {
            let c = {};
            e === null ? e = [c] : e.push(c), t++;
          }
          var y = w === t;
          if (y) {
            let c = { instancePath: r + "/input", schemaPath: "#/$defs/Id/not", keyword: "not", params: {}, message: "must NOT be valid", propertyName: n };
            e === null ? e = [c] : e.push(c), t++;
          } else
            t = u, e !== null && (u ? e.length = u : e = null);
          if (typeof n == "string") {
            if (!Ne.test(n)) {
              let c = { instancePath: r + "/input", schemaPath: "#/$defs/Id/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_$][\\w$]*$" }, message: 'must match pattern "^[A-Za-z_$][\\w$]*$"', propertyName: n };
              e === null ? e = [c] : e.push(c), t++;
            }
          } else {
            let c = { instancePath: r + "/input", schemaPath: "#/$defs/Id/type", keyword: "type", params: { type: "string" }, message: "must be string", propertyName: n };
            e === null ? e = [c] : e.push(c), t++;
          }
          var b = l === t;
          if (!b) {
            let c = { instancePath: r + "/input", schemaPath: "#/properties/input/propertyNames", keyword: "propertyNames", params: { propertyName: n }, message: "property name must be valid" };
            e === null ? e = [c] : e.push(c), t++;
          }
        }
        for (let n in p) {
          let l = p[n];
          if (l && typeof l == "object" && !Array.isArray(l)) {
            for (let u in l)
              if (!(u === "type" || u === "scope" || u === "default" || u === "required" || u === "description")) {
                let w = { instancePath: r + "/input/" + n.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/$defs/Input/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: u }, message: "must NOT have additional properties" };
                e === null ? e = [w] : e.push(w), t++;
              }
            if (l.type !== void 0 && typeof l.type != "string") {
              let u = { instancePath: r + "/input/" + n.replace(/~/g, "~0").replace(/\//g, "~1") + "/type", schemaPath: "#/$defs/Input/properties/type/type", keyword: "type", params: { type: "string" }, message: "must be string" };
              e === null ? e = [u] : e.push(u), t++;
            }
            if (l.scope !== void 0) {
              let u = l.scope;
              if (!(u === "tube" || u === "process")) {
                let w = { instancePath: r + "/input/" + n.replace(/~/g, "~0").replace(/\//g, "~1") + "/scope", schemaPath: "#/$defs/Input/properties/scope/enum", keyword: "enum", params: { allowedValues: It.properties.scope.enum }, message: "must be equal to one of the allowed values" };
                e === null ? e = [w] : e.push(w), t++;
              }
            }
            if (l.required !== void 0 && typeof l.required != "boolean") {
              let u = { instancePath: r + "/input/" + n.replace(/~/g, "~0").replace(/\//g, "~1") + "/required", schemaPath: "#/$defs/Input/properties/required/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
              e === null ? e = [u] : e.push(u), t++;
            }
            if (l.description !== void 0 && typeof l.description != "string") {
              let u = { instancePath: r + "/input/" + n.replace(/~/g, "~0").replace(/\//g, "~1") + "/description", schemaPath: "#/$defs/Input/properties/description/type", keyword: "type", params: { type: "string" }, message: "must be string" };
              e === null ? e = [u] : e.push(u), t++;
            }
          } else {
            let u = { instancePath: r + "/input/" + n.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/$defs/Input/type", keyword: "type", params: { type: "object" }, message: "must be object" };
            e === null ? e = [u] : e.push(u), t++;
          }
        }
      } else {
        let n = { instancePath: r + "/input", schemaPath: "#/properties/input/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        e === null ? e = [n] : e.push(n), t++;
      }
    }
    if (s.assets !== void 0) {
      let p = s.assets;
      if (p && typeof p == "object" && !Array.isArray(p)) {
        for (let n in p) {
          let l = t, u = t, w = t;
          if (!(n === "assets" || n === "input" || n === "meta" || n === "tube")) {
            let c = {};
            e === null ? e = [c] : e.push(c), t++;
          }
          var x = w === t;
          if (x) {
            let c = { instancePath: r + "/assets", schemaPath: "#/$defs/Id/not", keyword: "not", params: {}, message: "must NOT be valid", propertyName: n };
            e === null ? e = [c] : e.push(c), t++;
          } else
            t = u, e !== null && (u ? e.length = u : e = null);
          if (typeof n == "string") {
            if (!Ne.test(n)) {
              let c = { instancePath: r + "/assets", schemaPath: "#/$defs/Id/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_$][\\w$]*$" }, message: 'must match pattern "^[A-Za-z_$][\\w$]*$"', propertyName: n };
              e === null ? e = [c] : e.push(c), t++;
            }
          } else {
            let c = { instancePath: r + "/assets", schemaPath: "#/$defs/Id/type", keyword: "type", params: { type: "string" }, message: "must be string", propertyName: n };
            e === null ? e = [c] : e.push(c), t++;
          }
          var k = l === t;
          if (!k) {
            let c = { instancePath: r + "/assets", schemaPath: "#/properties/assets/propertyNames", keyword: "propertyNames", params: { propertyName: n }, message: "property name must be valid" };
            e === null ? e = [c] : e.push(c), t++;
          }
        }
        for (let n in p)
          we(p[n], { instancePath: r + "/assets/" + n.replace(/~/g, "~0").replace(/\//g, "~1"), parentData: p, parentDataProperty: n, rootData: P, dynamicAnchors: $ }) || (e = e === null ? we.errors : e.concat(we.errors), t = e.length);
      } else {
        let n = { instancePath: r + "/assets", schemaPath: "#/properties/assets/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        e === null ? e = [n] : e.push(n), t++;
      }
    }
    if (s.nodes !== void 0) {
      let p = s.nodes;
      if (p && typeof p == "object" && !Array.isArray(p)) {
        for (let n in p) {
          let l = t, u = t, w = t;
          if (!(n === "assets" || n === "input" || n === "meta" || n === "tube")) {
            let c = {};
            e === null ? e = [c] : e.push(c), t++;
          }
          var m = w === t;
          if (m) {
            let c = { instancePath: r + "/nodes", schemaPath: "#/$defs/Id/not", keyword: "not", params: {}, message: "must NOT be valid", propertyName: n };
            e === null ? e = [c] : e.push(c), t++;
          } else
            t = u, e !== null && (u ? e.length = u : e = null);
          if (typeof n == "string") {
            if (!Ne.test(n)) {
              let c = { instancePath: r + "/nodes", schemaPath: "#/$defs/Id/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_$][\\w$]*$" }, message: 'must match pattern "^[A-Za-z_$][\\w$]*$"', propertyName: n };
              e === null ? e = [c] : e.push(c), t++;
            }
          } else {
            let c = { instancePath: r + "/nodes", schemaPath: "#/$defs/Id/type", keyword: "type", params: { type: "string" }, message: "must be string", propertyName: n };
            e === null ? e = [c] : e.push(c), t++;
          }
          var h = l === t;
          if (!h) {
            let c = { instancePath: r + "/nodes", schemaPath: "#/properties/nodes/propertyNames", keyword: "propertyNames", params: { propertyName: n }, message: "property name must be valid" };
            e === null ? e = [c] : e.push(c), t++;
          }
        }
        for (let n in p)
          ke(p[n], { instancePath: r + "/nodes/" + n.replace(/~/g, "~0").replace(/\//g, "~1"), parentData: p, parentDataProperty: n, rootData: P, dynamicAnchors: $ }) || (e = e === null ? ke.errors : e.concat(ke.errors), t = e.length);
      } else {
        let n = { instancePath: r + "/nodes", schemaPath: "#/properties/nodes/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        e === null ? e = [n] : e.push(n), t++;
      }
    }
  } else {
    let p = { instancePath: r, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = [p] : e.push(p), t++;
  }
  return Re.errors = e, t === 0;
}
Re.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
export {
  Dt as validatePipeline,
  St as validateRecipe,
  Ft as validateTube
};
