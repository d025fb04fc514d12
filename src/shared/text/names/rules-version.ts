/**
 * The version of the rules that find mentions. Raised with every change that finds other mentions
 * for the same names and texts: a library that stored an older number reads its articles again.
 */
export const mentionRulesVersion = 2;
