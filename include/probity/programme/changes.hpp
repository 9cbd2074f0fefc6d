// Changes: the fate of the tasks of an earlier programme, or of an earlier day of the same one.
#pragma once

#include <concepts>
#include <string>
#include <vector>

#include "probity/programme/programme.hpp"

namespace probity {

/// The fate of the tasks of an earlier programme.
struct Changes {
    /// The ids of tasks, in order.
    std::vector<std::string> added = {};
    /// Rejected, withdrawn, superseded, or not there any more.
    std::vector<std::string> dropped = {};
    /// Open then and open now.
    std::vector<std::string> carried_over = {};
    /// Open then and done now; or done then, reopened since and done again.
    std::vector<std::string> done = {};
    /// Done then and open again now.
    std::vector<std::string> reopened = {};

    friend bool operator==(const Changes&, const Changes&) = default;
};

/// The changes since an earlier programme, or an earlier date of the same one.
[[nodiscard]] Changes changes(const Programme& programme, const Programme& since);

static_assert(std::regular<Changes>);

}  // namespace probity
