import { webAddress } from './web-address.ts';

/** A mail of notices: finished words in the reader's language. Addresses are whole, http or https. */
export type MailContent = {
  subject: string;
  greeting: string;
  /** What matters most, in one or two sentences. May have line breaks, as `closing` may. */
  lead: string;
  groups: MailGroup[];
  closing: string;
  /** Where notices are chosen or ended. */
  settings: MailLink | null;
};

export type MailGroup = { title: string; items: MailItem[] };

export type MailItem = {
  title: string;
  /** Short and in order: deadline, days late, who holds it. */
  facts: string[];
  url: string;
  /** What the reader can answer by one tap. */
  answers: MailLink[];
  /** Drawn in another colour. The facts must say why: colour is no word. */
  isPressing: boolean;
};

export type MailLink = { label: string; url: string };

/** Gmail hides what comes after 102 kB; less is left than that, because mailers rewrite links. In bytes. */
const SIZE_LIMIT = 98_000;

/**
 * Writes a mail that Outlook, Gmail and phones show alike: tables and inline styles. Answers are buttons of
 * 44 px; where they would make the mail too large, later items have only their link, as all their
 * answers are behind it. Throws on an address that is not http or https.
 */
export function renderMail(content: MailContent): { subject: string; text: string; html: string } {
  return { subject: oneLine(content.subject), text: renderText(content), html: renderHtml(content) };
}

function renderText({ greeting, lead, groups, closing, settings }: MailContent): string {
  const printLink = ({ label, url }: MailLink) => `${oneLine(label)}: ${webAddress(url)}`;
  const printItem = ({ title, facts, url, answers }: MailItem, index: number) =>
    [
      `${index + 1}. ${oneLine(title)}`,
      ...(facts.length > 0 ? [facts.map(oneLine).join('; ')] : []),
      webAddress(url),
      ...answers.map((answer) => `- ${printLink(answer)}`),
    ].join('\n   ');
  const blocks = [
    oneLine(greeting),
    lines(lead).join('\n'),
    ...groups.flatMap(({ title, items }) => [
      `${oneLine(title)}\n${'-'.repeat(oneLine(title).length)}`,
      ...items.map(printItem),
    ]),
    lines(closing).join('\n'),
    ...(settings ? [printLink(settings)] : []),
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

function renderHtml({ subject, greeting, lead, groups, closing, settings }: MailContent): string {
  const page = (rows: string[]) => `<!DOCTYPE html>
<html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark">
<title>${escaped(oneLine(subject))}</title><style>${DARK}</style></head>
<body style="margin:0;background:#f2f4f7"><table role="presentation" width="100%" cellspacing="0" cellpadding="0" border="0"><tr><td align="center">
<!--[if mso]><table role="presentation" width="600"><tr><td><![endif]-->
<table role="presentation" width="100%" cellspacing="0" cellpadding="0" border="0" style="max-width:600px"><tr><td bgcolor="#ffffff" style="padding:20px 16px;${FONT}">
<p style="margin:0 0 8px">${escaped(oneLine(greeting))}</p>
<p style="margin:0 0 4px;font-size:17px;font-weight:bold">${paragraph(lead)}</p>
${rows.join('')}<p style="margin:28px 0 0">${paragraph(closing)}</p>
${settings ? `<p style="margin:16px 0 0;font-size:14px">${link(settings)}</p>\n` : ''}</td></tr></table>
<!--[if mso]></td></tr></table><![endif]-->
</td></tr></table></body></html>
`;
  const bare = groups.map(({ title, items }) => ({
    heading: `<h2 style="margin:28px 0 0;font-size:15px">${escaped(oneLine(title))}</h2>\n`,
    items: items.map((item) => ({ frame: itemFrame(item), buttons: buttonRows(item.answers) })),
  }));
  const withoutButtons = page(
    bare.flatMap(({ heading, items }) => [heading, ...items.map(({ frame }) => frame(''))]),
  );
  let room = SIZE_LIMIT - Buffer.byteLength(withoutButtons);
  const ifRoom = (buttons: string) => {
    const bytes = Buffer.byteLength(buttons);
    if (bytes > room) return '';
    room -= bytes;
    return buttons;
  };
  return page(
    bare.flatMap(({ heading, items }) => [
      heading,
      ...items.map(({ frame, buttons }) => frame(ifRoom(buttons))),
    ]),
  );
}

const FONT = 'font:15px/1.45 Segoe UI,Roboto,Arial,sans-serif;color:#1b2430';

const DARK =
  '@media(prefers-color-scheme:dark){body{background:#0f1318!important}td{background:#171c22!important;color:#e4e9ef!important}a{color:#8fc0ee!important}}';

function itemFrame({ title, facts, url, isPressing }: MailItem): (buttons: string) => string {
  const bar = isPressing ? '#b42318' : '#8fa3b8';
  const told = facts.length > 0 ? `<br>${facts.map((fact) => escaped(oneLine(fact))).join(' · ')}` : '';
  return (buttons) =>
    `<div style="margin:14px 0 0"><table role="presentation" width="100%" cellspacing="0" cellpadding="0"><tr><td style="border-left:3px solid ${bar};padding:0 0 0 11px;${FONT}">${link({ label: title, url }, 'font-weight:bold')}${told}${buttons}</td></tr></table></div>\n`;
}

/** Two buttons a row: wide enough for a thumb on the narrowest phone, without styles a mailer may drop. */
function buttonRows(answers: MailLink[]): string {
  if (answers.length === 0) return '';
  const cells = answers.map(
    (answer) =>
      `<td width="50%" style="border:1px solid #8fa3b8;border-radius:6px">${link(answer, 'display:block;padding:12px 4px;line-height:20px;text-decoration:none')}</td>`,
  );
  const rows = cells.flatMap((cell, index) =>
    index % 2 === 0 ? [`<tr align="center" height="44">${cell}${cells[index + 1] ?? ''}</tr>`] : [],
  );
  return `<table role="presentation" width="100%" cellspacing="6" cellpadding="0" style="margin:4px -6px 0">${rows.join('')}</table>`;
}

const link = ({ label, url }: MailLink, style = '') =>
  `<a href="${escaped(webAddress(url))}" style="color:#0b5394;${style}">${escaped(oneLine(label))}</a>`;

const paragraph = (text: string) => lines(text).map(escaped).join('<br>');

/** One line without control characters, nor those that turn the direction of what follows. */
const oneLine = (text: string) => text.replace(/[\s\p{Cc}\u202A-\u202E\u2066-\u2069]+/gu, ' ').trim();

const lines = (text: string) => text.split(/\r?\n/u).map(oneLine);

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const escaped = (text: string) => text.replace(/[&<>"]/gu, (letter) => ENTITIES[letter] ?? letter);
