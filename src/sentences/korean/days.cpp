// The days that a Korean sentence names: 15일, 12. 9., 분기 말, 3일째 근무일.

#include <algorithm>

#include "sentences/code_points.hpp"
#include "sentences/korean/grammar.hpp"
#include "sentences/names.hpp"
#include "text/sentence.hpp"

namespace probity::detail::korean {
namespace {

const Pattern dotted(U"(1[0-2]|0?[1-9])[./](3[01]|[12][0-9]|0?[1-9])(?:\\.|일)?(?![0-9]|분기)");
const Pattern nth_worked(
    U"([0-9]{1,2})(?:일째|일차|번째)?(?:근무일|영업일|업무일|집무일|워킹데이)(?:째|차)?(?!전|후|"
    U"간)");
const Pattern worked_nth(
    U"(?:근무일|영업일|업무일|집무일|워킹데이)(?:기준)?(?:으로)?([0-9]{1,2})(?:일째|일차|번째|일)");
// The last working day of a period that is named by its end: 분기 말 마지막 근무일, 월말 근무일.
const Pattern last_worked(U"(?:의)?(?:마지막|최종)?(?:근무일|영업일|업무일|집무일|워킹데이)");
const Pattern weekday_in_brackets(U"[(][월화수목금토일][)]");

/// The longer before the shorter.
constexpr auto lunar_days = std::to_array<Meaning<Said>>({{U"초하룻날", 1},
                                                          {U"초하루", 1},
                                                          {U"초이틀", 2},
                                                          {U"초사흘", 3},
                                                          {U"초나흘", 4},
                                                          {U"초닷새", 5},
                                                          {U"초엿새", 6},
                                                          {U"초이레", 7},
                                                          {U"초여드레", 8},
                                                          {U"초아흐레", 9},
                                                          {U"초파일", 8},
                                                          {U"초열흘", 10},
                                                          {U"열흘날", 10},
                                                          {U"초일", 1}});

/// Refuses 3월 18일(수): which weekday a date has differs by year.
void refuse_weekday(Scanner& s, std::size_t start) {
    if (const auto weekday = s.take_match(weekday_in_brackets)) {
        s.fail(sentence("rule.one_year_only", {{"weekday", utf8((*weekday)[0])}}), start);
    }
}

/// 매주 월요일, 매주 첫 근무일.
bool read_weekly(Scanner& s, SentencePlan& plan) {
    const std::size_t mark = s.at;
    const std::optional<Said> n = s.ordinal();
    if (n && s.take_of(working_words)) {
        plan.working = n;
        plan.within = CountedIn::week;
        return true;
    }
    s.at = mark;
    const std::vector<int> found = s.weekdays(true);
    plan.weekdays.insert(plan.weekdays.end(), found.begin(), found.end());
    return !found.empty();
}

/// 3일째 근무일, 5영업일, 근무일 3일째.
bool read_working_by_number(Scanner& s, SentencePlan& plan) {
    auto match = nth_worked.match(s.text, s.at);
    if (!match) match = worked_nth.match(s.text, s.at);
    if (!match || number_of((*match)[1]) == 0) return false;
    plan.working = number_of((*match)[1]);
    s.at = match->end();
    if (plan.last_head_is(Frequency::weekly)) plan.within = CountedIn::week;
    return true;
}

/// 12. 9., 12/9: a month and a day of it.
bool read_dotted(Scanner& s, SentencePlan& plan) {
    const auto match = dotted.match(s.text, s.at);
    const bool monthly = !plan.heads.empty() && !plan.last_head_is(Frequency::yearly);
    if (!match || monthly || !plan.months.empty() || plan.block != 0) return false;
    const std::size_t start = s.at;
    s.at = match->end();
    plan.months = {{static_cast<int>(number_of((*match)[1])), false}};
    plan.month_days = {number_of((*match)[2])};
    refuse_weekday(s, start);
    return true;
}

/// 월말 근무일, 분기 말 마지막 근무일: what stands behind the end.
bool read_last_worked(Scanner& s, SentencePlan& plan) {
    if (!s.take_match(last_worked)) return false;
    plan.month_days.clear();
    plan.working = -1;
    return true;
}

/// 마지막 3일: the days that a month ends with.
std::vector<Said> last_days(Scanner& s) {
    const std::size_t mark = s.at;
    std::vector<Said> days;
    if (!s.take(U"마지막")) return days;
    const Said number = s.number().value_or(0);
    if (number == 0 || number > 366 || !s.take(U"일")) {
        s.at = mark;
        return days;
    }
    for (Said day = -number; day < 0; ++day) days.push_back(day);
    return days;
}

bool read_month_day(Scanner& s, SentencePlan& plan) {
    const std::size_t start = s.at;
    std::vector<Said> days = s.month_days();
    if (days.empty() && s.take(U"말일", U"그믐날", U"그믐", U"월말")) {
        if (read_last_worked(s, plan)) return true;
        days = {-1};
    }
    if (days.empty()) {
        if (const Said* const day = s.take_meaning(lunar_days)) days = {*day};
    }
    if (days.empty() && plan.lunar && s.take(U"보름날", U"보름")) days = {15};
    if (!days.empty() && !plan.months.empty() && !plan.lunar) refuse_weekday(s, start);
    if (days.empty()) days = last_days(s);
    const bool is_last = days == std::vector<Said>{-1};
    auto& kept =
        plan.in_year || (is_last && is_of_the_year(plan)) ? plan.year_days : plan.month_days;
    kept.insert(kept.end(), days.begin(), days.end());
    if (days.empty()) return false;
    read_holding(s, plan);
    return true;
}

/// 6월 말, 분기 말, 연말, 매월 말.
bool read_end_of_period(Scanner& s, SentencePlan& plan) {
    const std::size_t mark = s.at;
    if (s.ahead(U"연말연시")) return false;  // of no certain days
    if (s.take(U"연말", U"년도말", U"연도말")) {
        plan.months = {{12, false}};
        plan.month_days = {-1};
        if (plan.heads.empty()) plan.heads = {{Frequency::yearly, 1}};
    } else if (s.take(U"분기말")) {
        plan.block = 3;
        plan.block_starts = {1, 4, 7, 10};
        plan.month_days = {-1};
    } else if (s.take(U"반기말")) {
        plan.block = 6;
        plan.block_starts = {1, 7};
        plan.month_days = {-1};
    } else if (s.take(U"말") && !s.ahead(U"씀", U"까지말")) {
        if (is_of_the_year(plan)) plan.months = {{12, false}};
        if (plan.months.empty() && plan.block == 0 && plan.heads.empty() && !plan.next_month) {
            return s.back(mark);
        }
        plan.month_days.push_back(-1);
    } else {
        return s.back(mark);
    }
    if (read_last_worked(s, plan)) return true;
    s.take(U"일");
    read_holding(s, plan);
    return true;
}

}  // namespace

bool is_of_the_year(const SentencePlan& plan) {
    return plan.heads == std::vector<Head>{{Frequency::yearly, 1}} && plan.months.empty() &&
           plan.block == 0 && !plan.lunar;
}

void read_days(Scanner& s, SentencePlan& plan) {
    if (!read_item(s, plan)) return;
    while (true) {
        const std::size_t mark = s.at;
        SentencePlan other = plan.beside();
        if (!s.separator() || !read_item(s, other)) {
            s.at = mark;
            return;
        }
        plan.join(std::move(other));
    }
}

bool read_item(Scanner& s, SentencePlan& plan) {
    const std::size_t mark = s.at;
    if (s.take(U"연중")) plan.in_year = true;
    if (s.take(U"매주")) {
        plan.each_week = true;
        return read_weekly(s, plan) || s.back(mark);
    }
    if (read_feasts(s, plan) || read_working_by_number(s, plan) || read_dotted(s, plan) ||
        read_month_day(s, plan) || read_end_of_period(s, plan) || read_week_by_number(s, plan) ||
        read_group_of_weekdays(s, plan, nullptr)) {
        return true;
    }
    const std::vector<Said> ordinals = s.ordinals();
    if (!ordinals.empty()) return read_counted(s, plan, ordinals) || s.back(mark);
    const bool each_week = plan.times && plan.times->period == TimesPeriod::week;
    const bool weekly = each_week || plan.last_head_is(Frequency::weekly);
    const bool bracket = weekly && s.take(U"(");  // 매주(월·수·금)
    const std::vector<int> weekdays = s.weekdays(weekly);
    if (weekdays.empty() || (bracket && !s.take(U")"))) return s.back(mark);
    plan.weekdays.insert(plan.weekdays.end(), weekdays.begin(), weekdays.end());
    plan.each_week = s.take(U"마다") || plan.each_week;
    return true;
}

bool read_other_date(Scanner& s, const SentencePlan& plan, std::vector<SentencePlan>& found) {
    const std::size_t mark = s.at;
    if (plan.months.empty() || !s.separator()) return false;
    SentencePlan other;
    for (const Head& head : plan.heads) {
        if (head.frequency == Frequency::yearly) other.heads.push_back(head);
    }
    other.lunar = s.take(U"음력") || plan.lunar;
    const Taken half = s.take(U"상반기", U"하반기");
    s.take(U":", U"중", U"에", U"는");
    other.months = s.months();
    const bool is_elsewhere =
        half && std::any_of(other.months.begin(), other.months.end(), [&](const auto& each) {
            return (each.month > 6) != (half == U"하반기");
        });
    if (is_elsewhere) {
        s.fail(sentence("rule.not_in_half",
                        {{"month", other.months[0].month}, {"half", utf8(half.word)}}),
               mark);
    }
    s.take(U"의", U"중", U",");
    if (!read_item(s, other) || other.months.empty()) return s.back(mark);
    found.push_back(std::move(other));
    return true;
}

}  // namespace probity::detail::korean
