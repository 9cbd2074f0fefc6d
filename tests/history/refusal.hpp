// The words of a refusal, for tests that hold it to its cause.
#pragma once

#include <string>

#include "probity/date/error.hpp"

namespace probity {

/// Returns the message with which a step is refused; empty if it is not refused.
template <class Step>
std::string refusal(Step step) {
    try {
        static_cast<void>(step());
    } catch (const ProbityError& error) {
        return error.what();
    }
    return "";
}

/// Whether a refusal says something.
inline bool says(const std::string& refusal, const std::string& part) {
    return refusal.find(part) != std::string::npos;
}

}  // namespace probity
