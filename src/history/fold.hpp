// Folding a history: what a programme is after its events, taken one after the other in the order of
// the days from which they are true.
//
// Each event is checked against the state that it meets, so a history that folds is legal in whole,
// and a backdated event is taken only where all that came after it still holds.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "history/body.hpp"
#include "probity/history/history.hpp"
#include "probity/records/hash_index.hpp"
#include "probity/records/list.hpp"
#include "probity/records/parts.hpp"
#include "records/description.hpp"

namespace probity::detail {

/// The tasks that a fold has changed, by the number of their name in the history: so that of many
/// events of a task the first alone looks for it. They are good as long as the fold is not copied.
using TasksInHand = std::vector<Task*>;

/// One event as a fold meets it.
struct Step {
    /// From 1, in the history.
    int number;
    EventKind kind;
    Date on;
    const std::string& subject;
    const EventBody& body;
    const std::string& reason;
    /// The version of the rules under which it was recorded.
    int rules;
    /// That of which it is an event, with its row.
    const History& history;
    const History::Row& row;
    /// Null if it is one of few.
    TasksInHand* in_hand;

    [[nodiscard]] const std::string& actor() const { return history.name(row.actor); }
    [[nodiscard]] std::uint32_t subject_hash() const { return history.hash_of(row.subject); }
};

/// The state of a programme while events are applied to it. Copies share the long lists.
class Fold {
  public:
    explicit Fold(ProgrammeParts founding);

    /// Applies the event of a row. Throws ProbityError, and TransitionError for a step that the state
    /// does not allow, naming the subject; the state is then not to be used any more.
    void apply(const History& history, std::size_t row) {
        apply(history, row, history.row(row).rules);
    }
    /// The same under the rules of a version.
    void apply(const History& history, std::size_t row, int rules) {
        apply(history, row, history.entries()[row], rules, nullptr);
    }
    /// The same with its entry in the history, and of one of many events the tasks in hand.
    void apply(const History& history, std::size_t row, const History::Entry& entry,
               TasksInHand* in_hand) {
        apply(history, row, entry, entry.row.rules, in_hand);
    }

    [[nodiscard]] const ProgrammeParts& parts() const noexcept { return parts_; }
    /// Sets when the programme was last recorded.
    void set_recorded(const std::optional<std::chrono::sys_seconds>& at) { parts_.recorded = at; }
    /// The place of a task among parts().tasks; none if there is no such task.
    [[nodiscard]] std::optional<std::uint32_t> place_of_task(std::string_view id) const {
        return place_of_task(id, hash_of_name(id));
    }

    /// Asks for the memory in which tasks whose ids have these hashes are looked for next.
    void fetch_tasks(std::span<const std::uint32_t> hashes) const noexcept { tasks_.fetch(hashes); }
    /// Takes the tasks of another state for those of this one.
    void take_tasks(const Fold& other) {
        parts_.tasks = other.parts_.tasks;
        tasks_ = other.tasks_;
    }
    /// Puts a task in the place of the one of its id.
    void put_task(const Task& task) { parts_.tasks.edit(place_of_task(task.id).value()) = task; }
    /// Puts new tasks, in their order, each before the task at its place.
    struct NewTask {
        std::size_t place;
        Task task;
    };
    void insert_tasks(std::vector<NewTask> tasks);

    /// Tells whether a task of an id is there that the state does not have.
    using OtherTasks = std::function<bool(const std::string& id)>;
    /// Sets what tells of tasks that the state lacks; null if it has them all. Copies have it too.
    void set_others(const OtherTasks* others) noexcept { others_ = others; }

    /// Throws ProbityError if no record of a list has the id, naming those there are.
    void require(Target kind, const std::string& id, const char* key) const;

  private:
    using Handler = void (Fold::*)(const Step&);
    void apply(const History& history, std::size_t row, const History::Entry& entry, int rules,
               TasksInHand* in_hand);
    /// The handler of each kind.
    static const std::array<Handler, event_kinds.size()> handlers;

    // The members that event_kinds.inc names, each the handler of one kind or more.
    void add_unit(const Step& step);
    void move_unit(const Step& step);
    void close_unit(const Step& step);
    void add_seat(const Step& step);
    void close_seat(const Step& step);
    void part_bands(const Step& step);

    void establish_council(const Step& step);
    void adopt_charter(const Step& step);
    void change_cadence(const Step& step);
    void join_council(const Step& step);
    void leave_council(const Step& step);
    void plan_meeting(const Step& step);
    void notice_meeting(const Step& step);
    void postpone_meeting(const Step& step);
    void cancel_meeting(const Step& step);
    void hold_meeting(const Step& step);
    void minute_meeting(const Step& step);
    void approve_meeting(const Step& step);
    void add_item(const Step& step);
    void decide_item(const Step& step);

    void propose_task(const Step& step);
    void step_task(const Step& step);
    void assign_task(const Step& step);
    void reschedule_task(const Step& step);
    void weigh_task(const Step& step);
    void link_task(const Step& step);
    void direct_task(const Step& step);

