import { useEffect, useState, type DependencyList } from 'react';

/** Where a call stands. */
export type RpcState<T> =
  | { readonly is: 'loading' }
  | { readonly is: 'done'; readonly value: T }
  | { readonly is: 'failed'; readonly error: unknown };

// region hook
/** Makes a call when the component appears and whenever `deps` change; gives it up when it is no longer wanted. */
export function useRpc<T>(call: (signal: AbortSignal) => Promise<T>, deps: DependencyList): RpcState<T> {
  const [state, setState] = useState<RpcState<T>>({ is: 'loading' });
  useEffect(() => {
    const wanted = new AbortController();
    const show = (next: RpcState<T>) => !wanted.signal.aborted && setState(next);
    show({ is: 'loading' });
    call(wanted.signal).then((value) => show({ is: 'done', value }), (error: unknown) => show({ is: 'failed', error }));
    return () => wanted.abort();
  }, deps);
  return state;
}
// endregion
