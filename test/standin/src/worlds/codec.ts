/**
 * Structured clone as text, for the DevTools binding that carries strings only. JSON's own scalars stay as they are;
 * everything else is a list that starts with its kind. Runs in Node and in the page's isolated world.
 */
type Encoded = string | number | boolean | null | readonly Encoded[];

interface NativeBase64 {
  toBase64(): string;
}
interface NativeBase64Constructor {
  fromBase64(text: string): Uint8Array<ArrayBuffer>;
}

const views: Readonly<Record<string, new (buffer: ArrayBuffer) => ArrayBufferView>> = {
  Int8Array,
  Uint8Array,
  Uint8ClampedArray,
  Int16Array,
  Uint16Array,
  Int32Array,
  Uint32Array,
  Float32Array,
  Float64Array,
  BigInt64Array,
  BigUint64Array,
  DataView,
};
const errors: Readonly<Record<string, ErrorConstructor>> = {
  Error,
  EvalError,
  RangeError,
  ReferenceError,
  SyntaxError,
  TypeError,
  URIError,
};

function toBase64(bytes: Uint8Array): string {
  if (typeof Buffer !== 'undefined')
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');
  return (bytes as unknown as NativeBase64).toBase64();
}

function fromBase64(text: string): ArrayBuffer {
  if (typeof Buffer !== 'undefined') return new Uint8Array(Buffer.from(text, 'base64')).buffer;
  return (Uint8Array as unknown as NativeBase64Constructor).fromBase64(text).buffer;
}

const kindOf = (value: object): string => Object.prototype.toString.call(value).slice(8, -1);

/** Encodes a value as text. Throws what Electron throws when a value cannot be cloned (functions, symbols, promises). */
export function encode(root: unknown): string {
  const seen = new Map<object, number>();
  const walk = (value: unknown): Encoded => {
    switch (typeof value) {
      case 'string':
      case 'boolean':
        return value;
      case 'number':
        return Number.isFinite(value) && !Object.is(value, -0)
          ? value
          : ['number', Object.is(value, -0) ? '-0' : String(value)];
      case 'undefined':
        return ['undefined'];
      case 'bigint':
        return ['bigint', String(value)];
      case 'function':
      case 'symbol':
        throw new Error('An object could not be cloned.');
      case 'object':
        return value === null ? null : object(value);
    }
  };
  const object = (value: object): Encoded => {
    const known = seen.get(value);
    if (known !== undefined) return ['again', known];
    seen.set(value, seen.size);
    const kind = kindOf(value);
    if (Array.isArray(value)) return ['list', ...value.map(walk)];
    if (ArrayBuffer.isView(value)) {
      return ['view', kind, toBase64(new Uint8Array(value.buffer, value.byteOffset, value.byteLength))];
    }
    if (value instanceof ArrayBuffer) return ['buffer', toBase64(new Uint8Array(value))];
    if (value instanceof Date) return ['date', String(value.getTime())];
    if (value instanceof Map) return ['map', ...[...value].flat().map(walk)];
    if (value instanceof Set) return ['set', ...[...value].map(walk)];
    if (value instanceof RegExp) return ['regexp', value.source, value.flags];
    if (value instanceof Error) return ['error', value.name, value.message, value.stack ?? ''];
    if (kind !== 'Object') throw new Error(`#<${kind}> could not be cloned.`);
    return ['record', ...Object.entries(value).flatMap(([key, item]) => [key, walk(item)])];
  };
  return JSON.stringify(walk(root));
}

/** Decodes what `encode` made; shared and cyclic references come back as such. */
export function decode(text: string): unknown {
  const seen: unknown[] = [];
  const keep = <T>(value: T): T => {
    seen.push(value);
    return value;
  };
  const walk = (encoded: Encoded): unknown => {
    if (encoded === null || typeof encoded !== 'object') return encoded;
    const [kind, ...rest] = encoded as readonly [string, ...Encoded[]];
    const word = (index: number): string => String(rest[index]);
    switch (kind) {
      case 'number':
        return Number(word(0));
      case 'undefined':
        return undefined;
      case 'bigint':
        return BigInt(word(0));
      case 'again':
        return seen[Number(rest[0])];
      case 'buffer':
        return keep(fromBase64(word(0)));
      case 'view':
        return keep(new (views[word(0)] ?? Uint8Array)(fromBase64(word(1))));
      case 'date':
        return keep(new Date(Number(word(0))));
      case 'regexp':
        return keep(new RegExp(word(0), word(1)));
      case 'error':
        return keep(restoreError(word(0), word(1), word(2)));
      case 'list': {
        const list = keep<unknown[]>([]);
        for (const item of rest) list.push(walk(item));
        return list;
      }
      case 'set': {
        const set = keep(new Set());
        for (const item of rest) set.add(walk(item));
        return set;
      }
      case 'map': {
        const map = keep(new Map());
        for (let at = 0; at < rest.length; at += 2) map.set(walk(rest[at] ?? null), walk(rest[at + 1] ?? null));
        return map;
      }
      case 'record': {
        const record = keep<Record<string, unknown>>({});
        for (let at = 0; at < rest.length; at += 2) {
          const value = walk(rest[at + 1] ?? null);
          Object.defineProperty(record, word(at), { value, enumerable: true, writable: true, configurable: true });
        }
        return record;
      }
      default:
        throw new Error(`unknown kind in a message: ${kind}`);
    }
  };
  return walk(JSON.parse(text) as Encoded);
}

function restoreError(name: string, message: string, stack: string): Error {
  const error = new (errors[name] ?? Error)(message);
  if (stack !== '') error.stack = stack;
  return error;
}
