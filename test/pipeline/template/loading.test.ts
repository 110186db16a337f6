// When LiquidJS is loaded. In a file of its own, since it stays loaded.
import { expect, test } from 'vitest';
import { compileTemplate, loadTemplates } from '../../../engine/pipeline/template/template.ts';

const PLAIN = 'wc -w < {{ book }} > {{ count.path }}';
const FILTERED = '{{ book | upcase }}';

test('plain templates need no LiquidJS; others say that they do, until it is loaded', async () => {
  expect(compileTemplate(PLAIN, { mode: 'shell' }).ok).toBe(true);
  await loadTemplates([PLAIN, '']);
  expect(() => compileTemplate(FILTERED, { mode: 'shell' })).toThrow('call loadTemplates() first');
  await loadTemplates([PLAIN, FILTERED]);
  expect(compileTemplate(FILTERED, { mode: 'shell' }).ok).toBe(true);
});
