import type { Words } from '../vi.ts';

export const crosswalk: Words['crosswalk'] = {};
