// Checks a task's links against its recipe's ports, both ways. Knows nothing of parameters and templates.
import { didYouMean } from '../base/did-you-mean.ts';
import type { Location } from '../model/location.ts';
import { type AnyPort, type Port, type PortNamespace } from '../model/port.ts';
import { checkPort } from '../ports/check.ts';
import { getPort, placeFor } from '../ports/namespace.ts';
import type { Context, Located } from './context.ts';
import type { LinkSpec } from './link-spec.ts';
import { isSeveral } from './link-shape.ts';
import { portPaths, portsIn } from './port-paths.ts';
import type { Recipe } from './recipe.ts';
import { memberKind } from './repository-draft.ts';
import type { LinkDraft, TaskLinks } from './task-links.ts';

export function checkPorts(recipe: Recipe, links: TaskLinks, useAt: Located, context: Context): void {
  for (const side of ['inputs', 'outputs'] as const)
    new SideCheck(recipe, side, links, useAt, context).check();
}

class SideCheck {
  readonly #side: 'inputs' | 'outputs';
  readonly #ports: PortNamespace;
  readonly #links: TaskLinks;
  readonly #useAt: Located;
  readonly #context: Context;

  constructor(
    recipe: Recipe,
    side: 'inputs' | 'outputs',
    links: TaskLinks,
    useAt: Located,
    context: Context,
  ) {
    this.#side = side;
    this.#ports = recipe[side];
    this.#links = links;
    this.#useAt = useAt;
    this.#context = context;
  }

  check(): void {
    const linked: Record<string, unknown> = {};
    for (const spec of this.#links.specs.filter((each) => this.#isOurs(each))) {
      if (spec.role !== undefined) continue;
      if (this.#isKnown(spec)) setTrue(linked, spec.name.split('.'));
      else this.#unknown(spec);
    }
    for (const fault of checkPort(presenceOf(this.#ports), linked, this.#side)) {
      const path = fault.port.slice(this.#side.length + 1);
      if (fault.code === 'missing-value') this.#missing(path);
      else if (fault.code === 'invalid-value' || fault.code === 'bad-validator')
        this.#refused(path, fault.message, fault.at);
    }
    for (const link of this.#links.links.filter(({ spec }) => this.#isOurs(spec))) {
      const place = placeFor(this.#ports, link.spec.name);
      if (place.ok) this.#checkKind(link, place.value.port);
    }
  }

  #isOurs(spec: LinkSpec): boolean {
    return this.#side === 'inputs' ? spec.isInput : spec.isOutput;
  }

  /** A namespace of values may be linked as a whole: its values are one record. */
  #isKnown(spec: LinkSpec): boolean {
    const place = placeFor(this.#ports, spec.name);
    if (!place.ok) return false;
    return place.value.dynamic || place.value.port.tag === 'port' || isValue(place.value.port);
  }

  #unknown(spec: LinkSpec): void {
    const names = portPaths(this.#ports);
    const port = getPort(this.#ports, spec.name);
    const what = this.#what;
    const message = port.ok
      ? `the recipe's ${what} "${spec.name}" is a namespace, and is linked port by port`
      : `the recipe has no ${what} "${spec.name}"`;
    const inside = port.ok && port.value.tag === 'namespace' ? namesIn(port.value, spec.name) : names;
    this.#context.faults.error('unknown-port', message, spec.where.document.keyAt(spec.where.path), {
      expected: inside.length === 0 ? `no ${this.#side}` : `one of: ${inside.join(', ')}`,
      ...(port.ok ? {} : didYouMean(spec.name, names)),
    });
  }

  #missing(path: string): void {
    const port = getPort(this.#ports, path);
    const kind = port.ok ? kindOf(port.value) : undefined;
    const location = port.ok ? port.value.at : null;
    this.#context.faults.error(
      'missing-link',
      `the recipe's ${this.#what} "${path}" is not linked`,
      this.#useAt.document.at(this.#useAt.path),
      {
        expected: `an entry "${path}" under \`${this.#side}:\`${kind === undefined ? '' : `, ${article(kind)}`}`,
        ...(location && { related: [{ message: 'declared here', location }] }),
      },
    );
  }

  #refused(path: string, message: string, at: Location | null): void {
    const { document, path: use } = this.#useAt;
    const where = document.keyAt([...use.slice(0, -1), this.#side]);
    this.#context.faults.error(
      'bad-links',
      `the recipe's ${this.#side}${path === '' ? '' : ` "${path}"`}: ${message}`,
      where,
      {
        ...(at && { related: [{ message: 'declared here', location: at }] }),
      },
    );
  }

  #checkKind(link: LinkDraft, port: AnyPort): void {
    const wanted = kindOf(port) ?? (this.#side === 'outputs' ? 'record' : undefined);
    if (wanted === undefined) return;
    const wants = wanted.startsWith('path') ? 'path' : 'record';
    const kind = memberKind(link.repository);
    const several = isSeveral(link.select);
    if (kind.includes(wants) && several === wanted.endsWith('s')) return;
    const has = `${kind}${several ? 's' : ''}`;
    const { referenceAt } = link.spec;
    this.#context.faults.error(
      'port-mismatch',
      `the recipe's "${link.spec.name}" is ${article(wanted)}, and this is ${article(has)}`,
      referenceAt.document.at(referenceAt.path),
      {
        ...(wants === 'record' && kind === 'path' && { hint: 'give the repository `type: yaml` or `json`' }),
        ...(port.at && { related: [{ message: 'declared here', location: port.at }] }),
      },
    );
  }

  get #what(): string {
    return this.#side.slice(0, -1);
  }
}

