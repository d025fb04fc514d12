const pathEnd = /[^/\\]*$/;

/** The last part of a path, of any system. */
export const baseName = (source: string): string => pathEnd.exec(source)?.[0] ?? source;
