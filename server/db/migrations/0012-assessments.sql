-- Assessment: what a unit claims and submits, the campaign of its city, what is ruled in each round, and the result.
-- As before: unit_id first in every key, row level security on every table, no trigger. What a unit submits is a
-- copy nobody may change; the city sees that copy and nothing else of the unit.

-- THE CITY'S TABLES: unit_id is the city.
create table campaign (
  unit_id uuid not null references unit (id),
  id uuid not null,
  year integer not null,
  title text not null,
  decision jsonb not null default '{}',
  phase text not null default 'preparing' check (phase in
    ('preparing', 'claiming', 'appraising', 'explaining', 'reappraising', 'deciding', 'published')),
  calendar jsonb not null default '{}',
  version integer not null default 1,
  created_by text not null,
  created_at timestamptz not null default now(),
  primary key (unit_id, id)
);

-- The criteria of a campaign, copied when it is made: nothing changes them afterwards.
create table campaign_leaf (
  unit_id uuid not null references unit (id),
  campaign_id uuid not null,
  code text not null,
  parent_code text,
  position integer not null,
  level smallint not null,
  is_leaf boolean not null,
  title text not null,
  max_points integer not null check (max_points >= 0),
  scored_by text not null check (scored_by in ('self', 'bonus', 'penalty', 'survey', 'appraiser', 'outside')),
  primary key (unit_id, campaign_id, code),
  foreign key (unit_id, campaign_id) references campaign (unit_id, id)
);
comment on column campaign_leaf.max_points is 'whole hundredths of a point';

-- A unit that is assessed, with the extensions documents gave it.
create table campaign_unit (
  unit_id uuid not null references unit (id),
  campaign_id uuid not null,
  assessed_id uuid not null references unit (id),
  graces jsonb not null default '[]',
  version integer not null default 1,
  removed_at timestamptz,
  primary key (unit_id, campaign_id, assessed_id),
  foreign key (unit_id, campaign_id) references campaign (unit_id, id)
);
create index campaign_unit_by_assessed on campaign_unit (assessed_id, campaign_id);

create table appraiser_assignment (
  unit_id uuid not null references unit (id),
  id uuid not null,
  campaign_id uuid not null,
  user_id text not null,
  code text,
  assessed_id uuid references unit (id),
  assigned_by text not null,
  assigned_at timestamptz not null default now(),
  primary key (unit_id, id),
  foreign key (unit_id, campaign_id) references campaign (unit_id, id)
);
create index appraiser_assignment_by_user on appraiser_assignment (unit_id, campaign_id, user_id);

create table appraiser_conflict (
  unit_id uuid not null references unit (id),
  campaign_id uuid not null,
  user_id text not null,
  assessed_id uuid not null references unit (id),
  reason text not null,
  declared_by text not null,
  declared_at timestamptz not null default now(),
  primary key (unit_id, campaign_id, user_id, assessed_id),
  foreign key (unit_id, campaign_id) references campaign (unit_id, id)
);

-- The sum of the points of reasons: what a ruling must differ by from the round before.
create function sum_of_reasons(reasons jsonb) returns integer immutable language sql
  as $$ select coalesce(sum((reason ->> 'points')::integer), 0)::integer from jsonb_array_elements(reasons) reason $$;

-- What was ruled on a leaf of a unit in a round. The newest counts; none is ever changed or removed.
create table ruling (
  unit_id uuid not null references unit (id),
  id uuid not null,
  campaign_id uuid not null,
  assessed_id uuid not null references unit (id),
  code text not null,
  round text not null check (round in ('appraisal_1', 'appraisal_2', 'council', 'appeal')),
  from_points integer,
  points integer not null,
  reasons jsonb not null default '[]',
  question text not null default '',
  note text not null default '',
  fingerprint text not null,
  judged_by text not null,
  judged_by_name text not null,
  judged_at timestamptz not null default now(),
  primary key (unit_id, id),
  foreign key (unit_id, campaign_id, code) references campaign_leaf (unit_id, campaign_id, code),
  foreign key (unit_id, campaign_id, assessed_id) references campaign_unit (unit_id, campaign_id, assessed_id),
  constraint reasons_add_up check (sum_of_reasons(reasons) = coalesce(from_points - points, 0))
);
comment on column ruling.points is 'whole hundredths of a point';
create index ruling_by_leaf on ruling (unit_id, campaign_id, code, assessed_id, round, id desc);
create index ruling_by_assessed on ruling (assessed_id, campaign_id, code);

