// A row of evidence: of one indicator of the assessment one task, with its evidence.
#pragma once

#include <concepts>
#include <string>
#include <vector>

#include "probity/planning/evidence.hpp"
#include "probity/text/text.hpp"

namespace probity {

/// Of one indicator one task, with its evidence.
struct EvidenceRow {
    std::string indicator = {};
    Text indicator_title = {};
    /// Empty if no task serves the indicator.
    std::string task = {};
    Text task_title = {};
    std::vector<Evidence> evidence = {};
    /// Names the gaps; empty if there are none.
    Text missing = {};

    friend bool operator==(const EvidenceRow&, const EvidenceRow&) = default;
};

static_assert(std::regular<EvidenceRow>);

}  // namespace probity
