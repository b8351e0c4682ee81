import { createHash } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';

/** The system user the database server runs as; undefined: the same as ours. */
export type SystemUser = { uid: number; gid: number; name: string };

/** Where the embedded server lives. */
export type Home = {
  /** Holds the cluster and its password file. */
  folder: string;
  /** bin/, lib/ and share/ that its system user can reach. */
  programs: string;
  /** Folder of its unix socket; undefined where it listens on loopback instead. */
  socketFolder: string | undefined;
  user: SystemUser | undefined;
  /** What the person starting it should know, in both languages. */
  notice?: { vi: string; en: string };
};

/** A unix socket's whole path may have about 104 bytes; its file name takes 20 of them. */
const LONGEST_SOCKET_FOLDER = 80;

/**
 * Chooses where the database of a data folder lives and who runs it. PostgreSQL refuses to run as
 * root, so there it runs as `postgres`, else `nobody`; when that user cannot reach the data folder
 * or the programs (a project below /root), both move below /var/lib/parindex and the notice says so.
 */
export function prepareHome(dataFolder: string, nativeFolder: string): Home {
  mkdirSync(dataFolder, { recursive: true });
  const data = realpathSync(dataFolder);
  const user = process.getuid?.() === 0 ? findServerUser() : undefined;
  if (!user) {
    const socketFolder = prepareSocketFolder(data, undefined);
    return { folder: data, programs: nativeFolder, socketFolder, user };
  }
  // Our own folder, whose files are all closed to others: being passed through costs it nothing.
  if (mayReach(user, dirname(data))) chmodSync(data, statSync(data).mode | 0o011);
  const isDataReachable = mayReach(user, data);
  const folder = isDataReachable ? data : join('/var/lib/parindex', shortHash(data));
  mkdirSync(folder, { recursive: true, mode: 0o711 });
  const programs = mayReach(user, realpathSync(nativeFolder)) ? nativeFolder : copyPrograms(nativeFolder);
  const home: Home = { folder, programs, socketFolder: prepareSocketFolder(folder, user), user };
  if (isDataReachable) return home;
  return {
    ...home,
    notice: {
      vi: `Thư mục dữ liệu ${data} không mở cho người dùng hệ thống "${user.name}", nên cơ sở dữ liệu được đặt tại ${folder}.`,
      en: `The system user "${user.name}" cannot reach ${data}, so the database is kept in ${folder}.`,
    },
  };
}

function findServerUser(): SystemUser {
  const accounts = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  const account = ['postgres', 'nobody']
    .map((name) => accounts.find((fields) => fields[0] === name))
    .find((fields) => fields !== undefined);
  if (!account) throw new Error('running as root needs a system user named "postgres" or "nobody"');
  return { name: account[0] ?? '', uid: Number(account[2]), gid: Number(account[3]) };
}

function mayReach(user: SystemUser, folder: string): boolean {
  for (let each = folder; ; each = dirname(each)) {
    const { uid, gid, mode } = statSync(each);
    const search = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001;
    if ((mode & search) === 0) return false;
    if (each === dirname(each)) return true;
  }
}

function copyPrograms(nativeFolder: string): string {
  const version = shortHash(readFileSync(join(dirname(nativeFolder), 'package.json'), 'utf8'));
  const copy = join('/var/lib/parindex', `programs-${version}`);
  if (existsSync(copy)) return copy;
  const unfinished = `${copy}.${process.pid}`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(dirname(copy), { recursive: true, mode: 0o755 });
  cpSync(nativeFolder, unfinished, { recursive: true, verbatimSymlinks: true });
  renameSync(unfinished, copy);
  return copy;
}

function prepareSocketFolder(folder: string, user: SystemUser | undefined): string | undefined {
  if (process.platform === 'win32') return undefined;
  const near = join(folder, 'postgres-socket');
  const socketFolder =
    Buffer.byteLength(near) <= LONGEST_SOCKET_FOLDER ? near : join(tmpdir(), `parindex-${shortHash(folder)}`);
  mkdirSync(socketFolder, { recursive: true });
  chmodSync(socketFolder, 0o700);
  if (user) chownSync(socketFolder, user.uid, user.gid);
  else if (statSync(socketFolder).uid !== process.getuid?.()) {
    throw new Error(`the folder ${basename(socketFolder)} of the database's socket belongs to someone else`);
  }
  return socketFolder;
}

function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}
