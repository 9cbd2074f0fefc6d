#include "probity/sentences/how_often.hpp"

#include <ostream>
#include <utility>

#include "probity/date/error.hpp"
#include "sentences/code_points.hpp"
#include "text/sentence.hpp"

namespace probity {

std::string_view to_string(Bound bound) noexcept {
    switch (bound) {
        case Bound::exactly:
            return "exactly";
        case Bound::at_least:
            return "at_least";
        case Bound::at_most:
            break;
    }
    return "at_most";
}

Quota quota(const HowOften& often, std::string id, const Date& begin,
            const std::optional<Date>& end) {
    if (often.bound == Bound::at_most) {
        throw ProbityError(detail::sentence(
            "rule.most_and_quota", {{"text", detail::quoted(often.text)}, {"times", often.times}}));
    }
    Quota made{
        .id = std::move(id), .times = often.times, .per = often.per, .begin = begin, .end = end};
    // Throws for a quota that cannot be asked.
    static_cast<void>(in_force(made, Interval(first_date())));
    return made;
}

std::string to_string(const HowOften& often) { return often.text; }

std::ostream& operator<<(std::ostream& out, const HowOften& often) { return out << often.text; }

}  // namespace probity
