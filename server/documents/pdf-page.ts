import { OPS, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A piece of text on a page; points, y upwards from the foot of the page. */
export type Piece = {
  text: string;
  x: number;
  y: number;
  width: number;
  size: number;
  isItalic: boolean;
  isBold: boolean;
};

/** A straight ruling line; of a horizontal one `at` is its y and from–to its x, of a vertical one the reverse. */
export type Ruling = { isHorizontal: boolean; at: number; from: number; to: number };

export type PdfPage = { number: number; pieces: Piece[]; rulings: Ruling[]; pictures: number };

type Matrix = [number, number, number, number, number, number];

/** Text and ruling lines of one page. Pictures are counted, not decoded. */
export async function readPdfPage(page: PDFPageProxy, number: number): Promise<PdfPage> {
  const operators = await page.getOperatorList();
  const content = await page.getTextContent();
  const fontNames = new Map<string, string>();
  const fontOf = (id: string): string => {
    const known = fontNames.get(id);
    if (known !== undefined) return known;
    const font: { name?: string } | null = page.commonObjs.has(id) ? page.commonObjs.get(id) : null;
    fontNames.set(id, font?.name ?? '');
    return font?.name ?? '';
  };
  const pieces = content.items.flatMap((item): Piece[] => {
    if (!('str' in item) || item.str.trim() === '') return [];
    const [, , c = 0, d = 0, x = 0, y = 0] = item.transform as number[];
    const font = fontOf(item.fontName);
    return [
      {
        text: item.str,
        x,
        y,
        width: item.width,
        size: Math.hypot(c, d) || item.height,
        isItalic: /italic|oblique/i.test(font),
        isBold: /bold|black/i.test(font),
      },
    ];
  });
  const { rulings, pictures } = followPaths(operators.fnArray, operators.argsArray);
  page.cleanup();
  return { number, pieces, rulings, pictures };
}

function followPaths(codes: number[], args: unknown[]): { rulings: Ruling[]; pictures: number } {
  const rulings: Ruling[] = [];
  const saved: Matrix[] = [];
  let matrix: Matrix = [1, 0, 0, 1, 0, 0];
  let pictures = 0;
  for (const [at, code] of codes.entries()) {
    if (code === OPS.save || code === OPS.paintFormXObjectBegin) saved.push(matrix);
    else if (code === OPS.restore || code === OPS.paintFormXObjectEnd) matrix = saved.pop() ?? matrix;
    else if (code === OPS.transform) matrix = times(matrix, args[at] as Matrix);
    else if (code === OPS.paintImageXObject || code === OPS.paintInlineImageXObject) pictures += 1;
    else if (code === OPS.constructPath)
      rulings.push(...linesOf(args[at] as [number, [ArrayLike<number> | null]], matrix));
    if (code === OPS.paintFormXObjectBegin) {
      const [inner] = args[at] as [Matrix | null];
      if (inner) matrix = times(matrix, inner);
    }
  }
  return { rulings, pictures };
}

/** A stroked path rules along its segments; a filled one is a ruling when it is thin. */
function linesOf([painted, [data]]: [number, [ArrayLike<number> | null]], matrix: Matrix): Ruling[] {
  const isStroked = [
    OPS.stroke,
    OPS.closeStroke,
    OPS.fillStroke,
    OPS.eoFillStroke,
    OPS.closeFillStroke,
  ].includes(painted);
  const isFilled = [OPS.fill, OPS.eoFill].includes(painted);
  if (!data || (!isStroked && !isFilled)) return [];
  return subpaths(data, matrix).flatMap((points) => {
    if (isStroked) return points.slice(1).flatMap((point, at) => rulingOf([points[at] as Point, point]));
    return rulingOf(points);
  });
}

type Point = [number, number];

/** pdf.js path data: 0 move, 1 line, 2 cubic, 3 quadratic, 4 close. Curves end a straight run. */
function subpaths(data: ArrayLike<number>, matrix: Matrix): Point[][] {
  const paths: Point[][] = [];
  const pointAt = (at: number): Point => {
    const x = data[at] ?? 0;
    const y = data[at + 1] ?? 0;
    return [matrix[0] * x + matrix[2] * y + matrix[4], matrix[1] * x + matrix[3] * y + matrix[5]];
  };
  for (let at = 0; at < data.length; ) {
    const code = data[at];
    if (code === 4) {
      const path = paths.at(-1);
      if (path?.[0]) path.push(path[0]);
      at += 1;
    } else if (code === 1) {
      paths.at(-1)?.push(pointAt(at + 1));
      at += 3;
    } else {
      const size = code === 2 ? 7 : code === 3 ? 5 : 3;
      paths.push([pointAt(at + size - 2)]);
      at += size;
    }
  }
  return paths;
}

function rulingOf(points: Point[]): Ruling[] {
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const [left, right, foot, top] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  if (top - foot < 2.5 && right - left > 4)
    return [{ isHorizontal: true, at: (top + foot) / 2, from: left, to: right }];
  if (right - left < 2.5 && top - foot > 4)
    return [{ isHorizontal: false, at: (left + right) / 2, from: foot, to: top }];
  return [];
}

function times(one: Matrix, other: Matrix): Matrix {
  return [
    one[0] * other[0] + one[2] * other[1],
    one[1] * other[0] + one[3] * other[1],
    one[0] * other[2] + one[2] * other[3],
    one[1] * other[2] + one[3] * other[3],
    one[0] * other[4] + one[2] * other[5] + one[4],
    one[1] * other[4] + one[3] * other[5] + one[5],
  ];
}
