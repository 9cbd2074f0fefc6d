#include "programme/growing.hpp"

#include <utility>

#include "probity/date/error.hpp"
#include "records/check.hpp"

namespace probity::detail {

GrowingProgramme::GrowingProgramme(ProgrammeParts founding, History history, std::size_t events)
    : founding_(std::move(founding)), history_(std::move(history)) {
    try {
        check(founding_);
        timeline_.emplace(founding_, events);
    } catch (const ProbityError&) {
        // Refused at the end, after what is wrong with the events.
    }
}

void GrowingProgramme::go_on() {
    if (timeline_ && !timeline_->go_on(history_)) timeline_.reset();
}

Programme GrowingProgramme::finish() && {
    go_on();
    if (!timeline_) return Programme(std::move(founding_), std::move(history_));
    Timeline timeline = std::move(*timeline_).finish(history_);
    return Programme(std::move(history_), std::move(timeline));
}

}  // namespace probity::detail
