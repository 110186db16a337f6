// Takes over ports of another recipe, as `expose:` says. Knows no files.
import type { Exposure } from '../../schemas/generated/recipe.ts';
import { didYouMean } from '../base/did-you-mean.ts';
import type { PortNamespace } from '../model/port.ts';
import type { NamespaceOptions } from '../ports/define.ts';
import { expose, type ExposeRules } from '../ports/expose.ts';
import { getPort } from '../ports/namespace.ts';
import { below, type Context, type Located } from './context.ts';
import { portPaths } from './port-paths.ts';
import type { Side, Sides } from './port-forms.ts';

const SIDES: readonly Side[] = ['inputs', 'outputs', 'params'];

/** `host` with the ports of `source` that the rules let through. Faults are told at the rules. */
export function exposeSides(
  host: Sides,
  source: Sides,
  form: Exposure,
  options: NamespaceOptions,
  where: Located,
  { faults }: Context,
): Sides {
  const { document, path } = where;
  if (form.include && form.exclude) {
    faults.error(
      'conflicting-keys',
      'ports are named by `include` or by `exclude`, not by both',
      document.keyAt([...path, 'exclude']),
    );
    return host;
  }
  for (const key of ['include', 'exclude'] as const)
    for (const [index, rule] of (form[key] ?? []).entries()) {
      const [side = '', ...names] = rule.split('.');
      const namespace = source[side as Side];
      if (names.length === 0 || getPort(namespace, names.join('.')).ok) continue;
      const known = portPaths(namespace).map((each) => `${side}.${each}`);
      faults.error(
        'unknown-port',
        `the recipe ${form.from} has no ${rule}`,
        document.at([...path, key, index]),
        {
          ...(known.length > 0 && known.length < 20 && { expected: `one of: ${known.join(', ')}` }),
          ...didYouMean(rule, known),
        },
      );
    }
  let sides = host;
  for (const side of SIDES) {
    const rules = rulesFor(side, form);
    if (rules === undefined) continue;
    const hasPorts = Object.keys(source[side].ports).length > 0 || source[side].dynamic;
    if (!hasPorts) continue;
    const namespace = form.namespace ?? '';
    const exposed = expose(host[side], source[side], { ...rules, namespace, options });
    if (exposed.ok) {
      const atPort =
        namespace === '' ? exposed.value : placed(exposed.value, namespace, document.keyAt(path));
      sides = { ...sides, [side]: atPort };
    } else {
      const place = below(where, 'namespace');
      faults.error(exposed.error.code, exposed.error.message, place.document.at(place.path));
    }
  }
  return sides;
}

/** The rules for one side; undefined where nothing of it is wanted. */
function rulesFor(side: Side, { include, exclude }: Exposure): ExposeRules | undefined {
  const ofSide = (rules: readonly string[]): readonly string[] =>
    rules.filter((rule) => rule.startsWith(`${side}.`)).map((rule) => rule.slice(side.length + 1));
  if (include?.includes(side) === true) return {};
  if (include) return ofSide(include).length === 0 ? undefined : { include: ofSide(include) };
  if (exclude?.includes(side) === true) return undefined;
  return exclude ? { exclude: ofSide(exclude) } : {};
}

/** A namespace that has its place nowhere else has it at the exposure. */
function placed(namespace: PortNamespace, path: string, at: PortNamespace['at']): PortNamespace {
  const [name = '', ...rest] = path.split('.');
  const port = namespace.ports[name];
  if (port?.tag !== 'namespace') return namespace;
  const inner = rest.length === 0 ? port : placed(port, rest.join('.'), at);
  return { ...namespace, ports: { ...namespace.ports, [name]: { ...inner, at: inner.at ?? at } } };
}

export function exposuresOf(form: Exposure | readonly Exposure[] | undefined): readonly Exposure[] {
  if (form === undefined) return [];
  return Array.isArray(form) ? (form as readonly Exposure[]) : [form as Exposure];
}
