import { addIn, placeholderOrigin } from './addIn.ts';
import type { Button, Surface, Text } from './addIn.ts';

/**
 * The add-in only manifest for a pane served from `origin`. The order of the elements is the schema's. Both sets of
 * overrides are complete, because a host that understands the second replaces the first with it.
 * (Office add-ins, "Office Add-ins manifest reference")
 */
export function manifestXml(origin: string): string {
  const at = (path: string) => escape(`${origin}/${path}`);
  const overridden = (tag: string, text: Text) => [
    `<${tag} DefaultValue="${escape(text.en)}">`,
    `  <Override Locale="de-DE" Value="${escape(text.de)}"/>`,
    `</${tag}>`,
  ];
  return lines([
    '<?xml version="1.0" encoding="UTF-8"?>',
    ...(origin === placeholderOrigin ? [`<!-- Made from src/build/addIn.ts by "npm run manifest". ${origin} stands for the place that serves the pane; "npm run build" puts the real one there. -->`] : []),
    '<OfficeApp xmlns="http://schemas.microsoft.com/office/appforoffice/1.1" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:bt="http://schemas.microsoft.com/office/officeappbasictypes/1.0" xmlns:mailappor="http://schemas.microsoft.com/office/mailappversionoverrides" xsi:type="MailApp">',
    ...indent([
      `<Id>${addIn.id}</Id>`,
      `<Version>${addIn.version}.0</Version>`,
      `<ProviderName>${addIn.provider}</ProviderName>`,
      '<DefaultLocale>en-US</DefaultLocale>',
      ...overridden('DisplayName', addIn.name),
      ...overridden('Description', addIn.description),
      `<IconUrl DefaultValue="${at('assets/icon-64.png')}"/>`,
      `<HighResolutionIconUrl DefaultValue="${at('assets/icon-128.png')}"/>`,
      `<SupportUrl DefaultValue="${at(addIn.about)}"/>`,
      '<AppDomains>',
      `  <AppDomain>${escape(origin)}</AppDomain>`,
      '</AppDomains>',
      '<Hosts>',
      '  <Host Name="Mailbox"/>',
      '</Hosts>',
      '<Requirements>',
      `  <Sets DefaultMinVersion="${addIn.mailbox}">`,
      `    <Set Name="Mailbox" MinVersion="${addIn.mailbox}"/>`,
      '  </Sets>',
      '</Requirements>',
      '<FormSettings>',
      '  <Form xsi:type="ItemRead">',
      '    <DesktopSettings>',
      `      <SourceLocation DefaultValue="${at(addIn.pane)}"/>`,
      '      <RequestedHeight>450</RequestedHeight>',
      '    </DesktopSettings>',
      '  </Form>',
      '</FormSettings>',
      `<Permissions>${addIn.permission}</Permissions>`,
      '<Rule xsi:type="RuleCollection" Mode="Or">',
      ...['Message', 'Appointment'].flatMap((type) => ['Read', 'Edit'].map((form) => `  <Rule xsi:type="ItemIs" ItemType="${type}" FormType="${form}"/>`)),
      '</Rule>',
      '<DisableEntityHighlighting>false</DisableEntityHighlighting>',
      '<VersionOverrides xmlns="http://schemas.microsoft.com/office/mailappversionoverrides" xsi:type="VersionOverridesV1_0">',
      ...indent([
        ...overrides('1.0', at),
        '<VersionOverrides xmlns="http://schemas.microsoft.com/office/mailappversionoverrides/1.1" xsi:type="VersionOverridesV1_1">',
        ...indent(overrides('1.1', at)),
        '</VersionOverrides>',
      ]),
      '</VersionOverrides>',
    ]),
    '</OfficeApp>',
  ]);
}

type At = (path: string) => string;

