// What a watch costs while nothing happens, and how soon it reacts: 20 tasks × 1000 jobs, each with six joined links over
// YAML records. `node bench/links.mjs` writes the pipeline below the system's temporary folder, starts the real `pipe
// watch`, reads its CPU time from /proc over ten idle seconds, injects members and waits for their outputs. Linux only.
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { watch } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

const TASKS = 20;
const JOBS = 1000;
const LINKS = 6;
const IDLE_SECONDS = 10;
const INJECTIONS = 10;

/** The pipeline and its records in a folder. Returns what the build of it has to come to. */
export function generate(folder, { tasks = TASKS, jobs = JOBS, links = LINKS } = {}) {
  const names = Array.from({ length: links }, (_, index) => `table${index + 1}`);
  const lines = ['repositories:', '  items: { type: yaml, path: "items/{key}.yaml" }'];
  for (const name of names) lines.push(`  ${name}: { type: yaml, path: "${name}/{key}.yaml" }`);
  lines.push('tasks:');
  for (let task = 1; task <= tasks; task++) {
    lines.push(`  task${task}:`, '    inputs:', '      item: items');
    for (const name of names) lines.push(`      ${name}: { from: ${name}, key: item.${name} }`);
    const words = names.map((name) => `{{ ${name}.name }}`).join(' ');
    lines.push(`    outputs: { made: "build/task${task}/{key}.txt" }`, `    run: echo ${words} > {{ made }}`);
  }
  put(join(folder, 'pipeline.yaml'), `${lines.join('\n')}\n`);
  for (let job = 0; job < jobs; job++) {
    put(join(folder, 'items', `i${job}.yaml`), item(names, job));
    for (const name of names) put(join(folder, name, `r${job}.yaml`), `name: ${name} ${job}\n`);
  }
  return { names, jobs: tasks * jobs };
}

/** Each item names one record of every table, each by another rule. */
export function item(names, job) {
  return names.map((name, index) => `${name}: r${(job * (index + 1)) % JOBS}\n`).join('');
}

if (process.argv[1] === import.meta.filename) await measure();

async function measure() {
  const folder = mkdtempSync(join(tmpdir(), 'pipe-links-'));
  const { names, jobs } = generate(folder);
  const pipe = join(import.meta.dirname, '..', 'cli', 'bin.mjs');
  const child = spawn(process.execPath, [pipe, 'watch', '--reporter', 'json'], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const since = performance.now();
    await firstBuild(child);
    say('first build', `${jobs} jobs in ${((performance.now() - since) / 1000).toFixed(1)} s`);
    // The one full look that follows the first idle moment, and what the system still writes.
    await delay(15_000);
    const before = cpuMs(child.pid);
    const idleSince = performance.now();
    await delay(IDLE_SECONDS * 1000);
    const idle = (cpuMs(child.pid) - before) / ((performance.now() - idleSince) / 1000);
    say('an idle second', `${idle.toFixed(1)} ms of CPU`);
    const reactions = [];
    for (let index = 0; index < INJECTIONS; index++) reactions.push(await react(folder, names, JOBS + index));
    const sorted = reactions.toSorted((a, b) => a.first - b.first);
    const middle = sorted[Math.floor(sorted.length / 2)];
    say(
      'one new member, first output',
      `${Math.round(middle.first)} ms (median of ${INJECTIONS}; worst ${Math.round(Math.max(...reactions.map((each) => each.first)))} ms)`,
    );
    const lasts = reactions.map((each) => each.last).toSorted((a, b) => a - b);
    say(
      `one new member, all ${TASKS} outputs`,
      `${Math.round(lasts[Math.floor(lasts.length / 2)])} ms (worst ${Math.round(lasts.at(-1))} ms)`,
    );
    say(
      'memory',
      `${Math.round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1]) / 1000)} MB`,
    );
  } finally {
    child.kill('SIGTERM');
    await new Promise((resolve) =>
      child.exitCode === null && child.signalCode === null ? child.once('exit', resolve) : resolve(undefined),
    );
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A member appears whole; how long until its first output and until all of them lie there. */
async function react(folder, names, job) {
  const outputs = Array.from({ length: TASKS }, (_, index) =>
    join(folder, 'build', `task${index + 1}`, `i${job}.txt`),
  );
  const beside = join(folder, 'new.tmp');
  writeFileSync(beside, item(names, job));
  const missing = new Set(outputs);
  let first;
  const { promise, resolve } = Promise.withResolvers();
  const watchers = outputs.map((output) =>
    watch(dirname(output), (_event, name) => {
      if (name !== basename(output) || !missing.has(output) || !existsSync(output)) return;
      missing.delete(output);
      first ??= performance.now();
      if (missing.size === 0) resolve(performance.now());
    }),
  );
  const since = performance.now();
  renameSync(beside, join(folder, 'items', `i${job}.yaml`));
  const last = await promise;
  for (const each of watchers) each.close();
  await delay(500);
  return { first: first - since, last: last - since };
}

function firstBuild(child) {
  return new Promise((resolve, reject) => {
    let text = '';
    child.stdout.setEncoding('utf8').on('data', (chunk) => {
      text += chunk;
      const lines = text.split('\n');
      text = lines.pop() ?? '';
      for (const line of lines) {
        const event = JSON.parse(line);
        if (event.type !== 'build-end') continue;
        if (event.summary.outcome === 'done') resolve(undefined);
        else reject(new Error(`the build came to ${event.summary.outcome}`));
      }
    });
    child.once('exit', () => reject(new Error('pipe watch ended')));
  });
}

/** User and system time of a process, of all its threads. */
function cpuMs(pid) {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const ticks = Number(execFileSync('getconf', ['CLK_TCK']).toString());
  return ((Number(fields[11]) + Number(fields[12])) * 1000) / ticks;
}

function put(path, text) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

function say(what, figure) {
  process.stdout.write(`${what.padEnd(32)} ${figure}\n`);
}
