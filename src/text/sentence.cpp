#include "text/sentence.hpp"

#include <algorithm>
#include <stdexcept>

#include "text/catalogue.hpp"

namespace probity::detail {
namespace {

/// The words with the arguments in the place of their names in braces.
std::string filled(std::string_view words, std::initializer_list<Argument> arguments,
                   Language language) {
    std::string out;
    while (!words.empty()) {
        const std::size_t open = std::min(words.find('{'), words.size());
        out += words.substr(0, open);
        words.remove_prefix(open);
        if (words.empty()) break;
        const std::size_t close = words.find('}');
        const std::string_view name = words.substr(1, close - 1);
        const auto* const given =
            std::find_if(arguments.begin(), arguments.end(),
                         [&](const Argument& argument) { return argument.name == name; });
        if (close == std::string_view::npos || given == arguments.end()) {
            throw std::logic_error("a sentence needs the argument " + std::string(name));
        }
        out += given->value.in(language);
        words.remove_prefix(close + 1);
    }
    return out;
}

}  // namespace

Text sentence(std::string_view kind, std::initializer_list<Argument> arguments) {
    const std::string_view english = words_in(Section::refusals, Language::english, kind);
    if (english.empty()) throw std::logic_error("there is no sentence " + std::string(kind));
    Text text;
    for (const Language language : languages) {
        const std::string_view own = words_in(Section::refusals, language, kind);
        text.given(language) = filled(own.empty() ? english : own, arguments, language);
    }
    return text;
}

}  // namespace probity::detail
