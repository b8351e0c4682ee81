import { describe, expect, it } from 'vitest';
import { readHtml } from './html.ts';

function textsOf(html: string) {
  const result = readHtml(Buffer.from(html), '.html');
  if ('kind' in result) throw new Error(result.kind);
  return result.blocks.map((block) =>
    block.kind === 'paragraph' ? block.text : block.rows.map((row) => row.cells.map(({ text }) => text)),
  );
}

describe('a web page', () => {
  it.each<[string, string, unknown[]]>([
    [
      'gives its paragraphs',
      '<h1>KẾ HOẠCH</h1><p>Căn cứ\n  <b>Luật</b></p>một<br>hai',
      ['KẾ HOẠCH', 'Căn cứ Luật', 'một', 'hai'],
    ],
    [
      'writes the marks of its lists',
      '<ul><li>a<ul><li>b</ul></ul><ol start=3><li>c<li>d</ol>',
      ['- a', '- b', '3. c', '4. d'],
    ],
    [
      'leaves out what is not shown',
      '<script>x</script><style>y</style><p hidden>z</p><p style="display: none">w</p><p>thấy</p>',
      ['thấy'],
    ],
    [
      'repeats merged cells',
      '<table><tr><td rowspan=2>a<td colspan=2>b<tr><td>c<td>d</table>',
      [
        [
          ['a', 'b'],
          ['a', 'c', 'd'],
        ],
      ],
    ],
    [
      'reads a table inside a cell as one of its own',
      '<table><tr><td>ngoài<table><tr><td>trong</table></table>',
      [[['ngoài']], [['trong']]],
    ],
  ])('%s', (_, html, texts) => {
    expect(textsOf(html)).toEqual(texts);
  });
});
