-- Units are known to everyone; all that belongs to one unit carries unit_id first in its keys and
-- is fenced by row level security. Points are whole hundredths. Nothing here has a trigger: the log
-- is written in code, and protected by rights.

create function app_unit() returns uuid stable language sql
  as $$ select nullif(current_setting('app.unit_id', true), '')::uuid $$;
create function app_user() returns text stable language sql
  as $$ select nullif(current_setting('app.user_id', true), '') $$;
create function app_token() returns text stable language sql
  as $$ select nullif(current_setting('app.token_hash', true), '') $$;

-- REFERENCE: the tree of units that have an index (country, city, ward).
create table unit (
  id uuid primary key,
  parent_id uuid references unit (id),
  path text not null,
  kind text not null check (kind in ('country', 'city', 'ward', 'commune', 'agency')),
  name text not null,
  city_name text,
  created_at timestamptz not null default now()
);

-- The departments, public service units and schools of one unit: they answer for criteria and tasks.
create table department (
  unit_id uuid not null references unit (id),
  id uuid not null,
  name text not null,
  kind text not null check (kind in ('office', 'department', 'service', 'school', 'group', 'outside')),
  spellings text[] not null default '{}',
  position integer not null default 0,
  version integer not null default 1,
  ended_at timestamptz,
  primary key (unit_id, id),
  unique (unit_id, name)
);

create table membership (
  unit_id uuid not null references unit (id),
  user_id text not null,
  role text not null check (role in ('administrator', 'focal', 'officer', 'leader', 'viewer')),
  department_id uuid,
  person_name text not null,
  position_title text,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  ended_at timestamptz,
  primary key (unit_id, user_id),
  foreign key (unit_id, department_id) references department (unit_id, id)
);

create table invitation (
  unit_id uuid not null references unit (id),
  id uuid not null,
  person_name text not null,
  role text not null check (role in ('administrator', 'focal', 'officer', 'leader', 'viewer')),
  department_id uuid,
  token_hash text not null,
  created_by text not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  accepted_at timestamptz,
  accepted_by text,
  revoked_at timestamptz,
  primary key (unit_id, id),
  unique (unit_id, token_hash),
  foreign key (unit_id, department_id) references department (unit_id, id)
);

-- A document that was read and waits for a person's word. `reading` is what was read, untouched;
-- `corrections` what the person put right since.
create table reading (
  unit_id uuid not null references unit (id),
  id uuid not null,
  file_name text not null,
  sha256 text not null,
  size integer not null,
  blocks jsonb not null,
  reading jsonb not null,
  corrections jsonb not null default '[]',
  status text not null default 'open' check (status in ('open', 'confirmed', 'discarded')),
  version integer not null default 1,
  created_by text not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (unit_id, id)
);

create table criteria_set (
  unit_id uuid not null references unit (id),
  id uuid not null,
  year integer not null,
  title text not null,
  issuer text,
  decision text,
  issued_on date,
  created_at timestamptz not null default now(),
  primary key (unit_id, id)
);

create table criterion (
  unit_id uuid not null references unit (id),
  id uuid not null,
  set_id uuid not null,
  parent_id uuid,
  code text not null,
  position integer not null,
  level smallint not null check (level between 1 and 3),
  is_leaf boolean not null,
  title text not null,
  max_points integer not null check (max_points >= 0),
  scored_by text not null check (scored_by in ('self', 'survey', 'bonus', 'penalty')),
  primary key (unit_id, id),
  unique (unit_id, set_id, code),
  foreign key (unit_id, set_id) references criteria_set (unit_id, id),
  foreign key (unit_id, parent_id) references criterion (unit_id, id)
);
comment on column criterion.max_points is 'whole hundredths of a point';

create table plan (
  unit_id uuid not null references unit (id),
  id uuid not null,
  set_id uuid not null,
  reading_id uuid,
  year integer not null,
  title text not null,
  document jsonb not null,
  goals jsonb not null default '[]',
  findings jsonb not null default '[]',
  status text not null default 'live' check (status in ('live', 'replaced')),
  version integer not null default 1,
  confirmed_by text not null,
  confirmed_at timestamptz not null default now(),
  primary key (unit_id, id),
  foreign key (unit_id, set_id) references criteria_set (unit_id, id),
  foreign key (unit_id, reading_id) references reading (unit_id, id)
);
create unique index plan_live on plan (unit_id, year) where status = 'live';

-- What the plan says of one criterion: last year's points and this year's target.
create table target (
  unit_id uuid not null references unit (id),
  plan_id uuid not null,
  criterion_id uuid not null,
  last_points integer,
  target_points integer,
  owner_words text not null default '',
  place jsonb,
  version integer not null default 1,
  primary key (unit_id, plan_id, criterion_id),
  foreign key (unit_id, plan_id) references plan (unit_id, id),
  foreign key (unit_id, criterion_id) references criterion (unit_id, id)
);
comment on column target.last_points is 'whole hundredths of a point';
comment on column target.target_points is 'whole hundredths of a point';

