import { isRefusal, refusals } from '../refusal.ts';
import type { Refusal } from '../refusal.ts';
import type { DateTimeTimeZoneRecord, FlagRecord } from '../state/contactRecord.ts';
import { isObject } from './readValues.ts';

/** Windows names of zones that people send most; IANA names are known to the runtime. */
const windowsZones: Readonly<Record<string, string>> = {
  'UTC': 'UTC', 'GMT Standard Time': 'Europe/London', 'W. Europe Standard Time': 'Europe/Berlin',
  'Romance Standard Time': 'Europe/Paris', 'Central Europe Standard Time': 'Europe/Budapest',
  'Central European Standard Time': 'Europe/Warsaw', 'E. Europe Standard Time': 'Europe/Chisinau',
  'FLE Standard Time': 'Europe/Kiev', 'GTB Standard Time': 'Europe/Bucharest', 'Russian Standard Time': 'Europe/Moscow',
  'Turkey Standard Time': 'Europe/Istanbul', 'Israel Standard Time': 'Asia/Jerusalem', 'Arab Standard Time': 'Asia/Riyadh',
  'India Standard Time': 'Asia/Calcutta', 'China Standard Time': 'Asia/Shanghai', 'Tokyo Standard Time': 'Asia/Tokyo',
  'Korea Standard Time': 'Asia/Seoul', 'AUS Eastern Standard Time': 'Australia/Sydney',
  'New Zealand Standard Time': 'Pacific/Auckland', 'Eastern Standard Time': 'America/New_York',
  'Central Standard Time': 'America/Chicago', 'Mountain Standard Time': 'America/Denver',
  'Pacific Standard Time': 'America/Los_Angeles', 'E. South America Standard Time': 'America/Sao_Paulo',
};

function offsetAt(ms: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit',
  }).formatToParts(new Date(ms));
  const part = (type: string): number => Number(parts.find((p) => p.type === type)?.value ?? 0);
  return Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second')) - ms;
}

/** A wall clock time in a zone, as UTC with seven decimals: how Outlook answers. */
function toUtc(value: unknown): DateTimeTimeZoneRecord | Refusal {
  if (!isObject(value) || typeof value.dateTime !== 'string' || typeof value.timeZone !== 'string') return refusals.body('a dateTimeTimeZone');
  const stranger = Object.keys(value).find((m) => m !== 'dateTime' && m !== 'timeZone' && !m.startsWith('@'));
  if (stranger !== undefined) return refusals.propertyDoesNotExist(stranger, 'microsoft.graph.dateTimeTimeZone');
  if (!/^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d{1,7})?)?)?$/.test(value.dateTime)) return refusals.invalidArgument();
  const wall = Date.parse(`${value.dateTime.includes('T') ? value.dateTime : `${value.dateTime}T00:00:00`}Z`);
  if (Number.isNaN(wall)) return refusals.invalidArgument();
  const zone = windowsZones[value.timeZone] ?? value.timeZone;
  try {
    const utc = wall - offsetAt(wall - offsetAt(wall, zone), zone);
    return { dateTime: new Date(utc).toISOString().replace(/\.(\d{3})Z$/, '.$10000'), timeZone: 'UTC' };
  } catch {
    // The runtime throws for a zone it does not know.
    return refusals.invalidArgument();
  }
}

const statuses = ['notFlagged', 'flagged', 'complete'] as const;
const dates = ['startDateTime', 'dueDateTime', 'completedDateTime'] as const;

/**
 * Reads a `followupFlag`. A due date without a start date is refused; one after the other is required
 * (seen on messages; the same code serves contacts).
 */
export function readFlag(value: unknown, before: FlagRecord, now: string): FlagRecord | Refusal {
  if (!isObject(value)) return refusals.body("property 'flag'");
  const stranger = Object.keys(value).find((m) => m !== 'flagStatus' && !(dates as readonly string[]).includes(m) && !m.startsWith('@'));
  if (stranger !== undefined) return refusals.propertyDoesNotExist(stranger, 'microsoft.graph.followupFlag');
  const status = statuses.find((s) => s === (value.flagStatus ?? before.flagStatus));
  if (status === undefined) return refusals.body("property 'flagStatus'");
  if (status === 'notFlagged') return { flagStatus: 'notFlagged' };
  const read: { -readonly [P in keyof FlagRecord]: FlagRecord[P] } = { flagStatus: status };
  for (const name of dates) {
    if (value[name] === undefined || value[name] === null) continue;
    const date = toUtc(value[name]);
    if (isRefusal(date)) return date;
    read[name] = date;
  }
  if (read.dueDateTime !== undefined && read.startDateTime === undefined) return refusals.invalidArgument();
  if (read.dueDateTime !== undefined && read.startDateTime !== undefined && read.startDateTime.dateTime > read.dueDateTime.dateTime) {
    return refusals.invalidArgument();
  }
  if (status === 'complete') read.completedDateTime ??= { dateTime: `${now.slice(0, 10)}T00:00:00.0000000`, timeZone: 'UTC' };
  else delete read.completedDateTime;
  return read;
}
