/**
 * What the app did that a real Electron would keep to itself. Tests read it as
 * `electron.standIn`; on real Electron it is undefined.
 */
export interface Recorded {
  readonly openedExternally: string[];
  readonly shownInFolder: string[];
  /** Addresses of pages that were printed to PDF. */
  readonly printed: string[];
  readonly errorBoxes: { title: string; content: string }[];
  readonly switches: string[];
  readonly requests: { url: string; cancelled: boolean }[];
  readonly deniedWindows: string[];
  readonly deniedNavigations: string[];
  readonly permissionsAsked: { permission: string; granted: boolean }[];
  readonly privilegedSchemes: { scheme: string; privileges: object }[];
  sandboxEnabled: boolean;
}

export const recorded: Recorded = {
  openedExternally: [],
  shownInFolder: [],
  printed: [],
  errorBoxes: [],
  switches: [],
  requests: [],
  deniedWindows: [],
  deniedNavigations: [],
  permissionsAsked: [],
  privilegedSchemes: [],
  sandboxEnabled: false,
};
