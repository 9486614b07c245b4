/** Raised when there is no folder to import. */
export class NoSuchFolder extends Error {}
