/** What is asked of a page: functions that run in it, as text. */

export const openAll = `for (const each of document.querySelectorAll('details')) each.open = true`;

export const overflow = `(() => {
  const width = document.documentElement.clientWidth;
  const own = (element) => !element.closest('.scroll, nav, [hidden]');
  const wide = [...document.querySelectorAll('body *')].filter((each) => own(each) && each.getBoundingClientRect().right > width + 1);
  return [document.documentElement.scrollWidth - width, ...wide.map((each) => each.outerHTML.slice(0, 120))];
})()`;

/**
 * Texts that stand out too little from what is behind them, by the colours that the browser came to: WCAG 2.2, 1.4.3.
 * A gradient counts as what it is drawn on, since its lines are thin.
 */
export const faintTexts = `(() => {
  const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
  const rgba = (colour) => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data];
  };
  const luminance = (parts) => {
    const [red, green, blue] = parts.map((part) => part / 255).map((part) => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const contrast = (a, b) => {
    const [darker, lighter] = [luminance(a), luminance(b)].sort((x, y) => x - y);
    return (lighter + 0.05) / (darker + 0.05);
  };
  const behind = (element) => {
    for (let each = element; each; each = each.parentElement) {
      const [red, green, blue, alpha] = rgba(getComputedStyle(each).backgroundColor);
      if (alpha === 255) return [red, green, blue];
    }
    return [255, 255, 255];
  };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const faint = [];
  let seen = 0;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    if (node.data.trim() === '' || element.closest('script, style, .unseen, option') || !element.checkVisibility()) continue;
    const style = getComputedStyle(element);
    const isLarge = parseFloat(style.fontSize) >= 24 || (parseFloat(style.fontSize) >= 18.66 && Number(style.fontWeight) >= 700);
    const ratio = contrast(rgba(element instanceof SVGElement ? style.fill : style.color).slice(0, 3), behind(element));
    seen += 1;
    if (ratio < (isLarge ? 3 : 4.5)) faint.push(ratio.toFixed(2) + ' ' + node.data.trim().slice(0, 40) + ' in ' + element.className);
  }
  return { seen, faint };
})()`;

/** Sets filters as a person would, and waits until they have been applied. */
export const filterBy = (filters: { readonly [name: string]: string }): string => `(async () => {
  const form = document.getElementById('filters');
  for (const [name, value] of Object.entries(${JSON.stringify(filters)})) form.elements.namedItem(name).value = value;
  form.dispatchEvent(new Event('input', { bubbles: true }));
  await new Promise((resolve) => setTimeout(resolve, 200));
})()`;

/** Milliseconds from a word that is typed until the findings with it are shown. */
export const filterTime = (text: string): string => `new Promise((resolve) => {
  const form = document.getElementById('filters');
  const start = performance.now();
  new MutationObserver(() => requestAnimationFrame(() => resolve(Math.round(performance.now() - start)))).observe(document.getElementById('shown'), { childList: true });
  form.elements.namedItem('text').value = ${JSON.stringify(text)};
  form.dispatchEvent(new Event('input', { bubbles: true }));
})`;

export const shown = `document.getElementById('shown').textContent`;

/** The names of the findings that can be seen, in the order in which they stand. */
export const seenNames = `[...document.querySelectorAll('.finding')].filter((each) => each.checkVisibility()).map((each) => each.querySelector('.name').textContent)`;

/** What can be seen of some elements. */
export const seen = (selector: string): string =>
  `[...document.querySelectorAll('${selector}')].filter((each) => each.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: false })).length`;
