// The program that loads users' tubes and assets to see what is wrong with them, as a child of pipe, so that none of
// their code runs in pipe itself. Runs no tube and opens no asset; ends with the channel.
import type { Diagnostic } from '../../model/diagnostic.ts';
import { stripTypesEverywhere } from '../strip-types.ts';
import { assetKind, importType, loadTube, outlineTube } from '../../tube/index.ts';
import type { InspectRequest, Inspected } from './inspection.ts';

stripTypesEverywhere();
const send = process.send!.bind(process) as (message: Inspected) => boolean;
// The user's code is not to take pipe for a parent that it may talk to.
Object.assign(process, { send: undefined });
process.on('disconnect', () => process.exit(0));
// Whatever a module starts when it is loaded is not what is asked about.
process.on('unhandledRejection', () => {});
process.on('message', (request) => void answer(request as InspectRequest).then(send));

async function answer(request: InspectRequest): Promise<Inspected> {
  const used = { tube: new Set<string>(), module: new Set<string>() };
  const found =
    request.type === 'tube'
      ? await inspectTube(request, (kind, path) => used[kind].add(path))
      : request.type === 'asset'
        ? await inspectAsset(request, (path) => used.module.add(path))
        : await askValidator(request, (path) => used.module.add(path));
  return { ...found, files: [...used.tube].toSorted(), modules: [...used.module].toSorted() };
}

type Found = Omit<Inspected, 'files' | 'modules'>;

async function inspectTube(
  { file, input }: Extract<InspectRequest, { type: 'tube' }>,
  onUse: (kind: 'tube' | 'module', path: string) => void,
): Promise<Found> {
  const outline = await outlineTube(file);
  const loaded = await loadTube(file, { input, onUse });
  const faults = loaded.ok ? loaded.value.warnings : loaded.error;
  return outline.ok ? { faults, outline: outline.value } : { faults };
}

async function inspectAsset(
  { reference, location }: Extract<InspectRequest, { type: 'asset' }>,
  onImport: (module: string) => void,
): Promise<Found> {
  const exported = await importType(reference, location, {}, onImport);
  if (!exported.ok) return { faults: [exported.error] };
  const kind = assetKind(exported.value);
  if (typeof kind !== 'string') return { faults: [], params: kind.params };
  const fault: Diagnostic = {
    code: 'no-asset',
    severity: 'error',
    message: `${reference} ${kind}`,
    location,
  };
  return { faults: [fault] };
}

async function askValidator(
  { reference, location, value }: Extract<InspectRequest, { type: 'validator' }>,
  onImport: (module: string) => void,
): Promise<Found> {
  const exported = await importType(reference, location, {}, onImport);
  if (!exported.ok) return { faults: [exported.error] };
  const fault = (message: string): Found => ({
    faults: [{ code: 'bad-validator', severity: 'error', message: `${reference} ${message}`, location }],
  });
  if (typeof exported.value !== 'function') return fault('is no function');
  try {
    const answer: unknown = await (exported.value as (value: unknown) => unknown)(value);
    if (answer === undefined || answer === null) return { faults: [] };
    return typeof answer === 'string' ? { faults: [], answer } : fault('returns neither a text nor nothing');
  } catch (error) {
    return fault(`threw: ${error instanceof Error ? error.message : String(error)}`);
  }
}
