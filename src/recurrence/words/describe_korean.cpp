#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "date/names.hpp"
#include "recurrence/words/describe.hpp"

namespace probity::detail {
namespace {

// The day that a rule takes from its start if it names none.
constexpr std::string_view day_of_start = "시작일과 같은 날";
constexpr std::string_view weekday_of_start = "시작일과 같은 요일";

// "첫째" to "열째", then "11번째".
std::string ordinal(int n) {
    constexpr std::array<std::string_view, 10> words{
        "첫째", "둘째", "셋째", "넷째", "다섯째", "여섯째", "일곱째", "여덟째", "아홉째", "열째"};
    if (n <= 10) return std::string(words[static_cast<std::size_t>(n - 1)]);
    return std::to_string(n) + "번째";
}

std::string from_end(int n) { return n == -1 ? "마지막" : "끝에서 " + ordinal(-n); }

std::string place(int n) { return n > 0 ? ordinal(n) : from_end(n); }

// "월·수·금": the items of a list.
std::string join(const Items& items, std::string_view between = "·") {
    std::string text;
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (i > 0) text += between;
        text += items[i];
    }
    return text;
}

// Two days are joined by a word. Every day that is joined so ends in a consonant (요일, 일, 날),
// after which "and" is 과 and "or" is 이나.
enum class Word { all, either };

std::string_view between_two(Word word) { return word == Word::all ? "과 " : "이나 "; }

std::string join_days(const Items& list, Word word) {
    return join(list, list.size() == 2 ? between_two(word) : "·");
}

// "첫째·셋째", "첫째~넷째", "20번째".
std::string places(const Numbers& numbers) {
    Items list;
    const auto together = [](const Run& run) { return place(run.first) + "~" + place(run.last); };
    append_items(list, numbers.from_start(), place, together);
    append_items(list, numbers.from_end(), place, together);
    return join(list);
}

// "0·15·30", "9~17".
std::string plain_numbers(const Numbers& numbers) {
    Items list;
    append_items(
        list, numbers.from_start(), [](int n) { return std::to_string(n); },
        [](const Run& run) { return std::to_string(run.first) + "~" + std::to_string(run.last); });
    return join(list);
}

class KoreanSentence {
  public:
    explicit KoreanSentence(const ToldRule& plan) : plan_(plan) {}

    std::string text() {
        if (plan_.frequency <= Frequency::daily) {
            tell_days_or_less();
        } else if (plan_.frequency == Frequency::weekly) {
            tell_weeks();
        } else {
            tell_months_or_years();
        }
        return days_ + times() + limit_ + positions_left() + notes() + end();
    }

  private:
    std::string every() const {
        struct Names {
            std::string_view each, second, counted;
        };
        constexpr std::array<Names, 7> names{{
            {"매초", "2초마다", "초마다"},
            {"매분", "2분마다", "분마다"},
            {"매시간", "2시간마다", "시간마다"},
            {"매일", "격일", "일마다"},
            {"매주", "격주", "주마다"},
            {"매월", "격월", "개월마다"},
            {"매년", "2년마다", "년마다"},
        }};
        const Names& name = names[static_cast<std::size_t>(plan_.frequency)];
        if (plan_.interval == 1) return std::string(name.each);
        if (plan_.interval == 2) return std::string(name.second);
        return std::to_string(plan_.interval) + std::string(name.counted);
    }

    // ---------------------------------------------------------------- the whole, by FREQ

    void tell_days_or_less() {
        const bool days_limited = plan_.has_weekdays() || !plan_.month_days.empty() ||
                                  !plan_.year_days.empty() || !plan_.week_numbers.empty();
        days_ = limiting_times() + every();
        if (days_limited) {
            limit_ = ", " + limiting_days() + "에만";
        } else {
            tell_months_as_limit();
        }
    }

    // "3월 1일·15일", "매월 13일 중 금요일": the days to which a rule of days or hours is limited.
    std::string limiting_days() const {
        std::string text;
        if (plan_.has_months()) {
            text = months() + " ";
        } else if (!plan_.month_days.empty()) {
            text = plan_.lunar ? "음력 매월 " : "매월 ";
        } else if (plan_.lunar && !plan_.year_days.empty()) {
            text = "음력 ";
        }
        return text + days_in_turn(true);
    }

    void tell_weeks() {
        days_ = every();
        if (plan_.chooses_named_days()) {
            days_ += " " + chosen_day();
        } else {
            days_ += " " + (plan_.weekdays != 0 ? weekdays() : std::string(weekday_of_start));
        }
        tell_months_as_limit();
    }

