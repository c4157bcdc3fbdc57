import path from 'node:path';
import ts from 'typescript';
import { electronTypings, errorsOf, programOf, root, type Overlay } from './program';
import { eachClass, eventOf, listening } from './typings';

/** What the stand-in has, by Electron's names. */
export interface Offered {
  readonly names: ReadonlySet<string>;
  readonly members: ReadonlyMap<string, ReadonlySet<string>>;
  readonly events: ReadonlyMap<string, ReadonlySet<string>>;
  /** Where the stand-in says something that Electron's typings do not; one sentence each. */
  readonly problems: readonly string[];
}

/** Members that belong to every function or emitter, and so to neither side in particular. */
const common: ReadonlySet<string> = new Set([
  ...listening,
  ...['emit', 'listeners', 'rawListeners', 'listenerCount', 'eventNames', 'removeAllListeners'],
  ...['prependListener', 'prependOnceListener', 'setMaxListeners', 'getMaxListeners', 'prototype'],
]);

const isPrivate = (symbol: ts.Symbol): boolean =>
  /^(__|#)/.test(symbol.name) ||
  (symbol.declarations ?? []).some((declared) => ts.getCombinedModifierFlags(declared) & ts.ModifierFlags.Private);

/** Reads the stand-in by the compiler and holds it against Electron's typings. */
export function readOffered(overlay: Overlay): Offered {
  const program = programOf('tsconfig.standin.json', overlay);
  const checker = program.getTypeChecker();
  const problems = [...errorsOf(program)];
  const members = new Map<string, Set<string>>();
  const events = new Map<string, Set<string>>();
  const known = eventsOfElectron(program);

  const compare = (name: string, mine: ts.Type, theirs: ts.Type): void => {
    const own = members.get(name) ?? new Set();
    members.set(name, own);
    for (const member of checker.getPropertiesOfType(mine)) {
      if (isPrivate(member) || common.has(member.name)) continue;
      own.add(member.name);
      const real = checker.getPropertyOfType(theirs, member.name);
      const offered = checker.getTypeOfSymbol(member);
      if (!real) problems.push(`${name}.${member.name} is offered by the stand-in and is not in Electron`);
      else if (!checker.isTypeAssignableTo(offered, checker.getTypeOfSymbol(real))) {
        problems.push(`${name}.${member.name} does not fit Electron's: ${checker.typeToString(offered)}`);
      }
    }
  };
  const compareEvents = (name: string, mine: ts.Type): void => {
    const declared = checker.getPropertiesOfType(mine).find((member) => member.name.startsWith('__@imitatedEvents'));
    const type = declared && checker.getTypeOfSymbol(declared);
    const list = !type ? [] : type.isUnion() ? type.types : [type];
    const own = new Set(list.flatMap((event) => (event.isStringLiteral() ? [event.value] : [])));
    events.set(name, own);
    for (const event of own) {
      if (!known.get(name)?.has(event)) problems.push(`${name} has no event '${event}' in Electron`);
    }
  };

  for (const [name, mine, theirs] of pairs(program, 'Instances')) {
    compare(name, mine, theirs);
    compareEvents(name, mine);
  }
  for (const [name, mine, theirs] of pairs(program, 'Statics')) compare(name, mine, theirs);
  const names = new Set<string>();
  for (const [, mine, theirs] of pairs(program, 'Names')) {
    for (const { name } of checker.getPropertiesOfType(mine)) {
      names.add(name);
      if (!checker.getPropertyOfType(theirs, name)) problems.push(`${name} is not a module of Electron`);
      if (!members.has(name.charAt(0).toUpperCase() + name.slice(1))) problems.push(`${name} is compared by no pair`);
    }
  }
  return { names, members, events, problems };
}

function* pairs(program: ts.Program, list: string): Generator<[name: string, mine: ts.Type, theirs: ts.Type]> {
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(path.join(root, 'test/standin/conformance/pairs.ts'));
  const declared = source?.statements.find((node) => ts.isInterfaceDeclaration(node) && node.name.text === list);
  if (!declared) throw new Error(`pairs.ts has no ${list}`);
  for (const member of checker.getTypeAtLocation(declared).getProperties()) {
    const [mine, theirs] = checker.getTypeArguments(checker.getTypeOfSymbol(member) as ts.TypeReference);
    if (!mine || !theirs) throw new Error(`${list}.${member.name} is no pair`);
    yield [member.name, mine, theirs];
  }
}

/** Class to the events that its typings name; a window has those of its base too. */
function eventsOfElectron(program: ts.Program): ReadonlyMap<string, ReadonlySet<string>> {
  const source = program.getSourceFile(electronTypings);
  if (!source) throw new Error('the typings of Electron are not part of the check');
  const events = new Map<string, Set<string>>();
  eachClass(source, (declaration) => {
    const name = declaration.name?.text ?? '';
    events.set(name, new Set(declaration.members.flatMap((member) => eventOf(member) ?? [])));
  });
  const ofBase = events.get('BaseWindow') ?? new Set();
  events.set('BrowserWindow', new Set([...ofBase, ...(events.get('BrowserWindow') ?? [])]));
  return events;
}
