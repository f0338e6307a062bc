import type { ResultWaiver } from '../../result.ts';
import { becauseText, waivedText, worstFirst } from '../waiver-text.ts';
import { type Page, plural } from './page.ts';
import type { Tone } from './style.ts';
import { wrap } from './wrap.ts';

/** Waivers shown: those that need somebody come first. */
const shownWaivers = 10;

/** What is accepted, by whom and until when, and which waivers no longer do what they were written for. */
export function waiverSection(waivers: readonly ResultWaiver[], page: Page): string[] {
  const more = waivers.length - shownWaivers;
  return [
    page.paint('WAIVERS', 'bold'),
    ...worstFirst(waivers)
      .slice(0, shownWaivers)
      .flatMap((waiver) => waiverLines(waiver, page)),
    ...(more > 0 ? ['', page.paint(`  … and ${more} more (all in --format json)`, 'dim')] : []),
  ];
}

type Life = { readonly tone: Tone; readonly head: string; readonly tail: string };

const lives: { readonly [state in ResultWaiver['state']]: (waiver: ResultWaiver) => Life } = {
  used: ({ expires, findings }) => ({
    tone: 'dim',
    head: `✓ until ${expires}`,
    tail: `accepts ${plural(findings, 'finding')}`,
  }),
  expiring: ({ expires, findings }) => ({
    tone: 'yellow',
    head: `! expires ${expires}`,
    tail: `accepts ${plural(findings, 'finding')} until then`,
  }),
  expired: ({ expires, findings }) => ({
    tone: 'red',
    head: `✗ expired ${expires}`,
    tail: `${plural(findings, 'finding')} no longer accepted`,
  }),
  unused: () => ({ tone: 'yellow', head: '! unused', tail: 'accepts nothing that was found' }),
};

function waiverLines(waiver: ResultWaiver, page: Page): string[] {
  const { tone, head, tail } = lives[waiver.state](waiver);
  const told = waiver.warnings.length > 0 ? waiver.warnings : [tail];
  const say = (text: string) => wrap(text, page.measure, '    ', '      ');
  return [
    '',
    ...wrap(`${head}: ${waivedText(waiver)}`, page.measure, '  ', '    ').map((line) => page.paint(line, tone)),
    ...say([`${waiver.owner}: ${becauseText(waiver)}`, ...told].join('; ')),
  ];
}
