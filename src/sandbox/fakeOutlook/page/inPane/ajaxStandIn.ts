/**
 * outlook-web-16.01.js asks an address of Microsoft for its old Ajax library unless these few things are there.
 * They are all it uses of it (observed); nothing here is taken from that library.
 */
export function standInForAjax(): void {
  const add = (target: object, members: Record<string, unknown>) => {
    for (const [name, value] of Object.entries(members)) {
      if (name in target) continue;
      // Not enumerable: a for-in over a function or a string must not meet them.
      Object.defineProperty(target, name, { value, writable: true, configurable: true, enumerable: false });
    }
  };
  const nothingWrong = () => null;
  const failure = (kind: string) => (...details: unknown[]) => new Error(`${kind}: ${details.map(String).join(' ')}`);
  const page = window as unknown as Record<string, unknown>;

  page['Type'] = Function;
  add(Function, {
    registerNamespace(path: string) {
      let place = page;
      for (const part of path.split('.')) place = (place[part] ??= {}) as Record<string, unknown>;
    },
    registerClass() { /* reflection nobody asks for */ },
    _validateParams: nothingWrong,
    _validateParameter: nothingWrong,
  });
  add(Function.prototype, { registerClass() { return this; } });
  add(Error, {
    create: failure('Error'), argument: failure('Argument'), argumentNull: failure('ArgumentNull'),
    argumentOutOfRange: failure('ArgumentOutOfRange'), argumentType: failure('ArgumentType'),
    argumentUndefined: failure('ArgumentUndefined'), invalidOperation: failure('InvalidOperation'),
    parameterCount: failure('ParameterCount'),
  });
  add(Error.prototype, { popStackFrame() { /* only shortens a stack trace */ } });
  add(String, {
    format: (text: string, ...values: unknown[]) => text.replace(/\{(\d+)\}/g, (_, n: string) => String(values[Number(n)] ?? '')),
  });
  page['Sys'] = {
    StringBuilder: class {
      private text = '';
      append(more: unknown) { this.text += String(more); return this; }
      toString() { return this.text; }
    },
    Debug: { trace() { /* silent */ } },
    Serialization: { JavaScriptSerializer: { serialize: JSON.stringify, deserialize: JSON.parse } },
  };
}
