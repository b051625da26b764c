"""Sources and collecting: what to fetch, fetching it, and how it went."""
