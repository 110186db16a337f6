// What a job of the oracle does, twice: as shell text for pipe, made of builtins alone, and as a pure function for the truth.
// Every job mixes the numbers it reads into one number. Knows no graph and no state.
import { HEADERS, pathOf, repositoryOf } from './model.ts';
import type { FileRepository, Pipeline, Task } from './model.ts';

const MODULUS = 99_991;

/** The text of `run:`. It tells a log outside of pipe when it starts and ends, and stops at a gate if it is asked to. */
export function commandOf(pipeline: Pipeline, task: Task): string {
  const lines = [
    `# ${task.comment}`,
    `printf 'S %s\\n' "$PIPE_TASK/$PIPE_KEY" >> "$ORACLE_LOG"`,
    gate('early'),
    'number() { n="${1%.*}"; n="${n##*[!0-9]}"; n="${n:-0}"; }',
    `mix() { h=$(( (h * 31 + $1) % ${MODULUS} )); }`,
    'mix_file() { while read -r x || [ -n "$x" ]; do mix "${x:-0}"; done < "$1"; }',
    `h=${task.salt}`,
    'number "${PIPE_KEY%%/*}"; mix "$n"; number "$PIPE_KEY"; mix "$n"',
  ];
  if (task.param !== '') lines.push(`mix {{ ${task.param} }}`);
  if (task.own >= 0) lines.push('mix "$OWN"');
  if (task.variable) lines.push('mix "${ORACLE_E:-0}"');
  for (const input of task.inputs) {
    if (input.use !== 'read') continue;
    const { type } = repositoryOf(pipeline, input.from);
    const value = type === 'and' ? `${input.name}.first` : input.name;
    if (isMany(input.select.type))
      lines.push(`for f in {{ ${value} }}; do number "$f"; mix "$n"; mix_file "$f"; done`);
    else if (isRecord(pipeline, input.from)) lines.push(`mix {{ ${value}.n }}`);
    else lines.push(`mix_file {{ ${value} }}`);
  }
  lines.push(gate('late'));
  if (task.headers !== '') {
    lines.push(
      `header=${task.headers}/h$(( h % ${HEADERS} )).txt`,
      '[ -f "$header" ] || exit 4',
      'mix_file "$header"',
    );
    lines.push(`printf 'out: %s\\n' "$header" > {{ depfile }}`);
  }
  if (task.failsAt >= 0) lines.push(`[ $(( h % 7 )) -ne ${task.failsAt} ] || exit 3`);
  if (task.lossy > 0) lines.push(`h=$(( h % ${task.lossy} ))`);
  task.outputs.forEach((output, index) => {
    const repository = repositoryOf(pipeline, output.to) as FileRepository;
    if (output.select === 'fan-out') {
      const name = repository.layout === 'one' ? 'k' : 'm';
      const file = `{{ ${output.name} }}/${name}$(( h % 3 + i )).txt`;
      lines.push(
        `i=0; while [ $i -lt $(( h % 4 )) ]; do printf '%s\\n' $(( h % 10 + i )) > ${file}; i=$(( i + 1 )); done`,
      );
    } else if (repository.type === 'yaml') {
      lines.push(`printf 'ref: k%s\\nn: %s\\n' $(( h % 3 )) "$h" > {{ ${output.name} }}`);
    } else {
      lines.push(`printf '%s\\n%s\\n' $(( h + ${index} )) "$h" > {{ ${output.name} }}`);
    }
  });
  lines.push(`printf 'E %s %s\\n' "$h" "$PIPE_TASK/$PIPE_KEY" >> "$ORACLE_LOG"`);
  return `${lines.join('\n')}\n`;
}

function gate(name: 'early' | 'late'): string {
  const stop = `printf 'G %s\\n' "$PIPE_TASK/$PIPE_KEY" >> "$ORACLE_LOG"; read -r x < "$ORACLE_FIFO"`;
  const job = '$PIPE_TASK/$PIPE_KEY';
  return `case "\${ORACLE_GATE-}" in "${name} ${job}"|"both ${job}") ${stop} ;; esac`;
}

