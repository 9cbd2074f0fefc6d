"""Sentences in English that say when something recurs, from text to readings.

description:            the sentences of Rule.describe("en"), read back.
scanner, heads, days, limits, grammar: what people write, from text to a Plan, as Korean sentences
                        have it; its readings are theirs.
"""
