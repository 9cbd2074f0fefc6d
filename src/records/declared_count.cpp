#include "probity/records/declared_count.hpp"

#include <algorithm>

#include "probity/date/error.hpp"
#include "records/names.hpp"
#include "text/sentence.hpp"

namespace probity {

Counted::Counted(CountedKind kind) : kind_(kind) {
    if (kind == CountedKind::other) {
        throw ProbityError(detail::sentence("counted.other"));
    }
}

Counted::Counted(std::string_view word) {
    constexpr auto& names = detail::names<CountedKind>;
    const auto* const end = names.end() - 1;  // "other" is a word as any
    const auto* const found = std::find(names.begin(), end, word);
    if (found == end) {
        word_ = word;
    } else {
        kind_ = static_cast<CountedKind>(found - names.begin());
    }
}

std::string_view to_string(CountedKind kind) noexcept { return detail::name_of(kind); }

std::string to_string(const Counted& counted) {
    return counted.kind_ == CountedKind::other ? counted.word_
                                               : std::string(to_string(counted.kind_));
}

}  // namespace probity
