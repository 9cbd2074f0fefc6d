// An expression of which a Recurrence is made: a rule with its start, or a combination of other
// expressions.
//
// An expression answers two kinds of question: which days it has (the first group below), and what it
// is (the second). Combinations are in combinations.hpp. Its days lie in
// [1400-01-01, 9999-12-31]; days are given as wide numbers so that one past the last can be said.
// Questions whose answer lies beyond the horizon of the lunisolar calendar throw HorizonError.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "date/ranked_bits.hpp"
#include "probity/recurrence/recurrence.hpp"
#include "recurrence/exceptions.hpp"
#include "recurrence/forms/form.hpp"
#include "recurrence/lazy.hpp"

namespace probity::detail {

using ExpressionPointer = std::shared_ptr<const Expression>;

/// The part of the range in which dates can lie, [begin, end); empty if begin >= end.
struct DayRange {
    std::int64_t begin = first_day_number;
    std::int64_t end = no_later_day;

    friend bool operator==(const DayRange&, const DayRange&) = default;
};

class Expression {
  public:
    virtual ~Expression() = default;

    [[nodiscard]] virtual bool contains(std::int64_t day) const = 0;
    /// How many dates are before `day`.
    [[nodiscard]] virtual std::int64_t rank(std::int64_t day) const = 0;
    /// How many dates are in [begin, end), begin <= end.
    [[nodiscard]] virtual std::int64_t count(std::int64_t begin, std::int64_t end) const {
        return rank(end) - rank(begin);
    }
    /// The k-th date; no_later_day past the last.
    [[nodiscard]] virtual std::int64_t select(std::int64_t k) const = 0;
    /// The first date on or after `day`; no_later_day past the last.
    [[nodiscard]] virtual std::int64_t next_from(std::int64_t day) const = 0;
    /// The last date before `day`; no_earlier_day before the first.
    [[nodiscard]] virtual std::int64_t last_before(std::int64_t day) const = 0;
    /// Writes the dates in [begin, end), at most `room`, and says how many.
    virtual std::size_t emit(std::int64_t begin, std::int64_t end, DayNumber* out,
                             std::size_t room) const = 0;
    /// Sets bit (day - begin) for each date in [begin, end); all bits are clear on entry.
    virtual void fill(std::int64_t begin, std::int64_t end, std::uint64_t* words) const = 0;
    /// Where dates can lie, as far as it is known without computing any.
    [[nodiscard]] virtual DayRange range() const = 0;
    /// The first day of which nothing is known; no_later_day where all is.
    [[nodiscard]] virtual std::int64_t known_end() const = 0;
    [[nodiscard]] virtual bool is_finite() const = 0;
    /// There are no more dates than this.
    [[nodiscard]] virtual std::int64_t most_dates() const {
        return no_later_day - first_day_number;
    }

    /// Whether the other is of the same kind and says the same, whatever parts either has.
    [[nodiscard]] virtual bool same_itself(const Expression& other) const = 0;
    [[nodiscard]] virtual std::size_t hash() const = 0;
    [[nodiscard]] virtual std::string text() const = 0;
    /// The parts that it combines; a rule has none.
    [[nodiscard]] virtual std::span<const ExpressionPointer> parts() const noexcept { return {}; }
    /// How many rules and combinations it is written with: a shared part counts wherever it stands.
    [[nodiscard]] virtual std::uint64_t written() const noexcept { return 1; }

    /// Throws HorizonError if one of the days in [begin, end) is unknown: on or past known_end(),
    /// and not past all that the range allows.
    void require_known(std::int64_t begin, std::int64_t end) const {
        const std::int64_t known = known_end();
        if (known == no_later_day || end <= known) [[likely]] {
            return;
        }
        // Dates that would go on for ever are unknown past the last date too.
        const std::int64_t last = range().end;
        if (std::max(begin, known) < (last == no_later_day ? end : std::min(end, last))) {
            throw_unknown(end - 1, known);
        }
    }
    void require_known(std::int64_t day) const { require_known(day, day + 1); }
    /// The same for all days.
    void require_all_known() const { require_known(first_day_number, no_later_day + 1); }

