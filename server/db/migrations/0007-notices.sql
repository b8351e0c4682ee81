-- Notices: what each person was told, and what became of everything that went out. As before: unit_id first
-- in every key, row level security on every table, no trigger.

-- The unit's own rules of reminding; without a row the usual ones hold.
create table notice_settings (
  unit_id uuid not null references unit (id),
  settings jsonb not null,
  version integer not null default 1,
  primary key (unit_id)
);

-- How a person is reached outside the application.
create table contact (
  unit_id uuid not null references unit (id),
  user_id text not null,
  mail text,
  is_mail_on boolean not null default true,
  is_push_on boolean not null default true,
  is_head boolean not null default false,
  version integer not null default 1,
  primary key (unit_id, user_id),
  foreign key (unit_id, user_id) references membership (unit_id, user_id)
);

-- The days on which the digests of the unit were made: a day is made once, whichever process comes first.
create table notice_run (
  unit_id uuid not null references unit (id),
  day date not null,
  made_at timestamptz not null default now(),
  digests integer not null,
  primary key (unit_id, day)
);

-- What one person is told. Of one kind, day and subject there is one notice for a person.
create table notice (
  unit_id uuid not null references unit (id),
  id uuid not null,
  user_id text not null,
  kind text not null check (kind in ('digest', 'obstacle_raised', 'obstacle_answered', 'test')),
  day date not null,
  subject text not null default '',
  content jsonb not null,
  created_at timestamptz not null default now(),
  read_at timestamptz,
  primary key (unit_id, id),
  unique (unit_id, user_id, kind, day, subject),
  foreign key (unit_id, user_id) references membership (unit_id, user_id)
);
create index notice_by_person on notice (unit_id, user_id, id desc);

-- Where a notice goes out, and what became of it. "handed" is set in the moment before a mail server takes
-- the mail over: what is found so afterwards may or may not have arrived and is never sent again by itself.
create table delivery (
  unit_id uuid not null references unit (id),
  id uuid not null,
  notice_id uuid not null,
  channel text not null check (channel in ('mail', 'push', 'webhook')),
  address text not null,
  state text not null default 'queued' check (state in ('queued', 'handed', 'sent', 'failed', 'unsure')),
  attempts integer not null default 0,
  next_try_at timestamptz not null default now(),
  reason text not null default '',
  created_at timestamptz not null default now(),
  settled_at timestamptz,
  primary key (unit_id, id),
  unique (unit_id, notice_id, channel, address),
  foreign key (unit_id, notice_id) references notice (unit_id, id)
);
create index delivery_open on delivery (unit_id, next_try_at) where state in ('queued', 'handed');
create index delivery_by_time on delivery (unit_id, id desc);

-- Addresses outside that are told of every notice, for bridges to Zalo and to e-office.
create table webhook (
  unit_id uuid not null references unit (id),
  id uuid not null,
  name text not null,
  url text not null,
  secret text not null,
  is_on boolean not null default true,
  created_by text not null,
  created_at timestamptz not null default now(),
  version integer not null default 1,
  primary key (unit_id, id)
);

-- A browser that a person lets be told.
create table push_subscription (
  unit_id uuid not null references unit (id),
  id uuid not null,
  user_id text not null,
  endpoint text not null,
  keys jsonb not null,
  created_at timestamptz not null default now(),
  primary key (unit_id, id),
  unique (unit_id, user_id, endpoint),
  foreign key (unit_id, user_id) references membership (unit_id, user_id)
);

-- The secret address of a person's calendar; only its hash is kept.
create table calendar_feed (
  unit_id uuid not null references unit (id),
  user_id text not null,
  token_hash text not null,
  created_at timestamptz not null default now(),
  primary key (unit_id, user_id),
  unique (unit_id, token_hash),
  foreign key (unit_id, user_id) references membership (unit_id, user_id)
);

do $$
declare tenant text;
begin
  foreach tenant in array array['notice_settings', 'contact', 'notice_run', 'notice', 'delivery', 'webhook',
    'push_subscription', 'calendar_feed']
  loop
    execute format('alter table %I enable row level security', tenant);
    execute format('alter table %I force row level security', tenant);
    execute format('create policy own_unit on %I using (unit_id = app_unit()) with check (unit_id = app_unit())', tenant);
  end loop;
end $$;

-- Before a unit is chosen: a calendar finds its feed by the secret in its address.
create policy own_token on calendar_feed for select using (token_hash = app_token());

grant select, insert, update on notice_run, notice_settings, contact, notice, delivery to parindex_app;
grant select, insert, update, delete on webhook, push_subscription, calendar_feed to parindex_app;
