// From what a sentence says to rules of RFC 5545.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "probity/recurrence/rule.hpp"
#include "sentences/plan.hpp"
#include "sentences/scanner.hpp"

namespace probity::detail {

/// A part of a rule with its values: BYDAY, {"MO", "TU"}. One without values is left out.
struct Part {
    std::string name = {};
    std::vector<std::string> values = {};
};
using Parts = std::vector<Part>;

[[nodiscard]] Part part(std::string name, std::string value);
[[nodiscard]] Part part(std::string name, Said value);
[[nodiscard]] Part part(std::string name, const std::vector<Said>& values);

/// Makes rules of a plan, with its frequency, months and end.
class RuleMaker {
  public:
    /// Completes the plan. Throws RuleError if it does not say when, or contradicts itself.
    RuleMaker(SentencePlan plan, const SentenceScanner& scanner);

    [[nodiscard]] const SentencePlan& plan() const noexcept { return plan_; }
    [[nodiscard]] Frequency frequency() const noexcept { return frequency_; }
    [[nodiscard]] Said interval() const noexcept { return interval_; }

    [[noreturn]] void fail(const Text& message,
                           std::optional<std::size_t> place = std::nullopt) const {
        scanner_.fail(message, place);
    }

  protected:
    [[nodiscard]] std::string such(const std::string& korean, const std::string& english) const {
        return scanner_.such(korean, english);
    }

    /// A rule with the sentence's frequency, months and end, and these parts.
    [[nodiscard]] Rule rule(const Parts& parts) const;
    /// The same with another frequency.
    [[nodiscard]] Rule rule_of(Frequency frequency, const Parts& parts) const;
    /// A rule with the sentence's end.
    [[nodiscard]] Rule made(std::string text) const;
    /// The rule of the plan's lists of days.
    [[nodiscard]] Rule plain() const;
    [[nodiscard]] Rule plain_on(const std::string& by_day) const;

    SentencePlan plan_;
    const SentenceScanner& scanner_;

  private:
    void complete();
    void check_that_it_says_when() const;
    void leave_out_months();
    void check_which_weekday() const;
    void step_within_block();
    void check_months_of_block() const;
    void choose_month_of_block();
    [[nodiscard]] std::pair<Frequency, Said> told_frequency();
    [[nodiscard]] Frequency implied() const;
    [[nodiscard]] bool is_of_the_year() const;
    [[nodiscard]] bool has_only_plain_weekdays() const;
    [[nodiscard]] Parts plain_parts() const;

    Frequency frequency_ = Frequency::yearly;
    Said interval_ = 1;
};

}  // namespace probity::detail
