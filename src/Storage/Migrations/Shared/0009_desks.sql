-- The desks of the house; a story stands on one of them, or on none yet.
create table desks (
  slug text not null primary key,
  name text not null,
  position bigint not null
);

alter table stories add column desk text not null default '';
create index stories_by_desk on stories (desk, queue_key);

-- Where a source's copy stands if no rule says otherwise; whether a rule may release it; what is done on a mail server with a message that has been taken.
alter table sources add column desk text not null default '';
alter table sources add column rules_release bigint not null default 0;
alter table sources add column after_taking text not null default '';
