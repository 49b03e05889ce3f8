/** An answer that is an error: what Graph says instead of doing it. */
export type Refusal = {
  readonly refused: true;
  readonly status: number;
  readonly code: string;
  readonly message: string;
  readonly headers?: Readonly<Record<string, string>>;
};

export function refuse(status: number, code: string, message: string, headers?: Readonly<Record<string, string>>): Refusal {
  return headers === undefined ? { refused: true, status, code, message } : { refused: true, status, code, message, headers };
}

export function isRefusal(value: unknown): value is Refusal {
  return typeof value === 'object' && value !== null && 'refused' in value && value.refused === true;
}

/**
 * The refusals Graph gives for contacts, by the name of their code. Texts are those reported from the live service
 * where one was reported; a client must branch on status and code, never on the text.
 */
export const refusals = {
  itemNotFound: () => refuse(404, 'ErrorItemNotFound', 'The specified object was not found in the store.'),
  folderNotFound: () => refuse(404, 'ErrorFolderNotFound', 'The specified folder could not be found in the store.'),
  resourceNotFound: () => refuse(404, 'ResourceNotFound', 'Resource could not be discovered.'),
  userNotFound: (key: string) =>
    refuse(404, 'Request_ResourceNotFound',
      `Resource '${key}' does not exist or one of its queried reference-property objects are not present.`),
  mailboxNotEnabled: () =>
    refuse(404, 'MailboxNotEnabledForRESTAPI', 'The mailbox is either inactive, soft-deleted, or is hosted on-premise.'),
  accessDenied: () => refuse(403, 'ErrorAccessDenied', 'Access is denied. Check credentials and try again.'),
  authorizationDenied: () =>
    refuse(403, 'Authorization_RequestDenied', 'Insufficient privileges to complete the operation.'),
  idMalformed: () => refuse(400, 'ErrorInvalidIdMalformed', 'Id is malformed.'),
  idEmpty: () => refuse(400, 'ErrorInvalidIdEmpty', 'Id must be non-empty.'),
  uriNotParsed: () => refuse(400, 'RequestBroker--ParseUri', 'Bad Request - Error in query syntax: the path could not be parsed.'),
  filterNodes: () => refuse(400, 'ErrorInvalidUrlQueryFilter', 'The query filter contains one or more invalid nodes.'),
  tooComplex: () => refuse(400, 'InefficientFilter', 'The restriction or sort order is too complex for this operation.'),
  badRequest: (message: string) => refuse(400, 'BadRequest', message),
  selectFailed: (property: string, type: string) =>
    refuse(400, 'BadRequest', `Parsing OData Select and Expand failed: Could not find a property named '${property}' on type '${type}'.`),
  unknownProperty: (property: string, type: string) =>
    refuse(400, 'BadRequest', `Could not find a property named '${property}' on type '${type}'.`),
  expandNotSupported: (property: string) =>
    refuse(400, 'ExpandNotSupported', `Expand of '${property}' is not supported.`),
  extensionExpandNeedsFilter: () =>
    refuse(400, 'ErrorGraphExtensionExpandRequiresFilter', 'Expand query option for extensions requires a filter by id.'),
  body: (detail = '') =>
    refuse(400, 'UnableToDeserializePostBody', `were unable to deserialize${detail === '' ? '' : ` ${detail}`}`),
  propertyDoesNotExist: (property: string, type: string) =>
    refuse(400, 'RequestBodyRead',
      `The property '${property}' does not exist on type '${type}'. Make sure to only use property names that are defined by the type or mark the type as open type.`),
  tooManyValues: (property: string, count: number, most: number) =>
    refuse(400, 'ErrorInvalidArgument',
      `The multi value property ${property} has ${count} entries, that exceeds the max allowed value of ${most}`),
  propertyValidation: (property: string) =>
    refuse(400, 'ErrorPropertyValidationFailure', `Property validation failure: ${property}.`),
  /** Seen on an event whose property was named with a type it does not have (microsoft-graph-docs issue 2251). */
  extendedProperty: () =>
    refuse(400, 'ErrorInvalidExtendedProperty', 'The extended property attribute combination is invalid.'),
  invalidArgument: () => refuse(400, 'ErrorInvalidArgument', 'The request is invalid.'),
  odataNotSupported: (status = 400) => refuse(status, 'ErrorInvalidRequest', 'The OData request is not supported.'),
  methodOnCollection: (method: string) =>
    refuse(400, 'ErrorInvalidRequest',
      `Method '${method}' not allowed for 'Microsoft.OData.UriParser.NavigationPropertySegment'`),
  deltaParameters: (names: readonly string[]) =>
    refuse(400, 'ErrorInvalidUrlQuery',
      `The following parameters are not supported with change tracking over the 'Contacts' resource: '${names.join(', ')}'.`),
  folderExists: (status: number, name: string) =>
    refuse(status, 'ErrorFolderExists', `A folder with the specified name already exists., Could not create folder '${name}'.`),
  distinguishedFolder: () => refuse(403, 'ErrorDeleteDistinguishedFolder', 'Distinguished folders cannot be deleted.'),
  conflict: () =>
    refuse(412, 'ErrorIrresolvableConflict',
      'The send or update operation could not be performed because the change key passed in the request does not match the current change key for the item.'),
  throttled: (seconds: number) =>
    refuse(429, 'ApplicationThrottled', 'Application is over its MailboxConcurrency limit.', { 'Retry-After': String(seconds) }),
  tooManyRequests: (seconds: number) =>
    refuse(429, 'TooManyRequests', 'Too many requests have been sent. Please retry after the stated time.', { 'Retry-After': String(seconds) }),
  bodyTooLarge: () => refuse(413, 'RequestEntityTooLarge', 'The request body exceeds the maximum size of 4 MB.'),
  notForThisAccount: () => refuse(501, 'NotImplemented', 'This resource is not available for this type of account.'),
  internal: () => refuse(500, 'ErrorInternalServerError', 'An internal server error occurred. The operation failed.'),
  /** Not an answer of Graph: the emulator says loudly that nobody built this. */
  notEmulated: (what: string) =>
    refuse(501, 'NotImplemented', `The emulator does not know ${what}. If Graph does, it has to be built first.`),
} as const;
