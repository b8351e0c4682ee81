import type { Deps } from './deps.ts';

export type Seeded = { isRefused?: true; vi: string; en: string };
export async function seedDemo(_deps: Deps): Promise<Seeded> {
  return { vi: '', en: '' };
}
