export * from './disclosure.js';
export * from './rounding.js';
