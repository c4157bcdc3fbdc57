import os from 'node:os';
import path from 'node:path';

/** Folders under a person's home, by the names that `app.getPath` takes. */
const homeFolders: Readonly<Record<string, string>> = {
  desktop: 'Desktop',
  documents: 'Documents',
  downloads: 'Downloads',
  music: 'Music',
  pictures: 'Pictures',
  videos: 'Videos',
};

/** What `app.getPath(name)` gives before anyone sets it; throws as Electron does for a name that it does not know. */
export function defaultPath(name: string, userData: () => string): string {
  const home = os.homedir();
  const inHome = homeFolders[name];
  if (inHome !== undefined) return path.join(home, inHome);
  switch (name) {
    case 'home':
      return home;
    case 'temp':
      return os.tmpdir();
    case 'exe':
      return process.execPath;
    case 'appData':
      return process.env['XDG_CONFIG_HOME'] ?? path.join(home, '.config');
    case 'sessionData':
      return userData();
    case 'logs':
      return path.join(userData(), 'logs');
    case 'crashDumps':
      return path.join(userData(), 'Crashpad');
    default:
      throw new Error(`Failed to get '${name}' path`);
  }
}
