// The time of day that a Korean sentence names: 15:20, 오후 3시, 10시부터 12시까지.

#include <optional>
#include <utility>

#include "sentences/code_points.hpp"
#include "sentences/korean/grammar.hpp"
#include "text/sentence.hpp"

namespace probity::detail::korean {
namespace {

const Pattern clock_figures(U"([0-9]{1,2}):([0-9]{2})(?::00)?(?![0-9:])");

/// Parts of a day, with the hours that they add to those of a clock of twelve.
constexpr auto day_parts = std::to_array<Meaning<int>>({{U"오전", 0},
                                                        {U"오후", 12},
                                                        {U"새벽", 0},
                                                        {U"아침", 0},
                                                        {U"저녁", 12},
                                                        {U"낮", 12},
                                                        {U"밤", 12}});
constexpr auto hour_words = std::to_array<Meaning<Said>>({{U"열두", 12},
                                                          {U"열한", 11},
                                                          {U"열", 10},
                                                          {U"아홉", 9},
                                                          {U"여덟", 8},
                                                          {U"일곱", 7},
                                                          {U"여섯", 6},
                                                          {U"다섯", 5},
                                                          {U"네", 4},
                                                          {U"세", 3},
                                                          {U"두", 2},
                                                          {U"한", 1}});

using DayPart = Meaning<int>;

const DayPart* take_day_part(Scanner& s) {
    for (const DayPart& part : day_parts) {
        if (s.take(part.word)) return &part;
    }
    return nullptr;
}

/// 부터 2시간: in minutes.
Said length_of_time(Scanner& s) {
    const std::size_t mark = s.at;
    s.take(U"부터");
    const std::optional<Said> number = s.number();
    if (number && *number < 24 && s.take(U"시간동안", U"시간")) return *number * 60;
    if (number && *number < 1000 && s.take(U"분간", U"분동안")) return *number;
    s.at = mark;
    return 0;
}

std::optional<Said> hour_of(Scanner& s) {
    if (const Said* const word = s.take_meaning(hour_words)) return *word;
    return s.number();
}

/// A time as it is written, before a part of the day makes it one of twenty-four hours.
struct Written {
    Said hour = 0;
    Said minute = 0;
};

/// 3시, 3시 반, 3시 30분. None if no hour stands here.
std::optional<Written> in_words(Scanner& s) {
    const std::optional<Said> hour = hour_of(s);
    if (!hour || s.ahead(U"시간") || !s.take(U"시")) return std::nullopt;
    Written found{*hour, s.take(U"반") ? 30 : 0};
    s.take(U"정각");
    const std::size_t inner = s.at;
    const std::optional<Said> minutes = s.number();
    if (minutes && s.take(U"분")) {
        found.minute = *minutes;
    } else {
        s.at = inner;
    }
    return found;
}

/// A time, and 오후 if both ends of a range are meant by it: 오후 2시~4시.
struct Clock {
    TimeOfDay time = {};
    const DayPart* half = nullptr;
};

std::optional<Clock> time_of_day(Scanner& s, const DayPart* half) {
    const std::size_t mark = s.at;
    if (s.take(U"정오")) return Clock{TimeOfDay(12, 0)};
    if (s.take(U"자정")) return Clock{TimeOfDay(0, 0)};
    const DayPart* const said = take_day_part(s);
    if (said != nullptr) half = said;
    Written found;
    if (const auto match = s.take_match(clock_figures)) {
        found = {number_of((*match)[1]), number_of((*match)[2])};
    } else if (const auto written = in_words(s)) {
        found = *written;
        if (half == nullptr && 1 <= found.hour && found.hour <= 6) {
            const std::string hour = std::to_string(found.hour);
            s.fail(sentence("rule.morning_ko", {{"hour", hour}}), mark);
        }
    } else {
        if (said != nullptr && (said->word == U"오전" || said->word == U"오후")) {
            s.fail(sentence("rule.no_hour", {{"word", utf8(said->word)}}), mark);
        }
        s.at = mark;
        return std::nullopt;
    }
    auto [hour, minute] = found;
    const bool at_night = half != nullptr && half->word == U"밤";
    const bool at_day = half != nullptr && half->word == U"낮";
    if ((at_night && (hour < 6 || hour > 11)) || (at_day && hour >= 6 && hour <= 9)) {
        s.fail(sentence("rule.in_figures", {{"half", utf8(half->word)}, {"hour", hour}}), mark);
    }
    const bool before_noon = at_day && (hour == 10 || hour == 11);
    if (half != nullptr && 1 <= hour && hour <= 12 && !before_noon) {
        hour = hour % 12 + half->value;
    }
    if (hour > 23 || minute > 59) s.fail(sentence("rule.time_of_day"), mark);
    return Clock{TimeOfDay(static_cast<int>(hour), static_cast<int>(minute)),
                 half != nullptr && half->value != 0 ? half : nullptr};
}

}  // namespace

bool read_clock(Scanner& s, SentencePlan& plan) {
    const std::size_t start = s.at;
    const std::optional<Clock> begins = time_of_day(s, nullptr);
    if (!begins) return false;
    if (plan.time || plan.ends) s.fail(sentence("rule.one_time"), start);
    const TimeOfDay time = begins->time;
    plan.time = time;
    const std::size_t mark = s.at;
    if (s.range_sign()) {
        const std::optional<Clock> ends = time_of_day(s, begins->half);
        if (!ends) {
            s.at = mark;
            if (const Said length = length_of_time(s)) {
                const Said end = time.hour() * 60 + time.minute() + length;
                if (end >= Said{24 * 60}) s.fail(sentence("rule.another_day"), mark);
                plan.ends = TimeOfDay(static_cast<int>(end / 60), static_cast<int>(end % 60));
            }
        } else if (ends->time <= time) {
            s.fail(sentence("rule.ends_before"), mark);
        } else {
            plan.ends = ends->time;
            s.take(U"까지");
        }
    }
    if (!plan.ends && s.take(U"까지")) {
        // 18시까지
        plan.time.reset();
        plan.ends = time;
    }
    s.take(U"부터", U"까지", U"에");
    const std::u32string_view behind = s.between(s.at, s.at + 2);
    if (behind == U"~)" || behind == U"~") s.take(U"~");  // (14:00~)
    return true;
}

}  // namespace probity::detail::korean
