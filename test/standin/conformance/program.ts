import path from 'node:path';
import ts from 'typescript';

/** Absolute path to text: files that are read so, whatever the disk says. */
export type Overlay = ReadonlyMap<string, string>;

/** The project's folder; this file and the bundle made of it (out/standin/lib) both lie three levels below it. */
export const root = path.resolve(import.meta.dirname, '../../..');
export const electronTypings = path.join(root, 'node_modules/electron/electron.d.ts');

/** What was parsed for a configuration, by file: programs that differ in a few files share the others. */
const parsedFor = new Map<string, Map<string, { readonly text: string; readonly source: ts.SourceFile }>>();

function overlaidHost(config: string, options: ts.CompilerOptions, overlay: Overlay): ts.CompilerHost {
  const parsed = parsedFor.get(config) ?? new Map<string, { readonly text: string; readonly source: ts.SourceFile }>();
  parsedFor.set(config, parsed);
  const host = ts.createCompilerHost(options);
  const folders = new Set([...overlay.keys()].map((file) => path.dirname(file)));
  const readFile = host.readFile.bind(host);
  const fileExists = host.fileExists.bind(host);
  const directoryExists = host.directoryExists?.bind(host);
  host.readFile = (file) => overlay.get(file) ?? readFile(file);
  host.fileExists = (file) => overlay.has(file) || fileExists(file);
  host.directoryExists = (folder) => folders.has(folder) || (directoryExists?.(folder) ?? true);
  host.getSourceFile = (file, target) => {
    const text = host.readFile(file);
    if (text === undefined) return undefined;
    const known = parsed.get(file);
    if (known?.text === text) return known.source;
    const source = ts.createSourceFile(file, text, target, true);
    parsed.set(file, { text, source });
    return source;
  };
  return host;
}

/**
 * The program of a tsconfig under build/ with the overlay on top. A file of the overlay which the disk does not have is
 * part of the program when it lies under electron/.
 */
export function programOf(config: string, overlay: Overlay): ts.Program {
  const fail = (diagnostic: ts.Diagnostic): never => {
    throw new Error(ts.flattenDiagnosticMessageText(diagnostic.messageText, '\n'));
  };
  const readFile = (file: string): string | undefined => overlay.get(file) ?? ts.sys.readFile(file);
  const reader = { ...ts.sys, readFile, onUnRecoverableConfigFileDiagnostic: fail };
  const parsed = ts.getParsedCommandLineOfConfigFile(path.join(root, 'build', config), {}, reader);
  if (!parsed) throw new Error(`cannot read build/${config}`);
  parsed.errors.forEach(fail);
  const planted = [...overlay.keys()].filter(
    (file) => file.startsWith(path.join(root, 'electron/')) && !ts.sys.fileExists(file),
  );
  const rootNames = [...new Set([...parsed.fileNames, ...planted])];
  return ts.createProgram({ rootNames, options: parsed.options, host: overlaidHost(config, parsed.options, overlay) });
}

/** Every error of a program, or of these files of it, one line each: place and message. */
export function errorsOf(program: ts.Program, files?: readonly string[]): readonly string[] {
  const looked = files?.flatMap((file) => program.getSourceFile(file) ?? []) ?? [undefined];
  const diagnostics = [
    ...program.getOptionsDiagnostics(),
    ...program.getGlobalDiagnostics(),
    ...looked.flatMap((file) => [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)]),
  ];
  return diagnostics.map(({ file, start = 0, messageText }) => {
    const message = ts.flattenDiagnosticMessageText(messageText, ' ');
    if (!file) return message;
    const { line } = file.getLineAndCharacterOfPosition(start);
    return `${path.relative(root, file.fileName)}:${line + 1} ${message}`;
  });
}
