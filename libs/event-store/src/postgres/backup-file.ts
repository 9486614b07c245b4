import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { open, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import type { StoredText } from '../history-check.js';

/** Raised when a file is no backup, or no whole one; the message is for the person who gave it. */
export class UnusableBackup extends Error {}

/** What the last line of a backup says: how many events it holds, and the SHA-256 of all lines before it. */
export interface BackupTrailer {
  events: number;
  sha256: string;
}

interface BackupHeader {
  format: 'riggen-backup';
  version: number;
  takenAt: string;
  about: string;
}

const formatVersion = 1;
const about =
  'gzip of lines in UTF-8. First this line; then one line for each event in global order: the hash of its chain in hex, a space, ' +
  'the stored text; last the number of events and the SHA-256 of all lines before.';
const megabyte = 1 << 20;

/** Gathers the digest of a backup's lines. */
export class BackupDigest {
  events = 0;
  private readonly hash = createHash('sha256');

  constructor(readonly headerLine: string) {
    this.hash.update(headerLine);
  }

  /** Adds events; gives their lines. */
  add(batch: StoredText[]): string {
    this.events += batch.length;
    const lines = batch.map(({ hash, body }) => `${hash} ${body}\n`).join('');
    this.hash.update(lines);
    return lines;
  }

  trailer(): BackupTrailer {
    return { events: this.events, sha256: this.hash.digest('hex') };
  }
}

/**
 * Writes a backup of events that come in global order. The file appears under its name only when it is whole and on disk;
 * until then it is FILE.part. Throws when the file exists.
 */
export async function writeBackupFile(destination: string, batches: AsyncIterable<StoredText[]>): Promise<BackupTrailer & { bytes: number }> {
  const refuseToOverwrite = () => {
    if (existsSync(destination)) throw new Error(`${destination} exists already; a backup overwrites nothing`);
  };
  refuseToOverwrite();
  const part = `${destination}.part`;
  await rm(part, { force: true });
  const header: BackupHeader = { format: 'riggen-backup', version: formatVersion, takenAt: new Date().toISOString(), about };
  const digest = new BackupDigest(`${JSON.stringify(header)}\n`);
  let trailer: BackupTrailer | undefined;
  try {
    const lines = async function* () {
      yield digest.headerLine;
      for await (const batch of batches) yield digest.add(batch.map(requireOneLine));
      trailer = digest.trailer();
      yield `${JSON.stringify(trailer)}\n`;
    };
    const file = createWriteStream(part, { flags: 'wx', mode: 0o600, flush: true, highWaterMark: megabyte });
    await pipeline(lines, createGzip({ level: 4, chunkSize: megabyte }), file);
    refuseToOverwrite();
    await rename(part, destination);
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
  await syncDirectoryOf(destination);
  return { ...trailer!, bytes: (await stat(destination)).size };
}

/** A backup file as it is read from beginning to end, as often as wanted. */
export class BackupFile {
  constructor(readonly path: string) {}

  /**
   * The events in batches, and in the end the header and the trailer. Throws UnusableBackup; only when it ends without
   * throwing is the file whole and unchanged.
   */
  async *batches(): AsyncGenerator<StoredText[], { headerLine: string; trailer: BackupTrailer }> {
    let digest: BackupDigest | undefined;
    let trailer: BackupTrailer | undefined;
    for await (const lines of this.lines()) {
      digest ??= new BackupDigest(this.checkedHeader(lines.shift()!));
      const end = lines.findIndex((line) => line.startsWith('{'));
      if (trailer || (end >= 0 && end < lines.length - 1)) throw this.unusable('something follows its last line');
      const batch = (end < 0 ? lines : lines.slice(0, end)).map((line) => this.eventIn(line));
      if (end >= 0) trailer = this.parsed<BackupTrailer>(lines[end]!);
      digest.add(batch);
      if (batch.length) yield batch;
    }
    if (!trailer || !digest) throw this.unusable('its end is missing');
    const found = digest.trailer();
    if (found.events !== trailer.events || found.sha256 !== trailer.sha256) throw this.unusable('its content does not fit its SHA-256');
    return { headerLine: digest.headerLine, trailer };
  }

  private async *lines(): AsyncGenerator<string[]> {
    let rest: Buffer = Buffer.alloc(0);
    const unzip = createGunzip({ chunkSize: megabyte });
    const reading = pipeline(createReadStream(this.path, { highWaterMark: megabyte }), unzip);
    reading.catch(() => {}); // told by the loop, which the pipeline destroys with its error
    try {
      for await (const chunk of unzip as AsyncIterable<Buffer>) {
        const end = chunk.lastIndexOf(0x0a) + 1;
        if (end) yield Buffer.concat([rest, chunk.subarray(0, end - 1)]).toString('utf8').split('\n');
        rest = end ? chunk.subarray(end) : Buffer.concat([rest, chunk]);
      }
    } catch (error) {
      const { code = '', message } = error as { code?: string; message: string };
      throw code.startsWith('Z_') ? this.unusable(message) : error;
    }
    if (rest.length) throw this.unusable('its end is missing');
  }

  private checkedHeader(line: string): string {
    const header = this.parsed<BackupHeader>(line);
    if (header.format !== 'riggen-backup') throw this.unusable('it has no header');
    if (header.version !== formatVersion) throw this.unusable(`its format is version ${header.version}, and this Riggen reads ${formatVersion}`);
    return `${line}\n`;
  }

  private parsed<Line>(line: string): Line {
    try {
      return JSON.parse(line) as Line;
    } catch {
      throw this.unusable('a line of it cannot be read');
    }
  }

  private eventIn(line: string): StoredText {
    if (!/^[0-9a-f]{64} /.test(line)) throw this.unusable('a line of it is no event');
    return { hash: line.slice(0, 64), body: line.slice(65) };
  }

  private unusable(reason: string): UnusableBackup {
    return new UnusableBackup(`${this.path} is not a whole backup of Riggen: ${reason}`);
  }
}

function requireOneLine(record: StoredText): StoredText {
  if (record.body.includes('\n')) throw new Error(`An event holds a line break, which no event that Riggen wrote does: ${record.body.slice(0, 200)}`);
  return record;
}

/** A rename is on disk when its directory is. */
async function syncDirectoryOf(path: string): Promise<void> {
  const directory = await open(dirname(path), 'r');
  await directory.sync().finally(() => directory.close());
}
