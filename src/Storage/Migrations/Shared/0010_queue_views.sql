-- The views of the queue that few stories of many belong to: what somebody has taken, a language, what is urgent.
create index stories_by_taker on stories (taken_by, queue_key);
create index stories_by_language on stories (language, queue_key);
create index stories_flash on stories (queue_key) where urgency <= 1;
create index stories_urgent on stories (queue_key) where urgency <= 3;
