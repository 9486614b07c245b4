export * from './giving.js';
export * from './matrix/index.js';
export * from './matrix/row.js';
export * from './may-do.js';
export * from './row-classes.js';
export * from './scope.js';
