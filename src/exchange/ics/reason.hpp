// Why a part of a calendar file is mended or left out: sentences of the catalogues, as those of errors are
// (text/sentence.hpp).
//
//     event.lose("bad-date", line, sentence("ics.no_date", {{"what", "EXDATE '2026-3'"}}));
#pragma once

#include <memory>
#include <stdexcept>
#include <string_view>

#include "exchange/ics/values.hpp"
#include "probity/date/error.hpp"
#include "probity/text/text.hpp"
#include "text/sentence.hpp"

namespace probity::ics::detail {

using probity::detail::sentence;

/// A part of a file that cannot be taken.
class Lost : public std::runtime_error {
  public:
    explicit Lost(const Text& reason);

    [[nodiscard]] const Text& reason() const noexcept { return *reason_; }

  private:
    // Shared, so that copying it does not throw.
    std::shared_ptr<const Text> reason_;
};

/// The reason that an error gives, as it may be printed.
[[nodiscard]] Text reason_of(const ProbityError& error);
[[nodiscard]] Text reason_of(const BeyondDates& error);

/// A reason behind what it is the reason of: "RRULE 'FREQ=X': it has no FREQ".
[[nodiscard]] Text told_of(std::string_view what, const Text& reason);

}  // namespace probity::ics::detail
