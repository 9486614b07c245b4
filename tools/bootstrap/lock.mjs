import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** Does the work while no other process does: it waits for one that lives and takes over from one that was killed. */
export async function withLock(directory, say, work) {
  mkdirSync(directory, { recursive: true });
  const lock = join(directory, 'bootstrap.lock');
  for (let waited = false; !take(lock); waited = true) {
    if (!waited) say('Waiting for another Riggen command that installs or builds …');
    await sleep(200);
  }
  try {
    return await work();
  } finally {
    rmSync(lock, { force: true });
  }
}

function take(lock) {
  const draft = `${lock}.${process.pid}`;
  writeFileSync(draft, String(process.pid));
  try {
    // A hard link is made with its content at once, or not at all when somebody else holds the lock.
    linkSync(draft, lock);
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    removeIfOwnerIsGone(lock);
    return false;
  } finally {
    rmSync(draft, { force: true });
  }
}

function removeIfOwnerIsGone(lock) {
  const owner = contentOf(lock);
  if (owner === undefined || lives(Number(owner))) return;
  const aside = `${lock}.gone.${process.pid}`;
  try {
    renameSync(lock, aside);
    // Another process may have taken the lock over since it was read: then it gets it back.
    if (contentOf(aside) !== owner) linkSync(aside, lock);
  } catch (error) {
    if (error.code !== 'ENOENT' && error.code !== 'EEXIST') throw error;
  } finally {
    rmSync(aside, { force: true });
  }
}

function contentOf(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }
}

function lives(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
