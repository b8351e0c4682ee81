/** A mail address as typed: "" is none. Undefined when it cannot be one; the server has the last word. */
export function readMail(typed: string): string | null | undefined {
  const text = typed.trim().toLowerCase();
  if (text === '') return null;
  return /^[^\s@,;<>"]+@[^\s@,;<>".]+(\.[^\s@,;<>".]+)+$/u.test(text) ? text : undefined;
}
