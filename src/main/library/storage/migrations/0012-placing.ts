/** Where an article stands in its outlet and in the archive it was taken from, in CSL-JSON terms. */
export const placing = `
ALTER TABLE articles ADD COLUMN section TEXT;
ALTER TABLE articles ADD COLUMN page TEXT;
ALTER TABLE articles ADD COLUMN edition TEXT;
ALTER TABLE articles ADD COLUMN volume TEXT;
ALTER TABLE articles ADD COLUMN issue TEXT;
ALTER TABLE articles ADD COLUMN genre TEXT;
ALTER TABLE articles ADD COLUMN dimensions TEXT;
ALTER TABLE articles ADD COLUMN archive TEXT;
ALTER TABLE articles ADD COLUMN number TEXT;
`;
