"""Stories: is this about the same course of events?"""
