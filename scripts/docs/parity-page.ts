import type { Rule } from '../../src/rules/rule.ts';
import { type PeerCheck, peerChecks } from './peer-checks.ts';

/** docs/rules/parity.md, from what the rules say they are the like of. */
export const parityPage = (rules: readonly Rule[]): string => `# What other tools check

Made from the rules' own \`equivalents\`; do not edit. Left, the checks that the other tools for AWS Backup have between them: AWS Backup
Audit Manager, AWS Config, Security Hub, Prowler, Powerpipe, Service Screener, CloudSploit, Cloud Custodian, Checkov, cdk-nag, cnspec,
cfn-lint and others. Right, the rule that asks the same, and what it does better or otherwise. The preset \`audit-manager\` holds the
rules that stand for the controls of Audit Manager.

| check | who has it | rule here | better, or otherwise |
|---|---|---|---|
${peerChecks.map((each) => parityRow(each, rules)).join('\n')}
`;

const parityRow = (peerCheck: PeerCheck, rules: readonly Rule[]): string => {
  const { check, peers, ours } = peerCheck;
  const links = rulesLike(peerCheck, rules).map(({ id, name }) => `[${id} ${name}](${id}.md)`);
  return `| ${check} | ${peers.map((each) => `\`${each}\``).join(' ')} | ${links.join(', ')} | ${ours} |`;
};

export const rulesLike = ({ peers }: PeerCheck, rules: readonly Rule[]): readonly Rule[] =>
  rules.filter(({ equivalents = [] }) => equivalents.some((each) => peers.includes(each)));
