// A made-up year of a programme, written down step by step and then recorded as its history.
//
//     Year year(founding);
//     year.step(day("0202"), EventKind::task_started, "T-01", {}, "U-01-staff");
//     year.step({day("0202"), day("0220")}, ...);      // true from 2 February, recorded on the 20th
//     Programme programme = year.programme();
//
// Steps may be written in any order: they are recorded day by day, and in office hours. A day that
// is no working day is refused, and so is whatever the programme itself refuses.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "probity/programme/command.hpp"
#include "probity/programme/programme.hpp"

namespace probity::illustrative {

/// "0202" is 2026-02-02, "251120" is 2025-11-20.
[[nodiscard]] Date day(std::string_view digits);

/// The id of the source that stands behind everything made up.
inline constexpr const char* made_up = "illustrative";

/// A file that there is not: its digest is that of its name.
[[nodiscard]] Evidence file_of(const std::string& name);

/// Marks the parts of a shipped programme as made up from here on: its id, its titles, its sources.
void mark(ProgrammeParts& parts, const Date& set_up);

/// When a step became true and when it was recorded.
struct When {
    Date on;
    Date recorded;

    When(const Date& both) : on(both), recorded(both) {}
    When(const Date& effective, const Date& known) : on(effective), recorded(known) {}
};

class Year {
  public:
    explicit Year(ProgrammeParts founding) : founding_(std::move(founding)) {}

    void step(const When& when, EventKind kind, std::string subject, EventBody body, std::string by,
              std::string reason = "");
    /// A step in the place of the one of that kind and subject.
    void correction(const When& when, EventKind kind, std::string subject, EventBody body,
                    std::string by, std::string reason);
    /// Takes the last step of that kind and subject out.
    void annulment(const When& when, EventKind kind, std::string subject, std::string by,
                   std::string reason);

    [[nodiscard]] const ProgrammeParts& founding() const { return founding_; }
    [[nodiscard]] Programme programme() const;

  private:
    struct Step {
        When when;
        EventKind kind;
        std::string subject;
        EventBody body;
        std::string by;
        std::string reason;
        /// The kind of the step that it corrects, the last one of its subject.
        std::optional<EventKind> corrects;
    };

    ProgrammeParts founding_;
    std::vector<Step> steps_;
};

/// A task and what becomes of it. Its life is a list of steps, each a letter and a day:
///
///     "a0130 s0202 h0511(reason) r0615 u0727 b0730(reason) u0803 v0810 c0814"
///
/// a adopted, x rejected, s started, h put on hold, r resumed, u submitted, b sent back, v verified,
/// o reopened, c closed, w withdrawn, p superseded by "T-39|reason", g given to "U-31|reason",
/// d due on "1127|reason". "s0202@0220" became true on the 2nd and was recorded on the 20th.
struct TaskPlan {
    const char* id;
    Text title;
    const char* owner;
    const char* due;
    int weight;
    const char* area;
    std::vector<std::string> depends_on;
    std::vector<std::string> indicators;
    const char* life;
};

/// The steps of a task after it was proposed.
void live(Year& year, const std::string& task, const std::string& owner, std::string_view life);
/// A task from its proposal on; its band is that of its owner. What it waits for may be proposed
/// after it, and is linked later.
void propose(Year& year, const TaskPlan& plan, const When& when, TaskKind kind,
             const std::string& by);

/// The ids of seats, by number: S-01, S-12.
[[nodiscard]] std::vector<std::string> seats(const std::vector<int>& numbers);

/// One meeting of a council, as its secretary records it.
class Sitting {
  public:
    Sitting(Year& year, std::string council, Meeting meeting);

    void plan(const When& when) const;
    void notice(const When& when) const;
    void postpone(const When& when, const Date& date, std::string reason) const;
    void cancel(const When& when, std::string reason) const;
    void item(const When& when, const char* id, ItemKind kind, Text title) const;
    void hold(const When& when, const std::vector<int>& present) const;
    void decide(const When& when, const char* item, ItemOutcome outcome,
                std::vector<int> votes = {}) const;
    void minute(const When& when) const;
    void approve(const When& when) const;

  private:
    void step(const When& when, EventKind kind, EventBody body, std::string reason = "") const;

    Year& year_;
    Meeting meeting_;
    std::string id_;
};

/// Anti-corruption education as the law prescribes it.
[[nodiscard]] Duty education_duty();
/// What an official attended: minutes on a day, face to face or not.
void attend(Year& year, int official, const char* date, int minutes, bool face_to_face,
            const char* activity);
/// "O-03".
[[nodiscard]] std::string official_id(int number);

/// Yongsan-gu as published, with made-up units, seats, officials and indicators.
[[nodiscard]] ProgrammeParts yongsan_founding();

[[nodiscard]] Programme songpa();
[[nodiscard]] Programme yongsan();

}  // namespace probity::illustrative
