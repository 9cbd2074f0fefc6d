// Months and dates of an English sentence: March, 15 March, 12 to 18 March.
#pragma once

#include <optional>

#include "sentences/english/scanner.hpp"
#include "sentences/pattern.hpp"
#include "sentences/plan.hpp"

namespace probity::detail::english {

/// A day in figures, with or without the ending of an ordinal, that is no time of day.
extern const Pattern day_figures;

/// March; March and September; June to August; the months June to August.
bool read_months(Scanner& s, SentencePlan& plan);
/// Throughout June, the whole of June to August.
bool read_whole_months(Scanner& s, SentencePlan& plan);
/// Of the 8th lunar month, of the 5th and leap 5th lunar months.
bool read_lunar_months(Scanner& s, SentencePlan& plan);
/// 15 March; 12 to 18 March; 30 June and 31 December; 1 December to 15 December.
bool read_date(Scanner& s, SentencePlan& plan);

struct DayOfMonth {
    int month = 1;
    int day = 1;
};
/// 15 March, 15th of March, March 15, March 15th.
std::optional<DayOfMonth> day_of_month(Scanner& s);

}  // namespace probity::detail::english
