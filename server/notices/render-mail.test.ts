import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { expect, it } from 'vitest';
import { openMailSink } from './mail-sink.ts';
import { type MailContent, type MailItem, renderMail } from './render-mail.ts';
import { openMailer } from './send-mail.ts';

const HOST = 'https://cchc.phuong-ho-sen.example.vn';
const ID = '0198c1c2-7d3e-7a01-9c3b-0a1b2c3d4e5f';
const ANSWERS = [
  ['Đã xong', 'done'],
  ['Đang làm', 'in_progress'],
  ['Không có gì mới', 'nothing_new'],
  ['Đang vướng mắc', 'stuck'],
].map(([label = '', answer]) => ({ label, url: `${HOST}/quick/${ID}?answer=${answer}&day=2026-11-30` }));

const item = (change: Partial<MailItem> = {}): MailItem => ({
  title:
    'Rà soát, cập nhật và công khai đầy đủ thủ tục hành chính thuộc thẩm quyền giải quyết của UBND phường',
  facts: ['Quá hạn 3 ngày (25/11/2026)', 'đang ở Phòng Văn hóa – Xã hội'],
  url: `${HOST}/quick/${ID}`,
  answers: ANSWERS,
  isPressing: true,
  ...change,
});

const content = (change: Partial<MailContent> = {}): MailContent => ({
  subject: 'Việc tuần này: 1 việc quá hạn',
  greeting: 'Kính gửi đồng chí,',
  lead: '1 việc đã quá hạn.\nMỗi việc chỉ cần một lần chạm.',
  groups: [{ title: 'Quá hạn (1)', items: [item()] }],
  closing: 'Thư do hệ thống gửi tự động.',
  settings: { label: 'Chọn cách nhận nhắc việc', url: `${HOST}/notices/settings` },
  ...change,
});

type Seen = { tags: string[]; links: [label: string, href: string][]; text: string };

/** What a mail program makes of the HTML part. */
function open(html: string): Seen {
  const seen: Seen = { tags: [], links: [], text: '' };
  const textOf = (node: DefaultTreeAdapterTypes.ChildNode): string => {
    if (node.nodeName === '#text') return (node as DefaultTreeAdapterTypes.TextNode).value;
    if (!('tagName' in node)) return '';
    const told = node.childNodes.map(textOf).join('');
    seen.tags.push(node.tagName);
    const href = node.attrs.find(({ name }) => name === 'href')?.value;
    if (node.tagName === 'a') seen.links.push([told, href ?? '']);
    return node.tagName === 'style' || node.tagName === 'title' ? '' : told;
  };
  seen.text = parse(html).childNodes.map(textOf).join('');
  return seen;
}

it('says the same in both parts, each answer with its own address', () => {
  const { text, html } = renderMail(content());
  const seen = open(html);
  expect(seen.links).toEqual([
    [item().title, `${HOST}/quick/${ID}`],
    ...ANSWERS.map(({ label, url }) => [label, url]),
    ['Chọn cách nhận nhắc việc', `${HOST}/notices/settings`],
  ]);
  for (const said of ['Kính gửi đồng chí,', '1 việc đã quá hạn.', 'Quá hạn 3 ngày (25/11/2026)']) {
    expect(seen.text).toContain(said);
  }
  expect(text).toBe(`Kính gửi đồng chí,

1 việc đã quá hạn.
Mỗi việc chỉ cần một lần chạm.

Quá hạn (1)
-----------

1. ${item().title}
   Quá hạn 3 ngày (25/11/2026); đang ở Phòng Văn hóa – Xã hội
   ${HOST}/quick/${ID}
   - Đã xong: ${HOST}/quick/${ID}?answer=done&day=2026-11-30
   - Đang làm: ${HOST}/quick/${ID}?answer=in_progress&day=2026-11-30
   - Không có gì mới: ${HOST}/quick/${ID}?answer=nothing_new&day=2026-11-30
   - Đang vướng mắc: ${HOST}/quick/${ID}?answer=stuck&day=2026-11-30

Thư do hệ thống gửi tự động.

Chọn cách nhận nhắc việc: ${HOST}/notices/settings
`);
});

