// Folding a history: what a programme is after its events, taken one after the other in the order of
// the days from which they are true.
//
// Each event is checked against the state that it meets, so a history that folds is legal in whole,
// and a backdated event is taken only where all that came after it still holds.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "probity/history/history.hpp"
#include "probity/records/parts.hpp"
#include "records/fields.hpp"

namespace probity::detail {

/// One event as a fold meets it.
struct Step {
    /// From 1, in the history.
    int number;
    EventKind kind;
    Date on;
    const std::string& actor;
    const std::string& subject;
    std::uint32_t subject_number;
    const EventBody& body;
    const std::string& reason;
    /// The version of the rules under which it was recorded.
    int rules;
};

/// The state of a programme while events are applied to it.
class Fold {
  public:
    Fold(ProgrammeParts founding, const History& history);

    /// Applies the event of a row. Throws ProbityError, and TransitionError for a step that the state
    /// does not allow, naming the subject; the state is then not to be used any more.
    void apply(std::size_t row) { apply(row, history_.row(row).rules); }
    /// The same under the rules of a version.
    void apply(std::size_t row, int rules);

    [[nodiscard]] const ProgrammeParts& parts() const noexcept { return parts_; }
    [[nodiscard]] ProgrammeParts take() { return std::move(parts_); }

    /// Throws ProbityError, naming those there are, where no record of a list has the id.
    void require(Target target, const std::string& id, const char* key) const;

  private:
    void place_tasks();
    void apply_institution(const Step& step);
    void apply_council(const Step& step);
    void apply_meeting(const Step& step);
    void apply_task(const Step& step);
    void apply_record(const Step& step);
    void apply_training(const Step& step);

    void part(const Step& step);
    void close_unit(const Step& step);
    /// What the subject, a closed unit, owned is another's.
    void hand_over(const Step& step, const std::string& to);
    /// A task is another unit's, and in its band if it has one.
    void take_over(Task& task, const std::string& unit, const Step& step) const;
    /// A task of a closed unit is that of the unit which took over.
    void follow_successor(Task& task, const Step& step) const;
    /// Throws for a unit that is closed by the day of a step.
    void require_not_closed(const Step& step, const char* key, const std::string& unit) const;
    void propose(const Step& step);
    void change_task(Task& task, const Step& step);
    void step_task(Task& task, const Step& step);

    Task& task_of(const Step& step);
    /// Throws where the id is taken, and takes it.
    void take_id(const std::string& id, Target target);
    /// Throws where a body refers to a record that is not there.
    template <class T>
    const T& body_of(const Step& step) const;
    void check_partition(const Date& date) const;

    ProgrammeParts parts_;
    const History& history_;
    /// The ids in use, and of what they are.
    using Ids = std::unordered_map<std::string, Target>;
    /// Sources and tasks have names of their own, which may be those of other records: offices
    /// number their tasks without a look at the rest.
    static constexpr std::size_t namespace_of(Target target) noexcept {
        return target == Target::source ? 1 : target == Target::task ? 2 : 0;
    }
    std::array<Ids, 3> ids_;
    /// The units that took over from closed ones.
    std::unordered_map<std::string, std::string> successors_;
    /// For each name of the history the task of that id, or -1.
    std::vector<std::int32_t> task_of_name_;
};

/// The rows that stand, in the order in which they are folded: those known at the first `known`
/// events and effective by a day, without those that were corrected or annulled. A correction stands
/// where the event stood that it replaces, that of an annulment where the annulled event stood. Where
/// an annulment is annulled, what it took out stands again.
[[nodiscard]] std::vector<std::size_t> standing(const History& history, std::size_t known,
                                                const std::optional<Date>& effective);

/// The programme after the events that stand; as of a day without what the founding document says of
/// later ones.
[[nodiscard]] ProgrammeParts fold(const ProgrammeParts& founding, const History& history,
                                  std::size_t known, const std::optional<Date>& effective);

/// The number of bands that was last declared by the year of a date; none where none was.
[[nodiscard]] std::optional<int> declared_bands(const ProgrammeParts& parts, const Date& date);

}  // namespace probity::detail
