// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/sample.h"
#include "model/histogram/floathistogram.h"
#include "parser/base/labels.h"
#include "parser/base/result.h"

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace sightglass {

/// An element of an instant vector, as templates get it. A histogram where there is one, else the value.
struct TemplateSample
{
    Labels labels;
    double value = 0;
    HistogramPtr histogram;
};

/// Answers the template function query: an instant query at the evaluation's time, whose result is a vector
/// or a scalar as one sample without labels. Its error's plain text goes into the alert.
using TemplateQuery = std::function<Result<std::vector<TemplateSample>>(std::string_view expression)>;

/// What one expansion may cost; Go has no such limits. Beyond them it fails like any other.
struct TemplateLimits
{
    std::size_t outputBytes = std::size_t{256} << 10;
    std::size_t textBytes = std::size_t{1} << 20; ///< of any text on the way
    std::size_t steps = 100'000;                  ///< actions, commands and 64 bytes of text each
    int depth = 500;                              ///< of pipelines, lists and templates within each other
};

/// What templates see of the world around the alert.
struct TemplateEnvironment
{
    TimestampMs time = 0; ///< of the evaluation, without query_offset
    std::string externalUrl;
    Labels externalLabels;
    TemplateQuery query; ///< where it is empty, query fails
    TemplateLimits limits;
};

} // namespace sightglass
