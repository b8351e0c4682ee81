import { once } from 'node:events';
import type { Server } from 'node:http';
import { resolve } from 'node:path';
import { createAdaptorServer } from '@hono/node-server';
import { createApp } from './app.ts';
import { serveWeb } from './http/static-web.ts';
import { openServer } from './open-server.ts';
import { renewSetupToken } from './people/setup.ts';
import { readSettings } from './settings.ts';

const KEEP_OPEN_MS = 75_000;

const settings = readSettings(process.env);
const say = (vi: string, en: string) => process.stdout.write(`${vi}\n${en}\n`);

function giveUp(vi: string, en: string): never {
  process.stderr.write(`${vi}\n${en}\n`);
  process.exit(1);
}

if (!Number.isInteger(settings.port) || settings.port < 0 || settings.port > 65_535) {
  giveUp('PORT phải là số từ 0 đến 65535.', 'PORT is a number from 0 to 65535.');
}

const behind = await openServer(settings, process.env);
if ('kind' in behind) giveUp(behind.vi, behind.en);
if (behind.notice) say(behind.notice.vi, behind.notice.en);

const development = process.env.PARINDEX_DEV === '1' ? await import('./http/dev-web.ts') : undefined;
const isDevelopment = development !== undefined;
const app = createApp(behind.deps, serveWeb(resolve(import.meta.dirname, '../dist/web')), { isDevelopment });
const server = createAdaptorServer({ fetch: app.fetch }) as Server;
// A reader thinks for longer than Node's five seconds; opening anew costs a phone another round trip or two.
server.keepAliveTimeout = KEEP_OPEN_MS;
await development?.serveSources(server);

let isStopping = false;
async function stop(code: number): Promise<void> {
  if (isStopping) return;
  isStopping = true;
  server.close();
  server.closeAllConnections();
  if (behind && !('kind' in behind)) await behind.close();
  process.exit(code);
}
process.on('SIGTERM', () => stop(0));
process.on('SIGINT', () => stop(0));

server.listen(settings.port, settings.host);
const [problem] = await Promise.race([once(server, 'listening'), once(server, 'error')]).catch((error) => [
  error,
]);
if (problem instanceof Error) {
  await behind.close();
  giveUp(
    `Không mở được cổng ${settings.port} trên ${settings.host} (${problem.message}). Hãy chọn cổng khác bằng biến PORT.`,
    `Port ${settings.port} on ${settings.host} could not be opened (${problem.message}). Choose another with PORT.`,
  );
}

const bound = server.address();
const port = bound !== null && typeof bound === 'object' ? bound.port : settings.port;
const shownHost = ['127.0.0.1', '0.0.0.0', '::', '::1'].includes(settings.host) ? 'localhost' : settings.host;
const address = settings.publicUrl ?? `http://${shownHost}:${port}`;
say(
  `parindex đang chạy tại ${address} (nghe trên ${settings.host})`,
  `parindex is running at ${address} (listening on ${settings.host})`,
);

if (development) {
  const { seedDemo } = await import('./demo.ts');
  const seeded = await seedDemo(app, behind.deps);
  say(seeded.vi, seeded.en);
  if (seeded.isRefused) await stop(1);
} else {
  const token = await renewSetupToken(behind.deps.database.kysely);
  if (token) {
    say(
      'Lần chạy đầu tiên: mở liên kết dùng một lần sau để tạo tài khoản quản trị.',
      'First run: open this one-time link to make the first account.',
    );
    process.stdout.write(`  ${address}/setup#${token}\n`);
  }
}

behind.lost.then(() => {
  process.stderr.write(
    'Cơ sở dữ liệu đã dừng đột ngột. Hãy khởi động lại.\nThe database ended unexpectedly. Start again.\n',
  );
  process.exit(1);
});