/** What a job reads through one link, in the order of its members' keys. */
export interface Read {
  readonly path: string;
  readonly text: string;
}

export interface World {
  readonly variable: string | undefined;
  /** The text of a header, or undefined if it is no file. */
  readonly header: (path: string) => string | undefined;
}

export type Computed =
  | { readonly type: 'failed' }
  | {
      readonly type: 'made';
      readonly result: number;
      readonly header: string | undefined;
    };

/** The same as the command. `reads` has one list for each input with use `read`. */
export function compute(
  pipeline: Pipeline,
  task: Task,
  key: string,
  reads: readonly (readonly Read[])[],
  world: World,
): Computed {
  let h = task.salt;
  const mix = (value: number): void => {
    h = (h * 31 + value) % MODULUS;
  };
  const mixText = (text: string): void => linesOf(text).forEach((line) => mix(Number(line)));
  mix(numberIn(key.split('/')[0]!));
  mix(numberIn(key));
  if (task.param !== '') mix(pipeline.params[task.param]!);
  if (task.own >= 0) mix(task.own);
  if (task.variable) mix(Number(world.variable ?? 0));
  const read = task.inputs.filter((input) => input.use === 'read');
  read.forEach((input, index) => {
    for (const { path, text } of reads[index]!) {
      if (isMany(input.select.type)) mix(numberIn(path));
      if (isRecord(pipeline, input.from)) mix(recordIn(text).n);
      else mixText(text);
    }
  });
  let header: string | undefined;
  if (task.headers !== '') {
    header = `${task.headers}/h${h % HEADERS}.txt`;
    const text = world.header(header);
    if (text === undefined) return { type: 'failed' };
    mixText(text);
  }
  if (task.failsAt >= 0 && h % 7 === task.failsAt) return { type: 'failed' };
  if (task.lossy > 0) h %= task.lossy;
  return { type: 'made', result: h, header };
}

/** What a job makes that came to a result: path → text. */
export function outputsOf(pipeline: Pipeline, task: Task, key: string, result: number): Map<string, string> {
  const made = task.outputs.flatMap((output, index) => {
    const repository = repositoryOf(pipeline, output.to) as FileRepository;
    const path = (below: string): string =>
      pathOf(repository, [key, below].filter((part) => part !== '').join('/'));
    if (output.select === 'fan-out') {
      const name = repository.layout === 'one' ? 'k' : 'm';
      return Array.from({ length: result % 4 }, (_, i) => [
        path(`${name}${(result % 3) + i}`),
        `${(result % 10) + i}\n`,
      ]);
    }
    if (repository.type === 'yaml') return [[path(''), `ref: k${result % 3}\nn: ${result}\n`]];
    return [[path(''), `${result + index}\n${result}\n`]];
  });
  return new Map(made as [string, string][]);
}

/** What counts of a record, whatever its order of keys and comments. */
export function recordIn(text: string): { readonly ref: string | undefined; readonly n: number } {
  const ref = /^ref: (.*)$/m.exec(text)?.[1];
  return {
    ref: ref?.startsWith('"') ? (JSON.parse(ref) as string) : ref,
    n: Number(/^n: (\d+)$/m.exec(text)?.[1]),
  };
}

/** Whether the members of a repository are records. */
export function isRecord(pipeline: Pipeline, name: string): boolean {
  const repository = repositoryOf(pipeline, name);
  if (repository.type === 'filter' || repository.type === 'unless')
    return isRecord(pipeline, repository.of[0]!);
  return repository.type === 'yaml';
}

function isMany(select: string): boolean {
  return select === 'all' || select === 'group';
}

function linesOf(text: string): string[] {
  const lines = text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  return lines;
}

/** The number at the end of a name without its extension. */
function numberIn(name: string): number {
  const dot = name.lastIndexOf('.');
  return Number(/\d*$/.exec(dot < 0 ? name : name.slice(0, dot))![0]);
}
