export * from './districts.js';
export * from './municipalities.js';
export * from './regions.js';
