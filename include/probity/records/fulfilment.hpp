// A fulfilment: that one instance of an obligation was done, or waived.
#pragma once

#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "probity/date/date.hpp"
#include "probity/planning/evidence.hpp"
#include "probity/text/text.hpp"

namespace probity {

enum class FulfilmentOutcome : std::uint8_t { done, waived };

/// One instance of an obligation, done or waived.
struct Fulfilment {
    /// The id of the Obligation.
    std::string obligation = {};
    /// The period of the instance: "2026".
    std::string period = {};
    /// The id of the Unit, or of the Official, that owed it; empty for the institution.
    std::string unit = {};
    std::string official = {};
    FulfilmentOutcome outcome = FulfilmentOutcome::done;
    /// The day on which it was done or waived.
    Date on{};
    /// The files that prove it.
    std::vector<Evidence> evidence = {};
    /// Why it was waived; a remark on what was done.
    Text reason = {};

    friend bool operator==(const Fulfilment&, const Fulfilment&) = default;
};

/// "done", "waived".
[[nodiscard]] std::string_view to_string(FulfilmentOutcome outcome) noexcept;

static_assert(std::regular<Fulfilment>);

}  // namespace probity
