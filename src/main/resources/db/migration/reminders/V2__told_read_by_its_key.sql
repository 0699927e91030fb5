-- What was told is only ever looked up by its whole key.
drop index reminders.told_by_day;
