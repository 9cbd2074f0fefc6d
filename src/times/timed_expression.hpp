// The parts of a TimedRecurrence: a rule with its start, or a combination of such.
//
// Positions are instants, as seconds since 1970-01-01T00:00:00 UTC, or of floating times the local
// seconds.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "probity/times/timed_recurrence.hpp"
#include "recurrence/exceptions.hpp"
#include "recurrence/lazy.hpp"
#include "times/zoned_times.hpp"

namespace probity::detail {

using TimedPointer = std::shared_ptr<const TimedExpression>;

class TimedExpression {
  public:
    virtual ~TimedExpression() = default;

    /// None if it floats.
    [[nodiscard]] const std::optional<Zone>& zone() const noexcept { return zone_; }

    [[nodiscard]] virtual bool contains(std::int64_t at) const = 0;
    /// How many are before `at`.
    [[nodiscard]] virtual std::int64_t rank(std::int64_t at) const = 0;
    /// How many are in [begin, end), begin <= end.
    [[nodiscard]] virtual std::int64_t count(std::int64_t begin, std::int64_t end) const = 0;
    /// The k-th; no_later_time past the last.
    [[nodiscard]] virtual std::int64_t select(std::int64_t k) const = 0;
    [[nodiscard]] virtual std::int64_t next_from(std::int64_t at) const = 0;
    [[nodiscard]] virtual std::int64_t last_before(std::int64_t at) const = 0;
    virtual std::size_t emit(std::int64_t begin, std::int64_t end, std::int64_t* out,
                             std::size_t room) const = 0;
    /// None lies on it or later, as far as that is known without computing any.
    [[nodiscard]] virtual std::int64_t end() const = 0;
    /// The first of which nothing is known; no_later_time if all is.
    [[nodiscard]] virtual std::int64_t known_end() const = 0;
    [[nodiscard]] virtual bool is_finite() const = 0;

    /// Throws HorizonError if something in [begin, end) is unknown.
    void require_known(std::int64_t begin, std::int64_t end) const;
    void require_all_known() const { require_known(no_earlier_time, no_later_time); }

    /// Whether the other is of the same kind and says the same, whatever parts either has.
    [[nodiscard]] virtual bool same_itself(const TimedExpression& other) const = 0;
    [[nodiscard]] virtual std::size_t hash() const = 0;
    [[nodiscard]] virtual std::string text() const = 0;
    /// The parts that it combines; a rule has none.
    [[nodiscard]] virtual std::span<const TimedPointer> parts() const noexcept { return {}; }
    /// How many rules and combinations it is written with: a shared part counts wherever it stands.
    [[nodiscard]] virtual std::uint64_t written() const noexcept { return 1; }

  protected:
    explicit TimedExpression(std::optional<Zone> zone) : zone_(std::move(zone)) {}
    TimedExpression(const TimedExpression&) = delete;
    TimedExpression& operator=(const TimedExpression&) = delete;

  private:
    std::optional<Zone> zone_;
};

/// A rule with start, zone, extra and excepted times.
class TimedRule final : public TimedExpression {
  public:
    TimedRule(const Rule& rule, const LocalTime& start, std::optional<Zone> zone,
              std::vector<std::int64_t> extra, std::vector<std::int64_t> excepted);

    [[nodiscard]] const Rule& rule() const noexcept { return rule_; }
    [[nodiscard]] const LocalTime& start() const noexcept { return start_; }
    /// Ascending, each once.
    [[nodiscard]] const std::vector<std::int64_t>& extra() const noexcept { return extra_; }
    [[nodiscard]] const std::vector<std::int64_t>& excepted() const noexcept { return excepted_; }

    [[nodiscard]] bool contains(std::int64_t at) const override;
    [[nodiscard]] std::int64_t rank(std::int64_t at) const override;
    [[nodiscard]] std::int64_t count(std::int64_t begin, std::int64_t end) const override;
    [[nodiscard]] std::int64_t select(std::int64_t k) const override;
    [[nodiscard]] std::int64_t next_from(std::int64_t at) const override;
    [[nodiscard]] std::int64_t last_before(std::int64_t at) const override;
    std::size_t emit(std::int64_t begin, std::int64_t end, std::int64_t* out,
                     std::size_t room) const override;
    [[nodiscard]] std::int64_t end() const override;
    [[nodiscard]] std::int64_t known_end() const override;
    [[nodiscard]] bool is_finite() const override;
    [[nodiscard]] bool same_itself(const TimedExpression& other) const override;
    [[nodiscard]] std::size_t hash() const override;
    [[nodiscard]] std::string text() const override;

  private:
    [[nodiscard]] const Exceptions<std::int64_t>& exceptions() const;
    [[nodiscard]] std::string written_time(std::int64_t at) const;

    // The rule's own times, within start, UNTIL and COUNT.
    [[nodiscard]] std::int64_t rule_end() const;
    [[nodiscard]] bool rule_contains(std::int64_t at) const;
    [[nodiscard]] std::int64_t rule_rank(std::int64_t at) const;
    [[nodiscard]] std::int64_t rule_select(std::int64_t k) const;
    [[nodiscard]] std::int64_t rule_next_from(std::int64_t at) const;
    [[nodiscard]] std::int64_t rule_last_before(std::int64_t at) const;

    Rule rule_;
    LocalTime start_;
    std::vector<std::int64_t> extra_;
    std::vector<std::int64_t> excepted_;
    ZonedTimes times_;
    // Behind UNTIL, if that is an instant.
    std::int64_t until_end_;
    bool has_exceptions_;
    Lazy<std::int64_t> count_end_;
    Lazy<Exceptions<std::int64_t>> exceptions_;
};

}  // namespace probity::detail
