#include "exchange/ics/reason.hpp"

#include <string>

#include "date/text.hpp"

namespace probity::ics::detail {

Lost::Lost(const Text& reason)
    : std::runtime_error(reason.in(Language::english)),
      reason_(std::make_shared<const Text>(reason)) {}

Text reason_of(const ProbityError& error) {
    Text reason = error.text();
    for (const Language language : languages) {
        reason.given(language) = probity::detail::printed(reason.given(language));
    }
    return reason;
}

Text reason_of(const BeyondDates& /*error*/) { return sentence("ics.beyond_dates"); }

Text told_of(std::string_view what, const Text& reason) {
    return Text::in_any_language(std::string(what) + ": ") + reason;
}

}  // namespace probity::ics::detail
