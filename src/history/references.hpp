// Checks that what the body of an event refers to is there.
#pragma once

#include "history/body.hpp"
#include "history/fold.hpp"
#include "history/onlooker.hpp"

namespace probity::detail {

/// Asks a fold for each record referred to.
class ReferenceChecker : public Onlooker<ReferenceChecker> {
  public:
    explicit ReferenceChecker(const Fold& fold) : fold_(fold) {}

    void reference(const char* key, const std::string& value, Target target) {
        if (!value.empty()) fold_.require(target, value, key);
    }
    void references(const char* key, const std::vector<std::string>& values, Target target) {
        for (const std::string& value : values) fold_.require(target, value, key);
    }
    void source(const char* key, const std::string& value) {
        if (!value.empty()) fold_.require(Target::source, value, key);
    }

  private:
    const Fold& fold_;
};

template <class T>
const T& Fold::body_of(const Step& step) const {
    const T& body = body_as<T>(step.body);
    ReferenceChecker checker(*this);
    fields(checker, body);
    return body;
}

}  // namespace probity::detail
