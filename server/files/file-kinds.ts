/** What evidence may be: by content, whatever the name says. */
export type FileKind =
  | 'pdf'
  | 'docx'
  | 'xlsx'
  | 'pptx'
  | 'odt'
  | 'ods'
  | 'odp'
  | 'jpg'
  | 'png'
  | 'webp'
  | 'tif'
  | 'heic'
  | 'mp4'
  | 'mov'
  | 'text';

const OFFICE = 'application/vnd.openxmlformats-officedocument';
const ODF = 'application/vnd.oasis.opendocument';

type Accepted = { kind: FileKind; mediaType: string };

/** The extensions evidence may have, what their content has to be, and how it is sent to a browser. */
const ACCEPTED: Record<string, Accepted> = {
  '.pdf': { kind: 'pdf', mediaType: 'application/pdf' },
  '.docx': { kind: 'docx', mediaType: `${OFFICE}.wordprocessingml.document` },
  '.xlsx': { kind: 'xlsx', mediaType: `${OFFICE}.spreadsheetml.sheet` },
  '.pptx': { kind: 'pptx', mediaType: `${OFFICE}.presentationml.presentation` },
  '.odt': { kind: 'odt', mediaType: `${ODF}.text` },
  '.ods': { kind: 'ods', mediaType: `${ODF}.spreadsheet` },
  '.odp': { kind: 'odp', mediaType: `${ODF}.presentation` },
  '.jpg': { kind: 'jpg', mediaType: 'image/jpeg' },
  '.jpeg': { kind: 'jpg', mediaType: 'image/jpeg' },
  '.png': { kind: 'png', mediaType: 'image/png' },
  '.webp': { kind: 'webp', mediaType: 'image/webp' },
  '.tif': { kind: 'tif', mediaType: 'image/tiff' },
  '.tiff': { kind: 'tif', mediaType: 'image/tiff' },
  '.heic': { kind: 'heic', mediaType: 'image/heic' },
  '.mp4': { kind: 'mp4', mediaType: 'video/mp4' },
  '.mov': { kind: 'mov', mediaType: 'video/quicktime' },
  '.txt': { kind: 'text', mediaType: 'text/plain' },
  '.csv': { kind: 'text', mediaType: 'text/csv' },
};

export function acceptedBy(extension: string): Accepted | undefined {
  return ACCEPTED[extension];
}

/** Programs, scripts and shortcuts, by the names a computer starts them under. */
const PROGRAM =
  /\.(?:exe|dll|com|scr|pif|cpl|msi|msp|msix|appx|bat|cmd|ps1|psm1|vbs|vbe|js|jse|mjs|wsf|wsh|hta|lnk|reg|jar|apk|ipa|sh|run|app|dmg|pkg|deb|rpm|iso|img|vhd|chm|scf|url|inf|gadget)$/iu;
const MACRO = /\.(?:docm|dotm|xlsm|xltm|xlam|xlsb|xla|pptm|potm|ppsm|ppam|sldm|xll)$/iu;

export function isProgramName(name: string): boolean {
  return PROGRAM.test(name.trim());
}

export function isMacroName(name: string): boolean {
  return MACRO.test(name.trim());
}

export type NameRefusal =
  | { kind: 'macro' }
  | { kind: 'program' }
  | { kind: 'svg' }
  | { kind: 'web_page' }
  | { kind: 'archive' }
  | { kind: 'old_office' }
  | { kind: 'kind_not_accepted'; named: string };

/** Refuses by the name alone what need not be sent to be refused. `extension` as extensionOf gives it. */
export function refuseName(extension: string): NameRefusal | undefined {
  if (acceptedBy(extension)) return undefined;
  if (isMacroName(extension)) return { kind: 'macro' };
  if (isProgramName(extension)) return { kind: 'program' };
  if (/^\.svgz?$/u.test(extension)) return { kind: 'svg' };
  if (/^\.(?:x?html?|mht|mhtml|xht)$/u.test(extension)) return { kind: 'web_page' };
  if (/^\.(?:zip|rar|7z|gz|tgz|tar|bz2|xz)$/u.test(extension)) return { kind: 'archive' };
  if (/^\.(?:doc|dot|xls|ppt|pps|rtf)$/u.test(extension)) return { kind: 'old_office' };
  return { kind: 'kind_not_accepted', named: extension || 'unknown' };
}
