export * from './caller-token.js';
export * from './client.js';
export * from './connection.js';
export * from './event-stream.js';
export * from './leadership.js';
export * from './published-event.js';
export * from './relay.js';
