/** Fields that the organisation of the demo has laid down for its contacts, as a schema extension. */
export const organisationFields = {
  id: 'contoso_people',
  description: 'What Contoso keeps about its contacts',
  properties: [
    { name: 'costCentre', type: 'String' }, { name: 'floor', type: 'Integer' }, { name: 'joined', type: 'DateTime' }, { name: 'keyHolder', type: 'Boolean' },
  ],
} as const;
