import type { z } from 'zod';
import { actorMethods } from './methods/actors.ts';
import { analysisMethods } from './methods/analysis.ts';
import { annotationMethods } from './methods/annotations.ts';
import { articleMethods } from './methods/articles.ts';
import { bundleMethods } from './methods/bundle.ts';
import { citationMethods } from './methods/citations.ts';
import { duplicateMethods } from './methods/duplicates.ts';
import { cleaningMethods } from './methods/cleaning.ts';
import { documentMethods } from './methods/documents.ts';
import { exportMethods } from './methods/export.ts';
import { importMethods } from './methods/import.ts';
import { libraryMethods } from './methods/library.ts';
import { relationMethods } from './methods/relations.ts';
import { searchMethods } from './methods/search.ts';
import { searchesMethods } from './methods/searches.ts';
import { settingsMethods } from './methods/settings.ts';
import { tagMethods } from './methods/tags.ts';
import { templateMethods } from './methods/templates.ts';
import { trashMethods } from './methods/trash.ts';
import { versionMethods } from './methods/versions.ts';
import { styleMethods } from './methods/styles.ts';
import { statementMethods } from './methods/statements.ts';

/** Every method the library answers, in every host. */
export const methods = {
  ...libraryMethods,
  ...importMethods,
  ...duplicateMethods,
  ...cleaningMethods,
  ...articleMethods,
  ...annotationMethods,
  ...tagMethods,
  ...actorMethods,
  ...statementMethods,
  ...analysisMethods,
  ...relationMethods,
  ...searchMethods,
  ...searchesMethods,
  ...documentMethods,
  ...citationMethods,
  ...trashMethods,
  ...templateMethods,
  ...versionMethods,
  ...exportMethods,
  ...styleMethods,
  ...bundleMethods,
  ...settingsMethods,
};

export type Methods = typeof methods;
export type Method = keyof Methods;
/** What a caller sends: defaults may be left out. */
export type Input<M extends Method> = z.input<Methods[M]['input']>;
/** What a handler receives: checked, with defaults filled in. */
export type Parsed<M extends Method> = z.output<Methods[M]['input']>;
export type Output<M extends Method> = z.output<Methods[M]['output']>;

/** Whether anybody still waits for an answer; an `AbortSignal` is one. */
export interface CallSignal {
  readonly aborted: boolean;
}

/**
 * One function per method of `N`; a room implements its own and library.ts unites them. Once
 * `signal` is aborted nobody waits for the answer: a long query may then end as `cancelled`.
 */
export type Handlers<N extends Method = Method> = {
  [M in N]: (input: Parsed<M>, signal?: CallSignal) => Output<M> | Promise<Output<M>>;
};

export const isMethod = (name: string): name is Method => Object.hasOwn(methods, name);
