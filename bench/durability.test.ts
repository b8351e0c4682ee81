import { expect, it } from 'vitest';
import { measureDurability } from './durability.ts';

it('three kill -9 while writing lose no acknowledged write, and it always opens again', async () => {
  const { acknowledged, lost } = await measureDurability(3);
  expect(lost).toEqual([]);
  expect(acknowledged).toBeGreaterThan(0);
}, 120_000);
