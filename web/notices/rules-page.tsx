import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { HistoryLink } from '#web/history/history-link.tsx';
import { useRefusal } from '#web/people/permitted-button.tsx';
import { Button } from '#web/ui/button.tsx';
import { Checkbox } from '#web/ui/checkbox.tsx';
import { Field, FormProblem } from '#web/ui/field.tsx';
import { PageHeader, Section } from '#web/ui/page-header.tsx';
import { TextInput } from '#web/ui/text-input.tsx';
import { say } from '#web/ui/toast.tsx';
import { useSentenceOf } from '#web/words/language.ts';
import { useNoticeWords } from '#web/words/notice-words.ts';
import { noticesApi } from './api.ts';
import { NoticeTabs } from './notice-tabs.tsx';
import styles from './notices.module.css';
import { settingsQuery } from './queries.ts';
import { draftOf, type RulesDraft, readRules, readSilence, readTime } from './rules-form.ts';
import { RulesTable } from './rules-table.tsx';

/** When the unit is reminded of what, and what each number means in words. */
export function NoticeRulesPage() {
  const { rules: words } = useNoticeWords();
  const sentenceOf = useSentenceOf();
  const queryClient = useQueryClient();
  const kept = useSuspenseQuery(settingsQuery).data;
  const refusal = useRefusal('notice.manage');
  /** Undefined while nothing was changed: then the page follows what others keep. */
  const [changed, setChanged] = useState<{ draft: RulesDraft; version: number } | undefined>(undefined);
  const draft = changed?.draft ?? draftOf(kept.settings);
  const settings = readRules(draft);
  const save = useMutation({
    mutationFn: noticesApi.saveSettings,
    onSuccess: (answer) => {
      queryClient.setQueryData(settingsQuery.queryKey, answer);
      setChanged(undefined);
      say(words.saved);
    },
  });
  const change = (part: Partial<RulesDraft>) =>
    setChanged({ draft: { ...draft, ...part }, version: changed?.version ?? kept.version });
  const takeBack = () => {
    setChanged(undefined);
    save.reset();
    void queryClient.invalidateQueries({ queryKey: settingsQuery.queryKey });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (settings !== undefined && changed !== undefined) save.mutate({ settings, version: changed.version });
  };
  return (
    <>
      <PageHeader
        title={words.title}
        tabTitle={words.tab}
        lead={words.lead}
        actions={<HistoryLink noun="notice_settings" name={words.tab} />}
      />
      <NoticeTabs />
      {refusal !== undefined && <p className={styles.notice}>{refusal}</p>}
      <form onSubmit={submit} noValidate>
        <fieldset disabled={refusal !== undefined} className={styles.sections}>
          <RulesTable rules={draft.rules} onChange={(rules) => change({ rules })} />
          <HoursSection draft={draft} onChange={change} />
          {save.isError && <FormProblem>{sentenceOf(save.error)}</FormProblem>}
          {changed !== undefined && (
            <div className={styles.saving}>
              <span role="status">{words.unsaved}</span>
              <Button onClick={takeBack}>{words.undo}</Button>
              <Button type="submit" kind="primary" isBusy={save.isPending} disabled={settings === undefined}>
                {words.save}
              </Button>
            </div>
          )}
        </fieldset>
      </form>
    </>
  );
}

function HoursSection({
  draft,
  onChange,
}: {
  draft: RulesDraft;
  onChange: (part: Partial<RulesDraft>) => void;
}) {
  const { rules: words } = useNoticeWords();
  const [sendAt, quietFrom] = [readTime(draft.sendAt), readTime(draft.quietFrom)];
  const silentAfter = readSilence(draft.silentAfter);
  return (
    <Section
      title={words.hours}
      lead={sendAt !== undefined && quietFrom !== undefined && words.hoursSay(sendAt, quietFrom)}
    >
      <div className={styles.hours}>
        <Field label={words.sendAt} error={sendAt === undefined && words.timeWrong}>
          {(control) => (
            <TextInput
              {...control}
              value={draft.sendAt}
              onChange={(event) => onChange({ sendAt: event.target.value })}
            />
          )}
        </Field>
        <Field label={words.quietFrom} error={quietFrom === undefined && words.timeWrong}>
          {(control) => (
            <TextInput
              {...control}
              value={draft.quietFrom}
              onChange={(event) => onChange({ quietFrom: event.target.value })}
            />
          )}
        </Field>
        <Field
          label={words.silentAfter}
          error={silentAfter === undefined && words.silentWrong}
          hint={silentAfter !== undefined && words.silentSays(silentAfter)}
        >
          {(control) => (
            <TextInput
              {...control}
              inputMode="numeric"
              value={draft.silentAfter}
              onChange={(event) => onChange({ silentAfter: event.target.value })}
            />
          )}
        </Field>
      </div>
      <Checkbox
        label={words.weekly}
        checked={draft.isWeekly}
        onChange={(isWeekly) => onChange({ isWeekly })}
      />
      <p className={styles.soft}>{draft.isWeekly ? words.weeklyOn : words.weeklyOff}</p>
    </Section>
  );
}
