"""The day's edition: what does a reader need today, in what order?"""
