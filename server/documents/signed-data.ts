import { constants, createHash, verify, X509Certificate } from 'node:crypto';
import { type DerElement, readDer, readOid } from './der.ts';

const HASH_BY_OID: Readonly<Record<string, string>> = {
  '1.3.14.3.2.26': 'sha1',
  '2.16.840.1.101.3.4.2.1': 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
};
const SIGNED_DATA = '1.2.840.113549.1.7.2';
const TIMESTAMP_INFO = '1.2.840.113549.1.9.16.1.4';
const MESSAGE_DIGEST = '1.2.840.113549.1.9.4';
const SIGNING_TIME = '1.2.840.113549.1.9.5';
const RSA_PSS = '1.2.840.113549.1.1.10';

/** `isIntact`: the signed bytes are those that were signed, by the key of the certificate that came along. */
export type CheckedSignature = { signer: string; issuer: string; signedAt: string | null; isIntact: boolean };

/**
 * Reads a signature in CMS (RFC 5652) over detached content, and checks digest and signature. Whether
 * the certificate may be trusted is not asked: that takes the lists of the authorities, over a network.
 */
export function checkSignedData(contents: Uint8Array, signed: readonly Uint8Array[]): CheckedSignature {
  const unreadable = { signer: '', issuer: '', signedAt: null, isIntact: false };
  const root = readDer(contents);
  if (readOid(root?.children[0]) !== SIGNED_DATA) return unreadable;
  const parts = root?.children[1]?.children[0]?.children ?? [];
  const info = parts.at(-1)?.children[0];
  const encapsulated = parts[2];
  if (!info || !encapsulated) return unreadable;
  const certificates = (parts.find(({ tag }) => tag === 0xa0)?.children ?? []).flatMap(readCertificate);
  const signerInfo = readSignerInfo(info);
  const own = certificates.filter(({ id }) => signerInfo.id !== undefined && id.equals(signerInfo.id));
  const candidates = own.length > 0 ? own : certificates;
  const isDigestRight = checkDigest(signerInfo, encapsulated, signed);
  const verifying = candidates.find(({ certificate }) => verifies(signerInfo, certificate, signed));
  const named = (verifying ?? candidates[0])?.certificate;
  return {
    signer: named ? commonName(named.subject) : '',
    issuer: named ? commonName(named.issuer) : '',
    signedAt: signerInfo.signedAt,
    isIntact: isDigestRight && verifying !== undefined,
  };
}

type SignerInfo = {
  /** Issuer and serial number of the certificate, as bytes; undefined when it is named otherwise. */
  id: Buffer | undefined;
  hash: string | undefined;
  isPss: boolean;
  attributes: DerElement | undefined;
  digest: Uint8Array | undefined;
  signedAt: string | null;
  signature: Uint8Array;
};

function readSignerInfo({ children }: DerElement): SignerInfo {
  const [, sid, digestAlgorithm, fourth] = children;
  const attributes = fourth?.tag === 0xa0 ? fourth : undefined;
  const [algorithm, signature] = children.slice(attributes ? 4 : 3);
  const valueAt = (oid: string) =>
    attributes?.children.find(({ children: [name] }) => readOid(name) === oid)?.children[1]?.children[0];
  return {
    id: sid?.tag === 0x30 ? Buffer.concat(sid.children.map(({ bytes }) => bytes)) : undefined,
    hash: HASH_BY_OID[readOid(digestAlgorithm?.children[0])],
    isPss: readOid(algorithm?.children[0]) === RSA_PSS,
    attributes,
    digest: valueAt(MESSAGE_DIGEST)?.content,
    signedAt: readTime(valueAt(SIGNING_TIME)),
    signature: signature?.content ?? new Uint8Array(),
  };
}

type KnownCertificate = { id: Buffer; certificate: X509Certificate };

function readCertificate({ bytes, children }: DerElement): KnownCertificate[] {
  const fields = children[0]?.children ?? [];
  const from = fields[0]?.tag === 0xa0 ? 1 : 0;
  const serial = fields[from];
  const issuer = fields[from + 2];
  if (!serial || !issuer) return [];
  try {
    const certificate = new X509Certificate(bytes);
    return [{ id: Buffer.concat([issuer.bytes, serial.bytes]), certificate }];
  } catch {
    return [];
  }
}

function hashOf(name: string, parts: readonly Uint8Array[]): Buffer {
  const hash = createHash(name);
  for (const part of parts) hash.update(part);
  return hash.digest();
}

/** The bytes of the file against the digest in the signature; of a time stamp, against the digest it stamps. */
function checkDigest(
  { hash, attributes, digest }: SignerInfo,
  encapsulated: DerElement,
  signed: readonly Uint8Array[],
): boolean {
  if (hash === undefined) return false;
  if (readOid(encapsulated.children[0]) === TIMESTAMP_INFO) {
    const info = encapsulated.children[1]?.children[0];
    const imprint = info && readDer(info.content)?.children[2];
    const imprintHash = HASH_BY_OID[readOid(imprint?.children[0]?.children[0])];
    const stamped = imprint?.children[1]?.content;
    if (!info || !digest || !stamped || imprintHash === undefined) return false;
    return hashOf(hash, [info.content]).equals(digest) && hashOf(imprintHash, signed).equals(stamped);
  }
  if (!attributes) return true;
  return digest !== undefined && hashOf(hash, signed).equals(digest);
}

function verifies(
  { hash, isPss, attributes, signature }: SignerInfo,
  certificate: X509Certificate,
  signed: readonly Uint8Array[],
): boolean {
  if (hash === undefined) return false;
  // Attributes are signed as a SET, though they stand in the structure under a tag of their own.
  const data = attributes
    ? Buffer.concat([Buffer.from([0x31]), attributes.bytes.subarray(1)])
    : Buffer.concat(signed);
  const { publicKey } = certificate;
  const padding = isPss
    ? { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_AUTO }
    : {};
  try {
    return verify(hash, data, { key: publicKey, ...padding }, signature);
  } catch {
    return false;
  }
}

/** UTCTime or GeneralizedTime, as both are written in certificates: "260115083000Z". */
function readTime(element: DerElement | undefined): string | null {
  const text = element ? Buffer.from(element.content).toString('latin1') : '';
  const match = /^(\d{2}|\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})(?:\.\d+)?Z$/u.exec(text);
  if (!match) return null;
  const [, written = '', month, day, hour, minute, second] = match;
  const year = written.length === 4 ? written : `${Number(written) < 50 ? '20' : '19'}${written}`;
  return `${year}-${month}-${day}T${hour}:${minute}:${second}Z`;
}

/** The common name of a distinguished name, else its organisation. */
function commonName(distinguished: string): string {
  const lines = distinguished.split('\n');
  const named = (key: string) => lines.find((line) => line.startsWith(`${key}=`))?.slice(key.length + 1);
  return (named('CN') ?? named('O') ?? distinguished.replaceAll('\n', ', ')).normalize('NFC').slice(0, 300);
}
