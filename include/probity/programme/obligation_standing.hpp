// How one instance of an obligation stands on a day.
//
//     const View view(mapo, make_date(2026, 3, 4));
//     const ObligationStanding report = view.obligations().front();
//     to_string(report.due);         // "2026-03-03", the legal day
//     to_string(report.state);       // "late"
#pragma once

#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "probity/date/date.hpp"
#include "probity/planning/evidence.hpp"
#include "probity/text/text.hpp"

namespace probity {

/// Late is what is neither done nor waived after its deadline. None of it is stored.
enum class ObligationState : std::uint8_t { open, done, late, waived };

/// One instance of an obligation, as it stands on a day.
struct ObligationStanding {
    /// The id of the Obligation, the period, and the id of the Unit or Official that owes it; both are
    /// empty for the institution. Together they name the instance.
    std::string obligation = {};
    std::string period = {};
    std::string unit = {};
    std::string official = {};
    Text title = {};
    /// The id of the Unit that sees to it: the obligation's owner, or the unit that owes it.
    std::string owner = {};
    ObligationState state = ObligationState::open;
    /// The day from which it runs.
    Date start{};
    /// The legal day, the day before it was put off, and the working day by which to plan.
    Date due{};
    Date nominal{};
    Date advised{};
    /// The day on which it was done or waived; null if neither.
    std::optional<Date> done = std::nullopt;
    /// The days after its deadline: up to the day on which it was done, or else to the day asked about.
    std::int64_t days_late = 0;
    /// Whether it was done and has the proof that is asked for, or none is.
    bool proved = false;
    /// The proof that the obligation asks for.
    Text proof = {};
    /// The article on which it rests.
    Text basis = {};
    /// Whether the law leaves it to the institution.
    bool optional = false;
    /// The days before its deadline from which on it is brought to mind.
    int lead_days = 0;
    std::vector<Evidence> evidence = {};
    /// Why it was waived, or a remark.
    Text reason = {};
    /// In a sentence.
    Text text = {};

    friend bool operator==(const ObligationStanding&, const ObligationStanding&) = default;
};

/// "open", "done", "late", "waived".
[[nodiscard]] std::string_view to_string(ObligationState state) noexcept;
/// Reads what to_string writes. Throws ProbityError naming the states there are.
[[nodiscard]] ObligationState parse_obligation_state(std::string_view text);

static_assert(std::regular<ObligationStanding>);

}  // namespace probity
