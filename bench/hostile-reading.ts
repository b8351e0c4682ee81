import { readFileSync } from 'node:fs';
import { readDocument } from '#server/documents/read-document.ts';

/** Reads one file in a process of its own, so that its peak is nobody else's; prints kind, milliseconds, MB grown. */
const [path = '', fileName = ''] = process.argv.slice(2);
const bytes = readFileSync(path);
const before = process.resourceUsage().maxRSS;
const from = performance.now();
const result = await readDocument(bytes, fileName);
const milliseconds = performance.now() - from;
const grown = (process.resourceUsage().maxRSS - before) / 1024;
console.log(JSON.stringify({ kind: 'kind' in result ? result.kind : 'read', milliseconds, grown }));
process.exit(0);
