import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';

/** Folders that this very process holds: after a restart, a container may give the same process number again. */
const held = new Set<string>();

/** Another process works on this folder. The message says which, and what to do. */
export class FolderInUse extends Error {
  override readonly name = 'FolderInUse';
}

/**
 * Keeps a folder for this process: two PGlite on the same files would destroy them, and it doesn't check.
 * The lock of a process that has died is taken over. Gives the function that releases it.
 * @throws {FolderInUse}
 */
export function lockFolder(folder: string): () => void {
  mkdirSync(folder, { recursive: true });
  const file = resolve(folder, 'verrou');
  for (let attempt = 0; attempt < 2; attempt++) {
    try {
      writeFileSync(file, String(process.pid), { flag: 'wx' });
      held.add(file);
      const release = () => { held.delete(file); rmSync(file, { force: true }); };
      process.once('exit', release);
      return () => { process.removeListener('exit', release); release(); };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      const holder = Number(readFileSync(file, 'utf8'));
      if (holder === process.pid ? held.has(file) : isAlive(holder)) {
        throw new FolderInUse(`${file}: the data are in use by process ${holder}; stop it, or set ROR_DATA to another folder`);
      }
      rmSync(file, { force: true });
    }
  }
  throw new Error(`${folder} could not be locked`);
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
