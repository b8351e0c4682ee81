import { parseArgs } from 'node:util';
import { COMMANDS, describeCommand, describeCommands } from './commands/help.ts';
import { type Outcome, usageFault } from './commands/outcome.ts';

/**
 * The command line: the same code as the server. Answers go to stdout, messages to stderr; the exit
 * code is 0 done, 1 refused, 2 not called rightly.
 */
const OPTIONS = {
  help: { type: 'boolean', short: 'h' },
  json: { type: 'boolean' },
  confirm: { type: 'boolean' },
  unit: { type: 'string' },
  output: { type: 'string', short: 'o' },
  name: { type: 'string' },
  role: { type: 'string' },
  department: { type: 'string' },
  from: { type: 'string' },
  to: { type: 'string' },
  heads: { type: 'string' },
} as const;

async function run(args: string[]): Promise<Outcome> {
  const parsed = parseOptions(args);
  if ('exitCode' in parsed) return parsed;
  const { values, positionals } = parsed;
  const name = COMMANDS.find(({ words }) => words.every((word, at) => positionals[at] === word))?.name;
  if (name === undefined) {
    if (values.help || positionals.length === 0)
      return values.help
        ? { exitCode: 0, output: describeCommands() }
        : { exitCode: 2, help: describeCommands() };
    const typed = positionals.join(' ');
    return usageFault(`Không có lệnh "${typed}".`, `There is no command "${typed}".`);
  }
  if (values.help) return { exitCode: 0, output: describeCommand(name) };
  const command = COMMANDS.find((each) => each.name === name)!;
  const operands = positionals.slice(command.words.length);
  if (operands.length !== command.operands.length) return misused(name);
  const taken: readonly string[] = ['json', ...command.options, ...command.needed];
  const foreign = Object.keys(values).find((option) => !taken.includes(option));
  if (foreign !== undefined) return misused(name, `--${foreign}`);
  const missing = command.needed.find((option) => !values[option]);
  if (missing !== undefined) return misused(name, `--${missing}`);
  const given = { ...values, isJson: values.json === true, operands };
  switch (name) {
    case 'read':
      return (await import('./commands/read.ts')).read(given);
    case 'import':
      return (await import('./commands/import.ts')).importPlan(given);
    case 'export annex':
      return (await import('./commands/export-annex.ts')).exportAnnex(given);
    case 'export log':
      return (await import('./commands/export-log.ts')).exportLog(given);
    case 'verify':
      return (await import('./commands/verify.ts')).verify(given);
    case 'user invite':
      return (await import('./commands/invite.ts')).invite(given);
    case 'migrate':
      return (await import('./commands/migrate.ts')).migrateDatabase(given);
    case 'serve':
      await import('./main.ts');
      return { exitCode: 0, isRunning: true };
  }
}

function parseOptions(args: string[]) {
  // parseArgs tells a wrong option by throwing.
  try {
    return parseArgs({ args, options: OPTIONS, allowPositionals: true, strict: true });
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    return usageFault(`Tham số không đúng: ${said}`, `Wrong option: ${said}`);
  }
}

function misused(name: (typeof COMMANDS)[number]['name'], option?: string): Outcome {
  const about = option === undefined ? '' : ` (${option})`;
  return {
    exitCode: 2,
    message: [`Lệnh "${name}" gọi chưa đúng${about}.`, `"${name}" is not called like that${about}.`].join(
      '\n',
    ),
    help: describeCommand(name),
  };
}

const outcome = await run(process.argv.slice(2));
if (outcome.message) process.stderr.write(`${outcome.message}\n`);
if (outcome.help) process.stderr.write(`${outcome.help}\n`);
if (outcome.output) process.stdout.write(`${outcome.output}\n`);
if (!outcome.isRunning) process.exitCode = outcome.exitCode;
