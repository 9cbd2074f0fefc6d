#include "sentences/scanner.hpp"

#include <algorithm>

#include "probity/date/error.hpp"
#include "sentences/code_points.hpp"
#include "text/sentence.hpp"

namespace probity::detail {

SentenceScanner::SentenceScanner(std::string_view given, std::size_t longest,
                                 std::string_view language)
    : given_(decoded(given)) {
    if (given_.size() > longest) {
        refuse(sentence("rule.too_long", {{"language", language}, {"longest", longest}}), longest);
    }
}

void SentenceScanner::fail(const Text& message, std::optional<std::size_t> place) const {
    refuse(message, given_place(place.value_or(at)));
}

void SentenceScanner::refuse(const Text& message, std::size_t position) const {
    constexpr std::size_t around = 20;
    const std::size_t start = position - std::min(position, around);
    const std::size_t end = std::min(position + around, given_.size());
    std::u32string near = start > 0 ? U"..." : U"";
    near += start < end ? given_.substr(start, end - start) : std::u32string();
    near += end < given_.size() ? U"..." : U"";
    throw RuleError(
        sentence("rule.unread",
                 {{"near", quoted(near)}, {"position", position}, {"message", message}}),
        position);
}

}  // namespace probity::detail
