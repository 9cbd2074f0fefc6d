// The lines of a history with their digests put right, so that any change to a body is read as if it had
// been recorded: it is either a programme, which then writes the same lines, or an error.
#include <algorithm>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "exchange/chain.hpp"
#include "exchange/json/event.hpp"
#include "exchange/json/text.hpp"
#include "exchange/written_event.hpp"
#include "probity/exchange/json.hpp"
#include "probity/programme/programme.hpp"
#include "tests/fuzz/require.hpp"

using probity::fuzz::require;

namespace {

/// Seals each line that is a JSON object anew; others stay as they are.
std::string resealed(std::string_view text) {
    probity::detail::Chain chain;
    std::string out;
    while (!text.empty()) {
        const std::string_view line = text.substr(0, text.find('\n'));
        text.remove_prefix(std::min(text.size(), line.size() + 1));
        auto value = nlohmann::ordered_json::parse(line, nullptr, false);
        if (value.is_object()) {
            out += chain.seal(probity::detail::without_digest(std::move(value)));
        } else {
            out += line;
        }
        out += '\n';
    }
    return out;
}

/// Reads each line quickly too: that gives what the careful way does, or nothing.
void check_quick_reading(std::string_view text) {
    constexpr int rules = 1;
    while (!text.empty()) {
        const std::string_view whole = text.substr(0, text.find('\n'));
        text.remove_prefix(std::min(text.size(), whole.size() + 1));
        const std::size_t digest = whole.rfind(R"(,"digest":")");
        if (digest == std::string_view::npos) continue;
        const std::string line = std::string(whole.substr(0, digest)) + "}";
        constexpr std::string_view begin = R"({"number":)";
        std::size_t number = 0;
        if (line.starts_with(begin)) {
            std::from_chars(line.data() + begin.size(), line.data() + line.size(), number);
        }
        const auto event = probity::detail::read_written_event(line, number, rules);
        if (!event) continue;
        require(probity::detail::event_text(*event, number, rules) == line,
                "a line read quickly is what is written", line);
        const std::string sealed = probity::detail::with_digest(line, std::string(64, '0'));
        require(probity::detail::read_event(probity::detail::parse_json(sealed), "", number, rules)
                        .first == *event,
                "it is what the careful way reads", line);
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    std::string text;
    try {
        text = resealed({reinterpret_cast<const char*>(data), size});
    } catch (const nlohmann::json::exception&) {
        return 0;  // nested too deeply, or not to be written as UTF-8
    }
    check_quick_reading(text);
    try {
        const probity::Programme programme = probity::read_programme(text);
        const std::string lines = probity::write_history(programme);
        require(probity::read_programme(lines) == programme, "its lines read back", text);
        require(probity::write_history(probity::read_programme(lines)) == lines,
                "lines are canonical", text);
    } catch (const probity::ProbityError& error) {
        require(!std::string_view(error.what()).empty(), "an error has a message", text);
    }
    return 0;
}
