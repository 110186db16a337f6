// A compiled plan as a file, and whether a compilation would make the same one now: asked for the same, by the same program,
// and told the same by the file system. Knows no YAML.
//
//   format and digest of the rest ─ what it came from (JSON) ─ plan (JSON)
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { bareMapsIn, makeBare } from '../base/bare-maps.ts';
import { digestOf, type Digest } from '../base/digest.ts';
import type { Plan } from '../model/plan.ts';
import type { Compiled } from './compile.ts';
import { isStill, type PathKind } from './files.ts';

export interface KeptPlan {
  readonly plan: Plan;
  /** Whether a template or condition in it may need LiquidJS. */
  readonly liquid: boolean;
}

interface Origin {
  readonly request: string;
  readonly contents: readonly (readonly [string, Digest])[];
  readonly kinds: readonly (readonly [string, PathKind])[];
  readonly liquid: boolean;
  /** Where maps without a prototype are in the plan. */
  readonly bare: readonly (readonly string[])[];
}

const FORMAT = 'pipe-plan-1';
const LINE_END = 10;

/** Undefined if there is none that still holds for the request; whatever else is in the file is as good as none. */
export function readPlan(path: string, request: string): KeptPlan | undefined {
  let file: Buffer;
  try {
    file = readFileSync(path);
  } catch {
    return undefined;
  }
  const rest = file.subarray(file.indexOf(LINE_END) + 1);
  if (!file.subarray(0, file.length - rest.length).equals(sealOf(rest))) return undefined;
  const end = rest.indexOf(LINE_END);
  const origin = JSON.parse(rest.toString('utf8', 0, end)) as Origin;
  if (origin.request !== request) return undefined;
  const asked = { contents: new Map(origin.contents), kinds: new Map(origin.kinds), isAll: true };
  if (!isStill(asked)) return undefined;
  const plan = JSON.parse(rest.toString('utf8', end + 1)) as Plan;
  makeBare(plan, origin.bare);
  return { plan, liquid: origin.liquid };
}

/**
 * Keeps a plan for later, if all that it depends on can be looked at again and JSON holds all of it. By who holds the lock, since two would write one
 * file. Where it cannot be written the next build compiles.
 */
export function writePlan(path: string, request: string, { plan, asked, liquid }: Compiled): void {
  const bare = asked.isAll ? bareMapsIn(plan) : undefined;
  if (!bare) return;
  const origin: Origin = { request, contents: [...asked.contents], kinds: [...asked.kinds], liquid, bare };
  const rest = Buffer.from(`${JSON.stringify(origin)}\n${JSON.stringify(plan)}`);
  const made = `${path}.new`;
  try {
    writeFileSync(made, Buffer.concat([sealOf(rest), rest]));
    renameSync(made, path);
  } catch {
    removeQuietly(made);
  }
}

function sealOf(rest: Uint8Array): Buffer {
  return Buffer.from(`${FORMAT} ${digestOf(rest)}\n`);
}

function removeQuietly(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // It is in nobody's way.
  }
}
