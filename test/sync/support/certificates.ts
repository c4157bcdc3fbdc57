import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

export interface Certificate {
  /** PEM. */
  readonly cert: string;
  readonly key: string;
}

/** Certificates of a test's own issuer（测试证书）, all but `stranger` by one issuer that the client is told to trust. */
export interface Certificates {
  readonly issuer: string;
  readonly good: Certificate;
  readonly expired: Certificate;
  /** For another host than localhost and 127.0.0.1. */
  readonly otherHost: Certificate;
  /** Right host and time, by an issuer that nobody trusts. */
  readonly stranger: Certificate;
}

const EC = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'];
const HERE = 'DNS:localhost,IP:127.0.0.1';

async function issuer(folder: string, name: string): Promise<void> {
  const files = ['-keyout', `${name}.key`, '-out', `${name}.pem`];
  await run('openssl', ['req', '-x509', ...EC, ...files, '-days', '30', '-subj', `/CN=${name}`], { cwd: folder });
}

async function issue(folder: string, by: string, name: string, hosts: string, days: number): Promise<Certificate> {
  const request = ['-keyout', `${name}.key`, '-out', `${name}.csr`, '-subj', `/CN=${name}`];
  await run('openssl', ['req', ...EC, ...request], { cwd: folder });
  await writeFile(path.join(folder, `${name}.ext`), `subjectAltName=${hosts}\nextendedKeyUsage=serverAuth\n`);
  const signing = ['-CA', `${by}.pem`, '-CAkey', `${by}.key`, '-CAcreateserial', '-days', String(days)];
  const files = ['-in', `${name}.csr`, '-extfile', `${name}.ext`, '-out', `${name}.pem`];
  await run('openssl', ['x509', '-req', ...files, ...signing], { cwd: folder });
  const [cert, key] = await Promise.all(
    ['pem', 'key'].map((ending) => readFile(path.join(folder, `${name}.${ending}`), 'utf8')),
  );
  return { cert: cert ?? '', key: key ?? '' };
}

/** Makes them with openssl, in a folder that is gone afterwards. A negative time makes one that ended yesterday. */
export async function makeCertificates(): Promise<Certificates> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'mediation-room-tls-'));
  try {
    await issuer(folder, 'centre-issuer');
    await issuer(folder, 'strange-issuer');
    return {
      issuer: await readFile(path.join(folder, 'centre-issuer.pem'), 'utf8'),
      good: await issue(folder, 'centre-issuer', 'good', HERE, 10),
      expired: await issue(folder, 'centre-issuer', 'expired', HERE, -1),
      otherHost: await issue(folder, 'centre-issuer', 'other', 'DNS:centre.invalid', 10),
      stranger: await issue(folder, 'strange-issuer', 'stranger', HERE, 10),
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
