export * from './districts.js';
export * from './municipalities.js';
export * from './place-names.js';
export * from './regions.js';
