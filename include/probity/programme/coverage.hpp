// How a programme's records fit together: whether every risk area has a measure and an owner,
// whether what was announced is what is recorded, and what changed from one year to another.
//
//     coverage(examples::yongsan()).gaps[0].text.english;
//                                                // "Contracts: no measure is recorded for it"
//     reconcile(examples::songpa())[0].text.english;     // "bands of 2023: 11 of 11"
#pragma once

#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "probity/planning/text.hpp"
#include "probity/programme/programme.hpp"
#include "probity/records/declared_count.hpp"
#include "probity/records/record_kind.hpp"

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

/// A count that was announced, beside what is recorded.
struct Reconciliation {
    Counted what = {};
    int year = 0;
    int declared = 0;
    /// None if nothing of that sort is recorded, for the year or without a date.
    std::optional<int> recorded = std::nullopt;
    /// How many more are recorded without a date, and so of no year.
    int undated = 0;
    /// The records that are counted: "practice tasks proposed in the year". Empty if nothing of
    /// that sort can be recorded.
    Text counts = {};
    Text text = {};

    /// Whether the two are the same; null if nothing is recorded.
    [[nodiscard]] std::optional<bool> agrees() const noexcept {
        if (!recorded) return std::nullopt;
        return *recorded == declared;
    }

    friend bool operator==(const Reconciliation&, const Reconciliation&) = default;
};

/// "measure", "owner", "area".
[[nodiscard]] std::string_view to_string(Missing missing) noexcept;

/// The counts that were announced, in order of year. Bands are those at the end of the year; tasks
/// and measures are the practice tasks and the improvement measures proposed in it, whatever became
/// of them. Those recorded without the day of their proposal belong to no year, and are told apart.
[[nodiscard]] std::vector<Reconciliation> reconcile(const Programme& programme);

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

static_assert(std::regular<Coverage> && std::regular<Reconciliation> && std::regular<Changes>);

}  // namespace probity
