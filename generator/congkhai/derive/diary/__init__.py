"""Everything of the records that has a day, as appointments of a calendar."""
