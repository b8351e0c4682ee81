import { Link } from '@tanstack/react-router';
import type { Campaign } from '#core/assessments/campaign.ts';
import { mayEver } from '#core/people/permissions.ts';
import { paths } from '#web/paths.ts';
import { useMe } from '#web/people/session.ts';
import { useAnswerWords } from '#web/words/answer-words.ts';
import styles from './answers.module.css';

/** The way between these pages of one campaign; a unit is led to results once there are any. */
export function CampaignLinks({
  campaign: { id: campaignId, phase },
  isHost,
}: {
  campaign: Pick<Campaign, 'id' | 'phase'>;
  isHost: boolean;
}) {
  const me = useMe();
  const words = useAnswerWords();
  const params = { campaignId };
  return (
    <nav aria-label={words.explain.pages} className={styles.links}>
      {!isHost && mayEver(me.role, 'assessment.read') && (
        <Link to={paths.explain} params={params}>
          {words.explain.tab}
        </Link>
      )}
      {!isHost && (
        <Link to={paths.compareOwn} params={params}>
          {words.compare.tab}
        </Link>
      )}
      {(isHost || phase === 'published') && (
        <Link to={paths.results} params={params}>
          {words.results.tab}
        </Link>
      )}
    </nav>
  );
}
