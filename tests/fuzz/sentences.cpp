// Any bytes at all are either read as a sentence, whose readings then have days, or are a RuleError that
// names a position within them: in English behind an even byte, in Korean behind an odd one.
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "probity/date/error.hpp"
#include "probity/sentences/parse.hpp"
#include "tests/fuzz/require.hpp"

using namespace probity;
using fuzz::require;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const WorkCalendar korea = WorkCalendar::korea();
    if (size == 0) return 0;
    const std::string text(reinterpret_cast<const char*>(data + 1), size - 1);
    const bool in_korean = (data[0] & 1) != 0;
    try {
        const Sentence sentence = in_korean ? parse_korean(text) : parse_english(text);
        require(!sentence.readings.empty(), "a sentence has a reading", text);
        for (const Reading& reading : sentence.readings) {
            require(!reading.terms.empty(), "a reading has a term", text);
            require(!reading.title.empty(), "a reading has a title", text);
            static_cast<void>(reading.between(make_date(2026, 1, 1), make_date(2026, 7, 1), korea));
        }
    } catch (const RuleError& error) {
        require(!std::string_view(error.what()).empty(), "an error has a message", text);
        require(error.position() <= text.size(), "the fault lies in the text", text);
    }
    if (!in_korean) return 0;
    try {
        require(parse_korean_quota(text).times > 0, "a quota is once or more", text);
    } catch (const RuleError& error) {
        require(error.position() <= text.size(), "the fault lies in the text", text);
    }
    return 0;
}
