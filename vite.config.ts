import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The office PCs this must run on: see docs/decisions on browsers. */
const OLDEST_BROWSERS = ['chrome109', 'firefox115'];

/** Where `vite dev` finds the server; `npm run dev` sets it when the server has another port. */
const server = process.env.PARINDEX_SERVER ?? 'http://127.0.0.1:3000';

export default defineConfig({
  root: 'web',
  publicDir: 'public',
  plugins: [react()],
  css: { modules: { localsConvention: 'camelCaseOnly' } },
  server: { port: 5173, proxy: { '^/(api/|quick/|healthz$|readyz$)': server } },
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    target: OLDEST_BROWSERS,
    // A data: URL would be refused by the strict content security policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
});
