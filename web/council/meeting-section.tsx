import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { CampaignOverview } from '#core/assessments/campaign-inputs.ts';
import { VOTE_CHOICES, type VoteChoice } from '#core/assessments/council.ts';
import type { Council, CouncilItem, Meeting } from '#core/assessments/council-inputs.ts';
import { mayEver } from '#core/people/permissions.ts';
import { PermittedButton } from '#web/people/permitted-button.tsx';
import { useMe } from '#web/people/session.ts';
import { Button } from '#web/ui/button.tsx';
import { FormProblem } from '#web/ui/field.tsx';
import { Section } from '#web/ui/page-header.tsx';
import { usePrintedPoints } from '#web/ui/points.tsx';
import { say } from '#web/ui/toast.tsx';
import { printDay } from '#web/ui/written-day.ts';
import { useCampaignWords } from '#web/words/campaign-words.ts';
import { useLanguage, useSentenceOf } from '#web/words/language.ts';
import styles from './council.module.css';
import { councilApi } from './council-api.ts';

/** One meeting with the proposals put to it; large enough to vote with a thumb. */
export function MeetingSection({
  campaign,
  meeting,
  members,
  onEdit,
  onPropose,
}: {
  campaign: CampaignOverview;
  meeting: Meeting;
  members: Council['members'];
  onEdit: () => void;
  onPropose: () => void;
}) {
  const { council: words } = useCampaignWords();
  const isClosed = meeting.closedAt !== null;
  const title = words.meetingOf(words.kinds[meeting.kind], printDay(meeting.heldOn));
  const present = members.filter(({ userId }) => meeting.present.includes(userId));
  return (
    <Section
      title={isClosed ? `${title}, ${words.closed}` : title}
      lead={`${words.present}: ${present.map(({ personName }) => personName).join(', ') || '–'}`}
      actions={
        !isClosed && (
          <>
            <PermittedButton action="council.manage" onClick={onEdit}>
              {words.editMeeting}
            </PermittedButton>
            <PermittedButton action="council.manage" kind="primary" onClick={onPropose}>
              {words.propose}
            </PermittedButton>
          </>
        )
      }
    >
      {meeting.minutes !== '' && <p className={styles.minutes}>{meeting.minutes}</p>}
      {meeting.items.length === 0 && <p>{words.noItems}</p>}
      <ul className={styles.items}>
        {meeting.items.map((item) => (
          <ItemCard key={item.id} campaignId={campaign.id} item={item} isClosed={isClosed} />
        ))}
      </ul>
    </Section>
  );
}

function ItemCard({
  campaignId,
  item,
  isClosed,
}: {
  campaignId: string;
  item: CouncilItem;
  isClosed: boolean;
}) {
  const { council: words } = useCampaignWords();
  const sentenceOf = useSentenceOf();
  const print = usePrintedPoints();
  const queryClient = useQueryClient();
  const { leaf, tally, note } = item;
  const act = useMutation({
    mutationFn: (send: () => Promise<Council>) => send(),
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['campaigns'] }),
  });
  const { role } = useMe();
  const isOpen = !item.isWithdrawn && !item.isRecorded;
  return (
    <li className={styles.item}>
      <p className={styles.subject}>
        {leaf ? `${leaf.unitName}: ${leaf.code} ${leaf.title}` : words.wholeList}
      </p>
      {leaf && <p>{words.fromTo(leaf.from === null ? '–' : print(leaf.from), print(leaf.points))}</p>}
      {leaf?.reasons.map((reason) => (
        <p key={`${reason.cause} ${reason.text}`} className={styles.soft}>
          {print(-reason.points)}: {words.causes[reason.cause]}, {reason.text}
        </p>
      ))}
      {note !== '' && <p className={styles.soft}>{note}</p>}
      <p>
        {stateOf(item, words)}. {words.counted(tally.for, tally.present, tally.members)}
      </p>
      {isOpen && item.isChanged && <p className={styles.soft}>{words.changed}</p>}
      {act.error && <FormProblem>{sentenceOf(act.error)}</FormProblem>}
      {isOpen && mayEver(role, 'council.vote') && (
        <VoteButtons
          item={item}
          onVote={(choice) =>
            act.mutate(() => councilApi.vote(campaignId, item.id, { choice }), {
              onSuccess: () => say(words.voted),
            })
          }
        />
      )}
      {isOpen && mayEver(role, 'council.manage') && (
        <div className={styles.buttons}>
          {leaf && item.decideRefusal === null && (
            <Button kind="primary" onClick={() => act.mutate(() => councilApi.record(campaignId, item.id))}>
              {words.record}
            </Button>
          )}
          {!isClosed && (
            <Button onClick={() => act.mutate(() => councilApi.withdraw(campaignId, item.id))}>
              {words.withdraw}
            </Button>
          )}
        </div>
      )}
    </li>
  );
}

function VoteButtons({ item, onVote }: { item: CouncilItem; onVote: (choice: VoteChoice) => void }) {
  const { council: words } = useCampaignWords();
  const language = useLanguage();
  if (item.voteRefusal) return <p className={styles.soft}>{item.voteRefusal[language]}</p>;
  return (
    <fieldset className={styles.votes}>
      <legend>{words.vote}</legend>
      {VOTE_CHOICES.map((choice) => (
        <Button
          key={choice}
          kind={item.myVote === choice ? 'primary' : 'plain'}
          aria-pressed={item.myVote === choice}
          onClick={() => onVote(choice)}
        >
          {words.votes[choice]}
        </Button>
      ))}
    </fieldset>
  );
}

function stateOf(item: CouncilItem, words: ReturnType<typeof useCampaignWords>['council']): string {
  if (item.isWithdrawn) return words.withdrawn;
  if (item.isRecorded) return words.recorded;
  return item.tally.isAdopted ? words.adopted : words.notAdopted;
}
