// How a programme's records fit together: whether every risk area has a measure and an owner,
// whether what was announced is what is recorded, and what changed from one year to another.
//
//     coverage(examples::yongsan()).gaps[0].text.english;
//                                                // "Contracts: no measure is recorded for it"
//     reconcile(examples::songpa())[0].text.english;     // "bands of 2023: 11 of 11"
#pragma once

#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "probity/programme/programme.hpp"
#include "probity/records/declared_count.hpp"
#include "probity/records/record_kind.hpp"
#include "probity/text/text.hpp"

namespace probity {

/// One risk area with what is done for it and who owns it.
struct CoverageRow {
    /// The id of the RiskArea.
    std::string area = {};
    Text title = {};
    /// The ids of its improvement measures, and of the practice tasks directed at it, that were not
    /// rejected, withdrawn or superseded. An action item, a step that a meeting asked for, is none.
    std::vector<std::string> measures = {};
    /// The ids of the Units that own the area, without those that are closed.
    std::vector<std::string> owners = {};

    [[nodiscard]] bool is_covered() const noexcept { return !measures.empty() && !owners.empty(); }

    friend bool operator==(const CoverageRow&, const CoverageRow&) = default;
};

/// The thing that is missing.
enum class Missing : std::uint8_t {
    /// No measure is recorded for a risk area.
    measure,
    /// A risk area has no owner, or it or an open task has one that is closed.
    owner,
    /// An improvement measure belongs to no risk area.
    area,
};

/// A gap: something that a risk area lacks, a measure that belongs to none, or an open task whose
/// owner is closed.
struct CoverageGap {
    /// The id of the RiskArea, or of the Task.
    std::string subject = {};
    Missing missing = Missing::measure;
    Text text = {};
    /// Which kind of record the subject is: a risk area or a task.
    RecordKind record = {};

    friend bool operator==(const CoverageGap&, const CoverageGap&) = default;
};

/// The matrix of risk areas, measures and owners.
struct Coverage {
    std::vector<CoverageRow> rows = {};
    std::vector<CoverageGap> gaps = {};

    friend bool operator==(const Coverage&, const Coverage&) = default;
};

/// A unit that is closed owns nothing: on the day on which the programme stands, or else on the last
/// of which it knows.
[[nodiscard]] Coverage coverage(const Programme& programme);

/// "measure", "owner", "area".
[[nodiscard]] std::string_view to_string(Missing missing) noexcept;

static_assert(std::regular<Coverage>);

}  // namespace probity
