// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/api/apierror.h"
#include "model/api/apirequest.h"
#include "model/api/jsonwriter.h"
#include "model/query/queryresult.h"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace sightglass {

inline constexpr std::string_view truncatedText = "results truncated due to limit";

/// The answer of one API endpoint while it is made: status, data, error, warnings and infos (API reference,
/// section 1).
class Envelope
{
public:
    explicit Envelope(std::size_t maxBytes);
    Envelope(const Envelope &) = delete;
    Envelope &operator=(const Envelope &) = delete;

    /// Where the value of "data" is to be written, exactly one. Without a call the answer is 204, without a
    /// body.
    [[nodiscard]] JsonWriter &data();

    /// What was written is thrown away; the first error stays.
    void fail(ApiError error);
    [[nodiscard]] bool failed() const noexcept { return m_error.has_value(); }

    void warn(std::string text) { m_warnings.push_back(std::move(text)); }
    /// At most ten of each severity, and how many were left out.
    void annotate(std::span<const Annotation> annotations, std::string_view query);

    /// An answer that grew beyond maxBytes is an execution error.
    [[nodiscard]] ApiResponse finish();

private:
    [[nodiscard]] ApiResponse finishWithoutData() const;
    void writeRemarks(JsonWriter &writer) const;

    std::string m_body;
    JsonWriter m_writer;
    bool m_hasData = false;
    std::size_t m_maxBytes;
    std::optional<ApiError> m_error;
    std::vector<std::string> m_warnings;
    std::vector<std::string> m_infos;
};

} // namespace sightglass
