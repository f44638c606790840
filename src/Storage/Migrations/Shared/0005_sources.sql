alter table sources add column usage_terms text not null default '';
alter table sources add column expect_minutes bigint not null default 0;

-- Names and passwords for the source, sealed by the program's keys; see docs/operating.md.
alter table sources add column secret text;

-- How long the source is left alone between polls, by how often it changes.
alter table sources add column pace_seconds bigint not null default 0;

-- When the source last brought something new, and when the desk was told that it is silent.
alter table sources add column last_news_at bigint;
alter table sources add column silent_told_at bigint;