create table council_member (
  unit_id uuid not null references unit (id),
  campaign_id uuid not null,
  user_id text not null,
  seat text not null check (seat in ('chair', 'vice', 'member', 'secretary')),
  added_at timestamptz not null default now(),
  ended_at timestamptz,
  primary key (unit_id, campaign_id, user_id),
  foreign key (unit_id, campaign_id) references campaign (unit_id, id)
);

create table council_meeting (
  unit_id uuid not null references unit (id),
  id uuid not null,
  campaign_id uuid not null,
  kind text not null check (kind in ('meeting', 'written')),
  held_on date not null,
  present jsonb not null default '[]',
  minutes text not null default '',
  closed_at timestamptz,
  version integer not null default 1,
  created_by text not null,
  created_at timestamptz not null default now(),
  primary key (unit_id, id),
  foreign key (unit_id, campaign_id) references campaign (unit_id, id)
);

-- A proposal the council votes on: one leaf of one unit, or with neither the whole list as it stands.
create table council_item (
  unit_id uuid not null references unit (id),
  id uuid not null,
  meeting_id uuid not null,
  campaign_id uuid not null,
  assessed_id uuid references unit (id),
  code text,
  from_points integer,
  points integer,
  reasons jsonb not null default '[]',
  note text not null default '',
  fingerprint text not null default '',
  proposed_by text not null,
  proposed_at timestamptz not null default now(),
  withdrawn_at timestamptz,
  primary key (unit_id, id),
  foreign key (unit_id, meeting_id) references council_meeting (unit_id, id),
  check ((assessed_id is null) = (code is null) and (code is null) = (points is null)),
  constraint reasons_add_up check (points is null or sum_of_reasons(reasons) = coalesce(from_points - points, 0))
);

-- A vote. The newest of a member counts until the meeting is closed; none is changed.
create table council_vote (
  unit_id uuid not null references unit (id),
  id uuid not null,
  item_id uuid not null,
  user_id text not null,
  choice text not null check (choice in ('for', 'against', 'abstain')),
  note text not null default '',
  voted_at timestamptz not null default now(),
  primary key (unit_id, id),
  foreign key (unit_id, item_id) references council_item (unit_id, id)
);
create index council_vote_by_item on council_vote (unit_id, item_id, user_id, id desc);

-- What was published, and again after appeals. Never changed.
create table publication (
  unit_id uuid not null references unit (id),
  id uuid not null,
  campaign_id uuid not null,
  number integer not null,
  decision jsonb not null default '{}',
  reason text not null default '',
  published_by text not null,
  published_by_name text not null,
  published_at timestamptz not null default now(),
  primary key (unit_id, id),
  unique (unit_id, campaign_id, number),
  foreign key (unit_id, campaign_id) references campaign (unit_id, id)
);

create table result (
  unit_id uuid not null references unit (id),
  publication_id uuid not null,
  campaign_id uuid not null,
  assessed_id uuid not null references unit (id),
  unit_name text not null,
  points integer not null,
  fields jsonb not null,
  leaves jsonb not null,
  primary key (unit_id, publication_id, assessed_id),
  foreign key (unit_id, publication_id) references publication (unit_id, id)
);
comment on column result.points is 'whole hundredths of a point';
create index result_by_assessed on result (assessed_id, campaign_id);

-- THE UNIT'S TABLES: unit_id is the unit that is assessed, host_id the city of its campaign.
create table assessment (
  unit_id uuid not null references unit (id),
  id uuid not null,
  campaign_id uuid not null,
  host_id uuid not null references unit (id),
  plan_id uuid not null,
  year integer not null,
  stage text not null default 'claiming' check (stage in ('claiming', 'approving', 'approved', 'submitted')),
  version integer not null default 1,
  opened_by text not null,
  opened_at timestamptz not null default now(),
  primary key (unit_id, id),
  unique (unit_id, campaign_id),
  foreign key (unit_id, plan_id) references plan (unit_id, id)
);

