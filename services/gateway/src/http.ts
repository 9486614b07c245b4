import type session from 'express-session';

type Handler = ReturnType<typeof session>;

/** An HTTP request and response as Express gives them. */
export type Request = Parameters<Handler>[0];
export type Response = Parameters<Handler>[1];
export type Next = (error?: unknown) => void;
export type Middleware = (request: Request, response: Response, next: Next) => unknown;
