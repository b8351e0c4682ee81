-- The city's conduct of a campaign: what the walls of 0012 leave open within a table, and what a council member sees.

-- As in 0011 these look past walls as the owner of the tables, and policies hold no subqueries.
create function app_is_preparing(campaign uuid) returns boolean stable security definer language plpgsql as $$
begin
  return exists (select from public.campaign c where c.unit_id = app_unit() and c.id = campaign and c.phase = 'preparing');
end $$;
-- Whether the person sits in the council of a campaign whose council is at work, or has been.
create function app_sits(campaign uuid) returns boolean stable security definer language plpgsql as $$
begin
  return exists (
    select from public.campaign c join public.council_member m on m.unit_id = c.unit_id and m.campaign_id = c.id
    where c.unit_id = app_unit() and c.id = campaign and c.phase in ('deciding', 'published')
      and m.user_id = app_user() and m.ended_at is null);
end $$;
create function app_sits_over_item(item uuid) returns boolean stable security definer language plpgsql as $$
begin
  return exists (select from public.council_item i where i.unit_id = app_unit() and i.id = item and app_sits(i.campaign_id));
end $$;
create function app_is_open_item(item uuid) returns boolean stable security definer language plpgsql as $$
begin
  return exists (
    select from public.council_item i join public.council_meeting m on m.unit_id = i.unit_id and m.id = i.meeting_id
    where i.unit_id = app_unit() and i.id = item and i.withdrawn_at is null and m.closed_at is null);
end $$;

-- Who scores a leaf may be put right until the campaign is opened.
grant update (scored_by) on campaign_leaf to parindex_app;
create policy while_preparing on campaign_leaf as restrictive for update
  using (current_user <> 'parindex_app' or app_is_preparing(campaign_id));

-- The ruling by which an adopted proposal took effect.
alter table council_item add column ruling_id uuid;
-- Who sat in the council when a meeting was closed: a vote is counted among them for good, whoever is named later.
alter table council_meeting add column members jsonb;

-- A leader moves a campaign only by publishing.
create policy led_to_publication on campaign as restrictive for update
  using (app_role() is distinct from 'leader' or phase in ('deciding', 'published'))
  with check (app_role() is distinct from 'leader' or phase in ('deciding', 'published'));
create policy closed_stays on council_meeting as restrictive for update using (closed_at is null) with check (true);
create policy ruled_by_round on ruling as restrictive for insert with check (
  case app_role() when 'appraiser' then round in ('appraisal_1', 'appraisal_2')
    when 'administrator' then round in ('council', 'appeal') else true end);
create policy declared_by_oneself on appraiser_conflict as restrictive for insert
  with check (app_role() is distinct from 'appraiser' or user_id = app_user());
create policy own_conflicts on appraiser_conflict as restrictive for select
  using (app_role() is distinct from 'appraiser' or user_id = app_user());
create policy while_open on council_vote as restrictive for insert
  with check (current_user <> 'parindex_app' or app_is_open_item(item_id));

-- A council member sees what is before the council they sit in.
create policy before_council on campaign as restrictive for select
  using (app_role() is distinct from 'council' or current_user <> 'parindex_app' or app_sits(id));
do $$
declare tenant text;
begin
  foreach tenant in array array['campaign_leaf', 'ruling', 'submission', 'submitted_leaf', 'leaf_answer', 'council_meeting',
    'council_item', 'council_member', 'campaign_unit', 'publication', 'result']
  loop
    execute format('create policy before_council on %I as restrictive for select
      using (app_role() is distinct from ''council'' or current_user <> ''parindex_app'' or app_sits(campaign_id))', tenant);
  end loop;
end $$;
create policy before_council on council_vote as restrictive for select
  using (app_role() is distinct from 'council' or current_user <> 'parindex_app' or app_sits_over_item(item_id));
