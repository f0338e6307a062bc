import type { Run } from 'sarif';

type SarifRule = NonNullable<Run['tool']['driver']['rules']>[number];
type SarifResult = NonNullable<Run['results']>[number];

/** What makes GitHub reject or garble a file that is valid by the standard, or open alerts that are none. */
export function githubFaults(run: Run): string[] {
  const { results = [] } = run;
  const rules = run.tool.driver.rules ?? [];
  return [
    ...(results.length > 5000 ? [`${results.length} results`] : []),
    ...runFaults(run),
    ...rules.flatMap((rule) => ruleFaults(rule).map((fault) => `${rule.id}: ${fault}`)),
    ...results.flatMap(({ kind, suppressions }, at) =>
      kind === 'fail' && suppressions === undefined ? [] : [`results/${at}: not an alert`],
    ),
  ];
}

/** What the standard asks of a log and its schema cannot: members in all results or none, and places that are there. */
export function evidenceFaults(run: Run): string[] {
  const { results = [], invocations = [] } = run;
  const some = (member: 'suppressions' | 'baselineState') => {
    const count = results.filter((result) => result[member] !== undefined).length;
    return count === 0 || count === results.length ? [] : [`${member} in ${count} of ${results.length}`];
  };
  const levels = results.filter(({ kind, level }) => (level === 'none') === (kind === 'fail'));
  const errors = invocations.filter(
    ({ executionSuccessful, toolExecutionNotifications = [] }) =>
      executionSuccessful && toolExecutionNotifications.some(({ level }) => level === 'error'),
  );
  return [
    ...runFaults(run),
    ...some('suppressions'),
    ...some('baselineState'),
    ...levels.map(({ kind, level }) => `${kind} of level ${level}`),
    ...errors.map(() => 'an error in a run that was a success'),
    ...taxaFaults(run),
    ...[...JSON.stringify(run).matchAll(/"\w*[gG]uid":"([^"]*)"/g)].flatMap(([, guid = '']) =>
      /^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(guid) ? [] : [`guid ${guid}`],
    ),
  ];
}

/** Of both profiles. */
function runFaults({ tool, results = [], automationDetails }: Run): string[] {
  const keys = new Set<string>();
  const twice = results.map(keyOf).filter((key) => keys.size === keys.add(key).size);
  return [
    ...(/^[^/].*\/[^/]+$/.test(automationDetails?.id ?? '') ? [] : [`no category in ${automationDetails?.id}`]),
    ...twice.map((key) => `twice: ${key}`),
    ...results.flatMap((result, at) =>
      resultFaults(result, tool.driver.rules ?? []).map((fault) => `results/${at}: ${fault}`),
    ),
  ];
}

const keyOf = ({ ruleId, locations, partialFingerprints }: SarifResult): string =>
  [ruleId, locations?.[0]?.physicalLocation?.artifactLocation?.uri, partialFingerprints?.primaryLocationLineHash].join(
    ' ',
  );

function ruleFaults({ id, shortDescription, fullDescription, help, properties }: SarifRule): string[] {
  const security: unknown = properties?.['security-severity'];
  return [
    ...(id === '' || id.length > 255 ? ['id'] : []),
    ...([shortDescription, fullDescription, help].every((text) => text?.text) ? [] : ['an empty text']),
    ...[shortDescription, fullDescription].filter((text) => (text?.text.length ?? 0) > 1024).map(() => 'a long text'),
    ...((properties?.tags ?? []).length > 10 ? ['tags'] : []),
    ...(security === undefined || (typeof security === 'string' && /^\d(\.\d)?$/.test(security)) ? [] : ['severity']),
  ];
}

function resultFaults(
  { ruleId, ruleIndex, message, locations = [], partialFingerprints }: SarifResult,
  rules: readonly SarifRule[],
): string[] {
  const uris = locations.map(({ physicalLocation }) => physicalLocation?.artifactLocation?.uri ?? '');
  const lines = locations.map(({ physicalLocation }) => physicalLocation?.region?.startLine ?? 0);
  const rule = rules[ruleIndex ?? -1];
  return [
    ...(rule?.id === ruleId ? [] : ['ruleIndex']),
    ...(message.text ? [] : ['no text']),
    ...(message.id === undefined || rule?.messageStrings?.[message.id] ? [] : [`no message ${message.id}`]),
    ...(partialFingerprints?.primaryLocationLineHash ? [] : ['no fingerprint']),
    ...(locations.length === 0 ? ['no location'] : []),
    ...uris.filter((uri) => !isRepositoryPath(uri)).map((uri) => `uri ${uri}`),
    ...lines.filter((line) => line < 1).map(() => 'no line'),
  ];
}

const isRepositoryPath = (uri: string): boolean =>
  uri.split('/').every((segment) => /^([\w.~!$&'()*+,;=@-]|%[0-9A-F]{2})+$/.test(segment) && segment !== '..');

/** A requirement that a rule or a result points to stands where it says, and a result has all of its rule's. */
function taxaFaults({ tool, results = [], taxonomies = [] }: Run): string[] {
  const rules = tool.driver.rules ?? [];
  const ofRules = rules.map(({ relationships = [] }) => relationships.map(({ target }) => target));
  const pointers = [...ofRules.flat(), ...results.flatMap(({ taxa = [] }) => taxa)];
  const isThere = ({ id, index = -1, toolComponent }: (typeof pointers)[number]) => {
    const taxonomy = taxonomies[toolComponent?.index ?? -1];
    return taxonomy?.taxa?.[index]?.id === id && (toolComponent?.guid ?? taxonomy?.guid) === taxonomy?.guid;
  };
  return [
    ...pointers.filter((pointer) => !isThere(pointer)).map(({ id }) => `no requirement ${id}`),
    ...results
      .filter(({ taxa = [], ruleIndex = -1 }) => taxa.length !== ofRules[ruleIndex]?.length)
      .map(({ ruleId }) => `requirements of ${ruleId}`),
  ];
}
