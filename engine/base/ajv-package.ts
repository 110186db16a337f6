// The package `ajv`, by name; why, `yaml-package.ts` tells.
export { Ajv2020 } from 'ajv/dist/2020.js';
