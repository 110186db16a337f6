// A program that goes on with a process in steps from a directory of checkpoints, and kills itself with SIGKILL after, or
// before, a write: the test counts what its steps did. Arguments: directory, `after` or `before`, number of the write.
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { kill, pid } from 'node:process';
import {
  append,
  condition,
  createRuntime,
  FilePersister,
  ModuleLoader,
  Process,
  StepsProcess,
  toContext,
  whileDo,
  type CheckpointPersister,
  type ProcessSpec,
} from '../../../engine/process/index.ts';

const [directory = '', when = 'after', number = '0'] = process.argv.slice(2);
const effect = (text: string): void => appendFileSync(join(directory, 'effects.log'), `${text}\n`);

class Page extends Process {
  static override define(spec: ProcessSpec): void {
    super.define(spec);
    spec.input('n').output('words');
  }
  override run(): void {
    effect(`page ${String(this.inputs['n'])}`);
    this.out('words', 10);
  }
}

class Proofreading extends StepsProcess {
  static override define(spec: ProcessSpec): void {
    super.define(spec);
    spec.output('words').outline('open', whileDo(condition('ctx.n < 3'), 'read', 'turn'), 'sum');
  }
  open(): void {
    effect('open');
    this.ctx['n'] = 0;
  }
  read(): unknown {
    effect(`read ${String(this.ctx['n'])}`);
    return toContext({ pages: append(this.launch(Page, { n: this.ctx['n'] })) });
  }
  turn(): void {
    effect(`turn ${String(this.ctx['n'])}`);
    this.ctx['n'] = (this.ctx['n'] as number) + 1;
  }
  sum(): void {
    effect('sum');
    this.out(
      'words',
      (this.ctx['pages'] as readonly { words: number }[]).reduce((sum, page) => sum + page.words, 0),
    );
  }
}

const opened = FilePersister.open(join(directory, 'checkpoints'));
if (!opened.ok) throw new Error(opened.error.message);
const files = opened.value;
let writes = 0;
const persister: CheckpointPersister = {
  save(bundle, tag) {
    writes++;
    if (when === 'before' && writes === Number(number)) kill(pid, 'SIGKILL');
    const saved = files.save(bundle, tag);
    if (when === 'after' && writes === Number(number)) kill(pid, 'SIGKILL');
    return saved;
  },
  load: (...args) => files.load(...args),
  list: () => files.list(),
  listOf: (...args) => files.listOf(...args),
  delete: (...args) => files.delete(...args),
  deleteAll: (...args) => files.deleteAll(...args),
};

const loader = new ModuleLoader().register('books#Page', Page).register('books#Proofreading', Proofreading);
const runtime = createRuntime({ persister, loader });
const kept = files.load('emma');
const proofreading = kept.ok
  ? Proofreading.recreate(kept.value, runtime)
  : Proofreading.create({}, { runtime, pid: 'emma' });
proofreading.start();
process.stdout.write(JSON.stringify(await proofreading.future()));
