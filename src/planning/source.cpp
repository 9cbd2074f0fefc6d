#include "probity/planning/source.hpp"

#include <algorithm>

namespace probity {

Text citation(const std::vector<Source>& sources, std::string_view id) {
    const auto found = std::find_if(sources.begin(), sources.end(),
                                    [&](const Source& source) { return source.id == id; });
    if (found == sources.end() || !found->date) {
        return found == sources.end() ? Text{} : found->title;
    }
    const std::string date = ", " + to_string(*found->date);
    return {.korean = found->title.korean + date, .english = found->title.english + date};
}

}  // namespace probity
