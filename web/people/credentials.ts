import type { Words } from '#web/words/vi.ts';

const USERNAME = /^[a-z0-9](?:[a-z0-9._-]{1,38}[a-z0-9])$/u;

/** The sentence of what is wrong with a user name typed, undefined when nothing is. The server decides by the same rule. */
export function usernameProblem(typed: string, words: Words['people']): string | undefined {
  return USERNAME.test(typed.trim().toLowerCase()) ? undefined : words.usernameWrong;
}

export function passwordProblem(typed: string, words: Words['people']): string | undefined {
  if (typed.length < 14) return words.passwordShort(typed.length);
  return typed.length > 128 ? words.passwordLong : undefined;
}
