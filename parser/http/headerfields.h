// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sightglass::http {

/// Equal but for the case of ASCII letters, as names of headers and their tokens are compared.
[[nodiscard]] bool equalsIgnoringCase(std::string_view a, std::string_view b) noexcept;

/// `text` without the blanks and tabs around it (OWS, RFC 9110, 5.6.3).
[[nodiscard]] std::string_view trimmed(std::string_view text) noexcept;

/// The elements of a comma-separated list, trimmed, empty ones left out (RFC 9110, 5.6.1). No quoted strings:
/// for lists of tokens and numbers.
[[nodiscard]] std::vector<std::string_view> listElements(std::string_view value);

/// The header fields of one message, in the order in which they came, repeated ones included.
class HeaderFields
{
public:
    struct Field
    {
        std::string name; ///< as written
        std::string value;
        friend bool operator==(const Field &, const Field &) = default;
    };

    void append(std::string_view name, std::string_view value);

    /// The first field of this name, any case; empty where there is none.
    [[nodiscard]] std::optional<std::string_view> find(std::string_view name) const noexcept;
    /// Like find(), an absent field being an empty one.
    [[nodiscard]] std::string_view value(std::string_view name) const noexcept;
    [[nodiscard]] std::size_t count(std::string_view name) const noexcept;
    /// The elements of all lists under this name, in order.
    [[nodiscard]] std::vector<std::string_view> elements(std::string_view name) const;
    /// Whether one of the elements is this token, any case: hasToken("Connection", "close").
    [[nodiscard]] bool hasToken(std::string_view name, std::string_view token) const;

    [[nodiscard]] std::size_t size() const noexcept { return m_fields.size(); }
    [[nodiscard]] auto begin() const noexcept { return m_fields.begin(); }
    [[nodiscard]] auto end() const noexcept { return m_fields.end(); }

    friend bool operator==(const HeaderFields &, const HeaderFields &) = default;

private:
    std::vector<Field> m_fields;
};

} // namespace sightglass::http
