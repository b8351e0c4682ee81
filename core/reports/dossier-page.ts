import { printPoints } from '#core/points.ts';
import { printDay } from '#core/written-day.ts';
import {
  type Dossier,
  type DossierRow,
  KIND_WORDS,
  type Proof,
  proofsByLeaf,
  STATE_WORDS,
  sayAnchor,
  sayIdentity,
  sayStanding,
} from './dossier.ts';

const STYLE = `
:root{color-scheme:light}
body{font:16px/1.5 system-ui,"Segoe UI",Roboto,Arial,sans-serif;color:#1c2430;margin:0 auto;max-width:70rem;padding:1.5rem}
h1{font-size:1.6rem;line-height:1.25;margin:0 0 .25rem}
h2{font-size:1.25rem;margin:2.5rem 0 .5rem;padding-bottom:.25rem;border-bottom:2px solid #c5cedb}
h3{font-size:1.05rem;margin:0}
article{border:1px solid #d5dce6;border-radius:6px;padding:1rem;margin:.75rem 0}
.points{float:right;font-weight:600;font-variant-numeric:tabular-nums;margin-left:1rem}
.state{display:inline-block;margin:.25rem 0;font-weight:600}
.needs_explanation,.partial{color:#9a3412}
.full,.explained{color:#166534}
table{border-collapse:collapse;width:100%;margin-top:.5rem;font-size:.93rem}
th,td{border:1px solid #d5dce6;padding:.4rem .5rem;text-align:left;vertical-align:top}
th{background:#eef2f7}
caption{text-align:left;font-weight:600;padding:.25rem 0}
code{font-size:.75rem;overflow-wrap:anywhere}
a{color:#0b4fa8}
a:focus-visible{outline:3px solid #0b4fa8;outline-offset:2px}
.skip{position:absolute;left:-99rem}.skip:focus{left:1rem}
nav ul{columns:2;padding-left:1.2rem}
p{margin:.35rem 0}
.words{white-space:pre-line}
@media (max-width:40rem){nav ul{columns:1}table,tbody,tr,td{display:block}thead{display:none}td{border-width:0 0 1px}}
@media print{body{max-width:none;padding:0;font-size:11pt}nav,.skip{display:none}article{break-inside:avoid;border-radius:0}a{color:inherit;text-decoration:none}h2{break-after:avoid}}
`.trim();

/**
 * The index of a dossier as one page that opens without a network: each leaf with its points, its rule,
 * how the points come about, and links to the files that prove it, with page, section and hash. It
 * runs no script.
 */
export function dossierPage(dossier: Dossier, pathById: ReadonlyMap<string, string>): string {
  const proofs = proofsByLeaf(dossier, pathById);
  const title = `Hồ sơ kiểm chứng Chỉ số cải cách hành chính năm ${dossier.year}`;
  const fields = dossier.rows.filter(({ level }) => level === 1);
  const unlinked = proofs.get('') ?? [];
  const leaves = dossier.rows.filter(({ isLeaf }) => isLeaf);
  const open = leaves.filter(({ state }) => state === 'needs_explanation').length;
  return `<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${text(`${title} – ${dossier.unitName}`)}</title>
<style>${STYLE}</style>
</head>
<body>
<a class="skip" href="#noi-dung">Đến nội dung</a>
<header>
<h1>${text(title)}</h1>
<p>${text(dossier.unitName)}. ${text(dossier.planName)}. Số liệu đến ngày ${printDay(dossier.asOf)}.</p>
<p><strong>${sayPoints(dossier.points)} / ${printPoints(dossier.maxPoints)} điểm.</strong> ${
    open === 0
      ? 'Mọi điểm đều có tài liệu hoặc giải trình.'
      : `${open} tiêu chí có điểm nhưng chưa có tài liệu, giải trình.`
  }</p>
</header>
<nav aria-label="Mục lục"><ul>
${fields.map(({ code, title: name }) => `<li><a href="#${anchorOf(code)}">${text(`${code}. ${name}`)}</a></li>`).join('\n')}
${unlinked.length > 0 ? '<li><a href="#khac">Tài liệu khác</a></li>' : ''}
</ul></nav>
<main id="noi-dung">
${dossier.rows.map((row) => sectionOf(row, proofs.get(row.id) ?? [])).join('\n')}
${unlinked.length > 0 ? `<h2 id="khac">Tài liệu khác</h2>\n${proofTable('Tài liệu chưa gắn với tiêu chí', unlinked)}` : ''}
</main>
<footer><p>Kiểm tra tính toàn vẹn của tệp bằng <code>sha256sum -c SHA256SUMS</code>. Bảng tính: <a href="chi-muc.xlsx">chi-muc.xlsx</a>.</p></footer>
</body>
</html>
`;
}

