export const struckOut: string;
/** Puts `struckOut` in place of each of these hosts, wherever it stands as a whole name. */
export function strikeOut(source: string, foreignHosts: readonly string[]): string;
export default function oneCloudLoader(source: string): string;
