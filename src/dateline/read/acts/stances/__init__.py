"""The words that take a stand: verbs, nouns and adjectives of a stand, and what a speaker says of a thing.

Each module gives the stands of a word; `acts.positions` makes positions of them. To teach it a word: the list of its
class in `acts.toml`, part `positions`.
"""
