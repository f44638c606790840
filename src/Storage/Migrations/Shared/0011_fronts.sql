-- Whose story it is, where it comes from and whose copy it is: each name with its own list of releases, as topics have. What was released before this
-- table stood is named when the store is opened.
create table release_names (
  kind text not null,
  slug text not null,
  key bigint not null,
  name text not null,
  primary key (kind, slug, key)
);

create index release_names_by_key on release_names (key);

alter table releases add column named bigint not null default 0;
create index releases_unnamed on releases (named) where named = 0;

-- What editors chose for a front, each choice a version of its own: '' is the front page, anything else a section.
create table fronts (
  front text not null,
  number bigint not null,
  places text not null,
  made_by text not null,
  made_at bigint not null,
  primary key (front, number)
);
