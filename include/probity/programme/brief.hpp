// A brief: one page for the head of an institution, of what is done, late, to be decided, and coming.
#pragma once

#include <concepts>
#include <optional>
#include <string>
#include <vector>

#include "probity/date/date.hpp"
#include "probity/programme/progress.hpp"
#include "probity/records/record_kind.hpp"
#include "probity/text/text.hpp"

namespace probity {

/// A line of a brief.
struct BriefLine {
    /// The id of what it is about, and which kind of record that is.
    std::string id = {};
    RecordKind record = {};
    std::optional<Date> date = std::nullopt;
    /// In words: what it is about, and what is to be said of it.
    Text text = {};
    /// The two parts of the text: what it is about, and what is to be said of it, which many lines
    /// may have in common. The latter is empty if the line only names something.
    Text title = {};
    Text what = {};
    /// The title of the unit that owns it; empty if none is recorded.
    Text owner = {};

    friend bool operator==(const BriefLine&, const BriefLine&) = default;
};

/// One page for the head: what was done this year, what is late, what has to be decided, and what
/// comes in the next four weeks.
struct Brief {
    Date on{};
    Text title = {};
    Progress progress = {};
    /// The work and the obligations done in the year of the day, the newest first.
    std::vector<BriefLine> done = {};
    /// The tasks that are late, those by the most working days first; then the obligations, those with
    /// the earliest deadline first.
    std::vector<BriefLine> late = {};
    /// The worst first: quotas that are missed or at risk, late tasks that wait for a decision, then
    /// what else waits for one, the longest first. Quotas that only lack a record come last.
    std::vector<BriefLine> decisions = {};
    /// Of the next four weeks, in order of date, and the obligations whose lead time has begun.
    std::vector<BriefLine> coming = {};

    friend bool operator==(const Brief&, const Brief&) = default;
};

static_assert(std::regular<Brief>);

}  // namespace probity
