import { installPackages } from './installed.mjs';
import { runServer } from './start.mjs';

/**
 * `npm run dev`: the server with hot reload and a demonstration ward on one port, over a database
 * folder of its own. Real data is out of its reach: DATABASE_URL and PARINDEX_DATA are not passed on.
 */
await installPackages();
process.exit(await runServer({ PARINDEX_DEV: '1', PARINDEX_DATA: 'data/demo', DATABASE_URL: '' }));