function overrides(version: '1.0' | '1.1', at: At): readonly string[] {
  return [
    '<Requirements>',
    `  <bt:Sets DefaultMinVersion="${addIn.mailbox}">`,
    '    <bt:Set Name="Mailbox"/>',
    '  </bt:Sets>',
    '</Requirements>',
    '<Hosts>',
    '  <Host xsi:type="MailHost">',
    '    <DesktopFormFactor>',
    ...indent([
      ...(version === '1.1' ? ['<SupportsSharedFolders>true</SupportsSharedFolders>'] : []),
      '<FunctionFile resid="Commands.Url"/>',
      ...addIn.surfaces.flatMap((surface) => extensionPoint(surface, version)),
    ], 3),
    '    </DesktopFormFactor>',
    '  </Host>',
    '</Hosts>',
    ...resources(at),
  ];
}

function extensionPoint(surface: Surface, version: '1.0' | '1.1'): readonly string[] {
  return [
    `<ExtensionPoint xsi:type="${surface.xml}">`,
    '  <OfficeTab id="TabDefault">',
    `    <Group id="${surface.id}.group">`,
    '      <Label resid="Group.Label"/>',
    ...indent(buttonsOn(surface).flatMap((button) => control(button, surface, version)), 3),
    '    </Group>',
    '  </OfficeTab>',
    '</ExtensionPoint>',
  ];
}

function control(button: Button, surface: Surface, version: '1.0' | '1.1'): readonly string[] {
  const name = capital(button.id);
  const pinned = version === '1.1' && surface.pinnable;
  return [
    `<Control xsi:type="Button" id="${surface.id}.${button.id}">`,
    `  <Label resid="${name}.Label"/>`,
    '  <Supertip>',
    `    <Title resid="${name}.Label"/>`,
    `    <Description resid="${name}.Tip"/>`,
    '  </Supertip>',
    '  <Icon>',
    ...addIn.iconSizes.map((size) => `    <bt:Image size="${size}" resid="Icon.${size}"/>`),
    '  </Icon>',
    ...indent(button.does.kind === 'openPane' ? [
      '<Action xsi:type="ShowTaskpane">',
      '  <SourceLocation resid="Pane.Url"/>',
      ...(pinned ? ['  <SupportsPinning>true</SupportsPinning>'] : []),
      '</Action>',
    ] : [
      '<Action xsi:type="ExecuteFunction">',
      `  <FunctionName>${button.does.action}</FunctionName>`,
      '</Action>',
    ]),
    '</Control>',
  ];
}

function resources(at: At): readonly string[] {
  const text = (id: string, words: Text) => [
    `<bt:String id="${id}" DefaultValue="${escape(words.en)}">`,
    `  <bt:Override Locale="de-DE" Value="${escape(words.de)}"/>`,
    '</bt:String>',
  ];
  return [
    '<Resources>',
    '  <bt:Images>',
    ...addIn.iconSizes.map((size) => `    <bt:Image id="Icon.${size}" DefaultValue="${at(`assets/icon-${size}.png`)}"/>`),
    '  </bt:Images>',
    '  <bt:Urls>',
    `    <bt:Url id="Pane.Url" DefaultValue="${at(addIn.pane)}"/>`,
    `    <bt:Url id="Commands.Url" DefaultValue="${at(addIn.commands)}"/>`,
    '  </bt:Urls>',
    '  <bt:ShortStrings>',
    ...indent([text('Group.Label', addIn.group), ...addIn.buttons.map((button) => text(`${capital(button.id)}.Label`, button.label))].flat(), 2),
    '  </bt:ShortStrings>',
    '  <bt:LongStrings>',
    ...indent(addIn.buttons.flatMap((button) => text(`${capital(button.id)}.Tip`, button.tip)), 2),
    '  </bt:LongStrings>',
    '</Resources>',
  ];
}

const buttonsOn = (surface: Surface) => addIn.buttons.filter((button) => button.on.includes(surface.id));
const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);
const indent = (some: readonly string[], steps = 1) => some.map((line) => '  '.repeat(steps) + line);
const lines = (some: readonly string[]) => `${some.join('\n')}\n`;
const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
