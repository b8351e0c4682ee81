import { child, elements, flagOf, settingOf, type XmlElement } from './xml-tree.ts';

/** What of a run's look changes its text or is told to the reader. */
export type RunLook = {
  isBold?: boolean;
  isItalic?: boolean;
  isCaps?: boolean;
  isHidden?: boolean;
  font?: string;
};

export type NumberingUse = { numId?: string; level?: number };

export type Styles = {
  lookOf: (paragraphStyle: string | undefined, runStyle: string | undefined, direct: RunLook) => RunLook;
  numberingOf: (paragraphStyle: string | undefined) => (NumberingUse & { styleId: string }) | undefined;
  isVietnamese: boolean;
};

type Style = { basedOn: string | undefined; look: RunLook; numbering: NumberingUse | undefined };

/** Reads styles.xml; a style inherits what it does not say itself from the one it is based on. */
export function readStyles(root: XmlElement | undefined): Styles {
  const styles = new Map<string, Style>();
  let defaultStyle: string | undefined;
  for (const element of elements(root, 'style')) {
    const id = element.attributes.styleId ?? '';
    if (element.attributes.type === 'paragraph' && element.attributes.default === '1') defaultStyle = id;
    styles.set(id, {
      basedOn: settingOf(element, 'basedOn'),
      look: readLook(child(element, 'rPr')),
      numbering: readNumberingUse(child(element, 'pPr')),
    });
  }
  const defaults = child(child(child(root, 'docDefaults'), 'rPrDefault'), 'rPr');
  const defaultLook = readLook(defaults);
  const looks = new Map<string, RunLook>();

  const chain = (id: string | undefined): { id: string; style: Style }[] => {
    const found: { id: string; style: Style }[] = [];
    for (let at = id; at !== undefined && found.length < 40; ) {
      const style = styles.get(at);
      if (!style || found.some((each) => each.id === at)) break;
      found.push({ id: at, style });
      at = style.basedOn;
    }
    return found;
  };
  const inherited = (id: string | undefined): RunLook => {
    const key = id ?? '';
    const known = looks.get(key);
    if (known) return known;
    const look = Object.assign(
      {},
      ...chain(id)
        .map(({ style }) => style.look)
        .reverse(),
    ) as RunLook;
    looks.set(key, look);
    return look;
  };

  return {
    lookOf: (paragraphStyle, runStyle, direct) => ({
      ...defaultLook,
      ...inherited(paragraphStyle ?? defaultStyle),
      ...(runStyle === undefined ? {} : inherited(runStyle)),
      ...direct,
    }),
    numberingOf: (paragraphStyle) => {
      const found = chain(paragraphStyle ?? defaultStyle);
      const owner = found.find(({ style }) => style.numbering?.numId !== undefined);
      return owner ? { ...owner.style.numbering, styleId: found[0]?.id ?? owner.id } : undefined;
    },
    isVietnamese: (child(defaults, 'lang')?.attributes.val ?? '').startsWith('vi'),
  };
}

/** The part of run properties (`w:rPr`) that is written there, nothing inherited. */
export function readLook(properties: XmlElement | undefined): RunLook {
  if (!properties) return {};
  const fonts = child(properties, 'rFonts')?.attributes;
  const font = fonts?.ascii ?? fonts?.hAnsi;
  const said = {
    isBold: flagOf(properties, 'b'),
    isItalic: flagOf(properties, 'i'),
    isCaps: flagOf(properties, 'caps'),
    isHidden: flagOf(properties, 'vanish'),
    font,
  };
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
}

/** The numbering of paragraph properties (`w:pPr`); numId "0" takes an inherited number away. */
export function readNumberingUse(properties: XmlElement | undefined): NumberingUse | undefined {
  const use = child(properties, 'numPr');
  if (!use) return undefined;
  const numId = settingOf(use, 'numId');
  const level = settingOf(use, 'ilvl');
  return {
    ...(numId === undefined ? {} : { numId }),
    ...(level === undefined ? {} : { level: Number(level) }),
  };
}
