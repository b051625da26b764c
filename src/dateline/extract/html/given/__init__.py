"""What a page gives beside its text: what it says to machines and what it shows around the text."""
