import { describe, expect, it } from 'vitest';
import { readDocx } from './docx.ts';

type Parts = { styles?: string; numbering?: string };

function read(body: string, { styles = '', numbering = '' }: Parts = {}) {
  const part = (name: string, inner: string) =>
    new TextEncoder().encode(`<w:${name} xmlns:w="w" xmlns:mc="mc">${inner}</w:${name}>`);
  const result = readDocx(
    new Map([
      ['word/document.xml', part('document', `<w:body>${body}</w:body>`)],
      ['word/styles.xml', part('styles', styles)],
      ['word/numbering.xml', part('numbering', numbering)],
    ]),
  );
  if ('kind' in result) throw new Error(result.kind);
  return result;
}
const textsOf = (body: string, parts?: Parts) =>
  read(body, parts).blocks.map((block) =>
    block.kind === 'paragraph' ? block.text : block.rows.map((row) => row.cells.map(({ text }) => text)),
  );

const run = (text: string, look = '') =>
  `<w:r><w:rPr>${look}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
const p = (inner: string, properties = '') => `<w:p><w:pPr>${properties}</w:pPr>${inner}</w:p>`;
const item = (level: number, list = 1) =>
  p(run('x'), `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`);
const lvl = (at: number, format: string, text: string, more = '') =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;
const list = (levels: string, override = '') =>
  `<w:abstractNum w:abstractNumId="7">${levels}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="7"/>${override}</w:num>`;
const vietnamese =
  '<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="vi-VN"/></w:rPr></w:rPrDefault></w:docDefaults>';
const field = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
const tc = (text: string, properties = '') => `<w:tc><w:tcPr>${properties}</w:tcPr>${p(run(text))}</w:tc>`;
const table = (...rows: string[]) => `<w:tbl>${rows.map((row) => `<w:tr>${row}</w:tr>`).join('')}</w:tbl>`;

describe('the automatic numbers of a Word document', () => {
  const outline = lvl(0, 'upperRoman', '%1.') + lvl(1, 'decimal', '%2.') + lvl(2, 'decimal', '%2.%3.');
  const cases: [string, string, string, string[], string?][] = [
    [
      'count each level and begin anew below a higher one',
      list(outline),
      [0, 1, 2, 2, 1, 2, 0, 1].map((at) => item(at)).join(''),
      ['I.', '1.', '1.1.', '1.2.', '2.', '2.1.', 'II.', '1.'],
    ],
    ['go on in another list of the same definition', list(outline), item(0) + item(0, 2), ['I.', 'II.']],
    [
      'begin anew where a list overrides its start',
      list(outline, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'),
      item(0) + item(0, 2),
      ['I.', 'V.'],
    ],
    [
      'do not restart a level that never restarts',
      list(lvl(0, 'decimal', '%1.') + lvl(1, 'lowerLetter', '%2)', '<w:lvlRestart w:val="0"/>')),
      item(0) + item(1) + item(0) + item(1),
      ['1.', 'a)', '2.', 'b)'],
    ],
    [
      'show legal numbering in figures',
      list(lvl(0, 'upperRoman', '%1.') + lvl(1, 'decimal', '%1.%2.', '<w:isLgl/>')),
      item(0) + item(1),
      ['I.', '1.1.'],
    ],
    [
      'use đ in a Vietnamese document',
      list(lvl(0, 'lowerLetter', '%1)')),
      item(0).repeat(6),
      ['a)', 'b)', 'c)', 'd)', 'đ)', 'e)'],
      vietnamese,
    ],
    [
      'use the Latin order elsewhere',
      list(lvl(0, 'lowerLetter', '%1)')),
      item(0).repeat(6),
      ['a)', 'b)', 'c)', 'd)', 'e)', 'f)'],
    ],
    [
      'write dashes and pluses as they are',
      list(lvl(0, 'bullet', '-') + lvl(1, 'bullet', '+')),
      item(0) + item(1),
      ['-', '+'],
    ],
    ['write every other bullet as a dash', list(lvl(0, 'bullet', '\uf0b7')), item(0), ['-']],
  ];
  it.each(cases)('%s', (_, numbering, body, numbers, styles = '') => {
    expect(textsOf(body, { numbering, styles })).toEqual(numbers.map((number) => `${number} x`));
  });

  it('come from the style of a paragraph, at the level tied to it', () => {
    const numbering = list(lvl(0, 'upperRoman', '%1.') + lvl(1, 'decimal', '%2.', '<w:pStyle w:val="Muc"/>'));
    const styles =
      '<w:style w:type="paragraph" w:styleId="Muc"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>';
    expect(textsOf(p(run('Mục đích'), '<w:pStyle w:val="Muc"/>'), { numbering, styles })).toEqual([
      '1. Mục đích',
    ]);
  });
});

describe('the text of a Word document', () => {
  const cases: [string, string, unknown[]][] = [
    [
      'keeps insertions and drops deletions',
      p(`${run('hạn ')}<w:del>${run('15/6')}</w:del><w:ins>${run('30/6')}</w:ins>`),
      ['hạn 30/6'],
    ],
    [
      'joins paragraphs whose border was deleted',
      p(run('một '), '<w:rPr><w:del/></w:rPr>') + p(run('hai')),
      ['mộthai'],
    ],
    [
      'reads content controls',
      `<w:sdt><w:sdtContent>${p(`<w:sdt><w:sdtContent>${run('ô')}</w:sdtContent></w:sdt>`)}</w:sdtContent></w:sdt>`,
      ['ô'],
    ],
    [
      'reads of two forms of one content only one',
      p(
        `<mc:AlternateContent><mc:Choice>${run('mới')}</mc:Choice><mc:Fallback>${run('cũ')}</mc:Fallback></mc:AlternateContent>`,
      ),
      ['mới'],
    ],
    [
      'takes the result of a field, not its instruction',
      p(
        `${field('begin')}<w:r><w:instrText>DATE</w:instrText></w:r>${field('separate')}${run('31/12/2026')}${field('end')}`,
      ),
      ['31/12/2026'],
    ],
    [
      'mends symbols and non-breaking hyphens',
      p(`${run('\uf041')}<w:r><w:noBreakHyphen/></w:r>${run('B')}`),
      ['A-B'],
    ],
    ['composes decomposed letters', p(run('Hòa'.normalize('NFD'))), ['Hòa']],
    ['drops hidden words', p(run('thấy') + run('ẩn', '<w:vanish/>')), ['thấy']],
    ['writes capitals where the look asks for them', p(run('kế hoạch', '<w:caps/>')), ['KẾ HOẠCH']],
    ['converts a TCVN3 font', p(run('KÕ ho¹ch', '<w:rFonts w:ascii=".VnTime"/>')), ['Kế hoạch']],
    ['converts a TCVN3 font of capitals', p(run('kÕ ho¹ch', '<w:rFonts w:ascii=".VnTimeH"/>')), ['KẾ HOẠCH']],
    [
      'converts a VNI font',
      p(run('Keá hoaïch ñöôøng', '<w:rFonts w:ascii="VNI-Times"/>')),
      ['Kế hoạch đường'],
    ],
    ['ends a paragraph at a line break', p(`${run('một')}<w:r><w:br/></w:r>${run('hai')}`), ['một', 'hai']],
    [
      'repeats a cell merged downwards and adds what its rest holds',
      table(tc('a', '<w:vMerge w:val="restart"/>') + tc('1'), tc('b', '<w:vMerge/>') + tc('2')),
      [
        [
          ['a\nb', '1'],
          ['a\nb', '2'],
        ],
      ],
    ],
    [
      'joins cells merged sideways',
      table(tc('a', '<w:hMerge w:val="restart"/>') + tc('', '<w:hMerge/>') + tc('c')),
      [[['a', 'c']]],
    ],
    [
      'keeps the columns of a row that begins later',
      table(tc('a') + tc('b'), `<w:trPr><w:gridBefore w:val="1"/></w:trPr>${tc('c')}`),
      [
        [
          ['a', 'b'],
          ['', 'c'],
        ],
      ],
    ],
    ['drops a deleted row', table(tc('a'), `<w:trPr><w:del/></w:trPr>${tc('b')}`), [[['a']]]],
    [
      'reads a table inside a cell as one of its own',
      table(`<w:tc>${table(tc('trong'))}${p(run('ngoài'))}</w:tc>`),
      [[['ngoài']], [['trong']]],
    ],
  ];
  it.each(cases)('%s', (_, body, texts) => {
    expect(textsOf(body)).toEqual(texts);
  });

  it('follows the chain of styles for italics, and a run may take them back', () => {
    const styles =
      '<w:style w:type="paragraph" w:styleId="A"><w:rPr><w:i/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="A"/></w:style>';
    const inStyle = '<w:pStyle w:val="B"/>';
    const { blocks } = read(p(run('x'), inStyle) + p(run('y', '<w:i w:val="0"/>'), inStyle), { styles });
    expect(blocks.map((block) => block.kind === 'paragraph' && block.isItalic === true)).toEqual([
      true,
      false,
    ]);
  });

  it('says how much it left out or mended', () => {
    const { notes } = read(
      p(`${run('x')}<w:del>${run('y')}</w:del><w:r><w:footnoteReference w:id="1"/></w:r>`),
    );
    expect(notes).toEqual([
      { kind: 'tracked_deletion', count: 1 },
      { kind: 'footnote', count: 1 },
    ]);
  });
});
