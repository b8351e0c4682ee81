import { type BetterAuthOptions, betterAuth } from 'better-auth';
import { isAPIError } from 'better-auth/api';
import { hashPassword } from 'better-auth/crypto';
import { username } from 'better-auth/plugins/username';
import pg from 'pg';
import { v7 as uuidv7 } from 'uuid';
import type { Tx } from '#server/db/in-unit.ts';
import { type Connection, outliveCuts } from '#server/db/open.ts';

const HOUR = 3600;

export type AccountSettings = {
  /** Signs the session cookie; at least 32 characters. */
  secret: string;
  /** Set the cookie for https only. */
  isHttps?: boolean;
  /** Seconds without a request after which a session ends. */
  idleSeconds?: number;
  /** Seconds after which a session ends whatever happens. */
  longestSeconds?: number;
};

/** Who a request's cookie belongs to; `cookies` must go out with the answer. */
export type FoundSession = { userId: string; username: string; sessionId: string; cookies: string[] };

type SignedIn = { userId: string; sessionId: string; cookies: string[] };

export type Accounts = ReturnType<typeof openAccounts>;

/**
 * Accounts, passwords (scrypt) and sessions by better-auth, kept in the database so that every process
 * knows them. Its own routes are not mounted: people/routes.ts calls it. It has its own small pool,
 * because it expects dates where the rest of the server reads ISO strings.
 */
export function openAccounts(connection: Connection, settings: AccountSettings) {
  const idleSeconds = settings.idleSeconds ?? 2 * HOUR;
  const longestSeconds = settings.longestSeconds ?? 12 * HOUR;
  const pool = new pg.Pool({ ...connection, max: 5 });
  outliveCuts(pool);
  const auth = betterAuth(accountOptions(pool, { ...settings, idleSeconds }));

  async function findSession(
    headers: Headers,
    { isRefreshed = true } = {},
  ): Promise<FoundSession | undefined> {
    const { response, headers: answered } = await auth.api.getSession({
      headers,
      query: { disableRefresh: !isRefreshed },
      returnHeaders: true,
    });
    if (!response) return undefined;
    const { session, user } = response;
    if (Date.now() - session.createdAt.getTime() > longestSeconds * 1000) {
      await endSession(session.token);
      return undefined;
    }
    return {
      userId: user.id,
      username: user.username ?? '',
      sessionId: session.id,
      cookies: answered?.getSetCookie() ?? [],
    };
  }

  async function endSession(token: string): Promise<void> {
    await (await auth.$context).internalAdapter.deleteSession(token);
  }

  return {
    auth,
    findSession,
    /** Signs in by name and password; undefined for a wrong pair, known name or not, after the same work. */
    async signIn(name: string, password: string): Promise<SignedIn | undefined> {
      const body = { username: name, password };
      const answered = await auth.api
        .signInUsername({ body, headers: new Headers(), returnHeaders: true })
        .catch((error: unknown) => {
          if (isAPIError(error) && error.statusCode < 500) return undefined;
          throw error;
        });
      if (!answered) return undefined;
      const { response, headers } = answered;
      const found = await (await auth.$context).internalAdapter.findSession(response.token);
      return {
        userId: response.user.id,
        sessionId: found?.session.id ?? '',
        cookies: headers.getSetCookie(),
      };
    },
    /** Ends the session of the cookie. Returns the cookies that erase it. */
    async signOut(headers: Headers): Promise<string[]> {
      const answered = await auth.api.signOut({ headers, returnHeaders: true });
      return answered.headers.getSetCookie();
    },
    /** Ends every session of a person, as when they leave the unit. */
    async endSessionsOf(userId: string): Promise<void> {
      await (await auth.$context).internalAdapter.deleteUserSessions(userId);
    },
    close: () => pool.end(),
  };
}

/** How better-auth is set up: names of its tables are ours, everything unneeded is off. */
export function accountOptions(pool: pg.Pool, settings: AccountSettings & { idleSeconds: number }) {
  return {
    database: pool,
    secret: settings.secret,
    baseURL: settings.isHttps ? 'https://localhost' : 'http://localhost',
    logger: { disabled: true },
    telemetry: { enabled: false },
    rateLimit: { enabled: false },
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 14, maxPasswordLength: 128 },
    session: {
      modelName: 'account_session',
      fields: {
        expiresAt: 'expires_at',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
        ipAddress: 'ip_address',
        userAgent: 'user_agent',
        userId: 'user_id',
      },
      expiresIn: settings.idleSeconds,
      updateAge: Math.min(300, settings.idleSeconds / 4),
    },
    user: {
      modelName: 'account_user',
      fields: { emailVerified: 'email_verified', createdAt: 'created_at', updatedAt: 'updated_at' },
    },
    account: {
      modelName: 'account_credential',
      fields: {
        accountId: 'account_id',
        providerId: 'provider_id',
        userId: 'user_id',
        accessToken: 'access_token',
        refreshToken: 'refresh_token',
        idToken: 'id_token',
        accessTokenExpiresAt: 'access_token_expires_at',
        refreshTokenExpiresAt: 'refresh_token_expires_at',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
    },
    verification: {
      modelName: 'account_verification',
      fields: { expiresAt: 'expires_at', createdAt: 'created_at', updatedAt: 'updated_at' },
    },
    advanced: {
      cookiePrefix: 'parindex',
      useSecureCookies: settings.isHttps ?? false,
      ipAddress: { disableIpTracking: true },
    },
    plugins: [
      username({
        minUsernameLength: 1,
        maxUsernameLength: 100,
        usernameValidator: () => true,
        schema: { user: { fields: { username: 'username', displayUsername: 'display_username' } } },
      }),
    ],
  } satisfies BetterAuthOptions;
}

export type NewAccount = { personName: string; username: string; password: string };

/**
 * Adds an account to the transaction of the change that needs it (set-up, an accepted invitation), so
 * that neither exists without the other. Returns its id, or undefined when the name is taken.
 * better-auth insists on an e-mail address; ours are made up under a domain that cannot exist.
 */
export async function addAccount(tx: Tx, account: NewAccount): Promise<string | undefined> {
  const id = uuidv7();
  const password = await hashPassword(account.password);
  const now = new Date().toISOString();
  const added = await tx
    .insertInto('account_user')
    .values({
      id,
      name: account.personName,
      email: `${account.username}@parindex.invalid`,
      email_verified: false,
      username: account.username,
      display_username: account.username,
      created_at: now,
      updated_at: now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!added) return undefined;
  await tx
    .insertInto('account_credential')
    .values({
      id: uuidv7(),
      account_id: id,
      provider_id: 'credential',
      user_id: id,
      password,
      created_at: now,
      updated_at: now,
    })
    .execute();
  return id;
}

/** Gives an account another password and ends its sessions. A name nobody has is left alone. */
export async function setPassword({ auth }: Accounts, username: string, password: string): Promise<void> {
  const { adapter, internalAdapter } = await auth.$context;
  const user = await adapter.findOne<{ id: string }>({
    model: 'user',
    where: [{ field: 'username', value: username }],
  });
  if (!user) return;
  await internalAdapter.updatePassword(user.id, await hashPassword(password));
  await internalAdapter.deleteUserSessions(user.id);
}
