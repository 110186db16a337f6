// Named places where a test can make the process die, to show that a crash there does no harm. Off unless the
// environment of a test names one; knows nothing of what happens around it.

const [armed, count] = (process.env['PIPE_TEST_CRASH_AT'] ?? '').split(':');
let left = Number(count ?? 1);

/** Kills this process with SIGKILL if `PIPE_TEST_CRASH_AT` is `NAME` or `NAME:N` (the Nth passage). */
export function faultPoint(name: string): void {
  if (name !== armed || --left > 0) return;
  process.kill(process.pid, 'SIGKILL');
}
