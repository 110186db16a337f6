// Every fault of a tube file: what is written, and what is said of it. Each line is FILE:LINE:COL CODE: MESSAGE | EXPECTED | HINT.
import { expect, test } from 'vitest';
import { faultsOf } from './rig.ts';

const cases: readonly { readonly name: string; readonly text: string; readonly faults: readonly string[] }[] =
  [
    {
      name: 'broken YAML',
      text: `
nodes:
  a: { type: map
`,
      faults: [
        'tube.yaml:4:1 yaml-syntax: Flow map in block collection must be sufficiently indented and end with a }',
      ],
    },
    {
      name: 'a key written twice',
      text: `
nodes:
  a: { type: map }
  a: { type: map }
`,
      faults: ['tube.yaml:4:3 duplicate-key: this key is written twice'],
    },
    {
      name: 'a file that is a list',
      text: `
- a
`,
      faults: ['tube.yaml:2:1 wrong-type: "the file" is a list | a map'],
    },
    {
      name: 'an empty file',
      text: `
`,
      faults: ['tube.yaml:1:1 wrong-type: "the file" is empty | a map'],
    },
    {
      name: 'unknown keys',
      text: `
nodes:
  a: { type: .countSource, depend: b.c }
node: {}
`,
      faults: [
        'tube.yaml:3:38 unknown-key: unknown key "depend" | one of: type, depends, params, enabled, stateful, description | did you mean "depends"?',
        'tube.yaml:4:1 unknown-key: unknown key "node" | one of: id, description, extends, input, assets, nodes | did you mean "nodes"?',
      ],
    },
    {
      name: 'missing keys',
      text: `
nodes:
  a: { params: {} }
assets:
  x: { type: .Counter }
`,
      faults: [
        'tube.yaml:3:3 missing-key: "a" has no "type"',
        'tube.yaml:5:3 missing-key: "x" has no "scope"',
      ],
    },
    {
      name: 'values of the wrong type',
      text: `
nodes:
  a: { type: 7, depends: 3, stateful: yes please, enabled: sometimes }
`,
      faults: [
        'tube.yaml:3:14 wrong-type: "type" is the number 7 | a string',
        'tube.yaml:3:26 wrong-type: "depends" is the number 3 | a string or a list',
        'tube.yaml:3:39 wrong-type: "stateful" is the string "yes please" | a boolean',
        'tube.yaml:3:60 wrong-value: "enabled" cannot be "sometimes" | true, false or input.NAME',
      ],
    },
    {
      name: 'names that are no identifiers',
      text: `
nodes:
  input: { type: .countSource }
  a-b: { type: .countSource }
  9: { type: .countSource }
`,
      faults: [
        `tube.yaml:3:3 reserved-name: "input" is a name of the tube's own | choose another name`,
        'tube.yaml:4:3 wrong-name: "a-b" is no identifier | letters, digits and _, not starting with a digit',
        'tube.yaml:5:3 wrong-name: "9" is no identifier | letters, digits and _, not starting with a digit',
      ],
    },
    {
      name: 'an unknown scope',
      text: `
assets:
  x: { type: .Counter, scope: tube }
nodes: {}
`,
      faults: ['tube.yaml:3:41 wrong-value: "scope" cannot be "tube" | one of: runner, process, node'],
    },
    {
      name: 'dependencies that name no signal',
      text: `
nodes:
  a: { type: .countSource }
  b: { type: .concat, depends: [list, .relative, node., a.b.c, "module:function", { strings: a }, { a: a.index, b: a.index }, {}, 3] }
`,
      faults: [
        'tube.yaml:4:43 wrong-value: "list" names no signal | NODE.SIGNAL, input.NAME or assets.NAME',
        'tube.yaml:4:49 wrong-value: ".relative" names no signal | NODE.SIGNAL, input.NAME or assets.NAME',
        'tube.yaml:4:60 wrong-value: "node." names no signal | NODE.SIGNAL, input.NAME or assets.NAME',
        'tube.yaml:4:67 wrong-value: "a.b.c" names no signal | NODE.SIGNAL, input.NAME or assets.NAME',
        'tube.yaml:4:74 wrong-value: "module:function" names no signal | NODE.SIGNAL, input.NAME or assets.NAME',
        'tube.yaml:4:104 wrong-value: "a" names no signal | NODE.SIGNAL, input.NAME or assets.NAME',
        'tube.yaml:4:109 wrong-value: an entry of "depends" names one slot | SLOT: NODE.SIGNAL',
        'tube.yaml:4:137 wrong-value: an entry of "depends" names one slot | SLOT: NODE.SIGNAL',
        'tube.yaml:4:141 wrong-type: "entry 9 of depends" is the number 3 | a string or a map',
      ],
    },
    {
      name: 'a node that is not there',
      text: `
nodes:
  count: { type: .countSource }
  b: { type: .multiply, depends: cuont.index }
`,
      faults: [
        'tube.yaml:4:44 unknown-node: the tube has no node "cuont" | one of: count, b | did you mean "count"?',
      ],
    },
    {
      name: 'signals that the node does not declare',
      text: `
nodes:
  a: { type: .countSource }
  b: { type: .multiply, depends: a.indx }
  c: { type: .multiply, depends: out.value }
  out: { type: return, depends: b.value }
`,
      faults: [
        'tube.yaml:4:44 unknown-signal: a has no signal "indx" | one of: index | did you mean "index"?',
        'tube.yaml:5:44 unknown-signal: out has no signals',
      ],
    },
    {
      name: 'slots that do not exist',
      text: `
nodes:
  a: { type: .countSource }
  b: { type: .multiply, depends: [{ lfet: a.index }] }
  c: { type: .multiply, depends: [a.index, a.index, a.index] }
`,
      faults: [
        'tube.yaml:4:47 unknown-slot: b has no slot "lfet" | one of: left, right | did you mean "left"?',
        'tube.yaml:5:63 unknown-slot: c takes 2 values, and this is one more | one of: left, right',
      ],
    },
    {
      name: 'a slot filled twice',
      text: `
nodes:
  a: { type: .countSource }
  b: { type: .multiply, depends: [a.index, { left: a.index }] }
`,
      faults: ['tube.yaml:4:56 slot-taken: the slot "left" of b is filled twice'],
    },
    {
      name: 'slots that nothing fills',
      text: `
nodes:
  a: { type: .countSource }
  b: { type: map }
  c: { type: gather, params: { n: 2 } }
`,
      faults: [
        'tube.yaml:4:3 missing-slot: nothing fills the slot "value" of b',
        'tube.yaml:5:3 missing-slot: nothing fills the slot "value" of c',
      ],
    },
    {
      name: 'inputs and assets that are not there',
      text: `
input:
  start: { type: number }
assets:
  db: { type: .Counter, scope: runner }
nodes:
  a: { type: .multiply, depends: [{ left: input.stat }, { right: assets.bd }], params: { left: input.strat } }
  b: { type: .countSource, enabled: input.nope }
`,
      faults: [
        'tube.yaml:3:3 input-missing: the input "start" must be given',
        'tube.yaml:7:53 unknown-input: the tube has no input "stat" | one of: start | did you mean "start"?',
        'tube.yaml:7:76 unknown-asset: the tube has no asset "bd" | one of: db | did you mean "db"?',
        'tube.yaml:7:106 unknown-input: the tube has no input "strat" | one of: start | did you mean "start"?',
        'tube.yaml:8:47 unknown-input: the tube has no input "nope" | one of: start',
      ],
    },
    {
      name: 'two returns',
      text: `
nodes:
  a: { type: .countSource }
  b: { type: return, depends: a.index }
  c: { type: return, depends: a.index }
`,
      faults: ['tube.yaml:5:14 two-returns: a tube has one return, and b is it'],
    },
    {
      name: 'a generator with dependencies',
      text: `
nodes:
  a: { type: .countSource }
  b: { type: .countSource, depends: a.index }
`,
      faults: ['tube.yaml:4:38 source-with-depends: b is a generator, which takes no values'],
    },
    {
      name: 'unknown parameters',
      text: `
nodes:
  a: { type: .countSource, params: { strat: 2 } }
  b: { type: .multiply, depends: a.index, params: { right: 2, up: 3 } }
`,
      faults: [
        'tube.yaml:3:48 unknown-param: a takes no parameter "strat" | one of: limit, start | did you mean "start"?',
        'tube.yaml:4:73 unknown-param: b takes no parameter "up" | one of: left, right',
      ],
    },
    {
      name: 'types that cannot be found or used',
      text: `
nodes:
  a: { type: multiply }
  b: { type: ./missing.ts#a }
  c: { type: ./nodes.ts#multply }
  d: { type: .notANode }
  e: { type: .NoProcess }
  f: { type: nowhere#x }
  g: { type: ./broken.ts#x }
  h: { type: gahter }
assets:
  x: { type: .notANode, scope: runner }
`,
      faults: [
        'tube.yaml:3:14 wrong-type-reference: "multiply" names no type | ./MODULE.ts#NAME, PACKAGE#NAME, gather, map, return or tube',
        'tube.yaml:4:14 module-not-found: there is no module ./missing.ts',
        'tube.yaml:5:14 unknown-export: ./nodes.ts exports no "multply" | did you mean "multiply"?',
        'tube.yaml:6:14 no-node: ./nodes.ts#notANode is of type number, not a function or class',
        'tube.yaml:7:14 no-node: ./nodes.ts#NoProcess is a class without a method "process"',
        'tube.yaml:8:14 module-not-found: there is no module nowhere',
        'tube.yaml:9:14 module-broken: ./broken.ts cannot be loaded: out of paper',
        'tube.yaml:10:14 wrong-type-reference: "gahter" names no type | ./MODULE.ts#NAME, PACKAGE#NAME, gather, map, return or tube | did you mean "gather"?',
        'tube.yaml:12:14 no-asset: ./nodes.ts#notANode is of type number, not a function or class',
      ],
    },
    {
      name: 'a gather that counts twice, never, or nothing',
      text: `
nodes:
  a: { type: .countSource }
  b: { type: gather, depends: [{ value: a.index }, { trigger: a.index }], params: { n: 2 } }
  c: { type: gather, depends: a.index }
  d: { type: gather, depends: a.index, params: { n: 0 } }
`,
      faults: [
        'tube.yaml:4:3 gather-twice: b gathers by n or by a trigger, not by both',
        'tube.yaml:5:3 gather-never: c has neither n nor a trigger, so it would never give anything | params: { n: NUMBER }, or the slot n or trigger',
        'tube.yaml:6:53 wrong-value: d cannot gather 0 values | an integer from 1',
      ],
    },
    {
      name: 'nested tubes that are missing, faulty or endless',
      text: `
nodes:
  a: { type: tube }
  b: { type: tube, params: { tube: ./none.yaml } }
  c: { type: tube, params: { tube: ./faulty.tube.yaml } }
  d: { type: tube, params: { tube: ./ring.tube.yaml } }
  e: { type: tube, params: { tube: ./sporadic.tube.yaml, more: 1 } }
`,
      faults: [
        'faulty.tube.yaml:3:31 unknown-signal: a has no signal "idnex" | one of: index | did you mean "index"?',
        'ring.tube.yaml:2:36 tube-cycle: the tube contains itself: ring.tube.yaml > ring.tube.yaml',
        'tube.yaml:3:3 missing-param: a does not say which tube it runs | params: { tube: ./FILE.yaml }',
        'tube.yaml:4:36 no-file: there is no file none.yaml',
        'tube.yaml:7:58 unknown-param: e takes no parameter "more" | one of: tube',
      ],
    },
    {
      name: 'cycles',
      text: `
nodes:
  s: { type: .countSource }
  a: { type: .multiply, depends: [s.index, c.value] }
  b: { type: .multiply, depends: a.value }
  c: { type: .multiply, depends: b.value }
  d: { type: .multiply, depends: d.value }
`,
      faults: [
        'tube.yaml:5:44 cycle: a depends on itself: a > b > c > a',
        'tube.yaml:7:44 cycle: d depends on itself: d > d',
      ],
    },
    {
      name: 'two unrelated maps',
      text: `
nodes:
  a: { type: .wordSource }
  b: { type: map, depends: a.word }
  c: { type: map, depends: a.word }
  d: { type: .multiply, depends: [b.value, c.value] }
  out: { type: return, depends: [{ b: b.value }, { c: c.value }] }
`,
      faults: [
        'tube.yaml:6:54 unrelated-maps: d depends on the items of two maps that are not one within the other: b and c | gather one of them first',
      ],
    },
    {
      name: 'an asset that is used when it may be stored already',
      text: `
assets:
  x: { type: .Counter, scope: runner, depends: b.iterator }
nodes:
  a: { type: .increment, depends: [{ iterator: assets.x }] }
  b: { type: .increment, depends: [{ iterator: a.iterator }] }
  same: { type: .increment, depends: [{ iterator: assets.x }, { increment: a.value }] }
  later: { type: .increment, depends: [{ iterator: assets.x }, { increment: b.value }] }
`,
      faults: [
        'tube.yaml:7:61 asset-still-used: same uses the asset "x" when b may already have stored it | let it depend on b.iterator instead',
        'tube.yaml:8:62 asset-still-used: later uses the asset "x" when b may already have stored it | let it depend on b.iterator instead',
      ],
    },
    {
      name: 'what an asset cannot keep',
      text: `
assets:
  w: { type: .Counter, scope: process, depends: a.iterator }
  x: { type: .Counter, scope: runner, depends: z.iterator }
  y: { type: .Counter, scope: runner, depends: a.nothing }
  z: { type: .Counter, scope: runner, depends: input.start, params: { strat: 1 } }
nodes:
  a: { type: .increment, depends: [{ iterator: assets.x }] }
`,
      faults: [
        'tube.yaml:3:50 asset-scope: the asset "w" lives for one epoch, so it can keep nothing for the next | give it the scope runner, or leave out depends',
        'tube.yaml:4:58 unknown-node: the tube has no node "z" | one of: a | did you mean "a"?',
        'tube.yaml:5:58 unknown-signal: a has no signal "nothing" | one of: iterator, value',
        'tube.yaml:6:58 unknown-node: the asset "z" keeps what a node emits, not an input',
        'tube.yaml:6:81 unknown-param: z takes no parameter "strat" | one of: start | did you mean "start"?',
      ],
    },
    {
      name: 'extending what is not there, and itself',
      text: `
extends: [./none.tube.yaml, ./ring-extends.tube.yaml]
nodes: {}
`,
      faults: [
        'tube.yaml:2:11 no-file: there is no file none.tube.yaml',
        'ring-extends.tube.yaml:1:11 extends-cycle: the file extends itself: ring-extends.tube.yaml > ring-extends.tube.yaml',
      ],
    },
    {
      name: 'a node that no file gives a type',
      text: `
extends: [./left.tube.yaml]
nodes:
  a: { params: { limit: 3 } }
  new: { params: { limit: 3 } }
`,
      faults: ['tube.yaml:5:3 missing-key: "new" has no "type"'],
    },
  ];

test.each(cases)('$name', async ({ text, faults }) => {
  expect(await faultsOf(text)).toEqual(faults);
});
