// How often an English sentence says that something recurs: every month, twice a year.
#pragma once

#include <vector>

#include "sentences/english/scanner.hpp"
#include "sentences/plan.hpp"

namespace probity::detail::english {

/// Keeps what is said twice once, and the longer period first.
void add_head(SentencePlan& plan, Frequency frequency, Said interval);

/// Quarters (3 months) or half-years (6), by their first months.
void set_block(SentencePlan& plan, int length, std::vector<int> starts);
void set_quarters(SentencePlan& plan);
void set_half_years(SentencePlan& plan);

/// Month, quarter, two weeks, other year, first half of the year: what "every" stands before.
bool read_period(Scanner& s, SentencePlan& plan);
/// The first quarter, Q2, the second half of the year.
bool read_named_block(Scanner& s, SentencePlan& plan);
/// Of every second quarter, of the second quarter: the one or the other is tried first.
bool read_period_or_block(Scanner& s, SentencePlan& plan, bool of_each);

/// One thing that says how often: whether it stood here.
bool read_head(Scanner& s, SentencePlan& plan);

/// "The", which says nothing, or "each", "every" and the like. Returns whether it was one of these.
bool take_each(Scanner& s);

}  // namespace probity::detail::english
