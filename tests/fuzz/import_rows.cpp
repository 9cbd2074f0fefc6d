// Any bytes at all, as CSV or JSON Lines of bands or tasks, are either imported whole or ImportErrors
// that name at least one row.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "probity/exchange/examples.hpp"
#include "probity/exchange/import.hpp"
#include "tests/fuzz/require.hpp"

using namespace probity;
using fuzz::require;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const Programme songpa = examples::songpa();
    static const Act act{.on = make_date(2026, 3, 2), .by = "integrity-team"};
    if (size == 0) return 0;
    const std::string text(reinterpret_cast<const char*>(data + 1), size - 1);
    const SheetKind kind = (data[0] & 1) != 0 ? SheetKind::bands : SheetKind::tasks;
    const Sheet sheet = (data[0] & 2) != 0 ? read_json_lines(kind, text) : read_csv(kind, text);
    try {
        const Import import = import_rows(songpa, {sheet}, act);
        const Programme later = songpa.apply(import.events);
        require(later.tasks().size() == songpa.tasks().size() + import.tasks, "all are taken",
                text);
    } catch (const ImportErrors& errors) {
        require(!errors.rows().empty(), "an error names a row", text);
        require(!errors.message(Language::korean).empty(), "an error has a message", text);
    }
    return 0;
}
