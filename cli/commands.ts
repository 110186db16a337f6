// The table of commands, in the order of the help. To add one, write its file and one line here.
import type { CommandEntry } from './command.ts';

export const commands: readonly CommandEntry[] = [
  entry(
    'init',
    'write a starter pipeline that builds at once',
    async () => (await import('./command/init.ts')).init,
  ),
  entry(
    'check',
    'find every fault of the pipeline, and run nothing',
    async () => (await import('./command/check.ts')).check,
  ),
  entry('build', 'run the jobs whose inputs changed', async () => (await import('./command/build.ts')).build),
  entry(
    'watch',
    'keep everything up to date while files change',
    async () => (await import('./command/watch.ts')).watch,
  ),
  entry('plan', 'show what a build would run, and why', async () => (await import('./command/plan.ts')).plan),
  entry('why', 'explain why a job runs or does not', async () => (await import('./command/why.ts')).why),
  entry(
    'status',
    'count the jobs of each task by state',
    async () => (await import('./command/status.ts')).status,
  ),
  entry(
    'logs',
    'print what jobs wrote when they last ran',
    async () => (await import('./command/logs.ts')).logs,
  ),
  entry(
    'ps',
    'list processes: the runs of jobs, and what runs inside of them',
    async () => (await import('./command/ps.ts')).ps,
  ),
  entry(
    'show',
    'show one process: its state, moves, inputs and outputs',
    async () => (await import('./command/show.ts')).show,
  ),
  entry(
    'report',
    'print what a process went through, and its log',
    async () => (await import('./command/report.ts')).report,
  ),
  entry(
    'pause',
    'pause processes, or keep jobs from starting',
    async () => (await import('./command/control.ts')).pause,
  ),
  entry('play', 'let what was paused go on', async () => (await import('./command/control.ts')).play),
  entry('kill', 'end processes', async () => (await import('./command/control.ts')).kill),
  entry(
    'watch-events',
    'print each change of a process as it happens',
    async () => (await import('./command/watch-events.ts')).watchEvents,
  ),
  entry(
    'repair',
    'end what a pipe that was killed left behind',
    async () => (await import('./command/repair.ts')).repair,
  ),
  entry(
    'ls',
    'list repositories, or the keys of a set expression',
    async () => (await import('./command/ls.ts')).ls,
  ),
  entry('cat', 'print one member', async () => (await import('./command/cat.ts')).cat),
  entry(
    'inject',
    'store standard input as a member',
    async () => (await import('./command/inject.ts')).inject,
  ),
  entry('rm', 'remove members, or what jobs made', async () => (await import('./command/rm.ts')).rm),
  entry(
    'trace',
    'show where keys stand, task by task',
    async () => (await import('./command/trace.ts')).trace,
  ),
  entry('launch', 'run one job alone', async () => (await import('./command/launch.ts')).launch),
  entry(
    'backup',
    'copy members to a folder, with their digests',
    async () => (await import('./command/backup.ts')).backup,
  ),
  entry(
    'restore',
    'put the members of a backup back',
    async () => (await import('./command/restore.ts')).restore,
  ),
  entry(
    'shell',
    'open the pipeline in an interactive Node',
    async () => (await import('./command/shell.ts')).shell,
  ),
  entry('graph', 'draw tasks and repositories', async () => (await import('./command/graph.ts')).graph),
  entry(
    'tube run',
    'run a tube, and print its results',
    async () => (await import('./command/tube-run.ts')).tubeRun,
  ),
  entry(
    'tube check',
    'find every fault of a tube, and run nothing',
    async () => (await import('./command/tube-check.ts')).tubeCheck,
  ),
  entry(
    'tube graph',
    'draw the nodes of a tube',
    async () => (await import('./command/tube-graph.ts')).tubeGraph,
  ),
  entry(
    'clean',
    'remove what pipe made, and only that',
    async () => (await import('./command/clean.ts')).clean,
  ),
  entry(
    'describe',
    'print the ports and exit codes of a recipe',
    async () => (await import('./command/describe.ts')).describe,
  ),
  entry('schema', 'print a JSON Schema of pipe', async () => (await import('./command/schema.ts')).schema),
  entry('doctor', 'check this machine and folder', async () => (await import('./command/doctor.ts')).doctor),
  entry(
    'completion',
    'print a completion script for a shell',
    async () => (await import('./command/completion.ts')).completion,
  ),
];

function entry(name: string, summary: string, load: CommandEntry['load']): CommandEntry {
  return { name, summary, load };
}
