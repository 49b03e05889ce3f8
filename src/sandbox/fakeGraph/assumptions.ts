/**
 * What nobody could establish about Microsoft Graph, and the side this emulator takes. Each line is a switch:
 * `POST /sandbox/settings {"patchHonoursIfMatch": true}` takes the other side, `POST /sandbox/reset` takes all back.
 *
 * Where nothing speaks for either side, the one that is harder for a client is the default: an emulator kinder
 * than the service hides defects.
 */
export type Assumptions = {
  /** Metadata offers `If-Match` on DELETE only; no page describes it on PATCH of a contact. */
  patchHonoursIfMatch: boolean;
  /** `parentFolderId` is listed among the properties of "contact: update", yet nobody saw it move anything. */
  patchParentFolderIdMoves: boolean;
  /** How many `any(… eq …)` terms one filter may join by `or` before it is "too complex". */
  addressTermsInOneFilter: number;
  /** Exchange is believed to compare addresses and other text without regard to case. */
  filterIgnoresCase: boolean;
  /** A `$filter` on `categories`: confirmed for events, plausible for contacts. `ignored` answers everything. */
  categoriesFilter: 'works' | 'ignored' | 'refused';
  /** `companyName eq`, and `eq` on other text beside the names: asked publicly, never answered. */
  companyNameFilter: boolean;
  /** On messages a `$filter` that does not begin with the `$orderby` property is an inefficient filter. */
  orderByTogetherWithFilter: 'works' | 'refused';
  /** Microsoft's own toolkit encodes `#` twice in the address filter, so `%23` inside a literal means `#` too. */
  doubleEncodedHashMatches: boolean;
  /** Longest one-line text, before `ErrorPropertyValidationFailure`. No page gives a length. */
  longestText: number;
  /** Longest `personalNotes`. */
  longestNotes: number;
  /** Outlook stores Home and Home 2. */
  homePhonesLimit: number;
  /** Outlook's own form has one chat address; whether the service takes more is unknown. */
  imAddressesLimit: number;
  /** `primaryEmailAddress` and its siblings: in the metadata, on no page. `absent` leaves them out. */
  namedEmailAddresses: 'filled' | 'absent';
  /** Whether those three can be written. When not, they are ignored. */
  namedEmailAddressesWritable: boolean;
  /** `emailAddresses[].name` was seen replaced by the directory's display name for that address. */
  directoryRenamesEmailAddresses: boolean;
  /** The status of "no photo" is 404; three codes were seen. */
  missingPhotoCode: 'ImageNotFound' | 'ErrorItemNotFound' | 'ResourceNotFound';
  /** Largest contact photo in bytes. 4 MB is the limit of the call. */
  largestPhoto: number;
  /** GNOME Evolution PUTs a zero-length photo to remove it; nobody could verify what happens. */
  emptyPhotoRemoves: boolean;
  /** Whether writing a photo moves the contact's changeKey. */
  photoChangesChangeKey: boolean;
  /** `/me/contacts/delta` is in the metadata; only the form with a folder is documented. */
  deltaWithoutFolder: boolean;
  /** Delegated delta on a folder of somebody else. */
  deltaOnSharedFolders: boolean;
  /** Most items in one delta page, whatever `odata.maxpagesize` asks for: "the server may return fewer". */
  deltaPageLimit: number;
  /** A changed item comes with at least what changed. `partial` sends no more than that. */
  deltaItems: 'whole' | 'partial';
  /** Changes may be replayed: every round repeats the newest change of the round before. */
  deltaReplays: boolean;
  /** The same item may come several times in one round; then each page begins with the last item of the page before. */
  deltaRepeatsAcrossPages: boolean;
  /** An expired token was seen as 410 with either code, and as 400 or 404 with `syncStateNotFound`. */
  expiredDelta: 'gone' | 'resyncRequired' | 'badRequest' | 'notFound';
  /** `changed` means restorable, which an item in Deleted Items is; the page's own example says `deleted`. */
  removedReasonOfDelete: 'changed' | 'deleted';
  /** What a subscription hears of a delete: a delete is a move to Deleted Items. */
  deleteNotifies: 'nothing' | 'deleted' | 'missed';
  /** A create was often followed by an update at once. */
  createNotifiesTwice: boolean;
  /** Whether an immutable id still finds an item that lies in Deleted Items. */
  deletedItemsByImmutableId: 'notFound' | 'found';
  /** The known-issues page: the list holds only the children of the default folder. One project saw it included. */
  defaultFolderListed: boolean;
  /** Status of `ErrorFolderExists`: usually 400, in some tenants 409. */
  folderExistsStatus: 400 | 409;
  /** `/beta/me/contacts`: today's page says default folder, older pages and reports say the whole mailbox. */
  betaListCovers: 'defaultFolder' | 'mailbox';
  /** Whether `Retry-After` is among the headers a browser may read: missing in 2022, present today. */
  retryAfterExposed: boolean;
  /** PATCH of an open extension: the Outlook page keeps what is not named, the user page drops it. */
  extensionPatch: 'merges' | 'replaces';
  /** Which form the id of an open extension comes back in. */
  extensionIdPrefix: 'microsoft.graph.openTypeExtension.' | 'Microsoft.OutlookServices.OpenTypeExtension.';
  /** Contact photos of personal accounts: the permission data lists work accounts only. */
  personalContactPhotos: 'refused' | 'work';
  /** Some accounts get an empty people list unless they send `$search`. */
  peopleWithoutSearch: 'ranked' | 'empty';
};

export const assumptions: Readonly<Assumptions> = {
  patchHonoursIfMatch: false,
  patchParentFolderIdMoves: false,
  addressTermsInOneFilter: 10,
  filterIgnoresCase: true,
  categoriesFilter: 'works',
  companyNameFilter: true,
  orderByTogetherWithFilter: 'refused',
  doubleEncodedHashMatches: true,
  longestText: 255,
  longestNotes: 32_768,
  homePhonesLimit: 2,
  imAddressesLimit: 3,
  namedEmailAddresses: 'filled',
  namedEmailAddressesWritable: false,
  directoryRenamesEmailAddresses: true,
  missingPhotoCode: 'ImageNotFound',
  largestPhoto: 4 * 1024 * 1024,
  emptyPhotoRemoves: false,
  photoChangesChangeKey: true,
  deltaWithoutFolder: true,
  deltaOnSharedFolders: true,
  deltaPageLimit: 500,
  deltaItems: 'whole',
  deltaReplays: false,
  deltaRepeatsAcrossPages: false,
  expiredDelta: 'gone',
  removedReasonOfDelete: 'changed',
  deleteNotifies: 'nothing',
  createNotifiesTwice: false,
  deletedItemsByImmutableId: 'notFound',
  defaultFolderListed: false,
  folderExistsStatus: 400,
  betaListCovers: 'mailbox',
  retryAfterExposed: true,
  extensionPatch: 'merges',
  extensionIdPrefix: 'microsoft.graph.openTypeExtension.',
  personalContactPhotos: 'refused',
  peopleWithoutSearch: 'ranked',
};
