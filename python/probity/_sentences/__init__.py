"""Sentences that say when something recurs, from text to readings.

reading:  one rule that a sentence may mean, with its days, whatever the language.
sentence: the value of a sentence that was read, and where its readings differ.
scanning: a sentence that is being read, and where in it a fault is.
korean:   the grammar of Korean sentences, and the readings of either language.
english:  the grammar of English sentences.
"""
