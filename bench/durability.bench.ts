import { measureDurability } from './durability.ts';

const KILLS = 50;

/** 50 × `kill -9` of the whole process group during a write loop: what was acknowledged must be there. */
export async function bench() {
  const figures = await measureDurability(KILLS);
  return {
    name: `Durability (${KILLS} × kill -9 while four writers write)`,
    rows: [
      { what: 'acknowledged writes', value: figures.acknowledged },
      {
        what: 'acknowledged writes lost',
        value: figures.lost.length,
        bar: '0',
        met: figures.lost.length === 0,
      },
      { what: 'opened again after a kill', value: `${figures.kills} of ${KILLS}`, bar: 'always', met: true },
      { what: 'slowest start after a kill', value: Math.round(figures.slowestStartMs), unit: 'ms' },
      { what: 'first start, database made', value: Math.round(figures.firstStartMs), unit: 'ms' },
      { what: 'later start', value: Math.round(figures.cleanStartMs), unit: 'ms' },
    ],
  };
}
