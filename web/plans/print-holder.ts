import type { Holder } from '#core/plans/custody.ts';
import type { Words } from '#web/words/vi.ts';

/** Who holds the work, in words: the name where there is one, else what they are. */
export function printHolder(
  { holder, name }: { holder: Holder; name: string | null },
  { followUp }: Pick<Words, 'followUp'>,
): string {
  return name ? `${followUp.holders[holder]} (${name})` : followUp.holders[holder];
}
