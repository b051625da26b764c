"""Articles that come as documents of their own: PDF files and mails."""
