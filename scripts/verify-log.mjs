// Checks a log exported by parindex, with nothing but Node: docs/verify-log.md says what is checked and how to check it without this file.
//   node verify-log.mjs log.jsonl [--head SEQ:HASH] …
// Ends with 0 when every line is as it was written, with 1 when not, with 2 when called wrongly.
import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';

const say = (vi, en) => process.stdout.write(`${vi}\n${en}\n`);

function end(code, vi, en) {
  say(vi, en);
  process.exit(code);
}

const misused = () =>
  end(
    2,
    'Cách dùng: node verify-log.mjs log.jsonl [--head SỐ:MÃ] …',
    'Usage: node verify-log.mjs log.jsonl [--head SEQ:HASH] …',
  );

function broken(line, vi, en) {
  end(1, `KHÔNG NGUYÊN VẸN, dòng thứ ${line} của tệp: ${vi}`, `BROKEN, line ${line} of the file: ${en}`);
}

function readArguments(args) {
  const headBySeq = new Map();
  const files = [];
  for (let at = 0; at < args.length; at += 1) {
    if (args[at] !== '--head') {
      files.push(args[at]);
      continue;
    }
    at += 1;
    const [, seq, hash] = /^(\d+):([0-9a-f]{64})$/u.exec(args[at] ?? '') ?? misused();
    headBySeq.set(Number(seq), hash);
  }
  return files.length === 1 && existsSync(files[0]) ? { file: files[0], headBySeq } : misused();
}

// By line feeds alone: readline also breaks at U+2028, which a text may hold.
async function* linesOf(path) {
  let rest = '';
  for await (const part of createReadStream(path, 'utf8')) {
    const lines = (rest + part).split('\n');
    rest = lines.pop();
    yield* lines;
  }
  yield rest;
}

function parse(text, number) {
  try {
    return JSON.parse(text);
  } catch {
    return broken(number, 'không phải JSON.', 'it is no JSON.');
  }
}

const { file, headBySeq } = readArguments(process.argv.slice(2));
function compareHead({ seq, hash }, line) {
  const known = headBySeq.get(seq);
  if (known !== undefined && known !== hash)
    broken(line, `số ${seq} khác với mốc đã biết.`, `number ${seq} differs from the known head.`);
}

let last = { seq: 0, hash: '0'.repeat(64) };
let first;
let number = 0;
let unitId;
for await (const text of linesOf(file)) {
  if (text === '') continue;
  number += 1;
  const { seq, hash, content } = parse(text, number);
  if (number === 1 && content === undefined) {
    last = { seq, hash };
    first = seq + 1;
    compareHead(last, number);
    continue;
  }
  if (seq !== last.seq + 1)
    broken(
      number,
      `mong đợi số ${last.seq + 1}, gặp số ${seq}.`,
      `expected number ${last.seq + 1}, found ${seq}.`,
    );
  if (typeof content !== 'string') broken(number, 'thiếu nội dung.', 'its content is missing.');
  const found = createHash('sha256').update(`${last.hash}\n${content}`).digest('hex');
  if (found !== hash)
    broken(
      number,
      `nội dung số ${seq} không khớp mã của nó.`,
      `what number ${seq} says does not match its hash.`,
    );
  const unit = parse(content, number).unitId;
  unitId ??= unit;
  if (unit !== unitId) broken(number, `số ${seq} thuộc đơn vị khác.`, `number ${seq} is of another unit.`);
  first ??= seq;
  last = { seq, hash };
  compareHead(last, number);
}
for (const seq of headBySeq.keys()) {
  if (seq > last.seq)
    broken(
      number,
      `mốc đã biết ở số ${seq}, nhưng tệp chỉ đến số ${last.seq}: phần cuối bị cắt hoặc chưa được xuất.`,
      `a head is known at number ${seq}, but the file ends at ${last.seq}: its tail was cut or not exported.`,
    );
  if (seq < (first ?? 1) - 1)
    broken(
      number,
      `mốc ${seq} nằm trước phần được xuất (từ số ${first}), nên không đối chiếu được. Hãy xuất từ đầu.`,
      `head ${seq} lies before what was exported (from number ${first}), so it cannot be compared. Export from the beginning.`,
    );
}
end(
  0,
  `NGUYÊN VẸN: số ${first ?? 0}–${last.seq} của đơn vị ${unitId ?? '-'}. Mốc cuối ${last.seq}:${last.hash}`,
  `WHOLE: numbers ${first ?? 0}–${last.seq} of unit ${unitId ?? '-'}. Last head ${last.seq}:${last.hash}`,
);