    void tell_months_as_limit() {
        if (!plan_.has_months()) return;
        if (plan_.interval == 1 && plan_.positions.empty()) {
            days_ = months() + " 중 " + days_;
        } else {
            limit_ = ", " + months() + "에만";
        }
    }

    void tell_months_or_years() {
        const bool yearly = plan_.frequency == Frequency::yearly;
        const bool by_year = !plan_.year_days.empty() || !plan_.week_numbers.empty();
        const bool months_as_limit =
            by_year && !plan_.has_ordinals() && !plan_.chooses_named_days();
        const bool months_first = yearly && plan_.has_months() && !months_as_limit;
        days_ = (months_first ? "" : calendar()) + every();
        if (months_first) days_ += " " + months();
        const std::string days = days_of_period();
        days_ += " " + (days.empty() ? std::string(day_of_start) : days);
        if (!plan_.has_months() || months_first) return;
        if (yearly) {
            days_ += "(" + months() + "인 경우)";
        } else {
            limit_ = ", " + months() + "에만";
        }
    }

    // "음력 매월", "음력으로 2년마다".
    std::string calendar() const {
        if (!plan_.lunar) return "";
        return plan_.frequency == Frequency::monthly && plan_.interval == 1 ? "음력 " : "음력으로 ";
    }

    // ---------------------------------------------------------------- days of a month or year

    std::string days_of_period() const {
        if (plan_.chooses_named_days()) return chosen_from() + chosen_day();
        const bool limited = !plan_.month_days.empty() || !plan_.year_days.empty();
        if (!limited && plan_.week_numbers.empty()) return weekdays_of_period();
        if (plan_.has_ordinals()) {
            return nth_weekdays() + "(" + limiting_days_of_year_and_month(Word::either) +
                   "인 경우)";
        }
        if (!limited && plan_.has_weekdays()) {
            const bool all = plan_.weekdays == every_weekday;
            return week_numbers() + " " + (all ? "매일" : weekdays());
        }
        const std::string days = each_month() + days_in_turn(true);
        return limited || plan_.has_weekdays() ? days : days + " " + std::string(weekday_of_start);
    }

    std::string weekdays_of_period() const {
        if (!plan_.has_weekdays()) return "";
        if (plan_.has_ordinals()) return nth_weekdays();
        return plan_.weekdays == every_weekday ? "매일" : "매주 " + weekdays();
    }

    // A yearly rule that names days of the month means those of every month.
    std::string each_month() const {
        const bool each = plan_.frequency == Frequency::yearly && !plan_.has_months() &&
                          !plan_.month_days.empty() && plan_.year_days.empty() &&
                          plan_.week_numbers.empty();
        return each ? "매월 " : "";
    }

    // The period in which an ordinal weekday or a position is counted, if no month says it.
    std::string in_year() const {
        return plan_.frequency == Frequency::yearly && !plan_.has_months() ? "연중 " : "";
    }

    // "14~20일 중 수요일", "13일(금요일인 경우)": each part limits the one before it.
    std::string days_in_turn(bool with_weekdays) const {
        const std::string text = limiting_days_of_year_and_month(Word::all);
        if (!with_weekdays || !plan_.has_weekdays()) return text;
        const bool one_day =
            plan_.month_days.single() && plan_.week_numbers.empty() && plan_.year_days.empty();
        if (one_day) return text + "(" + plain_weekdays(Word::either) + "인 경우)";
        return text + (text.empty() ? "" : " 중 ") + plain_weekdays(Word::all);
    }

    // "연중 20번째 주", "연중 100번째 날", "13일", "연중 20번째 주 중 15일".
    std::string limiting_days_of_year_and_month(Word word) const {
        std::string text;
        const auto narrow = [&](const std::string& days) {
            text += text.empty() ? days : " 중 " + days;
        };
        if (!plan_.week_numbers.empty()) narrow(week_numbers());
        if (!plan_.year_days.empty()) narrow("연중 " + year_days(word));
        if (!plan_.month_days.empty()) narrow(month_days(word));
        return text;
    }

    std::string plain_weekdays(Word word) const {
        return plan_.has_ordinals() ? nth_weekdays("", word) : weekdays();
    }

    // "월·수·금요일", "화~목요일", "평일(월~금요일)".
    std::string weekdays() const {
        if (plan_.weekdays == monday_to_friday) return "평일(월~금요일)";
        Items list;
        append_items(
            list, numbers_of_bits(plan_.weekdays).from_start(), [](int i) { return name(i); },
            [](const Run& run) { return name(run.first) + "~" + name(run.last); });
        return join(list) + "요일";
    }

