import { useEffect, useState } from 'react';
import { everybody } from '#domain/browseQuery';
import type { ContactFolder, FolderId } from '#domain/contact';
import { useServices } from '../../ServicesContext.ts';
import { useCell } from '../../useCell.ts';

const askAgainMs = 500;

/** How many contacts lie in each folder itself, as the person means them; missing while it is being counted. */
export function useFolderCounts(folders: readonly ContactFolder[]): ReadonlyMap<FolderId, number> {
  const services = useServices();
  const version = useCell(services.contactsVersion);
  const [counts, setCounts] = useState<ReadonlyMap<FolderId, number>>(new Map());
  const [again, setAgain] = useState(0);

  useEffect(() => {
    let late = false;
    let timer: ReturnType<typeof setTimeout> | null = null;
    void Promise.all(folders.map(async ({ id }) => [id, await services.browse({ ...everybody, folderId: id }, 0, 0)] as const)).then((all) => {
      if (late) return;
      setCounts(new Map(all.map(([id, { total }]) => [id, total])));
      if (all.some(([, { isComplete }]) => !isComplete)) timer = setTimeout(() => setAgain((n) => n + 1), askAgainMs);
    });
    return () => {
      late = true;
      if (timer !== null) clearTimeout(timer);
    };
  }, [services, folders, version, again]);

  return counts;
}
