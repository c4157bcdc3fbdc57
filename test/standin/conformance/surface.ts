import fs from 'node:fs';
import ts from 'typescript';
import type { Offered } from './offered';
import { electronTypings } from './program';
import { eachClass, eventOf, listening } from './typings';

/** A window's members are split over two classes in the typings. */
const sameAs: Readonly<Record<string, string>> = { BaseWindow: 'BrowserWindow' };

/**
 * Electron's own typings without the modules, members and events that the stand-in lacks. Compiled against them, an app
 * that uses one of these has a type error that names it.
 */
export function surfaceTypings({ names, members, events }: Offered): string {
  const text = fs.readFileSync(electronTypings, 'utf8');
  const source = ts.createSourceFile(electronTypings, text, ts.ScriptTarget.Latest, true);
  const dropped: ts.Node[] = [];

  eachClass(source, (declaration) => {
    const declared = declaration.name?.text ?? '';
    const name = sameAs[declared] ?? declared;
    const offered = members.get(name);
    if (!offered) return;
    for (const member of declaration.members) {
      const event = eventOf(member);
      const key =
        member.name && (ts.isIdentifier(member.name) || ts.isStringLiteral(member.name)) ? member.name.text : '';
      const kept =
        event === undefined ? key === '' || listening.has(key) || offered.has(key) : events.get(name)?.has(event);
      if (!kept) dropped.push(member);
    }
  });
  eachModuleName(source, (name, node) => {
    if (!names.has(name)) dropped.push(node);
  });
  return without(text, dropped);
}

/** The constants and classes that `import ... from 'electron'` and its relatives can name. */
function eachModuleName(source: ts.SourceFile, visit: (name: string, node: ts.Node) => void): void {
  const namespaces: ReadonlySet<string> = new Set(['Common', 'Main', 'Renderer', 'CrossProcessExports']);
  const walk = (node: ts.Node): void => {
    if (!ts.isModuleDeclaration(node) || !node.body || !ts.isModuleBlock(node.body)) return;
    for (const inner of node.body.statements) {
      if (!namespaces.has(node.name.text)) walk(inner);
      else if (ts.isClassDeclaration(inner) && inner.name) visit(inner.name.text, inner);
      else if (ts.isVariableStatement(inner)) visit(inner.declarationList.declarations[0]?.name.getText() ?? '', inner);
    }
  };
  source.statements.forEach(walk);
}

function without(text: string, nodes: readonly ts.Node[]): string {
  let kept = '';
  let from = 0;
  for (const node of [...nodes].sort((one, other) => one.pos - other.pos)) {
    kept += text.slice(from, node.pos);
    from = node.end;
  }
  return kept + text.slice(from);
}
