"""Sentences in Korean that say when something recurs, from text to readings.

scanner, plan, days, limits, grammar: text to a Plan, what the words say.
rules, weeks, readings: a Plan to the rules that it may mean, each a Reading.
"""
