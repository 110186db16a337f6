// Ports and exit codes as rows of words. Knows no recipe's file and no terminal.
import type { RecipeDescription } from '../../engine/index.ts';

interface Attributes {
  readonly required: boolean;
  readonly schema?: Readonly<Record<string, unknown>>;
  readonly help?: string;
  readonly default?: unknown;
  readonly generate?: string;
  readonly validator?: string;
  readonly dynamic?: boolean;
  readonly populateDefaults?: boolean;
  readonly notes?: { readonly kind?: string };
}

export interface DescribedNamespace {
  readonly attributes: Attributes;
  readonly ports: Readonly<Record<string, DescribedPort>>;
}

type DescribedPort = Attributes | DescribedNamespace;

/** Name, type, default and help of each port, what is in a namespace below it and one deeper. */
export function portRows(
  { ports, attributes }: DescribedNamespace,
  isOutput: boolean,
  depth = 0,
): { readonly depth: number; readonly cells: readonly string[] }[] {
  const rows = Object.entries(ports).flatMap(([name, port]) => {
    if (!('ports' in port))
      return [{ depth, cells: [name, typeText(port, isOutput), valueText(port), port.help ?? ''] }];
    const { help = '', required, validator, populateDefaults } = port.attributes;
    const words = [
      ...(required ? [] : ['optional']),
      ...(populateDefaults === false ? ['without defaults of its own accord'] : []),
      ...(validator === undefined ? [] : [`must satisfy ${validator}`]),
    ];
    return [
      { depth, cells: [`${name}.`, words.join(', '), '', help] },
      ...portRows(port, isOutput, depth + 1),
    ];
  });
  if (attributes.dynamic !== true) return rows;
  return [...rows, { depth, cells: ['NAME', typeText(attributes, isOutput), '', 'any other name'] }];
}

export function exitCodeRow({
  label,
  status,
  message,
  ignore,
  retry,
  invalidatesCache,
}: RecipeDescription['exitCodes'][number]): string[] {
  const notes = [
    ...(ignore ? ['counts as success'] : []),
    ...(invalidatesCache ? ['not reused'] : []),
    ...(retry ? [] : ['not tried again']),
  ];
  return [label, String(status), `${message}${notes.length === 0 ? '' : ` (${notes.join(', ')})`}`];
}

function typeText({ schema, notes, validator }: Attributes, isOutput: boolean): string {
  const kind = notes?.kind;
  const type = schema === undefined ? '' : schemaText(schema);
  const what =
    kind === undefined
      ? `${type || 'any'}${isOutput ? ', emitted' : ''}`
      : type === ''
        ? kind
        : `${kind}: ${type}`;
  return validator === undefined ? what : `${what}, must satisfy ${validator}`;
}

/** The keywords that are said in words. */
interface PlainSchema {
  readonly type?: string | readonly string[];
  readonly enum?: readonly (string | number | boolean | null)[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly items?: { readonly type?: string };
}

function schemaText(schema: Readonly<Record<string, unknown>>): string {
  const {
    type,
    enum: allowed,
    minimum,
    maximum,
    minLength,
    maxLength,
    pattern,
    items,
    ...rest
  } = schema as PlainSchema;
  const types = [type ?? []].flat().join(' or ');
  if (Object.keys(rest).length > 0) {
    const { title } = schema;
    return typeof title === 'string' ? title : `${types || 'value'} by a schema`;
  }
  const words = [
    items?.type === undefined ? types : `${types} of ${items.type}`,
    (allowed ?? []).map(String).join(' | '),
    range(minimum, maximum, ''),
    range(minLength, maxLength, ' characters'),
    pattern === undefined ? '' : `matches ${pattern}`,
  ];
  return words.filter((word) => word !== '').join(', ');
}

function range(least: number | undefined, most: number | undefined, unit: string): string {
  const counted = (count: number): string => `${count}${count === 1 ? unit.replace(/s$/, '') : unit}`;
  if (least === undefined) return most === undefined ? '' : `at most ${counted(most)}`;
  return most === undefined ? `at least ${counted(least)}` : `${least} to ${counted(most)}`;
}

function valueText(port: Attributes): string {
  if (port.generate !== undefined) return `made by ${port.generate}`;
  if (port.default !== undefined) return `= ${JSON.stringify(port.default)}`;
  return port.required ? 'required' : 'optional';
}
