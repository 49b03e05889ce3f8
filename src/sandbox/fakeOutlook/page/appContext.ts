/** The first answer a pane gets: where it runs and what is possible there. Field names as office.js reads them. */
import { hostProfiles, requirementMatrix } from './hostProfiles.ts';
import { hasNestedAppAuth, type Situation } from './situation.ts';

export function appContext(
  situation: Situation,
  start: { addInId: string; correlationId: string; conversationId: string; hostOrigin: string; isDialog: boolean },
  roamingSettings: Readonly<Record<string, string>>,
  windowSize: { width: number; height: number },
): Record<string, unknown> {
  const profile = hostProfiles[situation.profile];
  return {
    _id: start.addInId,
    _appName: 64, // Outlook on the web
    _appVersion: '16.01',
    _appMinorVersion: 1,
    _appUILocale: situation.locale,
    _dataLocale: situation.locale,
    _docUrl: `${start.hostOrigin}/mail/`,
    _clientMode: 0,
    _settings: roamingSettings,
    _reason: 'documentOpened',
    _osfControlType: 1,
    _eToken: '',
    _correlationId: start.correlationId,
    _appInstanceId: `${start.addInId}-${start.conversationId}`,
    _requirementMatrix: requirementMatrix(profile, hasNestedAppAuth(situation)),
    _hostFullVersion: profile.hostVersion,
    _clientWindowHeight: windowSize.height,
    _clientWindowWidth: windowSize.width,
    _addinName: 'Contact Pane',
    _appDomains: [start.hostOrigin],
    _isDialog: start.isDialog,
    _featureGates: {},
    _initialDisplayMode: 2,
  };
}
