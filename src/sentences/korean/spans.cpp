// The spans that a Korean sentence makes of the days that it names: 추석 전 2주간, 1일부터 15일까지.

#include <algorithm>

#include "sentences/code_points.hpp"
#include "sentences/korean/grammar.hpp"
#include "sentences/korean/weekday_letters.hpp"
#include "text/sentence.hpp"

namespace probity::detail::korean {
namespace {

const Pattern weekday_of_span(
    U"(?:(?P<before>(?:직|바로)?전(?:마지막)?)|(?:직|바로)?(?:다음|후)(?:첫|첫째|첫번째)?)"
    U"(?P<day>[월화수목금토일])요일");
const Pattern day_with_stop(U"([0-9]{1,2})[.](?![0-9])");
// 추석 전 마지막 근무일, 연휴 다음 첫 근무일.
const Pattern worked_beside(
    U"(?:(?P<before>(?:바로|직)?전(?:의)?(?:마지막|최종|직전)?)"
    U"|(?:바로|직)?(?:후|다음|뒤)(?:의)?(?:첫|첫째|최초)?(?:번째)?)"
    U"(?:근무일|영업일|업무일|집무일|워킹데이)");
constexpr std::array<Word, 3> lasting{U"간", U"동안", U"에걸쳐"};
constexpr std::array<Word, 7> next_year_of_span{U"다음해",   U"익년도",   U"익년",    U"이듬해",
                                                U"다음연도", U"다음년도", U"그다음해"};
constexpr std::array<Word, 5> from_here{U"로부터", U"부터", U"에서", U"~", U"-"};

/// The days of a length of days or weeks; none of another.
std::optional<Said> days_of(const Duration& length) {
    if (length.unit == LengthUnit::day) return length.number;
    if (length.unit == LengthUnit::week) return 7 * length.number;
    return std::nullopt;
}

/// 11월부터 다음 해 2월까지: whole months.
void read_months_over_the_year(Scanner& s, SentencePlan& plan) {
    const std::size_t mark = s.at;
    if (s.take(U"부터", U"~", U"-") && s.take_of(next_year_of_span)) {
        const std::vector<NamedMonth> last = s.months();
        if (last.size() == 1 && plan.months.size() == 1 && last[0].month < plan.months[0].month) {
            plan.month_run.emplace(plan.months[0].month, last[0].month);
            s.take(U"까지", U"말까지");
            s.take_of(lasting);
            return;
        }
    }
    s.at = mark;
}

/// 둘째 월요일 다음 수요일, 둘째 월요일 전 금요일.
bool read_weekday_beside(Scanner& s, SentencePlan& plan) {
    const auto match = weekday_of_span.match(s.text, s.at);
    if (!match || plan.ordinals.size() != 1 || plan.containing) return false;
    const int weekday = static_cast<int>(weekday_letters.find((*match)["day"]));
    const int away = weekday - plan.ordinals[0].weekday;
    plan.shift = match->has("before") ? -((-away + 13) % 7 + 1) : (away + 13) % 7 + 1;
    s.at = match->end();
    return true;
}

/// 회계연도 종료 3개월 전, 분기 말일부터 1개월 이내: from an edge of a month.
bool move_by_months(SentencePlan& plan, Said number) {
    const std::vector<Said> first{1};
    const std::vector<Said> last{-1};
    if (plan.year_days == last) {
        plan.year_days.clear();
        plan.months = {{12, false}};
        plan.month_days = last;
    }
    if (plan.block != 0 && !plan.month_of_block) {
        const int edge = plan.month_days == last ? plan.block - 1 : 0;
        plan.months.clear();
        for (const int start : plan.block_starts) plan.months.push_back({start + edge, false});
        plan.month_of_block = true;
    }
    if ((plan.month_days != first && plan.month_days != last) || plan.months.empty() ||
        plan.lunar) {
        return false;
    }
    for (NamedMonth& each : plan.months) {
        each = {static_cast<int>(((each.month - 1 + number) % 12 + 12) % 12) + 1, false};
    }
    std::sort(plan.months.begin(), plan.months.end());
    return true;
}

/// 전날, 3일 전, 2주 후.
void read_shift(Scanner& s, SentencePlan& plan) {
    if (s.take(U"전날", U"전일", U"하루전")) {
        plan.shift = -1;
        return;
    }
    if (s.take(U"다음날", U"이튿날", U"익일")) {
        plan.shift = 1;
        return;
    }
    const std::size_t mark = s.at;
    if (const auto match = s.take_match(worked_beside)) {
        plan.working_shift = match->has("before") ? -1 : 1;
        return;
    }
    if (read_weekday_beside(s, plan)) return;
    s.take(U"로부터", U"부터", U"기준", U"의", U"각각", U"각");
    const std::optional<Duration> length = s.duration();
    const bool before = length && s.take(U"이전", U"전");
    const bool after = length && !before && s.take(U"이후", U"후", U"뒤");
    if (!(before || after) || s.ahead(U"후")) {
        s.at = mark;
        return;
    }
    const Said direction = before ? -1 : 1;
    if (length->unit == LengthUnit::working_day) {
        plan.working_shift = direction * length->number;
    } else if (const auto days = days_of(*length)) {
        plan.shift = direction * *days;
    } else if (!move_by_months(plan, direction * length->number)) {
        s.fail(sentence("rule.days_or_weeks", {{"words", s.shown(mark, s.at)}}), mark);
    }
}

/// 전 2주간, 후 1주일, 전후 3일간.
bool read_around(Scanner& s, SentencePlan& plan) {
    const std::size_t mark = s.at;
    const bool both = bool(s.take(U"전·후", U"전후"));
    const bool before = both || s.take(U"이전", U"직전", U"전", U"앞");
    if (!before && !s.take(U"이후", U"직후", U"후", U"뒤")) return false;
    s.take(U"각각", U"각");
    const std::optional<Duration> length = s.duration();
    const std::optional<Said> days = length ? days_of(*length) : std::nullopt;
    if (!days) return s.back(mark);
    const bool is_span = bool(s.take(U"간", U"동안", U"에걸쳐", U"이내"));
    if (!is_span && length->unit == LengthUnit::day) {
        // 추석 전 3일: the day or the days?
        s.fail(sentence("rule.span_or_day",
                        {{"words", s.shown(mark, s.at)}, {"number", length->number}}),
               mark);
    }
    plan.around = DaysAround{before ? *days : 0, both || !before ? *days : 0};
    return true;
}

/// 부터 10일간, 부터 10일 이내: how long from the day on.
bool read_length_from(Scanner& s, SentencePlan& plan, std::size_t mark) {
    const std::optional<Duration> length = s.duration();
    if (!length) return false;
    // 20일부터 25일 ends on the 25th; it lasts with 25일간.
    if (s.take_of(lasting) || length->unit == LengthUnit::week ||
        (s.done() && length->unit == LengthUnit::month)) {
        plan.lasts = length;
        return true;
    }
    if (!s.take(U"이내에", U"이내", U"내에", U"안에")) return false;
    plan.deadline = true;
    if (const auto days = days_of(*length)) {
        plan.shift += *days;
    } else if (length->unit == LengthUnit::working_day) {
        plan.working_shift = length->number;
    } else if (!move_by_months(plan, length->number)) {
        s.fail(sentence("rule.within_ko"), mark);
    }
    return true;
}

/// 12. 1. ~ 15.: a day of the same month, as dates with full stops have it.
bool read_dotted_day(Scanner& s, const SentencePlan& plan, SentencePlan& to) {
    const auto match = day_with_stop.match(s.text, s.at);
    if (!match || plan.months.size() != 1 || plan.month_days.size() != 1) return false;
    to.months = plan.months;
    to.month_days = {number_of((*match)[1])};
    s.at = match->end();
    return true;
}

/// 8일부터 14일까지 중 수요일: the days of a run, of which one is meant.
void list_days(Scanner& s, SentencePlan& plan, const SentencePlan& to, std::size_t mark) {
    const bool same = plan.month_days.size() == 1 && to.month_days.size() == 1 &&
                      plan.months == to.months && 0 < plan.month_days[0] &&
                      plan.month_days[0] < to.month_days[0];
    if (!same) {
        s.fail(sentence("rule.among_days_ko"), mark);
    }
    for (Said day = plan.month_days[0] + 1; day <= to.month_days[0]; ++day) {
        plan.month_days.push_back(day);
    }
    s.at -= 1;  // 중
}

/// The last day of a run; false if none stands here.
bool read_last_day(Scanner& s, const SentencePlan& plan, SentencePlan& to) {
    if (s.take(U"다음달", U"익월", U"그다음달", U"차월")) to.next_month = true;
    if (!s.take_of(next_year_of_span)) s.take(U"의");
    s.take(U"의");
    to.months = s.months();
    if (read_item(s, to)) return true;
    if (to.months.empty() || s.ranged || plan.month_days.empty()) return false;
    to.month_days = {-1};  // 3월 1일부터 5월까지
    return true;
}

std::string names_of(const SentencePlan& plan) {
    std::string names;
    for (const std::u32string_view name : plan.feasts) {
        names += (names.empty() ? "" : "·") + utf8(name);
    }
    return names;
}

void check_last_day(Scanner& s, const SentencePlan& plan, const SentencePlan& to,
                    std::size_t mark) {
    const bool by_weekday =
        !plan.ordinals.empty() || !plan.weeks.empty() || !plan.feasts.empty() || plan.working;
    if (by_weekday && !to.month_days.empty() && to.months.empty() && !to.next_month &&
        !s.ahead(U"까지")) {
        const std::string said = s.shown(mark, s.at);
        s.fail(sentence("rule.span_or_end", {{"words", said}}), mark);
    }
    if (to.feasts.size() < plan.feasts.size()) {
        const Text end =
            to.feasts.empty() ? sentence("rule.one_day") : Text::in_any_language(names_of(to));
        s.fail(sentence("rule.begin_and_end", {{"names", names_of(plan)}, {"end", end}}), mark);
    }
    if (!to.weekdays.empty() && to.ordinals.empty() && to.weeks.empty() && plan.weekdays.empty() &&
        plan.ordinals.empty()) {
        s.fail(sentence("rule.which_ends"), mark);
    }
}

/// 부터 금요일까지, ~ 다음 달 5일.
bool read_run(Scanner& s, SentencePlan& plan) {
    const std::size_t mark = s.at;
    if (!s.take_of(from_here)) return false;
    if (read_length_from(s, plan, mark)) return true;
    s.at = mark;
    s.take_of(from_here);
    if (plan.shift < 0) {
        // 추석 2주 전부터 전날까지, 당일까지.
        if (const Taken word = s.take(U"전날", U"전일", U"당일", U"그날")) {
            const bool with_it = word == U"당일" || word == U"그날";
            plan.lasts = Duration{-plan.shift + (with_it ? 1 : 0), LengthUnit::day};
            s.take(U"까지");
            return true;
        }
    }
    SentencePlan to{.heads = plan.heads, .lunar = plan.lunar};
    if (read_dotted_day(s, plan, to)) {
        plan.to = {std::move(to)};
        return true;
    }
    if (!read_last_day(s, plan, to)) return s.back(mark);
    if (to.year_days == std::vector<Said>{-1} && !plan.months.empty() && plan.year_days.empty()) {
        // 3월 2일부터 말일까지
        to.year_days.clear();
        to.month_days = {-1};
    }
    check_last_day(s, plan, to, mark);
    if (to.months.empty() && !to.next_month) to.months = plan.months;
    if (to.shift == 0) read_shift(s, to);
    s.take(U"까지");
    if (s.take(U"중") && !s.done()) {
        list_days(s, plan, to, mark);
        return true;
    }
    plan.to = {std::move(to)};
    s.take_of(lasting);
    return true;
}

/// 셋째 주 월요일에 3일간, 첫째 주 2주간.
void read_lasting(Scanner& s, SentencePlan& plan) {
    if (!plan.weeks.empty() && plan.weekdays.empty() && s.take(U"동안", U"내내")) return;
    const std::size_t mark = s.at;
    s.take(U"에", U"(");
    const std::optional<Duration> length = s.duration();
    if (!length || !s.take_of(lasting)) {
        s.at = mark;
        return;
    }
    if (s.stands_at(U"(", mark)) s.take(U")");
    plan.lasts = length;
}

void read_deadline(Scanner& s, SentencePlan& plan) {
    const std::size_t mark = s.at;
    if (!plan.feasts.empty() && s.ahead(U"전", U"이전", U"후", U"이후")) {
        const std::string name = utf8(plan.feasts[0]);
        s.fail(sentence("rule.how_many_days", {{"name", name}}), mark);
    }
    if (s.take(U"전까지", U"이전까지", U"이전", U"전")) {
        s.fail(sentence("rule.day_itself"), mark);
    }
    const Taken limit = s.take(U"이내에", U"이내", U"까지는", U"까지", U"한");
    if (limit == U"한" && !s.done() && !s.take(U"(한)") && !s.ahead(U")", U"(", U",", U".")) {
        s.at -= 1;
    } else if (limit) {
        plan.deadline = plan.to.empty() && !plan.around;
    }
}

bool has_shorter_head(const SentencePlan& plan) {
    return std::any_of(plan.heads.begin(), plan.heads.end(),
                       [](const Head& head) { return head.frequency != Frequency::yearly; });
}

}  // namespace

void read_span(Scanner& s, SentencePlan& plan) {
    if (!plan.months.empty() && !plan.has_days() && !plan.month_run) {
        read_months_over_the_year(s, plan);
    }
    if (plan.month_run && !plan.has_days() && plan.heads.size() < 2) {
        if (!has_shorter_head(plan) && (s.done() || !s.ahead(U"매"))) plan.whole_months = true;
        return;
    }
    if (!plan.has_days() || plan.after_period) return;
    if (!plan.feasts.empty() && !plan.containing && !s.ahead(U"전주말", U"다음주말")) {
        if (const Taken week =
                s.take(U"전주간", U"전주", U"지난주", U"다음주간", U"다음주", U"후주")) {
            plan.containing = true;
            plan.shift = week.word[0] == U'다' || week.word[0] == U'후' ? 7 : -7;
            read_part_of_week(s, plan);
        }
    }
    read_shift(s, plan);
    if (!read_around(s, plan) && !read_run(s, plan)) read_lasting(s, plan);
    read_deadline(s, plan);
}

}  // namespace probity::detail::korean
