#include <optional>
#include <utility>

#include "probity/date/error.hpp"
#include "probity/sentences/parse.hpp"
#include "sentences/korean/described.hpp"
#include "sentences/korean/grammar.hpp"
#include "sentences/readings.hpp"

namespace probity {
namespace {

Sentence of_one(std::string_view text, Reading reading) {
    const bool yearly = reading.terms[0].anchors.frequency() == Frequency::yearly;
    return {.text = std::string(text), .readings = {std::move(reading)}, .yearly = yearly};
}

}  // namespace

Sentence parse_korean(std::string_view text) {
    using namespace detail;
    if (auto span = korean::read_described_span(text)) return of_one(text, *std::move(span));
    const std::optional<Rule> described = korean::read_described(text);
    try {
        korean::Scanner scanner(text);
        const SentencePlan plan = korean::read_plan(scanner);
        auto [readings, yearly] = readings_of(plan, scanner);
        if (described) {
            readings.insert(readings.begin(), of_rule(*described));
            readings = merged(readings);
            // One time of day is the sentence's; a rule that has more keeps them.
            const std::optional<Rule>& plain = readings.front().rule;
            if (plain) yearly = plain->frequency() == Frequency::yearly;
        }
        return {.text = std::string(text),
                .readings = std::move(readings),
                .time = since_midnight(plan.time),
                .ends = since_midnight(plan.ends),
                .yearly = yearly};
    } catch (const RuleError&) {
        if (!described) throw;
        return of_one(text, of_rule(*described));
    }
}

}  // namespace probity
