// All workloads, in the order in which they run: the quick ones first.
import type { Workload } from '../workload.ts';
import { cleanBuiltin, cleanCp, cleanSnakemake } from './clean.ts';
import { comment } from './comment.ts';
import { delta } from './delta.ts';
import { edit } from './edit.ts';
import { growth } from './growth.ts';
import { memory } from './memory.ts';
import { million } from './million.ts';
import { nothing1000, nothing10000, nothing50000 } from './nothing.ts';
import { packages } from './packages.ts';
import { program } from './program.ts';
import { watchBuild } from './watch-build.ts';
import { watchEdit } from './watch-edit.ts';
import { watchStart } from './watch-start.ts';
import { watchStorm } from './watch-storm.ts';

export const WORKLOADS: readonly Workload[] = [
  nothing1000,
  nothing10000,
  nothing50000,
  edit,
  comment,
  watchBuild,
  watchEdit,
  watchStorm,
  watchStart,
  cleanCp,
  cleanBuiltin,
  cleanSnakemake,
  packages,
  program,
  memory,
  growth,
  delta,
  million,
];
