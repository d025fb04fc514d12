/** Path of a Chromium, or null where none was found. */
export declare function findBrowser(): string | null;
