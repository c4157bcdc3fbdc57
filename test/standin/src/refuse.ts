/** Members that runtimes, test runners and debuggers probe for on any object; asking for them is no use of Electron. */
const probes: ReadonlySet<string> = new Set([
  'then',
  'toJSON',
  'inspect',
  'constructor',
  'nodeType',
  '$$typeof',
  'asymmetricMatch',
  '__esModule',
  'default',
  'domain',
  'subtype',
  'description',
  'className',
  'length',
  'splice',
]);

/** Throws the error that names what the stand-in lacks. */
export function refuse(member: string): never {
  throw new Error(`stand-in: electron.${member} is not imitated`);
}

/**
 * Makes reading a member that `target` lacks an error that names it, where it would be `undefined`. Works by the end of
 * the prototype chain, so the object itself, its private fields and later assignments stay as they are.
 */
export function refuseTheRest<T extends object>(name: string, target: T): T {
  const parent = Object.getPrototypeOf(target) as object;
  const loud = new Proxy(parent, {
    get(end, key, receiver): unknown {
      if (typeof key === 'symbol' || key in end || probes.has(key)) return Reflect.get(end, key, receiver);
      return refuse(name === '' ? key : `${name}.${key}`);
    },
  });
  return Object.setPrototypeOf(target, loud) as T;
}
