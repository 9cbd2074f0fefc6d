// The grammar of Korean sentences that say when something recurs: from text to a SentencePlan.
//
// A sentence is how often, on which days, how long, and what limits them:
//
//     매년 3월       셋째 주 수요일     부터 3일간   (공휴일이면 다음 근무일),    10회
//     heads          days               span         qualifiers                   limits
//
// Each function reads what stands where the scanner is, passes it and writes it into the plan; one that
// returns bool passes nothing if it returns false.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "sentences/korean/scanner.hpp"
#include "sentences/pattern.hpp"
#include "sentences/plan.hpp"

namespace probity::detail::korean {

/// Appends what a part of a sentence says to what the others say.
template <class Item>
void append(std::vector<Item>& all, const std::vector<Item>& more) {
    all.insert(all.end(), more.begin(), more.end());
}

/// The plan of a whole sentence. Throws RuleError if it is not understood.
[[nodiscard]] SentencePlan read_plan(Scanner& s);

// heads.cpp, blocks.cpp, months.cpp ----------------------------------------------------------------

/// All that says how often, up to the days.
void read_heads(Scanner& s, SentencePlan& plan);
/// 2026년부터, 2026년 4월부터, 2026. 4. 1.부터; 2026년 4월부터 12월까지.
bool read_begin(Scanner& s, SentencePlan& plan);
/// 연 3회, 월 1회: how often, not when.
bool read_times(Scanner& s, SentencePlan& plan);
/// 분기별, 매반기, 상·하반기, 상반기, 2분기, 3/4분기, and the month of them that is meant.
bool read_block(Scanner& s, SentencePlan& plan);
/// 첫째 달, 마지막 달: the month of a quarter or half-year that is meant.
bool read_block_month(Scanner& s, SentencePlan& plan);
/// 3월, 6~8월, 3월부터 11월까지 격월, 6월 한 달간.
bool read_months(Scanner& s, SentencePlan& plan);
/// 격월(짝수 달): the months that a step would come to.
bool read_months_in_brackets(Scanner& s, SentencePlan& plan);

// after_period.cpp ---------------------------------------------------------------------------------

inline constexpr std::array<Word, 7> next_month_words{U"그다음달", U"다음달", U"다음월", U"익월",
                                                      U"차월",     U"내달",   U"이듬달"};
/// 분기 종료 후 10일 이내: a time after the period, counted from the day after its last.
bool read_after_period(Scanner& s, SentencePlan& plan);
/// 분기 시작 10일 전, 연도 종료 2주 전: the day of which the period begins, or ends.
bool read_edge(Scanner& s, SentencePlan& plan);

// days.cpp, counted_days.cpp ----------------------------------------------------------------------

/// The days that are listed here, if any.
void read_days(Scanner& s, SentencePlan& plan);
/// One of the days that a sentence lists.
bool read_item(Scanner& s, SentencePlan& plan);
/// 평일, 주말, 근무일: of each week, or the one that is counted.
bool read_group_of_weekdays(Scanner& s, SentencePlan& plan, const std::vector<Said>* ordinals);
/// 셋째 주 수요일: what stands behind 셋째, a week, a weekday, a working day, a day.
bool read_counted(Scanner& s, SentencePlan& plan, const std::vector<Said>& ordinals);
/// 3주차, 제2·4주, and 연중 20주차.
bool read_week_by_number(Scanner& s, SentencePlan& plan);
/// Whether what is counted is counted in the year: 매년 말일.
[[nodiscard]] bool is_of_the_year(const SentencePlan& plan);
/// Another date of a yearly rule, with its own months: 과 12월 31일, 하반기 12월 31일. It is added to
/// `found`.
bool read_other_date(Scanner& s, const SentencePlan& plan, std::vector<SentencePlan>& found);

// feasts.cpp ---------------------------------------------------------------------------------------

/// 설, 추석, 설·추석, 설 연휴, 명절.
bool read_feasts(Scanner& s, SentencePlan& plan);
/// 이 있는 주, 이 있는 주 금요일.
bool read_holding(Scanner& s, SentencePlan& plan);
/// (그 주) 수요일, 월요일부터 금요일까지: weekdays of the week that was named.
void read_part_of_week(Scanner& s, SentencePlan& plan);

// spans.cpp ----------------------------------------------------------------------------------------

/// The words behind the days: a move, a run of days, or a deadline.
void read_span(Scanner& s, SentencePlan& plan);

// exclusions.cpp -----------------------------------------------------------------------------------

/// 제외, 빼고, 미개최 and the like.
extern const Pattern left_out_words;
/// Whether something that is left out is said here; with its brackets.
bool read_exclusion(Scanner& s, SentencePlan& plan);
/// 토·일·공휴일, 토요일 또는 공휴일: the kinds of days off that are listed, each by its name.
std::vector<DayOff> read_off_days(Scanner& s);

// limits.cpp, qualifiers.cpp, moves.cpp ------------------------------------------------------------

/// 중 수요일, (금요일인 경우), (공휴일이면 다음 근무일), 15:20.
bool read_qualifier(Scanner& s, SentencePlan& plan);
/// 화·목요일 중 첫째 날, 14~20일 중 수요일, 8~14일 중 첫째 월요일.
bool read_among(Scanner& s, SentencePlan& plan);
/// 공휴일이면 다음 근무일: what happens on a day off.
bool read_move(Scanner& s, SentencePlan& plan);
/// 6~8월에만, 10회, 2026. 12. 31.까지.
bool read_limit(Scanner& s, SentencePlan& plan);
/// 15:20, 오후 3시, 10시 30분, 10:00~12:00.
bool read_clock(Scanner& s, SentencePlan& plan);

// names.cpp, refusals.cpp --------------------------------------------------------------------------

/// 청렴의 날은, 청렴주간:, 청렴의 날(매월 11일): the name that comes first.
void pass_label(Scanner& s);
/// 매월 실적을 다음 달 5일까지: what is done, between how often and when.
bool pass_object(Scanner& s);
/// A name or a verb; what speaks of dates is none.
bool pass_name(Scanner& s, const SentencePlan& plan);
/// Whether words are a name or a verb, and say nothing of dates or numbers.
[[nodiscard]] bool is_passed(std::u32string_view words);
/// Whether words begin with one that says vaguely when, as 중순 does.
[[nodiscard]] bool begins_vaguely(std::u32string_view words);
/// Why the sentence is not read on from here.
[[nodiscard]] Text what_is_wrong(Scanner& s, const SentencePlan& plan);

}  // namespace probity::detail::korean
