import type {
  Anchor,
  Completeness,
  Evidence,
  EvidenceChange,
  EvidenceDecision,
  NewEvidence,
  NewLink,
  ReceivedFile,
  UploadState,
} from '#core/evidence/evidence.ts';
import { request } from '#web/request.ts';

const segment = encodeURIComponent;

/** Every call of the evidence pages; the bytes of a file go by web/evidence/send-file.ts. */
export const evidenceApi = {
  beginUpload: (input: { fileName: string; size: number }) =>
    request<UploadState>('POST', '/api/uploads', input),
  findUpload: (id: string) => request<UploadState>('GET', `/api/uploads/${segment(id)}`),
  /** Bytes go by PUT to this address, at most 8 MiB at once, as application/octet-stream; it answers an UploadState. */
  uploadBytes: (id: string, from: number) => `/api/uploads/${segment(id)}/bytes?from=${from}`,
  finishUpload: (id: string) => request<ReceivedFile>('POST', `/api/uploads/${segment(id)}/finish`, {}),
  dropUpload: (id: string) => request<void>('DELETE', `/api/uploads/${segment(id)}`),

  list: () => request<Evidence[]>('GET', '/api/evidence'),
  find: (id: string) => request<Evidence>('GET', `/api/evidence/${segment(id)}`),
  listOfCriterion: (code: string) => request<Evidence[]>('GET', `/api/criteria/${segment(code)}/evidence`),
  listOfRow: (id: string) => request<Evidence[]>('GET', `/api/evidence?row=${segment(id)}`),
  listCompleteness: () => request<Completeness[]>('GET', '/api/evidence/completeness'),
  add: (input: NewEvidence) => request<Evidence>('POST', '/api/evidence', input),
  change: (id: string, input: EvidenceChange) =>
    request<Evidence>('PATCH', `/api/evidence/${segment(id)}`, input),
  link: (id: string, input: NewLink) =>
    request<Evidence>('POST', `/api/evidence/${segment(id)}/links`, input),
  changeAnchor: (id: string, linkId: string, input: Anchor) =>
    request<Evidence>('PATCH', `/api/evidence/${segment(id)}/links/${segment(linkId)}`, input),
  unlink: (id: string, linkId: string) =>
    request<Evidence>('DELETE', `/api/evidence/${segment(id)}/links/${segment(linkId)}`),
  decide: (id: string, input: EvidenceDecision) =>
    request<Evidence>('POST', `/api/evidence/${segment(id)}/decision`, input),
  remove: (id: string, version: number) =>
    request<void>('DELETE', `/api/evidence/${segment(id)}?version=${version}`),
  /** Addresses: the file itself, and the whole dossier of the year. */
  file: (id: string) => `/api/evidence/${segment(id)}/file`,
  dossier: '/api/dossier.zip',
};
