// The parts of a rule that is told in words, and the words for its lists, months, times and end.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "probity/recurrence/rule.hpp"
#include "sentences/english/scanner.hpp"

namespace probity::detail::english {

using Numbers = std::vector<int>;

/// Monday to Friday, as describe names them.
inline constexpr std::u32string_view weekday_in_full = U"weekday (monday to friday)";
/// Periods in the singular and in the plural.
inline constexpr auto periods = std::to_array<Word<Frequency>>({
    {U"seconds", Frequency::secondly},
    {U"minutes", Frequency::minutely},
    {U"hours", Frequency::hourly},
    {U"days", Frequency::daily},
    {U"weeks", Frequency::weekly},
    {U"months", Frequency::monthly},
    {U"years", Frequency::yearly},
    {U"second", Frequency::secondly},
    {U"minute", Frequency::minutely},
    {U"hour", Frequency::hourly},
    {U"day", Frequency::daily},
    {U"week", Frequency::weekly},
    {U"month", Frequency::monthly},
    {U"year", Frequency::yearly},
});

/// The numbers from the first to the last; none if the last is before.
[[nodiscard]] Numbers run(int first, int last);

/// An hour, a minute, and a second if it is told.
struct ToldClock {
    int hour = 0;
    int minute = 0;
    std::optional<int> second = {};
};

/// The parts of a rule, by their names in RFC 5545; weekdays count from 0, Monday.
struct Parts {
    Frequency frequency = Frequency::yearly;
    std::int64_t interval = 1;
    bool lunar = false;
    Numbers months = {};
    Numbers leap_months = {};
    Numbers week_numbers = {};
    Numbers year_days = {};
    Numbers month_days = {};
    Numbers weekdays = {};
    /// The ordinal and the weekday.
    std::vector<std::pair<int, int>> ordinals = {};
    Numbers positions = {};
    Numbers hours = {};
    Numbers minutes = {};
    Numbers seconds = {};
    std::optional<int> week_start = {};
    Skip skip = Skip::omit;
    std::optional<std::int64_t> count = {};
    std::optional<Date> until = {};

    /// Throws RuleError if RFC 5545 does not allow the parts together.
    [[nodiscard]] Rule rule() const;
};

/// Reads what stands alike wherever it stands, into the parts. Each returns false or nothing if it is
/// something else, and may then stand anywhere: `attempt` goes back.
class PartReader {
  public:
    PartReader(Scanner& scanner, Parts& told) : s(scanner), parts(told) {}

  protected:
    /// Reads one way of saying days; if it is another, nothing is read.
    template <typename Read>
    bool attempt(Read read) {
        const std::size_t mark = s.at;
        Parts before = parts;
        if (read()) return true;
        s.at = mark;
        parts = std::move(before);
        return false;
    }

    /// The items of a list, each of which may be several; nothing if the first is none.
    template <typename Item>
    auto list(Item item) -> decltype(item()) {
        auto found = item();
        while (found) {
            const std::size_t mark = s.at;
            const bool parted = s.take(U",", U"and", U"or");
            const auto more = parted ? item() : std::nullopt;
            if (!more) {
                s.at = mark;
                break;
            }
            found->insert(found->end(), more->begin(), more->end());
            if (is_too_long(*found)) return std::nullopt;
        }
        return found;
    }
    /// The same of numbers, in order and each once.
    template <typename Item>
    std::optional<Numbers> list_of_numbers(Item item) {
        auto found = list(item);
        if (found) make_distinct(*found);
        return found;
    }
    /// Puts what was found in its part, if it was.
    template <typename Value>
    static bool put(Value& part, std::optional<Value> found) {
        if (found) part = std::move(*found);
        return found.has_value();
    }

    std::optional<int> weekday_name();
    /// From Monday to Friday, as a run; Monday alone.
    std::optional<Numbers> run_of_weekdays();
    std::optional<Numbers> named_weekdays();
    std::optional<Numbers> weekdays_or_day();
    /// First, third to fifth and last; negative from the end.
    std::optional<Numbers> places();
    /// The 1st, 3rd to 5th and 7th; the 1st and the last day; the last 7 days.
    std::optional<Numbers> days();
    std::optional<Numbers> days_item(std::u32string_view noun, std::u32string_view nouns);
    /// A number in figures of which ten places are read: no part of a rule takes a longer one.
    std::optional<std::int64_t> figures();
    /// The same of nine places, for all parts but INTERVAL.
    std::optional<int> plain_number();

    /// In March and June; from June to August.
    bool in_months();
    /// March and June; the months June to August; the 5th and leap 5th lunar months.
    bool named_months();

    /// At 09:00 and 17:00; hourly from 09:00 to 12:00; in minute 0 and 30. True without any.
    bool times();
    /// (weeks start on Sunday). True without any.
    bool notes();
    /// Until 31 December 2026; 10 times. True without any.
    bool end();

    Scanner& s;
    Parts& parts;

  private:
    static void make_distinct(Numbers& numbers);
    /// Whether a list names more numbers than any part of a rule has. A word that it names over and
    /// over stands in it once.
    static bool is_too_long(Numbers& numbers) {
        if (numbers.size() <= 4000) return false;
        make_distinct(numbers);
        return numbers.size() > 1000;
    }
    template <typename Other>
    static bool is_too_long(const std::vector<Other>& /*items*/) {
        return false;
    }

    /// From one number to another that `last` reads, if a range stands here.
    template <typename Last>
    std::optional<Numbers> span(std::optional<int> first, Last last) {
        if (!first) return std::nullopt;
        const auto until = s.take(U"to the", U"to") ? last() : first;
        if (!until || *until < *first || *until - *first > 366) return std::nullopt;
        return run(*first, *until);
    }

    std::optional<int> place();
    std::optional<int> numbered();
    bool months_from(std::optional<std::int64_t> first);
    bool lunar_months();
    std::optional<ToldClock> clock();
    bool clock_times();
    void set_times(const std::vector<ToldClock>& told);
    bool times_by_unit();
    bool note();
};

}  // namespace probity::detail::english
