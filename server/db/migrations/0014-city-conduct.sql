-- The city's conduct of a campaign: who may write what of it, and what narrow roles see.

-- Who scores a leaf may be put right until the campaign is opened.
grant update (scored_by) on campaign_leaf to parindex_app;
create policy while_preparing on campaign_leaf as restrictive for update
  using (exists (select 1 from campaign c where c.unit_id = campaign_leaf.unit_id and c.id = campaign_id and c.phase = 'preparing'));

-- The ruling by which an adopted proposal took effect.
alter table council_item add column ruling_id uuid;

do $$
declare tenant text;
begin
  foreach tenant in array array['campaign', 'campaign_leaf', 'campaign_unit', 'appraiser_assignment', 'council_member',
    'council_meeting', 'council_item']
  loop
    execute format('create policy kept_by_conduct on %I as restrictive for insert with check (app_role() in (''administrator'', ''focal'', ''system''))', tenant);
    execute format('create policy removed_by_conduct on %I as restrictive for delete using (app_role() in (''administrator'', ''focal'', ''system''))', tenant);
  end loop;
  foreach tenant in array array['campaign_leaf', 'campaign_unit', 'council_member', 'council_meeting', 'council_item']
  loop
    execute format('create policy changed_by_conduct on %I as restrictive for update using (app_role() in (''administrator'', ''focal'', ''system''))', tenant);
  end loop;
  foreach tenant in array array['publication', 'result']
  loop
    execute format('create policy published_by_heads on %I as restrictive for insert with check (app_role() in (''administrator'', ''focal'', ''leader'', ''system''))', tenant);
  end loop;
end $$;

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
create policy own_vote on council_vote as restrictive for insert with check (
  app_role() = 'system'
  or (app_role() in ('leader', 'council') and user_id = app_user()
    and exists (select 1 from council_item i join council_meeting m on m.unit_id = i.unit_id and m.id = i.meeting_id
      where i.id = item_id and i.withdrawn_at is null and m.closed_at is null)));

-- An appraiser sees what was given to them; a council member what is before the council they sit in. The lists are
-- asked for once a statement, not once a row.
create policy own_assignments on appraiser_assignment as restrictive for select
  using (app_role() is distinct from 'appraiser' or user_id = app_user());
create policy own_conflicts on appraiser_conflict as restrictive for select
  using (app_role() is distinct from 'appraiser' or user_id = app_user());
create policy before_council on campaign as restrictive for select using (
  app_role() is distinct from 'council' or (phase in ('deciding', 'published')
    and id in (select campaign_id from council_member where user_id = app_user() and ended_at is null)));
do $$
declare tenant text;
begin
  foreach tenant in array array['campaign_leaf', 'ruling', 'submission', 'submitted_leaf', 'leaf_answer',
    'council_meeting', 'council_item', 'publication', 'result']
  loop
    execute format('create policy before_council on %I as restrictive for select
      using (app_role() is distinct from ''council'' or campaign_id in (select id from campaign))', tenant);
  end loop;
end $$;
