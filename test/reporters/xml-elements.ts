export type XmlElement = {
  readonly name: string;
  readonly attributes: { readonly [name: string]: string };
  /** Without that of the elements in it. */
  text: string;
  /** Of the elements in it. */
  readonly inside: string[];
};

const entity = '&(?:amp|lt|gt|quot|apos|#\\d+|#x[0-9a-fA-F]+);';
const attribute = new RegExp(`\\s+([A-Za-z][\\w.-]*)="((?:[^<&"]|${entity})*)"`, 'gy');
const token = new RegExp(
  `<(/?)([A-Za-z][\\w.-]*)((?:\\s+[A-Za-z][\\w.-]*="(?:[^<&"]|${entity})*")*)(/?)>|((?:[^<&]|${entity})+)`,
  'y',
);
const noCharacter = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;

/** The elements of a document in order of their beginning. Strict: throws for whatever XML 1.0 does not allow, and for what we do not write. */
export function xmlElements(document: string): readonly XmlElement[] {
  const head = '<?xml version="1.0" encoding="UTF-8"?>\n';
  const bad = noCharacter.exec(document);
  if (bad) throw new Error(`no character of XML: ${JSON.stringify(bad[0])}`);
  if (!document.startsWith(head)) throw new Error('no XML declaration');
  const elements: XmlElement[] = [];
  const open: XmlElement[] = [];
  let isOver = false;
  token.lastIndex = head.length;
  while (token.lastIndex < document.length) {
    const at = token.lastIndex;
    const [, slash, name, attributes = '', empty, text] = token.exec(document) ?? [];
    const inner = open.at(-1);
    if (text !== undefined) {
      if (text.includes(']]>') || (inner === undefined && text.trim() !== '')) throw new Error(`no text here: ${text}`);
      if (inner) inner.text += decoded(text);
    } else if (name === undefined || (isOver && open.length === 0))
      throw new Error(`no XML at ${at}: ${document.slice(at, at + 60)}`);
    else if (slash) {
      if (attributes !== '' || open.pop()?.name !== name) throw new Error(`</${name}> ends nothing`);
    } else {
      const element = { name, attributes: attributesIn(attributes), text: '', inside: [] };
      inner?.inside.push(name);
      elements.push(element);
      isOver = true;
      if (!empty) open.push(element);
    }
  }
  if (open.length > 0 || elements.length === 0)
    throw new Error(`not ended: ${open.map(({ name }) => name).join(', ')}`);
  return elements;
}

function attributesIn(text: string): { readonly [name: string]: string } {
  const found = [...text.matchAll(attribute)].map(([, name = '', value = '']) => [name, decoded(value)] as const);
  if (new Set(found.map(([name]) => name)).size < found.length) throw new Error(`an attribute is there twice: ${text}`);
  return Object.fromEntries(found);
}

const named: { readonly [name: string]: string } = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const decoded = (text: string): string => text.replace(/&(\w+);/g, (whole, name) => named[name] ?? whole);
