// Any bytes at all are a calendar file that is read and checked, the same twice, or a DocumentError.
// Each line that reading mends or refuses is one that a check names.
#include <cstddef>
#include <cstdint>
#include <set>
#include <string>
#include <string_view>

#include "probity/exchange/ics.hpp"
#include "tests/fuzz/require.hpp"

using namespace probity;
using fuzz::require;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text(reinterpret_cast<const char*>(data), size);
    const Date begin = make_date(2026, 1, 1);
    const Date end = make_date(2027, 1, 1);
    try {
        const ics::IcsContent content = ics::read(text);
        require(content == ics::read(text), "it is read the same twice", text);
        std::set<int> named;
        for (const ics::Finding& finding : ics::check(text)) named.insert(finding.line);
        for (const auto* refusals : {&content.refused, &content.mended}) {
            for (const ics::Refusal& refusal : *refusals) {
                require(named.contains(refusal.line), "a check names each fault", text);
            }
        }
        for (const ics::Series& series : content.recurrences) {
            static_cast<void>(series.holidays(begin, end));
            static_cast<void>(
                std::visit([&](const auto& days) { return days.between(begin, end).size(); },
                           series.recurrence));
        }
        for (const ics::TaskRow& task : content.tasks) {
            require(!task.id().empty(), "a task has an id", text);
        }
        static_cast<void>(ics::read(text, {.zone_name = "America/New_York"}));
    } catch (const DocumentError&) {
    } catch (const HorizonError&) {  // days of lunisolar rules beyond the almanac
    }
    return 0;
}
