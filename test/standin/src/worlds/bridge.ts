/**
 * The two ends of the context bridge. Both worlds of a page share one detached DOM node that no page script can reach.
 * Events on it cross synchronously and Chromium itself clones their `detail`, so only copies ever pass; functions and
 * promises pass as numbers.
 */
type Side = 'page' | 'preload';
type Packed = readonly [kind: 'plain' | 'list' | 'record' | 'function' | 'promise' | 'error', content: unknown];
type Answer = readonly [ok: boolean, value: Packed];
type AnyFunction = (...values: unknown[]) => unknown;

/** Captured before any page script runs, so that a page that patches them changes nothing here. */
export interface Natives {
  readonly add: AnyFunction;
  readonly dispatch: AnyFunction;
  readonly Event: typeof CustomEvent;
  readonly call: (called: AnyFunction, receiver: unknown, values: readonly unknown[]) => unknown;
  readonly detail: (event: Event) => unknown;
}

export interface Bridge {
  pack(value: unknown): Packed;
  unpack(packed: Packed): unknown;
  tell(what: string, detail: unknown): void;
  listen(what: string, listener: (detail: unknown) => void): void;
}

/** Takes the browser's own functions as they are now. */
export function captureNatives(): Natives {
  const call = Reflect.get(Reflect, 'apply') as Natives['call'];
  const method = (name: keyof EventTarget): AnyFunction => Reflect.get(EventTarget.prototype, name) as AnyFunction;
  const detail = Object.getOwnPropertyDescriptor(CustomEvent.prototype, 'detail') ?? {};
  const getter = Reflect.get(detail, 'get') as AnyFunction;
  return {
    add: method('addEventListener'),
    dispatch: method('dispatchEvent'),
    Event: CustomEvent,
    call,
    detail: (event) => call(getter, event, []),
  };
}

/** One end of the bridge over `node`. */
export function openBridge(node: Node, here: Side, there: Side, natives: Natives): Bridge {
  const functions = new Map<number, AnyFunction>();
  const settlers = new Map<number, (answer: Answer) => void>();
  let lastId = 0;
  let answered: Answer | undefined;

  const tell = (what: string, detail: unknown): void => {
    natives.call(natives.dispatch, node, [new natives.Event(`${there}:${what}`, { detail })]);
  };
  const listen = (what: string, listener: (detail: unknown) => void): void => {
    natives.call(natives.add, node, [`${here}:${what}`, (event: Event) => listener(natives.detail(event))]);
  };

  function pack(value: unknown, depth = 0): Packed {
    if (depth > 1000) throw new TypeError('Electron contextBridge recursion depth exceeded.');
    if (typeof value === 'symbol') throw new TypeError('An object could not be cloned.');
    if (typeof value === 'function') {
      functions.set(++lastId, value as AnyFunction);
      return ['function', lastId];
    }
    if (value === null || typeof value !== 'object') return ['plain', value];
    if (Array.isArray(value)) return ['list', value.map((item) => pack(item, depth + 1))];
    if (value instanceof Error) return ['error', value.message];
    if (value instanceof Promise) {
      const id = ++lastId;
      value.then(
        (result: unknown) => tell('settle', [id, [true, pack(result)]]),
        (error: unknown) => tell('settle', [id, [false, pack(error)]]),
      );
      return ['promise', id];
    }
    if (Object.prototype.toString.call(value) !== '[object Object]') return ['plain', value];
    return ['record', Object.entries(value).map(([key, item]) => [key, pack(item, depth + 1)])];
  }

  function unpack([kind, content]: Packed): unknown {
    switch (kind) {
      case 'plain':
        return content;
      case 'error':
        return new Error(String(content));
      case 'list':
        return (content as Packed[]).map(unpack);
      case 'record':
        return Object.fromEntries((content as [string, Packed][]).map(([key, item]) => [key, unpack(item)]));
      case 'promise':
        return new Promise<Answer>((resolve) => settlers.set(Number(content), resolve)).then(open);
      case 'function':
        return (...values: unknown[]) => callThere(Number(content), values);
    }
  }

  function callThere(id: number, values: readonly unknown[]): unknown {
    answered = undefined;
    tell('call', [id, values.map((value) => pack(value))]);
    const answer = takeAnswer();
    if (!answer) throw new Error('the other side of the context bridge is gone');
    return open(answer);
  }

  function open([ok, packed]: Answer): unknown {
    const value = unpack(packed);
    if (!ok) throw value;
    return value;
  }

  function takeAnswer(): Answer | undefined {
    const answer = answered;
    answered = undefined;
    return answer;
  }

  function answerCall(id: number, values: readonly Packed[]): Answer {
    try {
      const called = functions.get(id);
      if (!called) throw new Error('no such function');
      return [true, pack(called(...values.map(unpack)))];
    } catch (error) {
      return [false, pack(error instanceof Error ? error : new Error(String(error)))];
    }
  }

  listen('call', (detail) => {
    const [id, values] = detail as [number, Packed[]];
    tell('return', answerCall(id, values));
  });
  listen('return', (detail) => {
    answered = detail as Answer;
  });
  listen('settle', (detail) => {
    const [id, answer] = detail as [number, Answer];
    const settle = settlers.get(id);
    settlers.delete(id);
    settle?.(answer);
  });
  return { pack: (value) => pack(value), unpack, tell, listen };
}
