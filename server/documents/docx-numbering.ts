import { formatNumber } from './number-format.ts';
import { child, elements, flagOf, settingOf, type XmlElement } from './xml-tree.ts';

type Level = {
  start: number;
  format: string;
  text: string;
  isLegal: boolean;
  isVietnamese: boolean | undefined;
  /** 0 never; n: only after a level up to n (from 1). Undefined: after any higher level. */
  restart: number | undefined;
  styleId: string | undefined;
};
type List = { abstractId: string; levels: Map<number, Level>; startOverrides: Map<number, number> };

export type Numbering = {
  /** Counts one paragraph on and returns its number or bullet ("2.1.", "-"); "" when it shows none. */
  next: (numId: string, level: number) => string;
  /** The level of a list that is tied to a paragraph style. */
  levelOfStyle: (numId: string, styleId: string) => number | undefined;
};

/** Follows numbering.xml through a document: lists that share a definition share their counters. */
export function readNumbering(root: XmlElement | undefined, isVietnamese: boolean): Numbering {
  const lists = readLists(root);
  const countersByAbstract = new Map<string, (number | undefined)[]>();
  const startedLists = new Set<string>();

  const next = (numId: string, at: number): string => {
    const list = lists.get(numId);
    const level = list?.levels.get(at);
    if (!list || !level) return '';
    const counters = countersByAbstract.get(list.abstractId) ?? [];
    countersByAbstract.set(list.abstractId, counters);
    if (!startedLists.has(numId)) {
      startedLists.add(numId);
      for (const overridden of list.startOverrides.keys()) counters[overridden] = undefined;
    }
    const startOf = (each: number) => list.startOverrides.get(each) ?? list.levels.get(each)?.start ?? 1;
    const before = counters[at];
    counters[at] = before === undefined ? startOf(at) : before + 1;
    for (const [deeper, below] of list.levels) {
      if (deeper > at && (below.restart === undefined || at < below.restart)) counters[deeper] = undefined;
    }
    if (level.format === 'bullet') return bullet(level.text);
    return level.text
      .replace(/%([1-9])/g, (_, digit: string) => {
        const each = Number(digit) - 1;
        const shown = list.levels.get(each);
        const format = level.isLegal && shown?.format !== 'none' ? 'decimal' : (shown?.format ?? 'decimal');
        counters[each] ??= startOf(each);
        return formatNumber(counters[each] ?? 1, format, shown?.isVietnamese ?? isVietnamese);
      })
      .trim();
  };

  return {
    next,
    levelOfStyle: (numId, styleId) =>
      [...(lists.get(numId)?.levels ?? [])].find(([, level]) => level.styleId === styleId)?.[0],
  };
}

function readLists(root: XmlElement | undefined): Map<string, List> {
  const abstracts = new Map(
    elements(root, 'abstractNum').map((each) => [each.attributes.abstractNumId ?? '', each]),
  );
  const byStyleLink = new Map([...abstracts].map(([id, each]) => [settingOf(each, 'styleLink'), id]));
  const lists = new Map<string, List>();
  for (const num of elements(root, 'num')) {
    const ownId = settingOf(num, 'abstractNumId') ?? '';
    // A list that borrows a list style has no levels of its own: they stand where the style is defined.
    const linked = settingOf(abstracts.get(ownId), 'numStyleLink');
    const abstractId = (linked && byStyleLink.get(linked)) || ownId;
    const levels = new Map(elements(abstracts.get(abstractId), 'lvl').map(readLevel));
    const startOverrides = new Map<number, number>();
    for (const override of elements(num, 'lvlOverride')) {
      const at = Number(override.attributes.ilvl ?? 0);
      const start = settingOf(override, 'startOverride');
      if (start !== undefined) startOverrides.set(at, Number(start));
      const replaced = child(override, 'lvl');
      if (replaced) levels.set(at, readLevel(replaced)[1]);
    }
    lists.set(num.attributes.numId ?? '', { abstractId, levels, startOverrides });
  }
  return lists;
}

function readLevel(element: XmlElement): [number, Level] {
  const restart = settingOf(element, 'lvlRestart');
  const language = child(child(element, 'rPr'), 'lang')?.attributes.val;
  const level: Level = {
    start: Number(settingOf(element, 'start') ?? 0),
    format:
      settingOf(element, 'numFmt') ??
      settingOf(child(child(element, 'AlternateContent'), 'Choice'), 'numFmt') ??
      'decimal',
    text: settingOf(element, 'lvlText') ?? '',
    isLegal: flagOf(element, 'isLgl') ?? false,
    isVietnamese: language === undefined ? undefined : language.startsWith('vi'),
    restart: restart === undefined ? undefined : Number(restart),
    styleId: settingOf(element, 'pStyle'),
  };
  return [Number(element.attributes.ilvl ?? 0), level];
}

/** Dashes and pluses carry meaning in Vietnamese papers (task, part of a task); every other sign is a dash. */
function bullet(sign: string): string {
  const plain = sign
    .replace(/[\uf020-\uf07e]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xf000))
    .trim();
  if (plain === '') return '';
  return plain === '+' || plain === '*' ? plain : '-';
}
