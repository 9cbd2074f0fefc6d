#include "sentences/pattern.hpp"

#include <algorithm>

#include "sentences/pattern_program.hpp"

namespace probity::detail {

Pattern::~Pattern() = default;

const PatternProgram& Pattern::program() const {
    std::call_once(once_, [this] {
        const std::u32string made = make_source_ != nullptr ? make_source_() : std::u32string();
        program_ = std::make_unique<const PatternProgram>(make_source_ != nullptr ? made : source_);
    });
    return *program_;
}

std::optional<Match> Pattern::match(std::u32string_view text, std::size_t at) const {
    return program().run(text, at, false);
}

std::optional<Match> Pattern::search(std::u32string_view text, std::size_t at) const {
    for (std::size_t i = at; i <= text.size(); ++i) {
        if (auto found = program().run(text, i, false)) return found;
    }
    return std::nullopt;
}

std::optional<Match> Pattern::full_match(std::u32string_view text) const {
    return program().run(text, 0, true);
}

std::vector<Match> Pattern::all(std::u32string_view text) const {
    std::vector<Match> found;
    for (std::size_t at = 0; at <= text.size();) {
        auto next = search(text, at);
        if (!next) break;
        at = next->end() + (next->end() == next->begin() ? 1 : 0);
        found.push_back(*std::move(next));
    }
    return found;
}

std::size_t Match::number_of(std::string_view name) const { return program_->group(name); }

std::u32string any_of(std::vector<std::u32string_view> words) {
    std::stable_sort(words.begin(), words.end(),
                     [](const auto& a, const auto& b) { return a.size() > b.size(); });
    std::u32string out;
    for (const std::u32string_view word : words) {
        if (!out.empty()) out += U'|';
        for (const char32_t c : word) {
            if (std::u32string_view(U".()[]{}|*+?^$\\").find(c) != std::u32string_view::npos) {
                out += U'\\';
            }
            out += c;
        }
    }
    return out;
}

}  // namespace probity::detail
