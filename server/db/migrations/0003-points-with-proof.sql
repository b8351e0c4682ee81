-- Points with their proof: registers and their rows, rules and typed entries of leaves, the points they
-- come to, evidence and its files, and the crosswalk from a replaced criteria set to the next.
-- As before: unit_id first in every key, row level security on every table, no trigger.

-- Registers a unit defined itself; those of the catalogue live in the code and are known by their key.
create table register (
  unit_id uuid not null references unit (id),
  key text not null check (key like 'own\_%'),
  definition jsonb not null,
  version integer not null default 1,
  created_by text not null,
  created_at timestamptz not null default now(),
  ended_at timestamptz,
  primary key (unit_id, key)
);

create table register_row (
  unit_id uuid not null references unit (id),
  id uuid not null,
  register_key text not null,
  year integer not null,
  happened_on date,
  department_id uuid,
  "values" jsonb not null,
  version integer not null default 1,
  created_by text not null,
  created_at timestamptz not null default now(),
  updated_by text not null,
  updated_at timestamptz not null default now(),
  removed_at timestamptz,
  primary key (unit_id, id),
  foreign key (unit_id, department_id) references department (unit_id, id)
);
create index register_row_by_register on register_row (unit_id, register_key, happened_on) where removed_at is null;

-- The numbers of a register as they stood when a month was closed. Never changed, never removed.
create table register_snapshot (
  unit_id uuid not null references unit (id),
  id uuid not null,
  register_key text not null,
  year integer not null,
  period text not null check (period ~ '^\d{4}-\d{2}$'),
  rows integer not null,
  quantities jsonb not null,
  taken_by text not null,
  taken_at timestamptz not null default now(),
  primary key (unit_id, id)
);
create index register_snapshot_by_register on register_snapshot (unit_id, register_key, period);

-- A rule of a leaf as the unit keeps it; every change is a new version. Version 0 is the catalogue's
-- draft and is not stored. Never changed, never removed.
create table leaf_rule (
  unit_id uuid not null references unit (id),
  criterion_id uuid not null,
  version integer not null check (version > 0),
  rule jsonb not null,
  reason text not null,
  changed_by text not null,
  changed_at timestamptz not null default now(),
  primary key (unit_id, criterion_id, version),
  foreign key (unit_id, criterion_id) references criterion (unit_id, id)
);

-- What a person typed for a leaf: quantities, points of a rule nobody knows, "không áp dụng".
create table leaf_entry (
  unit_id uuid not null references unit (id),
  plan_id uuid not null,
  criterion_id uuid not null,
  quantities jsonb not null default '{}',
  points integer,
  is_not_applicable boolean not null default false,
  reason text not null default '',
  version integer not null default 1,
  changed_by text not null,
  changed_at timestamptz not null default now(),
  primary key (unit_id, plan_id, criterion_id),
  foreign key (unit_id, plan_id) references plan (unit_id, id),
  foreign key (unit_id, criterion_id) references criterion (unit_id, id)
);
comment on column leaf_entry.points is 'whole hundredths of a point';

-- The points a leaf has now, with how they came about. Of a replaced plan they stay as they were.
create table leaf_score (
  unit_id uuid not null references unit (id),
  plan_id uuid not null,
  criterion_id uuid not null,
  points integer,
  evaluation jsonb not null,
  as_of date not null,
  computed_at timestamptz not null default now(),
  primary key (unit_id, plan_id, criterion_id),
  foreign key (unit_id, plan_id) references plan (unit_id, id),
  foreign key (unit_id, criterion_id) references criterion (unit_id, id)
);
comment on column leaf_score.points is 'whole hundredths of a point';

-- A file being received. Its bytes lie outside until it is whole and found harmless.
create table upload (
  unit_id uuid not null references unit (id),
  id uuid not null,
  file_name text not null,
  size bigint not null,
  received bigint not null default 0,
  status text not null default 'open' check (status in ('open', 'received', 'used', 'refused')),
  findings jsonb,
  created_by text not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (unit_id, id)
);

-- A whole file by its content: kept once a unit, however often it is given.
create table stored_file (
  unit_id uuid not null references unit (id),
  sha256 text not null,
  size bigint not null,
  media_type text not null,
  created_by text not null,
  created_at timestamptz not null default now(),
  primary key (unit_id, sha256)
);

create table evidence (
  unit_id uuid not null references unit (id),
  id uuid not null,
  year integer not null,
  kind text not null check (kind in ('document', 'nothing_arose', 'explanation')),
  title text not null,
  text text not null default '',
  file_name text,
  sha256 text,
  metadata jsonb not null default '{}',
  signatures jsonb not null default '[]',
  effective_on date,
  department_id uuid,
  status text not null default 'waiting' check (status in ('waiting', 'accepted', 'returned')),
  decision_reason text not null default '',
  decided_by text,
  decided_at timestamptz,
  replaces_id uuid,
  replaced_by_id uuid,
  version integer not null default 1,
  created_by text not null,
  created_at timestamptz not null default now(),
  removed_at timestamptz,
  primary key (unit_id, id),
  foreign key (unit_id, sha256) references stored_file (unit_id, sha256),
  foreign key (unit_id, department_id) references department (unit_id, id),
  foreign key (unit_id, replaces_id) references evidence (unit_id, id),
  foreign key (unit_id, replaced_by_id) references evidence (unit_id, id)
);
create index evidence_by_year on evidence (unit_id, year, id) where removed_at is null;
create index evidence_by_file on evidence (unit_id, sha256);

-- One piece of evidence on one leaf, task or register row, with the page and section that prove it.
create table evidence_link (
  unit_id uuid not null references unit (id),
  id uuid not null,
  evidence_id uuid not null,
  target text not null check (target in ('criterion', 'task', 'register_row')),
  target_id uuid not null,
  page integer,
  section text not null default '',
  note text not null default '',
  created_by text not null,
  created_at timestamptz not null default now(),
  primary key (unit_id, id),
  foreign key (unit_id, evidence_id) references evidence (unit_id, id)
);
create index evidence_link_by_target on evidence_link (unit_id, target, target_id);
create index evidence_link_by_evidence on evidence_link (unit_id, evidence_id);

-- From the criteria of a replaced plan to those of the next: proposed, edited, then applied once.
create table crosswalk (
  unit_id uuid not null references unit (id),
  id uuid not null,
  from_plan_id uuid not null,
  to_plan_id uuid not null,
  entries jsonb not null,
  status text not null default 'proposed' check (status in ('proposed', 'applied')),
  version integer not null default 1,
  created_by text not null,
  created_at timestamptz not null default now(),
  applied_by text,
  applied_at timestamptz,
  primary key (unit_id, id),
  unique (unit_id, to_plan_id),
  foreign key (unit_id, from_plan_id) references plan (unit_id, id),
  foreign key (unit_id, to_plan_id) references plan (unit_id, id)
);

do $$
declare tenant text;
begin
  foreach tenant in array array['register', 'register_row', 'register_snapshot', 'leaf_rule', 'leaf_entry',
    'leaf_score', 'upload', 'stored_file', 'evidence', 'evidence_link', 'crosswalk']
  loop
    execute format('alter table %I enable row level security', tenant);
    execute format('alter table %I force row level security', tenant);
    execute format('create policy own_unit on %I using (unit_id = app_unit()) with check (unit_id = app_unit())', tenant);
  end loop;
end $$;

grant select, insert on register_snapshot, leaf_rule to parindex_app;
grant select, insert, update on register, register_row, leaf_entry, leaf_score, evidence, crosswalk to parindex_app;
grant select, insert, update, delete on upload, stored_file, evidence_link to parindex_app;
