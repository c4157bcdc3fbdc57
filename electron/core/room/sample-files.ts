import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { sampleProfile, type SampleProfile } from './sample-profile';

const ORGANISATION = 'organisation.json';

/** The invented committee that is shipped. Throws when the installation is broken. */
export async function readSampleProfile(folder: string): Promise<SampleProfile> {
  return sampleProfile.parse(JSON.parse(await readFile(path.join(folder, ORGANISATION), 'utf8')));
}

/** The sample cases as intake files, by name; variants such as case-c2.json are for the import by hand. */
export async function readSampleCases(folder: string): Promise<readonly { file: string; text: string }[]> {
  const names = (await readdir(folder)).filter((name) => /^case-[a-z]\.json$/.test(name)).sort();
  return Promise.all(names.map(async (file) => ({ file, text: await readFile(path.join(folder, file), 'utf8') })));
}