-- Departments named in the criterion's own cell; what is inherited is worked out, never stored.
create table criterion_owner (
  unit_id uuid not null references unit (id),
  plan_id uuid not null,
  criterion_id uuid not null,
  department_id uuid not null,
  role text not null default 'lead' check (role in ('lead', 'coordinate', 'monitor')),
  position smallint not null default 0,
  primary key (unit_id, plan_id, criterion_id, department_id),
  foreign key (unit_id, plan_id, criterion_id) references target (unit_id, plan_id, criterion_id),
  foreign key (unit_id, department_id) references department (unit_id, id)
);

create table task (
  unit_id uuid not null references unit (id),
  id uuid not null,
  plan_id uuid not null,
  key text not null,
  section text not null,
  section_title text not null,
  position integer not null,
  text text not null,
  deadline jsonb not null,
  due_from date,
  due_to date,
  status text not null default 'not_started'
    check (status in ('not_started', 'in_progress', 'done', 'stuck')),
  percent smallint not null default 0 check (percent between 0 and 100),
  place jsonb,
  last_update_at timestamptz,
  version integer not null default 1,
  primary key (unit_id, id),
  unique (unit_id, plan_id, key),
  foreign key (unit_id, plan_id) references plan (unit_id, id)
);

create table task_owner (
  unit_id uuid not null references unit (id),
  task_id uuid not null,
  department_id uuid not null,
  role text not null default 'lead' check (role in ('lead', 'coordinate', 'monitor')),
  inherited_from text,
  primary key (unit_id, task_id, department_id),
  foreign key (unit_id, task_id) references task (unit_id, id),
  foreign key (unit_id, department_id) references department (unit_id, id)
);

create table task_criterion (
  unit_id uuid not null references unit (id),
  task_id uuid not null,
  criterion_id uuid not null,
  primary key (unit_id, task_id, criterion_id),
  foreign key (unit_id, task_id) references task (unit_id, id),
  foreign key (unit_id, criterion_id) references criterion (unit_id, id)
);

-- Every update an owner gives, "nothing new" too. Never changed, never removed.
create table progress (
  unit_id uuid not null references unit (id),
  id uuid not null,
  task_id uuid not null,
  status text not null check (status in ('not_started', 'in_progress', 'done', 'stuck')),
  percent smallint not null check (percent between 0 and 100),
  note text not null default '',
  is_nothing_new boolean not null default false,
  recorded_by text not null,
  recorded_at timestamptz not null default now(),
  primary key (unit_id, id),
  foreign key (unit_id, task_id) references task (unit_id, id)
);
create index progress_by_task on progress (unit_id, task_id, id);

-- Who changed what from what to what: written in the same transaction as the change.
create table event (
  unit_id uuid not null references unit (id),
  id uuid not null,
  at timestamptz not null default now(),
  actor_id text not null,
  actor_name text not null,
  noun text not null,
  subject_id text not null,
  verb text not null,
  before jsonb,
  after jsonb,
  primary key (unit_id, id)
);
create index event_by_subject on event (unit_id, noun, subject_id, id);

create index criterion_by_set on criterion (unit_id, set_id, position);
create index task_by_plan on task (unit_id, plan_id, position);
create index task_owner_by_department on task_owner (unit_id, department_id);
create index membership_by_user on membership (user_id);

do $$
declare tenant text;
begin
  foreach tenant in array array['department', 'membership', 'invitation', 'reading', 'criteria_set',
    'criterion', 'plan', 'target', 'criterion_owner', 'task', 'task_owner', 'task_criterion',
    'progress', 'event']
  loop
    execute format('alter table %I enable row level security', tenant);
    execute format('alter table %I force row level security', tenant);
    execute format('create policy own_unit on %I using (unit_id = app_unit()) with check (unit_id = app_unit())', tenant);
  end loop;
end $$;

-- Before a unit is chosen: a person finds the units they belong to, a link finds its invitation.
create policy own_memberships on membership for select using (user_id = app_user());
create policy own_token on invitation for select using (token_hash = app_token());

-- Every unit may be read; a unit is made and changed only from within itself.
alter table unit enable row level security;
alter table unit force row level security;
create policy known_to_all on unit for select using (true);
create policy made_from_within on unit for insert with check (id = app_unit());
create policy changed_from_within on unit for update using (id = app_unit()) with check (id = app_unit());

grant usage on schema public to parindex_app;
grant select, insert on unit, progress, event to parindex_app;
grant update (name, city_name) on unit to parindex_app;
grant select, insert, update on department, membership, invitation, reading, criteria_set, criterion,
  plan, target, task to parindex_app;
grant select, insert, update, delete on criterion_owner, task_owner, task_criterion to parindex_app;
