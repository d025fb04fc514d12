/**
 * The version of the rules that find mentions. Raised with every change that finds other mentions
 * for the same names and texts: a library that stored an older number reads its articles again.
 */
export const mentionRulesVersion = 19;

/** The same for the names that are proposed: a library reads them again where it is raised. */
export const proposalRulesVersion = 16;
