// RRULE and EXRULE as calendar files write them: read leniently if there is no doubt.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "exchange/ics/reason.hpp"
#include "exchange/ics/values.hpp"
namespace probity::ics::detail {

/// A rule that cannot be taken: its event is read without it.
class RuleLost : public Lost {
  public:
    using Lost::Lost;
};

/// How a rule is not as RFC 5545 writes it.
struct Repair {
    /// The kind of finding that it is to a check (kinds.hpp).
    std::string_view what = "rrule-form";
    Text reason = {};

    friend bool operator==(const Repair&, const Repair&) = default;
};

/// How many steps the rules of a file may still be walked, so that none takes for ever.
class Steps {
  public:
    explicit Steps(std::int64_t left = 100'000) : left_(left) {}

    /// Throws RuleLost if none are left, and whatever interrupts the work.
    void take(std::int64_t steps = 1);

  private:
    std::int64_t left_;
};

/// The parts of a rule by their names, in the order in which they stand.
class Parts {
  public:
    using Part = std::pair<std::string, std::string>;

    /// The value of a part; null without it.
    [[nodiscard]] const std::string* find(std::string_view name) const noexcept;
    [[nodiscard]] bool has(std::string_view name) const noexcept { return find(name) != nullptr; }
    /// The value of a part; empty without it.
    [[nodiscard]] std::string_view value(std::string_view name) const noexcept;
    /// FREQ, which each rule has.
    [[nodiscard]] std::string_view frequency() const noexcept { return value("FREQ"); }

    /// A part that is there keeps its place; another comes last.
    void set(std::string_view name, std::string value);
    /// Puts a part that is there before the others.
    void put_first(std::string_view name);
    /// Takes a part out and gives its value, if it is there.
    std::optional<std::string> take(std::string_view name);
    [[nodiscard]] Parts without(std::initializer_list<std::string_view> names) const;

    [[nodiscard]] auto begin() const noexcept { return parts_.begin(); }
    [[nodiscard]] auto end() const noexcept { return parts_.end(); }

  private:
    std::vector<Part> parts_;
};

/// "FREQ=WEEKLY;BYDAY=MO".
[[nodiscard]] std::string to_text(const Parts& parts);

/// A rule by its parts.
struct Parsed {
    /// All but COUNT and UNTIL; FREQ comes first.
    Parts parts;
    std::optional<int> count = std::nullopt;
    std::optional<Written> until = std::nullopt;
    std::vector<Repair> mended = {};
    /// Its text in the file.
    std::string written = {};

    /// Whether it steps by hours, minutes or seconds.
    [[nodiscard]] bool steps_within_days() const noexcept;
    /// Whether it names times of day.
    [[nodiscard]] bool has_times() const noexcept;
};

/// The parts of a rule without those that name times of day.
[[nodiscard]] Parts without_times(const Parts& parts);

/// The parts of a rule. Throws RuleLost if it names what no rule has.
[[nodiscard]] Parsed parse_rule(std::string_view value);

}  // namespace probity::ics::detail