function namesIn(namespace: PortNamespace, path: string): readonly string[] {
  return [...portsIn(namespace, path).map(([name]) => name), ...(namespace.dynamic ? [`${path}.NAME`] : [])];
}

/** Ports that the task leaves open, by dotted path: they render as nothing. */
export function openPorts(recipe: Recipe, links: TaskLinks): readonly string[] {
  const paths = [...portPaths(recipe.inputs), ...portPaths(recipe.outputs)];
  const isLinked = (path: string): boolean =>
    links.specs.some(({ name }) => name === path || path.startsWith(`${name}.`));
  return paths.filter((path) => !isLinked(path));
}

/** What a port is linked to; a value that jobs emit has none. */
export function kindOf(port: AnyPort): string | undefined {
  const kind = port.notes['kind'];
  return typeof kind === 'string' ? kind : undefined;
}

/** Whether a port, or all in a namespace, is a value that jobs emit. */
function isValue(port: AnyPort): boolean {
  return port.tag === 'namespace'
    ? kindOf(port) === undefined && Object.values(port.ports).every(isValue)
    : kindOf(port) === undefined;
}

/** The same ports, asked only whether something is linked: a value need not be. */
function presenceOf(namespace: PortNamespace): PortNamespace {
  const asked = (port: AnyPort): AnyPort => (port.tag === 'namespace' ? presenceOf(port) : presence(port));
  return {
    ...namespace,
    type: null,
    ports: Object.fromEntries(Object.entries(namespace.ports).map(([name, port]) => [name, asked(port)])),
    ...(isValue(namespace) && { validator: null, required: false }),
  };
}

function presence(port: Port): Port {
  const required = port.required && !isValue(port);
  return { ...port, type: null, validator: null, required };
}

function setTrue(values: Record<string, unknown>, [name = '', ...rest]: readonly string[]): void {
  if (rest.length === 0) {
    values[name] ??= true;
    return;
  }
  const inside = (values[name] ??= {});
  if (typeof inside === 'object' && inside !== null) setTrue(inside as Record<string, unknown>, rest);
}

function article(kind: string): string {
  return kind.endsWith('s') ? `several ${kind}` : `one ${kind}`;
}