create table leaf_claim (
  unit_id uuid not null references unit (id),
  assessment_id uuid not null,
  code text not null,
  criterion_id uuid,
  state text not null default 'open' check (state in ('open', 'declared', 'accepted', 'returned')),
  content jsonb,
  fingerprint text,
  self_points integer,
  review_points integer,
  review_reasons jsonb not null default '[]',
  return_reason text not null default '',
  declared_by text,
  declared_by_name text,
  declared_at timestamptz,
  reviewed_by text,
  version integer not null default 1,
  primary key (unit_id, assessment_id, code),
  foreign key (unit_id, assessment_id) references assessment (unit_id, id),
  foreign key (unit_id, criterion_id) references criterion (unit_id, id),
  constraint reasons_add_up check (sum_of_reasons(review_reasons) = coalesce(self_points - review_points, 0))
);
comment on column leaf_claim.self_points is 'whole hundredths of a point';

-- Every move of the unit's own part, on a leaf (with its code) or on the whole. Never changed.
create table assessment_move (
  unit_id uuid not null references unit (id),
  id uuid not null,
  assessment_id uuid not null,
  code text,
  move text not null,
  points integer,
  reasons jsonb not null default '[]',
  reason text not null default '',
  fingerprint text,
  moved_by text not null,
  moved_by_name text not null,
  moved_at timestamptz not null default now(),
  primary key (unit_id, id),
  foreign key (unit_id, assessment_id) references assessment (unit_id, id)
);
create index assessment_move_by_leaf on assessment_move (unit_id, assessment_id, code, id);

-- A bonus the unit asks for, or a penalty it owns up to, with its own proof.
create table bonus_claim (
  unit_id uuid not null references unit (id),
  id uuid not null,
  assessment_id uuid not null,
  code text not null,
  title text not null,
  points integer not null check (points > 0),
  evidence_id uuid,
  page integer,
  section text not null default '',
  created_by text not null,
  created_at timestamptz not null default now(),
  removed_at timestamptz,
  version integer not null default 1,
  primary key (unit_id, id),
  foreign key (unit_id, assessment_id) references assessment (unit_id, id),
  foreign key (unit_id, evidence_id) references evidence (unit_id, id)
);
create index bonus_claim_by_leaf on bonus_claim (unit_id, assessment_id, code);

-- What was handed in: a copy. A withdrawn one is out of the city's sight and stays here.
create table submission (
  unit_id uuid not null references unit (id),
  id uuid not null,
  assessment_id uuid not null,
  campaign_id uuid not null,
  host_id uuid not null references unit (id),
  number integer not null,
  points integer not null,
  last_points jsonb not null default '{}',
  submitted_by text not null,
  submitted_by_name text not null,
  submitted_at timestamptz not null default now(),
  withdrawn_at timestamptz,
  withdrawn_by text,
  withdrawn_reason text not null default '',
  primary key (unit_id, id),
  unique (unit_id, assessment_id, number),
  foreign key (unit_id, assessment_id) references assessment (unit_id, id)
);
comment on column submission.last_points is 'what the published result of the year before gave each leaf, those the unit does not claim too; whole hundredths';
create index submission_by_host on submission (host_id, campaign_id);

create table submitted_leaf (
  unit_id uuid not null references unit (id),
  submission_id uuid not null,
  campaign_id uuid not null,
  host_id uuid not null references unit (id),
  code text not null,
  self_points integer not null,
  points integer not null,
  reasons jsonb not null default '[]',
  last_points integer,
  content jsonb not null,
  fingerprint text not null,
  proofs integer not null,
  withdrawn_at timestamptz,
  primary key (unit_id, submission_id, code),
  foreign key (unit_id, submission_id) references submission (unit_id, id),
  constraint reasons_add_up check (sum_of_reasons(reasons) = self_points - points)
);
create index submitted_leaf_by_host on submitted_leaf (host_id, campaign_id, code) where withdrawn_at is null;

