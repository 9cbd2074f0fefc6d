// The links of a history's chain, line by line, and what is wrong with them.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "exchange/chain.hpp"
#include "probity/exchange/verify.hpp"

namespace probity::detail {

/// Keeps the seals of lines while a history is read, and finds those that were changed, moved, doubled,
/// put in or taken out. A line that was only moved is as it was recorded, and so is the one after it:
/// each is held to the event before it by number, wherever that stands.
class Links {
  public:
    /// The digest of the founding, to which the first event is sealed.
    void set_founding(const std::string& digest) { founding_ = digest; }
    /// A line, and whether its seal holds after the one before it in the file.
    void add(const Seal& seal, bool holds);
    /// The event of the line that was added last can be in no history after those before it.
    void add_unfit(const Seal& seal, const Text& why);

    [[nodiscard]] std::size_t events() const noexcept { return links_.size(); }
    /// In the order of the lines.
    [[nodiscard]] std::vector<Finding> findings() const;

  private:
    struct Link {
        LineName name;
        std::size_t event;
        std::string digest;
        /// Only if the seal does not hold: what it seals.
        std::string json;
    };
    /// A finding with the place of its line among the links.
    struct Found {
        std::size_t place;
        Text text;
    };

    [[nodiscard]] std::vector<Found> found_in_order() const;
    [[nodiscard]] std::vector<Found> found_out_of_order() const;

    std::string founding_;
    std::vector<Link> links_;
    std::vector<Found> unfit_;
    bool in_order_ = true;
    /// The founding's own line, if its seal does not hold.
    std::vector<Found> of_founding_;
};

}  // namespace probity::detail
