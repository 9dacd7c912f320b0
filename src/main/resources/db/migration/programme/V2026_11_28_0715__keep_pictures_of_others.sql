-- a picture that a module above uses: the sweep of forgotten uploads leaves it alone
alter table picture add kept boolean not null default false;
