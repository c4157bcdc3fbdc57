import { execFile } from 'node:child_process';
import fs from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

const CONFIG = `
[ca]
default_ca = here
[here]
new_certs_dir = .
database = index.txt
serial = serial
default_md = sha256
policy = any
unique_subject = no
[any]
commonName = supplied
[req]
distinguished_name = name
prompt = no
[name]
CN = placeholder
[issuer]
basicConstraints = critical, CA:true
keyUsage = keyCertSign
[localhost]
subjectAltName = DNS:localhost, IP:127.0.0.1
[elsewhere]
subjectAltName = DNS:centre.example
`;

export interface Certificates {
  readonly ca: string;
  readonly key: string;
  readonly good: string;
  readonly expired: string;
  readonly elsewhere: string;
}

/** An authority of its own and what it signed for this machine, made in `folder` by openssl. PEM. */
export async function makeCertificates(folder: string): Promise<Certificates> {
  const openssl = (...parts: string[]): Promise<unknown> => run('openssl', parts, { cwd: folder });
  const file = (name: string): Promise<string> => fs.readFile(path.join(folder, name), 'utf8');
  await fs.writeFile(path.join(folder, 'config'), CONFIG);
  await fs.writeFile(path.join(folder, 'index.txt'), '');
  await fs.writeFile(path.join(folder, 'serial'), '01\n');
  const newKey = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-config', 'config'];
  await openssl(
    'req',
    '-x509',
    ...newKey,
    '-keyout',
    'ca.key',
    '-out',
    'ca.pem',
    '-subj',
    '/CN=test',
    '-days',
    '2',
    '-extensions',
    'issuer',
  );
  await openssl('req', '-new', ...newKey, '-keyout', 'key.pem', '-out', 'request.pem', '-subj', '/CN=centre');
  const sign = (out: string, extensions: string, ...dates: string[]): Promise<unknown> =>
    openssl(
      'ca',
      '-batch',
      '-notext',
      '-config',
      'config',
      '-cert',
      'ca.pem',
      '-keyfile',
      'ca.key',
      '-in',
      'request.pem',
      '-out',
      out,
      '-extensions',
      extensions,
      ...dates,
    );
  await sign('good.pem', 'localhost', '-days', '2');
  await sign('expired.pem', 'localhost', '-startdate', '20200101000000Z', '-enddate', '20200201000000Z');
  await sign('elsewhere.pem', 'elsewhere', '-days', '2');
  return {
    ca: await file('ca.pem'),
    key: await file('key.pem'),
    good: await file('good.pem'),
    expired: await file('expired.pem'),
    elsewhere: await file('elsewhere.pem'),
  };
}