function sectionOf(row: DossierRow, proofs: readonly Proof[]): string {
  const heading = text(`${row.code} ${row.title}`);
  const points = `<span class="points">${sayPoints(row.points)} / ${printPoints(row.maxPoints)}</span>`;
  if (row.level === 1 && !row.isLeaf) return `<h2 id="${anchorOf(row.code)}">${points}${heading}</h2>`;
  if (!row.isLeaf) return `<h3 id="${anchorOf(row.code)}">${points}${heading}</h3>`;
  const draft = row.isDraft ? ' (dự thảo, cần đối chiếu với quyết định)' : '';
  const source = row.ruleSource === '' ? '' : ` Căn cứ: ${text(row.ruleSource)}.`;
  return `<article id="${anchorOf(row.code)}">
${points}<h3>${heading}</h3>
<p class="state ${row.state}">${STATE_WORDS[row.state]}</p>
<p>Quy tắc${draft}: ${text(row.rule)}.${source}</p>
${row.explanation.length > 0 ? `<p>Cách tính: ${row.explanation.map(text).join(' ')}</p>` : ''}
${proofs.length > 0 ? proofTable(`Minh chứng của ${row.code}`, proofs) : ''}
</article>`;
}

function proofTable(caption: string, proofs: readonly Proof[]): string {
  return `<table><caption>${text(caption)}</caption>
<thead><tr><th scope="col">Minh chứng</th><th scope="col">Trang, mục</th><th scope="col">Tình trạng</th></tr></thead>
<tbody>${proofs.map(proofLine).join('\n')}</tbody></table>`;
}

function proofLine(proof: Proof): string {
  const { evidence, link, path } = proof;
  const name =
    path === ''
      ? text(evidence.title)
      : `<a href="${addressOf(path, link?.page)}">${text(evidence.title)}</a>`;
  const identity = sayIdentity(evidence);
  const details = [
    evidence.kind === 'document' ? '' : `<strong>${KIND_WORDS[evidence.kind]}.</strong> `,
    name,
    identity === '' ? '' : `<br>${text(identity)}`,
    evidence.text === '' ? '' : `<p class="words">${text(evidence.text)}</p>`,
    evidence.file ? `<br><code>SHA-256 ${evidence.file.sha256}</code>` : '',
  ];
  const standing = sayStanding(proof).map(text).join('<br>');
  return `<tr><td>${details.join('')}</td><td>${text(sayAnchor(link))}</td><td>${standing}</td></tr>`;
}

/** A relative address; readers of PDF open it at the page. */
function addressOf(path: string, page: number | null | undefined): string {
  const address = path.split('/').map(encodeURIComponent).join('/');
  return page && path.endsWith('.pdf') ? `${address}#page=${page}` : address;
}

function anchorOf(code: string): string {
  return `tc-${code.replace(/[^\p{L}\p{N}]+/gu, '-')}`;
}

function sayPoints(points: number | null): string {
  return points === null ? '–' : printPoints(points);
}

function text(written: string): string {
  return written
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
