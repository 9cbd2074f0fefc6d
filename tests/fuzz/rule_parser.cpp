// Any bytes at all are either a rule, which then reads back from what it prints, or a RuleError
// that names a position within them.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "probity/date/error.hpp"
#include "probity/recurrence/rule.hpp"
#include "tests/fuzz/require.hpp"

using probity::Language;
using probity::Rule;
using probity::RuleError;
using probity::fuzz::require;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text(reinterpret_cast<const char*>(data), size);
    Rule rule;
    try {
        rule = Rule::parse(text);
    } catch (const RuleError& error) {
        require(!std::string_view(error.what()).empty(), "an error has a message", text);
        require(error.position() <= text.size(), "the fault lies in the text", text);
        return 0;
    }

    const std::string printed = to_string(rule);
    require(Rule::parse(printed) == rule, "parse(print(rule)) == rule", text);
    require(to_string(Rule::parse(printed)) == printed, "printing is canonical", text);
    require(Rule::parse(printed).hash() == rule.hash(), "equal rules hash alike", text);
    require(!rule.describe(Language::english).empty(), "described in English", text);
    require(!rule.describe(Language::korean).empty(), "described in Korean", text);
    return 0;
}
