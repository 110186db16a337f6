import { describe, expect, test } from 'vitest';
import type { BuildOptions } from '../../engine/index.ts';
import { drive, type Surroundings } from './drive.ts';
import { summary } from './fake-session.ts';

describe('signals', () => {
  test('the first Ctrl-C stops, the second kills, and the exit code is 130', async () => {
    const signals: Required<Surroundings>['signals'] = {};
    const aborted: boolean[] = [];
    const build = ({ stop, kill }: BuildOptions) => {
      const look = () => aborted.push(stop.aborted, kill.aborted);
      look();
      signals.send?.('SIGINT');
      look();
      signals.send?.('SIGINT');
      look();
      return summary({ outcome: 'interrupted' });
    };
    const { code, stderr, stdout } = await drive('build', { build }, { signals });
    expect(aborted).toEqual([false, false, true, false, true, true]);
    expect(code).toBe(130);
    expect(stderr).toBe(
      'stopping: jobs that run may end, no other starts; Ctrl-C again kills them\nSIGINT: killing the jobs that run\n',
    );
    expect(stdout).toBe('interrupted after 1.2s: 3 ran, 1 up to date\n');
    expect(signals.send).toBeUndefined();
  });

  test.each(['SIGTERM', 'SIGHUP'] as const)('%s kills at once', async (signal) => {
    const signals: Required<Surroundings>['signals'] = {};
    const build = ({ stop, kill }: BuildOptions) => {
      signals.send?.(signal);
      expect([stop.aborted, kill.aborted]).toEqual([true, true]);
      return summary({ outcome: 'interrupted' });
    };
    expect(await drive('build', { build }, { signals })).toMatchObject({ code: 130 });
  });

  test('a reader that goes away stops the build and is told nothing', async () => {
    const signals: Required<Surroundings>['signals'] = {};
    const build = ({ stop, kill }: BuildOptions) => {
      signals.send?.('SIGPIPE');
      expect([stop.aborted, kill.aborted]).toEqual([true, false]);
      return summary({ outcome: 'interrupted' });
    };
    expect(await drive('build', { build }, { signals })).toMatchObject({ code: 130, stderr: '' });
  });
});
