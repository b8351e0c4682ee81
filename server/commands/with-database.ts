import { startEmbedded } from '#server/db/embedded.ts';
import { inUnit, type Tx } from '#server/db/in-unit.ts';
import { joinEmbedded } from '#server/db/join-embedded.ts';
import { migrate } from '#server/db/migrate.ts';
import { type Connection, type Database, openDatabase } from '#server/db/open.ts';
import { readSettings } from '#server/settings.ts';
import { type Given, type Outcome, refused } from './outcome.ts';

/** Who the log names for what the command line does. */
export function consoleActor(unitId: string) {
  return { unitId, userId: 'command-line', personName: 'Dòng lệnh' };
}

/**
 * Runs a command on the database of the settings, brought to this version: DATABASE_URL, else the
 * embedded one, joined when the product is running and started for the command when it is not.
 */
export async function withDatabase(
  given: Given,
  work: (database: Database, applied: string[]) => Promise<Outcome>,
): Promise<Outcome> {
  const settings = readSettings(process.env);
  const joined: Connection | undefined = settings.databaseUrl
    ? { connectionString: settings.databaseUrl }
    : await joinEmbedded(settings.dataFolder);
  const started = joined ? undefined : await startEmbedded(settings.dataFolder);
  if (started && 'kind' in started) return refused(started, given);
  const connection = joined ?? started!.connection;
  const applied = await migrate(connection);
  const outcome = 'kind' in applied ? refused(applied, given) : await worked(connection, applied, work);
  await started?.stop();
  return outcome;
}

async function worked(
  connection: Connection,
  applied: string[],
  work: (database: Database, applied: string[]) => Promise<Outcome>,
): Promise<Outcome> {
  const database = openDatabase(connection, 2);
  const outcome = await work(database, applied);
  await database.close();
  return outcome;
}

/** Runs a command inside one unit, found by its id or its name. */
export function withUnit(
  given: Given,
  work: (database: Database, unit: { id: string; name: string }) => Promise<Outcome>,
): Promise<Outcome> {
  return withDatabase(given, async (database) => {
    const units = await inUnit(database.kysely, {}, listUnits);
    const wanted = given.unit ?? '';
    const found = units.filter(({ id, name }) => id === wanted || isNamed(name, wanted));
    const [unit] = found;
    if (unit && found.length === 1) return work(database, unit);
    const names = units.map(({ name }) => name).join('; ');
    return refused(
      {
        kind: found.length > 1 ? 'unit_ambiguous' : 'unit_unknown',
        vi: `Không xác định được đơn vị "${wanted}". Các đơn vị hiện có: ${names || 'chưa có'}.`,
        en: `"${wanted}" names no single unit. Units there are: ${names || 'none yet'}.`,
      },
      given,
    );
  });
}

function isNamed(name: string, wanted: string): boolean {
  const fold = (text: string) => text.normalize('NFC').trim().toLowerCase();
  return fold(name) === fold(wanted);
}

function listUnits(tx: Tx): Promise<{ id: string; name: string }[]> {
  return tx.selectFrom('unit').select(['id', 'name']).orderBy('name').execute();
}
