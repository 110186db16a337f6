// How a fault is printed, where lines are odd.
import { expect, test } from 'vitest';
import { renderDiagnostic } from '../../engine/pipeline/render-diagnostic.ts';
import type { Diagnostic } from '../../engine/model/diagnostic.ts';

function show(line: string, col: number, endCol: number, file = '/shop/pipeline.yaml'): string {
  const fault: Diagnostic = {
    code: 'odd',
    severity: 'error',
    message: 'this is odd',
    location: { file, line: 2, col, endLine: 2, endCol },
  };
  return `\n${renderDiagnostic(fault, { cwd: '/shop', source: () => `first\n${line}\nthird\n` })}\n`;
}

test('tabs keep the caret below its place', () => {
  expect(show('\ta:\todd', 5, 8)).toMatchInlineSnapshot(`
    "
    pipeline.yaml:2:5: error: this is odd
      2 | 	a:	odd
        | 	  	^^^
    "
  `);
});

test('wide characters take two columns, combining marks none', () => {
  expect(show('書: cafe\u0301 odd', 10, 13)).toMatchInlineSnapshot(`
    "
    pipeline.yaml:2:10: error: this is odd
      2 | 書: café odd
        |          ^^^
    "
  `);
});

test('a long line is cut around the caret', () => {
  expect(show(`${'x'.repeat(300)} odd ${'y'.repeat(300)}`, 302, 305)).toMatchInlineSnapshot(`
    "
    pipeline.yaml:2:302: error: this is odd
      2 | …xxxxxxxxxxxxxxxxxxxxxxxxxxxxx odd yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy…
        |                                ^^^
    "
  `);
});

test('control characters do not reach the terminal', () => {
  expect(show('a: \u001b[31modd', 8, 11)).toMatchInlineSnapshot(`
    "
    pipeline.yaml:2:8: error: this is odd
      2 | a: �[31modd
        |        ^^^
    "
  `);
});

test('a file outside is shown by its shorter name', () => {
  expect(show('odd', 1, 4, '/other/place/far/away.yaml')).toMatchInlineSnapshot(`
    "
    ../other/place/far/away.yaml:2:1: error: this is odd
      2 | odd
        | ^^^
    "
  `);
});

test('a line that cannot be read is left out', () => {
  const fault: Diagnostic = {
    code: 'odd',
    severity: 'warning',
    message: 'gone',
    location: { file: '/shop/a', line: 9, col: 1 },
  };
  expect(renderDiagnostic(fault, { cwd: '/shop', source: () => undefined })).toBe('a:9:1: warning: gone');
});

test('colour is what the style says', () => {
  const tag = (name: string) => (text: string) => `<${name}>${text}</${name}>`;
  const style = { error: tag('e'), warning: tag('w'), place: tag('p'), caret: tag('c'), note: tag('n') };
  const fault: Diagnostic = {
    code: 'odd',
    severity: 'error',
    message: 'odd',
    expected: 'even',
    location: { file: '/shop/a', line: 1, col: 1, endLine: 1, endCol: 4 },
  };
  expect(renderDiagnostic(fault, { cwd: '/shop', source: () => 'odd', style })).toMatchInlineSnapshot(`
    "<p>a:1:1:</p> <e>error:</e> odd
      1 | odd
        | <c>^^^</c>
      <n>expected:</n> even"
  `);
});
