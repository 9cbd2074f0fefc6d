// How long the days of an English sentence go on: until when, from when, for how long, how many times.
#pragma once

#include "sentences/english/scanner.hpp"
#include "sentences/plan.hpp"

namespace probity::detail::english {

/// Until 31 December 2026, until December 2026.
bool read_until(Scanner& s, SentencePlan& plan);
/// From April, from 1 April 2026 on, starting in 2027.
bool read_from(Scanner& s, SentencePlan& plan);
/// For two weeks, for 3 days; for two weeks from 1 December.
bool read_lasting(Scanner& s, SentencePlan& plan);
/// For 10 times, twice.
bool read_count(Scanner& s, SentencePlan& plan);
/// (weeks start on Sunday)
bool read_note(Scanner& s, SentencePlan& plan);

}  // namespace probity::detail::english
