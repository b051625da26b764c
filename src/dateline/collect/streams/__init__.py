"""Files that hold many pages, read one after the other in bounded memory."""
