#include "exchange/ics/lines.hpp"

#include <algorithm>
#include <utility>

#include "date/interruption.hpp"
#include "exchange/ics/text.hpp"
#include "probity/date/error.hpp"
#include "probity/exchange/ics.hpp"

namespace probity::ics::detail {
namespace {

/// Components nested deeper than this are read as if they stood at this depth.
constexpr std::size_t deepest = 20;

/// Whether a line goes on with the text before it: it is no property, or its name is a word.
bool continues(std::string_view text, const Property* found, const Property* before) {
    if (before == nullptr || !is_text(before->name)) return false;
    if (found != nullptr) {
        const bool is_upper = text.starts_with(found->name);
        return !is_upper && !is_known(found->name) && !found->name.starts_with("X-");
    }
    const auto is_of_name = [](char letter) { return is_letter(letter) || letter == '-'; };
    const auto end = std::ranges::find_if_not(text, is_of_name);
    const std::string_view name = text.substr(0, static_cast<std::size_t>(end - text.begin()));
    const bool is_cut = end == text.end() || *end == ';' || *end == ':';
    return !is_cut || !is_known(upper(name));
}

Text shown_file(std::string_view file) {
    return file.empty() ? sentence("ics.unnamed") : Text::in_any_language(std::string(file));
}

Text unclosed(const Component& component) {
    return sentence("ics.unclosed", {{"name", head(component.name, 40)}});
}

}  // namespace

CalendarFile::CalendarFile(std::string_view bytes, std::string_view name) : root_("", 0) {
    if (bytes.size() > largest_file) {
        throw DocumentError(
            sentence("ics.too_large", {{"name", shown_file(name)}, {"most", largest_file >> 20U}}),
            std::string());
    }
    data_ = in_octets(bytes, texts_, notes_);
    read(content_lines(data_, texts_, notes_));
    for (const Component* component : root_.walk()) {
        if (component->name == "VCALENDAR") calendars_.push_back(component);
    }
    if (calendars_.empty()) {
        throw DocumentError(sentence("ics.no_calendar", {{"name", shown_file(name)}}),
                            std::string());
    }
}

void CalendarFile::read(const std::vector<ContentLine>& lines) {
    open_ = {&root_};
    std::size_t count = 0;
    for (const ContentLine& line : lines) {
        probity::detail::interruption_point(++count);
        std::string_view text = line.text;
        if (text.starts_with(utf8_mark)) {  // files that were put one behind the other
            notes_.push_back(
                {.what = "byte-order-mark", .line = line.number, .reason = sentence("ics.mark")});
            while (text.starts_with(utf8_mark)) text.remove_prefix(utf8_mark.size());
        }
        std::optional<Property> found = parse_property(text, line.number, texts_);
        if (continues(text, found ? &*found : nullptr, last_ ? &*last_ : nullptr)) {
            continued_ += text;
            notes_.push_back({.what = "broken-line",
                              .line = line.number,
                              .reason = sentence("ics.line_added"),
                              .component = open_.back()});
            continue;
        }
        end_property();
        if (!found.has_value()) {
            notes_.push_back(
                {.what = "broken-line",
                 .line = line.number,
                 .reason = sentence("ics.line_passed_over", {{"line", shortened(text)}}),
                 .is_lost = true,
                 .component = open_.back()});
        } else if (found->name == "BEGIN") {
            open(*found);
        } else if (found->name == "END") {
            close(*found);
        } else {
            last_ = std::move(found);
        }
    }
    end_property();
    for (std::size_t i = 1; i < open_.size(); ++i) {
        notes_.push_back(
            {.what = "unclosed", .line = open_[i]->line, .reason = unclosed(*open_[i])});
        open_[i]->index();
    }
    root_.index();
}

void CalendarFile::end_property() {
    if (!last_.has_value()) return;
    if (!continued_.empty()) {
        last_->value = texts_.keep(std::string(last_->value) + std::exchange(continued_, {}));
    }
    open_.back()->properties.push_back(*std::exchange(last_, std::nullopt));
}

void CalendarFile::open(const Property& begin) {
    const std::string_view name = texts_.capitals(stripped(begin.value));
    Component& parent = *open_.back();
    const bool is_within = !parent.name.empty() && name != "VCALENDAR";
    parent.children.push_back(
        std::make_unique<Component>(name, begin.line, is_within ? &parent.calendar() : nullptr));
    if (open_.size() <= deepest) open_.push_back(parent.children.back().get());
}

void CalendarFile::close(const Property& end) {
    const std::string_view name = texts_.capitals(stripped(end.value));
    const auto is_named = [&](const Component* component) { return component->name == name; };
    if (std::none_of(open_.begin() + 1, open_.end(), is_named)) {
        notes_.push_back({.what = "unclosed",
                          .line = end.line,
                          .reason = sentence("ics.ends_nothing", {{"name", head(name, 40)}})});
        return;
    }
    while (true) {
        Component* component = open_.back();
        open_.pop_back();
        component->index();
        if (is_named(component)) return;
        notes_.push_back(
            {.what = "unclosed", .line = component->line, .reason = unclosed(*component)});
    }
}

}  // namespace probity::ics::detail
