// The readings of weeks of the month: 셋째 주 수요일, 셋째 주, 둘째 월요일이 있는 주.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "probity/sentences/reading.hpp"
#include "sentences/rule_maker.hpp"

namespace probity::detail {

/// Reads weeks by the conventions that they may follow.
class WeekReader : public RuleMaker {
  public:
    using RuleMaker::RuleMaker;

  protected:
    [[nodiscard]] std::vector<Reading> weeks();
    /// The week that holds a day: 둘째 월요일이 있는 주.
    [[nodiscard]] std::vector<Reading> weeks_that_contain();

    /// The weekdays of whole weeks that begin on a weekday, if the sentence names some; none if the run
    /// that it names does not lie in such a week.
    [[nodiscard]] std::vector<Reading> part_of_week(const Reading& week, int first_day) const;

    /// The results of `make` while the plan is as `change` has it.
    template <class Change, class Make>
    [[nodiscard]] auto as_if(Change change, Make make) {
        const SentencePlan kept = plan_;
        change(plan_);
        auto made = make();
        plan_ = kept;
        return made;
    }

  private:
    [[nodiscard]] bool counts_from_end() const;
    [[nodiscard]] Reading by_named_convention();
    [[nodiscard]] bool fits(int first_day) const;
    [[nodiscard]] int run_length() const;
    [[nodiscard]] int first_of(int first_day) const;
    [[nodiscard]] Reading nth_weekday() const;
    [[nodiscard]] Reading from_nth_weekday(const WeekdayRun& run) const;
    [[nodiscard]] Reading back_from_last_day();
    [[nodiscard]] Reading back_from_last_row();
    [[nodiscard]] Reading back_from_last(const std::string& name, int first_day, const Text& note);
    [[nodiscard]] std::vector<Term> terms_back_from_last(int first_day,
                                                         const std::vector<int>& weekdays);
    [[nodiscard]] Reading working_day_of_week(const std::string& name,
                                              const std::optional<WeekConvention>& convention,
                                              const Text& note);
    [[nodiscard]] Reading week(const std::string& name, WeekConvention convention,
                               const Text& note);
    [[nodiscard]] Term in_week(WeekConvention convention, Said n, int weekday);
    [[nodiscard]] Term term(WeekConvention convention, Said n, int weekday);
    [[nodiscard]] Rule anchors_on(const std::string& day, int offset);
    [[nodiscard]] Text week_title() const;
    [[nodiscard]] std::pair<Term, Text> week_that_holds(int first) const;
};

}  // namespace probity::detail
