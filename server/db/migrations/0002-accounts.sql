-- Accounts, credentials and sessions as better-auth keeps them (its schema for PostgreSQL with the
-- username plugin, column names ours), the one-time set-up link, and the count of wrong tries.
-- None of it belongs to one unit. Passwords and sessions are out of the application role's sight:
-- only the account library, on its own connection, reads them.

create table account_user (
  id text primary key,
  name text not null,
  email text not null unique,
  email_verified boolean not null default false,
  image text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  username text unique,
  display_username text
);

create table account_session (
  id text primary key,
  expires_at timestamptz not null,
  token text not null unique,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null,
  ip_address text,
  user_agent text,
  user_id text not null references account_user (id) on delete cascade
);
create index account_session_by_user on account_session (user_id);

create table account_credential (
  id text primary key,
  account_id text not null,
  provider_id text not null,
  user_id text not null references account_user (id) on delete cascade,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  password text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null
);
create index account_credential_by_user on account_credential (user_id);

create table account_verification (
  id text primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index account_verification_by_identifier on account_verification (identifier);

create table setup_token (
  token_hash text primary key,
  created_at timestamptz not null default now(),
  used_at timestamptz
);

-- Counted by the name that was typed, whether such an account exists or not.
create table sign_in_attempt (
  username_hash text primary key,
  wrong integer not null,
  last_at timestamptz not null
);

grant select (id, username, name), insert on account_user to parindex_app;
grant insert on account_credential to parindex_app;
grant select, update (used_at) on setup_token to parindex_app;
