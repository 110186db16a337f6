// The package `yaml`, by name. Loaded late and through here, since of a CommonJS package that is loaded late a bundle gives
// the whole and none of its names.
export {
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  parseAllDocuments,
  parseDocument,
  stringify,
} from 'yaml';
