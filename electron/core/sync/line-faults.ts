import type { LineFault } from '../ports';

/** Node's codes, by what they mean to a person. What is not listed and not of TLS: the network is not there. */
const FAULTS: Readonly<Record<string, LineFault>> = {
  ENOTFOUND: 'name-not-found',
  EAI_AGAIN: 'name-not-found',
  EAI_FAIL: 'name-not-found',
  EAI_NODATA: 'name-not-found',
  ECONNREFUSED: 'refused',
  ETIMEDOUT: 'silent',
  ECONNRESET: 'cut',
  ECONNABORTED: 'cut',
  EPIPE: 'cut',
  CERT_HAS_EXPIRED: 'tls-expired',
  CERT_NOT_YET_VALID: 'tls-expired',
  ERR_TLS_CERT_ALTNAME_INVALID: 'tls-wrong-host',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'tls-unknown-issuer',
  UNABLE_TO_GET_ISSUER_CERT: 'tls-unknown-issuer',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'tls-unknown-issuer',
  SELF_SIGNED_CERT_IN_CHAIN: 'tls-unknown-issuer',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'tls-unknown-issuer',
  CERT_UNTRUSTED: 'tls-unknown-issuer',
};

/** Any other trouble with certificates or the handshake; EPROTO is OpenSSL's word for "this is no TLS". */
const TLS =
  /^(EPROTO|ERR_SSL_.*|ERR_TLS_.*|CERT_.*|UNABLE_TO_.*|INVALID_(CA|PURPOSE)|HOSTNAME_MISMATCH|ERROR_IN_CERT.*)$/;

/** What an error of node:http, node:https, node:tls or node:dns means（线路故障）. */
export function lineFault(error: unknown): LineFault {
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
  const known = FAULTS[code];
  if (known) return known;
  if (TLS.test(code)) return 'tls';
  return code.startsWith('HPE_') ? 'cut' : 'unreachable';
}
