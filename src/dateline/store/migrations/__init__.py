"""The steps that brought the tables to where they are; add new ones at the end, change none."""
