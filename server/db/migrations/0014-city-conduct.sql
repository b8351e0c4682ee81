-- The city's conduct of a campaign: who may write what of it, and what narrow roles see.

-- Who scores a leaf may be put right until the campaign is opened.
grant update (scored_by) on campaign_leaf to parindex_app;
create function app_is_preparing(campaign uuid) returns boolean stable language sql
  as $$ select exists (select from campaign c where c.id = campaign and c.phase = 'preparing') $$;
create policy while_preparing on campaign_leaf as restrictive for update using (app_is_preparing(campaign_id));

-- The ruling by which an adopted proposal took effect.
alter table council_item add column ruling_id uuid;

-- A leader moves a campaign only by publishing.
create policy changed_by_conduct on campaign as restrictive for update
  using (app_role() in ('administrator', 'focal', 'system') or (app_role() = 'leader' and phase in ('deciding', 'published')))
  with check (app_role() in ('administrator', 'focal', 'system') or (app_role() = 'leader' and phase in ('deciding', 'published')));
create policy closed_stays on council_meeting as restrictive for update using (closed_at is null) with check (true);
create policy ruled_by_round on ruling as restrictive for insert with check (
  app_role() in ('focal', 'system')
  or (app_role() = 'appraiser' and round in ('appraisal_1', 'appraisal_2'))
  or (app_role() = 'administrator' and round in ('council', 'appeal')));
create policy declared_by_oneself on appraiser_conflict as restrictive for insert with check (
  app_role() in ('administrator', 'focal', 'system') or (app_role() = 'appraiser' and user_id = app_user()));
create function app_may_vote_on(item uuid) returns boolean stable language sql as $$
  select exists (
    select from council_item i join council_meeting m on m.unit_id = i.unit_id and m.id = i.meeting_id
    where i.unit_id = app_unit() and i.id = item and i.withdrawn_at is null and m.closed_at is null)
$$;
create policy own_vote on council_vote as restrictive for insert
  with check (user_id = app_user() and app_may_vote_on(item_id));

-- An appraiser sees what was given to them; a council member what is before the council they sit in.
create policy own_assignments on appraiser_assignment as restrictive for select
  using (app_role() is distinct from 'appraiser' or user_id = app_user());
create policy own_conflicts on appraiser_conflict as restrictive for select
  using (app_role() is distinct from 'appraiser' or user_id = app_user());
create function app_is_before_council(wanted uuid) returns boolean stable security definer language sql as $$
  select exists (
    select from public.campaign c join public.council_member m on m.unit_id = c.unit_id and m.campaign_id = c.id
    where c.unit_id = app_unit() and c.id = wanted and c.phase in ('deciding', 'published')
      and m.user_id = app_user() and m.ended_at is null)
$$;
create policy before_council on campaign as restrictive for select
  using (app_role() is distinct from 'council' or app_is_before_council(id));
do $$
declare tenant text;
begin
  foreach tenant in array array['campaign_leaf', 'ruling', 'submission', 'submitted_leaf', 'leaf_answer',
    'council_meeting', 'council_item', 'publication', 'result']
  loop
    execute format('create policy before_council on %I as restrictive for select
      using (app_role() is distinct from ''council'' or app_is_before_council(campaign_id))', tenant);
  end loop;
end $$;
