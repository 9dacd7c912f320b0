-- pg_trgm: search that forgives typing errors
create extension if not exists pg_trgm;