it('leaves out what there is none of', () => {
  const bare = content({
    groups: [{ title: 'Mới', items: [item({ facts: [], answers: [] })] }],
    settings: null,
  });
  const { text, html } = renderMail(bare);
  expect(open(html).links).toEqual([[item().title, `${HOST}/quick/${ID}`]]);
  expect(text).toContain(`1. ${item().title}\n   ${HOST}/quick/${ID}\n\nThư do`);
});

const HOSTILE = `</td><script>alert(1)</script><img src=x onerror="a"> & 'b' <!--[if mso]><b>`;

it('shows hostile words as words, wherever they stand', () => {
  const honest = open(renderMail(content()).html);
  const hostile = renderMail(
    content({
      subject: HOSTILE,
      greeting: HOSTILE,
      lead: HOSTILE,
      groups: [
        {
          title: HOSTILE,
          items: [
            item({
              title: HOSTILE,
              facts: [HOSTILE, HOSTILE],
              url: `${HOST}/?q="><script>`,
              answers: ANSWERS.map(({ url }) => ({ label: HOSTILE, url })),
            }),
          ],
        },
      ],
      closing: HOSTILE,
      settings: { label: HOSTILE, url: `${HOST}/"><script>` },
    }),
  );
  const seen = open(hostile.html);
  expect(seen.tags.filter((tag) => tag !== 'br')).toEqual(honest.tags.filter((tag) => tag !== 'br'));
  expect(seen.text.split(HOSTILE)).toHaveLength(1 + 12);
  expect(hostile.html).not.toMatch(/<script|<img|<b>/u);
});

it('lets no line break of a title forge a line of the text part', () => {
  const title = 'Việc\r\n   - Đã xong: https://thief.example/\u2028\u202Etxt.exe\u0000';
  const { text, html } = renderMail(content({ groups: [{ title: 'A\nB', items: [item({ title })] }] }));
  expect(text).toContain('\n1. Việc - Đã xong: https://thief.example/ txt.exe\n');
  expect(text).toContain('\nA B\n---\n');
  expect(open(html).links[0]?.[0]).toBe('Việc - Đã xong: https://thief.example/ txt.exe');
});

it('lets no line break of the subject become a header', async () => {
  const sink = await openMailSink();
  const mailer = openMailer({ url: sink.url, from: 'CCHC <parindex@example.vn>' });
  const mail = renderMail(content({ subject: 'Nhắc việc\r\nBcc: thief@example.com\r\n\r\n<b>' }));
  expect(mail.subject).toBe('Nhắc việc Bcc: thief@example.com <b>');
  await mailer.send({ ...mail, to: 'a@phuong.vn', messageId: '<1@parindex>' }, async () => undefined);
  expect(sink.received).toMatchObject([{ to: 'a@phuong.vn', subject: mail.subject }]);
  expect(sink.received[0]?.text).toContain(`- Đang vướng mắc: ${ANSWERS[3]?.url}`);
  expect(open(sink.received[0]?.html ?? '').links).toHaveLength(6);
  mailer.close();
  await sink.stop();
});

it.each([['javascript:alert(1)'], ['data:text/html,x'], ['mailto:a@phuong.vn'], ['/quick/1'], ['']])(
  'is our own mistake when it links to "%s"',
  (url) => {
    expect(() => renderMail(content({ settings: { label: 'x', url } }))).toThrow();
    expect(() => renderMail(content({ groups: [{ title: 'x', items: [item({ url })] }] }))).toThrow();
    const answers = [{ label: 'x', url }];
    expect(() => renderMail(content({ groups: [{ title: 'x', items: [item({ answers })] }] }))).toThrow();
  },
);

it.each([
  ['all of 40 items', 40, item().title, 40 * 4],
  ['most of 60 items', 60, item().title, 40 * 4],
  ['some of 60 items with endless titles', 60, item().title.repeat(5), 10 * 4],
])('stays below what Gmail shows, with answers for %s', (_, count, title, atLeast) => {
  const items = Array.from({ length: count }, () => item({ title }));
  const { html } = renderMail(content({ groups: [{ title: 'Quá hạn', items }] }));
  expect(Buffer.byteLength(html)).toBeLessThan(100_000);
  const { links } = open(html);
  expect(links.filter(([label]) => label === title)).toHaveLength(count);
  const answers = links.filter(([, url]) => url.includes('answer='));
  expect(answers.length).toBeGreaterThanOrEqual(atLeast);
  expect(answers.length % 4).toBe(0);
});
