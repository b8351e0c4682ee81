import {
  GlobalWorkerOptions,
  getDocument,
  type PDFDocumentLoadingTask,
  type PDFDocumentProxy,
} from 'pdfjs-dist/legacy/build/pdf.mjs';
import workerAddress from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?worker&url';
import jpegDecoderAddress from 'pdfjs-dist/wasm/openjpeg_nowasm_fallback.js?url';
import { foldText } from '#core/vietnamese.ts';

GlobalWorkerOptions.workerSrc = workerAddress;

/** Fonts and character maps a document relies on without carrying them, by their file's name. */
const addressByPath = {
  ...import.meta.glob<string>('../../node_modules/pdfjs-dist/standard_fonts/*.{pfb,ttf}', {
    query: '?url',
    import: 'default',
    eager: true,
  }),
  ...import.meta.glob<string>('../../node_modules/pdfjs-dist/cmaps/*.bcmap', {
    query: '?url',
    import: 'default',
    eager: true,
  }),
};
const addressByName = new Map(
  Object.entries(addressByPath).map(([path, address]) => [path.slice(path.lastIndexOf('/') + 1), address]),
);

/** Brings what PDF.js asks for by name from our own server, where the build named it by its content. */
class PackagedData {
  async fetch({ filename }: { filename: string }): Promise<Uint8Array> {
    const address = addressByName.get(filename);
    if (address === undefined) throw new Error(`${filename} is not packaged`);
    const response = await fetch(address);
    if (!response.ok) throw new Error(`${filename} answered ${response.status}`);
    return new Uint8Array(await response.arrayBuffer());
  }
}

/** Opens a PDF by its address, asking only for the parts the page in sight needs, so that a huge file opens at once. */
export function openPdf(address: string): PDFDocumentLoadingTask {
  return getDocument({
    url: address,
    disableAutoFetch: true,
    disableStream: true,
    rangeChunkSize: 262_144,
    isEvalSupported: false,
    useWorkerFetch: false,
    BinaryDataFactory: PackagedData,
    // The content security policy lets no WebAssembly run; JPEG 2000 has a decoder in plain script.
    // PDF.js adds the decoder's plain name to this address, which the query swallows.
    useWasm: false,
    wasmUrl: `${jpegDecoderAddress}?/`,
    verbosity: 0,
  });
}

/** Every page, from the first, whose text holds the words, whatever their diacritics; stops when the signal says so. */
export async function findPages(
  pdf: PDFDocumentProxy,
  query: string,
  signal: AbortSignal,
): Promise<number[]> {
  const wanted = foldText(query);
  const found: number[] = [];
  for (let number = 1; number <= pdf.numPages && !signal.aborted; number += 1) {
    const page = await pdf.getPage(number);
    const { items } = await page.getTextContent();
    const text = items.map((item) => ('str' in item ? item.str + (item.hasEOL ? ' ' : '') : '')).join('');
    if (foldText(text).includes(wanted)) found.push(number);
  }
  return found;
}
