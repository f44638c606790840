-- Whoever could do everything still can: roles are a list now, and the operator is one of them.
update people set role = 'chief operator' where role = 'chief';
update invitations set role = 'chief operator' where role = 'chief' and used_at is null;

-- The sections to which a person's rights are limited, with spaces between; empty means all.
alter table people add column sections text not null default '';
alter table invitations add column sections text not null default '';
alter table people add column disabled_at bigint;

-- The secret of the second step, sealed; and the last time step that was used, so that no code works twice.
alter table people add column totp text;
alter table people add column totp_step bigint not null default 0;

-- Kinds of notices that the person's pages do not show, with spaces between.
alter table people add column mutes text not null default '';

create table sessions (
  id $key$ primary key,
  person bigint not null,
  started_at bigint not null,
  seen_at bigint not null,
  came_from text not null,
  browser text not null,
  ended_at bigint
);

create index sessions_by_person on sessions (person, id);

create table passkeys (
  credential text not null primary key,
  person bigint not null,
  name text not null,
  public_key text not null,
  counter bigint not null,
  made_at bigint not null,
  used_at bigint
);

create index passkeys_by_person on passkeys (person);

-- Only the hash of a key is kept.
create table api_keys (
  id $key$ primary key,
  person bigint not null,
  name text not null,
  hash text not null unique,
  scopes text not null,
  made_at bigint not null,
  used_at bigint,
  ended_at bigint
);

-- Who did what, when, from where. Rows are added, and no row is ever changed or taken away: see the guard of each database.
create table trail (
  id $key$ primary key,
  at bigint not null,
  who text not null,
  came_from text not null,
  what text not null,
  story bigint,
  detail text not null
);

create index trail_by_story on trail (story, id);
create index trail_by_who on trail (who, id);
