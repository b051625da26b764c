"""Article to reading: who said what, promised what, by when, for or against what?"""
