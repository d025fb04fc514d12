import { actors } from './actors.ts';
import { analysis } from './analysis.ts';
import { annotations } from './annotations.ts';
import { app } from './app.ts';
import { backups } from './backups.ts';
import { briefings } from './briefings.ts';
import { cleaning } from './cleaning.ts';
import { citations } from './citations.ts';
import { conflict } from './conflict.ts';
import { editor } from './editor.ts';
import { exports } from './exports.ts';
import { history } from './history.ts';
import { imports } from './imports.ts';
import { library } from './library.ts';
import { merge } from './merge.ts';
import { metadata } from './metadata.ts';
import { near } from './near.ts';
import { notes } from './notes.ts';
import { proposed } from './proposed.ts';
import { reader } from './reader.ts';
import { reasons } from './reasons.ts';
import { rules } from './rules.ts';
import { said } from './said.ts';
import { search } from './search.ts';
import { start } from './start.ts';
import { templates } from './templates.ts';
import { textVersions } from './textVersions.ts';
import { ui } from './ui.ts';
import { versions } from './versions.ts';

export const en = {
  actors,
  analysis,
  annotations,
  app,
  backups,
  briefings,
  cleaning,
  citations,
  conflict,
  editor,
  exports,
  history,
  imports,
  library,
  merge,
  metadata,
  near,
  notes,
  proposed,
  reader,
  reasons,
  rules,
  said,
  search,
  start,
  templates,
  textVersions,
  ui,
  versions,
} as const;
