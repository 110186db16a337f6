// A real compiler on a C program of a few hundred files, with depfiles: nothing to do, one header changed, from nothing.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { contendersFor, withTargets } from '../contenders.ts';
import type { Workload } from '../workload.ts';

const HEADERS = 30;

export const program: Workload = {
  name: 'program',
  summary: 'a C program of 300 files with depfiles: nothing, one header, clean',
  minutes: 5,
  run: (bench) => {
    const files = bench.size(300);
    const wanted = [
      { tool: 'ninja', target: 1.05 },
      { tool: 'make', target: 1.05 },
    ];
    const contenders = contendersFor(bench, 'program', wanted, (folder) => write(folder, files));
    const common = { outputs: ['obj', 'bin'], commands: ['gcc'] };
    const of = `C program of ${bench.count(files)} files`;
    const clean = bench.contest({
      ...common,
      title: `${of}: clean`,
      contenders,
      before: ({ folder }) => remove(folder),
      changes: files + 1,
      jobs: files + 1,
    });
    for (const contender of contenders) bench.run(contender);
    const nothing = bench.contest({
      ...common,
      title: `${of}: nothing to do`,
      contenders: withTargets(contenders, { ninja: 2, make: 2 }),
      changes: 0,
      jobs: 0,
    });
    const users = Array.from({ length: files }, (_, file) => file).filter((file) => usesOf(file).includes(0));
    const header = bench.contest({
      ...common,
      title: `${of}: one header, ${users.length} files use it`,
      contenders,
      before: ({ folder }, round) => writeFileSync(join(folder, 'src/h0.h'), headerText(0, round + 2)),
      changes: users.length + 1,
      jobs: users.length + 1,
    });
    return [nothing, header, clean];
  },
};

/** Every file sees the first headers rarely and a few others. */
function usesOf(file: number): number[] {
  return [...new Set([file % HEADERS, (file * 7 + 1) % HEADERS, (file * 13 + 5) % HEADERS])];
}

function headerText(header: number, value: number): string {
  return `static inline int h${header}(int n) { return n * ${value} + ${header}; }\n`;
}

function write(folder: string, files: number): void {
  mkdirSync(join(folder, 'src'), { recursive: true });
  for (let header = 0; header < HEADERS; header++)
    writeFileSync(join(folder, 'src', `h${header}.h`), headerText(header, 1));
  for (let file = 0; file < files; file++)
    writeFileSync(join(folder, 'src', `f${file}.c`), source(file, files));
  const names = Array.from({ length: files }, (_, file) => `f${file}`);
  writeFileSync(join(folder, 'pipeline.yaml'), PIPELINE);
  const objects = names.map((name) => `obj/${name}.o`).join(' ');
  const compile = names.map((name) => `build obj/${name}.o: cc src/${name}.c`);
  writeFileSync(
    join(folder, 'build.ninja'),
    `${NINJA}${compile.join('\n')}\nbuild bin/program: link ${objects}\n`,
  );
  writeFileSync(join(folder, 'Makefile'), MAKEFILE.replaceAll('OBJECTS', objects));
  remove(folder);
}

function source(file: number, files: number): string {
  const uses = usesOf(file);
  const includes = ['<stdio.h>', '<stdlib.h>', '<string.h>', ...uses.map((use) => `"h${use}.h"`)];
  const calls = uses.map((use) => `h${use}(n)`).join(' + ');
  const lines = includes.map((include) => `#include ${include}`);
  for (let part = 0; part < 20; part++)
    lines.push(
      `static int part${part}(int n) { char text[64]; snprintf(text, sizeof text, "%d", n + ${part}); return atoi(text) + (int)strlen(text); }`,
    );
  const parts = Array.from({ length: 20 }, (_, part) => `part${part}(n)`).join(' + ');
  lines.push(`int f${file}(int n) { return ${calls} + ${parts}; }`);
  if (file === 0) {
    for (let other = 1; other < files; other++) lines.push(`int f${other}(int n);`);
    const all = Array.from({ length: files }, (_, other) => `f${other}(1)`).join(' + ');
    lines.push(`int main(void) { printf("%d\\n", ${all}); return 0; }`);
  }
  return `${lines.join('\n')}\n`;
}

function remove(folder: string): void {
  for (const path of ['obj', 'bin', '.pipe', 'dep', '.ninja_log', '.ninja_deps'])
    rmSync(join(folder, path), { recursive: true, force: true });
  for (const path of ['obj', 'bin', 'dep']) mkdirSync(join(folder, path));
}

const PIPELINE = `tasks:
  object:
    inputs: { source: "src/{key}.c" }
    outputs: { object: "obj/{key}.o" }
    depfile: make
    run: gcc -O1 -MMD -MF {{ depfile }} -c {{ source }} -o {{ object }}
  program:
    inputs: { objects: "obj/*.o" }
    outputs: { program: bin/program }
    run: gcc {{ objects }} -o {{ program }}
`;

const NINJA = `rule cc
 command = gcc -O1 -MMD -MF $out.d -c $in -o $out
 depfile = $out.d
 deps = gcc
rule link
 command = gcc $in -o $out
`;

const MAKEFILE = `MAKEFLAGS += -rR
bin/program: OBJECTS
\tgcc $^ -o $@
OBJECTS: obj/%.o: src/%.c
\tgcc -O1 -MMD -MF dep/$*.d -c $< -o $@
-include $(wildcard dep/*.d)
`;
