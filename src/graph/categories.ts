import type { Category, CategoryColor } from '#domain/category';
import type { Result } from '#domain/result';
import { failed, ok } from '#domain/result';
import type { GraphAnswer, GraphClient } from './client.ts';
import { readAllPages } from './paging.ts';
import { readCategory } from './wire.ts';

/** Not covered by the scopes for contacts; an administrator is not needed. (Graph permissions reference) */
export const readCategoriesScopes = ['MailboxSettings.Read'] as const;
export const writeCategoriesScopes = ['MailboxSettings.ReadWrite'] as const;

/** The code of `refused` when a category of that name is in the list already. */
export const categoryExists = 'categoryExists';

type How = { readonly signal?: AbortSignal | undefined };
type ListHow = How & {
  /** Read by the permission to write, for whoever is about to: it covers reading, and asks nobody for a second one. */
  readonly toWrite?: boolean;
};

/** The mailbox's master list of categories. (Graph reference, outlookCategory resource type) */
export type Categories = {
  /** The whole list, which is small. Needs `readCategoriesScopes`, or with `toWrite` `writeCategoriesScopes`. */
  readonly listCategories: (how?: ListHow) => Promise<Result<readonly Category[]>>;
  /**
   * `refused` with the code `categoryExists` when the name is taken, in whatever case. A name cannot be changed
   * afterwards. Needs `writeCategoriesScopes`. (Graph reference, "Create Outlook category")
   */
  readonly createCategory: (displayName: string, color: CategoryColor, how?: How) => Promise<Result<Category>>;
  /** Needs `writeCategoriesScopes`. (Graph reference, "Update outlookCategory") */
  readonly recolourCategory: (id: string, color: CategoryColor, how?: How) => Promise<Result<Category>>;
  /**
   * One that is gone counts as deleted. Contacts keep its name, without a colour. Needs `writeCategoriesScopes`.
   * (Graph reference, "Delete outlookCategory")
   */
  readonly deleteCategory: (id: string, how?: How) => Promise<Result<null>>;
};

const list = '/me/outlook/masterCategories';
const pathOf = (id: string) => `${list}/${encodeURIComponent(id)}`;

export function categories(client: GraphClient): Categories {
  return {
    listCategories: ({ toWrite = false, ...how } = {}) => readAllPages(client, {
      method: 'GET', path: list, scopes: toWrite ? writeCategoriesScopes : readCategoriesScopes, ...how,
    }, readCategory),
    createCategory: async (displayName, color, how) => {
      const answer = await client.send({ method: 'POST', path: list, scopes: writeCategoriesScopes, body: { displayName, color }, ...how });
      return !answer.ok && isTaken(answer) ? failed({ kind: 'refused', code: categoryExists, message: '' }) : asCategory(answer);
    },
    recolourCategory: async (id, color, how) => asCategory(await client.send({
      method: 'PATCH', path: pathOf(id), scopes: writeCategoriesScopes, body: { color }, ...how,
    })),
    deleteCategory: async (id, how) => {
      const answer = await client.send({ method: 'DELETE', path: pathOf(id), scopes: writeCategoriesScopes, ...how });
      return answer.ok || answer.problem.kind === 'gone' ? ok(null) : answer;
    },
  };
}

/** No page tells the status or code of a taken name: a create can conflict with nothing else, and a code may say it. */
const isTaken = ({ problem }: Result<unknown> & { ok: false }): boolean =>
  problem.kind === 'changedElsewhere' || (problem.kind === 'refused' && /duplicate|exists/i.test(problem.code));

const asCategory = (answer: Result<GraphAnswer>): Result<Category> => (answer.ok ? readCategory(answer.value.body) : answer);