    void name_area(const Step& step);
    void assign_area(const Step& step);
    void record_occurrence(const Step& step);
    void change_rule(const Step& step);
    void add_activity(const Step& step);
    void date_activity(const Step& step);
    void declare_count(const Step& step);
    void set_quota(const Step& step);
    void list_official(const Step& step);
    void appoint_official(const Step& step);
    void remove_official(const Step& step);
    void attend_education(const Step& step);
    void fulfil_obligation(const Step& step);
    void add_indicator(const Step& step);
    void enter_assessment(const Step& step);
    void set_goal(const Step& step);
    /// A record of a kind is added, fields of it are changed, and it ends.
    template <class Record>
    void add(const Step& step) {
        add_record(description_of<Record>(), &body_as<Record>(step.body), step);
    }
    template <class Record>
    void change(const Step& step) {
        change_record(description_of<Record>(), step);
    }
    template <class Record>
    void end(const Step& step) {
        end_record(description_of<Record>(), step);
    }
    void found(const Step& step);
    void add_banding(const Step& step);
    void end_banding(const Step& step);
    void end_observance(const Step& step);
    void end_council(const Step& step);
    /// An annulment takes its event out of the history; nothing of it is left to apply.
    void annul(const Step& step);

    void add_record(const RecordDescription& of, const void* body, const Step& step);
    void change_record(const RecordDescription& of, const Step& step);
    void end_record(const RecordDescription& of, const Step& step);
    /// The record that is the subject. Throws if there is none.
    [[nodiscard]] void* record_at(const RecordDescription& of, const Step& step);
    /// Throws if a record refers to what is not there.
    void require_references(const RecordDescription& of, const void* record) const;
    /// The same by the fields that may refer to others.
    void require_references(const std::vector<const Field*>& referring, const void* record) const;

    /// Everything that the subject, a closed unit, owns goes to the unit that takes over; throws if
    /// it owns something and none does.
    void hand_over(const Step& step);
    /// Everything that the subject owned is another's.
    void hand_over(const Step& step, const std::string& to);
    /// A task is another unit's, and in its band if it has one.
    void take_over(Task& task, const std::string& unit, const Step& step) const;
    /// A task of a closed unit is that of the unit which took over.
    void follow_successor(Task& task, const Step& step) const;
    /// Throws for a unit that is closed by the day of a step.
    void require_not_closed(const Step& step, const char* key, const std::string& unit) const;

    [[nodiscard]] std::optional<std::uint32_t> place_of_task(std::string_view id,
                                                             std::uint32_t hash) const;
    /// The task that is the subject, to be changed. Throws if it was proposed later than the day of
    /// the step.
    Task& task_of(const Step& step);
    /// The same without a look at those in hand, and whenever it was proposed.
    Task& look_up_task(const Step& step);
    /// The same; throws also if it is not open.
    Task& open_task_of(const Step& step);
    Council& council_named(const Step& step, const std::string& id);
    /// The council that is the subject.
    Council& council_of(const Step& step);
    /// The meeting that is the subject, and its council.
    struct MeetingPlace {
        Council& council;
        Meeting& meeting;
    };
    MeetingPlace meeting_of(const Step& step);
    /// Whether a task has to be done before itself, by way of others or not.
    [[nodiscard]] bool waits_for_itself(const Task& task) const;
    /// Throws where a record of the kind has the id, and takes it.
    void take_id(const std::string& id, Target kind);
    /// The same of a task that is the subject.
    void take_id_of_task(const Step& step);
    /// Throws where a body refers to a record that is not there.
    template <class T>
    const T& body_of(const Step& step) const;
    void check_partition(const Date& date) const;
    /// Throws if another number of bands was declared last.
    void require_declared_bands(const Step& step, std::size_t bands) const;

    /// An id, and of which kind of record: ids are unique among those of a kind.
    struct Id {
        std::string id;
        Target kind;

        friend bool operator==(const Id&, const Id&) = default;
    };
    /// The ids in use. One that is given back stays in the list, and is not found any more.
    struct Ids {
        List<Id> list;
        HashIndex index;

        [[nodiscard]] static std::uint32_t hash(const Id& id) noexcept;
        [[nodiscard]] std::optional<std::uint32_t> find(const Id& id) const;
        void add(Id id);
        void remove(const Id& id);
    };
    /// Whether a record of the kind has the id.
    [[nodiscard]] bool has(Target kind, const std::string& id) const;
    /// The ids of a kind of record, in their order.
    [[nodiscard]] std::vector<std::string> known_ids(Target kind) const;

    ProgrammeParts parts_;
    /// Those of all but tasks, which stand in tasks_.
    Ids ids_;
    /// The places of the tasks.
    HashIndex tasks_;
    /// The units that took over from closed ones.
    std::unordered_map<std::string, std::string> successors_;
    const OtherTasks* others_ = nullptr;
};

/// The number of bands that was last declared by the year of a date; null if none was.
[[nodiscard]] std::optional<int> declared_bands(const ProgrammeParts& parts, const Date& date);

}  // namespace probity::detail
