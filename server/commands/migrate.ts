import { done, type Given, type Outcome } from './outcome.ts';
import { withDatabase } from './with-database.ts';

/** Brings the database to this version. */
export function migrateDatabase(given: Given): Promise<Outcome> {
  return withDatabase(given, async (_database, applied) =>
    done({ applied }, applied.length === 0 ? 'Cơ sở dữ liệu đã ở phiên bản này.' : applied.join('\n'), given),
  );
}