-- The unit's answer to a cut or a question, and its appeal against a result. Once sent it stays as it is.
create table leaf_answer (
  unit_id uuid not null references unit (id),
  id uuid not null,
  assessment_id uuid not null,
  campaign_id uuid not null,
  host_id uuid not null references unit (id),
  code text not null,
  kind text not null check (kind in ('explanation', 'appeal')),
  text text not null,
  asked_points integer,
  proofs jsonb not null default '[]',
  fingerprint text not null default '',
  written_by text not null,
  written_by_name text not null,
  written_at timestamptz not null default now(),
  sent_by text,
  sent_by_name text,
  sent_at timestamptz,
  version integer not null default 1,
  primary key (unit_id, id),
  unique (unit_id, assessment_id, code, kind),
  foreign key (unit_id, assessment_id) references assessment (unit_id, id)
);
create index leaf_answer_by_host on leaf_answer (host_id, campaign_id, code) where sent_at is not null;

-- Who takes part in a campaign sees it; what was ruled is seen from the phase in which the round is released.
create function app_takes_part(campaign uuid) returns boolean stable language sql
  as $$ select exists (select 1 from campaign_unit where campaign_id = campaign and assessed_id = app_unit() and removed_at is null) $$;
create function app_sees_round(wanted uuid, round text) returns boolean stable language sql
  as $$ select exists (select 1 from campaign where id = wanted and case round
    when 'appraisal_1' then phase in ('explaining', 'reappraising', 'deciding', 'published')
    when 'appraisal_2' then phase in ('deciding', 'published')
    else phase = 'published' end) $$;
-- Whether the person belongs to a unit other than the one acted for: looked up past the walls, as in 0011.
create function app_belongs_to(assessed uuid) returns boolean stable security definer language plpgsql as $$
begin
  return assessed <> app_unit() and exists (
    select from public.membership m where m.unit_id = assessed and m.user_id = app_user() and m.ended_at is null);
end $$;
-- Whether the appraiser of the transaction was given this leaf of this unit, and may judge the unit at all.
create function app_appraises(campaign uuid, assessed uuid, leaf text) returns boolean stable language sql
  as $$ select exists (select 1 from appraiser_assignment a
      where a.unit_id = app_unit() and a.campaign_id = campaign and a.user_id = app_user()
        and (a.code is null or leaf = a.code or leaf like a.code || '.%') and (a.assessed_id is null or a.assessed_id = assessed))
    and not exists (select 1 from appraiser_conflict c
      where c.unit_id = app_unit() and c.campaign_id = campaign and c.user_id = app_user() and c.assessed_id = assessed)
    and not app_belongs_to(assessed) $$;

do $$
declare tenant text;
begin
  foreach tenant in array array['campaign', 'campaign_leaf', 'campaign_unit', 'appraiser_assignment',
    'appraiser_conflict', 'ruling', 'council_member', 'council_meeting', 'council_item', 'council_vote',
    'publication', 'result', 'assessment', 'leaf_claim', 'assessment_move', 'bonus_claim', 'submission',
    'submitted_leaf', 'leaf_answer']
  loop
    execute format('alter table %I enable row level security', tenant);
    execute format('alter table %I force row level security', tenant);
    execute format('create policy own_unit on %I using (unit_id = app_unit()) with check (unit_id = app_unit())', tenant);
  end loop;
end $$;

create policy taking_part on campaign_unit for select using (assessed_id = app_unit());
create policy taking_part on campaign for select using (phase <> 'preparing' and app_takes_part(id));
create policy taking_part on campaign_leaf for select using (app_takes_part(campaign_id));
create policy released on ruling for select using (assessed_id = app_unit() and app_sees_round(campaign_id, round));
create policy taking_part on publication for select using (app_takes_part(campaign_id));
create policy taking_part on result for select using (app_takes_part(campaign_id));
create policy handed_in on submission for select using (host_id = app_unit() and withdrawn_at is null);
create policy handed_in on submitted_leaf for select using (host_id = app_unit() and withdrawn_at is null);
create policy sent on leaf_answer for select using (host_id = app_unit() and sent_at is not null);
-- What was sent is changed no more.
create policy not_sent on leaf_answer as restrictive for update using (sent_at is null) with check (true);

