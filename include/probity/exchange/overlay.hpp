// An overlay: announced holidays as data, since they come at two weeks' notice and cannot wait for
// a release of the library.
//
//     WorkCalendar kr = WorkCalendar::korea().with_holidays(load_overlay("temporary-days.json"));
//
// The document lists days, each with its name and, as far as it is known, who decided it and when:
//
//     {
//       "holidays": [
//         {
//           "date": "2025-01-27",
//           "name": "임시공휴일",
//           "name_en": "Temporary public holiday",
//           "kind": "temporary",
//           "decided_on": "2025-01-14",
//           "basis": "국무회의 의결 2025. 1. 14."
//         }
//       ]
//     }
//
// "date" and "name" are required; "kind" is one of those of HolidayKind and "temporary" without. A
// document is taken whole or not at all. The days of a document that the calendar has already,
// since a release has caught up with it, stay as the calendar has them.
#pragma once

#include <filesystem>
#include <string_view>
#include <vector>

#include "probity/workdays/holiday.hpp"

namespace probity {

/// Reads the holidays of an overlay from its text. Throws DocumentError, naming the place, for a
/// document or a day that cannot be taken; none of it is then taken.
[[nodiscard]] std::vector<Holiday> read_overlay(std::string_view text);

/// Reads an overlay from a file. Throws DocumentError, also where the file cannot be read.
[[nodiscard]] std::vector<Holiday> load_overlay(const std::filesystem::path& path);

/// The JSON schema (2020-12) of an overlay.
[[nodiscard]] std::string_view overlay_schema() noexcept;

}  // namespace probity
