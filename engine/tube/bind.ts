// Calls a function with arguments that are given by name. Knows no nodes.
import type { Signature } from './signature.ts';

/** `extra`: the names whose values go to the rest parameter of a list, in order. */
export function bindArguments(
  callable: (...args: unknown[]) => unknown,
  signature: Signature,
  extra: readonly string[],
): (inputs: Record<string, unknown>) => unknown {
  if (signature.style === 'record') return callable;
  if (signature.style === 'unknown')
    return (inputs) => callable(...extra.flatMap((name) => (name in inputs ? [inputs[name]] : [])));
  const [first = '', second = '', ...others] = signature.parameters.map((parameter) => parameter.name);
  if (extra.length === 0) {
    switch (signature.parameters.length) {
      case 0:
        return () => callable();
      case 1:
        return (inputs) => callable(inputs[first]);
      case 2:
        return (inputs) => callable(inputs[first], inputs[second]);
      default:
        return (inputs) => callable(inputs[first], inputs[second], ...others.map((name) => inputs[name]));
    }
  }
  const names = signature.parameters.map((parameter) => parameter.name);
  return (inputs) =>
    callable(
      ...names.map((name) => inputs[name]),
      ...extra.flatMap((name) => (name in inputs ? [inputs[name]] : [])),
    );
}
