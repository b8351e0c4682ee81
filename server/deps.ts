import type { Logger } from 'pino';
import type { Changes } from './db/changes.ts';
import type { Database } from './db/open.ts';
import type { FileStore } from './files/file-store.ts';
import type { Outside } from './notices/outside.ts';
import type { Accounts } from './people/accounts.ts';

/** What every noun may need to do its work. Made once in main.ts; a test makes its own. */
export type Deps = {
  database: Database;
  accounts: Accounts;
  changes: Changes;
  files: FileStore;
  /** The largest file of evidence, in bytes. */
  uploadLimit: number;
  /** Where clamd listens, when received files are to be scanned. */
  clamd?: string;
  /** How notices leave the installation. */
  outside: Outside;
  log: Logger;
  now: () => Date;
  /** The address people use when a proxy stands in front ("https://…"), for links and the Origin check. */
  publicUrl?: string;
};
