/** Electron's own command line: `electron [-r module]... [--switches] <app folder or file> [arguments]`. */
export interface StartArguments {
  readonly modules: readonly string[];
  readonly switches: readonly (readonly [name: string, value: string])[];
  readonly app: string;
}

/** Reads it; switches count wherever they stand, as in Electron. */
export function readArguments(args: readonly string[]): StartArguments {
  const modules: string[] = [];
  const switches: [string, string][] = [];
  let app: string | undefined;
  for (let at = 0; at < args.length; at += 1) {
    const argument = args[at] ?? '';
    const [, name, value = ''] = /^--([^=]+)=?(.*)$/s.exec(argument) ?? [];
    if (app === undefined && (argument === '-r' || argument === '--require')) modules.push(args[++at] ?? '');
    else if (name !== undefined) switches.push([name, value]);
    else app ??= argument;
  }
  return { modules, switches, app: app ?? '.' };
}
