// The second thread that looks again at the paths of a snapshot. Knows what look-again.ts gives it.
import { workerData } from 'node:worker_threads';
import { lookAtBlocks } from './look-again.ts';
import type { Looks } from './look-again.ts';

lookAtBlocks(workerData as Looks);
