// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/api/apierror.h"
#include "model/api/apiparameters.h"
#include "model/core/sample.h"
#include "model/core/timerange.h"
#include "parser/promql/matcher.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace sightglass {

/// Reads a request's parameters one after the other, as Prometheus does: the first that is wrong is told, in
/// its words; what is read afterwards has its default.
class ParameterReader
{
public:
    explicit ParameterReader(const ApiParameters &parameters)
        : m_parameters(parameters)
    {}

    [[nodiscard]] std::string_view text(std::string_view name) const { return m_parameters.value(name); }

    /// `fallback` where it is left out.
    [[nodiscard]] TimestampMs time(std::string_view name, TimestampMs fallback);
    [[nodiscard]] TimestampMs requiredTime(std::string_view name);
    /// start and end, "all time" where they are left out.
    [[nodiscard]] TimeRange range();

    /// In ms. Empty where it is left out.
    [[nodiscard]] std::optional<std::int64_t> duration(std::string_view name);
    [[nodiscard]] std::int64_t requiredDuration(std::string_view name);

    /// "limit" of queries, series and labels: 0 for none.
    [[nodiscard]] std::size_t limit();
    /// "limit" and its like of the metadata endpoints: empty for none, which negative numbers are as well.
    [[nodiscard]] std::optional<std::size_t> metadataLimit(std::string_view name);
    [[nodiscard]] bool flag(std::string_view name);

    /// The selectors under match[]; each must have a matcher that the empty text does not satisfy.
    [[nodiscard]] std::vector<std::vector<Matcher>> matchers();

    void fail(ApiError error);
    [[nodiscard]] bool failed() const noexcept { return m_error.has_value(); }
    /// Of a reader that failed.
    [[nodiscard]] const ApiError &error() const { return *m_error; }

private:
    const ApiParameters &m_parameters;
    std::optional<ApiError> m_error;
};

} // namespace sightglass
