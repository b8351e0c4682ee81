import { ROLES } from '#core/people/roles.ts';

/** Every command: the words that call it, what follows them, and what it does. */
export const COMMANDS = [
  {
    name: 'read',
    words: ['read'],
    operands: ['FILE'],
    needed: [],
    options: [],
    vi: 'Đọc và soát một kế hoạch, không lưu gì (.docx .xlsx .pdf .txt .md .html).',
    en: 'Reads and checks a plan and keeps nothing.',
  },
  {
    name: 'import',
    words: ['import'],
    operands: ['FILE'],
    needed: ['unit'],
    options: ['confirm'],
    vi: 'Đọc kế hoạch và lưu bản đọc chờ soát; --confirm xác nhận luôn thành kế hoạch hiện hành.',
    en: 'Keeps a reading for review; --confirm makes it the live plan at once.',
  },
  {
    name: 'export annex',
    words: ['export', 'annex'],
    operands: [],
    needed: ['unit', 'output'],
    options: [],
    vi: 'Xuất phụ lục của kế hoạch hiện hành ra tệp Excel, sửa xong đọc lại được.',
    en: 'Writes the annex of the live plan as a workbook that can be read back.',
  },
  {
    name: 'export log',
    words: ['export', 'log'],
    operands: [],
    needed: ['unit', 'output'],
    options: ['from', 'to'],
    vi: 'Xuất nhật ký ra tệp JSONL để người ngoài kiểm tra bằng scripts/verify-log.mjs.',
    en: 'Writes the log as JSONL, which an outsider checks with scripts/verify-log.mjs.',
  },
  {
    name: 'verify',
    words: ['verify'],
    operands: [],
    needed: [],
    options: ['unit', 'heads'],
    vi: 'Kiểm tra nhật ký có bị sửa, xóa, chèn, đổi chỗ hay cắt đuôi không; 1 nếu không còn nguyên vẹn.',
    en: 'Checks that no line of the log was changed, deleted, inserted, moved or cut off; 1 when one was.',
  },
  {
    name: 'user invite',
    words: ['user', 'invite'],
    operands: [],
    needed: ['unit', 'name', 'role'],
    options: ['department'],
    vi: `Tạo liên kết mời một người; vai trò: ${ROLES.join(', ')}.`,
    en: `Makes an invitation link; roles: ${ROLES.join(', ')}.`,
  },
  {
    name: 'migrate',
    words: ['migrate'],
    operands: [],
    needed: [],
    options: [],
    vi: 'Nâng cơ sở dữ liệu lên phiên bản này.',
    en: 'Brings the database to this version.',
  },
  {
    name: 'serve',
    words: ['serve'],
    operands: [],
    needed: [],
    options: [],
    vi: 'Chạy máy chủ (PORT, HOST, PARINDEX_DATA, DATABASE_URL).',
    en: 'Runs the server.',
  },
] as const;

type Command = (typeof COMMANDS)[number];

const VALUE_OF: Record<string, string> = {
  unit: '--unit TÊN_HOẶC_MÃ',
  output: '-o TỆP',
  from: '[--from NGÀY]',
  to: '[--to NGÀY]',
  heads: '[--heads TỆP_MỐC]',
  name: '--name HỌ_TÊN',
  role: '--role VAI_TRÒ',
  department: '[--department TÊN_HOẶC_MÃ]',
  confirm: '[--confirm]',
};

const inBrackets = (call: string) => (call.startsWith('[') ? call : `[${call}]`);

function callOf(command: Command): string {
  const options = [
    ...command.needed.map((option) => VALUE_OF[option] ?? ''),
    ...command.options.map((option) => inBrackets(VALUE_OF[option] ?? '')),
  ];
  const json = command.name === 'serve' ? [] : ['[--json]'];
  return ['parindex', ...command.words, ...command.operands, ...options, ...json].join(' ');
}

const EXITS =
  'Mã kết thúc / exit codes: 0 xong / done, 1 bị từ chối / refused, 2 gọi sai / usage.\nKết quả ra stdout, thông báo ra stderr. / Answers on stdout, messages on stderr.';

/** What there is to call. */
export function describeCommands(): string {
  const lines = COMMANDS.map((command) => `  ${callOf(command)}\n      ${command.vi}\n      ${command.en}`);
  return ['parindex <lệnh>', '', ...lines, '', EXITS].join('\n');
}

/** How one command is called. */
export function describeCommand(name: Command['name']): string {
  const command = COMMANDS.find((each) => each.name === name)!;
  return [callOf(command), '', command.vi, command.en, '', EXITS].join('\n');
}
