-- Who has a page open that others may be working on too. Worth nothing after a crash, so it is not logged for one.
create unlogged table presence (
  unit_id uuid not null references unit (id),
  subject text not null,
  user_id text not null,
  person_name text not null,
  seen_at timestamptz not null,
  primary key (unit_id, subject, user_id)
);
alter table presence enable row level security;
alter table presence force row level security;
create policy own_unit on presence using (unit_id = app_unit()) with check (unit_id = app_unit());
do $$
declare anyone text[] := '{administrator,focal,leader,officer,viewer,contributor,appraiser,council,system}';
begin
  perform raise_wall('presence', anyone, anyone, anyone, anyone);
end $$;
create policy own_presence on presence as restrictive for insert with check (user_id = app_user());
grant select, insert, update, delete on presence to parindex_app;
