// From the parts of a rule, read from text or given in code, to a checked Rule.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "probity/recurrence/rule.hpp"
#include "recurrence/rule_parts.hpp"

namespace probity {

/// COUNT or INTERVAL given as a number. Throws RuleError unless it is 1 to largest_number.
[[nodiscard]] std::int32_t checked_number(Part part, std::int64_t number);

/// Collects parts, refusing numbers out of range, and then parts that may not stand together.
class RuleParser {
  public:
    /// Parts are collected in `rule`, which has none yet.
    explicit RuleParser(Rule& rule) noexcept : rule_(rule) {}

    /// Reads the whole of a text.
    void read(std::string_view text);
    /// For parts given in code: errors have position 0.
    void add_parts(const RuleParts& parts);
    /// Throws RuleError for parts that may not stand together.
    void check() const;

  private:
    [[nodiscard]] Part read_name();
    void read_value(Part part);
    void read_frequency();
    void read_until();
    void read_weekday_list();
    void read_month_list();
    template <int Bound>
    void read_signed_list(Part part, NumberSet<Bound>& numbers, int limit);
    template <class Bits>
    void read_unsigned_list(Part part, Bits& bits, int limit);
    void read_scale();
    void read_skip();

    /// Decimal digits as a number from `low` to `high`.
    [[nodiscard]] std::int64_t read_number(Part part, std::int64_t low, std::int64_t high);
    /// The same after an optional sign, from -limit to limit but 0.
    [[nodiscard]] int read_signed(Part part, int limit);
    [[nodiscard]] Weekday read_weekday(Part part);
    [[nodiscard]] std::string_view read_word();
    /// Whether another item of a list follows; steps over its comma.
    [[nodiscard]] bool list_goes_on(Part part);

    void add_weekday(Weekday weekday) noexcept;
    void add_nth_weekday(Weekday weekday, int n) noexcept;
    void set_until(int year, int month, int day, std::size_t position);

    void check_by_day() const;
    void check_year_parts() const;
    void check_scale() const;
    void check_set_pos() const;

    [[nodiscard]] bool has(Part part) const noexcept {
        return (seen_ >> static_cast<unsigned>(part) & 1u) != 0;
    }
    void mark(Part part, std::size_t position) noexcept {
        seen_ |= 1u << static_cast<unsigned>(part);
        positions_[static_cast<std::size_t>(part)] = position;
    }
    [[nodiscard]] char peek() const noexcept { return at_ < text_.size() ? text_[at_] : ';'; }
    /// The end of the list item that stands at a position.
    [[nodiscard]] std::size_t item_end(std::size_t position) const noexcept;

    [[noreturn]] void refuse(std::size_t position, const Text& message) const;
    [[noreturn]] void refuse_part(Part part, const Text& message) const;
    [[noreturn]] void refuse_value(Part part, std::size_t position, const Text& allowed) const;
    /// The text at a position, to the end of its list item.
    [[nodiscard]] std::string item_at(std::size_t position) const;

    std::string_view text_;
    std::size_t at_ = 0;
    std::uint32_t seen_ = 0;
    std::array<std::size_t, part_count> positions_{};
    Rule& rule_;
};

}  // namespace probity
