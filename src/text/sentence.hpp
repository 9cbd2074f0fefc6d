// Sentences of errors, made of a kind and arguments.
//
//     sentence("no_record", {{"what", "task"}, {"id", "T-99"}, {"known", "T-01, T-02"}});
//
//     there is no task 'T-99'; the programme has T-01, T-02
//
// The kind is a key of the catalogues text/refusals_*.inc, whose words have the arguments in braces.
#pragma once

#include <concepts>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

#include "probity/text/text.hpp"

namespace probity::detail {

/// A value by the name that it has in a sentence.
struct Argument {
    Argument(std::string_view called, Text text) : name(called), value(std::move(text)) {}
    /// The same in every language.
    Argument(std::string_view called, std::string words)
        : name(called), value(Text::in_any_language(std::move(words))) {}
    Argument(std::string_view called, std::string_view words)
        : Argument(called, std::string(words)) {}
    Argument(std::string_view called, const char* words) : Argument(called, std::string(words)) {}
    Argument(std::string_view called, std::integral auto number)
        : Argument(called, std::to_string(number)) {}

    std::string_view name;
    Text value;
};

/// The sentence of a kind in all languages. Throws std::logic_error for a kind that has none.
[[nodiscard]] Text sentence(std::string_view kind, std::initializer_list<Argument> arguments = {});

}  // namespace probity::detail
