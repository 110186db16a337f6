// The project that most workloads share: groups of a hundred files, each copied (`cp`) or handled by the shell alone, and
// joined a hundred at a time where asked for; once for each tool that knows how. Runs nothing.
import { existsSync, mkdirSync, mkdtempSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Copies {
  readonly keys: number;
  /** A `cat` of each group besides. */
  readonly joins: boolean;
  /** By builtins of the shell, so that no process is started but the shell's own. */
  readonly builtin?: boolean;
}

const GROUP = 100;

/** Folders that all tools write to, and what a clean build removes with them. */
export const OUTPUTS = ['out', 'joined'];
const STATE = ['.pipe', '.ninja_log', '.ninja_deps', '.snakemake', '.wireit', '.tup'];

export function groupsOf(keys: number): number {
  return Math.ceil(keys / GROUP);
}

/** Sources, pipe's file and, where there are peers, every tool's. */
export function writeCopies(folder: string, copies: Copies, withPeers = true): void {
  const names = namesOf(copies.keys);
  for (let group = 0; group < groupsOf(copies.keys); group++)
    mkdirSync(join(folder, 'src', groupName(group)), { recursive: true });
  for (const name of names) writeFileSync(join(folder, 'src', `${name}.txt`), `${name}\n`);
  writeFileSync(join(folder, 'pipeline.yaml'), pipeline(copies));
  makeFolders(folder, copies);
  if (!withPeers) return;
  writeFileSync(join(folder, 'build.ninja'), ninja(copies, names));
  writeFileSync(join(folder, 'Makefile'), makefile(copies, names));
  writeFileSync(join(folder, 'Snakefile'), snakefile(names));
  writeFileSync(join(folder, 'Tupfile'), tupfile(copies));
}

/**
 * As if nothing had ever been built; the folders that make needs stay. What was there is put beside the project: ext4 without
 * a journal passes over each inode that was freed in the last minutes whenever a file is made.
 */
export function cleanCopies(folder: string, copies: Copies): void {
  const aside = mkdtempSync(`${folder}-before-`);
  for (const path of [...OUTPUTS, ...STATE])
    if (existsSync(join(folder, path))) renameSync(join(folder, path), join(aside, path));
  makeFolders(folder, copies);
}

/** Changes one source by a byte. */
export function editCopies(folder: string, round: number): void {
  writeFileSync(join(folder, 'src/g0000/50.txt'), `edit ${String(round).padStart(6, '0')}\n`);
}

function makeFolders(folder: string, { keys }: Copies): void {
  for (let group = 0; group < groupsOf(keys); group++)
    mkdirSync(join(folder, 'out', groupName(group)), { recursive: true });
  mkdirSync(join(folder, 'joined'), { recursive: true });
}

export function namesOf(keys: number): string[] {
  return Array.from(
    { length: keys },
    (_, key) => `${groupName(Math.floor(key / GROUP))}/${String(key % GROUP).padStart(2, '0')}`,
  );
}

function groupName(group: number): string {
  return `g${String(group).padStart(4, '0')}`;
}

/** The text that each tool runs; what make has between `$` is the shell's. */
const BUILTIN = 'read -r line';

function pipeline({ joins, builtin }: Copies): string {
  const run = builtin ? `${BUILTIN} < {{ source }}; echo "$line" > {{ copy }}` : 'cp {{ source }} {{ copy }}';
  const copy = `tasks:
  copy:
    inputs: { source: "src/{group}/{name}.txt" }
    outputs: { copy: "out/{group}/{name}.txt" }
    run: ${run}
`;
  if (!joins) return copy;
  return `${copy}  join:
    inputs: { copies: { from: "out/{group}/{name}.txt", keys: "{key}/*" } }
    outputs: { joined: "joined/{key}.txt" }
    run: cat {{ copies }} > {{ joined }}
`;
}

function ninja({ joins, keys, builtin }: Copies, names: readonly string[]): string {
  const command = builtin ? `${BUILTIN} < $in; echo "$$line" > $out` : 'cp $in $out';
  const lines = ['rule copy', ` command = ${command}`];
  if (joins) lines.push('rule join', ' command = cat $in > $out');
  for (const name of names) lines.push(`build out/${name}.txt: copy src/${name}.txt`);
  if (joins)
    for (const [group, members] of byGroup(keys, names))
      lines.push(`build joined/${group}.txt: join ${members.map((name) => `out/${name}.txt`).join(' ')}`);
  return `${lines.join('\n')}\n`;
}

function makefile({ joins, keys, builtin }: Copies, names: readonly string[]): string {
  const command = builtin ? `${BUILTIN} < $<; echo "$$line" > $@` : 'cp $< $@';
  const all = names.map((name) => `out/${name}.txt`);
  const groups = byGroup(keys, names);
  if (joins) all.push(...[...groups.keys()].map((group) => `joined/${group}.txt`));
  // Without make's built-in rules, and with the outputs named, it need not search: its quickest way.
  const copied = names.map((name) => `out/${name}.txt`).join(' ');
  const rules = [
    'MAKEFLAGS += -rR',
    `all: ${all.join(' ')}`,
    `${copied}: out/%.txt: src/%.txt`,
    `\t${command}`,
  ];
  if (joins)
    for (const [group, members] of groups)
      rules.push(
        `joined/${group}.txt: ${members.map((name) => `out/${name}.txt`).join(' ')}`,
        '\tcat $^ > $@',
      );
  return `${rules.join('\n')}\n`;
}

function snakefile(names: readonly string[]): string {
  return `NAMES = """${names.join('\n')}""".split()
rule all:
    input: expand("out/{name}.txt", name=NAMES)
rule copy:
    input: "src/{name}.txt"
    output: "out/{name}.txt"
    shell: "cp {input} {output}"
`;
}

function tupfile({ keys, joins }: Copies): string {
  const groups = Array.from({ length: groupsOf(keys) }, (_, group) => groupName(group));
  const rules = groups.map((group) => `: foreach src/${group}/*.txt |> cp %f %o |> out/${group}/%b`);
  if (joins)
    rules.push(...groups.map((group) => `: out/${group}/*.txt |> cat %f > %o |> joined/${group}.txt`));
  return `${rules.join('\n')}\n`;
}

function byGroup(keys: number, names: readonly string[]): Map<string, readonly string[]> {
  return new Map(
    Array.from({ length: groupsOf(keys) }, (_, group) => [
      groupName(group),
      names.slice(group * GROUP, (group + 1) * GROUP),
    ]),
  );
}
