-- What readers have been able to see change, numbered in the order in which it was written: one writer at a time, so that nothing with a lower number comes
-- later. Whoever tells others of it remembers the last number, not a time.
create table released_changes (
  number bigint not null primary key,
  story bigint not null,
  at bigint not null,
  first bigint not null
);

create index released_changes_by_story on released_changes (story);
create index released_changes_by_at on released_changes (at);

alter table readers add column sent_number bigint not null default 0;

-- What readers of letters have not had yet.
insert into released_changes (number, story, at, first)
select row_number() over (order by r.visible_from, r.key), r.story, r.visible_from, 1 from releases r join stories s on s.id = r.story
where r.kind = 'first' and s.opens_at is null and r.visible_from >= (select coalesce(min(sent_until), 9223372036854775807) from readers);

update readers set sent_number = (select count(*) from released_changes c where c.at < readers.sent_until);

alter table readers drop column sent_until;
