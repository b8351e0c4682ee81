// Apart from the schemas, so that a page can check these as typed without carrying a validator.

/** A user name, already trimmed and in lower case: Latin letters, figures and ". _ -" between them. */
export const USERNAME_PATTERN = /^[a-z0-9](?:[a-z0-9._-]{1,38}[a-z0-9])$/u;

/** Characters of a password; fourteen is the bar for accounts without a second factor (level-2 controls). */
export const PASSWORD_LENGTH = { least: 14, most: 128 } as const;
