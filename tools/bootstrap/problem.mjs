/** Something that keeps the project from running: one clear line, and perhaps the output that led to it. */
export class Problem extends Error {
  constructor(message, exitCode = 1, details = '') {
    super(message);
    this.exitCode = exitCode;
    this.details = details;
  }
}

const filesystemReasons = {
  ENOSPC: 'The disk is full',
  EDQUOT: 'The disk quota is used up',
  EACCES: 'This user may not write there',
  EPERM: 'This user may not write there',
  EROFS: 'The file system is read-only',
};

/** The problem behind an error: known ones get a line of their own, others keep their stack. */
export function explain(error) {
  if (error instanceof Problem) return error;
  const reason = filesystemReasons[error?.code];
  return new Problem(reason === undefined ? String(error?.stack ?? error) : `${reason}: ${error.path ?? error.message} (${error.code}).`);
}
