// The CSV parser against RFC 4180, and against text that is none.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { csvRecords } from '../../recipes/csv-to-json/csv-records.ts';
import { parseCsv } from '../../recipes/csv-to-json/parse-csv.ts';

function values(text: string, separator?: string): (readonly string[])[] {
  return parseCsv(text, separator).map((row) => row.values);
}

describe('rows', () => {
  test.each<[string, string, (readonly string[])[]]>([
    [
      'end in CRLF',
      'aaa,bbb,ccc\r\nzzz,yyy,xxx\r\n',
      [
        ['aaa', 'bbb', 'ccc'],
        ['zzz', 'yyy', 'xxx'],
      ],
    ],
    [
      'need no end at the last',
      'aaa,bbb\r\nzzz,yyy',
      [
        ['aaa', 'bbb'],
        ['zzz', 'yyy'],
      ],
    ],
    ['end in LF or CR too', 'a\nb\rc', [['a'], ['b'], ['c']]],
    [
      'may have quoted values',
      '"aaa","bbb"\r\nzzz,yyy',
      [
        ['aaa', 'bbb'],
        ['zzz', 'yyy'],
      ],
    ],
    ['keep line ends inside quotes', '"aaa","b\r\nbb"\r\n', [['aaa', 'b\r\nbb']]],
    ['keep separators inside quotes', '"a,b",c', [['a,b', 'c']]],
    ['hold a quote as two', '"aaa","b""bb"', [['aaa', 'b"bb']]],
    ['keep blanks', ' a , b ', [[' a ', ' b ']]],
    [
      'may have empty values',
      ',\r\n"",""',
      [
        ['', ''],
        ['', ''],
      ],
    ],
    ['are none in an empty text', '', []],
    ['are one in an empty line', '\n', [['']]],
    ['start after a byte order mark', '\uFEFFa,b', [['a', 'b']]],
  ])('%s', (_, text, rows) => {
    expect(values(text)).toEqual(rows);
  });

  test('may have another separator', () => {
    expect(values('a;"b;c";d,e', ';')).toEqual([['a', 'b;c', 'd,e']]);
  });

  test('know their line', () => {
    expect(parseCsv('a\n"b\r\nb"\nc').map((row) => row.line)).toEqual([1, 2, 4]);
  });

  test('come back as they were written', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', ',', '"', '\n', '\r', ' ', 'ü') });
    const table = fc.array(fc.array(cell, { minLength: 1 }), { minLength: 1 });
    const written = (rows: readonly (readonly string[])[]): string =>
      rows.map((row) => row.map((value) => `"${value.replaceAll('"', '""')}"`).join(',')).join('\r\n');
    fc.assert(
      fc.property(table, (rows) => {
        expect(values(written(rows))).toEqual(rows);
      }),
    );
  });
});

describe('faults name their line', () => {
  test.each([
    ['a,b\n"c', 'line 2: a quote that is not closed'],
    ['a\n"b"c', 'line 2: text after a closing quote'],
    ['"a\n\nb"c', 'line 3: text after a closing quote'],
    ['a,b"c', 'line 1: a quote inside a value that does not begin with one'],
  ])('%j', (text, message) => {
    expect(() => parseCsv(text)).toThrow(message);
  });
});

describe('records', () => {
  test('have the names of the first row', () => {
    expect(csvRecords(parseCsv('name,__proto__\nEmma,1'), true)).toEqual([
      Object.fromEntries([
        ['name', 'Emma'],
        ['__proto__', '1'],
      ]),
    ]);
  });

  test('are the rows themselves without a header', () => {
    expect(csvRecords(parseCsv('a,b\nc,d'), false)).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
  });

  test.each([
    ['a,b\nc', 'line 2: 1 value, but the first row has 2'],
    ['a\nb\nc,d,e', 'line 3: 3 values, but the first row has 1'],
    ['a,b,a', 'line 1: two columns are called "a"'],
  ])('%j is a fault', (text, message) => {
    expect(() => csvRecords(parseCsv(text), true)).toThrow(message);
  });

  test('an empty text has none', () => {
    expect(csvRecords([], true)).toEqual([]);
  });
});
