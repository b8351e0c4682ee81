import { PASSWORD_LENGTH, USERNAME_PATTERN } from '#core/people/credentials.ts';
import type { Words } from '#web/words/vi.ts';

/** The sentence of what is wrong with a user name typed, undefined when nothing is. The server decides by the same rule. */
export function usernameProblem(typed: string, words: Words['people']): string | undefined {
  return USERNAME_PATTERN.test(typed.trim().toLowerCase()) ? undefined : words.usernameWrong;
}

export function passwordProblem(typed: string, words: Words['people']): string | undefined {
  if (typed.length < PASSWORD_LENGTH.least) return words.passwordShort(typed.length);
  return typed.length > PASSWORD_LENGTH.most ? words.passwordLong : undefined;
}
