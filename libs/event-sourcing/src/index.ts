export * from './already-so.js';
export * from './decider.js';
export * from './event.js';
export * from './oslo-time.js';
export * from './specification.js';
