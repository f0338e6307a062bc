type Patterns = string | readonly string[];
type Match = { readonly [member: string]: Patterns | { readonly [key: string]: Patterns } };

/** A match as a phrase: "resourceType EFS or FSx and accountId 1111*". */
export const matchText = (match: Match): string => matchMembers(match).join(' and ');

export const matchMembers = (match: Match): readonly string[] =>
  Object.entries(match).map(([member, wanted]) => `${member} ${wantedText(wanted)}`);

const wantedText = (wanted: Match[string]): string =>
  isPatterns(wanted)
    ? patternsText(wanted)
    : Object.entries(wanted)
        .map(([key, patterns]) => `${key}=${patternsText(patterns)}`)
        .join(' and ');

const isPatterns = (wanted: Match[string]): wanted is Patterns => typeof wanted === 'string' || Array.isArray(wanted);

const patternsText = (patterns: Patterns): string => [patterns].flat().join(' or ');
