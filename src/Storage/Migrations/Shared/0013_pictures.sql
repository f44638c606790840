-- The picture library: what a picture says of itself, what the desk decided of it, and how far it is made ready for readers.
-- shown_until is the one condition under which a picture may be seen: the end of its rights, or 0 where it is barred or refused.
alter table pictures add column kept_at bigint not null default 0;
alter table pictures add column headline text not null default '';
alter table pictures add column caption text not null default '';
alter table pictures add column alt text not null default '';
alter table pictures add column credit text not null default '';
alter table pictures add column byline text not null default '';
alter table pictures add column place text not null default '';
alter table pictures add column people text not null default '';
alter table pictures add column keywords text not null default '';
alter table pictures add column taken_at bigint;
alter table pictures add column rights text;
alter table pictures add column source text not null default '';
alter table pictures add column terms text not null default '';
alter table pictures add column said bigint not null default 0;
alter table pictures add column words text not null default '';
alter table pictures add column people_words text not null default '';
alter table pictures add column place_words text not null default '';
alter table pictures add column credit_words text not null default '';
alter table pictures add column shown_until bigint not null default 9223372036854775807;
alter table pictures add column barred text not null default '';
alter table pictures add column cleared_by text not null default '';
alter table pictures add column focus_x bigint not null default 50;
alter table pictures add column focus_y bigint not null default 50;
alter table pictures add column focus_by text not null default '';
alter table pictures add column developed bigint not null default 0;
alter table pictures add column refused text not null default '';

create index pictures_by_kept on pictures (kept_at, file);
create index pictures_by_end on pictures (shown_until);
create index pictures_by_developed on pictures (developed, kept_at);

-- The use's own rights may end before the picture's.
alter table release_pictures add column shown_until bigint not null default 9223372036854775807;
create index release_pictures_by_key on release_pictures (key);
create index release_pictures_by_end on release_pictures (shown_until);

-- The pictures in each story's newest version.
create table story_pictures (
  file text not null,
  story bigint not null,
  primary key (file, story)
);

create index story_pictures_by_story on story_pictures (story);
insert into story_pictures (file, story) select distinct p.file, r.story from release_pictures p join releases r on r.key = p.key;

-- The file of the picture that lists show, beside the picture itself.
alter table releases add column picture_file text;
