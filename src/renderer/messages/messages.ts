import { createContext, useContext } from 'react';
import { en } from './en/index.ts';
import { translator, type KeyOf, type Translate } from '../../shared/messages/translate.ts';

export type MessageKey = KeyOf<typeof en>;
export type Messages = Translate<typeof en>;

export const english: Messages = translator('en', en);

export const MessagesContext = createContext<Messages>(english);

/** Words for the screen: `m('library.articles', { count: 3 })`. */
export const useMessages = (): Messages => useContext(MessagesContext);
