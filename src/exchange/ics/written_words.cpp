#include "exchange/ics/written_words.hpp"

#include "text/sentence.hpp"

namespace probity::detail {

std::string WrittenWords::working_days(const AgendaEntry& entry) const {
    if (!entry.working_days) return "";
    const Text days =
        sentence(*entry.working_days == 1 ? "written.working_day" : "written.working_days",
                 {{"number", *entry.working_days}});
    return of(entry.is_short ? sentence("written.short", {{"days", days}}) : days);
}

std::string WrittenWords::moved_from(const Date& nominal) const {
    return of(sentence("written.moved_from", {{"date", to_string(nominal)}}));
}

std::string WrittenWords::source(const Text& source) const {
    return of(sentence("written.source", {{"source", source}}));
}

std::string WrittenWords::due(const Text& title) const {
    return of(sentence("written.due", {{"title", title}}));
}

std::string WrittenWords::undated() const { return of(sentence("written.undated")); }

void Paragraphs::add(const std::string& text) {
    if (text.empty()) return;
    if (!out_.empty()) out_ += '\n';
    const std::size_t start = out_.size();
    out_ += text;
    if (out_[start] >= 'a' && out_[start] <= 'z') {
        out_[start] = static_cast<char>(out_[start] - 'a' + 'A');
    }
}

}  // namespace probity::detail
