// What a workload is: folders to make, contests to hold in them, and rows of figures that come out. Types only; knows no
// workload and no tool by name.

/** One run of a command as a whole process. */
export interface Run {
  /** Wall-clock milliseconds. */
  readonly ms: number;
  /** User and system time of the process and of all that it waited for, in milliseconds. */
  readonly cpuMs: number;
  readonly status: number;
  /** Standard output and error together. */
  readonly text: string;
}

export type Unit = 'ms' | 'MB' | 'jobs';

/** What was measured of one tool: one figure a run, in the order of the runs. */
export interface Sample {
  readonly tool: string;
  readonly values: readonly number[];
  /** CPU time of each run, where it was taken. */
  readonly cpuMs?: readonly number[];
}

export interface Against extends Sample {
  /** The ratio pipe ÷ peer that pipe has to stay under, if one was set. */
  readonly target?: number;
}

/** A line of the table. */
export interface Row {
  readonly title: string;
  readonly unit: Unit;
  readonly pipe: Sample;
  readonly peers: readonly Against[];
  /** What pipe has to stay under whatever peers do. */
  readonly limit?: number;
  /** Jobs that ran in each run; the same for all tools, or the contest failed. */
  readonly jobs?: number;
  /** Further figures to print, such as the time for each key. */
  readonly note?: string;
}

/** A tool at its folder, ready to be called. */
export interface Contender {
  readonly tool: string;
  /** Absolute; each tool has a copy of its own. */
  readonly folder: string;
  readonly argv: readonly [string, ...string[]];
  readonly env?: Readonly<Record<string, string>>;
  readonly target?: number;
  /** A tool that remembers PATH runs everything under another, so its commands are not counted by wrappers. */
  readonly remembersPath?: boolean;
}

export interface Contest {
  readonly title: string;
  /** Pipe first. */
  readonly contenders: readonly Contender[];
  /** Before each run, and not timed; `round` is another number each time. */
  readonly before?: (contender: Contender, round: number) => void;
  /** Folders, relative to a contender's, whose files tell what ran. */
  readonly outputs: readonly string[];
  /** Files there that each run has to make anew or change. */
  readonly changes: number;
  /** Commands that each run has to start, counted by wrappers on PATH in a run that is not timed. */
  readonly jobs: number;
  /** The commands to wrap; none where the shell does all by itself. */
  readonly commands: readonly string[];
  /** At most so many pairs, where one takes minutes. */
  readonly most?: number;
  readonly limit?: number;
}

/** What a workload works with. */
export interface Bench {
  /** A new folder, removed at the end. */
  folder(name: string): string;
  /** A number of keys or tasks; less in a reduced run. */
  size(full: number): number;
  readonly reduced: boolean;
  readonly pairs: number;
  /** The installed pipe. */
  readonly pipe: string;
  /** Absolute path of a peer's program, if it is installed. */
  peer(name: string): string | undefined;
  /** Runs all contenders in turn and checks that they did the same work. */
  contest(contest: Contest): Row;
  /** One run; throws where it failed. */
  run(contender: Contender, extra?: readonly string[]): Run;
  /** One run with the peak memory of its largest process, in MB. */
  peak(contender: Contender, extra?: readonly string[]): Promise<Run & { readonly mb: number }>;
  /** As `10 000`. */
  count(value: number): string;
  say(text: string): void;
}

export interface Workload {
  readonly name: string;
  readonly summary: string;
  /** Minutes on two quiet cores with all peers, about. */
  readonly minutes: number;
  readonly run: (bench: Bench) => Promise<readonly Row[]> | readonly Row[];
}
