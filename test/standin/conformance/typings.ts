import ts from 'typescript';

/** The methods of an event emitter: their overloads name the events. */
export const listening: ReadonlySet<string> = new Set(['on', 'once', 'off', 'addListener', 'removeListener']);

export type ClassLike = ts.ClassDeclaration | ts.InterfaceDeclaration;

/** The event which one overload is for; undefined for every other member. */
export function eventOf(member: ts.Node): string | undefined {
  if (!ts.isMethodSignature(member) && !ts.isMethodDeclaration(member)) return undefined;
  const type = listening.has(member.name.getText()) ? member.parameters[0]?.type : undefined;
  return type && ts.isLiteralTypeNode(type) && ts.isStringLiteral(type.literal) ? type.literal.text : undefined;
}

/** Calls `visit` for every class and interface of namespace Electron itself, not of the namespaces inside it. */
export function eachClass(source: ts.SourceFile, visit: (declaration: ClassLike) => void): void {
  for (const statement of source.statements) {
    if (!ts.isModuleDeclaration(statement) || statement.name.text !== 'Electron') continue;
    if (!statement.body || !ts.isModuleBlock(statement.body)) continue;
    for (const inner of statement.body.statements) {
      if ((ts.isClassDeclaration(inner) || ts.isInterfaceDeclaration(inner)) && inner.name) visit(inner);
    }
  }
}
