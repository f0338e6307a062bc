/** How the inputs of action.yml become flags of `scan`; each has the name of its flag. */
const values = [
  ...['config', 'accounts-file', 'role-name', 'external-id', 'framework'],
  ...['fail-on', 'waivers', 'baseline', 'on-partial', 'category'],
];
const lists = ['region', 'account', 'preset', 'rule'];
const paths = ['inventory', 'rule-file'];
const switches = ['org', 'allow-incomplete', 'new-only', 'redact'];
const reports = ['sarif', 'evidence', 'html', 'json', 'junit', 'csv', 'markdown'];

/** What keeps the step from running at all. */
export class InputError extends Error {}

/** `--name=value`: a value that begins with a dash is a value all the same. */
export const flagsFrom = (inputs) => [
  ...values.filter((name) => given(inputs, name)).map((name) => `--${name}=${inputs[name]}`),
  ...lists.flatMap((name) => words(inputs[name]).map((word) => `--${name}=${word}`)),
  ...paths.flatMap((name) => lines(inputs[name]).map((line) => `--${name}=${line}`)),
  ...switches.filter((name) => isOn(inputs, name)).map((name) => `--${name}`),
  // Evidence holds what the result lists, and an auditor asks for passes, too.
  ...(given(inputs, 'evidence-file') ? ['--include=pass,notApplicable'] : []),
];

/** The reports to write: those with a file, and those that the step itself needs, in a folder of its own. */
export function reportsFrom(inputs, folder) {
  const asked = reports.flatMap((format) => {
    const file = inputs[`${format}-file`];
    return given(inputs, `${format}-file`) ? [{ format, file, output: `${format}-file` }] : [];
  });
  const own = [
    { format: 'json', isNeeded: true },
    { format: 'markdown', isNeeded: isOn(inputs, 'summary') },
    { format: 'github', isNeeded: isOn(inputs, 'annotations') },
  ].filter(({ format, isNeeded }) => isNeeded && !asked.some((report) => report.format === format));
  return [...asked, ...own.map(({ format }) => ({ format, file: `${folder}/${format}` }))];
}

export function isOn(inputs, name) {
  const value = inputs[name] ?? '';
  if (value === 'true') return true;
  if (value === 'false' || value === '') return false;
  throw new InputError(`input ${name}: expected true or false, not ${JSON.stringify(value)}`);
}

/** A range or a tag may be another version tomorrow. */
export function exactVersion(version) {
  if (/^\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?$/.test(version)) return version;
  throw new InputError(`input version: expected an exact version such as 0.1.0, not ${JSON.stringify(version)}`);
}

const given = (inputs, name) => (inputs[name] ?? '') !== '';
const words = (text = '') => text.split(/[\s,]+/).filter(Boolean);
export const lines = (text = '') => text.split(/\r?\n/).filter((line) => line.trim() !== '');
