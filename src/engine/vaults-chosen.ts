import { type Answer, joinReasons, known, mapAnswer, reasonsOf, unknown } from './answer.ts';
import { memberOf } from './facts/common.ts';
import { type Item, whyHidden } from './item.ts';
import { joinFact } from './join-fact.ts';
import { matches } from './operators.ts';
import type { Member, World } from './world/world.ts';

/** The vaults that a restore testing plan takes points from: of its account and Region, included and not excluded. */
export function vaultsChosen(plan: Item, world: World): readonly Member[] {
  const place = joinFact(plan, 'scopeId', world);
  const selection = world.fact(plan, 'RecoveryPointSelection');
  return [...world.items('backupVault'), ...world.placeholders('backupVault')].flatMap((vault): readonly Member[] => {
    const isThere = mapAnswer(place, (own) =>
      mapAnswer(joinFact(vault, 'placeId', world), (its) => known(own === its)),
    );
    if (isFalse(isThere)) return [];
    const chosen = isChosen(selection, world.fact(vault, 'BackupVaultArn'));
    if (isFalse(chosen)) return [];
    const unread = vault.isPlaceholder ? whyHidden(vault) : [];
    const reasons = joinReasons([reasonsOf(isThere), reasonsOf(chosen), unread]);
    return [{ item: vault, reasons: reasons.length === 0 ? known(true) : unknown(reasons) }];
  });
}

const isFalse = (answer: Answer): boolean => answer.is === 'known' && answer.value === false;

const isChosen = (selection: Answer, vaultArn: Answer): Answer =>
  mapAnswer(selection, (value) => {
    const [included, excluded] = [patternsIn(value, 'IncludeVaults'), patternsIn(value, 'ExcludeVaults')];
    // What is included nowhere, or excluded everywhere, chooses no vault, whichever it is.
    if (included.length === 0 || excluded.includes('*')) return known(false);
    return mapAnswer(vaultArn, (arn) => known(isAmong(arn, included) && !isAmong(arn, excluded)));
  });

const isAmong = (arn: unknown, patterns: readonly string[]): boolean =>
  patterns.some((pattern) => matches(pattern, String(arn)));

function patternsIn(selection: unknown, name: string): readonly string[] {
  const list = memberOf(selection, name);
  return Array.isArray(list) ? list.filter((each) => typeof each === 'string') : [];
}
