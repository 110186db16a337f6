// How processes are called: `17` is a run of a job, `17.3` or `17.3.1` one inside it. Pure.

export function isProcessId(text: string): boolean {
  return /^\d+(?:\.[^/]+)*$/.test(text);
}
