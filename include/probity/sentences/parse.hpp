// Sentences of Korean and English offices, read as rules.
//
//     parse_korean("매월 셋째 수요일").readings[0].rule;                 // FREQ=MONTHLY;BYDAY=3WE
//     parse_english("every other Friday").readings[0].rule;              // FREQ=WEEKLY;INTERVAL=2;BYDAY=FR
//     parse_korean_quota("분기별 1회 이상").per;                         // QuotaPeriod::quarter
//     parse_korean("매월 15일경");                                       // RuleError: no certain day
//
// A sentence is UTF-8, of at most 6000 characters. The position of a RuleError counts characters (code
// points), as its message does.
#pragma once

#include <string_view>

#include "probity/sentences/how_often.hpp"
#include "probity/sentences/sentence.hpp"

namespace probity {

/// A sentence in Korean as a rule, as officials write it; and whatever Rule::describe writes in Korean.
///
/// n째 주 X요일 is first of all the n-th such weekday of the month, then the weekday in the n-th row of
/// a wall calendar, then in the n-th ISO week. 까지 and 이내 give the day that is named, and as second
/// reading the day on which the period ends in law (Civil Act, Article 161). 공휴일이면 moves Sundays
/// and public holidays, but no Saturday; a later reading moves every day off to the next working day.
///
/// Days of several kinds are each kept: 매월 15일과 셋째 수요일.
///
/// Throws RuleError for what is not understood, for a number of times that is not that of the days
/// (분기 1회 15일), for two periods that do not agree (분기별 3월 15일), for an hour that is not named
/// (점심시간), for a day that is not certain (15일경), and for what says how often but not when, as 연
/// 3회 does: parse_korean_quota reads that.
[[nodiscard]] Sentence parse_korean(std::string_view text);

/// A sentence in English as a rule, as announcements write it; and whatever Rule::describe writes in
/// English.
///
/// Throws RuleError for what is not understood, for what would be guessed (3/4, "or", "at 10", "early
/// March"), and for what says how often but not when, as "twice a month" does: that is a quota, no rule.
[[nodiscard]] Sentence parse_english(std::string_view text);

/// How often a sentence in Korean says that something happens: a number in each period.
///
/// A number that is split is that of the shorter period, which says all that the longer says: 연
/// 2회(상·하반기 각 1회) is once in each half-year.
///
/// Throws RuleError for what names days (parse_korean reads it), for hours or other amounts, two numbers
/// that do not agree, and a period that no quota has, such as a week.
[[nodiscard]] HowOften parse_korean_quota(std::string_view text);

}  // namespace probity
