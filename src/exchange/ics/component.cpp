#include "exchange/ics/component.hpp"

#include <algorithm>
#include <numeric>

#include "exchange/ics/text.hpp"

namespace probity::ics::detail {
namespace {

/// A component with more properties than this is asked by an index.
constexpr std::size_t many = 32;

}  // namespace

std::string_view Property::parameter(std::string_view key) const noexcept {
    const auto found = std::ranges::find(parameters, key, &decltype(parameters)::value_type::first);
    return found != parameters.end() ? found->second : std::string_view{};
}

bool Property::has_parameter(std::string_view key) const noexcept {
    return std::ranges::find(parameters, key, &decltype(parameters)::value_type::first) !=
           parameters.end();
}

bool Property::has_value() const noexcept { return !is_blank(value); }

void Component::index() {
    if (properties.size() <= many) return;
    by_name_.resize(properties.size());
    std::iota(by_name_.begin(), by_name_.end(), std::size_t{0});
    std::ranges::stable_sort(by_name_, {}, [this](std::size_t i) { return properties[i].name; });
}

template <class Take>
void Component::each(std::string_view property, Take take) const {
    if (by_name_.empty()) {
        for (const Property& found : properties) {
            if (found.name == property && !take(found)) return;
        }
        return;
    }
    const auto name_of = [this](std::size_t i) { return properties[i].name; };
    for (auto at = std::ranges::lower_bound(by_name_, property, {}, name_of);
         at != by_name_.end() && name_of(*at) == property; ++at) {
        if (!take(properties[*at])) return;
    }
}

const Property* Component::first(std::string_view property) const noexcept {
    const Property* found = nullptr;
    each(property, [&](const Property& one) {
        if (one.has_value()) found = &one;
        return found == nullptr;
    });
    return found;
}

std::vector<const Property*> Component::all(std::string_view property) const {
    std::vector<const Property*> found;
    each(property, [&](const Property& one) {
        if (one.has_value()) found.push_back(&one);
        return true;
    });
    return found;
}

bool Component::has(std::string_view property) const noexcept {
    bool found = false;
    each(property, [&](const Property&) { return !(found = true); });
    return found;
}

std::string_view Component::value(std::string_view property) const noexcept {
    const Property* found = first(property);
    return found != nullptr ? found->value : std::string_view{};
}

std::vector<const Component*> Component::walk() const {
    std::vector<const Component*> found;
    std::vector<const Component*> waiting{this};
    while (!waiting.empty()) {
        const Component* component = waiting.back();
        waiting.pop_back();
        found.push_back(component);
        for (auto child = component->children.rbegin(); child != component->children.rend();
             ++child) {
            waiting.push_back(child->get());
        }
    }
    return found;
}

std::string shown(std::string_view name, std::string_view value) {
    return std::string(name) + " " + shortened(value);
}

std::string shown(const Property& property) { return shown(property.name, property.value); }

std::string unescaped(std::string_view value) {
    std::string text;
    text.reserve(value.size());
    for (std::size_t i = 0; i < value.size(); ++i) {
        if (value[i] != '\\' || i + 1 == value.size()) {
            text += value[i];
            continue;
        }
        const char next = value[++i];
        text += next == 'n' || next == 'N' ? '\n' : next;
    }
    return text;
}

}  // namespace probity::ics::detail
