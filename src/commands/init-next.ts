import type { Ci } from './init-ci.ts';

const guide = 'https://github.com/backuplint/backuplint/blob/main/docs/ci-gate.md';

/** What is left to do by hand, before anything gates. */
export const nextSteps = (ci: Ci): readonly string[] => ['Next:', ...numbered([...firstSteps, ...stepsOf[ci]])];

const firstSteps = [
  'Allow the role that reads what the rules need, and no more:\n  backuplint iam-policy --format cloudformation',
  'See what a scan would call, then scan, before anything fails because of it:\n  backuplint calls\n  backuplint scan --fail-on never',
];

const stepsOf: { readonly [ci in Ci]: readonly string[] } = {
  github: [
    `Let GitHub assume that role (${guide}), and set the variables BACKUPLINT_ROLE and BACKUPLINT_REGION of the repository.`,
    'Commit the files, and start the workflow backuplint by hand once.',
  ],
  gitlab: [
    'In .gitlab-ci.yml:\n  include:\n    - local: backuplint.gitlab-ci.yml',
    `Let GitLab assume that role (${guide}), set the CI/CD variables BACKUPLINT_ROLE and AWS_REGION, and add a pipeline schedule.`,
  ],
  cron: [
    'Put these files in a folder that one user alone may read, run sh backuplint-nightly.sh once, and add it to the crontab of that user.',
  ],
  none: ['Have it run every night: backuplint init --ci github, gitlab or cron'],
};

const numbered = (steps: readonly string[]): readonly string[] =>
  steps.map((step, index) => `${index + 1}. ${step.replaceAll('\n', '\n   ')}`);
