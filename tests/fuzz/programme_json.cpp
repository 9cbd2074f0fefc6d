// Any bytes at all are either a programme, which then reads back from what it writes, or a
// DocumentError that names a place.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "probity/date/error.hpp"
#include "probity/exchange/json.hpp"
#include "probity/programme/programme.hpp"
#include "tests/fuzz/require.hpp"

using probity::DocumentError;
using probity::Programme;
using probity::read_programme;
using probity::write_history;
using probity::write_programme;
using probity::fuzz::require;

namespace {

// The agenda of a year is either there or refused; it never breaks.
void ask_for_the_year(const Programme& programme, const std::string& text) {
    static const probity::WorkCalendar korea = probity::WorkCalendar::korea();
    for (const probity::AgendaEntry& entry : programme.calendar(2026, korea)) {
        const auto& window = probity::year_of(2026);
        require(entry.days.meet(window).has_value(), "entries of 2026 lie in 2026", text);
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text(reinterpret_cast<const char*>(data), size);
    try {
        const Programme programme = read_programme(text);
        const std::string written = write_programme(programme);
        require(read_programme(written) == programme, "read(write(programme)) == programme", text);
        require(write_programme(read_programme(written)) == written, "writing is canonical", text);
        const std::string lines = write_history(programme);
        require(read_programme(lines) == programme, "its lines read back", text);
        require(write_history(read_programme(lines)) == lines, "lines are canonical", text);
        ask_for_the_year(programme, text);
    } catch (const DocumentError& error) {
        require(!std::string_view(error.what()).empty(), "an error has a message", text);
    }
    return 0;
}
