/** How a command ends: 0 done, 1 refused, 2 not called rightly. */
export type Outcome = {
  exitCode: 0 | 1 | 2;
  /** What it answers, for stdout. */
  output?: string;
  /** What a person should know, for stderr. */
  message?: string;
  help?: string;
  /** The server was started in this process and goes on. */
  isRunning?: boolean;
};

/** What was typed behind the command. */
export type Given = {
  isJson: boolean;
  operands: string[];
  confirm?: boolean | undefined;
  unit?: string | undefined;
  output?: string | undefined;
  name?: string | undefined;
  role?: string | undefined;
  department?: string | undefined;
  /** Days of Viet Nam. */
  from?: string | undefined;
  to?: string | undefined;
  /** A file of heads of the log. */
  heads?: string | undefined;
};

export function usageFault(vi: string, en: string): Outcome {
  return { exitCode: 2, message: `${vi}\n${en}`, help: 'parindex --help' };
}

/** Refused: both sentences on stderr, and the problem on stdout when JSON was asked for. */
export function refused(problem: { kind: string; vi: string; en: string }, { isJson }: Given): Outcome {
  return {
    exitCode: 1,
    message: `${problem.vi}\n${problem.en}`,
    ...(isJson ? { output: JSON.stringify({ problem }) } : {}),
  };
}

/** Done: the value as JSON when asked for, else in words. */
export function done(value: unknown, words: string, { isJson }: Given): Outcome {
  return { exitCode: 0, output: isJson ? JSON.stringify(value, null, 2) : words };
}
