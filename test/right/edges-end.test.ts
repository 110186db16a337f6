// Edge 28: how a build is ended from outside, and what is left of it: no half output, no process, and a next build that
// goes on.
import { describe, expect, test } from 'vitest';
import { until } from '../gate.ts';
import { processesIn } from '../processes.ts';
import { project } from '../rig.ts';

/** Two jobs at once; each stands at its own gate. `inside` comes before. */
async function two(inside = '', args: readonly string[] = []) {
  const desk = project({ 'in/a': 'a\n', 'in/b': 'b\n', 'in/c': 'c\n' });
  const gates = { a: desk.gate('a'), b: desk.gate('b') };
  desk.put(
    'pipeline.yaml',
    `
tasks:
  copy:
    inputs: { from: "in/{key}" }
    outputs: { to: "build/{key}" }
    run: |
      job copy {{ key }}
      echo half > {{ to }}
      ${inside}
      [ -e ${desk.outside}/free ] || [ {{ key }} = c ] || cat ${desk.outside}/{{ key }}
      cp {{ from }} {{ to }}
`,
  );
  const build = desk.start(['build', '-j2', ...args]);
  await gates.a.reached();
  await gates.b.reached();
  return {
    desk,
    gates,
    build,
    /** A build without gates is right and leaves nothing. */
    async expectRecovery(left: readonly string[]): Promise<void> {
      await until('all processes are gone', () => processesIn(desk.outside).length === 0);
      expect(desk.tree('.pipe/stage')).toEqual({});
      desk.put('../free', '');
      const { status, ran, warnings } = await desk.build();
      expect({ status, ran, warnings }).toEqual({ status: 0, ran: left, warnings: [] });
      expect(desk.tree()).toEqual({ 'build/a': 'a\n', 'build/b': 'b\n', 'build/c': 'c\n' });
    },
  };
}

describe('edge 28: a build that is ended from outside', () => {
  test.each([[[]], [['-k']]])(
    'the first Ctrl-C lets running jobs end and starts no other (%j)',
    async (args) => {
      const { desk, gates, build, expectRecovery } = await two('', args);
      build.kill('SIGINT');
      await build.says('stopping');
      gates.a.open();
      gates.b.open();
      const { status, summary, ran } = await build.done;
      expect({ status, outcome: summary?.outcome, ran }).toEqual({
        status: 130,
        outcome: 'interrupted',
        ran: ['copy a', 'copy b'],
      });
      expect(desk.tree()).toEqual({ 'build/a': 'a\n', 'build/b': 'b\n' });
      await expectRecovery(['copy c']);
    },
  );

  test.each([['SIGINT', 'SIGINT'], ['SIGTERM'], ['SIGHUP']] as NodeJS.Signals[][])(
    '%s %s kills what runs and leaves nothing half done',
    async (...signals) => {
      const { desk, build, expectRecovery } = await two();
      for (const [index, name] of signals.entries()) {
        build.kill(name);
        if (index === 0) await build.says(name === 'SIGINT' ? 'stopping' : 'killing');
      }
      const { status, summary } = await build.done;
      expect({ status, outcome: summary?.outcome }).toEqual({ status: 130, outcome: 'interrupted' });
      expect(desk.tree()).toEqual({});
      await expectRecovery(['copy a', 'copy b', 'copy c']);
    },
  );

  test('jobs that ignore SIGTERM are killed after a grace', async () => {
    const { desk, build, expectRecovery } = await two('trap "" TERM INT HUP');
    build.kill('SIGTERM');
    const { status } = await build.done;
    expect(status).toBe(130);
    expect(desk.tree()).toEqual({});
    await expectRecovery(['copy a', 'copy b', 'copy c']);
  });

  test('children of a job that has ended by a signal are ended too', async () => {
    const { build, expectRecovery } = await two('sleep 1000 & sleep 1000 &');
    build.kill('SIGTERM');
    expect((await build.done).status).toBe(130);
    await expectRecovery(['copy a', 'copy b', 'copy c']);
  });

  test('after a failure with --fail-fast what runs is killed', async () => {
    const { desk, gates, build } = await two('[ {{ key }} != b ] || trap "exit 9" EXIT', ['--fail-fast']);
    gates.b.open();
    await build.until('job-end', ({ outcome }) => outcome === 'failed');
    const { status, summary } = await build.done;
    expect(status).toBe(1);
    expect(summary?.failures.map(({ job, failure }) => [job.key, failure.type])).toEqual([
      ['b', 'exit'],
      ['a', 'killed'],
    ]);
    expect(desk.tree()).toEqual({});
  });
});
