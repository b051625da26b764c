"""Copies: is this the same text again?"""
