import { z } from 'zod';

/** A day as "2026-09-30": its form alone. Whether the calendar has it is asked of `isDay`, which a rule refuses by. */
export const daySchema = z.string().regex(/^\d{4}-\d{2}-\d{2}$/u);