    static std::string name(int weekday) { return korean_weekday(weekday); }

    // "셋째 수요일", "매주 월요일과 첫째 금요일".
    std::string nth_weekdays(std::string_view each = "매주 ", Word word = Word::all) const {
        Items list;
        if (plan_.weekdays != 0) list.push_back(std::string(each) + weekdays());
        std::string counted_in = in_year();
        for (int i = 0; i < 7; ++i) {
            const Numbers& numbers = plan_.ordinals[static_cast<std::size_t>(i)];
            if (numbers.empty()) continue;
            list.push_back(counted_in + places(numbers) + " " + name(i) + "요일");
            counted_in.clear();
        }
        return join(list, list.size() == 2 ? between_two(word) : ", ");
    }

    // "1일과 15일", "11~17일", "말일", "끝에서 셋째 날", "마지막 7일".
    std::string month_days(Word word) const {
        if (const auto last_few = last_days(plan_.month_days)) return *last_few;
        Items list;
        append_items(
            list, plan_.month_days.from_start(), [](int n) { return std::to_string(n) + "일"; },
            [](const Run& run) {
                return std::to_string(run.first) + "~" + std::to_string(run.last) + "일";
            });
        append_items(
            list, plan_.month_days.from_end(),
            [](int n) { return n == -1 ? std::string("말일") : from_end(n) + " 날"; },
            [](const Run& run) { return run_from_end(run, "일", " 날"); });
        return join_days(list, word);
    }

    // "마지막 2일".
    static std::optional<std::string> last_days(const Numbers& days) {
        const auto run = days.only_run();
        if (!run || run->last != -1 || run->size() < 2) return std::nullopt;
        return run_from_end(*run, "일", " 날");
    }

    static std::string run_from_end(const Run& run, std::string_view counter,
                                    std::string_view noun) {
        if (run.last == -1) return "마지막 " + std::to_string(run.size()) + std::string(counter);
        return from_end(run.first) + "~" + ordinal(-run.last) + std::string(noun);
    }

    // "100번째 날", "첫째 날과 마지막 날".
    std::string year_days(Word word) const {
        if (const auto last_few = last_days(plan_.year_days)) return *last_few;
        Items list;
        append_items(
            list, plan_.year_days.from_start(), [](int n) { return ordinal(n) + " 날"; },
            [](const Run& run) { return ordinal(run.first) + "~" + ordinal(run.last) + " 날"; });
        append_items(
            list, plan_.year_days.from_end(), [](int n) { return from_end(n) + " 날"; },
            [](const Run& run) { return run_from_end(run, "일", " 날"); });
        return join_days(list, word);
    }

    // "연중 20번째 주", "연중 첫째·마지막 주".
    std::string week_numbers() const { return "연중 " + places(plan_.week_numbers) + " 주"; }

    // ---------------------------------------------------------------- positions

    // Where the days lie from which BYSETPOS chooses.
    std::string chosen_from() const {
        if (plan_.frequency != Frequency::yearly || plan_.one_month() || plan_.all_months())
            return "";
        if (!plan_.has_months()) return each_month();
        return plan_.counted_in == Frequency::monthly ? "각각 " : "전체에서 ";
    }

    // "마지막 평일(월~금요일)", "화·목요일 중 첫째 날", "8~14일 중 첫째 월요일".
    std::string chosen_day() const {
        const bool named = plan_.weekdays_have_a_name() && plan_.weekdays != saturday_and_sunday;
        const bool names_weekday = named && plan_.weekdays != every_weekday;
        std::string text = days_in_turn(!named);
        const bool says_year = !plan_.year_days.empty() || !plan_.week_numbers.empty();
        if (!text.empty()) text += " 중 ";
        if (!says_year) text += plan_.all_months() ? "연중 " : in_year();
        return text + places(plan_.positions) + " " + (names_weekday ? weekdays() : "날");
    }

    // BYSETPOS where the days come from the start, or the period is a day or less.
    std::string positions_left() const {
        if (plan_.positions.empty() || plan_.chooses_named_days()) return "";
        constexpr std::array<std::string_view, 7> periods{"초", "분", "시간", "날",
                                                          "주", "달", "해"};
        return ", 각 " + std::string(periods[static_cast<std::size_t>(plan_.counted_in)]) + "의 " +
               places(plan_.positions) + " 것만";
    }

