// Validity: the days on which a record is in force, and versions of which each ends the one before.
//
//     const Validity served{.from = make_date(2026, 3, 2), .until = make_date(2026, 9, 1)};
//     served.in_force_on(make_date(2026, 3, 1));       // false: the day before
//     served.in_force_on(make_date(2026, 3, 2));       // true
//     served.in_force_on(make_date(2026, 8, 31));      // true: the last day
//     served.in_force_on(make_date(2026, 9, 1));       // false: over
//
// A record that has one names its days `begin` and `end`; validity_of(record) gives them. Charters,
// rules and cadences change as a whole: each is one of several versions, in order of time, and one is
// in force on a day.
//
//     Versions<RuleVersion> rules{{.begin = make_date(2024, 1, 1), .rule = NthWeek{.week = 3}}};
//     rules.add({.begin = make_date(2026, 1, 1), .rule = NthWeek{.week = 2}});
//     rules[0].end;                                    // 2026-01-01: the new one ended it
//     rules.on(make_date(2025, 12, 31)) == &rules[0];  // true
//     rules.on(make_date(2026, 1, 1)) == &rules[1];    // true
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "probity/date/date.hpp"
#include "probity/date/error.hpp"

namespace probity {

/// The days from a first one on until one on which it is over, [from, until).
struct Validity {
    /// The first day; none if it always was in force.
    std::optional<Date> from = std::nullopt;
    /// The first day on which it no longer is; none if no end is known.
    std::optional<Date> until = std::nullopt;

    [[nodiscard]] bool in_force_on(const Date& date) const {
        return has_begun_by(date) && !is_over_by(date);
    }
    /// Whether the day, or one before it, is the first.
    [[nodiscard]] bool has_begun_by(const Date& date) const { return !from || *from <= date; }
    /// Whether it is no longer in force on the day.
    [[nodiscard]] bool is_over_by(const Date& date) const { return until && *until <= date; }

    /// Whether it is in force on one of the days at least.
    [[nodiscard]] bool meets(const Interval& days) const {
        return has_begun_by(days.last()) && !is_over_by(days.begin());
    }

    /// The days of an interval on which it is in force; none if there are none. Throws DateError if
    /// it has a fault().
    [[nodiscard]] std::optional<Interval> days_of(const Interval& days) const {
        return Interval(from.value_or(first_date()), until).meet(days);
    }

    /// Says why these can be nobody's days: the end is not after the begin. Empty if they can.
    [[nodiscard]] std::string fault() const;

    friend bool operator==(const Validity&, const Validity&) = default;
};

/// "from 2026-03-02 to before 2026-09-01", "from 2026-03-02 on", "to before 2026-09-01", "always".
[[nodiscard]] std::string to_string(const Validity& validity);

/// The days of a record with a `begin` and an `end`.
template <class Record>
[[nodiscard]] Validity validity_of(const Record& record) {
    return {.from = record.begin, .until = record.end};
}

/// Whether a record with a `begin` and an `end` is in force on a date.
template <class Record>
[[nodiscard]] bool is_in_force(const Record& record, const Date& date) {
    return validity_of(record).in_force_on(date);
}

/// The name of a version in messages: "charter".
template <class Version>
inline constexpr const char* version_name = "version";

/// A fault of versions: the version, the day of it, and the reason.
struct VersionFault {
    std::size_t version = 0;
    /// "begin" or "end".
    const char* key = "begin";
    std::string text = {};
};

namespace detail {

/// The faults of versions by their days. `name` is what one is called.
[[nodiscard]] std::vector<VersionFault> faults_of_versions(const std::vector<Validity>& versions,
                                                           const std::string& name);
/// Refuses a version that cannot follow one: it begins on the same day, or before it.
void check_next_version(const Validity& last, const Validity& next, const std::string& name);

}  // namespace detail

/// The versions of something, each with a `begin` and an `end`, in order of time, of which one is in
/// force on a day. A list as a document has it may be none of that: faults() says so.
template <class Version>
class Versions : public std::vector<Version> {
  public:
    using std::vector<Version>::vector;
    Versions() = default;
    Versions(std::vector<Version> versions) : std::vector<Version>(std::move(versions)) {}

    /// The version in force on a date; null if there is none.
    [[nodiscard]] const Version* on(const Date& date) const& {
        for (const Version& version : *this) {
            if (is_in_force(version, date)) return &version;
        }
        return nullptr;
    }
    const Version* on(const Date& date) && = delete;

    /// Adds the next version, which ends the one before on its own first day, unless that one has ended.
    /// Throws ProbityError for one that does not begin after the one before.
    void add(Version next) {
        if (!this->empty()) {
            Version& last = this->back();
            detail::check_next_version(validity_of(last), validity_of(next), version_name<Version>);
            if (!validity_of(last).is_over_by(*next.begin)) last.end = next.begin;
        }
        this->push_back(std::move(next));
    }

    /// The versions that do not end after they begin, and those that begin while the one before is in
    /// force, in their order.
    [[nodiscard]] std::vector<VersionFault> faults() const {
        std::vector<Validity> days;
        for (const Version& version : *this) days.push_back(validity_of(version));
        return detail::faults_of_versions(days, version_name<Version>);
    }
};

}  // namespace probity
