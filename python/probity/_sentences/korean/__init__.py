"""Sentences in Korean that say when something recurs, from text to readings.

spelling, scanner: a sentence as it was typed, word by word.
heads, after_period, days, feasts, spans, exclusions, limits, hours, names: what the words say, by
                   where they stand; grammar puts it into a Plan.
rules, weeks, periods, readings, agreement: a Plan to the rules that it may mean, each a Reading.
described, described_lists: what Rule.describe("ko") writes, read back.
quota:             how often, without a day.
"""
