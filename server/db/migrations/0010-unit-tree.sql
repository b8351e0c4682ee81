-- Units as a tree: official codes, child units and who invites into them, what became of a unit, and the unit a session works in.

alter table unit
  add column code text,
  -- Null for a unit that was there before it was kept here; the day of the decision for one that a merge or split made.
  add column began_on date,
  add column ended_on date,
  -- The day its first person came in: before it, only the parent unit knows of it.
  add column joined_on date;
update unit set joined_on = (created_at at time zone 'Asia/Ho_Chi_Minh')::date;
create unique index unit_by_code on unit (code) where ended_on is null;
create index unit_by_parent on unit (parent_id);

-- `path` holds the ids from the top to the unit itself, joined by '.': who stands above a unit may change what it is called and where it stands.
create policy made_by_parent on unit for insert with check (parent_id = app_unit());
create policy changed_from_above on unit for update
  using (app_unit()::text = any (string_to_array(path, '.')))
  with check (app_unit()::text = any (string_to_array(path, '.')));
grant update (code, ended_on, joined_on, parent_id, path) on unit to parindex_app;

-- The parent unit invites the first administrator of a child, and sees of the child's invitations its own alone.
alter table invitation add column invited_by_unit uuid references unit (id);
create index invitation_by_inviter on invitation (invited_by_unit) where invited_by_unit is not null;
create policy seen_by_inviter on invitation for select using (invited_by_unit = app_unit());
create policy made_by_parent on invitation for insert with check (
  invited_by_unit = app_unit() and role = 'administrator' and department_id is null
  and exists (select 1 from unit child where child.id = unit_id and child.parent_id = app_unit() and child.joined_on is null)
);
create policy taken_back_by_inviter on invitation for update
  using (invited_by_unit = app_unit()) with check (invited_by_unit = app_unit());

-- What a decision made of child units, kept by the parent. `from_ids` are the units it changed, `to_ids` what they became.
create table unit_change (
  unit_id uuid not null references unit (id),
  id uuid not null,
  kind text not null check (kind in ('rename', 'recode', 'merge', 'split', 'move', 'end')),
  day date not null,
  decision_number text not null,
  decision_issuer text not null,
  decided_on date not null,
  from_ids uuid[] not null,
  to_ids uuid[] not null,
  before jsonb not null,
  after jsonb not null,
  recorded_by text not null,
  recorded_at timestamptz not null default now(),
  primary key (unit_id, id)
);
alter table unit_change enable row level security;
alter table unit_change force row level security;
create policy own_unit on unit_change using (unit_id = app_unit()) with check (unit_id = app_unit());
-- A unit reads what was decided about itself.
create policy about_oneself on unit_change for select using (app_unit() = any (from_ids) or app_unit() = any (to_ids));
grant select, insert on unit_change to parindex_app;

-- Which of a person's units a session works in. Belongs to the person, not to a unit, and goes with the session.
create table session_unit (
  session_id text primary key references account_session (id) on delete cascade,
  user_id text not null references account_user (id) on delete cascade,
  chosen_unit_id uuid not null references unit (id)
);
alter table session_unit enable row level security;
alter table session_unit force row level security;
create policy own_session on session_unit using (user_id = app_user()) with check (user_id = app_user());
grant select, insert, update on session_unit to parindex_app;
