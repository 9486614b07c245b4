export * from './rounding.js';
export * from './suppression/limits.js';
export * from './suppression/suppress.js';
