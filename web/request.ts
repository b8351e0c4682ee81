/** A refusal of the server, or of the network, with its sentence in both languages. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';
  readonly kind: string;
  readonly vi: string;
  readonly en: string;
  readonly status: number;
  /** The field of the form it is about, when it is about one. */
  readonly field: string | undefined;
  /** Whatever else the refusal carries: a limit, a name, an id to report. */
  readonly params: Readonly<Record<string, unknown>>;

  constructor(status: number, problem: ProblemBody) {
    super(problem.en);
    const { kind, vi, en, field, ...params } = problem;
    this.kind = kind;
    this.vi = vi;
    this.en = en;
    this.status = status;
    this.field = field;
    this.params = params;
  }
}

type ProblemBody = { kind: string; vi: string; en: string; field?: string };

const NO_NETWORK: ProblemBody = {
  kind: 'no_network',
  vi: 'Không kết nối được với máy chủ, nên chưa lưu gì. Hãy kiểm tra mạng rồi thử lại.',
  en: 'The server cannot be reached, so nothing was saved. Check the network and try again.',
};
const NOT_UNDERSTOOD: ProblemBody = {
  kind: 'answer_not_understood',
  vi: 'Máy chủ trả lời không đúng dạng. Hãy tải lại trang; nếu vẫn lỗi, báo người quản trị.',
  en: 'The server gave an unexpected answer. Reload the page; if it persists, tell an administrator.',
};

let unitOfPage: string | undefined;

/** The unit whose things this page shows; the server refuses to write into any other. */
export function findUnitOfPage(): string | undefined {
  return unitOfPage;
}

/** Says which unit the page works in from now on. */
export function workIn(unitId: string): void {
  unitOfPage = unitId;
}

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

function problemIn(body: unknown): ProblemBody {
  const problem = (body as { problem?: ProblemBody } | undefined)?.problem;
  return typeof problem?.vi === 'string' ? problem : NOT_UNDERSTOOD;
}

function parsed(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    // A proxy's HTML error page: answered as NOT_UNDERSTOOD by the caller.
    return undefined;
  }
}

/**
 * Asks the server and answers its JSON, undefined for 204. Every refusal and every network failure
 * comes as an `ApiProblem`, never as anything else.
 */
export async function request<Answer>(method: Method, path: string, body?: unknown): Promise<Answer> {
  const headers: Record<string, string> = { accept: 'application/json' };
  if (method !== 'GET') headers['x-parindex'] = '1';
  if (unitOfPage !== undefined) headers['x-parindex-unit'] = unitOfPage;
  if (body !== undefined) headers['content-type'] = 'application/json';
  const init: RequestInit = { method, headers, credentials: 'same-origin' };
  if (body !== undefined) init.body = JSON.stringify(body);
  const response = await fetch(path, init).catch(() => undefined);
  if (!response) throw new ApiProblem(0, NO_NETWORK);
  const answer = parsed(await response.text());
  if (!response.ok) throw new ApiProblem(response.status, problemIn(answer));
  if (answer === undefined && response.status !== 204) throw new ApiProblem(response.status, NOT_UNDERSTOOD);
  return answer as Answer;
}

const STOPPED: ProblemBody = {
  kind: 'upload_stopped',
  vi: 'Đã dừng gửi tệp.',
  en: 'Sending was stopped.',
};

export type Sending = {
  method: 'POST' | 'PUT';
  headers?: Readonly<Record<string, string>>;
  /** How many bytes have left, and of how many. */
  onSent?: ((sent: number, size: number) => void) | undefined;
  signal?: AbortSignal | undefined;
};

/** Sends raw bytes and tells how far they are. XMLHttpRequest, because fetch cannot tell. */
export function sendBytes<Answer>(path: string, bytes: Blob, sending: Sending): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const xhr = new XMLHttpRequest();
    xhr.open(sending.method, path);
    xhr.setRequestHeader('x-parindex', '1');
    xhr.setRequestHeader('content-type', 'application/octet-stream');
    if (unitOfPage !== undefined) xhr.setRequestHeader('x-parindex-unit', unitOfPage);
    for (const [name, value] of Object.entries(sending.headers ?? {})) xhr.setRequestHeader(name, value);
    xhr.upload.onprogress = (event) => {
      if (event.lengthComputable) sending.onSent?.(event.loaded, event.total);
    };
    const stop = () => xhr.abort();
    xhr.onerror = () => reject(new ApiProblem(0, NO_NETWORK));
    xhr.onabort = () => reject(new ApiProblem(0, STOPPED));
    xhr.onload = () => {
      const answer = parsed(xhr.responseText);
      if (xhr.status < 200 || xhr.status > 299) reject(new ApiProblem(xhr.status, problemIn(answer)));
      else if (answer === undefined) reject(new ApiProblem(xhr.status, NOT_UNDERSTOOD));
      else resolve(answer as Answer);
    };
    xhr.onloadend = () => sending.signal?.removeEventListener('abort', stop);
    sending.signal?.addEventListener('abort', stop);
    xhr.send(bytes);
  });
}

/** Sends a whole file under its name; `onProgress` hears how far it is, from 0 to 1. */
export function upload<Answer>(
  path: string,
  file: File,
  onProgress?: (share: number) => void,
): Promise<Answer> {
  return sendBytes(path, file, {
    method: 'POST',
    headers: { 'x-file-name': encodeURIComponent(file.name.normalize('NFC')) },
    onSent: (sent, size) => onProgress?.(sent / size),
  });
}
