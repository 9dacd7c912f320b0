-- the words of published events: where a misspelt search looks for what was meant; a word stays when its event goes
create table programme_word (
    word text primary key
);
create index programme_word_trgm on programme_word using gin (word gin_trgm_ops);

create function keep_programme_words(id uuid) returns void language sql as $$
    insert into programme_word
    select distinct w.word
    from event e
    join event_text t on t.event_id = e.id
    cross join regexp_split_to_table(lower(e.title || ' ' || e.summary || ' ' || t.words), '[^[:alnum:]]+') as w(word)
    where e.id = keep_programme_words.id and e.state = 'PUBLISHED' and length(w.word) between 3 and 40
    order by w.word
    on conflict do nothing
$$;
create function keep_words_of_event() returns trigger language plpgsql as $$
begin
    perform keep_programme_words(new.id);
    return null;
end $$;
create trigger event_words after insert or update of state, title, summary on event
    for each row when (new.state = 'PUBLISHED') execute function keep_words_of_event();
create function keep_words_of_event_text() returns trigger language plpgsql as $$
begin
    perform keep_programme_words(new.event_id);
    return null;
end $$;
create trigger event_text_words after insert or update of words on event_text
    for each row execute function keep_words_of_event_text();

create index programme_word_first_letter on programme_word (left(word, 1), length(word));

-- for each word of a search the words in use that may be meant, and the stems of both: those that share trigrams, and
-- for words too short for trigrams those with the same first letter and about the same length; a search typed on the
-- Latin keyboard is read as on the Russian one (switched)
create function programme_nearest_words(sought text)
    returns table (switched boolean, place bigint, typed text, typed_stem text, word text, stem text)
    language sql stable set pg_trgm.similarity_threshold = '0.15' as $$
    with typed as (
        select false as switched, s.place, s.word
        from regexp_split_to_table(lower(sought), '[^[:alnum:]]+') with ordinality as s(word, place)
        union all
        select true, s.place, s.word
        from regexp_split_to_table(translate(lower(sought), 'qwertyuiop[]asdfghjkl;''zxcvbnm,.`',
            'йцукенгшщзхъфывапролджэячсмитьбюё'), '[^[:alnum:]]+') with ordinality as s(word, place)
        where sought ~ '[a-zA-Z]' and sought !~* '[а-яё]'
    )
    select t.switched, t.place, t.word, coalesce((ts_lexize('russian_stem', t.word))[1], t.word),
        n.word, coalesce((ts_lexize('russian_stem', n.word))[1], n.word)
    from typed t
    left join lateral (
        (select p.word from programme_word p where p.word % t.word
         order by similarity(p.word, t.word) desc, p.word limit 12)
        union
        (select p.word from programme_word p
         where length(t.word) <= 7 and left(p.word, 1) = left(t.word, 1)
           and length(p.word) between length(t.word) - 2 and length(t.word) + 2
         limit 1500)) n on true
    where length(t.word) between 3 and 40
    order by t.switched, t.place, n.word
$$;
