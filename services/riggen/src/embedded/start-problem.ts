/** Something that keeps Riggen from starting, told in one line that a person can act on. */
export class StartProblem extends Error {
  override readonly name = 'StartProblem';

  constructor(
    message: string,
    readonly exitCode = 1,
  ) {
    super(message);
  }
}

const filesystemReasons: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  EACCES: 'this user may not write there',
  EPERM: 'this user may not write there',
  EROFS: 'the file system is read-only',
  ENOTDIR: 'a part of the path is not a directory',
  EEXIST: 'a file of that name is in the way',
};

/** Turns an error of the file system into a problem with one clear line; any other error stays as it is. */
export function explainFilesystemError(error: unknown, directory: string): unknown {
  const code = (error as NodeJS.ErrnoException | undefined)?.code;
  const reason = code === undefined ? undefined : filesystemReasons[code];
  if (reason === undefined) return error;
  return new StartProblem(`${directory} cannot be used: ${reason} (${code}). Choose another place with RIGGEN_HOME=…`);
}
