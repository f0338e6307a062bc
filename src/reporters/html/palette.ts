/** The colours, by what they say. A test holds that each text is readable on each ground, in both schemes. */
export type Scheme = { readonly [token in Token]: string };
export type Token =
  | (typeof grounds)[number]
  | (typeof texts)[number]
  | (typeof heats)[number]
  | (typeof shapes)[number];

export const grounds = ['paper', 'sunk'] as const;
export const texts = ['ink', 'soft', 'pass', 'fail', 'unknown', 'medium', 'low', 'link'] as const;
/** Of the coverage table, from a few failing resources to all; `ink` stands on them. */
export const heats = ['heat-1', 'heat-2', 'heat-3', 'heat-4'] as const;
/** Lines and fills, which carry no text. */
const shapes = ['line', 'on-time', 'late', 'very-late', 'lost', 'none', 'no', 'hatch', 'focus'] as const;

export const light: Scheme = {
  paper: '#ffffff',
  sunk: '#f3f5f7',
  ink: '#14202b',
  soft: '#55626f',
  pass: '#0c6a62',
  fail: '#ac2418',
  unknown: '#745300',
  medium: '#8a4a00',
  low: '#2b5a8c',
  link: '#0b5a78',
  'heat-1': '#f9ebe7',
  'heat-2': '#f4d7ce',
  'heat-3': '#ecbcae',
  'heat-4': '#e39f8f',
  line: '#d6dce1',
  'on-time': '#1f7d78',
  late: '#d9b650',
  'very-late': '#dc8a3e',
  lost: '#bd4430',
  none: '#5e1a14',
  no: '#e6bdb3',
  hatch: '#8b96a1',
  focus: '#0b5a78',
};

export const dark: Scheme = {
  paper: '#11181f',
  sunk: '#1a232c',
  ink: '#e6ebf0',
  soft: '#a3b0bc',
  pass: '#5fc4b8',
  fail: '#ff8d7c',
  unknown: '#e0b552',
  medium: '#eda45c',
  low: '#8fbbe8',
  link: '#7cc4e0',
  'heat-1': '#2b2122',
  'heat-2': '#412827',
  'heat-3': '#5b302b',
  'heat-4': '#773a31',
  line: '#313d48',
  'on-time': '#3a9e95',
  late: '#cfae4e',
  'very-late': '#d58640',
  lost: '#cf5540',
  none: '#f0b1a4',
  no: '#713d35',
  hatch: '#70808e',
  focus: '#7cc4e0',
};

export const tokensOf = (scheme: Scheme): string =>
  Object.entries(scheme)
    .map(([token, colour]) => `--${token}: ${colour};`)
    .join(' ');