  private:
    [[noreturn]] void throw_unknown(std::int64_t day, std::int64_t end) const;
};

/// A rule with start, extra and excepted dates.
class RuleExpression final : public Expression {
  public:
    RuleExpression(const Rule& rule, DayNumber start, std::vector<DayNumber> extra,
                   std::vector<DayNumber> excepted);

    [[nodiscard]] const Rule& rule() const noexcept { return rule_; }
    [[nodiscard]] DayNumber start() const noexcept { return start_; }
    /// Ascending, each once.
    [[nodiscard]] const std::vector<DayNumber>& extra() const noexcept { return extra_; }
    [[nodiscard]] const std::vector<DayNumber>& excepted() const noexcept { return excepted_; }

    [[nodiscard]] bool contains(std::int64_t day) const override;
    [[nodiscard]] std::int64_t rank(std::int64_t day) const override;
    [[nodiscard]] std::int64_t count(std::int64_t begin, std::int64_t end) const override;
    [[nodiscard]] std::int64_t select(std::int64_t k) const override;
    [[nodiscard]] std::int64_t next_from(std::int64_t day) const override;
    [[nodiscard]] std::int64_t last_before(std::int64_t day) const override;
    std::size_t emit(std::int64_t begin, std::int64_t end, DayNumber* out,
                     std::size_t room) const override;
    void fill(std::int64_t begin, std::int64_t end, std::uint64_t* words) const override;
    [[nodiscard]] DayRange range() const override;
    [[nodiscard]] std::int64_t known_end() const override;
    [[nodiscard]] bool is_finite() const override;
    [[nodiscard]] std::int64_t most_dates() const override;
    [[nodiscard]] bool same_itself(const Expression& other) const override;
    [[nodiscard]] std::size_t hash() const override;
    [[nodiscard]] std::string text() const override;

  private:
    [[nodiscard]] const Exceptions<DayNumber>& exceptions() const;
    /// One past the last date that the rule can give, by UNTIL and COUNT.
    [[nodiscard]] std::int64_t rule_end() const { return is_counted_ ? count_end() : until_end_; }
    [[nodiscard]] std::int64_t count_end() const;
    /// The rule's dates within COUNT by walking from the start, if that costs less than a table
    /// would; none if it does not.
    [[nodiscard]] std::optional<std::size_t> emit_counted(std::int64_t begin, std::int64_t end,
                                                          DayNumber* out, std::size_t room) const;
    /// The rank of the start in the form's own count.
    [[nodiscard]] std::int64_t first_rank() const;

    // The rule's own dates, within start, UNTIL and COUNT.
    [[nodiscard]] bool rule_contains(std::int64_t day) const;
    [[nodiscard]] std::int64_t rule_rank(std::int64_t day) const;
    [[nodiscard]] std::int64_t rule_count(std::int64_t begin, std::int64_t end) const;
    [[nodiscard]] std::int64_t rule_select(std::int64_t k) const;
    [[nodiscard]] std::int64_t rule_next_from(std::int64_t day) const;
    [[nodiscard]] std::int64_t rule_last_before(std::int64_t day) const;

    Rule rule_;
    DayNumber start_;
    std::vector<DayNumber> extra_;
    std::vector<DayNumber> excepted_;
    std::unique_ptr<const Form> form_;
    std::int64_t form_known_end_;
    // One past UNTIL; no_later_day without it.
    std::int64_t until_end_;
    bool is_counted_;
    bool has_exceptions_;
    Lazy<std::int64_t> first_rank_;
    Lazy<std::int64_t> count_end_;
    Lazy<Exceptions<DayNumber>> exceptions_;
    Lazy<std::size_t> hash_;
};

}  // namespace probity::detail
