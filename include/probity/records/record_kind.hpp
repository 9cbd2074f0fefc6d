// The kinds of records that have an id.
//
// An id is unique among the records of its kind, and of no other: a unit, a task and a duty may all be
// "1". So a reference says of which kind its record is, and an answer that names a record by its id says
// its kind beside it:
//
//     for (const BriefLine& line : view.brief().late) {
//         std::cout << to_string(line.record) << ' ' << line.id << '\n';      // "task T-07"
//     }
#pragma once

#include <cstdint>
#include <string_view>

namespace probity {

/// Made of the rows of records.inc. The id of a meeting has that of its council before it:
/// "council/2026-1".
enum class RecordKind : std::uint8_t {
#define PROBITY_RECORD(Record, kind) kind,
#include "probity/records/records.inc"
};

/// "risk_area", as documents and tables name it.
[[nodiscard]] std::string_view to_string(RecordKind kind) noexcept;

}  // namespace probity
