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
//
// An answer of the public data portal about special days (특일 정보, getRestDeInfo), in XML or JSON, is
// read as it is. It names days otherwise than the law does, "설날" for three of them, so that
// with_overlay() takes of it only the days on which the calendar lists no public holiday. So it is with the
// almanac (월력요항) as community packages mirror it: {"2027-10-15": ["임시공휴일"]}.
#pragma once

#include <filesystem>
#include <string_view>
#include <vector>

#include "probity/workdays/holiday.hpp"
#include "probity/workdays/work_calendar.hpp"

namespace probity {

/// Reads the holidays of an overlay, of an answer of the portal or of an almanac, from its text. Throws
/// DocumentError, naming the place, for a document or a day that cannot be taken, for an answer that is
/// an error and for one that has not all rows; none of it is then taken.
[[nodiscard]] std::vector<Holiday> read_overlay(std::string_view text);

/// Reads an overlay from a file. Throws DocumentError, also where the file cannot be read.
[[nodiscard]] std::vector<Holiday> load_overlay(const std::filesystem::path& path);

/// The calendar with the days of a file that it does not have. Throws DocumentError as load_overlay()
/// does, and HorizonError for a day outside the calendar's horizon.
[[nodiscard]] WorkCalendar with_overlay(const WorkCalendar& calendar,
                                        const std::filesystem::path& path);

/// The JSON schema (2020-12) of an overlay.
[[nodiscard]] std::string_view overlay_schema() noexcept;

}  // namespace probity
