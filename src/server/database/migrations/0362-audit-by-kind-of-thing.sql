-- Acts about one kind of thing, `import:`, are a range of subjects, which only an order by bytes can serve; the order
-- of the database's language cannot. In the place of the index by subject, not beside it: every act writes each index.
drop index audit_entry_subject;
create index audit_entry_subject on audit_entry (subject collate "C", at desc) where subject <> '';