-- Who reads, adds and changes what, as seen from core/people/permissions.ts: decision 027.
do $$
declare
  keepers text[] := '{administrator,focal,system}';
  heads text[] := '{administrator,focal,leader,system}';
  judges text[] := '{focal,appraiser,system}';
  workers text[] := '{administrator,focal,leader,officer,contributor,system}';
  claimers text[] := '{administrator,focal,officer,contributor,system}';
  work_readers text[] := '{administrator,focal,leader,officer,viewer,contributor,system}';
  anyone text[] := '{administrator,focal,leader,officer,viewer,contributor,appraiser,council,system}';
  nobody text[] := '{}';
begin
  --                                       read          add       change    remove
  perform raise_wall('campaign',             anyone,       keepers,  heads);
  perform raise_wall('campaign_leaf',        anyone,       keepers,  keepers);
  perform raise_wall('campaign_unit',        anyone,       keepers,  keepers);
  perform raise_wall('appraiser_assignment', anyone,       keepers,  nobody,   keepers);
  perform raise_wall('appraiser_conflict',   anyone,       judges || '{administrator}', nobody);
  perform raise_wall('ruling',               anyone,       judges || '{administrator}', nobody);
  perform raise_wall('council_member',       anyone,       keepers,  keepers);
  perform raise_wall('council_meeting',      anyone,       keepers,  keepers);
  perform raise_wall('council_item',         anyone,       keepers,  keepers);
  perform raise_wall('council_vote',         anyone,       '{leader,council}', nobody);
  perform raise_wall('publication',          anyone,       heads,    nobody);
  perform raise_wall('result',               anyone,       heads,    nobody);
  perform raise_wall('assessment',           work_readers, keepers,  heads);
  perform raise_wall('leaf_claim',           work_readers, keepers,  claimers || '{leader}');
  perform raise_wall('assessment_move',      work_readers, workers,  nobody);
  perform raise_wall('bonus_claim',          work_readers, claimers, claimers);
  perform raise_wall('submission',           anyone,       heads,    heads);
  perform raise_wall('submitted_leaf',       anyone,       heads,    heads);
  perform raise_wall('leaf_answer',          anyone,       workers,  workers);
end $$;

-- Narrow roles: a contributor sees what is about the own unit alone, an appraiser what was given to them; a council
-- member votes in the own name alone.
create policy own_unit_alone on submission as restrictive for select
  using (app_role() is distinct from 'contributor' or unit_id = app_unit());
create policy own_unit_alone on submitted_leaf as restrictive for select
  using (app_role() is distinct from 'contributor' or unit_id = app_unit());
create policy own_unit_alone on leaf_answer as restrictive for select
  using (app_role() is distinct from 'contributor' or unit_id = app_unit());
create policy own_unit_alone on ruling as restrictive for select
  using (app_role() is distinct from 'contributor' or assessed_id = app_unit());
create policy assigned on submitted_leaf as restrictive for select
  using (app_role() is distinct from 'appraiser' or app_appraises(campaign_id, unit_id, code));
create policy assigned on leaf_answer as restrictive for select
  using (app_role() is distinct from 'appraiser' or app_appraises(campaign_id, unit_id, code));
create policy assigned on ruling as restrictive for select
  using (app_role() is distinct from 'appraiser' or app_appraises(campaign_id, assessed_id, code));
create policy assigned_to_judge on ruling as restrictive for insert
  with check (app_role() is distinct from 'appraiser' or app_appraises(campaign_id, assessed_id, code));
create policy own_assignments on appraiser_assignment as restrictive for select
  using (app_role() is distinct from 'appraiser' or user_id = app_user());
create policy own_votes on council_vote as restrictive for insert
  with check (current_user <> 'parindex_app' or user_id = app_user());

grant select, insert on campaign_leaf, appraiser_conflict, ruling, council_vote, publication, result,
  assessment_move, submission, submitted_leaf to parindex_app;
grant update (withdrawn_at, withdrawn_by, withdrawn_reason) on submission to parindex_app;
grant update (withdrawn_at) on submitted_leaf to parindex_app;
grant select, insert, update on campaign, campaign_unit, council_member, council_meeting, council_item,
  assessment, leaf_claim, bonus_claim, leaf_answer to parindex_app;
grant select, insert, delete on appraiser_assignment to parindex_app;
