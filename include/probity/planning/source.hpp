// Where a fact comes from: an announcement, a press report.
//
// Records name their source by its id; a programme holds each source once. A date is known or it
// is not: a press report whose day was not noted has none.
#pragma once

#include <concepts>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "probity/date/date.hpp"
#include "probity/text/text.hpp"

namespace probity {

/// A document that stands behind a fact.
struct Source {
    std::string id = {};
    Text title = {};
    std::optional<Date> date = std::nullopt;

    friend bool operator==(const Source&, const Source&) = default;
};

/// The source of that id as it is cited, "Announcement of Songpa-gu, 2023-03-15"; empty if there is
/// none.
[[nodiscard]] Text citation(const std::vector<Source>& sources, std::string_view id);

static_assert(std::regular<Source>);

}  // namespace probity
