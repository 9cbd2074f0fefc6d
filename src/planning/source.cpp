#include "probity/planning/source.hpp"

#include <algorithm>

#include "planning/words.hpp"

namespace probity {

Text citation(const std::vector<Source>& sources, std::string_view id) {
    const auto found = std::find_if(sources.begin(), sources.end(),
                                    [&](const Source& source) { return source.id == id; });
    if (found == sources.end() || !found->date) {
        return found == sources.end() ? Text{} : found->title;
    }
    const Text date = detail::written(*found->date);
    return {.korean = found->title.korean + ", " + date.korean,
            .english = found->title.english + ", " + date.english};
}

}  // namespace probity
