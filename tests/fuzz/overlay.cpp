// Any bytes at all are either an overlay, whose days a calendar then takes, or a DocumentError.
#include "probity/exchange/overlay.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "probity/date/error.hpp"
#include "probity/workdays/work_calendar.hpp"
#include "tests/fuzz/require.hpp"

using probity::DocumentError;
using probity::Holiday;
using probity::read_overlay;
using probity::WorkCalendar;
using probity::fuzz::require;

namespace {

// Days that Korea's calendar has already stay as they are; all others come to it. Read twice, an
// overlay adds nothing the second time.
void overlay_korea(const std::vector<Holiday>& holidays, const std::string& text) {
    static const WorkCalendar korea = WorkCalendar::korea();
    try {
        const WorkCalendar with = korea.with_holidays(holidays);
        require(with.with_holidays(holidays) == with, "an overlay twice is an overlay once", text);
        for (const Holiday& holiday : holidays) {
            require(!with.is_working_day(holiday.date), "an announced day is off", text);
            require(with.is_holiday(holiday.date), "an announced day is a holiday", text);
            require(!with.explain(holiday.date, probity::Language::korean).empty(),
                    "an announced day is explained", text);
        }
        require(
            with.working_days(with.horizon()).size() <= korea.working_days(korea.horizon()).size(),
            "an overlay takes working days, and gives none", text);
    } catch (const probity::HorizonError&) {
        // A date of another century: the document is good, but not for this calendar.
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text(reinterpret_cast<const char*>(data), size);
    try {
        const std::vector<Holiday> holidays = read_overlay(text);
        require(read_overlay(text) == holidays, "a text is read one way", text);
        overlay_korea(holidays, text);
    } catch (const DocumentError& error) {
        require(!std::string_view(error.what()).empty(), "an error has a message", text);
    }
    return 0;
}
