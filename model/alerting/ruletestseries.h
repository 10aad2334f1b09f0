// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/alerting/ruletesttext.h"
#include "model/query/promqltest/seriesnotation.h"
#include "model/storage/head.h"
#include "parser/base/result.h"
#include "parser/config/ruletestfile.h"

#include <cstddef>
#include <map>

namespace sightglass {

/// The input series of a test, which come into the store as time goes on.
class RuleTestInput
{
public:
    /// Of a series that is given twice the last counts, as in promtool. Errors: ConfigSyntax with the place
    /// in the test file.
    [[nodiscard]] Status read(const RuleTest &test);

    /// Writes and commits what is new up to `t`, inclusive. Errors: as Head::append().
    [[nodiscard]] Status loadUntil(TimestampMs t, Head &head);

private:
    struct Series
    {
        promqltest::SeriesDescription description;
        std::size_t next = 0;
    };

    std::map<Labels, Series> m_series;
    TimestampMs m_start = 0;
    std::int64_t m_stepMs = 1;
};

/// What a test expects of one element of a result. Errors: ConfigSyntax.
[[nodiscard]] Result<TestedSample> readExpectedSample(const ExpectedSample &expected);

} // namespace sightglass
