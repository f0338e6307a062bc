/** What does not touch the page, so that it can be tested without one. */
export const pureScript = `const severities = ['critical', 'high', 'medium', 'low', 'info'];
const filters = ['severity', 'standing', 'baseline', 'rule', 'account', 'type'];
const isFiltered = (want) => [...filters, 'text'].some((name) => want[name]);
const matches = (item, want) =>
  filters.every((name) => !want[name] || item[name] === want[name]) &&
  (want.text || '').toLowerCase().split(/\\s+/).every((word) => item.text().includes(word));
const keyOf = (item, order) => (order === 'severity' ? severities.indexOf(item.severity) : item[order]);
const sorted = (items, order) =>
  order === '' ? items : [...items].sort((a, b) => {
    const [left, right] = [keyOf(a, order), keyOf(b, order)];
    return left < right ? -1 : left > right ? 1 : a.at - b.at;
  });
`;

const wiring = `const form = document.getElementById('filters');
const folds = [];
addEventListener('beforeprint', () => {
  folds.push(...document.querySelectorAll('details:not([open])'));
  for (const fold of folds) fold.open = true;
});
addEventListener('afterprint', () => {
  for (const fold of folds.splice(0)) fold.open = false;
});
if (form) {
  const [flat, list] = ['flat', 'groups'].map((id) => document.getElementById(id));
  const [shown, unfold] = ['shown', 'unfold'].map((id) => document.getElementById(id));
  const groups = [...list.children].map((element) => ({ element, items: [] }));
  const items = groups.flatMap((group) => [...group.element.querySelectorAll('.finding')].map((element) => {
    let text;
    const name = element.querySelector('.name').textContent;
    const item = { ...element.dataset, name, element, home: element.parentNode, text: () => (text ??= element.textContent.toLowerCase()) };
    group.items.push(item);
    return item;
  }));
  items.forEach((item, at) => { item.at = at; });
  let order = '';
  const arrange = (next) => {
    if (next === order) return;
    order = next;
    for (const { element, home } of sorted(items, order)) (order === '' ? home : flat).append(element);
    flat.hidden = order === '';
    list.hidden = order !== '';
  };
  const apply = () => {
    const want = Object.fromEntries(new FormData(form));
    for (const item of items) item.element.hidden = !matches(item, want);
    const filtered = isFiltered(want);
    for (const { element, items } of groups) {
      const some = items.some((item) => !item.element.hidden);
      element.hidden = filtered && !some;
      element.open = filtered && some;
    }
    arrange(want.order);
    const grouped = (count) => count.toLocaleString('en');
    shown.textContent = grouped(items.filter((item) => !item.element.hidden).length) + ' of ' + grouped(items.length) + ' findings';
    label();
  };
  const folded = () => groups.filter(({ element }) => !element.hidden && !element.open);
  const label = () => { unfold.textContent = folded().length > 0 ? 'open all rules' : 'close all rules'; };
  let soon;
  form.addEventListener('input', () => { clearTimeout(soon); soon = setTimeout(apply, 80); });
  form.addEventListener('reset', () => setTimeout(apply));
  form.addEventListener('submit', (event) => event.preventDefault());
  list.addEventListener('toggle', label, true);
  unfold.addEventListener('click', () => {
    const open = folded().length > 0;
    for (const { element } of groups) element.open = open && !element.hidden;
  });
  document.addEventListener('click', (event) => {
    const link = event.target.closest('[data-pick]');
    if (!link) return;
    for (const field of form.querySelectorAll('select, input')) field.value = '';
    for (const [name, value] of new URLSearchParams(link.dataset.pick)) {
      const field = form.elements.namedItem(name);
      if (!field) continue;
      field.value = value;
      if (field.value !== value) field.add(new Option(value, value, true, true));
    }
    apply();
  });
  form.hidden = false;
  apply();
}
`;

/** Filters, order, and all of it opened for print. Without it the page is whole, and lacks those. */
export const script = `(() => {
'use strict';
${pureScript}${wiring}})();`;
