// Expectations about refusals: that an expression throws just this class of error, and which words
// the message has.
//
//     EXPECT_ERROR(make_date(2026, 2, 31), DateError);
//     EXPECT_MESSAGE(make_date(2026, 2, 31), DateError, "2026-02-31: February 2026 has days 1 to
//     28");
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <typeinfo>

namespace probity_tests {

/// The message with which an action throws exactly an Error; a failure where it does not.
template <class Error, class Action>
std::string message_of(Action action) {
    try {
        action();
    } catch (const std::exception& error) {
        EXPECT_EQ(typeid(error), typeid(Error)) << "another error: " << error.what();
        return error.what();
    }
    ADD_FAILURE() << "no error";
    return {};
}

}  // namespace probity_tests

#define EXPECT_MESSAGE(expression, Error, message)                                                 \
    EXPECT_EQ((probity_tests::message_of<Error>([&] { static_cast<void>(expression); })), message) \
        << #expression

#define EXPECT_ERROR(expression, Error)                                                       \
    EXPECT_NE((probity_tests::message_of<Error>([&] { static_cast<void>(expression); })), "") \
        << #expression
