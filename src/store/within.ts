/** Storage that should have answered did not, within our own clock. */
export class StorageTimeout extends Error {
  override readonly name = 'StorageTimeout';
}

/** `work`, or a StorageTimeout after `ms`. */
export function within<T>(ms: number, work: Promise<T>): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const clock = setTimeout(() => reject(new StorageTimeout()), ms);
    work.then(resolve, reject).finally(() => clearTimeout(clock));
  });
}