    // ---------------------------------------------------------------- months

    // "3월", "3·6·9월", "6~8월", "음력 5월·윤5월".
    std::string months() const {
        if (plan_.all_months()) return "매월";
        const std::string calendar = plan_.lunar ? "음력 " : "";
        Items list;
        if (plan_.leap_months == 0) {
            append_items(
                list, numbers_of_bits(plan_.months).from_start(),
                [](int m) { return std::to_string(m); },
                [](const Run& run) {
                    return std::to_string(run.first) + "~" + std::to_string(run.last);
                });
            return calendar + join(list) + "월";
        }
        for (int m = 1; m <= 12; ++m) {
            if ((plan_.months >> m & 1) != 0) list.push_back(std::to_string(m) + "월");
            if ((plan_.leap_months >> m & 1) != 0) {
                list.push_back("윤" + std::to_string(m) + "월");
            }
        }
        return calendar + join(list);
    }

    // ---------------------------------------------------------------- times, notes, the end

    // Times that a rule of days gives, or that lie within the period of a rule of hours or less.
    std::string times() const {
        const std::vector<std::string> clock = clock_times(plan_);
        if (!clock.empty()) return " " + join(clock);
        if (const auto hourly = hourly_times(plan_)) {
            return " " + hourly->first + "부터 " + hourly->last + "까지 매시간";
        }
        std::string text;
        if (plan_.frequency > Frequency::hourly && !plan_.hours.empty()) {
            text += " " + plain_numbers(plan_.hours) + "시";
        }
        if (plan_.frequency > Frequency::minutely && !plan_.minutes.empty()) {
            if (plan_.frequency > Frequency::hourly && text.empty()) text += " 정해진 시의";
            text += " " + plain_numbers(plan_.minutes) + "분";
        }
        if (plan_.frequency > Frequency::secondly && tells_seconds(plan_)) {
            if (plan_.frequency > Frequency::minutely && plan_.minutes.empty()) {
                text += " 정해진 분의";
            }
            text += " " + plain_numbers(plan_.seconds) + "초";
        }
        return text;
    }

    // "9~17시에 ": the times to which a rule of hours or less is limited.
    std::string limiting_times() const {
        std::string text;
        const auto limit = [&](const Numbers& numbers, std::string_view unit) {
            if (numbers.empty()) return;
            if (!text.empty()) text += " ";
            text += plain_numbers(numbers) + std::string(unit);
        };
        if (plan_.frequency <= Frequency::hourly) limit(plan_.hours, "시");
        if (plan_.frequency <= Frequency::minutely) limit(plan_.minutes, "분");
        if (plan_.frequency == Frequency::secondly) limit(plan_.seconds, "초");
        return text.empty() ? "" : text + "에 ";
    }

    std::string notes() const {
        std::string text;
        const auto note = [&](const std::string& words) {
            text += (text.empty() ? "" : ", ") + words;
        };
        if (plan_.week_start) note("한 주의 시작은 " + name(plan_.week_start->index()) + "요일");
        if (plan_.month_skip != Skip::omit) {
            const bool back = plan_.month_skip == Skip::backward;
            note(std::string("그 윤달이 없는 해는 ") + (back ? "앞 달" : "다음 달"));
        }
        if (plan_.day_skip != Skip::omit) note(moved_day());
        return text.empty() ? "" : "(" + text + ")";
    }

    std::string moved_day() const {
        const bool of_month = plan_.year_days.empty();
        const bool back = plan_.day_skip == Skip::backward;
        const std::string text = of_month ? "그날이 없는 달은 " : "그날이 없는 해는 ";
        if (plan_.skips_from_end) {
            if (back) return text + (of_month ? "전달 말일" : "전년도 마지막 날");
            return text + (of_month ? "1일" : "첫날");
        }
        if (back) return text + (of_month ? "말일" : "마지막 날");
        return text + (of_month ? "다음 달 1일" : "다음 해 첫날");
    }

    std::string end() const {
        if (plan_.until) {
            const auto [year, month, day] = year_month_day(day_number(*plan_.until));
            return ", " + korean_text(year, month, day) + "까지";
        }
        return plan_.count ? ", " + std::to_string(*plan_.count) + "회" : "";
    }

    const ToldRule& plan_;
    // The parts that have been told: the days, and what limits them, which stands after the times.
    std::string days_;
    std::string limit_;
};

}  // namespace

std::string korean_sentence(const ToldRule& plan) { return KoreanSentence(plan).text(); }

}  // namespace probity::detail
