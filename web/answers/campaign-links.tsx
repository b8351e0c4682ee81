import { Link } from '@tanstack/react-router';
import { mayEver } from '#core/people/permissions.ts';
import { paths } from '#web/paths.ts';
import { useMe } from '#web/people/session.ts';
import { useAnswerWords } from '#web/words/answer-words.ts';
import styles from './answers.module.css';

/** The way between the pages of one campaign that the whole unit has. */
export function CampaignLinks({ campaignId, isHost }: { campaignId: string; isHost: boolean }) {
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
      <Link to={paths.results} params={params}>
        {words.results.tab}
      </Link>
    </nav>
  );
}
