// A brief as Python has it.
#pragma once

#include <memory>

#include "probity/programme/view.hpp"

namespace probity::python {

/// A brief with the view that it sums up, of which its page says more.
struct ViewBrief : Brief {
    std::shared_ptr<const View> view;
};

}  // namespace probity::python
