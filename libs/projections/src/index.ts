export * from './apply-batch.js';
export * from './checkpoints.js';
export * from './live-consumer.js';
export * from './parked-events.js';
export * from './projection.js';
export * from './projection-host.js';
export * from './read-models.js';
export * from './rebuild.js';
