-- The row number is the key, so that newest first is the index's own order. The words come folded; see SearchWords.
create virtual table release_search using fts5(words, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 0');
create virtual table queue_search using fts5(words, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 0');
